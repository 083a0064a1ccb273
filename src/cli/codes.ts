/** Every code that a message can have: those of the core and of each format. */
import type { FormatEntry } from '../format.js'
import type { CodeEntry } from '../messages/code.js'
import { codes } from '../messages/codes.js'
import { everyFormat } from './sources.js'

export async function allCodes(formats: readonly FormatEntry[]): Promise<ReadonlyMap<string, CodeEntry>> {
  const brought = (await everyFormat({ formats })).map(format => format.codes ?? {})
  return new Map(Object.entries(Object.assign({}, codes, ...brought) as Record<string, CodeEntry>))
}
