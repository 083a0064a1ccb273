/** Pairs of files that hold the same diagram: whether they do, and the second brought up to date with the first. */
import { convertWith } from '../../convert.js'
import type { Format, FormatEntry, FormatOptions } from '../../format.js'
import { hasErrors, type Message } from '../../messages/message.js'
import { bringBack } from '../../put/bring-back.js'
import { readAmong } from '../../read.js'
import { readBytes } from '../bytes.js'
import { CommandError } from '../exit.js'
import { fileInput } from '../inputs.js'
import { textOfBytes } from '../outputs.js'
import { everyFormat, sourceFormat } from '../sources.js'

/** The first is followed by the second. */
export type Pair = readonly [source: string, follower: string]

/** The bytes of a file of a pair: as it stands in the folder, or as it is staged. */
export type Loading = (file: string) => Promise<Uint8Array>

export interface Step {
  /** The follower as it stands. */
  readonly before: string
  /** The follower as it is to be; the same text where the two hold the same diagram. */
  readonly text: string
  /** The format of the follower. */
  readonly format: Format
  /** Why it cannot be brought up to date: of the follower where `of` says so, else of the source. */
  readonly messages: readonly Message[]
  readonly of: 'source' | 'follower'
  readonly source: string
}

/** What the follower has to become to hold the diagram of its source. Nothing is written. Throws a `CommandError` for files that cannot be read. @param load gives the bytes of both */
export async function stepOf(
  [source, follower]: Pair,
  options: FormatOptions,
  formats: readonly FormatEntry[],
  load: Loading = readBytes,
): Promise<Step> {
  const [bytes, there] = [await load(source), await load(follower)]
  const [from, to] = [await formatOf(source, bytes, formats), await formatOf(follower, there, formats)]
  const before = textOfBytes(follower, there, to)
  const step = { before, format: to }
  if (to.put && !to.update) {
    const reading = await readAmong(from, bytes, options, () => everyFormat({ formats }), { carry: false })
    if (hasErrors(reading.messages))
      return { ...step, text: before, messages: reading.messages, of: 'source', source: reading.source }
    const { text, messages } = bringBack(to, before, from, reading.graphs, options)
    return { ...step, text, messages, of: 'follower', source: before }
  }
  if (!to.write) throw new CommandError(`${to.title} can only be read, so ${follower} follows nothing`)
  const {
    text,
    messages,
    source: read,
  } = await convertWith(from, to, bytes, {
    soundOnly: true,
    options,
    ...(to.update && { existing: before }),
  })
  const errors = messages.filter(({ severity }) => severity === 'error')
  return { ...step, text: errors.length > 0 ? before : text, messages: errors, of: 'source', source: read }
}

async function formatOf(file: string, bytes: Uint8Array, formats: readonly FormatEntry[]): Promise<Format> {
  return sourceFormat({ formats, from: undefined }, fileInput(file, file), bytes)
}
