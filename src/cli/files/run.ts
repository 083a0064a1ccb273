/** Many files through a command: in this thread, or where they are many in several; the results come in the order of the files. */
import type { FormatEntry } from '../../format.js'
import type { Input } from '../inputs.js'
import type { FileResult } from './result.js'
import type { TaskSettings } from './settings.js'
import { taskOfFile } from './task-of-file.js'
import { overThreads, type Threads } from './threads.js'

export interface Running extends Threads {
  readonly formats: readonly FormatEntry[]
}

/** Gives the result of each input, in their order, as soon as it and those before it are there. */
export async function* resultsOf(
  inputs: readonly Input[],
  settings: TaskSettings,
  { formats, ...threads }: Running,
): AsyncGenerator<FileResult> {
  // What has no name cannot be read in another thread.
  const named = inputs.every(({ path }) => path !== undefined)
  yield* overThreads(
    inputs,
    {
      name: 'files',
      shared: settings,
      here: items => oneByOne(items, settings, formats),
      plain: ({ load: _, ...input }) => input,
    },
    named ? threads : { ...threads, worker: undefined },
  )
}

/** In this thread, one after the other. */
export async function* oneByOne(
  inputs: readonly Input[],
  settings: TaskSettings,
  formats: readonly FormatEntry[],
): AsyncGenerator<FileResult> {
  for (const input of inputs) yield await taskOfFile(input, settings, formats)
}
