/** A thread of the command line: files of a batch through a command. */
import { formats } from '../../converters/index.js'
import type { FileResult } from './files/result.js'
import type { Batch } from './files/run.js'
import { taskOfFile } from './files/task-of-file.js'
import { fileInput } from './inputs.js'

export async function batch({ names, settings }: Batch): Promise<FileResult[]> {
  const results: FileResult[] = []
  for (const name of names) results.push(await taskOfFile(fileInput(name, name), settings, formats))
  return results
}
