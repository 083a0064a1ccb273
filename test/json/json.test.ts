import { Validator } from '@cfworker/json-schema'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { json, readJson, schema } from '../../converters/json/index.js'
import { writeJson } from '../../converters/json/write/write.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { convertWith, writeWith } from '../../src/convert.js'
import {
  byId,
  groupEnd,
  makeEdge,
  makeGraph,
  makeGroup,
  makeLoop,
  makeNode,
  nodeEnd,
  plain,
} from '../../src/ir/build.js'
import { firstDifference, sameGraph } from '../../src/ir/difference.js'
import { type Field, type Graph, MAX_FIELD_LEVELS } from '../../src/ir/model.js'
import { shapeNames } from '../../src/ir/shapes.js'
import { flawsOf } from '../../src/ir/validate.js'
import { graphs } from '../generate/graphs.js'
import { runs } from '../setup/runs.js'

const documented = `{
  "diaglot": 1,
  "title": null,
  "directed": true,
  "direction": null,
  "document": {
    "drawio": {
      "order": [
        "b",
        "a"
      ]
    }
  },
  "nodes": [
    {
      "id": "a",
      "label": "a",
      "shape": "rectangle",
      "group": null,
      "extras": {
        "drawio": {
          "style": "shadow=1;"
        }
      },
      "document": {
        "drawio": {
          "geometry": {
            "x": 1.5
          },
          "titled": true
        }
      }
    }
  ],
  "groups": [
    {
      "id": "g",
      "label": "g",
      "kind": "lane",
      "parent": null,
      "document": {
        "drawio": {
          "id": "2"
        }
      }
    }
  ],
  "edges": [
    {
      "from": {
        "node": "a"
      },
      "to": {
        "group": "g"
      },
      "label": "",
      "line": "solid",
      "arrows": {
        "start": "none",
        "end": "normal"
      },
      "document": {
        "drawio": {
          "id": "3"
        }
      }
    }
  ],
  "loops": []
}
`

describe('how a file has its elements', () => {
  test('is read and written again, byte for byte', () => {
    const { graphs, messages } = readJson(documented)
    expect(messages).toEqual([])
    const [graph] = graphs
    expect(graph?.document?.get('drawio')?.get('order')).toEqual(['b', 'a'])
    expect(graph?.edges[0]?.document).toEqual(new Map([['drawio', new Map([['id', '3']])]]))
    expect(writeJson([{ graph: graph! }])).toBe(documented)
  })

  test('is nothing that graphs are compared by, and no loss where it is not written', async () => {
    const [graph] = readJson(documented).graphs
    const bare = readJson(
      documented.replace(/,?\s*"document": (\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})/g, ''),
    ).graphs[0]
    expect(bare?.nodes.get('a')?.document).toBeUndefined()
    expect(sameGraph(graph!, bare!)).toBe(true)
    const [lossy, plainly] = await Promise.all([graph!, bare!].map(one => writeWith(mermaid, [one])))
    expect(lossy!.text).toBe(plainly!.text)
    expect(lossy!.messages.map(({ text }) => text)).toEqual(plainly!.messages.map(({ text }) => text))
    expect(lossy!.tally).toEqual(plainly!.tally)
  })

  test('is checked where a program hands it over', () => {
    const [graph] = readJson(documented).graphs
    const wrong = { ...graph!, document: { drawio: {} } } as unknown as Graph
    expect(flawsOf(wrong).map(({ code, path }) => [code, path.join('/')])).toEqual([
      ['graph/type', 'document'],
    ])
    const node = { ...graph!.nodes.get('a')!, document: new Map([['drawio', new Map([['x', () => 1]])]]) }
    const inner = { ...graph!, nodes: new Map([['a', node]]) } as unknown as Graph
    expect(flawsOf(inner).map(({ path }) => path.join('/'))).toEqual(['nodes/a/document/drawio/x'])
  })

  test('holds no address that runs a script when it is written', async () => {
    const unsafe = documented.replace('"titled": true', '"link": "javascript:alert(1)"')
    const { text, messages } = await convertWith(json, json, unsafe)
    expect(text).toBe(documented.replace(/,\s*"titled": true/, ''))
    expect(messages).toEqual([])
  })
})

