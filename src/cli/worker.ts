/** A thread of the command line: files of a batch through a command. */
import { formats } from '../../converters/index.js'
import type { FileResult } from './files/result.js'
import { type Batch, oneByOne } from './files/run.js'
import { fileInput } from './inputs.js'

export async function batch({ names, settings }: Batch): Promise<FileResult[]> {
  const results: FileResult[] = []
  const inputs = names.map(name => fileInput(name, name))
  for await (const result of oneByOne(inputs, settings, formats)) results.push(result)
  return results
}
