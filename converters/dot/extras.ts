/**
 * Which of its own extras DOT can still write. An element is written and read again: what does not come
 * back, or would make something else of the element, is left out.
 */
import type { OwnExtras } from '../../src/capabilities.js'
import { NO_EXTRAS } from '../../src/ir/build.js'
import type { Edge, Graph, Group, Node, Value } from '../../src/ir/model.js'
import { withoutHalves } from '../../src/text/utf16.js'
import { sameReading } from './same.js'
import { sameAtom, withExtras } from './words/attributes.js'
import { edgeAttributes } from './words/edge-attributes.js'
import { edgeOfAttributes, type HasPort } from './words/edge-of-attributes.js'
import type { Names } from './words/escapes.js'
import { AS_XLABEL, extrasFor, LABEL_AS } from './words/extras.js'
import { filledCluster, filledNode } from './words/fill.js'
import { isDrawn } from './words/group.js'
import { graphAttributes, groupAttributes } from './words/group-attributes.js'
import { graphOfAttributes, groupOfAttributes } from './words/group-of-attributes.js'
import { clusterName } from './words/names.js'
import { onColorIn } from './words/node.js'
import { nodeAttributes } from './words/node-attributes.js'
import { nodeOfAttributes } from './words/node-of-attributes.js'
import { perObject } from './words/per-object.js'
import { type EdgeEnds, endsIn, hasGroupEnds } from './words/representatives.js'
import type { Attributes } from './words/resolved.js'
import type { Atom } from './words/statement.js'
import { treeInExtras, treeValue } from './words/tree.js'
import { writtenPorts } from './words/written-ports.js'

type Own = ReadonlyMap<string, Value>

/** How the attributes of one kind of element are read and written. */
interface Judge {
  readonly written: Map<string, Atom>
  readonly read: (attributes: Attributes) => object
  readonly model: object
  readonly extras: (source: Attributes) => Map<string, Value>
}

/** The extras that stand for attributes, as they would be read back. */
function attributeExtras(all: Own, { written, read, model, extras }: Judge): Map<string, Value> {
  const own = new Map([...all].filter(([key, value]) => isWritable(key) && isWritable(value)))
  const together = withExtras(written, own)
  if (together === written) return new Map()
  if (sameReading(read(together), model)) return extras(together)
  const kept = new Map<string, Value>()
  for (const [key, value] of own) {
    kept.set(key, value)
    if (!sameReading(read(withExtras(written, kept)), model)) kept.delete(key)
  }
  return extras(withExtras(written, kept))
}

/** No file holds NUL or half of a surrogate pair. */
function isWritable(value: Value): boolean {
  if (value instanceof Map) return [...value.values()].every(isWritable)
  return typeof value !== 'string' || (!value.includes('\0') && withoutHalves(value) === value)
}

export const nodeExtras: OwnExtras<Node> = (node, own, graph) => {
  const isOnColor = onColorFor(graph)(node.group)
  const extras = attributeExtras(own, {
    written: nodeAttributes(node, isOnColor),
    read: attributes => nodeOfAttributes(node.id, attributes, graph.id, isOnColor),
    model: node,
    extras: source => extrasFor(filledNode(source), nodeAttributes(node, isOnColor)),
  })
  return extras
}

export const groupExtras: OwnExtras<Group> = (group, own, graph) => {
  const written = groupAttributes(group)
  const outer = outerOf(group, graph)
  const extras = attributeExtras(own, {
    written,
    read: attributes => groupOfAttributes(attributes, { graph: clusterName(group.id) }),
    model: group,
    extras: source =>
      extrasFor(
        new Map(
          [...filledCluster(source)].filter(
            ([name, value]) => isDrawn(name) || !sameAtom(value, outer.get(name)),
          ),
        ),
        written,
      ),
  })
  if (own.get('passes') === true && passes(graph, group.id, withExtras(written, extras)))
    extras.set('passes', true)
  return extras
}

/** What a cluster is born with of what is around it. */
function outerOf({ parent }: Group, graph: Graph): Attributes {
  const outer = parent === undefined ? undefined : graph.groups.get(parent)
  if (outer) return withExtras(groupAttributes(outer), outer.extras.get('dot'))
  return withExtras(graphAttributes(graph, hasGroupEnds(graph)), graph.extras.get('dot'))
}

