/** ELK, loaded when it is first needed, and asked without waiting. */
import type { ELK, ElkNode } from 'elkjs/lib/elk-api.js'

/** Lays a graph out. Rejects where ELK cannot. */
export type AskElk = (graph: ElkNode) => Promise<ElkNode>

/**
 * What ELK's own build for one thread has inside: it answers at once, but its API waits for two timers around that, which take as long as
 * a small graph does.
 */
interface Inside {
  readonly worker?: {
    readonly worker?: {
      onmessage?: (reply: { readonly data: Reply }) => void
      readonly dispatcher?: { readonly saveDispatch?: (question: { readonly data: object }) => void }
    }
  }
}
interface Reply {
  readonly id: number
  readonly data?: ElkNode
  readonly error?: unknown
}

/** No number that the API gives to a question. */
const OURS = -1

let asking: AskElk | undefined

export async function loadElk(): Promise<AskElk> {
  if (asking) return asking
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js')
  const Constructor = (Elk as unknown as { default?: typeof Elk }).default ?? Elk
  asking = asked(new (Constructor as unknown as new () => ELK)())
  return asking
}

/** Asks by the API first, which registers what ELK can do before, and from then on without its timers, if this build has them. */
function asked(elk: ELK): AskElk {
  let isReady = false
  return async graph => {
    const inside = (elk as unknown as Inside).worker?.worker
    const dispatch = inside?.dispatcher?.saveDispatch
    if (!isReady || !inside || !dispatch) {
      const first = await elk.layout(graph)
      isReady = true
      return first
    }
    let reply: Reply | undefined
    const usual = inside.onmessage
    inside.onmessage = ({ data }) => {
      reply = data
    }
    try {
      dispatch({ data: { id: OURS, cmd: 'layout', graph, layoutOptions: {}, options: {} } })
    } finally {
      if (usual) inside.onmessage = usual
    }
    if (reply?.id !== OURS || !reply.data) throw reply?.error ?? new Error('ELK gave no answer')
    return reply.data
  }
}

/** Asks nothing twice: the same question has the same answer, and the very same object. */
export function remembering(ask: AskElk): AskElk {
  const answers = new Map<string, ElkNode>()
  return async graph => {
    // ELK writes its answer into the question.
    const question = JSON.stringify(graph)
    const answer = answers.get(question) ?? (await ask(graph))
    answers.set(question, answer)
    return answer
  }
}
