/** Many things done in several threads, this one among them, where they are many; the results come in the order of the things. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'

/** So many things are done at once: few enough that all threads end together, many enough that handing them over costs nothing. */
const BATCH = 16

/** From so many things on, another thread is started sooner than this one is done. */
const MANY = 256

/** So many batches wait for a thread, so that it need not wait for this one to look up from its own. */
const WAITING = 3

export interface Threads {
  /** The program of a thread; nothing where there is only this one. */
  readonly worker: URL | undefined
  /** How many threads, with this one; as many as the machine has cores where it is left out. */
  readonly workers: number | undefined
}

/** Something that is done with many things, all alike. */
export interface Work<Item, Shared, Result> {
  /** What the program of a thread calls it. */
  readonly name: string
  /** Plain data, so that it reaches other threads as it is. */
  readonly shared: Shared
  readonly here: (items: readonly Item[]) => AsyncIterable<Result>
  /** A thing as it is handed to another thread, where that is not the thing itself. */
  readonly plain?: (item: Item) => unknown
}

/** What a thread is started with: what it is to do with every batch, and what it shares with all of them. */
export interface Begun {
  readonly name: string
  readonly shared: unknown
}

/** What a thread is handed. */
export interface Batch {
  readonly place: number
  readonly items: readonly unknown[]
}

/** What it gives back: what became of a batch, or the fault that kept it from that. */
export type Done =
  | 'ready'
  | ({ readonly place: number } & ({ readonly results: readonly unknown[] } | { readonly fault: unknown }))

/** Gives the result of each thing, in their order, as soon as it and those before it are there. No thread is far ahead of who takes them. */
export async function* overThreads<Item, Shared, Result>(
  items: readonly Item[],
  work: Work<Item, Shared, Result>,
  { worker, workers = availableParallelism() }: Threads,
): AsyncGenerator<Result> {
  const batches = inBatches(items)
  const others = !worker || items.length < MANY ? 0 : Math.min(workers, batches.length) - 1
  const pool = others > 0 ? new Pool(worker!, others, work, batches) : undefined
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

const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

/** Threads that each have some batches to do, while this one does some of its own. */
class Pool<Item, Shared, Result> {
  readonly #threads: { readonly worker: Worker; waiting: number }[]
  readonly #done = new Map<number, readonly unknown[]>()
  /** The first batch that nobody has begun. */
  #next = 0
  #fault: { readonly error: unknown } | undefined
  #told: () => void = () => {}

  constructor(
    program: URL,
    count: number,
    readonly work: Work<Item, Shared, Result>,
    readonly batches: readonly (readonly Item[])[],
  ) {
    const { name, shared } = work
    this.#threads = Array.from({ length: count }, () => {
      const worker = new Worker(program, { workerData: { name, shared } satisfies Begun })
      // While it is not ready, this one is sooner done.
      const thread = { worker, waiting: WAITING }
      worker.on('message', (done: Done) => {
        if (done === 'ready') {
          thread.waiting = 0
          return
        }
        thread.waiting--
        if ('fault' in done) this.#failed(done.fault)
        else this.#done.set(done.place, done.results)
        this.#told()
      })
      worker.on('error', error => this.#failed(error))
      worker.on('exit', () => this.#failed(new Error('a thread ended before its work was done')))
      return thread
    })
  }

  /**
   * Waits until a batch is done, and does others in the meantime. Throws the fault of a thread.
   * @returns the batch where it is still to be done, here; nothing where it is done
   */
  async until(place: number): Promise<readonly Item[] | undefined> {
    for (;;) {
      if (this.#fault) throw this.#fault.error
      this.#handOut(place)
      if (this.#done.has(place)) return undefined
      if (this.#next === place) return this.batches[this.#next++]
      if (this.#mayBegin(place)) await this.#doOne()
      else await new Promise<void>(resolve => (this.#told = resolve))
    }
  }

  /** What became of a batch that is done. */
  take(place: number): readonly unknown[] {
    const results = this.#done.get(place)!
    this.#done.delete(place)
    return results
  }

  async end(): Promise<void> {
    this.#failed = () => {}
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()))
  }

  #mayBegin(place: number): boolean {
    const most = place + 2 * WAITING * (this.#threads.length + 1)
    return this.#next < Math.min(this.batches.length, most)
  }

  /** Everyone has something to do, and the first in order is done first. */
  #handOut(place: number): void {
    for (let waiting = 0; waiting < WAITING; waiting++)
      for (const thread of this.#threads) {
        if (thread.waiting > waiting || !this.#mayBegin(place)) continue
        const batch = this.#next++
        const { plain = item => item } = this.work
        thread.waiting++
        thread.worker.postMessage({ place: batch, items: this.batches[batch]!.map(plain) } satisfies Batch)
      }
  }

  /** Does a batch here that is not to be taken yet. */
  async #doOne(): Promise<void> {
    const place = this.#next++
    const results: Result[] = []
    for await (const result of this.work.here(this.batches[place]!)) results.push(result)
    this.#done.set(place, results)
    await turn()
  }

  #failed = (error: unknown): void => {
    this.#fault ??= { error }
    this.#told()
  }
}