const login = `{
  "diaglot": 1,
  "title": "Login",
  "directed": true,
  "direction": "LR",
  "nodes": [
    {
      "id": "n1",
      "label": "Start",
      "shape": "circle",
      "group": "User"
    },
    {
      "id": "n2",
      "label": "Done",
      "shape": "rectangle",
      "group": null
    }
  ],
  "groups": [
    {
      "id": "User",
      "label": "User",
      "kind": "lane",
      "parent": null
    }
  ],
  "edges": [
    {
      "from": {
        "node": "n1",
        "side": "right"
      },
      "to": {
        "group": "User",
        "port": "p",
        "label": "1"
      },
      "label": "Go",
      "line": "dashed",
      "arrows": {
        "start": "none",
        "end": "normal"
      }
    }
  ],
  "loops": [
    {
      "condition": "retry",
      "nodes": [
        "n1",
        "n2"
      ],
      "group": "User"
    }
  ]
}
`

const graph = makeGraph({
  title: 'Login',
  direction: 'LR',
  groups: byId([makeGroup({ id: 'User', kind: 'lane', label: plain('User') })]),
  nodes: byId([
    makeNode({ id: 'n1', shape: 'circle', label: plain('Start'), group: 'User' }),
    makeNode({ id: 'n2', shape: 'rectangle', label: plain('Done') }),
  ]),
  edges: [
    makeEdge({
      from: nodeEnd('n1', 'none', { side: 'right' }),
      to: groupEnd('User', 'normal', { port: 'p', label: plain('1') }),
      label: plain('Go'),
      line: 'dashed',
    }),
  ],
  loops: [makeLoop({ condition: 'retry', nodes: ['n1', 'n2'], group: 'User' })],
})

describe('the JSON form', () => {
  test('is written as the design shows it', () => expect(writeJson([{ graph }])).toBe(login))

  test('is read as the graph that it shows', () => {
    const { graphs: read, messages } = readJson(login)
    expect(messages).toEqual([])
    expect(read[0] && firstDifference(read[0], graph)).toBeUndefined()
    expect(read[0]?.nodes.get('n1')?.at).toEqual([login.indexOf('{', 10), login.indexOf('}') + 1])
  })

  test('the looks of a node are written in one order, however they were found', () => {
    const [one, other] = [
      { fill: 'red', stroke: 'blue' },
      { stroke: 'blue', fill: 'red' },
    ].map(style =>
      writeJson([{ graph: makeGraph({ nodes: byId([makeNode({ id: 'a', shape: 'rectangle', style })]) }) }]),
    )
    expect(other).toBe(one)
    expect(one).toMatch(/"fill": "red",\s+"stroke": "blue"/)
  })

  test('several graphs are an array', () => {
    const text = writeJson([{ graph }, { graph: makeGraph() }])
    expect(readJson(text).graphs).toHaveLength(2)
    expect(readJson('[]').graphs).toEqual([])
  })

  test('what a person leaves out has its default', () => {
    const { graphs: read } = readJson(
      '{"diaglot":1,"nodes":[{"id":"a"}],"edges":[{"from":{"node":"a"},"to":{"node":"a"}}]}',
    )
    expect(read[0]?.nodes.get('a')).toMatchObject({ label: { text: 'a' }, shape: 'rectangle' })
    expect(read[0]?.edges[0]).toMatchObject({
      line: 'solid',
      from: { arrow: 'none' },
      to: { arrow: 'normal' },
    })
  })

  test('keys of strangers are keys like others', () => {
    const text = '{"diaglot":1,"nodes":[{"id":"__proto__","properties":{"__proto__":"x","constructor":"y"}}]}'
    const [read] = readJson(text).graphs
    expect([...(read?.nodes.get('__proto__')?.properties ?? [])]).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ])
    expect(writeJson(read ? [{ graph: read }] : [])).toContain('"__proto__": "x"')
  })

  test('what is written fits the schema', () => {
    const validator = new Validator(schema, '2020-12')
    fc.assert(
      fc.property(graphs, generated => {
        const text = writeJson([{ graph: generated }])
        // The validator writes keys as URIs, which half a surrogate pair cannot be.
        fc.pre(!/\\ud[89a-f]|\p{Surrogate}/u.test(text))
        expect(validator.validate(JSON.parse(text)).errors).toEqual([])
      }),
      { seed: 3, numRuns: runs(200) },
    )
  })

  test('is told from other JSON', () => {
    expect(json.sniff?.(login)).toBe(true)
    expect(json.sniff?.(`[${login}]`)).toBe(true)
    expect(json.sniff?.('{"name": "x"}')).toBe(false)
  })
})

