/** Nodes that stand alone, and nodes that are there by a slip of the pen. */
import { addTo } from '../../ir/lists.js'
import type { Graph, Node } from '../../ir/model.js'
import type { Shape } from '../../ir/shapes.js'
import * as say from '../messages.js'
import { type GraphFinding, isSeen, nameOf } from './rule.js'

/** What may well stand beside the flow: notes, headings, legends, pictures. */
const BESIDE: ReadonlySet<Shape> = new Set<Shape>([
  'text',
  'note',
  'brace-left',
  'brace-right',
  'braces',
  'card',
  'image',
  'icon',
  'anchor',
  'table',
  'record',
  'rounded-record',
  'point',
  'junction',
  'underline',
])

/** Nodes without an edge, of a graph that has some, that stand in no group. */
export function orphans({ nodes, edges, loops, groups }: Graph): GraphFinding[] {
  if (edges.length === 0) return []
  const joined = new Set<string>(loops.flatMap(loop => loop.nodes))
  for (const { from, to } of edges) joined.add(from.id).add(to.id)
  // Where groups are joined, a node may be one that only a group names.
  return [...nodes.values()]
    .filter(node => !joined.has(node.id) && node.group === undefined && !groups.has(node.id))
    .filter(({ shape, hidden, label }) => !hidden && !BESIDE.has(shape) && label.text.trim() !== '')
    .map(node => ({ message: say.orphan({ name: nameOf(node) }, node.at) }))
}

/**
 * Nodes of which nothing is said but the id, which is that of a node with a label, written in another way: `start --> b` and
 * `Start[Order arrives]`.
 */
export function similarIds({ nodes, edges }: Graph): GraphFinding[] {
  const labelled = new Map<string, Node[]>()
  const bare: Node[] = []
  for (const node of nodes.values()) {
    if (isBare(node)) bare.push(node)
    else addTo(labelled, keyOf(node.id), node)
  }
  if (bare.length === 0 || labelled.size === 0) return []
  const joined = new Set<string>()
  for (const edge of edges) if (isSeen(edge)) joined.add(edge.from.id).add(edge.to.id)
  return bare.flatMap((node): GraphFinding[] => {
    // Short ids, and those that only a sign at the end tells apart, are chosen with care.
    if (node.id.length < 3 || /[-_]$/.test(node.id)) return []
    const others = labelled.get(keyOf(node.id))
    if (others?.length !== 1 || !joined.has(node.id)) return []
    const other = `${others[0]!.id} (${nameOf(others[0]!)})`
    return [{ message: say.similarId({ name: node.id, other }, node.at) }]
  })
}

function isBare({ id, label, link, image, fields, classes }: Node): boolean {
  const isPlain = label.text === id && !label.rich
  return isPlain && !link && !image && !fields && classes.length === 0
}

const keyOf = (id: string): string => id.toLowerCase().replace(/[-_]/g, '')
