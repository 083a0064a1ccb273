import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { carryOf } from '../../src/carry/carry.js'
import type { Format } from '../../src/format.js'
import { elementsOf } from '../../src/ir/elements.js'
import { leafAt, leaves } from '../../src/ir/leaves.js'
import type { Graph } from '../../src/ir/model.js'
import { readWith } from '../../src/read.js'
import { runsScript } from '../../src/text/script-urls.js'
import { graphs } from '../generate/graphs.js'
import { formats } from '../setup/formats.js'
import { runs } from '../setup/runs.js'
import { lowerFor, overruled } from './laws.js'

/**
 * A stranger writes the line. Whatever is in it, reading throws nothing, the graph is sound and can be written everywhere,
 * and what came back is shown in the format just as the text stands there: nothing in plain sight is overruled.
 */
const carrying = formats.filter(({ carries }) => carries)

/** Values that stand where others should. */
const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    0,
    -1,
    1e308,
    true,
    '',
    [],
    {},
    [1],
    [null],
    { $absent: true },
    { $map: [] },
    { $map: [[1, 2]] },
    { $map: [['dot', { $map: [['x', 'javascript:alert(1)']] }]] },
    { text: 'x' },
    { syntax: 'mermaid-html', source: '<a href="javascript:alert(1)">x</a>' },
    'javascript:alert(1)',
    'LR\nclick a call evil()',
    'a"]\nb["',
    'hexagon',
    'invisible',
    'a',
    'b',
    '__proto__',
    'constructor',
    '%%{init: {}}%%',
  ),
  fc.string({ maxLength: 5 }),
)

/** Changes in a JSON value: at places that are picked by number, something else. */
type Mutations = readonly (readonly [at: number, value: unknown])[]
const mutations: fc.Arbitrary<Mutations> = fc.array(fc.tuple(fc.nat(), strange), { maxLength: 3 })

function mutated(json: unknown, list: Mutations): unknown {
  let result = structuredClone(json)
  for (const [at, value] of list) {
    const spots: [holder: Record<string, unknown>, key: string][] = []
    const waiting: unknown[] = [result]
    while (waiting.length > 0) {
      const next = waiting.pop()
      if (typeof next !== 'object' || next === null) continue
      for (const key of Object.keys(next)) {
        spots.push([next as Record<string, unknown>, key])
        waiting.push((next as Record<string, unknown>)[key])
      }
    }
    const spot = spots[at % Math.max(spots.length, 1)]
    if (!spot) result = value
    else if (spot[1] !== 'v' || at % 7 === 0) spot[0][spot[1]] = value
  }
  return result
}

/** Values of the right kinds for one leaf and another. */
const values: readonly (readonly [leaf: string, values: readonly unknown[]])[] = [
  ['id', ['a', 'b', 'n1', 'n2', 'Main', 'x y', '']],
  ['label/text', ['Pay Mallory', '', '"hi" 😀', 'two\nlines']],
  ['label/rich', [{ syntax: 'markdown', source: '**x**' }]],
  ['shape', ['hexagon', 'circle', 'record', 'image', 'diamond']],
  ['group', ['a', 'b', 'Main', { $absent: true }]],
  ['parent', ['a', 'b', 'Main', { $absent: true }]],
  ['kind', ['lane', 'cluster']],
  ['direction', ['LR', 'RL', { $absent: true }]],
  ['title', ['Mallory']],
  ['directed', [false, true]],
  ['strict', [true]],
  ['classes', [['hot'], []]],
  ['fields', [[{ text: 'x', port: 'p' }], [{ text: 'x', children: [{ text: 'y' }] }]]],
  ['image', ['https://example.org/a.png', 'javascript:alert(1)']],
  ['hidden', [true]],
  ['line', ['dashed', 'invisible', 'solid']],
  ['length', [3]],
  ['from/side', ['left', 'bottom', { $absent: true }]],
  ['from/id', ['a', 'n1', 'n2']],
  ['to/kind', ['group', 'node']],
  ['to/arrow', ['none', 'crow', 'normal']],
  ['to/label/text', ['many']],
  ['from/port', ['p']],
  ['link/url', ['javascript:alert(1)', 'https://example.org/', 'data:text/html,x']],
  ['link/callback', ['evil']],
  ['style/fill', ['#ff0000', 'url(javascript:alert(1))']],
  ['style/opacity', [0.5, 7]],
  ['style/other/x', ['y;click a call evil()']],
  ['properties/owner', ['Mallory', '"\n']],
  ['extras/dot/rankdir', ['LR']],
  ['extras/mermaid/comments', [['x\nclick a call evil()'], ['fine']]],
  ['extras/drawio/style', ['shape=hexagon;']],
]

type Pick = readonly [element: number, leaf: number, value: number]
const picks: fc.Arbitrary<readonly Pick[]> = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), {
  minLength: 1,
  maxLength: 4,
})

