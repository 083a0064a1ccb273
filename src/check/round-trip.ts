/** Whether a diagram survives being written: in its own format, and in those that it has to pass through. */
import { finishWith } from '../convert.js'
import type { Format, FormatOptions } from '../format.js'
import { firstDifference } from '../ir/difference.js'
import type { Graph } from '../ir/model.js'
import { isLoss, type Message } from '../messages/message.js'
import { prepareWith } from '../prepare.js'
import { type Layouts, readWith } from '../read.js'
import { areAlike } from './alike.js'
import * as say from './messages.js'

export interface Allowed {
  /** Codes of losses that are allowed; `loss/*` allows all. */
  readonly allow?: readonly string[]
  /** How many other losses are allowed. */
  readonly maxLosses?: number
}

export interface RoundTrip extends Allowed {
  readonly options?: FormatOptions
}

/** What was read of a text, and the name of its format. */
export interface Read {
  readonly graphs: readonly Graph[]
  readonly layouts?: Layouts | undefined
  /** The name of the format that they were read in. */
  readonly from: string
}

/**
 * Writes graphs in a format and reads the text again: laws 1 and 2, and what is lost on the way.
 * @param reading what was read of a text without errors
 * @returns `check/round-trip` where what comes back is not what was written, `check/lost` for each loss that is not allowed, once there are more
 * than the number of those that are; and `limit/…` of writing
 */
export async function roundTrip(
  format: Format,
  reading: Read,
  { options = {}, allow = [], maxLosses = 0 }: RoundTrip = {},
): Promise<Message[]> {
  const own = reading.from === format.name
  const settings = {
    from: reading.from,
    layouts: reading.layouts,
    options,
    checked: true,
    // In its own format a diagram loses nothing that is to be told here.
    quiet: own,
  }
  const { drawings, messages } = await prepareWith(format, reading.graphs, settings)
  const losses = own ? [] : messages.filter(message => isLoss(message) && !isAllowed(message, allow))
  const lost =
    losses.length > maxLosses ? losses.map(loss => say.lostOnTheWay({ title: format.title, loss })) : []
  const limits = messages.filter(({ severity }) => severity === 'error')
  if (drawings.length < reading.graphs.length) return [...limits, ...lost]
  const { files } = await finishWith(format, drawings, settings)
  const found = [...limits, ...lost]
  const wanted = drawings.map(({ graph }) => graph)
  for (const [place, { text }] of files.entries()) {
    const graphs = files.length === 1 ? wanted : wanted.slice(place, place + 1)
    const given = files.length === 1 ? reading.graphs : reading.graphs.slice(place, place + 1)
    const fault = await writtenAndRead(format, { text, wanted: graphs, given }, options, own)
    if (fault) found.push(fault)
  }
  return found
}

interface Written {
  readonly text: string
  /** The graphs that it was written of. */
  readonly wanted: readonly Graph[]
  /** What these were before they were lowered. */
  readonly given: readonly Graph[]
}

async function writtenAndRead(
  format: Format,
  { text, wanted, given }: Written,
  options: FormatOptions,
  own: boolean,
): Promise<Message | undefined> {
  const { title } = format
  const at = wanted[0]?.at
  // A format that is only written proves nothing.
  if (!format.read) return undefined
  const back = readWith(format, text, options, [], { carry: false })
  const error = back.messages.find(({ severity }) => severity === 'error')
  if (error) return say.unreadable({ title, text: error.text }, at)
  // What nothing had to be changed in, and what comes back as it was in all respects, is written as it was.
  if (!format.layOut && areAlike(wanted, back.graphs) && areAlike(given, wanted)) return undefined
  if (back.graphs.length !== wanted.length)
    return say.notTheSame(
      { title, difference: `${back.graphs.length} graphs instead of ${wanted.length}` },
      at,
    )
  for (const [place, graph] of wanted.entries()) {
    const difference = firstDifference(graph, back.graphs[place]!)
    if (difference !== undefined) return say.notTheSame({ title, difference }, graph.at)
  }
  // A text that says what its graphs were read from is another one where they were read from itself.
  if (!own) return undefined
  const again = await prepareWith(format, back.graphs, {
    from: format.name,
    layouts: back.layouts,
    options,
    checked: true,
    quiet: true,
  })
  const second = (await finishWith(format, again.drawings, { options })).files[0]?.text
  return second === text ? undefined : say.unstable({ title }, at)
}

/** Whether a code is among those of a list, in which `loss/*` stands for all that begin so. */
export const isAllowed = ({ code }: Message, allow: readonly string[]): boolean =>
  allow.some(name => name === code || (name.endsWith('*') && code.startsWith(name.slice(0, -1))))
