/** A thread of the command line: files of a batch through a command. */
import { formats } from '../../converters/index.js'
import { readBytes } from './bytes.js'
import type { FileResult } from './files/result.js'
import { type Batch, oneByOne } from './files/run.js'

export async function batch({ inputs: named, settings }: Batch): Promise<FileResult[]> {
  const results: FileResult[] = []
  const inputs = named.map(input => ({ ...input, load: () => readBytes(input.path!) }))
  for await (const result of oneByOne(inputs, settings, formats)) results.push(result)
  return results
}
