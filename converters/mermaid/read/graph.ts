/** From what the parser collects to the model: groups from subgraphs, nodes from the vertices that are none. */

import {
  extrasOf,
  makeGraph,
  makeGroup,
  NO_CLASSES,
  NO_EXTRAS,
  NO_PROPERTIES,
  plain,
} from '../../../src/ir/build.js'
import { documentOfComments } from '../../../src/ir/comments.js'
import type {
  Direction,
  Edge,
  Extras,
  Graph,
  Group,
  Link,
  Node,
  Style,
  Text,
  Value,
} from '../../../src/ir/model.js'
import type { Shape } from '../../../src/ir/shapes.js'
import { iconsIn } from '../../../src/text/rich/icons.js'
import { type Bracket, shapeOfBracket, shapeOfShapeName } from '../shapes.js'
import { inheritsDirection } from '../words/configuration.js'
import { decodeEntities } from '../words/entities.js'
import { needsData } from '../words/extras.js'
import { styleOf } from '../words/styles.js'
import { textOfLabel } from '../words/texts.js'
import { writtenShapeName } from '../words/written-shape.js'
import type { Flow, FlowSubgraph, Vertex } from './flow.js'
import { moreThanMermaidDraws } from './messages.js'
import { parentsOf } from './parents.js'
import type { Source } from './source.js'

/** The graph of a flow. Gives `repair/group-cycle` and `lint/unknown-target`. */
export function graphOf(source: Source, flow: Flow, extras: ReadonlyMap<string, Value>): Graph {
  const parents = parentsOf(flow, source.messages)
  const { frontmatter } = source.prepared
  const title = titleOf(frontmatter?.values.get('title'))
  const { classes, defaultNode } = classesOf(flow)
  const defaultEdge = styleOf(flow.defaultLinkStyles)
  return makeGraph({
    ...(title !== undefined && { title }),
    ...(flow.accDescr && { description: decodeEntities(flow.accDescr) }),
    direction: flow.direction ?? 'TB',
    ...(flow.at && { at: flow.at }),
    nodes: nodesOf(flow, parents),
    groups: groupsOf(
      flow,
      parents,
      inheritsDirection(frontmatter?.values, source.prepared.directives)
        ? (flow.direction ?? 'TB')
        : undefined,
    ),
    edges: edgesOf(flow),
    classes,
    defaults: {
      ...(defaultNode && { node: defaultNode }),
      ...(Object.keys(defaultEdge).length > 0 && { edge: defaultEdge }),
    },
    extras: extrasOf('mermaid', extras),
  })
}

/** Mermaid takes a title that is not empty, 0 or false, whatever its type. */
function titleOf(value: Value | undefined): string | undefined {
  return value && typeof value !== 'object' ? String(value) : undefined
}

function classesOf(flow: Flow): { classes: Map<string, Style>; defaultNode: Style | undefined } {
  const classes = new Map<string, Style>()
  let defaultNode: Style | undefined
  for (const [name, styles] of flow.classDefs) {
    if (name === 'default') defaultNode = styleOf(styles)
    else classes.set(name, styleOf(styles))
  }
  return { classes, defaultNode }
}

function nodesOf(flow: Flow, parents: ReadonlyMap<string, string>): Map<string, Node> {
  const nodes = new Map<string, Node>()
  for (const vertex of flow.vertices.values()) {
    if (flow.subgraphs.has(vertex.id)) continue
    nodes.set(vertex.id, nodeOf(flow, vertex, parents.get(vertex.id)))
  }
  return nodes
}

/** Without a label, mermaid draws the id as one, icons and all. */
function labelOfVertex({ id, label }: Vertex): Text {
  if (label) return textOfLabel(label)
  return iconsIn(id).length > 0 ? textOfLabel({ text: id, type: 'text' }) : plain(id)
}

const NO_DATA: ReadonlyMap<string, Value> = new Map()

function nodeOf(flow: Flow, vertex: Vertex, group: string | undefined): Node {
  const { id } = vertex
  const data = vertex.data ?? NO_DATA
  const img = data.get('img')
  const image = img ? String(img) : undefined
  const shape = shapeOfVertex(vertex, image)
  const link = linkOf(flow, vertex)
  const node: { -readonly [K in keyof Node]: Node[K] } = {
    id,
    label: labelOfVertex(vertex),
    shape,
    classes: classNames(vertex.classes),
    style: styleOf(vertex.styles),
    properties: NO_PROPERTIES,
    extras: nodeExtras(vertex, shape, image),
    at: vertex.at,
  }
  if (group !== undefined) node.group = group
  if (link) node.link = link
  if (image !== undefined) node.image = image
  const { document } = documentOfComments('mermaid', vertex.comments)
  if (document) node.document = document
  return node
}

