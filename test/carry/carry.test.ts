import { describe, expect, test } from 'vitest'
import { flowzap } from '../../converters/flowzap/index.js'
import { json } from '../../converters/json/index.js'
import { payloadOf } from '../../src/carry/payload.js'
import { restore } from '../../src/carry/restore.js'
import { writeWith } from '../../src/convert.js'
import {
  byId,
  groupEnd,
  makeEdge,
  makeGraph,
  makeGroup,
  makeNode,
  nodeEnd,
  plain,
} from '../../src/ir/build.js'
import { firstDifference } from '../../src/ir/difference.js'
import { readWith } from '../../src/read.js'

/** Three nodes that FlowZap cannot hold as they are, in a group inside a group. */
const graph = makeGraph({
  title: 'Orders',
  groups: byId([
    makeGroup({ id: 'shop', kind: 'cluster', label: plain('Shop') }),
    makeGroup({ id: 'desk', kind: 'cluster', label: plain('Desk'), parent: 'shop' }),
  ]),
  nodes: byId([
    makeNode({ id: 'start', shape: 'stadium', label: plain('Start'), group: 'desk' }),
    makeNode({ id: 'check', shape: 'hexagon', label: plain('Check "it"'), group: 'desk' }),
    makeNode({ id: 'end', shape: 'stadium', label: plain('End') }),
  ]),
  edges: [
    makeEdge({ from: nodeEnd('start'), to: nodeEnd('check', 'normal'), line: 'dashed' }),
    makeEdge({ from: groupEnd('shop'), to: nodeEnd('end', 'normal'), label: plain('done') }),
    makeEdge({ from: nodeEnd('start'), to: nodeEnd('end'), line: 'invisible' }),
  ],
})

async function written(): Promise<string> {
  const { text } = await writeWith(flowzap, [graph], { carry: true })
  return text
}

function back(text: string) {
  const { graphs, messages } = readWith(flowzap, text)
  const [read] = graphs
  if (!read) throw new Error('nothing was read')
  return { read, codes: messages.map(({ code }) => code) }
}

