/** A graph into the Mermaid text that it came from. */
import type { FormatOptions, PutChange } from '../../../src/format.js'
import { sameGraph } from '../../../src/ir/difference.js'
import type { TextEdit } from '../../../src/messages/message.js'
import { changedLines } from '../../../src/put/changed-lines.js'
import { writeMermaid } from '../write/write.js'
import { withAttributes } from './attributes.js'
import { withEdges } from './edges.js'
import { renamedAndCut } from './first.js'
import { withGroups } from './groups.js'
import { withNodes } from './nodes.js'
import { inOrder } from './order.js'
import { readable } from './readable.js'
import { withSpelling } from './respell.js'
import { type State, stateOf } from './state.js'

const steps = [withGroups, withNodes, withEdges, inOrder, withSpelling, withAttributes]

/** How often steps are tried: each makes room for the next, and a diagram has no end of levels. */
const MOST_ROUNDS = 60

/**
 * The edits that make `text` read as `change.after`. What is gone goes first; then subgraphs, nodes and edges come to where
 * they belong, in this order, each step over what the one before has left, and last what is said of them.
 */
export function putMermaid(text: string, change: PutChange, options: FormatOptions): readonly TextEdit[] {
  const start = stateOf(text, [...change.before.edges.keys()], {
    options,
    spelled: new Map(),
    tried: new Set(),
  })
  const state = start && converge(renamedAndCut(start, change), change)
  const anew = () => writeMermaid([{ graph: change.after }], options)
  return changedLines(text, readable(state ?? anew(), options, anew))
}

/** The text that reads as wanted; `undefined` where no step leads there. */
function converge(first: State | undefined, { after }: PutChange): string | undefined {
  let state = first
  for (let round = 0; round < MOST_ROUNDS && state; round++) {
    if (sameGraph(state.graph, after)) return state.doc.text
    let next: State | undefined = state
    for (const step of steps) {
      next = step(state, after)
      if (next !== state) break
    }
    if (next === state) return undefined
    state = next
  }
  return undefined
}
