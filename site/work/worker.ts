/** The thread in which diagrams are read, converted and drawn. */
import type { Question, Reply } from '../shared/protocol.js'
import { jobs } from './jobs.js'

const scope = globalThis as unknown as {
  onmessage: (event: { readonly data: Question }) => void
  postMessage: (reply: Reply) => void
}

scope.onmessage = async ({ data: { number, kind, request } }) => {
  try {
    const job = jobs[kind] as (request: unknown) => Promise<unknown>
    scope.postMessage({ number, answer: await job(request) })
  } catch (error) {
    scope.postMessage({ number, fault: error instanceof Error ? error.message : String(error) })
  }
}
