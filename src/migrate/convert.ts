/** One diagram of a file or of a document as it is to be: its texts, or why it stays. */
import { convertWith } from '../convert.js'
import type { Format } from '../format.js'
import { otherDiagram } from '../input/other-diagram.js'
import type { Graph } from '../ir/model.js'
import { NO_TALLY, type Tally } from '../lower/tally.js'
import { hasErrors, type Message } from '../messages/message.js'
import type { PlanSettings, Reason } from './plan-form.js'
import * as say from './sentences.js'

/** A diagram where it stands. */
export interface Standing {
  readonly format: Format
  readonly text: string | Uint8Array
  /** Whether there is room for one text only: between fences. */
  readonly oneText: boolean
}

export interface Converting {
  readonly to: Format
  readonly settings: PlanSettings
  /** The formats that a text with errors may be in instead. */
  readonly others: () => Promise<readonly Format[]>
}

export interface Converted {
  /** None where it stays. */
  readonly texts: readonly { readonly name?: string; readonly text: string }[]
  readonly stays?: {
    readonly why: Reason
    readonly because: string
    readonly kind?: string
    readonly at?: Message['at']
  }
  readonly graphs: readonly Graph[]
  readonly messages: readonly Message[]
  readonly tally: Tally
  /** The text that places of messages count in. */
  readonly source: string
}

/** What a diagram becomes. The messages are those of `convert`. */
export async function converted(
  { format, text, oneText }: Standing,
  { to, settings, others }: Converting,
): Promise<Converted> {
  const nothing = { texts: [], graphs: [], messages: [], tally: NO_TALLY, source: '' }
  if (format.name === to.name) return { ...nothing, stays: { why: 'already', because: say.already(to) } }
  const outcome = await convertWith(format, to, text, {
    carry: settings.carry ? true : undefined,
    soundOnly: true,
    options: settings.options,
    others,
  })
  const { graphs, messages, source, tally } = outcome
  const stay = (why: Reason, because: string, at?: Message['at']): Converted => ({
    ...nothing,
    graphs,
    messages,
    source,
    stays: { why, because, ...(at && { at }) },
  })
  const kind = otherDiagram(messages, source)
  if (kind !== undefined) {
    const { stays, ...more } = stay('other-kind', say.otherKind({ kind }))
    return { ...more, stays: { ...stays!, kind } }
  }
  const error = messages.find(({ severity }) => severity === 'error')
  if (hasErrors(messages) && error)
    return stay(error.code.startsWith('limit/') ? 'limit' : 'broken', error.text, error.at)
  // A header alone is what a program of the page goes on to fill, or nothing at all.
  if (outcome.files.every(({ text }) => text.trim() === '') || graphs.length === 0)
    return stay('broken', say.empty())
  if (oneText && outcome.files.length > 1)
    return stay('several', say.several({ count: outcome.files.length, title: to.title }))
  return { texts: outcome.files, graphs, messages, tally, source }
}
