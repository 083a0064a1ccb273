/** Edges of a resolved graph, and where they end: at a node, or at the cluster that `lhead` or `ltail` names. */
import { extrasOf, NO_CLASSES, NO_TEXT } from '../../../src/ir/build.js'
import type { Edge, End, Extras, Node, Text, Value } from '../../../src/ir/model.js'
import { textIn } from '../words/attributes.js'
import type { EdgeOfAttributes, EndOfAttributes } from '../words/edge.js'
import { edgeAttributes } from '../words/edge-attributes.js'
import { edgeOfAttributes, type HasPort, isBare } from '../words/edge-of-attributes.js'
import type { Names } from '../words/escapes.js'
import { AS_XLABEL, extrasFor, LABEL_AS } from '../words/extras.js'
import { textLabel } from '../words/node-of-attributes.js'
import { portsIn } from '../words/ports.js'
import {
  type Attributes,
  isTrue,
  type ResolvedEdge,
  type ResolvedGraph,
  type ResolvedNode,
  type ResolvedSubgraph,
} from '../words/resolved.js'
import { Alike } from './alike.js'
import { type Homes, idOf } from './tree.js'

export interface Cluster {
  readonly id: string
  readonly parent: string | undefined
  readonly depth: number
  readonly subgraph: ResolvedSubgraph
  /** The attributes of the cluster or graph around it. */
  readonly outer: Attributes
}

export function dotExtras(values: ReadonlyMap<string, Value>): Extras {
  return extrasOf('dot', values)
}

export interface EdgeContext {
  readonly resolved: ResolvedGraph
  /** Whether edges can end at clusters. */
  readonly compound: boolean
  /** The first cluster of each name, which is the one that an edge finds, with its nodes. */
  readonly clusters: ReadonlyMap<
    string,
    { readonly id: string; readonly nodes: () => ReadonlySet<ResolvedNode> }
  >
  readonly homes: Homes
  readonly first: ReadonlyMap<string, string>
  readonly nodes: ReadonlyMap<string, Node>
  /** What edges say that have nothing but defaults, and what others do beside their labels. */
  readonly ofDefaults: Map<Attributes, AttributeReading>
  readonly readings: Alike<AttributeReading>
}

/** What an edge's attributes say, wherever it ends. */
interface AttributeReading {
  readonly fields: EdgeOfAttributes
  readonly extras: Extras
}

/** What every edge asks of the graph. `first` is the node that stands for each group. */
export function edgeContext(
  resolved: ResolvedGraph,
  clusters: readonly Cluster[],
  homes: Homes,
  first: ReadonlyMap<string, string>,
  nodes: ReadonlyMap<string, Node>,
): EdgeContext {
  const byName = new Map<string, { id: string; nodes: () => ReadonlySet<ResolvedNode> }>()
  for (const { id, subgraph } of clusters) {
    const name = subgraph.id?.text
    if (name === undefined || byName.has(name)) continue
    let nodes: ReadonlySet<ResolvedNode> | undefined
    byName.set(name, { id, nodes: () => (nodes ??= new Set(subgraph.nodes)) })
  }
  const compound = isTrue(textIn(resolved.attributes, 'compound'))
  const readings = { ofDefaults: new Map(), readings: new Alike<AttributeReading>() }
  return { resolved, compound, clusters: byName, homes, first, nodes, ...readings }
}

export function mapEdge(edge: ResolvedEdge, context: EdgeContext): Edge {
  const from = endOf(edge, 'tail', context)
  const to = endOf(edge, 'head', context)
  const { fields, extras } = attributesOf(edge, from, to, context)
  const { label, line, style, id, length, link } = fields
  const made: { -readonly [K in keyof Edge]: Edge[K] } = {
    from: endAt(from, fields.from),
    to: endAt(to, fields.to),
    label,
    line,
    classes: NO_CLASSES,
    style,
    extras,
    at: edge.at,
  }
  if (id) made.id = id
  if (length !== undefined) made.length = length
  if (link) made.link = link
  return made
}

function endAt({ kind, id }: EndPlace, fields: EndOfAttributes): End {
  return isBare(fields) ? { kind, id, arrow: fields.arrow } : { kind, id, ...fields }
}

