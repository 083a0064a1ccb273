/** The proof that fixes do what their messages say: the text is read before and behind, and the two graphs are compared. */
import type { Format } from '../format.js'
import { differences, sameGraph } from '../ir/difference.js'
import type { Graph } from '../ir/model.js'
import { targetOf } from '../lower/editor.js'
import { lower } from '../lower/lower.js'
import type { Message, TextEdit } from '../messages/message.js'
import { differsElsewhere } from './elsewhere.js'
import type { FixKind } from './kinds.js'
import type { Linted } from './lint.js'

export interface Tried {
  readonly format: Format
  /** What stood there. */
  readonly linted: Linted
  /** What stands there with the edits made. */
  readonly after: Linted
  readonly edits: readonly TextEdit[]
}

/** What is not as it should be where fixes of one kind are made, in a sentence; `undefined` where all is proved. */
export function faultOf(tried: Tried, messages: readonly Message[], kind: FixKind): string | undefined {
  const { linted, after } = tried
  const [was, is] = [errorsIn(linted), errorsIn(after)]
  const most = was - messages.filter(({ severity }) => severity === 'error').length
  if (is > (kind === 'error' ? Math.max(most, was - 1) : was))
    return 'Something would be wrong behind it that is not now.'
  const [before, now] = [linted.graphs, after.graphs]
  if (before.length !== now.length) return 'It would be another number of diagrams.'
  for (const [place, graph] of before.entries()) {
    const fault =
      kind === 'meaning' ? differsElsewhere(graph, now[place]!, tried) : differs(graph, now[place]!, tried)
    if (fault !== undefined) return fault
  }
  return undefined
}

function errorsIn({ found }: Linted): number {
  return found.filter(({ message }) => message.severity === 'error').length
}

/** Two graphs that are written the same in their own format are the same there: what a fix puts right, its writer puts right too. */
function differs(before: Graph, now: Graph, { format }: Tried): string | undefined {
  if (sameGraph(before, now)) return undefined
  const [first] = differences(held(before, format), held(now, format))
  return first && `The diagram would be another one, at ${first.path.join('/')}.`
}

function held(graph: Graph, format: Format): Graph {
  return format.capabilities ? lower(graph, targetOf(format, graph, {}, true)).graph : graph
}
