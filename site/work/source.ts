/** Texts as graphs. The last ones are kept, since each is asked for several things. */
import { type Format, hasErrors, type Message, type ReadOutcome, read } from '../../src/core.js'
import type { Written } from '../shared/protocol.js'
import { everyFormat, formatFound, loaded } from './load.js'

export interface Source {
  readonly format: Format
  readonly reading: ReadOutcome
}

const KEPT = 4
const kept = new Map<string, Promise<Source | undefined>>()

/**
 * What a text says; nothing where its format cannot be told.
 * @param carry false where what the text carries of another format is not to be read
 */
export function sourceOf({ text, format }: Written, carry = true): Promise<Source | undefined> {
  const key = `${format} ${carry} ${text}`
  const known = kept.get(key)
  if (known) return known
  const found = readSource(text, format, carry)
  kept.set(key, found)
  found.catch(() => kept.delete(key))
  const [oldest] = kept.keys()
  if (kept.size > KEPT) kept.delete(oldest!)
  return found
}

async function readSource(
  text: string,
  named: Written['format'],
  carry: boolean,
): Promise<Source | undefined> {
  const format = named === 'auto' ? await formatFound(text) : await loaded(named)
  if (!format) return undefined
  const first = read(text, { format, carry })
  if (!hasErrors(first.messages)) return { format, reading: first }
  const formats = await everyFormat()
  const reading = read(text, { format, formats, carry })
  const other = formats.find(({ name }) => name === reading.format)
  return { format: other ?? format, reading }
}

/** The first error, for who cannot go on because of it. */
export const firstError = (messages: readonly Message[]): Message | undefined =>
  messages.find(({ severity }) => severity === 'error')
