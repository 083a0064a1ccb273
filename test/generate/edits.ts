/**
 * Generated edits: what a person does to a diagram, as pure functions from graph to graph. Whatever is picked, a sound graph
 * stays sound; what does not apply (no edge to remove) leaves the graph as it is. Nothing is put into another order.
 */
import fc from 'fast-check'
import { makeEdge, makeGroup, makeNode, nodeEnd, plain } from '../../src/ir/build.js'
import {
  type Direction,
  directions,
  type Edge,
  type End,
  type Graph,
  type Group,
  type Line,
  lines,
  type Node,
} from '../../src/ir/model.js'
import { type Shape, shapeNames } from '../../src/ir/shapes.js'

export const kinds = [
  'rename-node',
  'rename-group',
  'relabel-node',
  'relabel-group',
  'relabel-edge',
  'reshape-node',
  'restyle-node',
  'restyle-group',
  'restyle-edge',
  'reline-edge',
  'move-node',
  'move-group',
  'add-node',
  'add-edge',
  'add-group',
  'remove-node',
  'remove-edge',
  'remove-group',
  'reconnect-edge',
  'classify-node',
  'link-node',
  'redirect',
  'retitle',
] as const

export type EditKind = (typeof kinds)[number]

/** An edit: which kind, at which of the elements (a number picks among those that are there), and with what. */
export interface GraphEdit {
  readonly kind: EditKind
  readonly pick: number
  readonly other: number
  readonly text: string
  readonly color: string
  readonly shape: Shape
  readonly line: Line
  readonly direction: Direction
}

const words = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[A-Za-z][A-Za-z ]{0,10}[A-Za-z]$/) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('a (b)', 'two\nlines', '"quoted"', 'x', 'o', '订单', "it's; #1", 'a|b', '<b>'),
  },
)

/** One to so many edits. */
export function graphEdits(most = 4, of: readonly EditKind[] = kinds): fc.Arbitrary<readonly GraphEdit[]> {
  const edit = fc.record({
    kind: fc.constantFrom(...of),
    pick: fc.nat(30),
    other: fc.nat(30),
    text: words,
    color: fc.constantFrom('#ff0000', '#00aa00', 'navy'),
    shape: fc.constantFrom<Shape>(...shapeNames),
    line: fc.constantFrom<Line>(...lines),
    direction: fc.constantFrom<Direction>(...directions),
  })
  return fc.array(edit, { minLength: 1, maxLength: most })
}

/** The graph after edits, made one after the other. */
export function edited(graph: Graph, edits: readonly GraphEdit[]): Graph {
  return edits.reduce((now, edit) => makers[edit.kind](now, edit), graph)
}

type Maker = (graph: Graph, edit: GraphEdit) => Graph

