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

/**
 * Where files are only read, two threads on two cores gain nothing before some ten seconds of work (18,000 small flowcharts checked), and cost
 * half as much again: each makes its code fast for itself. Writing files waits for the disk, and gains at once.
 */
const PATIENCE = 5000

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
    {
      ...threads,
      ...(!named && { worker: undefined }),
      ...(!settings.write && settings.task !== 'convert' && { patience: PATIENCE }),
    },
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
