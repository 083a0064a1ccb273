/**
 * What mermaid's parser collects while it reads: vertices, edges, subgraphs, classes, by the rules of its `FlowDB`
 * (12.3). Texts are as the parser sees them, entity codes encoded; graph.ts makes the model from it.
 */

import { NO_CLASSES, NO_EXTRAS, NO_STYLE } from '../../../src/ir/build.js'
import { entryOf } from '../../../src/ir/lists.js'
import type { Direction, Edge, Range, Value } from '../../../src/ir/model.js'
import type { LinkKind } from '../words/links.js'
import { type RawLabel, textOfLabel } from '../words/texts.js'
import { addComments } from './comments.js'

export interface Vertex {
  readonly id: string
  readonly at: Range
  label: RawLabel | undefined
  /** The kind of its brackets, or the name in `@{ shape }`. */
  shape: { readonly name: string; readonly bracket: boolean } | undefined
  // Most vertices and edges have none of these, and a diagram may have 100,000 of them.
  styles: string[] | undefined
  classes: string[] | undefined
  data: Map<string, Value> | undefined
  props: Map<string, string> | undefined
  comments: string[] | undefined
  link?: string
  linkTarget?: string
  callback?: string
}

/** An edge of the model. Its ends count as nodes until every subgraph is known. */
export type FlowEdge = { -readonly [K in keyof Edge]: Edge[K] }

/** What few edges have. */
export interface EdgeMore {
  styles: readonly string[] | undefined
  curve: string | undefined
  classes: string[] | undefined
  data: Map<string, Value> | undefined
  comments: string[] | undefined
}

export interface FlowSubgraph {
  readonly id: string
  readonly title: RawLabel
  readonly at: Range
  readonly members: string[]
  readonly direction: Direction | undefined
  classes: string[] | undefined
  readonly data: Map<string, Value>
  comments: string[] | undefined
}

export interface Flow {
  header: string
  /** The place of the header, which says what there is to say of the whole graph. */
  at?: Range
  direction: Direction | undefined
  accTitle?: string
  accDescr?: string
  readonly vertices: Map<string, Vertex>
  /** By the number of a name: whether a node or an edge has it. */
  readonly mentioned: boolean[]
  readonly edges: FlowEdge[]
  readonly edgeMore: Map<FlowEdge, EdgeMore>
  readonly subgraphs: Map<string, FlowSubgraph>
  readonly classDefs: Map<string, string[]>
  readonly tooltips: Map<string, string>
  defaultLinkStyles: readonly string[]
  defaultCurve: string | undefined
  /** The first edge of each id, its own or the one that mermaid makes up. Ask `edgeWithId`. */
  readonly edgesById: Map<string, FlowEdge>
  /** How many edges from the first on have their made-up ids there, and how many of those join each pair. */
  named: number
  /** How many edges `&` made. */
  multiplied: number
  readonly edgesBetween: Map<string, number>
  /** The subgraph that holds each node or subgraph: the first to close with it. */
  readonly owners: Map<string, string>
  closed: number
  /** The ids that `click` named while something had them. */
  readonly clicked: { readonly ids: readonly string[]; readonly at: Range }[]
  /** The comments before the header, and those behind which no node, edge or subgraph stands. */
  comments: string[] | undefined
  commentsAfter: string[] | undefined
}

export function emptyFlow(): Flow {
  return {
    header: 'flowchart',
    direction: undefined,
    vertices: new Map(),
    mentioned: [],
    edges: [],
    edgeMore: new Map(),
    subgraphs: new Map(),
    classDefs: new Map(),
    tooltips: new Map(),
    defaultLinkStyles: [],
    defaultCurve: undefined,
    edgesById: new Map(),
    named: 0,
    multiplied: 0,
    edgesBetween: new Map(),
    owners: new Map(),
    closed: 0,
    clicked: [],
    comments: undefined,
    commentsAfter: undefined,
  }
}

/**
 * The vertex of an id, made if need be. An id that an edge has names that edge: no vertex then.
 * @param place of the mention; asked only of the first one
 */
export function mention(flow: Flow, id: string, place: () => Range): Vertex | undefined {
  if (edgeWithId(flow, id)) return undefined
  let vertex = flow.vertices.get(id)
  if (!vertex) {
    vertex = newVertex(id, place())
    flow.vertices.set(id, vertex)
  }
  return vertex
}

const newVertex = (id: string, at: Range): Vertex => ({
  id,
  at,
  label: undefined,
  shape: undefined,
  styles: undefined,
  classes: undefined,
  data: undefined,
  props: undefined,
  comments: undefined,
})

/**
 * Makes the vertices that edges end at and that are not there, because an edge had their id first. Mermaid takes such a text,
 * and has an end then without anything to draw. Returns the first edge of each.
 */
export function makeEnds({ edges, edgesById, vertices, subgraphs }: Flow): Map<string, FlowEdge> {
  const made = new Map<string, FlowEdge>()
  // The ids that mermaid makes up are there, too, as soon as a name begins like one.
  if (edgesById.size === 0) return made
  for (const edge of edges) {
    for (const { id } of [edge.from, edge.to]) {
      if (vertices.has(id) || subgraphs.has(id)) continue
      vertices.set(id, newVertex(id, edge.at ?? [0, 0]))
      made.set(id, edge)
    }
  }
  return made
}

