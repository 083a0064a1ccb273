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

/** So many batches of each thread are under way, or wait to be taken. */
const AHEAD_OF_THREAD = 3

export interface Running {
  readonly formats: readonly FormatEntry[]
  /** The program of a thread; nothing where there is only this one. */
  readonly worker: URL | undefined
  /** How many threads; as many as the machine has cores where it is left out. */
  readonly workers: number | undefined
}

/** What a thread gets: files, which it reads itself. */
export interface Batch {
  readonly inputs: readonly Omit<Input, 'load'>[]
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
    // Results that nobody has taken yet are few, however many files there are.
    const waiting: Promise<readonly FileResult[]>[] = []
    for (let start = 0; start < inputs.length || waiting.length > 0; ) {
      for (; start < inputs.length && waiting.length < workers * AHEAD_OF_THREAD; start += BATCH) {
        const some = inputs.slice(start, start + BATCH).map(({ load: _, ...input }) => input)
        const batch: Promise<readonly FileResult[]> = pool.run({ inputs: some, settings } satisfies Batch, {
          name: 'batch',
        })
        // A fault is thrown where its turn comes; until then nobody else hears of it.
        batch.catch(() => {})
        waiting.push(batch)
      }
      yield* await waiting.shift()!
    }
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
