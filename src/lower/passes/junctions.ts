/**
 * Nodes of which nothing is seen but the edges that meet there (an invisible node, a dot without a text), where the
 * target's customs draw none: the edges lead on to where they led through them. Where several come and several go,
 * the node stays, for nobody could tell any more that they met.
 */

import { leadsBack } from '../../ir/arrows.js'
import { isBlank } from '../../ir/blank.js'
import type { Path } from '../../ir/change.js'
import { addToSet } from '../../ir/lists.js'
import type { Edge, Node } from '../../ir/model.js'
import { change, type Editor, endLeaves, nodesOf } from '../editor.js'
import * as say from './node-messages.js'

/** The edges at each node by their places, which stand still until the end. */
interface Edges {
  readonly at: Map<string, Set<number>>
  readonly gone: Set<number>
}

export function dropJunctions(editor: Editor): void {
  const { customs } = editor.target.capabilities
  if (!customs || editor.foreign.nodes.size === 0) return
  const junctions = nodesOf(editor).filter(
    node => editor.foreign.nodes.has(node.id) && customs.isJunction(node),
  )
  if (junctions.length === 0) return
  const edges = edgesOf(editor)
  const dropped = junctions.filter(node => leadOn(editor, node, edges))
  for (const place of [...edges.gone].sort((a, b) => b - a)) {
    const edge = editor.draft.edges[place] as Edge
    change(editor, say.edgeOfSpacer({ edge }, edge.at), [[['edges', place], undefined]])
  }
  dropNodes(editor, dropped, true)
}

/** Takes nodes out that no edge touches any more, and their names out of loops. @param through whether edges led on through them */
export function dropNodes(editor: Editor, nodes: readonly Node[], through: boolean): void {
  const ids = new Set(nodes.map(({ id }) => id))
  for (const [place, loop] of ids.size > 0 ? editor.draft.loops.entries() : []) {
    const left = loop.nodes.filter(id => !ids.has(id))
    change(editor, say.loopOfSpacer(loop.at), [[['loops', place, 'nodes'], left]])
  }
  for (const node of nodes) {
    change(editor, say.spacer({ node, through }, node.at), [[['nodes', node.id], undefined]])
  }
}

function edgesOf({ draft }: Editor): Edges {
  const at = new Map<string, Set<number>>()
  for (const [place, edge] of draft.edges.entries()) enter(at, edge, place)
  return { at, gone: new Set() }
}

function enter(at: Map<string, Set<number>>, { from, to }: Edge, place: number): void {
  for (const { kind, id } of [from, to]) {
    if (kind !== 'node') continue
    addToSet(at, id, place)
  }
}

/** Joins what comes with what goes, and says whether it could. */
function leadOn(editor: Editor, node: Node, edges: Edges): boolean {
  const { line } = editor.target.capabilities.edge
  const all = [...(edges.at.get(node.id) ?? [])].filter(place => !edges.gone.has(place))
  const edgeAt = (place: number) => editor.draft.edges[place] as Edge
  const seen = all.filter(place => line(edgeAt(place).line) !== undefined)
  const coming = seen.filter(place => edgeAt(place).to.id === node.id && edgeAt(place).to.kind === 'node')
  const comes = new Set(coming)
  const going = seen.filter(place => !comes.has(place))
  const [only] = coming.length === 1 ? coming : going
  if (only === undefined || coming.length === 0 || going.length === 0) return false
  if (coming.length > 1 && going.length > 1) return false
  if (seen.some(place => leadsBack(edgeAt(place).from.arrow, edgeAt(place).to.arrow))) return false
  const others = new Set(coming.map(place => keyOf(edgeAt(place).from)))
  if (others.has(keyOf({ kind: 'node', id: node.id }))) return false
  if (going.some(place => others.has(keyOf(edgeAt(place).to)))) return false
  const isSeen = new Set(seen)
  for (const place of all) if (!isSeen.has(place) || place === only) edges.gone.add(place)
  for (const place of coming.length === 1 ? going : coming) move(editor, node, place, edgeAt(only), edges)
  return true
}

const keyOf = ({ kind, id }: Pick<Edge['from'], 'kind' | 'id'>) => `${kind} ${id}`

/** The edge takes over the far end of the other, and its label where it has none. */
function move(editor: Editor, node: Node, place: number, other: Edge, { at }: Edges): void {
  const edge = editor.draft.edges[place] as Edge
  const name = edge.to.kind === 'node' && edge.to.id === node.id ? 'to' : 'from'
  const edits = endLeaves(other[name]).map(([leaf, value]): [Path, unknown] => [
    ['edges', place, name, ...leaf],
    value,
  ])
  const label = labelOf(edge, other)
  if (label !== edge.label)
    edits.push(
      [['edges', place, 'label', 'text'], label.text],
      [['edges', place, 'label', 'rich'], label.rich],
    )
  change(editor, say.ledPast({ edge, node }, edge.at), edits)
  enter(at, editor.draft.edges[place] as Edge, place)
}

function labelOf({ label }: Edge, { label: other }: Edge): Edge['label'] {
  if (isBlank(other.text)) return label
  return isBlank(label.text) ? other : { text: `${label.text}, ${other.text}` }
}
