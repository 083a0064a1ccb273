/** A graph put into the JSON text that it came from: text, edit, expected text, each by hand. */
import { describe, expect, test } from 'vitest'
import { json } from '../../converters/json/index.js'
import { makeGroup, makeLoop, nodeEnd, plain } from '../../src/ir/build.js'
import type { Graph } from '../../src/ir/model.js'
import { putGraphs } from '../../src/put/put.js'
import { readWith } from '../../src/read.js'
import {
  addedEdge,
  addedNode,
  all,
  type Change,
  edge,
  label,
  node,
  renamed,
  withoutEdge,
  withoutNode,
} from '../mermaid/put-changes.js'

/** A file as a person writes it: what goes without saying is left out, an element a line, members in an order of their own. */
const own = `{ "$schema": "diaglot.json", "diaglot": 1,
  "nodes": [
    { "id": "a", "shape": "circle" },
    { "label": "Two",  "id": "b" },
    { "id": "c" }
  ],
  "edges": [
    { "from": {"node": "a"}, "to": {"node": "b"} },
    { "from": {"node": "b"}, "to": {"node": "c"}, "label": "then" }
  ] }
`
/** The file above with one part of it replaced by another. */
const but = (...parts: readonly string[]) => {
  let text = own
  for (let i = 0; i < parts.length; i += 2) {
    expect(text).toContain(parts[i]!)
    text = text.replace(parts[i]!, parts[i + 1]!)
  }
  return text
}

const put = (text: string, change: Change) => {
  const { graphs } = readWith(json, text)
  return putGraphs(json, text, graphs.map(change))
}

const cases: readonly (readonly [name: string, change: Change, parts: readonly string[]])[] = [
  ['a label', node('b', label('Zwei')), ['"Two"', '"Zwei"']],
  [
    'a label that was the id',
    node('c', label('Three')),
    ['{ "id": "c" }', '{ "id": "c", "label": "Three" }'],
  ],
  [
    'an id: the label that was left out is still shown, and edges follow',
    renamed('c', 'd'),
    ['{ "id": "c" }', '{ "id": "d", "label": "c" }', '{"node": "c"}', '{"node": "d"}'],
  ],
  [
    'a shape that was not said, with the blanks of the file',
    node('b', at => ({ ...at, shape: 'diamond' })),
    ['"id": "b" }', '"id": "b",  "shape": "diamond" }'],
  ],
  [
    'a colour',
    node('a', at => ({ ...at, style: { fill: '#ff0000' } })),
    ['"shape": "circle" }', '"shape": "circle", "style": { "fill": "#ff0000" } }'],
  ],
  [
    'one arrowhead of an edge that says none',
    edge(1, at => ({ ...at, from: { ...at.from, arrow: 'circle' } })),
    ['"label": "then" }', '"label": "then", "arrows": { "start": "circle", "end": "normal" } }'],
  ],
  [
    'an edge that ends elsewhere',
    edge(0, at => ({ ...at, to: nodeEnd('c', 'normal') })),
    ['"to": {"node": "b"} }', '"to": {"node": "c"} }'],
  ],
  [
    'an edge out of the list',
    withoutEdge(1),
    [',\n    { "from": {"node": "b"}, "to": {"node": "c"}, "label": "then" }', ''],
  ],
  ['the first of a list', withoutEdge(0), ['{ "from": {"node": "a"}, "to": {"node": "b"} },\n    ', '']],
  [
    'a node in the middle, with its edges: an empty list',
    withoutNode('b'),
    [
      ',\n    { "label": "Two",  "id": "b" }',
      '',
      own.slice(own.indexOf('[\n    { "from"'), own.indexOf('] }\n') + 1),
      '[]',
    ],
  ],
  [
    'a new node behind the one before it, as short as that one',
    addedNode('x', 'x', 'a'),
    ['"circle" },', '"circle" },\n    { "id": "x", "shape": "rectangle" },'],
  ],
  [
    'a new node with a label, where its neighbour has one',
    addedNode('x', 'X', 'b'),
    ['"id": "b" },', '"id": "b" },\n    { "id": "x", "label": "X" },'],
  ],
  [
    'a new edge at the start, in the words of the first',
    addedEdge('c', 'a', 0),
    ['"edges": [\n', '"edges": [\n    { "from": {"node": "c"}, "to": {"node": "a"} },\n'],
  ],
  ['a title', graph => ({ ...graph, title: 'Mine' }), ['"diaglot": 1,', '"diaglot": 1, "title": "Mine",']],
  [
    'the first group, and a node in it',
    all(
      graph => ({
        ...graph,
        groups: new Map([['g', makeGroup({ id: 'g', kind: 'cluster', label: plain('Box') })]]),
      }),
      node('c', at => ({ ...at, group: 'g' })),
    ),
    [
      '{ "id": "c" }',
      '{ "id": "c", "group": "g" }',
      '\n  ],\n  "edges"',
      '\n  ],\n  "groups": [\n    { "id": "g", "label": "Box", "kind": "cluster", "parent": null }\n  ],\n  "edges"',
    ],
  ],
  [
    'another order: the elements take their text along',
    graph => ({ ...graph, nodes: new Map([...graph.nodes].sort(([a], [b]) => order(a) - order(b))) }),
    [
      '{ "id": "a", "shape": "circle" },\n    { "label": "Two",  "id": "b" },',
      '{ "label": "Two",  "id": "b" },\n    { "id": "a", "shape": "circle" },',
    ],
  ],
]
const order = (id: string) => ['b', 'a', 'c'].indexOf(id)

