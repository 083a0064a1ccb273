/** Threads that have something to do at the same time. Loaded where there are several. */
import { Worker } from 'node:worker_threads'
import type { Batch, Begun, Done, Work } from './handed.js'
import { turn } from './turn.js'

/** So many batches wait for a thread, so that it need not wait for this one to look up from its own. */
const WAITING = 3

/** Threads that each have some batches to do, while this one does some of its own. */
export class Pool<Item, Shared, Result> {
  readonly #threads: { readonly worker: Worker; waiting: number }[]
  readonly #done = new Map<number, readonly unknown[]>()
  /** The first batch that nobody has begun. */
  #next: number
  #fault: { readonly error: unknown } | undefined
  #told: () => void = () => {}

  /** @param threads how many, and the first batch that is theirs */
  constructor(
    program: URL,
    { count, first }: { readonly count: number; readonly first: number },
    readonly work: Work<Item, Shared, Result>,
    readonly batches: readonly (readonly Item[])[],
  ) {
    this.#next = first
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
