/** A graph put into the Mermaid text that it came from: text, edit, expected text, each by hand. */
import { describe, expect, test } from 'vitest'
import { mermaid } from '../../converters/mermaid/index.js'
import { makeGroup, makeNode, nodeEnd, plain } from '../../src/ir/build.js'
import { putGraphs, putWith } from '../../src/put/put.js'
import { readWith } from '../../src/read.js'
import {
  addedEdge,
  addedNode,
  all,
  type Change,
  edge,
  group,
  label,
  node,
  renamed,
  withoutEdge,
  withoutNode,
} from './put-changes.js'

/** Name, text, edit, expected text; the header `flowchart LR` and the line breaks around are left out. */
const cases: readonly (readonly [name: string, text: string, change: Change, expected: string])[] = [
  [
    'a subgraph that goes behind its sibling',
    'subgraph p[P]\n  A\nend\nsubgraph q[Q]\n  B\nend\nA --> B',
    graph => ({
      ...graph,
      nodes: new Map([...graph.nodes].reverse()),
      groups: new Map([...graph.groups].reverse()),
    }),
    'subgraph q[Q]\n  B\nend\nsubgraph p[P]\n  A\nend\nA --> B',
  ],
  [
    'a subgraph that goes into another',
    'subgraph p[P]\n  A\nend\nsubgraph q[Q]\n  B\nend\nA --> B',
    group('p', at => ({ ...at, parent: 'q' })),
    'subgraph q[Q]\n  subgraph p[P]\n    A\n  end\n  B\nend\nA --> B',
  ],
  [
    'a label, and nothing else in its line',
    'A[One]   -->  B["Two"]',
    node('B', label('Drei')),
    'A[One]   -->  B["Drei"]',
  ],
  ['a shape', 'A[One] --> B(Two)', node('A', at => ({ ...at, shape: 'circle' })), 'A((One)) --> B(Two)'],
  ['a label of a node that had none', 'A --> B', node('A', label('Start')), 'A[Start] --> B'],
  ['the label of an edge', 'A -->|yes| B', edge(0, at => ({ ...at, label: plain('no') })), 'A -->|no| B'],
  [
    'an id, at every mention',
    'A[One]-->B\nB --> A\nstyle A fill:red\nclass A hot\nclick A "/x"',
    renamed('A', 'first'),
    'first[One]-->B\nB --> first\nstyle first fill:red\nclass first hot\nclick first "/x"',
  ],
  [
    'an id that begins like the head of an arrow',
    'A[One]-->B[Two]',
    renamed('B', 'other'),
    'A[One]--> other[Two]',
  ],
  ['a node that goes with its edge leaves the other', 'A[x] --> B[y]', withoutNode('B'), 'A[x]'],
  ['a node in the middle of a chain', 'A --> B[b] --> C --> D', withoutNode('B'), 'A\nC --> D'],
  [
    'a chain with one link labelled anew',
    'A --> B -->|x| C',
    edge(1, at => ({ ...at, label: plain('y') })),
    'A --> B -->|y| C',
  ],
  ['an edge out of a chain', 'A --> B --> C', withoutEdge(0), 'A\nB --> C'],
  ['a node out of an & group', 'A & B --> C\nC --> D', withoutNode('B'), 'A --> C\nC --> D'],
  [
    'an edge out of an & group: only that statement is written out',
    'A & B --> C\nC & D --> E',
    withoutEdge(1),
    'A\nB\nA --> C\nC & D --> E',
  ],
  [
    'an edge that ends elsewhere',
    'A[One] --> B[Two] %%\nC[Three]'.replace(' %%', ''),
    edge(0, at => ({ ...at, to: nodeEnd('C', 'normal') })),
    'A[One]\nB[Two]\nA --> C\nC[Three]',
  ],
  [
    'numbers of links move up when an edge goes',
    'A --> B\nB --> C\nC --> A\nlinkStyle 0,2 stroke:red\nlinkStyle 1 stroke:blue',
    withoutEdge(0),
    'A\nB --> C\nC --> A\nlinkStyle 1 stroke:red\nlinkStyle 0 stroke:blue',
  ],
  [
    'numbers of links move down when an edge comes',
    'A --> B\nB --> C\nlinkStyle 1 stroke:red',
    addedEdge('A', 'C', 1),
    'A --> B\nA --> C\nB --> C\nlinkStyle 2 stroke:red',
  ],
  [
    'an edge in the middle of a chain cuts it there',
    'A --> B --> C',
    addedEdge('C', 'A', 1),
    'A --> B\nC --> A\nB --> C',
  ],
  [
    'a colour where there is a statement for it',
    'A --> B\nstyle A fill:red',
    node('A', at => ({ ...at, style: { fill: 'blue' } })),
    'A --> B\nstyle A fill:blue',
  ],
  [
    'a first colour',
    'A --> B',
    node('B', at => ({ ...at, style: { fill: 'blue' } })),
    'A --> B\nstyle B fill:blue',
  ],
  [
    'a colour that goes',
    'A --> B\nstyle A fill:red\nB --> C',
    node('A', at => ({ ...at, style: {} })),
    'A --> B\nB --> C',
  ],
  [
    'one of several that share a class',
    'A --> B\nclassDef hot fill:red\nclass A,B hot',
    node('A', at => ({ ...at, classes: [] })),
    'A --> B\nclassDef hot fill:red\nclass B hot',
  ],
  [
    'a class behind a node',
    'A[x]:::hot --> B\nclassDef hot fill:red',
    node('A', at => ({ ...at, classes: [] })),
    'A[x] --> B\nclassDef hot fill:red',
  ],
  [
    'the definition of a class',
    'A:::hot\nclassDef hot fill:red\nclassDef cold fill:blue',
    graph => ({ ...graph, classes: new Map([...graph.classes, ['hot', { fill: 'orange' }]]) }),
    'A:::hot\nclassDef hot fill:orange\nclassDef cold fill:blue',
  ],
  [
    'a link',
    'A --> B\nclick A "/x"\nclick B "/y"',
    node('A', at => ({ ...at, link: { url: '/z' } })),
    'A --> B\nclick B "/y"\nclick A "/z"',
  ],
  [
    'another subgraph',
    'subgraph S\n  A["One"]\n  B\nend\nsubgraph T\n  C\nend\nA --> C',
    all(
      node('A', at => ({ ...at, group: 'T' })),
      graph => ({
        ...graph,
        nodes: new Map(['B', 'A', 'C'].map(id => [id, graph.nodes.get(id)!])),
      }),
    ),
    'subgraph S\n  B\nend\nsubgraph T\n  A["One"]\n  C\nend\nA --> C',
  ],
  [
    'a new node near its neighbour, indented as they are',
    'subgraph S\n  A\n  B\nend\nA --> B',
    addedNode('N', 'New', 'A', 'S'),
    'subgraph S\n  A\n  N[New]\n  B\nend\nA --> B',
  ],
  [
    'a new subgraph behind the last',
    'subgraph S\n  A\nend\nA --> B',
    graph => ({
      ...graph,
      groups: new Map([...graph.groups, ['T', makeGroup({ id: 'T', kind: 'cluster', label: plain('Two') })]]),
    }),
    'subgraph S\n  A\nend\nsubgraph T[Two]\nend\nA --> B',
  ],
  [
    'a subgraph that goes leaves what is in it',
    'subgraph S\n  direction TB\n  A --> B\nend\nC',
    graph => ({
      ...graph,
      groups: new Map(),
      nodes: new Map(Array.from(graph.nodes, ([id, { group: _, ...rest }]) => [id, rest])),
    }),
    '  A --> B\nC',
  ],
  [
    'the title of a subgraph and its direction',
    'subgraph S [Old]\n  direction TB\n  A\nend',
    group('S', at => ({ ...at, label: plain('New one'), direction: 'RL' })),
    'subgraph S[New one]\n  direction RL\n  A\nend',
  ],
  [
    'of subgraphs without an id, those that would be counted otherwise get the one that they have',
    'subgraph The first\n  A\nend\nsubgraph The second\n  B\nend\nsubgraph The third\n  C\nend',
    graph => ({
      ...graph,
      groups: new Map([...graph.groups].filter(([id]) => id !== 'subGraph1')),
      nodes: new Map([
        ...graph.nodes,
        ['B', makeNode({ id: 'B', shape: 'rectangle', label: plain('B') })] as const,
      ]),
    }),
    'subgraph The first\n  A\nend\n  B\nsubgraph subGraph2[The third]\n  C\nend',
  ],
  [
    'an edge of a chain that ends elsewhere leaves the others as they are spelt',
    'A --> B ==> C\nD',
    edge(1, at => ({ ...at, to: nodeEnd('D', 'normal') })),
    'A --> B\nC\nB ==> D\nD',
  ],
  [
    'a node that was declared inside of an edge stays when the edge goes',
    'A["One"]:::hot --> B("Two")\nB --> A',
    withoutEdge(0),
    'A["One"]:::hot\nB("Two")\nB --> A',
  ],
  [
    'a statement of which one goes: the other keeps its link',
    'click A,B "/x"\nA --> B'.split('\n').reverse().join('\n'),
    withoutNode('A'),
    'B\nclick B "/x"',
  ],
  [
    'a new node and edge in the indentation of their neighbours',
    '\tsubgraph S\n\t\tA --> B\n\tend',
    all(addedNode('N', 'New', 'B', 'S'), addedEdge('B', 'N')),
    '\tsubgraph S\n\t\tA --> B\n\t\tN[New]\n\t\tB --> N\n\tend',
  ],
  [
    'comments stay with what they stand at, and go with it',
    '%% about A\nA[x] --> B\n%% about C\nC --> D',
    withoutEdge(1),
    '%% about A\nA[x] --> B\nC\nD',
  ],
]

