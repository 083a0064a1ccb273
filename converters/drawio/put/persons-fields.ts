/** Tables and classes that a person drew, where the source has a node of the same id without fields. */
import type { Edge, End, Field, Graph, Node, Text } from '../../../src/ir/model.js'
import { plainFields, titleOf } from '../../../src/ir/records.js'
import type { PageCells } from '../read/read.js'
import type { Say } from './merge-parts.js'
import { personsFields } from './messages.js'
import { isPersons } from './owner.js'

/**
 * The source's node with the shape and fields that a person drew, since most formats have no fields and a source in one of them says
 * nothing against them. Fields that diaglot wrote are the source's, and go with it.
 */
export function withPersonsFields(old: Node, node: Node, { nodes }: PageCells, say: Say): Node {
  const cell = nodes.get(old.id)
  if (!old.fields?.length || node.fields?.length || !cell || !isPersons(cell)) return node
  say(personsFields({ node: node.id }))
  const { shape, fields } = old
  return { ...node, shape, label: labelOver(old, fields, node.label), fields }
}

/** The label of the source over fields, if it is a title and not what stands in the fields already. */
function labelOver(old: Node, fields: readonly Field[], label: Text): Text {
  const title = titleOf(old)
  if (title === undefined || words(label.text) === '') return old.label
  const shown = words(`${title} ${plainFields(fields)}`)
  return words(label.text) === shown ? old.label : label
}

const words = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** For a person's edges: the ends without fields that their nodes have lost. Such an edge is fastened to the node then. */
export function looseEnds(base: Graph, nodes: ReadonlyMap<string, Node>): (edge: Edge) => Edge {
  const ports = new Map<Node, ReadonlySet<string>>()
  const has = (node: Node | undefined, port: string): boolean => {
    if (!node?.fields?.length) return false
    let known = ports.get(node)
    if (!known) {
      known = portsIn(node.fields)
      ports.set(node, known)
    }
    return known.has(port)
  }
  const fastened = (end: End): End => {
    const { port, ...rest } = end
    if (port === undefined || end.kind !== 'node') return end
    return has(base.nodes.get(end.id), port) && !has(nodes.get(end.id), port) ? rest : end
  }
  return edge => {
    const [from, to] = [fastened(edge.from), fastened(edge.to)]
    return from === edge.from && to === edge.to ? edge : { ...edge, from, to }
  }
}

function portsIn(fields: readonly Field[]): Set<string> {
  const ports = new Set<string>()
  const waiting = [...fields]
  for (let field = waiting.pop(); field; field = waiting.pop()) {
    if (field.port !== undefined) ports.add(field.port)
    for (const child of field.children ?? []) waiting.push(child)
  }
  return ports
}