test('of a large file with nothing but mistakes, fifty are said', () => {
  const text = JSON.stringify({ diaglot: 1, nodes: Array.from({ length: 50_000 }, () => ({ id: 1, x: 2 })) })
  const { messages } = readJson(text)
  const said = messages.map(({ code, at, text: words }) => [code, text.slice(...at!), words])
  expect(said.slice(0, 2)).toEqual([
    ['syntax/schema', '1', '“id” in nodes/0 is a number, but has to be a text.'],
    ['syntax/schema', '2', '“x” in nodes/0 is a name that is not known here.'],
  ])
  expect(said.length).toBe(50)
})

test.each([
  ['a text or nothing', '{"diaglot":1,"title":7}', '“title” is a number, but has to be a text or null.'],
  [
    'an end at nothing',
    '{"diaglot":1,"edges":[{"from":{},"to":{}}]}',
    '“from” in edges/0 is empty, but has to say something.',
  ],
  [
    'one of a list or nothing',
    '{"diaglot":1,"direction":"up"}',
    '“direction” has to be one of TB, BT, LR, RL.',
  ],
  ['another version', '{"diaglot":2}', '“diaglot” has to be 1.'],
  [
    'a shape',
    '{"diaglot":1,"nodes":[{"id":"a","shape":"blob"}]}',
    `“shape” in nodes/0 has to be one of ${shapeNames.slice(0, 8).join(', ')} … (${shapeNames.length} in all).`,
  ],
  [
    'a key that is half a character',
    '{"diaglot":1,"nodes":[{"id":"a","properties":{"\\ud800":1}}]}',
    '“\ud800” in nodes/0/properties is a number, but has to be a text.',
  ],
])('%s is asked for in words', (_, text, words) => {
  expect(readJson(text).messages[0]?.text).toBe(words)
})

/** JSON in which values are others, are gone, or have come. */
const damaged = fc
  .tuple(
    graphs,
    fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
    fc.constantFrom<unknown>(undefined, null, 0, '', 'x', true, [], {}, ['x'], { x: 1 }, 'LR'),
    fc.constantFrom('', 'x', '__proto__', 'id', 'label'),
  )
  .map(([graph, steps, value, added]) => {
    const json: unknown = JSON.parse(writeJson([{ graph }]))
    let at = json as Record<string, unknown>
    for (const [depth, step] of steps.entries()) {
      const keys = Object.keys(at)
      const key = keys[step % keys.length]
      if (key === undefined) break
      const inner = at[key]
      if (depth < steps.length - 1 && typeof inner === 'object' && inner !== null) {
        at = inner as Record<string, unknown>
        continue
      }
      const name = added === '' || Array.isArray(at) ? key : added
      Object.defineProperty(at, name, { value, enumerable: true, configurable: true, writable: true })
      break
    }
    return JSON.parse(JSON.stringify(json)) as unknown
  })

test('what the reader takes is what the schema allows', () => {
  const validator = new Validator(schema, '2020-12')
  let refused = 0
  fc.assert(
    fc.property(damaged, value => {
      // The validator writes keys as URIs, which half a surrogate pair cannot be.
      fc.pre(!/\\ud[89a-f]|\p{Surrogate}/iu.test(JSON.stringify(value)))
      const { valid } = validator.validate(value)
      if (!valid) refused++
      const { messages } = readJson(JSON.stringify(value))
      expect(messages.some(({ code }) => code === 'syntax/schema')).toBe(!valid)
    }),
    { seed: 4, numRuns: runs(1000) },
  )
  expect(refused).toBeGreaterThan(runs(1000) / 10)
})

/** Fields in fields, as JSON. */
const deepFields = (levels: number) =>
  `${'[{"text":"","children":'.repeat(levels - 1)}[{"text":"x"}]${'}]'.repeat(levels - 1)}`