/** Most edges of most files have only defaults, or little more; what those say is found out once. */
function attributesOf(
  edge: ResolvedEdge,
  from: EndPlace,
  to: EndPlace,
  context: EdgeContext,
): AttributeReading {
  const { attributes, shared } = edge
  const isCommon =
    edge.key === undefined &&
    !context.compound &&
    (!attributes.has('tailport') || hasNoFields(edge.tail, context)) &&
    (!attributes.has('headport') || hasNoFields(edge.head, context))
  if (!isCommon) return readEdge(edge, from, to, context)
  const known = shared ? context.ofDefaults.get(attributes) : context.readings.known(attributes)
  if (known && shared) return known
  if (known) return { fields: { ...known.fields, label: labelOf(edge, context) }, extras: known.extras }
  const reading = readEdge(edge, from, to, context)
  if (!shared) context.readings.found(reading)
  else if (!namesItself(attributes)) context.ofDefaults.set(attributes, reading)
  return reading
}

function labelOf(edge: ResolvedEdge, context: EdgeContext): Text {
  const text = textIn(edge.attributes, 'label')
  return text === undefined ? NO_TEXT : textLabel(text, namesOf(edge, context))
}

/** Whether a port can be nothing but a side of the node, whichever that is. */
function hasNoFields(node: ResolvedNode, { nodes, homes }: EdgeContext): boolean {
  return nodes.get(idOf(node, homes) ?? '')?.fields === undefined
}

/** Whether a value may stand for another with each edge: `\T`, `\H`, `\E`. */
function namesItself(attributes: Attributes): boolean {
  for (const { text } of attributes.values()) if (text.includes('\\')) return true
  return false
}

function namesOf({ tail, head }: ResolvedEdge, { resolved }: EdgeContext): Names {
  const graph = resolved.id?.text
  return {
    tail: tail.id.text,
    head: head.id.text,
    edge: resolved.directed ? '->' : '--',
    ...(graph && { graph }),
  }
}

function readEdge(edge: ResolvedEdge, from: EndPlace, to: EndPlace, context: EdgeContext): AttributeReading {
  const { nodes, homes, resolved } = context
  const { directed } = resolved
  const names = namesOf(edge, context)
  const hasPort: HasPort = (end, port) => {
    const { fields = [] } = nodes.get(idOf(edge[end], homes) ?? '') ?? {}
    return [...portsIn(fields)].includes(port)
  }
  const fields = edgeOfAttributes(edge.attributes, names, directed, hasPort)
  const source = unused(edge.attributes, from, to)
  const labelled = withLabel(source)
  const extras = extrasFor(labelled, edgeAttributes(fields, directed))
  if (labelled !== source) extras.set(LABEL_AS, AS_XLABEL)
  if (edge.key !== undefined) extras.set('key', edge.key)
  if (from.node !== undefined) extras.set('from', from.node)
  if (to.node !== undefined) extras.set('to', to.node)
  return { fields, extras: dotExtras(extras) }
}

/** An `xlabel` that is the only text of an edge is its label. */
function withLabel(attributes: Attributes): Attributes {
  const xlabel = attributes.get('xlabel')
  if (!xlabel || (xlabel.text === '' && !xlabel.html) || textIn(attributes, 'label')) return attributes
  const rest = [...attributes].filter(([name]) => name !== 'label' && name !== 'xlabel')
  return new Map([...rest, ['label', xlabel]])
}

/** The attributes without those that are said by what the edge ends at. */
function unused(attributes: Attributes, from: EndPlace, to: EndPlace): Attributes {
  if (from.used === undefined && to.used === undefined) return attributes
  return new Map([...attributes].filter(([name]) => name !== from.used && name !== to.used))
}

interface EndPlace {
  readonly kind: End['kind']
  readonly id: string
  /** The attribute that is said by the end's kind. */
  readonly used?: string
  /** The node that stands for the group, where it is not the one that the writer would take. */
  readonly node?: string | undefined
}

/**
 * An end with `lhead` or `ltail` is at the cluster, if the graph is compound, the node stands in the cluster, and the
 * other end does not: from inside, Graphviz goes on to the node. An anchor stands for its cluster wherever the edge comes from,
 * whatever cluster the attribute names.
 */
function endOf(edge: ResolvedEdge, side: 'tail' | 'head', context: EdgeContext): EndPlace {
  const node = edge[side]
  const other = edge[side === 'tail' ? 'head' : 'tail']
  const id = idOf(node, context.homes)
  const attribute = side === 'tail' ? 'ltail' : 'lhead'
  const cluster = context.compound
    ? context.clusters.get(textIn(edge.attributes, attribute) ?? '')
    : undefined
  if (cluster?.nodes().has(node) && !cluster.nodes().has(other)) {
    const isFirst = id === undefined || context.first.get(cluster.id) === id
    return { kind: 'group', id: cluster.id, used: attribute, ...(!isFirst && { node: id }) }
  }
  if (id !== undefined) return { kind: 'node', id }
  return { kind: 'group', id: context.homes.nodes.get(node)!.id, used: attribute }
}
