/** Edges that are missing in the text, each between those that come before and behind it. */
import type { Edge, Graph } from '../../../src/ir/model.js'
import type { TextEdit } from '../../../src/messages/message.js'
import type { Document } from '../read/document.js'
import { commentLines } from '../words/comments.js'
import { edgeLink, guarded } from '../write/write.js'
import { applied } from './apply.js'
import { indentIn, linesAfter } from './lines.js'
import { type Allows, allowsIn, edited, removed, renamedEdges, type State } from './state.js'

/** Puts in what is missing; where there is no place for it, first makes one. */
export function withEdges(state: State, after: Graph): State | undefined {
  const { doc, graph, places } = state
  if (places.length === after.edges.length) return state
  const plan = planOf(state, after, allowsIn(state, after))
  if (plan.breaks.size > 0 || plan.moved.size > 0)
    return removed(state, after, { breaks: plan.breaks, edges: plan.moved })
  const all = after.edges.map((_, place) => place)
  const numbers = new Map(places.map((place, number) => [number, place]))
  const names = renamedEdges(graph.edges, numbers, after.edges)
  const renumbered = applied(doc, {
    name: id => (names.has(id) && !graph.nodes.has(id) && !graph.groups.has(id) ? names.get(id) : id),
    ends: edge => [graph.edges[edge]!.from.id, graph.edges[edge]!.to.id],
    link: edge => edgeLink(graph.edges[edge]!),
    number: edge => numbers.get(edge),
    heading: id => id,
  })
  return edited(state, [...renumbered, ...plan.edits], all)
}

interface Plan {
  /** Edges that must begin a statement, so that something can stand before them. */
  readonly breaks: Set<number>
  /** Edges that are in the way. */
  readonly moved: Set<number>
  readonly edits: TextEdit[]
}

function planOf({ doc, graph, places }: State, after: Graph, allows: Allows): Plan {
  const { statements } = doc
  const plan: Plan = { breaks: new Set(), moved: new Set(), edits: [] }
  const statementOf: number[] = []
  for (const { index, edges } of statements)
    for (let edge = edges[0]; edge < edges[1]; edge++) statementOf[edge] = index
  const firsts = new Map(statements.flatMap(({ index, firsts: ids }) => ids.map(id => [id, index] as const)))
  let next = 0
  /** Where the last new edge stands, which the next ones stand behind. */
  let last = -1
  for (const [place, edge] of after.edges.entries()) {
    if (places[next] === place) {
      next++
      continue
    }
    const from = Math.max(statementOf[next - 1] ?? -1, last)
    const to = statementOf[next] ?? statements.length
    if (from === to) {
      plan.breaks.add(next)
      continue
    }
    const declared = Math.max(from, firsts.get(edge.from.id) ?? -1, firsts.get(edge.to.id) ?? -1)
    const found = behind(doc, edge, allows, Math.min(declared, to)) ?? statements.length - 1
    const boundary = found < to ? found : behind(doc, edge, allows, from)
    if (boundary === undefined || boundary >= to) {
      for (let other = next; other < graph.edges.length; other++) {
        if (boundary !== undefined && statementOf[other]! > boundary) break
        plan.moved.add(other)
      }
      continue
    }
    const lines = [...commentLines(edge), guarded(`${edge.from.id} ${edgeLink(edge)} ${edge.to.id}`)]
    last = boundary
    const indent = indentIn(doc, statements[boundary]?.inside, statements[boundary])
    plan.edits.push(linesAfter(doc, boundary, lines, indent))
  }
  return plan
}

/** The first boundary behind a statement at which an edge moves none of its ends to another subgraph. */
function behind(
  { statements }: Document,
  { from, to }: Edge,
  allows: Allows,
  start: number,
): number | undefined {
  for (let index = start; index < statements.length; index++) {
    const next = statements[index + 1]
    const inside = statements[index]?.inside
    if (next && /^Acc|^Direction/.test(next.rule) && next.block === inside) continue
    if (allows(inside, from.kind, from.id) && allows(inside, to.kind, to.id)) return index
  }
  return undefined
}
