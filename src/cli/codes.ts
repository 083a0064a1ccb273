/** Every code that a message can have: those of the core and of each format. */
import type { FormatEntry } from '../format.js'
import { codesOf } from '../lint/settings.js'
import type { CodeEntry } from '../messages/code.js'
import { everyFormat } from './sources.js'

export async function allCodes(formats: readonly FormatEntry[]): Promise<ReadonlyMap<string, CodeEntry>> {
  return codesOf(await everyFormat({ formats }))
}
