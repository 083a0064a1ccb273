/** Law 6 for DOT: an edited graph comes into its text, and only what was edited changes there. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dot } from '../../converters/dot/index.js'
import { makeEdge, makeGroup, makeNode, nodeEnd, plain } from '../../src/ir/build.js'
import { sameGraph } from '../../src/ir/difference.js'
import type { Edge, Graph, Group, Node } from '../../src/ir/model.js'
import { hasErrors } from '../../src/messages/message.js'
import { loweredToPut, putWith } from '../../src/put/put.js'
import { readWith } from '../../src/read.js'
import { diagrams } from '../generate/diagrams.js'
import { edited, graphEdits } from '../generate/edits.js'
import { lowerFor } from '../laws/laws.js'
import { runs } from '../setup/runs.js'

type Edit = (graph: Graph) => Graph

const node =
  (id: string, change: Partial<Node>): Edit =>
  graph => ({
    ...graph,
    nodes: new Map(Array.from(graph.nodes, ([key, old]) => [key, key === id ? { ...old, ...change } : old])),
  })
const edge =
  (place: number, change: Partial<Edge>): Edit =>
  graph => ({ ...graph, edges: graph.edges.map((old, at) => (at === place ? { ...old, ...change } : old)) })
const withoutEdge =
  (place: number): Edit =>
  graph => ({ ...graph, edges: graph.edges.filter((_, at) => at !== place) })
const without =
  (id: string): Edit =>
  graph => ({
    ...graph,
    nodes: new Map([...graph.nodes].filter(([key]) => key !== id)),
    edges: graph.edges.filter(({ from, to }) => from.id !== id && to.id !== id),
  })
const add =
  (id: string, group?: string): Edit =>
  graph => ({
    ...graph,
    nodes: new Map([
      ...graph.nodes,
      [id, makeNode({ id, label: plain(id), shape: 'ellipse', ...(group && { group }) })],
    ]),
  })
const connect =
  (from: string, to: string): Edit =>
  graph => ({
    ...graph,
    edges: [...graph.edges, makeEdge({ from: nodeEnd(from), to: nodeEnd(to, 'normal') })],
  })
const rename =
  (id: string, to: string): Edit =>
  graph => {
    const name = (old: string) => (old === id ? to : old)
    const end = (at: Edge['from']) => ({ ...at, id: name(at.id) })
    return {
      ...graph,
      nodes: new Map(Array.from(graph.nodes.values(), old => [name(old.id), { ...old, id: name(old.id) }])),
      edges: graph.edges.map(old => ({ ...old, from: end(old.from), to: end(old.to) })),
    }
  }

const cases: readonly [name: string, text: string, edit: Edit, expected: string][] = [
  [
    'a quoted id is quoted under its new name',
    'digraph {\n  "a" -> b;\n  "a" [shape=box]\n}\n',
    rename('a', 'x'),
    'digraph {\n  "x" -> b;\n  "x" [shape=box, label=a]\n}\n',
  ],
  [
    'an id without quotes gets them where the new name needs them',
    'digraph {\n  a -> "b";\n  a [label=A];\n}\n',
    rename('a', 'x y'),
    'digraph {\n  "x y" -> "b";\n  "x y" [label=A];\n}\n',
  ],
  [
    'one attribute of a list is replaced, quoted as it was',
    'digraph {\n  a [shape=box, label="Old", color=red]; // note\n  b\n}\n',
    node('a', { label: plain('New') }),
    'digraph {\n  a [shape=box, label="New", color=red]; // note\n  b\n}\n',
  ],
  [
    'an attribute comes behind the others, with their separator',
    'digraph {\n  a [shape=box; color=red]\n}\n',
    node('a', { label: plain('New one') }),
    'digraph {\n  a [shape=box; color=red; label="New one"]\n}\n',
  ],
  [
    'an attribute goes with its separator',
    'digraph {\n  a -> b [label=x, color=red];\n  b -> c [label=y];\n}\n',
    graph => edge(1, { label: plain('') })(edge(0, { label: plain('') })(graph)),
    'digraph {\n  a -> b [color=red];\n  b -> c;\n}\n',
  ],
  [
    'the only attribute goes where another comes',
    'digraph {\n  a [color=red] // note\n}\n',
    node('a', { label: plain('New'), style: {} }),
    'digraph {\n  a [label=New] // note\n}\n',
  ],
  [
    'a default is overruled in the list of the element',
    'digraph {\n  node [shape=box]\n  a\n  b\n}\n',
    node('a', { shape: 'diamond' }),
    'digraph {\n  node [shape=box]\n  a [shape=diamond]\n  b\n}\n',
  ],
  [
    'a node that only edges name gets a statement behind the first of them',
    'digraph {\n  a -> b\n  b -> c\n}\n',
    node('b', { label: plain('Bee') }),
    'digraph {\n  a -> b\n  b [label=Bee]\n  b -> c\n}\n',
  ],
  [
    'another name at every mention, in quotes where it needs them',
    'digraph {\n  a [label=A]\n  a:n -> b; b -> "a"\n}\n',
    rename('a', 'the first'),
    'digraph {\n  "the first" [label=A]\n  "the first":n -> b; b -> "the first"\n}\n',
  ],
  [
    'a chain whose middle goes',
    'digraph {\n  x\n  a -> b -> c\n  y\n}\n',
    without('b'),
    'digraph {\n  x\n  a\n  c\n  y\n}\n',
  ],
  [
    'a chain of which one edge is relabelled',
    'digraph {\n  a -> b -> c [color=red];\n}\n',
    edge(1, { label: plain('no') }),
    'digraph {\n  a -> b [color=red];\n  b -> c [color=red, label=no];\n}\n',
  ],
  [
    'an edge that goes leaves the nodes where they were',
    'digraph {\n  a -> b;\n  a -> c; // kept\n}\n',
    withoutEdge(0),
    'digraph {\n  a;\n  b;\n  a -> c; // kept\n}\n',
  ],
  [
    'an edge that ends elsewhere keeps its list and its place',
    'digraph {\n  a -> b [color=red, weight=2];\n  b -> c;\n}\n',
    edge(0, { to: nodeEnd('c', 'normal') }),
    'digraph {\n  a;\n  b;\n  a -> c [color=red, weight=2];\n  b -> c;\n}\n',
  ],
  [
    'a new node and edge, without semicolons as the text does',
    'digraph {\n\ta -> b\n\tsubgraph cluster_x {\n\t\tc\n\t}\n}\n',
    graph => connect('c', 'd')(add('d', 'x')(graph)),
    'digraph {\n\ta -> b\n\tsubgraph cluster_x {\n\t\tc\n\t\td\n\t}\n\tc -> d\n}\n',
  ],
  [
    'a node moves into a cluster, with its statement',
    'digraph {\n  subgraph cluster_x {\n    a;\n  }\n  b [color=red];\n  a -> b;\n}\n',
    node('b', { group: 'x' }),
    'digraph {\n  subgraph cluster_x {\n    a;\n    b [color=red];\n  }\n  a -> b;\n}\n',
  ],
  [
    'only the statement of a group is said in pieces',
    'digraph {\n  a, b -> c;\n  c -> d\n}\n',
    withoutEdge(1),
    'digraph {\n  a;\n  b;\n  a -> c;\n  c -> d\n}\n',
  ],
  [
    'attributes of the graph, as they are written',
    'digraph {\n  graph [rankdir=LR, label="Old"]\n  bgcolor = white\n  a\n}\n',
    graph => ({ ...graph, direction: 'BT', title: 'New', style: { ...graph.style, fill: '#ff0000' } }),
    'digraph {\n  graph [rankdir=BT, label="New"]\n  bgcolor = "#ff0000"\n  a\n}\n',
  ],
  [
    'line ends of the file',
    'digraph {\r\n  a;\r\n  b;\r\n}\r\n',
    connect('a', 'b'),
    'digraph {\r\n  a;\r\n  b;\r\n  a -> b;\r\n}\r\n',
  ],
  [
    'a comment goes with what it stands at',
    'digraph {\n  // first\n  a;\n  // second\n  b;\n}\n',
    without('a'),
    'digraph {\n  // second\n  b;\n}\n',
  ],
  [
    'the words of what stays',
    'digraph {\n  a [shape=oval, color="#FF0000", label=Old, href=x, dir=none] // c\n  subgraph s { a -> b [dir=forward] }\n}\n',
    graph => edge(0, { label: plain('e') })(node('a', { label: plain('New') })(graph)),
    'digraph {\n  a [shape=oval, color="#FF0000", label=New, href=x, dir=none] // c\n  subgraph s { a -> b [dir=forward, label=e] }\n}\n',
  ],
  [
    'a port',
    'digraph {\n  a:n -> b [color=red];\n}\n',
    edge(0, { from: { ...nodeEnd('a'), side: 'left' } }),
    'digraph {\n  a:w -> b [color=red];\n}\n',
  ],
]

const recolour =
  (color: string) =>
  <T extends { readonly style: object }>(old: T): T => ({ ...old, style: { ...old.style, stroke: color } })
const group =
  (id: string, change: Partial<Group>): Edit =>
  graph => ({
    ...graph,
    groups: new Map([
      ...graph.groups,
      [id, { ...(graph.groups.get(id) ?? makeGroup({ id, kind: 'cluster' })), ...change }],
    ]),
  })
const insertEdge =
  (place: number, from: string, to: string): Edit =>
  graph => ({
    ...graph,
    edges: graph.edges.toSpliced(place, 0, makeEdge({ from: nodeEnd(from), to: nodeEnd(to, 'normal') })),
  })
const ungroup =
  (id: string): Edit =>
  graph => ({
    ...graph,
    groups: new Map([...graph.groups].filter(([key]) => key !== id)),
    nodes: new Map(
      Array.from(graph.nodes, ([key, { group: around, ...old }]) => [
        key,
        around === id || around === undefined ? old : { ...old, group: around },
      ]),
    ),
  })

const more: typeof cases = [
  [
    'a node gets a list where the graph gets an attribute',
    'digraph {\n  a -> b\n  c\n}\n',
    graph => ({ ...node('c', { label: plain('C') })(graph), style: { ...graph.style, fill: '#ff0000' } }),
    'digraph {\n  bgcolor="#ff0000"\n  a -> b\n  c [label=C]\n}\n',
  ],
  [
    'a statement that says something of two nodes, of which one goes',
    'digraph {\n  a, b [color=red] // both\n  c\n}\n',
    without('b'),
    'digraph {\n  a [color=red] // both\n  c\n}\n',
  ],
  [
    'a default of all nodes is overruled for one',
    'digraph {\n  node [color=blue]\n  a; b;\n}\n',
    graph => node('b', recolour('#ff0000')(graph.nodes.get('b')!))(graph),
    'digraph {\n  node [color=blue]\n  a; b [color="#ff0000"];\n}\n',
  ],
  [
    'a group of ends of which one goes',
    'digraph {\n  {a b} -> c [color=red]\n}\n',
    without('a'),
    'digraph {\n  {b} -> c [color=red]\n}\n',
  ],
  [
    'a group of ends of which one edge is recoloured',
    'digraph {\n  {a b} -> c\n  c -> d\n}\n',
    graph => edge(1, recolour('#ff0000')(graph.edges[1]!))(graph),
    'digraph {\n  {a b}\n  a -> c\n  b -> c [color="#ff0000"]\n  c -> d\n}\n',
  ],
  [
    'a node that loses the edge that named it first',
    'digraph {\n  a -> b;\n  b -> c [color=red];\n}\n',
    without('a'),
    'digraph {\n  b -> c [color=red];\n}\n',
  ],
  [
    'an edge that goes leaves those in subgraphs where they are',
    'digraph {\n  a -> b\n  { edge [color=red] c -> d }\n  subgraph cluster_x { e -> f }\n}\n',
    withoutEdge(0),
    'digraph {\n  a\n  b\n  { edge [color=red] c -> d }\n  subgraph cluster_x { e -> f }\n}\n',
  ],
  [
    'a node under another name stays in its rank',
    'digraph {\n  a [label=A]\n  { rank=same; a; c }\n}\n',
    rename('a', 'first'),
    'digraph {\n  first [label=A]\n  { rank=same; first; c }\n}\n',
  ],
  [
    'an edge to the outside between two of a cluster, which is opened once more',
    'digraph {\n  o;\n  subgraph cluster_x {\n    a -> b;\n    // back\n    b -> a;\n  }\n}\n',
    insertEdge(1, 'b', 'o'),
    'digraph {\n  o;\n  subgraph cluster_x {\n    a -> b;\n  }\n  b -> o;\n  subgraph cluster_x {\n    // back\n    b -> a;\n  }\n}\n',
  ],
  [
    'an edge between two of a chain',
    'digraph {\n  a -> b -> c [color=red];\n}\n',
    insertEdge(1, 'b', 'a'),
    'digraph {\n  a -> b [color=red];\n  b -> a;\n  b -> c [color=red];\n}\n',
  ],
  [
    'a cluster that nothing but its name tells gets another one and stays in its place',
    'digraph {\n  subgraph cluster0 { a }\n  subgraph other { b }\n  subgraph cluster1 { c }\n}\n',
    graph => ({
      ...graph,
      groups: new Map(
        Array.from(graph.groups, ([id, old]) =>
          id === 'cluster0' ? ['first', { ...old, id: 'first' }] : [id, old],
        ),
      ),
      nodes: new Map(
        Array.from(graph.nodes, ([id, old]) => [id, id === 'a' ? { ...old, group: 'first' } : old]),
      ),
    }),
    'digraph {\n  subgraph cluster_first {\n    a;\n  }\n  subgraph other { b }\n  subgraph cluster1 { c }\n}\n',
  ],
  [
    'a cluster that goes leaves what was in it',
    'digraph {\n  subgraph cluster_x {\n    label=X\n    // the first\n    a [color=red]\n    a -> b\n  }\n  c\n}\n',
    ungroup('x'),
    'digraph {\n  // the first\n  a [color=red]\n  a -> b\n  c\n}\n',
  ],
  [
    'a cluster comes into another one',
    'digraph {\n\tsubgraph cluster_x {\n\t\ta\n\t}\n\tsubgraph cluster_y {\n\t\tb\n\t}\n}\n',
    group('y', { parent: 'x' }),
    'digraph {\n\tsubgraph cluster_x {\n\t\ta\n\t\tsubgraph cluster_y {\n\t\t\tb\n\t\t}\n\t}\n}\n',
  ],
  [
    'a new cluster, and a node that moves into it',
    'digraph {\n  a [color=red];\n  b;\n  a -> b;\n}\n',
    graph => node('b', { group: 'x' })(group('x', { kind: 'cluster', label: plain('X') })(graph)),
    'digraph {\n  a [color=red];\n  subgraph cluster_x {\n    label=X;\n    b;\n  }\n  a -> b;\n}\n',
  ],
  [
    'a new node stands with its cluster, not at the end',
    'digraph {\n  subgraph cluster_x { a; b }\n  c -> d\n}\n',
    add('e', 'x'),
    'digraph {\n  subgraph cluster_x { a; b e }\n  c -> d\n}\n',
  ],
  [
    'nodes in another order',
    'digraph {\n  a [color=red]; // one\n  b;\n  a -> b;\n}\n',
    graph => ({ ...graph, nodes: new Map([...graph.nodes].reverse()) }),
    'digraph {\n  b;\n  a [color=red]; // one\n  a -> b;\n}\n',
  ],
  [
    'a label that is HTML, and a name that means something to JavaScript',
    'digraph {\n  __proto__ [label=<<b>A</b>>, color=red]\n  __proto__ -> constructor\n}\n',
    node('__proto__', { label: plain('B') }),
    'digraph {\n  __proto__ [label=B, color=red]\n  __proto__ -> constructor\n}\n',
  ],
  [
    'an edge of a strict graph that is said twice',
    'strict graph {\n  a -- b\n  b -- a [color=red]\n  b -- c\n}\n',
    withoutEdge(0),
    'strict graph {\n  a\n  b -- c\n}\n',
  ],
  [
    'all on one line',
    'digraph{a->b;b->c}',
    graph => edge(1, { label: plain('x') })(without('a')(graph)),
    'digraph{b->c}',
  ],
]

describe('a graph into the DOT text that it came from', () => {
  it.each([...cases, ...more])('%s', (_, text, edit, expected) => {
    const { graphs } = readWith(dot, text, {}, [], { carry: false })
    const result = putWith(
      dot,
      text,
      graphs.map(graph => loweredToPut(dot, edit(graph), {}, graph)),
    )
    expect(result.messages).toEqual([])
    expect(result.text).toBe(expected)
  })

  it('refuses a text whose braces are too deep to be read', () => {
    const text = `digraph { ${'subgraph { '.repeat(10_000)}a${' }'.repeat(10_000)} }`
    const { messages } = putWith(dot, text, [])
    expect(messages.map(({ code }) => code)).toEqual(['syntax/update'])
  })

  it('leaves the other graphs of a file alone', () => {
    const text = 'digraph A { a -> b }\n\ndigraph B {\n  c\n}\n'
    const [first, second] = readWith(dot, text, {}, [], { carry: false }).graphs
    const after = lowerFor(dot, node('c', { label: plain('Sea') })(second!)).graph
    expect(putWith(dot, text, [first!, after])).toEqual({
      text: 'digraph A { a -> b }\n\ndigraph B {\n  c [label=Sea]\n}\n',
      messages: [],
    })
  })
})

const folder = new URL('../../corpus/dot/', import.meta.url)
const corpus = readdirSync(folder)
  .filter(name => name.endsWith('.gv'))
  .map(name => readFileSync(new URL(name, folder), 'utf8'))
  .filter(text => {
    const { graphs, messages } = readWith(dot, text, {}, [], { carry: false })
    return graphs.length > 0 && !hasErrors(messages)
  })
const written = diagrams.map(graph => dot.write!([{ graph: lowerFor(dot, graph).graph }], {}))
const texts = fc.oneof(fc.constantFrom(...corpus), written)

describe('generated edits', () => {
  it('an unchanged graph leaves every text as it is', () => {
    for (const text of corpus) {
      const { graphs } = readWith(dot, text, {}, [], { carry: false })
      expect(putWith(dot, text, graphs)).toEqual({ text, messages: [] })
    }
  })

  it('read as wanted', () => {
    fc.assert(
      fc.property(texts, graphEdits(4), (text, edits) => {
        const { graphs } = readWith(dot, text, {}, [], { carry: false })
        const [first, ...rest] = graphs
        const after = lowerFor(dot, edited(first!, edits)).graph
        fc.pre(isWritable(after))
        expect(putWith(dot, text, [after, ...rest]).messages).toEqual([])
      }),
      { numRuns: runs(1000) },
    )
  })
})

/** Whether the writer's own text of a lowered graph reads as that graph: what the format does not hold, no edit can say. */
function isWritable(after: Graph): boolean {
  const [back] = readWith(dot, dot.write!([{ graph: after }], {}), {}, [], { carry: false }).graphs
  return back !== undefined && sameGraph(back, after)
}