/** A line that knows what the text says: its values claim to be what was written instead of just that. */
function informed(graph: Graph, list: readonly Pick[], others: Graph): unknown {
  const line: Record<string, unknown[]> = {}
  const add = (part: string, item: unknown) => {
    line[part] = [...(line[part] ?? []), item]
  }
  const edgeKeys = new Map<string, number>()
  const elements = [
    { part: 'graph', key: undefined, element: graph as unknown },
    ...[...graph.nodes].map(([key, element]) => ({
      part: 'nodes',
      key: key as unknown,
      element: element as unknown,
    })),
    ...[...graph.groups].map(([key, element]) => ({ part: 'groups', key, element })),
    ...graph.edges.map(element => {
      const kind = [element.from.id, element.to.id, element.label.text]
      const nth = edgeKeys.get(JSON.stringify(kind)) ?? 0
      edgeKeys.set(JSON.stringify(kind), nth + 1)
      return { part: 'edges', key: [...kind, nth], element }
    }),
  ]
  for (const [at, leaf, value] of list) {
    const { part, key, element } = elements[at % elements.length]!
    switch (leaf % 9) {
      case 0:
        for (const edge of others.edges) add('lostEdges', [value % 5, encoded({ ...edge, at: undefined })])
        break
      case 1:
        add('addedNodes', [...graph.nodes.keys()][at % Math.max(graph.nodes.size, 1)] ?? 'x')
        break
      case 2:
        add('addedGroups', [...graph.groups.keys()][at % Math.max(graph.groups.size, 1)] ?? 'x')
        break
      case 3:
        line.nodeOrder = [...graph.nodes.keys()].reverse()
        line.groupOrder = [...graph.groups.keys()].reverse()
        line.edgeOrder = elements
          .filter(each => each.part === 'edges')
          .map(each => each.key)
          .reverse()
        break
      case 4:
        for (const node of others.nodes.values()) add('lostNodes', [value % 5, encoded(node), 'Mallory'])
        break
      default: {
        const [name, choices] = values[leaf % values.length]!
        const path = name.split('/')
        const written = leafAt(element, path)
        const leaves = [[path, encoded(written), choices[value % choices.length]]]
        if (part === 'graph') add('graph', leaves[0])
        else add(part, [key, leaves])
      }
    }
  }
  return { v: 1, ...line }
}

function encoded(value: unknown): unknown {
  if (value === undefined) return { $absent: true }
  if (value instanceof Map) return { $map: [...value].map(encoded) }
  if (Array.isArray(value)) return value.map(encoded)
  if (typeof value !== 'object' || value === null) return value
  const parts = Object.entries(value).filter(([, part]) => part !== undefined)
  return Object.fromEntries(parts.map(([key, part]) => [key, encoded(part)]))
}

const ascii = (json: unknown): string =>
  JSON.stringify(json).replace(
    /[\u007f-\uffff]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

function scriptsIn(graph: Graph): string[] {
  return [...elementsOf(graph)].flatMap(({ kind, value: element }) =>
    leaves(kind, element).flatMap(([path, value]) =>
      /url|image/.test(String(path.at(-1))) && typeof value === 'string' && runsScript(value) ? value : [],
    ),
  )
}

/** What is wrong with reading a text of a graph that has a stranger's line in it. */
function breach(format: Format, graph: Graph, line: string): string | undefined {
  const text = format.write?.([{ graph, carry: line }], {}) ?? ''
  const broken = overruled(format, text)
  if (broken) return broken
  const [plain] = readWith(format, text, {}, [], { carry: false }).graphs
  const [back] = readWith(format, text).graphs
  if (!plain || !back) return `nothing is read\n${text}`
  const own = new Set(scriptsIn(plain))
  const script = scriptsIn(back).find(url => !own.has(url))
  if (script) return `a script came back: ${script}\n${text}`
  for (const other of formats) {
    const target = other.write && lowerFor(other, back).graph
    if (target) other.write([{ graph: target }], {})
  }
  return undefined
}

describe.each(carrying.map(format => [format.name, format] as const))(
  'a line of a stranger in %s',
  (_, format) => {
    const numRuns = runs(format.layOut ? 15 : 30)

    test('a real one, with other values in it', () => {
      fc.assert(
        fc.property(graphs, mutations, (graph, list) => {
          const lowered = lowerFor(format, graph)
          const line = carryOf(graph, lowered)
          const json: unknown = line === '' ? { v: 1 } : JSON.parse(line)
          expect(breach(format, lowered.graph, ascii(mutated(json, list)))).toBeUndefined()
        }),
        { seed: 7, numRuns, endOnFailure: true },
      )
    })

    test('one that knows what the text says', () => {
      fc.assert(
        fc.property(graphs, picks, graphs, (graph, list, others) => {
          const { graph: lowered } = lowerFor(format, graph)
          const [read] = readWith(format, format.write?.([{ graph: lowered }], {}) ?? '').graphs
          const line = ascii(informed(read ?? lowered, list, others))
          expect(breach(format, lowered, line)).toBeUndefined()
        }),
        { seed: 8, numRuns, endOnFailure: true },
      )
    })
  },
)
