/** Asks the software of a format about one text after the other, in a thread that is ended where it hangs. */
import { Worker } from 'node:worker_threads'
import type { OfficialAnswer } from '../../official.js'
import { CommandError, exitCodes } from '../exit.js'

/** Software that was found: plain values, so that they reach other threads. */
export interface OfficialAt {
  /** The name of the format. */
  readonly format: string
  /** The program of the thread. */
  readonly thread: string
  /** The file of each package. */
  readonly packages: Readonly<Record<string, string>>
  readonly versions: readonly string[]
}

/** So long may it take for one diagram, and to get ready: nobody waits longer for a page. */
const SECONDS = 20
const SECONDS_TO_START = 120

/** One thread for each software. */
const threads = new Map<string, Promise<Worker>>()

/** The answer to a text. Whatever becomes of the thread is an answer, too. */
export async function askOfficial(
  official: OfficialAt,
  text: string,
  seconds = SECONDS,
): Promise<OfficialAnswer> {
  const key = JSON.stringify(official)
  const started = threads.get(key) ?? start(official)
  threads.set(key, started)
  const worker = await started
  worker.postMessage(text)
  const answer = await next(worker, seconds)
  if (answer === 'late' || answer instanceof Error) {
    threads.delete(key)
    await worker.terminate()
  }
  if (answer === 'late') return { seconds }
  return answer instanceof Error ? { text: answer.message } : (answer as OfficialAnswer)
}

async function start(official: OfficialAt): Promise<Worker> {
  const worker = new Worker(new URL(official.thread), { workerData: official })
  // What goes wrong while nobody asks is no fault of ours.
  worker.on('error', () => {})
  const answer = await next(worker, SECONDS_TO_START)
  if (answer === 'ready') return worker
  await worker.terminate()
  const why = answer instanceof Error ? answer.message : 'it does not come to an end'
  throw new CommandError(
    `${Object.keys(official.packages)[0]} cannot be started: ${why}`,
    exitCodes.unreadable,
  )
}

/** What a thread says next, or that it says nothing in time. While nobody waits, it keeps no process from its end. */
function next(worker: Worker, seconds: number): Promise<unknown> {
  return new Promise(resolve => {
    const done = (answer: unknown) => {
      clearTimeout(timer)
      worker.off('message', done).off('error', done).off('exit', ended)
      worker.unref()
      resolve(answer)
    }
    const ended = () => done(new Error('it ended'))
    const timer = setTimeout(() => done('late'), seconds * 1000)
    worker.ref()
    worker.once('message', done)
    worker.once('error', done)
    worker.once('exit', ended)
  })
}
