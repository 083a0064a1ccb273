/** Large and hostile diagrams: what putting them costs, counted and not timed, and that nothing is thrown. */
import { describe, expect, test } from 'vitest'
import { mermaid } from '../../converters/mermaid/index.js'
import { makeEdge, makeGroup, makeNode, nodeEnd, plain } from '../../src/ir/build.js'
import type { Edge, Graph, Group, Node } from '../../src/ir/model.js'
import { putWith } from '../../src/put/put.js'
import { readWith } from '../../src/read.js'
import { counted, sample } from '../setup/runs.js'
import { counting, disproportionate } from '../setup/work.js'

const read = (text: string): Graph => readWith(mermaid, text, {}, [], { carry: false }).graphs[0]!
const repeated = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('')

/** A text and what is to be read in it then. */
type Case = (size: number) => readonly [text: string, graph: Graph]

const relabelled = (graph: Graph, id: string): Graph => ({
  ...graph,
  nodes: new Map(
    Array.from(graph.nodes, ([key, at]) => [key, key === id ? { ...at, label: plain('New') } : at]),
  ),
})

const withGroups = (graph: Graph, groups: readonly Group[]): Graph => ({
  ...graph,
  groups: new Map([...graph.groups, ...groups.map(group => [group.id, group] as const)]),
})

const cluster = (index: number, more: Partial<Group> = {}): Group =>
  makeGroup({ id: `g${index}`, kind: 'cluster', label: plain(`g${index}`), ...more })

const range = (size: number): number[] => Array.from({ length: size }, (_, index) => index)

const cases: Readonly<Record<string, Case>> = {
  'one label in many lines': size => {
    const text = `flowchart\n${repeated(size, i => `  A${i}[One] --> B${i}\n`)}`
    return [text, relabelled(read(text), 'A3')]
  },
  'one label in one line of many statements': size => {
    const text = `flowchart\n${repeated(size, i => `A${i}[One]-->B${i};`)}\n`
    return [text, relabelled(read(text), 'A3')]
  },
  'a node out of a long chain': size => {
    const text = `flowchart\nA${repeated(size, i => ` --> B${i}`)}\n`
    const graph = read(text)
    const id = `B${size >> 1}`
    return [
      text,
      {
        ...graph,
        nodes: new Map([...graph.nodes].filter(([key]) => key !== id)),
        edges: graph.edges.filter(({ from, to }) => from.id !== id && to.id !== id),
      },
    ]
  },
  'every edge reconnected': size => {
    const text = `flowchart\n  X\n${repeated(size, i => `  A${i} --> B${i}\n`)}`
    const graph = read(text)
    return [text, { ...graph, edges: graph.edges.map(edge => ({ ...edge, to: { ...edge.to, id: 'X' } })) }]
  },
  'every label new': size => {
    const text = `flowchart\n${repeated(size, i => `  A${i}["One"] -- yes --> B${i}\n`)}`
    const graph = read(text)
    const label = plain('New')
    return [
      text,
      {
        ...graph,
        nodes: new Map(Array.from(graph.nodes, ([id, at]): [string, Node] => [id, { ...at, label }])),
        edges: graph.edges.map((edge): Edge => ({ ...edge, label })),
      },
    ]
  },
  'new nodes and edges': size => {
    const text = 'flowchart\n  A\n'
    const graph = read(text)
    const nodes = range(size).map(i => makeNode({ id: `n${i}`, shape: 'circle', label: plain('New') }))
    const edges = nodes.map(({ id }) => makeEdge({ from: nodeEnd('A'), to: nodeEnd(id, 'normal') }))
    return [
      text,
      { ...graph, nodes: new Map([...graph.nodes, ...nodes.map(at => [at.id, at] as const)]), edges },
    ]
  },
  'new subgraphs beside one another': size => {
    const text = 'flowchart\n  A\n'
    return [
      text,
      withGroups(
        read(text),
        range(size).map(i => cluster(i)),
      ),
    ]
  },
  'every node into a subgraph': size => {
    const text = `flowchart\nsubgraph S\n  X\nend\n${repeated(size, i => `A${i}\n`)}`
    const graph = read(text)
    return [
      text,
      { ...graph, nodes: new Map(Array.from(graph.nodes, ([id, at]) => [id, { ...at, group: 'S' }])) },
    ]
  },
}

function put([text, graph]: readonly [string, Graph]): string {
  const outcome = putWith(mermaid, text, [graph])
  expect(outcome.messages).toEqual([])
  return outcome.text
}

test('what is put costs in proportion to the text and the edit', async () => {
  const works = sample(Object.entries(cases), 2).map(
    ([name, make]) => [name, (size: number) => put(make(size))] as const,
  )
  expect(await disproportionate(counted(150), works)).toEqual([])
})

test('one edit in a long text costs little more than the few readings that it takes', async () => {
  const [text, graph] = cases['one label in many lines']!(counted(2000))
  await counting(async steps => {
    put([text, graph])
    const reading = await steps(() => read(text))
    const putting = await steps(() => put([text, graph]))
    expect(putting / reading).toBeLessThan(8)
  })
})

describe('hostile diagrams are put without a throw', () => {
  test('thousands of subgraphs in one another, old and new', () => {
    const depth = counted(10_000)
    const text = `flowchart\n${repeated(depth, i => `subgraph s${i}\n`)}A[One]\n${'end\n'.repeat(depth)}`
    expect(put([text, relabelled(read(text), 'A')])).toBe(text.replace('A[One]', 'A[New]'))
    const groups = range(depth).map(i => cluster(i, i === 0 ? {} : { parent: `g${i - 1}` }))
    const small = 'flowchart\nA\n'
    const deep = put([small, withGroups(read(small), groups)])
    expect(deep.split('subgraph').length - 1).toBe(depth)
  })

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('an id called %s', id => {
    const text = `flowchart\n\t${id}[One] --> B\n\tB --> C`
    expect(put([text, relabelled(read(text), id)])).toBe(text.replace('One', 'New'))
    const graph = read('flowchart\n\tB --> C')
    const node = makeNode({ id, shape: 'rectangle', label: plain('New') })
    expect(put(['flowchart\n\tB --> C', { ...graph, nodes: new Map([...graph.nodes, [id, node]]) }])).toBe(
      `flowchart\n\tB --> C\n\t${id}[New]`,
    )
  })

  test('tabs, line breaks of another system and none at the end', () => {
    const text = 'flowchart LR\r\n\tsubgraph S\r\n\t\tA[One]\r\n\tend\r\n\tA --> B'
    const graph = relabelled(read(text), 'A')
    const edge = makeEdge({ from: nodeEnd('B'), to: nodeEnd('A', 'normal') })
    expect(put([text, { ...graph, edges: [...graph.edges, edge] }])).toBe(
      'flowchart LR\r\n\tsubgraph S\r\n\t\tA[New]\r\n\tend\r\n\tA --> B\r\n\tB --> A',
    )
  })
})
