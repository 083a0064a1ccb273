/** Decisions: one that decides nothing, and one that nobody can follow. */
import type { Edge, Graph } from '../../ir/model.js'
import * as say from '../messages.js'
import { type GraphFinding, isSeen, nameOf } from './rule.js'

interface Around {
  readonly out: Edge[]
  into: number
  /** Whether a line without a head, or with two, ends there: nobody says which way it leads. */
  unclear: boolean
}

/** Only diamonds with words in them: without any they are where ways meet. In entity diagrams lines have no heads. */
export function decisions(graph: Graph): GraphFinding[] {
  if (!graph.directed) return []
  const asked = new Map<string, Around>()
  for (const { id, shape, label, hidden } of graph.nodes.values()) {
    if (shape === 'diamond' && !hidden && label.text.trim() !== '')
      asked.set(id, { out: [], into: 0, unclear: false })
  }
  if (asked.size === 0) return []
  for (const edge of graph.edges) if (isSeen(edge)) note(edge, asked)
  const looped = new Set(graph.loops.flatMap(({ nodes }) => nodes))
  return [...asked].flatMap(([id, { out, into, unclear }]): GraphFinding[] => {
    const node = graph.nodes.get(id)!
    const name = nameOf(node)
    if (unclear || looped.has(id)) return []
    // With several ways into it, it may be where they meet; with none, it is only an example of the shape.
    if (out.length === 1 && into === 1) return [{ message: say.oneExit({ name }, node.at) }]
    const silent = out.filter(edge => !isSaid(edge))
    return silent.length > 1
      ? [{ message: say.unlabelledExits({ name, count: silent.length }, node.at) }]
      : []
  })
}

function note(edge: Edge, asked: ReadonlyMap<string, Around>): void {
  const { from, to } = edge
  const [back, forth] = [from.arrow !== 'none', to.arrow !== 'none']
  for (const [end, isStart] of [
    [from, true],
    [to, false],
  ] as const) {
    const around = end.kind === 'node' ? asked.get(end.id) : undefined
    if (!around) continue
    if (back === forth) around.unclear = true
    else if (forth === isStart) around.out.push(edge)
    else around.into++
  }
}

function isSaid({ label, from, to }: Edge): boolean {
  return [label, from.label, to.label].some(text => text !== undefined && text.text.trim() !== '')
}