describe('a file written by hand', () => {
  test.each(cases)('%s', (_, change, parts) => {
    const done = put(own, change)
    expect(done.messages).toEqual([])
    expect(done.text).toBe(but(...parts))
  })

  test('nothing changed, nothing changes', () => expect(put(own, graph => graph).text).toBe(own))
})

test('tabs, Windows line ends and a mark at the start stay', () => {
  const text =
    '\ufeff{\r\n\t"diaglot": 1,\r\n\t"nodes": [\r\n\t\t{\r\n\t\t\t"id": "a"\r\n\t\t}\r\n\t]\r\n}\r\n'
  expect(put(text, addedNode('x', 'X', 'a'))).toEqual({
    messages: [],
    text: text.replace('\t\t}\r\n', '\t\t},\r\n\t\t{\r\n\t\t\t"id": "x",\r\n\t\t\t"label": "X"\r\n\t\t}\r\n'),
  })
})

test('a file on one line stays on one', () => {
  const text = '{"diaglot":1,"nodes":[{"id":"a"},{"id":"b"}],"edges":[]}'
  expect(put(text, addedEdge('a', 'b')).text).toBe(
    text.replace(
      '"edges":[]',
      '"edges":[{"from":{"node":"a"},"to":{"node":"b"},"label":"","line":"solid","arrows":{"start":"none","end":"normal"}}]',
    ),
  )
})

test('of several graphs, only the one that changed is touched', () => {
  const text = `[${own}, ${own}]`
  const { graphs } = readWith(json, text)
  const { text: done } = putGraphs(json, text, [graphs[0]!, node('b', label('Zwei'))(graphs[1]!)])
  expect(done).toBe(`[${own}, ${but('"Two"', '"Zwei"')}]`)
})

test('of two members of one name the last counts, and is changed', () => {
  const text = '{ "diaglot": 1, "nodes": [{ "id": "a", "label": "x", "label": "y" }] }'
  expect(put(text, node('a', label('z'))).text).toBe(text.replace('"y"', '"z"'))
})

describe('hostile files', () => {
  test('names that objects have of themselves', () => {
    const text = `{ "diaglot": 1, "nodes": [
  { "id": "__proto__", "properties": { "__proto__": "x", "constructor": "y" } },
  { "id": "toString" }
] }`
    const change = node('__proto__', at => ({
      ...at,
      properties: new Map([
        ['__proto__', 'z'],
        ['hasOwnProperty', 'w'],
      ]),
    }))
    expect(put(text, change)).toEqual({
      messages: [],
      text: text
        .replace('"__proto__": "x"', '"__proto__": "z", "hasOwnProperty": "w"')
        .replace(', "constructor": "y"', ''),
    })
  })

  test('labels of a megabyte', () => {
    const long = 'x'.repeat(1_000_000)
    const text = own.replace('Two', long)
    expect(put(text, node('b', label(`${long}!`))).text).toBe(own.replace('Two', `${long}!`))
  })

  test('10,000 levels are refused, and 100 are not', () => {
    const deep = (levels: number) =>
      `{ "diaglot": 1, "extras": { "x": { "y": ${'['.repeat(levels)}1${']'.repeat(levels)} } }, "nodes": [{ "id": "a" }] }`
    expect(put(deep(10_000), graph => graph).messages).toMatchObject([{ code: 'syntax/update' }])
    const inside = (graph: Graph): Graph => {
      let value: Parameters<typeof JSON.stringify>[0] = 2
      for (let level = 0; level < 100; level++) value = [value]
      return { ...graph, extras: new Map([['x', new Map([['y', value]])]]) }
    }
    const done = put(deep(100), inside)
    expect(done.messages).toEqual([])
    expect(done.text === deep(100).replace('[1]', '[2]')).toBe(true)
  })

  test('a text that is no JSON stays as it is', () => {
    const { graphs } = readWith(json, own)
    expect(putGraphs(json, `${own}}`, graphs)).toMatchObject({
      text: `${own}}`,
      messages: [{ code: 'syntax/update' }],
    })
  })

  test('a loop with extras of another format', () => {
    const change = (graph: Graph): Graph => ({
      ...graph,
      loops: [
        makeLoop({ condition: 'again', nodes: ['a'], extras: new Map([['dot', new Map([['k', ['v']]])]]) }),
      ],
    })
    const { text, messages } = put(own, change)
    expect(messages).toEqual([])
    expect(text).toBe(
      but(
        '\n  ] }',
        '\n  ],\n  "loops": [\n    { "condition": "again", "nodes": ["a"], "extras": { "dot": { "k": ["v"] } } }\n  ] }',
      ),
    )
  })
})