/** Every start with every end, starts outermost. Only the last start and the first end get the id. */
export function connect(
  flow: Flow,
  starts: readonly string[],
  ends: readonly string[],
  link: { kind: LinkKind; label: RawLabel | undefined; id: string | undefined },
  at: Range,
): void {
  const lastStart = starts.at(-1)
  for (const from of starts) {
    for (const to of ends) {
      const id = from === lastStart && to === ends[0] ? link.id : undefined
      addEdge(flow, from, to, link, id, at)
    }
  }
}

function addEdge(
  flow: Flow,
  from: string,
  to: string,
  { kind, label }: { kind: LinkKind; label: RawLabel | undefined },
  wanted: string | undefined,
  at: Range,
): void {
  const id = wanted && !edgeWithId(flow, wanted) ? wanted : undefined
  const edge: FlowEdge = {
    from: { kind: 'node', id: from, arrow: kind.from },
    to: { kind: 'node', id: to, arrow: kind.to },
    label: textOfLabel(label),
    line: kind.line,
    classes: NO_CLASSES,
    style: NO_STYLE,
    extras: NO_EXTRAS,
    at,
  }
  if (id !== undefined) edge.id = id
  if (kind.length !== 1) edge.length = kind.length
  if (flow.defaultCurve !== undefined) moreOf(flow, edge).curve = flow.defaultCurve
  flow.edges.push(edge)
  if (id !== undefined) flow.edgesById.set(id, edge)
}

export function moreOf({ edgeMore }: Flow, edge: FlowEdge): EdgeMore {
  let more = edgeMore.get(edge)
  if (!more) {
    more = { styles: undefined, curve: undefined, classes: undefined, data: undefined, comments: undefined }
    edgeMore.set(edge, more)
  }
  return more
}

/**
 * The edge of an id. The ids that mermaid makes up, `L_from_to_0`, then `L_from_to_2` and so on, are made up here only
 * when someone asks for one.
 */
export function edgeWithId(flow: Flow, id: string): FlowEdge | undefined {
  const { edges, edgesById, edgesBetween } = flow
  if (!id.startsWith('L_')) return edgesById.size === 0 ? undefined : edgesById.get(id)
  for (; flow.named < edges.length; flow.named++) {
    const edge = edges[flow.named]!
    const pair = `${edge.from.id}\n${edge.to.id}`
    const before = edgesBetween.get(pair) ?? 0
    edgesBetween.set(pair, before + 1)
    if (edge.id !== undefined) continue
    const made = `L_${edge.from.id}_${edge.to.id}_${before === 0 ? 0 : before + 1}`
    if (!edgesById.has(made)) edgesById.set(made, edge)
  }
  return edgesById.get(id)
}

/**
 * Closes a subgraph with what was mentioned in it. A member that an earlier one holds stays there; a repeated id
 * adds its members to the first declaration. Returns the members that it lost.
 */
export function closeSubgraph(
  flow: Flow,
  heading: Pick<FlowSubgraph, 'title' | 'direction' | 'at' | 'comments'> & { id: string | undefined },
  mentioned: readonly string[],
): { id: string; lost: string[] } {
  const id = heading.id ?? `subGraph${flow.closed}`
  flow.closed++
  const mine = [...new Set(mentioned)].filter(member => member.trim() !== '' && member !== id)
  const members = mine.filter(member => !flow.owners.has(member))
  for (const member of members) flow.owners.set(member, id)
  const existing = flow.subgraphs.get(id)
  if (existing) {
    for (const member of members) existing.members.push(member)
    if (heading.comments) addComments(existing, heading.comments)
  } else {
    const { title, direction, at, comments } = heading
    const subgraph = { id, title, direction, at, comments, members, classes: undefined, data: new Map() }
    flow.subgraphs.set(id, subgraph)
  }
  return { id, lost: mine.filter(member => flow.owners.get(member) !== id) }
}

/** Gives a class to what has the ids of a comma list at this moment. Returns the ids that nothing has. */
export function setClass(flow: Flow, ids: string, name: string): string[] {
  const unknown: string[] = []
  for (const id of ids.split(',')) {
    const edge = edgeWithId(flow, id)
    const owners = [flow.vertices.get(id), edge && moreOf(flow, edge), flow.subgraphs.get(id)]
    for (const owner of owners) if (owner) addClass(owner, name)
    if (owners.every(owner => owner === undefined)) unknown.push(id)
  }
  return unknown
}

function addClass(owner: { classes: string[] | undefined }, name: string): void {
  if (owner.classes) owner.classes.push(name)
  else owner.classes = [name]
}

/** Adds styles to classes. `\,` is a comma that stands in a value. */
export function defineClass(flow: Flow, ids: string, styles: readonly string[]): void {
  const joined = styles.join(',').replaceAll('\\,', '\n').replaceAll(',', ';').replaceAll('\n', ',')
  for (const id of ids.split(',')) {
    const defined = entryOf(flow.classDefs, id, () => [])
    for (const style of joined.split(';')) defined.push(style)
  }
}
