/** From a resolved graph to the model: clusters become groups, what has no word in the model becomes extras. */
import { makeGraph, makeGroup, NO_CLASSES, NO_PROPERTIES } from '../../../src/ir/build.js'
import type { Extras, Graph, Group, Node } from '../../../src/ir/model.js'
import { sameAtom, textIn } from '../words/attributes.js'
import { ANCHOR, CARRY } from '../words/diaglot-attributes.js'
import { extrasFor } from '../words/extras.js'
import { filledCluster, filledNode } from '../words/fill.js'
import { setAttributes } from '../words/group.js'
import { graphAttributes, groupAttributes } from '../words/group-attributes.js'
import { graphOfAttributes, groupOfAttributes } from '../words/group-of-attributes.js'
import { groupIdOf } from '../words/names.js'
import { type NodeOfAttributes, type OnColor, onColorIn } from '../words/node.js'
import { nodeAttributes } from '../words/node-attributes.js'
import { nodeNames, nodeOfAttributes, textLabel } from '../words/node-of-attributes.js'
import { firstNodes } from '../words/representatives.js'
import {
  type Attributes,
  isCluster,
  type ResolvedGraph,
  type ResolvedNode,
  type ResolvedSubgraph,
} from '../words/resolved.js'
import { treeOf, treeValue } from '../words/tree.js'
import { Alike } from './alike.js'
import { type Cluster, dotExtras, edgeContext, mapEdge } from './map-edge.js'
import { entriesOf, type Homes, idOf } from './tree.js'

const DROPPED = new Set([CARRY])

/** Which group each cluster of a resolved graph becomes, and which node is in which. */
export function homesIn(resolved: ResolvedGraph): Homes {
  return homesOf(resolved, clustersOf(resolved))
}

export function mapGraph(resolved: ResolvedGraph): Graph {
  const clusters = clustersOf(resolved)
  const homes = homesOf(resolved, clusters)
  const id = resolved.id?.text
  const groups = new Map(clusters.map(cluster => [cluster.id, mapGroup(cluster)]))
  const attributes = withoutLatin(resolved)
  const fields = graphOfAttributes(attributes, id === undefined ? {} : { graph: id })
  const onColor = onColorIn({ groups, style: fields.style })
  const nodes = new Map<string, Node>()
  const around: Around = { graph: id, onColor, readings: [new Alike(), new Alike()] }
  for (const node of resolved.nodes) {
    const nodeId = idOf(node, homes)
    if (nodeId !== undefined) nodes.set(nodeId, mapNode(node, nodeId, homes, around))
  }
  const context = edgeContext(resolved, clusters, homes, firstNodes(nodes, groups), nodes)
  const edges = resolved.edges.map(edge => mapEdge(edge, context))
  const compound = edges.some(({ from, to }) => from.kind === 'group' || to.kind === 'group')
  const extras = extrasFor(attributes, graphAttributes(fields, compound))
  const tree = treeValue(treeOf(entriesOf(resolved, homes), { nodes, groups }))
  if (tree) extras.set('subgraphs', tree)
  if (passesLabel(resolved)) extras.set('passes', true)
  const directionAt = attributes.get('rankdir')?.at
  return makeGraph({
    ...(id && { id }),
    directed: resolved.directed,
    ...(resolved.strict && { strict: true }),
    ...fields,
    nodes,
    groups,
    edges,
    extras: dotExtras(extras),
    at: resolved.at,
    ...(directionAt && { directionAt }),
  })
}

/** Whether a label stands before a cluster without one, which then shows it too. */
function passesLabel({ assigned, attributes, subgraphs }: ResolvedSubgraph): boolean {
  const label = attributes.get('label')
  const inherits = (subgraph: ResolvedSubgraph): boolean => {
    if (subgraph.assigned.has('label')) return false
    if (isCluster(subgraph)) return sameAtom(subgraph.attributes.get('label'), label)
    return subgraph.subgraphs.some(inherits)
  }
  return assigned.has('label') && (label?.text !== '' || label.html === true) && subgraphs.some(inherits)
}

/** Whether the bytes of a file were no UTF-8. */
export function isLatin({ attributes }: Pick<ResolvedGraph, 'attributes'>): boolean {
  return /^(latin-?1|l1|iso[-_]8859-?1)$/i.test(textIn(attributes, 'charset') ?? '')
}

/** What is read is text, whatever bytes it was written in. */
function withoutLatin(graph: ResolvedGraph): Attributes {
  const { attributes } = graph
  const latin = isLatin(graph)
  if (!latin && !attributes.has(CARRY)) return attributes
  return new Map([...attributes].filter(([name]) => !DROPPED.has(name) && !(latin && name === 'charset')))
}