const makers: { readonly [K in EditKind]: Maker } = {
  'rename-node': (graph, { pick, text }) => {
    const node = picked([...graph.nodes.keys()], pick)
    return node === undefined ? graph : renamed(graph, 'nodes', node, freeId(graph, idOf(text)))
  },
  'rename-group': (graph, { pick, text }) => {
    const group = picked([...graph.groups.keys()], pick)
    return group === undefined ? graph : renamed(graph, 'groups', group, freeId(graph, idOf(text)))
  },
  'relabel-node': (graph, { pick, text }) => onNode(graph, pick, node => ({ ...node, label: plain(text) })),
  'relabel-group': (graph, { pick, text }) =>
    onGroup(graph, pick, group => ({ ...group, label: plain(text) })),
  'relabel-edge': (graph, { pick, other, text }) =>
    onEdge(graph, pick, edge => ({ ...edge, label: plain(other % 3 === 0 ? '' : text) })),
  'reshape-node': (graph, { pick, shape }) => onNode(graph, pick, node => ({ ...node, shape })),
  'restyle-node': (graph, { pick, other, color }) =>
    onNode(graph, pick, node => ({ ...node, style: other % 4 === 0 ? {} : { ...node.style, fill: color } })),
  'restyle-group': (graph, { pick, color }) =>
    onGroup(graph, pick, group => ({ ...group, style: { ...group.style, stroke: color } })),
  'restyle-edge': (graph, { pick, other, color }) =>
    onEdge(graph, pick, edge => ({
      ...edge,
      style: other % 4 === 0 ? {} : { ...edge.style, stroke: color },
    })),
  'reline-edge': (graph, { pick, line }) => onEdge(graph, pick, edge => ({ ...edge, line })),
  'move-node': (graph, { pick, other }) =>
    onNode(graph, pick, ({ group: _, ...node }) => {
      const group = picked([undefined, ...graph.groups.keys()], other)
      return group === undefined ? node : { ...node, group }
    }),
  'move-group': (graph, { pick, other }) =>
    onGroup(graph, pick, ({ parent, ...group }) => {
      const wanted = picked([undefined, ...graph.groups.keys()], other)
      if (wanted === undefined) return group
      return isInside(graph, wanted, group.id)
        ? { ...group, ...(parent !== undefined && { parent }) }
        : { ...group, parent: wanted }
    }),
  'add-node': addNode,
  'add-edge': (graph, { pick, other, text }) => {
    const [from, to] = [picked([...graph.nodes.keys()], pick), picked([...graph.nodes.keys()], other)]
    if (from === undefined || to === undefined) return graph
    const edge = makeEdge({
      from: nodeEnd(from),
      to: nodeEnd(to, 'normal'),
      label: plain(other % 2 ? text : ''),
    })
    return { ...graph, edges: [...graph.edges, edge] }
  },
  'add-group': (graph, { pick, text }) => {
    const kind = [...graph.groups.values()][0]?.kind ?? 'cluster'
    const parent = picked([undefined, ...graph.groups.keys()], pick)
    const group = makeGroup({
      id: freeId(graph, idOf(text)),
      kind,
      label: plain(text),
      ...(parent !== undefined && { parent }),
    })
    return { ...graph, groups: new Map([...graph.groups, [group.id, group]]) }
  },
  'remove-node': (graph, { pick }) => {
    const id = picked([...graph.nodes.keys()], pick)
    return id === undefined ? graph : withoutNode(graph, id)
  },
  'remove-edge': (graph, { pick }) => {
    if (graph.edges.length === 0) return graph
    const place = pick % graph.edges.length
    return { ...graph, edges: graph.edges.filter((_, index) => index !== place) }
  },
  'remove-group': (graph, { pick }) => {
    const id = picked([...graph.groups.keys()], pick)
    return id === undefined ? graph : withoutGroup(graph, id)
  },
  'reconnect-edge': (graph, { pick, other }) =>
    onEdge(graph, pick, edge => {
      const id = picked([...graph.nodes.keys()], other)
      if (id === undefined) return edge
      const { arrow } = other % 2 ? edge.to : edge.from
      return { ...edge, [other % 2 ? 'to' : 'from']: nodeEnd(id, arrow) }
    }),
  'classify-node': (graph, { pick, other, color }) => {
    const classes = new Map([...graph.classes, ['fresh', { fill: color }]])
    const change = onNode({ ...graph, classes }, pick, node => ({
      ...node,
      classes: other % 3 === 0 ? [] : [...new Set([...node.classes, 'fresh'])],
    }))
    return change
  },
  'link-node': (graph, { pick, other }) =>
    onNode(graph, pick, ({ link: _, ...node }) =>
      other % 3 === 0 ? node : { ...node, link: { url: `https://example.org/${other}` } },
    ),
  redirect: (graph, { direction }) => ({ ...graph, direction }),
  retitle: (graph, { text }) => ({ ...graph, title: text }),
}

function addNode(graph: Graph, { pick, other, text, shape }: GraphEdit): Graph {
  const group = picked([undefined, ...graph.groups.keys()], pick)
  const node = makeNode({
    id: freeId(graph, idOf(text)),
    shape,
    label: plain(text),
    ...(group !== undefined && { group }),
  })
  const from = other % 2 ? picked([...graph.nodes.keys()], other) : undefined
  const edges = from === undefined ? [] : [makeEdge({ from: nodeEnd(from), to: nodeEnd(node.id, 'normal') })]
  return { ...graph, nodes: new Map([...graph.nodes, [node.id, node]]), edges: [...graph.edges, ...edges] }
}

function picked<T>(list: readonly T[], pick: number): T | undefined {
  return list[pick % Math.max(list.length, 1)]
}

const idOf = (text: string): string => text.replace(/[^A-Za-z0-9]/g, '') || 'fresh'

