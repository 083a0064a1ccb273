/** What no format can hold is said before it is written, whatever a graph was read from. */
import { describe, expect, test } from 'vitest'
import { writeWith } from '../src/convert.js'
import { convert, read, write } from '../src/index.js'
import { byId, makeEdge, makeGraph, makeGroup, makeNode, nodeEnd, plain } from '../src/ir/build.js'
import { levelsOfGroups, MAX_GROUP_LEVELS } from '../src/ir/group-levels.js'
import type { Graph, Group, Node } from '../src/ir/model.js'
import { sizeOf } from '../src/ir/size.js'
import { readWith } from '../src/read.js'
import { formats } from './setup/formats.js'
import { counted, extent, runs } from './setup/runs.js'
import { growth, PROPORTION } from './setup/work.js'

const writable = formats.filter(format => format.write).map(format => [format.name, format] as const)

const node = (id: string, more: Partial<Node> = {}) =>
  makeNode({ id, label: plain(id), shape: 'rectangle', ...more })
const group = (id: string, more: Partial<Group> = {}) =>
  makeGroup({ id, label: plain(id), kind: 'cluster', ...more })

const nested = (levels: number) => {
  const ids = Array.from({ length: levels }, (_, i) => `g${i}`)
  const groups = ids.map((id, i) => group(id, i > 0 ? { parent: `g${i - 1}` } : {}))
  return makeGraph({ groups: byId(groups), nodes: byId([node('n', { group: ids.at(-1)! })]) })
}

describe('groups in groups', () => {
  test('are counted, whatever the order they stand in', () => {
    const graph = nested(5)
    expect(levelsOfGroups(graph)).toBe(5)
    expect(levelsOfGroups({ groups: byId([...graph.groups.values()].reverse()) })).toBe(5)
    expect(levelsOfGroups(makeGraph())).toBe(0)
    const cycle = byId([group('a', { parent: 'b' }), group('b', { parent: 'a' })])
    expect(levelsOfGroups({ groups: cycle })).toBe(2)
  })

  test.each(writable)('as deep as is allowed are written as %s and read', async (_, format) => {
    const graph = nested(MAX_GROUP_LEVELS)
    const { text, messages } = await writeWith(format, [graph])
    expect(
      messages.filter(({ code, severity }) => severity === 'error' && code !== 'limit/flowzap-size'),
    ).toEqual([])
    if (!format.read) return
    const { graphs, messages: said } = readWith(format, text)
    expect(said.filter(({ severity }) => severity === 'error')).toEqual([])
    const { nested: nests } = format.capabilities!(graph, {}).group
    expect(levelsOfGroups(graphs[0]!)).toBe(nests ? MAX_GROUP_LEVELS : 1)
  })

  test.each(writable)('ten thousand deep are refused as %s', async (_, format) => {
    const { files, messages } = await writeWith(format, [nested(10_000)])
    expect(messages.map(({ code, severity }) => [code, severity])).toEqual([['limit/nesting', 'error']])
    expect(files.map(({ text }) => text.length < 100)).not.toContain(false)
  })
})

describe('texts that are written many times', () => {
  const long = 'x'.repeat(10_000)
  const many = Array.from({ length: 6_000 }, (_, i) => `n${i}`)
  const graphs: Record<string, Graph> = {
    'one label on many edges': makeGraph({
      nodes: byId([node('a')]),
      edges: many.map(() =>
        makeEdge({ from: nodeEnd('a', 'none'), to: nodeEnd('a', 'normal'), label: plain(long) }),
      ),
    }),
    'a class of many nodes': makeGraph({
      nodes: byId(many.map(id => node(id, { classes: ['c'] }))),
      classes: new Map([['c', { fontFamily: long }]]),
    }),
    'a default of many nodes': makeGraph({
      nodes: byId(many.map(id => node(id))),
      defaults: { node: { fontFamily: long } },
    }),
  }
  test.each(Object.entries(graphs))('%s', async (_, graph) => {
    expect(sizeOf(graph, 1e9)).toBeGreaterThan(60_000_000)
    for (const [, format] of writable) {
      const { messages } = await writeWith(format, [graph])
      expect(messages.map(({ code, severity }) => [code, severity])).toEqual([['limit/size', 'error']])
    }
  })
})

describe.runIf(extent === 'long')('much of something', () => {
  test('keys of strangers are lowered at a cost in proportion', async () => {
    const lowered = async (count: number) => {
      const keys = Array.from({ length: count }, (_, i): [string, string] => [`k${i}`, 'v'])
      const much = node('a', {
        properties: new Map(keys),
        style: { other: new Map(keys) },
        extras: new Map([['dot', new Map(keys)]]),
      })
      const { text, tally } = await write(makeGraph({ nodes: byId([much]) }), { format: 'mermaid' })
      expect(text).toBe('flowchart\n    a\n')
      expect(tally.dropped).toBe(3 * count)
    }
    // A Map that is copied for each of its entries costs their square.
    expect(await growth(counted(750), lowered)).toBeLessThan(PROPORTION)
  })

  test.runIf(extent === 'long')('a list of 150,000 messages is no list of arguments', async () => {
    const text = `flowchart\n${Array.from({ length: 150_000 }, (_, i) => `a${i}\n`).join('')}`
    const { messages } = await convert(text, { from: 'mermaid', to: 'flowzap' })
    expect(messages.filter(({ code }) => code === 'loss/id')).toHaveLength(150_000)
  })

  test('many graphs keep their order when they are laid out at the same time', async () => {
    const text = Array.from({ length: runs(250) }, (_, i) => `digraph g${i} { a${i} -> b }\n`).join('')
    const { text: file } = await convert(text, { from: 'dot', to: 'drawio' })
    const back = read(file, { format: 'drawio' }).graphs
    expect(back.map(({ nodes }) => [...nodes.keys()].some(id => id.startsWith('a')))).not.toContain(false)
    expect([...back.entries()].every(([i, { nodes }]) => nodes.has(`a${i}`))).toBe(true)
  })
})

test('a long path of groups is cut in a lane’s label', async () => {
  const graph = nested(200)
  // Only groups that hold nodes become lanes.
  const nodes = [...graph.groups.keys()].map(id => node(`in-${id}`, { group: id }))
  const { text } = await write({ ...graph, nodes: byId(nodes) }, { format: 'flowzap' })
  const labels = [...read(text, { format: 'flowzap' }).graphs[0]!.groups.values()].map(
    ({ label }) => label.text,
  )
  expect(labels.slice(0, 3)).toEqual(['g0', 'g0 / g1', 'g0 / g1 / g2'])
  expect(labels.at(-1)).toMatch(/^….* \/ g198 \/ g199$/)
  expect(Math.max(...labels.map(label => label.length))).toBeLessThan(520)
})

test('what is said of the written text has no place in the source', async () => {
  const text = `flowchart\n${Array.from({ length: 2_000 }, (_, i) => `a${i}[${'long '.repeat(5)}]\n`).join('')}`
  const { messages } = await convert(text, { from: 'mermaid', to: 'flowzap' })
  const found = messages.filter(({ code }) => code === 'limit/flowzap-size')
  expect(found.map(({ at }) => at)).toEqual([undefined])
})
