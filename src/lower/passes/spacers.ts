/** Nodes that only take room (a blank node that pushes others aside, an invisible one), where the target's customs drop them. */
import type { Part } from '../../capabilities.js'
import { addTo } from '../../ir/lists.js'
import type { Edge, Node } from '../../ir/model.js'
import { showsMore } from '../../ir/spelling.js'
import { change, type Editor, nodesOf } from '../editor.js'
import { flowOf, NO_PART } from '../flow.js'
import { dropNodes } from './junctions.js'
import { edgeOfSpacer } from './node-messages.js'

export function dropSpacers(editor: Editor): void {
  const spacers = spacersOf(editor)
  if (spacers.size === 0) return
  const touches = ({ from, to }: Edge) =>
    [from, to].some(({ kind, id }) => kind === 'node' && spacers.has(id))
  const { edges } = editor.draft
  for (let place = edges.length - 1; place >= 0; place--) {
    const edge = edges[place] as Edge
    if (!touches(edge)) continue
    change(editor, edgeOfSpacer({ edge }, edge.at), [[['edges', place], undefined]])
  }
  dropNodes(editor, [...spacers.values()], false)
}

/** Where one goes, its neighbours may lead nowhere any more. A diagram of nothing else stays as it is. */
function spacersOf(editor: Editor): Map<string, Node> {
  const found = new Map<string, Node>()
  const { customs } = editor.target.capabilities
  if (!customs || editor.foreign.nodes.size === 0) return found
  const mayGo = (node: Node, part: Part) =>
    editor.foreign.nodes.has(node.id) && !showsMore(node) && customs.isSpacer(node, part)
  const nodes = nodesOf(editor)
  // Few diagrams have one, and the flow of the others is not asked for.
  if (!nodes.some(node => mayGo(node, NO_PART))) return found
  const { partOf, without } = flowOf(editor)
  const isSpacer = (node: Node) => mayGo(node, partOf(node.id))
  const waiting = nodes.filter(isSpacer)
  if (waiting.length === 0) return found
  const byId = new Map(nodes.map(node => [node.id, node]))
  const edgesAt = edgesByNode(editor.draft.edges)
  const gone = new Set<Edge>()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (found.has(node.id)) continue
    found.set(node.id, node)
    for (const edge of edgesAt.get(node.id) ?? []) {
      if (gone.has(edge)) continue
      gone.add(edge)
      without(edge)
      for (const { kind, id } of [edge.from, edge.to]) {
        const other = kind === 'node' && !found.has(id) ? byId.get(id) : undefined
        if (other && isSpacer(other)) waiting.push(other)
      }
    }
  }
  return found.size < nodes.length ? inOrder(nodes, found) : new Map()
}

function inOrder(nodes: readonly Node[], some: ReadonlyMap<string, Node>): Map<string, Node> {
  return new Map(nodes.filter(({ id }) => some.has(id)).map(node => [node.id, node]))
}

function edgesByNode(edges: readonly Edge[]): Map<string, Edge[]> {
  const found = new Map<string, Edge[]>()
  for (const edge of edges) {
    for (const { kind, id } of [edge.from, edge.to]) {
      if (kind !== 'node') continue
      addTo(found, id, edge)
    }
  }
  return found
}
