/** Nodes in the text: where they are declared, and in which subgraph. */

import { lastAtMost } from '../../../src/ir/lists.js'
import type { Graph, Node } from '../../../src/ir/model.js'
import type { TextEdit } from '../../../src/messages/message.js'
import type { Document, Statement } from '../read/document.js'
import { commentLines } from '../words/comments.js'
import { nodeText } from '../write/labels.js'
import { guarded } from '../write/write.js'
import { indentIn, linesAfter } from './lines.js'
import { allowsIn, blocksOfId, boundariesOf, edited, removed, type State } from './state.js'

/** Takes the mentions out that keep nodes in the wrong subgraph, then puts in what is missing. */
export function withNodes(state: State, after: Graph): State | undefined {
  const { graph } = state
  const wrong = new Set<string>()
  for (const { id, group } of graph.nodes.values()) {
    const node = after.nodes.get(id)
    if (node && node.group !== group) wrong.add(id)
  }
  const cleared = wrong.size > 0 ? withoutMentions(state, after, wrong) : state
  if (cleared !== state) return cleared
  const missing = [...after.nodes.values()].filter(({ id }) => !graph.nodes.has(id) || wrong.has(id))
  return missing.length === 0 ? state : edited(state, insertions(state, after, missing))
}

function withoutMentions(state: State, after: Graph, wrong: ReadonlySet<string>): State | undefined {
  const { doc, graph, spelled } = state
  const allows = allowsIn(state, after)
  const drop = ({ chain, block }: Statement, id: string): boolean => {
    if (!wrong.has(id)) return false
    const alone = chain!.hops.length === 0 && block?.id !== after.nodes.get(id)!.group
    return alone || !allows(block, 'node', id)
  }
  const edges = new Set<number>()
  let any = false
  for (const statement of doc.statements) {
    for (const { id, at, idAt, decorated } of statement.chain?.groups.flat() ?? []) {
      if (!drop(statement, id)) continue
      any = true
      if (decorated && !spelled.has(id)) spelled.set(id, id + doc.text.slice(idAt[1], at[1]))
      for (let edge = statement.edges[0]; edge < statement.edges[1]; edge++) {
        const { from, to } = graph.edges[edge]!
        if (from.id === id || to.id === id) edges.add(edge)
      }
    }
  }
  return any ? removed(state, after, { drop, edges }) : state
}

function insertions(state: State, after: Graph, missing: readonly Node[]): TextEdit[] {
  const { doc, graph, spelled } = state
  const boundaries = boundariesOf(doc).of
  const spans = spansOf(doc, after)
  return missing.map(node => {
    const { id, group } = node
    const block = blocksOfId(doc).get(group ?? '')?.[0]
    const place = placeIn(boundaries.get(group) ?? [doc.statements.length - 1], spans.get(id)!)
    const known = graph.nodes.has(id)
    const text = guarded(spelled.get(id) ?? (known ? id : nodeText(node)))
    const lines = known ? [text] : [...commentLines(node), text]
    return linesAfter(
      doc,
      place,
      lines,
      indentIn(doc, doc.statements[place]?.inside ?? block, doc.statements[place]),
    )
  })
}

/** The first of the boundaries that are behind what comes before and before what comes behind, or the nearest. */
function placeIn(boundaries: readonly number[], [from, to]: readonly [number, number]): number {
  const found = boundaries[lastAtMost(boundaries, from - 1) + 1]
  if (found !== undefined && found < to) return found
  return boundaries[Math.max(lastAtMost(boundaries, from), 0)]!
}

/** For each node: the last statement that first mentions a node before it, and the first for a node behind it. */
function spansOf({ statements }: Document, after: Graph): Map<string, [number, number]> {
  const firsts = new Map<string, number>()
  for (const { index, firsts: ids } of statements) for (const id of ids) firsts.set(id, index)
  const ids = [...after.nodes.keys()]
  const spans = new Map<string, [number, number]>()
  let last = -1
  for (const id of ids) {
    spans.set(id, [last, statements.length])
    last = Math.max(last, firsts.get(id) ?? -1)
  }
  let next = statements.length
  for (const id of ids.reverse()) {
    spans.get(id)![1] = next
    next = Math.min(next, firsts.get(id) ?? next)
  }
  return spans
}
