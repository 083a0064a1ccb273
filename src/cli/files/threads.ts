/** Many things done in several threads, this one among them, where they are many; the results come in the order of the things. */
import { availableParallelism } from 'node:os'
import type { Work } from './handed.js'
import { turn } from './turn.js'

/** So many things are done at once: few enough that all threads end together, many enough that handing them over costs nothing. */
const BATCH = 16

/** From so many things on, another thread is started sooner than this one is done. */
const MANY = 256

export interface Threads {
  /** The program of a thread; nothing where there is only this one. */
  readonly worker: URL | undefined
  /** How many threads, with this one; as many as the machine has cores where it is left out. */
  readonly workers: number | undefined
}

/** Gives the result of each thing, in their order, as soon as it and those before it are there. No thread is far ahead of who takes them. */
export async function* overThreads<Item, Shared, Result>(
  items: readonly Item[],
  work: Work<Item, Shared, Result>,
  { worker, workers = availableParallelism() }: Threads,
): AsyncGenerator<Result> {
  const batches = inBatches(items)
  const others = !worker || items.length < MANY ? 0 : Math.min(workers, batches.length) - 1
  const pool = others > 0 ? new (await import('./pool.js')).Pool(worker!, others, work, batches) : undefined
  try {
    for (let place = 0; place < batches.length; place++) {
      const own = pool ? await pool.until(place) : batches[place]!
      yield* own === undefined ? (pool!.take(place) as Result[]) : work.here(own)
      // Whoever wants to stop all of this, or to be told something, gets a word in.
      await turn()
    }
  } finally {
    await pool?.end()
  }
}

function inBatches<Item>(items: readonly Item[]): Item[][] {
  const batches: Item[][] = []
  for (let start = 0; start < items.length; start += BATCH) batches.push(items.slice(start, start + BATCH))
  return batches
}
