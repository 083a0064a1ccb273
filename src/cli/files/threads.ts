/** Many things done in several threads, where they are many; the results come in the order of the things. */
import { availableParallelism } from 'node:os'

/** So many things are handed to a thread at once: few enough to share the work evenly, many enough that handing over costs nothing. */
const BATCH = 64

/** From so many things on, another thread is started sooner than this one is done. */
const MANY = 256

export interface Threads {
  /** The program of a thread; nothing where there is only this one. */
  readonly worker: URL | undefined
  /** How many threads; as many as the machine has cores where it is left out. */
  readonly workers: number | undefined
}

/** Something that is done with many things, all alike: plain data, so that it reaches other threads as it is. */
export interface Work<Item, Shared, Result> {
  /** What the program of a thread calls it. */
  readonly name: string
  readonly shared: Shared
  readonly here: (items: readonly Item[], shared: Shared) => AsyncIterable<Result>
}

export interface Batch<Item, Shared> {
  readonly items: readonly Item[]
  readonly shared: Shared
}

/** Gives the result of each thing, in their order, as soon as it and those before it are there. No thread is far ahead of who takes them. */
export async function* overThreads<Item, Shared, Result>(
  items: readonly Item[],
  { name, shared, here }: Work<Item, Shared, Result>,
  { worker, workers = availableParallelism() }: Threads,
): AsyncGenerator<Result> {
  if (!worker || workers < 2 || items.length < MANY) {
    yield* here(items, shared)
    return
  }
  const { Tinypool } = await import('tinypool')
  const pool = new Tinypool({ filename: worker.href, minThreads: workers, maxThreads: workers })
  try {
    const batches: Promise<readonly Result[]>[] = []
    let start = 0
    const ask = () => {
      const batch = pool.run(
        { items: items.slice(start, start + BATCH), shared } satisfies Batch<Item, Shared>,
        { name },
      ) as Promise<readonly Result[]>
      start += BATCH
      // A fault is thrown where its turn comes; until then nobody else hears of it.
      batch.catch(() => {})
      batches.push(batch)
    }
    while (start < items.length && batches.length < 3 * workers) ask()
    for (let next = batches.shift(); next; next = batches.shift()) {
      const results = await next
      if (start < items.length) ask()
      yield* results
    }
  } finally {
    await pool.destroy()
  }
}
