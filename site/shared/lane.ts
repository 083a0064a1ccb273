/** One worker and what waits for it. Of each kind only the newest question waits; what nobody waits for any longer is dropped. */
import type { AnswerOf, Kind, Question, Reply, RequestOf } from './protocol.js'

export interface WorkerLike {
  postMessage(question: Question): void
  terminate(): void
  onmessage: ((event: { readonly data: Reply }) => void) | null
  onerror: ((event: { readonly message?: string }) => void) | null
}

interface Job {
  readonly question: Question
  /** Only the newest of each is wanted. */
  readonly key: string
  readonly done: (answer: unknown) => void
  readonly failed: (error: Error) => void
  stale: boolean
}

/** So long a stale answer is waited for, in milliseconds, before the worker is started anew. */
const PATIENCE = 400

export class Lane {
  #worker: WorkerLike | undefined
  #running: Job | undefined
  #number = 0
  readonly #waiting = new Map<string, Job>()

  /** @param start a new worker */
  constructor(readonly start: () => WorkerLike) {}

  /**
   * The answer; nothing where a newer question of the kind took the place of this one.
   * @param who asks, where several ask questions of one kind
   */
  ask<K extends Kind>(kind: K, request: RequestOf<K>, who = ''): Promise<AnswerOf<K> | undefined> {
    return new Promise((resolve, reject) => {
      const question = { number: ++this.#number, kind, request }
      const key = `${kind} ${who}`
      this.#waiting.get(key)?.done(undefined)
      this.#waiting.set(key, { question, key, done: resolve as Job['done'], failed: reject, stale: false })
      if (this.#running?.key === key) this.#giveUp(this.#running)
      this.#next()
    })
  }

  /** Nobody waits for this one any longer. Most are done in a moment; what is not is stopped. */
  #giveUp(job: Job): void {
    if (job.stale) return
    job.stale = true
    setTimeout(() => {
      if (this.#running !== job) return
      this.#worker?.terminate()
      this.#worker = undefined
      this.#running = undefined
      job.done(undefined)
      this.#next()
    }, PATIENCE)
  }

  #next(): void {
    if (this.#running) return
    const [first] = this.#waiting
    if (!first) return
    const [key, job] = first
    this.#waiting.delete(key)
    this.#running = job
    this.#started().postMessage(job.question)
  }

  #started(): WorkerLike {
    if (this.#worker) return this.#worker
    const worker = this.start()
    worker.onmessage = ({ data }) => this.#answered(data)
    worker.onerror = ({ message = 'the worker could not be started' }) => {
      worker.terminate()
      this.#worker = undefined
      const job = this.#running
      this.#running = undefined
      job?.failed(new Error(message))
      this.#next()
    }
    this.#worker = worker
    return worker
  }

  #answered(reply: Reply): void {
    const job = this.#running
    if (job?.question.number !== reply.number) return
    this.#running = undefined
    if (job.stale) job.done(undefined)
    else if ('fault' in reply) job.failed(new Error(reply.fault))
    else job.done(reply.answer)
    this.#next()
  }
}