function nodeExtras(vertex: Vertex, shape: Shape, image?: string): Extras {
  const { shape: written, props } = vertex
  const data = vertex.data ?? NO_DATA
  const name = written && !written.bracket ? written.name : undefined
  const plain = name === undefined && data.size === 0 && !props
  if (plain && shape !== 'ellipse') return NO_EXTRAS
  const extras = new Map<string, Value>()
  // Mermaid's parser takes these brackets and its renderer cannot draw them: only who wrote them gets them again.
  if (shape === 'ellipse') extras.set('ellipse', true)
  if (name !== undefined) {
    // A name that the writer would not choose is remembered beside the one that it would: another word for the same shape.
    const was = writtenShapeName({ shape, ...(image !== undefined && { image }) }, data)
    if (name !== was) extras.set('shape', shapeName(name, was))
  }
  for (const [key, value] of data) if (key !== 'img') extras.set(key, value)
  // Properties stand in square brackets, which a later statement may have taken away.
  if (props && shape === 'rectangle' && !needsData({ ...(image !== undefined && { image }) }, extras))
    extras.set('props', new Map(props))
  return extrasOf('mermaid', extras)
}

function shapeName(name: string, was: string | undefined): ReadonlyMap<string, Value> {
  return new Map([
    ['name', name],
    ['was', was ?? null],
  ])
}

/** A name decides; an image or an icon counts for more than brackets. */
function shapeOfVertex({ shape, data }: Vertex, image: string | undefined): Shape {
  const named = shape && !shape.bracket ? shapeOfShapeName(shape.name) : undefined
  if (named) return named
  if (image !== undefined) return 'image'
  if (data?.has('icon')) return 'icon'
  return shape ? shapeOfBracket(shape.name as Bracket) : 'rectangle'
}

function classNames(classes: readonly string[] | undefined): readonly string[] {
  if (!classes) return NO_CLASSES
  const names = [...new Set(classes)].filter(name => name !== 'clickable')
  return names.length === 0 ? NO_CLASSES : names
}

function linkOf(flow: Flow, vertex: Vertex): Link | undefined {
  const tooltip = flow.tooltips.get(vertex.id)
  const { link, linkTarget, callback } = vertex
  if (link === undefined && tooltip === undefined && callback === undefined) return undefined
  return {
    ...(link !== undefined && { url: decodeEntities(link) }),
    ...(tooltip !== undefined && { tooltip: decodeEntities(tooltip) }),
    ...(linkTarget !== undefined && { target: linkTarget }),
    ...(callback !== undefined && { callback: decodeEntities(callback) }),
  }
}

function groupsOf(
  flow: Flow,
  parents: ReadonlyMap<string, string>,
  inherited: Direction | undefined,
): Map<string, Group> {
  const inOrder = [...flow.subgraphs.values()].sort((a, b) => a.at[0] - b.at[0])
  const lanes = flow.header === 'swimlane-beta'
  return new Map(
    inOrder.map(subgraph => {
      const parent = parents.get(subgraph.id)
      const group = groupOf(flow, subgraph, parent, lanes && parent === undefined)
      return [subgraph.id, inherited && !group.direction ? { ...group, direction: inherited } : group]
    }),
  )
}

/** A vertex with the subgraph's id is the subgraph: mermaid draws the group with its styles and classes. */
function groupOf(flow: Flow, subgraph: FlowSubgraph, parent: string | undefined, lane: boolean): Group {
  const vertex = flow.vertices.get(subgraph.id)
  const { id, title, direction, data, at } = subgraph
  const extras = new Map<string, Value>(data.size > 0 ? [['metadata', new Map(data)]] : [])
  const comments = [...(subgraph.comments ?? []), ...(vertex?.comments ?? [])]
  return makeGroup({
    id,
    kind: lane ? 'lane' : 'cluster',
    label: textOfLabel({ text: title.text.trim(), type: title.type }),
    ...(parent !== undefined && { parent }),
    ...(direction && { direction }),
    classes: classNames(vertex ? vertex.classes : subgraph.classes),
    style: styleOf(vertex?.styles),
    extras: extrasOf('mermaid', extras),
    at,
    ...documentOfComments('mermaid', comments),
  })
}

/** The edges with what statements said of them later. */
function edgesOf({ edges, edgeMore, subgraphs, defaultCurve }: Flow): readonly Edge[] {
  for (const [edge, { styles, curve, classes, data, comments }] of edgeMore) {
    edge.classes = classNames(classes)
    edge.style = styleOf(styles)
    const extras = new Map<string, Value>(data)
    if (curve !== undefined && curve !== defaultCurve) extras.set('curve', curve)
    edge.extras = extrasOf('mermaid', extras)
    const { document } = documentOfComments('mermaid', comments)
    if (document) edge.document = document
  }
  if (subgraphs.size === 0) return edges
  for (const edge of edges) {
    if (subgraphs.has(edge.from.id)) edge.from = { ...edge.from, kind: 'group' }
    if (subgraphs.has(edge.to.id)) edge.to = { ...edge.to, kind: 'group' }
  }
  return edges
}

/** Warns of edges beyond what mermaid draws by default. */
export function checkSize(source: Source, flow: Flow): void {
  const first = flow.edges[500]
  if (!first?.at) return
  source.messages.push(moreThanMermaidDraws({ count: flow.edges.length }, first.at))
}
