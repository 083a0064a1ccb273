/** How much of a format a conversion needs: most go from one text to another and need but half of each, which is loaded in half the time. */
import type { Format, FormatEntry } from '../format.js'
import type { ReadOutcome } from '../read.js'
import type { TaskSettings } from './files/settings.js'

/** What reads a diagram for a task. With options, whoever wrote them may mean what only the whole knows. */
export function readingPart(
  { name, load, reader = load }: FormatEntry,
  { convert, options }: TaskSettings,
): Promise<Format> {
  const isPlain = [options, convert?.options].every((given = {}) => Object.keys(given).length === 0)
  return convert && convert.to !== name && isPlain ? reader() : load()
}

/**
 * What writes a diagram anew that was read.
 * @param reading what stands in documents of the target's own, and what turned out to be in another format than it seemed, needs the whole
 */
export function writingPart(
  { name, load, writer = load }: FormatEntry,
  { format, documents = [] }: Pick<ReadOutcome, 'format' | 'documents'> = {},
): Promise<Format> {
  const isWhole = format !== undefined || documents.some(document => document?.format === name)
  return isWhole ? load() : writer()
}