describe('fields in fields', () => {
  test('are read as deep as the model goes', () => {
    const { graphs: read, messages } = readJson(
      `{"diaglot":1,"nodes":[{"id":"a","fields":${deepFields(MAX_FIELD_LEVELS)}}]}`,
    )
    expect(messages).toEqual([])
    expect(firstDifference(read[0]!, readJson(writeJson([{ graph: read[0]! }])).graphs[0]!)).toBeUndefined()
  })

  test('are an error where a program made them deeper', async () => {
    let fields: Field[] = [{ text: 'x' }]
    for (let level = 1; level < 20_000; level++) fields = [{ text: '', children: fields }]
    const graph = makeGraph({ nodes: byId([makeNode({ id: 'a', shape: 'record', fields })]) })
    expect(flawsOf(graph).map(({ text }) => text)).toEqual(['the fields nest deeper than 50 levels'])
    const { text, messages } = await writeWith(json, [graph])
    expect(messages.map(({ code }) => code)).toEqual(['graph/nesting'])
    expect(readJson(text).graphs).toEqual([])
  })
})

test('of two members of one name only the last counts, and that is said where it stands', () => {
  const text =
    '{"diaglot":1,"edges":[],"nodes":[{"id":"a","label":"x","label":"y"}],"edges":[{"from":{"node":"a"},"to":{"node":"a"}}]}'
  const {
    graphs: [read],
    messages,
  } = readJson(text)
  expect(read?.edges).toHaveLength(1)
  expect(read?.nodes.get('a')?.label.text).toBe('y')
  const said = messages.map(({ severity, at = [0, 0] }) => [severity, at[0], text.slice(...at)])
  expect(said).toEqual([
    ['warning', text.lastIndexOf('"edges"'), '"edges"'],
    ['warning', text.lastIndexOf('"label"'), '"label"'],
  ])
})

describe('JSON that is wrong says where', () => {
  test.each([
    ['no JSON', 'hello', 'syntax/unexpected', 'hello'],
    ['a comma too few', '{"diaglot":1 "nodes":[]}', 'syntax/unexpected', '"nodes"'],
    ['an unknown name', '{"diaglot":1,"knots":[]}', 'syntax/schema', '[]'],
    ['a wrong type', '{"diaglot":1,"nodes":[{"id":7}]}', 'syntax/schema', '7'],
    ['no version', '{"nodes":[]}', 'syntax/schema', '{"nodes":[]}'],
    ['an unknown shape', '{"diaglot":1,"nodes":[{"id":"a","shape":"blob"}]}', 'syntax/schema', '"blob"'],
    [
      'no end',
      '{"diaglot":1,"nodes":[{"id":"a"}],"edges":[{"from":{"node":"a"}}]}',
      'syntax/schema',
      '{"from":{"node":"a"}}',
    ],
    [
      'an end that is not there',
      '{"diaglot":1,"edges":[{"from":{"node":"a"},"to":{"node":"a"}}]}',
      'syntax/reference',
      '{"node":"a"}',
    ],
    [
      'a group that is not there',
      '{"diaglot":1,"nodes":[{"id":"a","group":"g"}]}',
      'syntax/reference',
      '{"id":"a","group":"g"}',
    ],
    [
      'two nodes with one id',
      '{"diaglot":1,"nodes":[{"id":"a"},{"id":"a","label":"2"}]}',
      'syntax/reference',
      '{"id":"a","label":"2"}',
    ],
    [
      'a group in itself',
      '{"diaglot":1,"groups":[{"id":"a","parent":"b"},{"id":"b","parent":"a"}]}',
      'syntax/reference',
      '"b"',
    ],
    ['too deep', `{"diaglot":1,"extras":${'['.repeat(10_000)}`, 'limit/nesting', '['],
    [
      'deep fields',
      `{"diaglot":1,"nodes":[{"id":"a","fields":${deepFields(51)}}]}`,
      'limit/nesting',
      deepFields(51),
    ],
  ])('%s', (_, text, code, place) => {
    const { graphs: read, messages } = readJson(text)
    expect(read).toEqual([])
    expect(messages[0]?.code).toBe(code)
    const [start, end] = messages[0]?.at ?? [0, 0]
    expect(text.slice(start, end)).toBe(place)
  })
})
