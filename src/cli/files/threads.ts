/** Many things done in several threads, this one among them, where they are many; the results come in the order of the things. */
import { availableParallelism } from 'node:os'
import type { Work } from './handed.js'
import { turn } from './turn.js'

/** So many things are done at once: few enough that all threads end together, many enough that handing them over costs nothing. */
const BATCH = 16

/** From so many things on, another thread may be worth its start. */
const MANY = 256

export interface Threads {
  /** The program of a thread; nothing where there is only this one. */
  readonly worker: URL | undefined
  /** How many threads, with this one; where it is left out as many as the machine has cores. */
  readonly workers: number | undefined
  /**
   * Where nobody says how many, one core is left to what makes code fast, which runs beside each thread, until this thread has worked so many
   * milliseconds and has as much before it. Left out: none is.
   */
  readonly patience?: number
}

/** Gives the result of each thing, in their order, as soon as it and those before it are there. No thread is far ahead of who takes them. */
export async function* overThreads<Item, Shared, Result>(
  items: readonly Item[],
  work: Work<Item, Shared, Result>,
  { worker, workers, patience }: Threads,
): AsyncGenerator<Result> {
  const batches = inBatches(items)
  const cores = availableParallelism()
  const most = worker && items.length >= MANY ? Math.min(workers ?? cores, batches.length) : 1
  const atOnce = workers ?? (patience === undefined ? cores : Math.max(cores - 1, 1))
  const others = Math.min(atOnce, most) - 1
  const open = async (count: number, first: number) =>
    new (await import('./pool.js')).Pool(worker!, { count, first }, work, batches)
  let pool = others > 0 ? await open(others, 0) : undefined
  const began = performance.now()
  /** What is left takes as long as what was done. */
  const isWorthOne = (done: number, least: number): boolean => {
    const spent = performance.now() - began
    return spent >= least && (spent / done) * (batches.length - done) >= least
  }
  try {
    for (let place = 0; place < batches.length; place++) {
      if (!pool && most > 1 && patience !== undefined && place > 0 && isWorthOne(place, patience))
        pool = await open(1, place)
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
