/**
 * What mermaid's parser collects while it reads: vertices, edges, subgraphs, classes, by the rules of its `FlowDB`
 * (12.3). Texts are as the parser sees them, entity codes encoded; graph.ts makes the model from it.
 */
import type { Direction, Range, Value } from '../../src/ir/model.js'
import type { LinkKind } from './links.js'

export type LabelType = 'text' | 'string' | 'markdown'

export interface RawLabel {
  readonly text: string
  readonly type: LabelType
}

export interface Vertex {
  readonly id: string
  readonly at: Range
  label: RawLabel | undefined
  /** The kind of its brackets, or the name in `@{ shape }`. */
  shape: { readonly name: string; readonly bracket: boolean } | undefined
  readonly styles: string[]
  readonly classes: string[]
  readonly data: Map<string, Value>
  readonly props: Map<string, string>
  link?: string
  linkTarget?: string
  callback?: string
}

export interface FlowEdge {
  readonly from: string
  readonly to: string
  readonly kind: LinkKind
  readonly label: RawLabel | undefined
  readonly at: Range
  /** The id that the author gave. */
  readonly id?: string
  styles: readonly string[]
  curve: string | undefined
  readonly classes: string[]
  readonly data: Map<string, Value>
}

export interface FlowSubgraph {
  readonly id: string
  readonly title: RawLabel
  readonly at: Range
  readonly members: string[]
  readonly direction: Direction | undefined
  readonly classes: string[]
  readonly data: Map<string, Value>
}

export interface Flow {
  header: string
  direction: Direction | undefined
  accTitle?: string
  accDescr?: string
  readonly vertices: Map<string, Vertex>
  readonly edges: FlowEdge[]
  readonly subgraphs: Map<string, FlowSubgraph>
  readonly classDefs: Map<string, string[]>
  readonly tooltips: Map<string, string>
  defaultLinkStyles: readonly string[]
  defaultCurve: string | undefined
  /** The first edge of each id, its own or the one that mermaid makes up. */
  readonly edgesById: Map<string, FlowEdge>
  readonly edgesBetween: Map<string, number>
  /** The subgraph that holds each node or subgraph: the first to close with it. */
  readonly owners: Map<string, string>
  closed: number
}

export function emptyFlow(): Flow {
  return {
    header: 'flowchart',
    direction: undefined,
    vertices: new Map(),
    edges: [],
    subgraphs: new Map(),
    classDefs: new Map(),
    tooltips: new Map(),
    defaultLinkStyles: [],
    defaultCurve: undefined,
    edgesById: new Map(),
    edgesBetween: new Map(),
    owners: new Map(),
    closed: 0,
  }
}

/** The vertex of an id, made if need be. An id that an edge has names that edge: no vertex then. */
export function mention(flow: Flow, id: string, at: Range): Vertex | undefined {
  if (flow.edgesById.has(id)) return undefined
  let vertex = flow.vertices.get(id)
  if (!vertex) {
    vertex = {
      id,
      at,
      label: undefined,
      shape: undefined,
      styles: [],
      classes: [],
      data: new Map(),
      props: new Map(),
    }
    flow.vertices.set(id, vertex)
  }
  return vertex
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
      addEdge(flow, { from, to, kind: link.kind, label: link.label, at }, id)
    }
  }
}

function addEdge(
  flow: Flow,
  base: Pick<FlowEdge, 'from' | 'to' | 'kind' | 'label' | 'at'>,
  wanted: string | undefined,
): void {
  const own = wanted !== undefined && wanted !== '' && !flow.edgesById.has(wanted) ? wanted : undefined
  const pair = `${base.from}\n${base.to}`
  const before = flow.edgesBetween.get(pair) ?? 0
  flow.edgesBetween.set(pair, before + 1)
  const edge: FlowEdge = {
    ...base,
    ...(own !== undefined && { id: own }),
    styles: [],
    curve: flow.defaultCurve,
    classes: [],
    data: new Map(),
  }
  flow.edges.push(edge)
  const id = own ?? `L_${base.from}_${base.to}_${before === 0 ? 0 : before + 1}`
  if (!flow.edgesById.has(id)) flow.edgesById.set(id, edge)
}

/**
 * Closes a subgraph with what was mentioned in it. A member that an earlier one holds stays there; a repeated id
 * adds its members to the first declaration. Returns the members that it lost.
 */
export function closeSubgraph(
  flow: Flow,
  heading: { id: string | undefined; title: RawLabel; direction: Direction | undefined; at: Range },
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
  } else {
    const { title, direction, at } = heading
    flow.subgraphs.set(id, { id, title, direction, at, members, classes: [], data: new Map() })
  }
  return { id, lost: mine.filter(member => flow.owners.get(member) !== id) }
}

/** Gives a class to what has the ids of a comma list at this moment. Returns the ids that nothing has. */
export function setClass(flow: Flow, ids: string, name: string): string[] {
  const unknown: string[] = []
  for (const id of ids.split(',')) {
    const owners = [flow.vertices.get(id), flow.edgesById.get(id), flow.subgraphs.get(id)]
    for (const owner of owners) owner?.classes.push(name)
    if (owners.every(owner => owner === undefined)) unknown.push(id)
  }
  return unknown
}

/** Adds styles to classes. `\,` is a comma that stands in a value. */
export function defineClass(flow: Flow, ids: string, styles: readonly string[]): void {
  const joined = styles.join(',').replaceAll('\\,', '\n').replaceAll(',', ';').replaceAll('\n', ',')
  for (const id of ids.split(',')) {
    const defined = flow.classDefs.get(id) ?? []
    for (const style of joined.split(';')) defined.push(style)
    flow.classDefs.set(id, defined)
  }
}
