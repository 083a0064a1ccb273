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
  if (inputs.some(({ path }) => path === undefined)) yield* oneByOne(inputs, settings, formats)
  else
    yield* overThreads(
      inputs.map(({ path }) => path!),
      { name: 'batch', shared: settings, here: () => oneByOne(inputs, settings, formats) },
      threads,
    )
}

/** So many files are opened before their turn comes. */
const AHEAD = 8

/** In this thread: the next files are read while one is looked at. */
export async function* oneByOne(
  inputs: readonly Input[],
  settings: TaskSettings,
  formats: readonly FormatEntry[],
): AsyncGenerator<FileResult> {
  const loads: (Promise<Uint8Array> | undefined)[] = []
  for (const [place, input] of inputs.entries()) {
    for (let next = loads.length; next < Math.min(place + AHEAD, inputs.length); next++) {
      const load = inputs[next]!.load()
      // A file that cannot be read says so when its turn comes.
      load.catch(() => {})
      loads.push(load)
    }
    const load = loads[place]!
    loads[place] = undefined
    yield await taskOfFile({ ...input, load: () => load }, settings, formats)
  }
}