export const edgeExtras: OwnExtras<Edge> = (edge, own, graph) => {
  const { endsOf, keys } = edgesFor(graph)
  const { tail, head } = endsOf(edge)
  const { directed } = graph
  const written = edgeAttributes(edge, directed)
  const { from, to } = edge
  const hasPort: HasPort = (end, port) => {
    const node = graph.nodes.get(end === 'tail' ? tail : head)
    return node?.fields !== undefined && portsOf(node).has(port)
  }
  const names: Names = { ...namesOf(graph), tail, head, edge: directed ? '->' : '--' }
  const extras = attributeExtras(own, {
    written,
    read: attributes => withEdgeId(edgeOfAttributes(attributes, names, directed, hasPort)),
    model: withEdgeId({ ...edge, from: withoutPlace(from), to: withoutPlace(to) }),
    extras: source => extrasFor(source, written),
  })
  const key = own.get('key')
  if (typeof key === 'string' && keys.get(keyOf(graph, tail, head, key)) === 1) extras.set('key', key)
  const isXlabel = own.has(LABEL_AS) && written.has('label') && !extras.has('xlabel') && !extras.has('label')
  if (isXlabel) extras.set(LABEL_AS, AS_XLABEL)
  if (own.has('from') || own.has('to')) {
    const usual = endsOf({ ...edge, extras: NO_EXTRAS })
    if (own.get('from') === tail && usual.tail !== tail) extras.set('from', tail)
    if (own.get('to') === head && usual.head !== head) extras.set('to', head)
  }
  return extras
}

const namesOf = ({ id }: Graph): Names => (id === undefined ? {} : { graph: id })

/** What is found out once for all elements of a graph. */
const onColorFor = perObject((graph: Graph) => onColorIn(graph))

const edgesFor = perObject((graph: Graph) => {
  const endsOf = endsIn(graph)
  return { endsOf, keys: keyCounts(graph, endsOf) }
})

/** What edges call the ports of a node. */
const portsOf = perObject((node: Node) => new Set(writtenPorts(node).values()))

/** The id of an edge is one of its attributes; those of nodes and groups are their names. */
const withEdgeId = <T extends Pick<Edge, 'id'>>(edge: T): T & { readonly edgeId: string | undefined } => ({
  ...edge,
  edgeId: edge.id,
})

function withoutPlace({ kind: _, id: __, ...rest }: Edge['from']): object {
  return rest
}

/** Whether a group in this one, or in the graph, shows the label of the one around it. */
function passes({ groups }: Graph, id: string | undefined, written: Attributes): boolean {
  if (!written.has('label')) return false
  return [...groups.values()].some(group => {
    const label = withExtras(groupAttributes(group), group.extras.get('dot')).has('label')
    return group.parent === id && !label
  })
}

/** Edges with the same ends and the same key are one edge to Graphviz. */
function keyCounts(graph: Graph, endsOf: (edge: Edge) => EdgeEnds): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const edge of graph.edges) {
    const key = edge.extras.get('dot')?.get('key')
    if (typeof key !== 'string') continue
    const { tail, head } = endsOf(edge)
    const name = keyOf(graph, tail, head, key)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

function keyOf({ directed }: Graph, tail: string, head: string, key: string): string {
  const ends = directed || tail < head ? [tail, head] : [head, tail]
  return JSON.stringify([...ends, key])
}

export const graphExtras: OwnExtras<Graph> = (graph, own) => {
  const written = graphAttributes(graph, hasGroupEnds(graph))
  const extras = attributeExtras(own, {
    written,
    read: attributes => graphOfAttributes(attributes, namesOf(graph)),
    model: graph,
    extras: source => extrasFor(source, written),
  })
  const tree = own.has('subgraphs') ? treeValue(treeInExtras(graph)) : undefined
  if (tree) extras.set('subgraphs', tree)
  if (own.get('passes') === true && passes(graph, undefined, withExtras(written, extras)))
    extras.set('passes', true)
  return extras
}