describe('carrying through FlowZap Code', () => {
  test('the text is what it is without carrying, and one line more', async () => {
    const plainText = (await writeWith(flowzap, [graph])).text
    const lines = (await written()).split('\n')
    expect(lines.filter(line => !line.startsWith('//@')).join('\n')).toBe(plainText)
    expect(lines.filter(line => line.startsWith('//@'))).toHaveLength(1)
  })

  test('without an edit everything comes back', async () => {
    expect(firstDifference(graph, back(await written()).read)).toBeUndefined()
  })

  test('a label that was edited wins; the shape that was carried stays', async () => {
    const { read } = back((await written()).replace(`label:"Check 'it'"`, 'label:"Look"'))
    expect(read.nodes.get('check')).toMatchObject({ label: { text: 'Look' }, shape: 'hexagon' })
  })

  test('a shape that was edited wins', async () => {
    const { read } = back((await written()).replace('n2: rectangle', 'n2: diamond'))
    expect(read.nodes.get('check')).toMatchObject({ label: { text: 'Check "it"' }, shape: 'diamond' })
  })

  test('a node that was deleted stays deleted, and so do its edges', async () => {
    const text = (await written())
      .split('\n')
      .filter(line => line.startsWith('//@') || !/\bn2\b/.test(line))
      .join('\n')
    const { read } = back(text)
    expect([...read.nodes.keys()]).toEqual(['start', 'end'])
    expect(read.edges.map(({ from, to, line }) => [from.id, to.id, line])).toEqual([
      // The one of the group `shop` stood at this node, and went with its line.
      ['start', 'end', 'invisible'],
    ])
  })

  test('a node that was added is there, under the id that it was given', async () => {
    const text = (await written()).replace('n1: circle', 'n4: rectangle label:"New"\nn1: circle')
    const { read } = back(text)
    expect(read.nodes.get('n4')).toMatchObject({ label: { text: 'New' }, group: 'desk' })
    expect(read.nodes.get('start')?.shape).toBe('stadium')
  })

  test('an edge that was turned to another node is an edge of its own', async () => {
    const { read } = back((await written()).replace('n1.handle(right) -> n2', 'n1.handle(right) -> n1'))
    expect(read.edges.find(({ to }) => to.id === 'start')).toMatchObject({
      from: { id: 'start' },
      line: 'solid',
    })
  })

  test('an edit of one of two parallel edges leaves the other what it is', async () => {
    const pair = makeGraph({
      groups: byId([makeGroup({ id: 'L', kind: 'lane', label: plain('L') })]),
      nodes: byId(['n1', 'n2'].map(id => makeNode({ id, shape: 'rectangle', group: 'L' }))),
      edges: [
        makeEdge({ from: nodeEnd('n1'), to: nodeEnd('n2', 'normal'), line: 'dashed' }),
        makeEdge({ from: nodeEnd('n1'), to: nodeEnd('n2', 'normal'), label: plain('two'), line: 'thick' }),
      ],
    })
    const { text } = await writeWith(flowzap, [pair], { carry: true })
    const turned = back(
      text.replace('n1.handle(right) -> n2.handle(left)\n', 'n2.handle(right) -> n1.handle(left)\n'),
    )
    expect(turned.read.edges.map(({ from, line }) => [from.id, line])).toEqual([
      ['n2', 'solid'],
      ['n1', 'thick'],
    ])
    const relabelled = back(text.replace('[label="two"]', '[label="three"]'))
    expect(relabelled.read.edges.map(({ label, line }) => [label.text, line])).toEqual([
      ['', 'dashed'],
      ['three', 'thick'],
    ])
  })

  test('of parallel edges that look the same, nobody can say which one went: what stays is read as it stands', async () => {
    const edge = (line: 'dashed' | 'thick') =>
      makeEdge({
        from: nodeEnd('n1', 'none', { side: 'right' }),
        to: nodeEnd('n2', 'normal', { side: 'left' }),
        line,
      })
    const pair = makeGraph({
      groups: byId([makeGroup({ id: 'L', kind: 'lane', label: plain('L') })]),
      nodes: byId(['n1', 'n2'].map(id => makeNode({ id, shape: 'rectangle', group: 'L' }))),
      edges: [edge('dashed'), edge('thick')],
    })
    const { text } = await writeWith(flowzap, [pair], { carry: true, from: 'flowzap' })
    expect(back(text).read.edges.map(({ line }) => line)).toEqual(['dashed', 'thick'])
    const line = 'n1.handle(right) -> n2.handle(left)\n'
    expect(back(text.replace(line, '')).read.edges.map(({ line }) => line)).toEqual(['solid'])
    const more = back(text.replace(line, line + line)).read.edges.map(({ line }) => line)
    expect(more).toEqual(['solid', 'solid', 'solid'])
  })

  test('the default lane stays when a person used it for something new, with the node that was put into it', async () => {
    const text = (await written()).replace('n3: circle', 'n4: rectangle label:"New"\nn3: circle')
    const { read, codes } = back(text)
    expect([...read.groups.keys()]).toEqual(['shop', 'desk', 'Main'])
    expect([...read.nodes.values()].map(({ id, group }) => [id, group])).toEqual([
      ['start', 'desk'],
      ['check', 'desk'],
      ['n4', 'Main'],
      // Without a lane it would get one of its own, and the text has it in this one.
      ['end', 'Main'],
    ])
    expect(read.nodes.get('end')?.shape).toBe('stadium')
    expect(codes).toContain('repair/carried')
  })

  test('the default lane that a person gave another title stays', async () => {
    const { read } = back((await written()).replace('Main { # Main', 'Main { # Operations'))
    expect(read.groups.get('Main')?.label.text).toBe('Operations')
    expect(read.nodes.get('end')).toMatchObject({ group: 'Main', shape: 'stadium' })
    expect(read.nodes.get('start')).toMatchObject({ group: 'desk', shape: 'stadium' })
  })

  test.each([
    ['no JSON', '{"v":1,'],
    ['another version', '{"v":2}'],
    ['lists that are none', '{"v":1,"nodes":{"n1":[]}}'],
    ['leaves that are none', '{"v":1,"nodes":[["n1",[["shape","rectangle","hexagon"]]]]}'],
    ['nothing', ''],
    ['a huge nesting', '['.repeat(100_000)],
  ])('damaged data is left aside with a word: %s', async (_, line) => {
    const text = (await written()).replace(/^\/\/@ .*$/m, `//@ ${line}`)
    const { read, codes } = back(text)
    expect([...read.nodes.keys()]).toEqual(['n1', 'n2', 'n3'])
    if (line !== '') expect(codes).toContain('repair/carried')
  })

  test.each([
    ['a shape that there is none of', '{"v":1,"nodes":[["a",[[["shape"],"rectangle","blob"]]]]}'],
    [
      'a lost edge to nowhere that says it is a list',
      '{"v":1,"lostEdges":[[0,{"from":{"id":"a"},"to":{"id":"a"}}]],"nodes":[["a",[[["shape"],"rectangle","nonsense"]]]]}',
    ],
  ])('data that would make an unsound graph is left aside: %s', (_, line) => {
    expect(payloadOf(line)).toBeDefined()
    const small = makeGraph({ nodes: byId([makeNode({ id: 'a', shape: 'rectangle' })]) })
    const restored = restore(small, line, { format: json })
    expect(restored?.graph).toBe(small)
    expect(restored?.refused.length).toBeGreaterThan(0)
  })

  test('values of a wrong kind do not count', () => {
    const small = makeGraph({ nodes: byId([makeNode({ id: 'a', shape: 'rectangle', label: plain('x') })]) })
    const line =
      '{"v":1,"nodes":[["a",[[["label","text"],"x",7],[["style","strokeWidth"],{"$absent":true},"wide"]]]]}'
    const restored = restore(small, line, { format: json })
    expect(restored?.graph).toBe(small)
    expect(restored?.refused.map(({ reason }) => reason)).toEqual(['misfit', 'misfit'])
  })
})

test('a text that carries goes on carrying, unless told otherwise', async () => {
  const { convertWith } = await import('../../src/convert.js')
  const text = await written()
  expect((await convertWith(flowzap, flowzap, text)).text).toBe(text)
  expect((await convertWith(flowzap, flowzap, text, { carry: false })).text).not.toContain('//@')
  const viaJson = (await convertWith(flowzap, json, text)).text
  expect(readWith(json, viaJson).graphs[0]).toMatchObject({ title: 'Orders' })
})

test('code that would grow beyond what FlowZap takes does not carry, and says so', async () => {
  const nodes = Array.from({ length: 200 }, (_, i) =>
    makeNode({ id: `node ${i}`, shape: 'hexagon', label: plain('a'.repeat(200)) }),
  )
  const { text, messages } = await writeWith(flowzap, [makeGraph({ nodes: byId(nodes) })], { carry: true })
  expect(text.length).toBeLessThanOrEqual(50_000)
  expect(text).not.toContain('//@')
  expect(messages.map(({ code }) => code)).toContain('loss/carry')
  expect(messages.some(({ loss }) => loss === 'carried')).toBe(false)
})