const read = (text: string) => readWith(mermaid, text, {}, [], { carry: false }).graphs[0]!

describe('an edit in its own text', () => {
  test.each(cases)('%s', (_, text, change, expected) => {
    const whole = `flowchart LR\n${text}\n`
    const outcome = putWith(mermaid, whole, [change(read(whole))])
    expect(outcome.messages).toEqual([])
    expect(outcome.text).toBe(`flowchart LR\n${expected}\n`)
  })

  test('line breaks of another system stay', () => {
    const text = 'flowchart LR\r\n  A[One]\r\n  A --> B\r\n'
    const change = all(node('A', label('Two')), addedEdge('B', 'A'))
    expect(putWith(mermaid, text, [change(read(text))]).text).toBe(
      'flowchart LR\r\n  A[Two]\r\n  A --> B\r\n  B --> A\r\n',
    )
  })

  test('a group without a direction says the one that the settings would give it', () => {
    const text = '%%{init: {"flowchart": {"inheritDir": true}}}%%\nflowchart LR\nA\n'
    const group = makeGroup({ id: 'S', kind: 'cluster', label: plain('S') })
    const outcome = putGraphs(mermaid, text, [{ ...read(text), groups: new Map([['S', group]]) }])
    expect(outcome.messages).toEqual([])
    expect(outcome.text).toBe(`${text}subgraph S\n    direction LR\nend\n`)
  })

  test('the direction, and the word of the header stays', () => {
    const text = 'graph TD;A-->B;\n'
    expect(putWith(mermaid, text, [{ ...read(text), direction: 'LR' }]).text).toBe('graph LR;A-->B;\n')
  })

  test('a title in the frontmatter, beside other settings and comments', () => {
    const text = '---\n# why\ntitle: Old\nconfig:\n  theme: dark\n---\nflowchart\nA\n'
    expect(putWith(mermaid, text, [{ ...read(text), title: 'New' }]).text).toBe(text.replace('Old', 'New'))
  })

  test('a first title', () => {
    const text = 'flowchart\nA\n'
    expect(putWith(mermaid, text, [{ ...read(text), title: 'New' }]).text).toBe(
      `---\ntitle: New\n---\n${text}`,
    )
  })
})

describe('what stands before the header', () => {
  const own = '---\ntitle: T\n---\n%%{init: {"flowchart": {"nodeSpacing": 70}}}%%\nflowchart LR\n  a\n'

  test('stays where only the title changes', () => {
    const [graph] = readWith(mermaid, own).graphs
    expect(putWith(mermaid, own, [{ ...graph!, title: 'U' }]).text).toBe(own.replace('title: T', 'title: U'))
  })

  test('goes where the graph says it no more', () => {
    const [graph] = readWith(mermaid, own).graphs
    const { text } = putWith(mermaid, own, [{ ...graph!, extras: new Map() }])
    expect(text).toBe(own.replace(/^%%\{.*\n/m, ''))
  })
})