/** Every cluster, an outer one before those in it. */
function clustersOf(graph: ResolvedGraph): Cluster[] {
  const clusters: Cluster[] = []
  const taken = new Set<string>()
  const walk = (subgraph: ResolvedSubgraph, around: Cluster | undefined) => {
    const outer = around?.subgraph.attributes ?? graph.attributes
    let inner = around
    if (isCluster(subgraph)) {
      inner = {
        id: freeId(groupIdOf(subgraph.id?.text ?? 'cluster'), taken),
        parent: around?.id,
        depth: (around?.depth ?? 0) + 1,
        subgraph,
        outer,
      }
      clusters.push(inner)
    }
    for (const child of subgraph.subgraphs) walk(child, inner)
  }
  for (const subgraph of graph.subgraphs) walk(subgraph, undefined)
  return clusters
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted
  for (let number = 2; taken.has(id); number++) id = `${wanted}_${number}`
  taken.add(id)
  return id
}

function homesOf(graph: ResolvedGraph, clusters: readonly Cluster[]): Homes {
  const deepest = new Map<ResolvedNode, Cluster>()
  for (const cluster of clusters) {
    for (const node of cluster.subgraph.nodes) {
      if ((deepest.get(node)?.depth ?? 0) < cluster.depth) deepest.set(node, cluster)
    }
  }
  return {
    groups: new Map(clusters.map(({ subgraph, id }) => [subgraph, id])),
    parents: new Map(clusters.map(({ id, parent }) => [id, parent])),
    nodes: deepest,
    ids: unusualIds(graph.nodes, deepest),
  }
}

/** Nodes whose name is HTML get an id of their own; anchors, which stand in a cluster, get none. */
function unusualIds(nodes: readonly ResolvedNode[], homes: Homes['nodes']): Homes['ids'] {
  const ids = new Map<ResolvedNode, string | undefined>()
  let plain: Set<string> | undefined
  for (const node of nodes) {
    if (isAnchor(node) && homes.has(node)) ids.set(node, undefined)
    else if (node.id.html) {
      plain ??= new Set(nodes.filter(({ id }) => !id.html).map(({ id }) => id.text))
      ids.set(node, freeId(`<${node.id.text}>`, plain))
    }
  }
  return ids
}

function isAnchor({ attributes }: ResolvedNode): boolean {
  return attributes.get(ANCHOR[0])?.text === ANCHOR[1]
}

/** What nodes have to know of the graph around them. */
interface Around {
  readonly graph: string | undefined
  readonly onColor: OnColor
  /** What nodes say beside their labels: those on no colour, and those on one. */
  readonly readings: readonly [Alike<NodeReading>, Alike<NodeReading>]
}

/** What a node's attributes say. */
interface NodeReading {
  readonly fields: NodeOfAttributes
  readonly extras: Extras
}

function mapNode(node: ResolvedNode, id: string, homes: Homes, around: Around): Node {
  const group = homes.nodes.get(node)?.id
  const onColor = around.onColor(group)
  const { attributes } = node
  const label = attributes.get('label')
  const readings = around.readings[onColor ? 1 : 0]
  const known = label && readings.known(attributes)
  const { fields, extras } = known ?? readNode(node, id, around.graph, onColor)
  if (label && !known) readings.found({ fields, extras })
  const { shape, style, link, image, hidden } = fields
  const made: { -readonly [K in keyof Node]: Node[K] } = {
    id,
    label: known ? textLabel(label.text, nodeNames(node.id.text, around.graph)) : fields.label,
    shape,
    style,
    classes: NO_CLASSES,
    properties: NO_PROPERTIES,
    extras,
    at: node.at,
  }
  if (group !== undefined) made.group = group
  if (link) made.link = link
  if (image) made.image = image
  if (fields.fields) made.fields = fields.fields
  if (hidden) made.hidden = hidden
  return made
}

function readNode(
  { id: { text: name }, attributes }: ResolvedNode,
  id: string,
  graph: string | undefined,
  onColor: boolean,
): NodeReading {
  const fields = nodeOfAttributes(name, attributes, graph, onColor)
  const written = nodeAttributes({ id, ...fields }, onColor)
  return { fields, extras: dotExtras(extrasFor(filledNode(attributes), written)) }
}

function mapGroup({ id, parent, subgraph, outer }: Cluster): Group {
  const attributes = setAttributes(subgraph, outer)
  const name = subgraph.id?.text
  const fields = groupOfAttributes(attributes, name === undefined ? {} : { graph: name })
  const extras = extrasFor(filledCluster(attributes), groupAttributes(fields))
  if (passesLabel(subgraph)) extras.set('passes', true)
  return makeGroup({
    id,
    kind: 'cluster',
    ...(parent !== undefined && { parent }),
    ...fields,
    extras: dotExtras(extras),
    at: subgraph.at,
  })
}
