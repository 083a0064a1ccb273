/** Many files through a command: in this thread, or where they are many in several; the results come in the order of the files. */
import { availableParallelism } from 'node:os'
import type { FormatEntry } from '../../format.js'
import type { Input } from '../inputs.js'
import type { FileResult } from './result.js'
import type { TaskSettings } from './settings.js'
import { taskOfFile } from './task-of-file.js'

/** So many files are handed to a thread at once: few enough to share the work evenly, many enough that handing over costs nothing. */
const BATCH = 64

/** From so many files on, another thread is started sooner than this one is done. */
const MANY = 256

export interface Running {
  readonly formats: readonly FormatEntry[]
  /** The program of a thread; nothing where there is only this one. */
  readonly worker: URL | undefined
  /** How many threads; as many as the machine has cores where it is left out. */
  readonly workers: number | undefined
}

/** What a thread gets: names of files, which it reads itself. */
export interface Batch {
  readonly names: readonly string[]
  readonly settings: TaskSettings
}

/** Gives the result of each input, in their order, as soon as it and those before it are there. */
export async function* resultsOf(
  inputs: readonly Input[],
  settings: TaskSettings,
  { formats, worker, workers = availableParallelism() }: Running,
): AsyncGenerator<FileResult> {
  const named = inputs.every(({ path }) => path !== undefined)
  if (!worker || workers < 2 || !named || inputs.length < MANY) {
    yield* oneByOne(inputs, settings, formats)
    return
  }
  const { Tinypool } = await import('tinypool')
  const pool = new Tinypool({ filename: worker.href, minThreads: workers, maxThreads: workers })
  try {
    const batches: Promise<readonly FileResult[]>[] = []
    for (let start = 0; start < inputs.length; start += BATCH) {
      const names = inputs.slice(start, start + BATCH).map(({ path }) => path!)
      const batch = pool.run({ names, settings } satisfies Batch, { name: 'batch' }) as Promise<
        readonly FileResult[]
      >
      // A fault is thrown where its turn comes; until then nobody else hears of it.
      batch.catch(() => {})
      batches.push(batch)
    }
    for (const batch of batches) yield* await batch
  } finally {
    await pool.destroy()
  }
}

/** In this thread, one after the other. */
export async function* oneByOne(
  inputs: readonly Input[],
  settings: TaskSettings,
  formats: readonly FormatEntry[],
): AsyncGenerator<FileResult> {
  for (const input of inputs) yield await taskOfFile(input, settings, formats)
}
