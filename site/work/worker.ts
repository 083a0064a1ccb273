/** The thread in which diagrams are read, converted and drawn. */
import type { Question, Reply } from '../shared/protocol.js'
import { jobs } from './jobs.js'

interface Scope {
  onmessage: unknown
  addEventListener(name: 'message', act: (event: { readonly data: Question }) => void): void
  postMessage(reply: Reply): void
}

const scope = globalThis as unknown as Scope

scope.addEventListener('message', ({ data }) => {
  // The layout engine takes a worker that it is loaded in for its own, and all messages for its tasks.
  scope.onmessage = null
  void reply(data)
})

async function reply({ number, kind, request }: Question): Promise<void> {
  try {
    const job = jobs[kind] as (request: unknown) => Promise<unknown>
    scope.postMessage({ number, answer: await job(request) })
  } catch (error) {
    scope.postMessage({ number, fault: error instanceof Error ? error.message : String(error) })
  }
}