/** The id, or with a number where something has it already. */
function freeId({ nodes, groups, edges }: Graph, id: string): string {
  const taken = new Set([...nodes.keys(), ...groups.keys(), ...edges.map(edge => edge.id)])
  let free = id
  for (let number = 2; taken.has(free); number++) free = `${id}${number}`
  return free
}

function onNode(graph: Graph, pick: number, change: (node: Node) => Node): Graph {
  const id = picked([...graph.nodes.keys()], pick)
  if (id === undefined) return graph
  return {
    ...graph,
    nodes: new Map(Array.from(graph.nodes, ([key, node]) => [key, key === id ? change(node) : node])),
  }
}

function onGroup(graph: Graph, pick: number, change: (group: Group) => Group): Graph {
  const id = picked([...graph.groups.keys()], pick)
  if (id === undefined) return graph
  return {
    ...graph,
    groups: new Map(Array.from(graph.groups, ([key, group]) => [key, key === id ? change(group) : group])),
  }
}

function onEdge(graph: Graph, pick: number, change: (edge: Edge) => Edge): Graph {
  if (graph.edges.length === 0) return graph
  const place = pick % graph.edges.length
  return { ...graph, edges: graph.edges.map((edge, index) => (index === place ? change(edge) : edge)) }
}

/** Whether a group is another one, or stands in it. */
function isInside({ groups }: Graph, id: string, outer: string): boolean {
  for (let at: string | undefined = id; at !== undefined; at = groups.get(at)?.parent)
    if (at === outer) return true
  return false
}

/** The graph with another id for a node or a group, everywhere. */
function renamed(graph: Graph, what: 'nodes' | 'groups', id: string, to: string): Graph {
  const name = (old: string) => (old === id ? to : old)
  const end = (at: End): End =>
    at.kind === (what === 'nodes' ? 'node' : 'group') ? { ...at, id: name(at.id) } : at
  const edges = graph.edges.map(edge => ({ ...edge, from: end(edge.from), to: end(edge.to) }))
  if (what === 'nodes') {
    const nodes = new Map(
      Array.from(graph.nodes.values(), node => [name(node.id), { ...node, id: name(node.id) }]),
    )
    return {
      ...graph,
      nodes,
      edges,
      loops: graph.loops.map(loop => ({ ...loop, nodes: loop.nodes.map(name) })),
    }
  }
  const groups = Array.from(graph.groups.values(), group => {
    return [
      name(group.id),
      { ...group, id: name(group.id), ...(group.parent !== undefined && { parent: name(group.parent) }) },
    ] as const
  })
  const nodes = Array.from(graph.nodes.values(), node => {
    return [node.id, { ...node, ...(node.group !== undefined && { group: name(node.group) }) }] as const
  })
  const loops = graph.loops.map(loop => ({
    ...loop,
    ...(loop.group !== undefined && { group: name(loop.group) }),
  }))
  return { ...graph, groups: new Map(groups), nodes: new Map(nodes), edges, loops }
}

function withoutNode(graph: Graph, id: string): Graph {
  const nodes = new Map([...graph.nodes].filter(([key]) => key !== id))
  const ends = ({ kind, id: at }: End) => kind === 'node' && at === id
  const edges = graph.edges.filter(({ from, to }) => !ends(from) && !ends(to))
  const loops = graph.loops.map(loop => ({ ...loop, nodes: loop.nodes.filter(at => at !== id) }))
  return { ...graph, nodes, edges, loops: loops.filter(loop => loop.nodes.length > 0) }
}

/** The group's contents stand where it stood; edges to it go. */
function withoutGroup(graph: Graph, id: string): Graph {
  const up = graph.groups.get(id)?.parent
  const groups = [...graph.groups.values()]
    .filter(group => group.id !== id)
    .map(({ parent, ...group }) => {
      const around = parent === id ? up : parent
      return [group.id, { ...group, ...(around !== undefined && { parent: around }) }] as const
    })
  const moved = <T extends { readonly group?: string }>({ group, ...rest }: T) => {
    const around = group === id ? up : group
    return { ...rest, ...(around !== undefined && { group: around }) } as unknown as T
  }
  const ends = (at: End) => at.kind === 'group' && at.id === id
  return {
    ...graph,
    groups: new Map(groups),
    nodes: new Map(Array.from(graph.nodes, ([key, node]) => [key, moved(node)])),
    edges: graph.edges.filter(({ from, to }) => !ends(from) && !ends(to)),
    loops: graph.loops.map(moved),
  }
}
