/** Graphs that are made and edited by calls: what comes out, by hand, and what is refused. */
import { describe, expect, test } from 'vitest'
import { edit, graph } from '../../src/edit/edit.js'
import type { Graph } from '../../src/ir/model.js'
import { flawsOf } from '../../src/ir/validate.js'

/** What a graph says, in short: groups with their parents, nodes with their groups, edges with their labels, loops. */
function shown({ nodes, groups, edges, loops }: Graph): readonly string[] {
  return [
    ...Array.from(
      groups,
      ([key, { id, kind, label, parent }]) => `${kind} ${key}=${id} “${label.text}” in ${parent ?? '-'}`,
    ),
    ...Array.from(
      nodes,
      ([key, { id, shape, label, group }]) => `${shape} ${key}=${id} “${label.text}” in ${group ?? '-'}`,
    ),
    ...edges.map(({ from, to, label }) => `${from.kind} ${from.id} -> ${to.kind} ${to.id} “${label.text}”`),
    ...loops.map(({ condition, nodes: ids, group }) => `${condition}: ${ids.join(' ')} in ${group ?? '-'}`),
  ]
}

const orders = (): Graph =>
  graph({ title: 'Orders', direction: 'LR' })
    .lane('Orders', { label: 'All orders' })
    .group('box', { in: 'Orders' })
    .node('n1', { label: 'Start', shape: 'circle', in: 'box' })
    .node('n2', { in: 'Orders' })
    .node('n3')
    .edge('n1', 'n2', { label: 'go' })
    .edge('n2', 'n3')
    .edge('n1', { group: 'Orders', side: 'left' }, { line: 'dashed', arrow: 'open' })
    .loop('retry', ['n1', 'n2'], { in: 'Orders' })
    .done()

describe('a graph from nothing', () => {
  test('has what was said', () => {
    const made = orders()
    expect(shown(made)).toEqual([
      'lane Orders=Orders “All orders” in -',
      'cluster box=box “box” in Orders',
      'circle n1=n1 “Start” in box',
      'rectangle n2=n2 “n2” in Orders',
      'rectangle n3=n3 “n3” in -',
      'node n1 -> node n2 “go”',
      'node n2 -> node n3 “”',
      'node n1 -> group Orders “”',
      'retry: n1 n2 in Orders',
    ])
    expect(made).toMatchObject({ title: 'Orders', direction: 'LR', directed: true })
    expect(made.edges[0]).toMatchObject({ from: { arrow: 'none' }, to: { arrow: 'normal' }, line: 'solid' })
    expect(made.edges[2]).toMatchObject({ to: { arrow: 'open', side: 'left' }, line: 'dashed' })
    expect(flawsOf(made)).toEqual([])
  })

  test('has plain lines where it is undirected', () => {
    const made = graph({ directed: false }).node('a').edge('a', 'a').done()
    expect(made.edges[0]!.to.arrow).toBe('none')
  })

  test('can be gone on with, and what was given stays as it was', () => {
    const builder = graph().node('a')
    const first = builder.done()
    builder.node('b')
    expect([first.nodes.size, builder.done().nodes.size]).toEqual([1, 2])
  })
})

describe('an edit', () => {
  const cases: readonly (readonly [string, Graph, readonly string[], readonly string[]])[] = [
    [
      'a node under another name',
      edit(orders()).rename('n1', 'start').done(),
      [
        'circle n1=n1 “Start” in box',
        'node n1 -> node n2 “go”',
        'node n1 -> group Orders “”',
        'retry: n1 n2 in Orders',
      ],
      [
        'circle start=start “Start” in box',
        'node start -> node n2 “go”',
        'node start -> group Orders “”',
        'retry: start n2 in Orders',
      ],
    ],
    [
      'a group under another name',
      edit(orders()).rename('Orders', '__proto__').done(),
      [
        'lane Orders=Orders “All orders” in -',
        'cluster box=box “box” in Orders',
        'rectangle n2=n2 “n2” in Orders',
        'node n1 -> group Orders “”',
        'retry: n1 n2 in Orders',
      ],
      [
        'lane __proto__=__proto__ “All orders” in -',
        'cluster box=box “box” in __proto__',
        'rectangle n2=n2 “n2” in __proto__',
        'node n1 -> group __proto__ “”',
        'retry: n1 n2 in __proto__',
      ],
    ],
    [
      'a node that goes',
      edit(orders()).removeNode('n1').done(),
      [
        'circle n1=n1 “Start” in box',
        'node n1 -> node n2 “go”',
        'node n1 -> group Orders “”',
        'retry: n1 n2 in Orders',
      ],
      ['retry: n2 in Orders'],
    ],
    [
      'the last node of a loop that goes',
      edit(orders()).removeNode('n1').removeNode('n2').done(),
      [
        'circle n1=n1 “Start” in box',
        'rectangle n2=n2 “n2” in Orders',
        'node n1 -> node n2 “go”',
        'node n2 -> node n3 “”',
        'node n1 -> group Orders “”',
        'retry: n1 n2 in Orders',
      ],
      [],
    ],
    [
      'a group that goes, and what stood in it',
      edit(orders()).removeGroup('Orders').done(),
      [
        'lane Orders=Orders “All orders” in -',
        'cluster box=box “box” in Orders',
        'rectangle n2=n2 “n2” in Orders',
        'node n1 -> group Orders “”',
        'retry: n1 n2 in Orders',
      ],
      ['cluster box=box “box” in -', 'rectangle n2=n2 “n2” in -', 'retry: n1 n2 in -'],
    ],
    [
      'two groups, one in the other, that go',
      edit(orders()).removeGroup('box').removeGroup('Orders').done(),
      [
        'lane Orders=Orders “All orders” in -',
        'cluster box=box “box” in Orders',
        'circle n1=n1 “Start” in box',
        'rectangle n2=n2 “n2” in Orders',
        'node n1 -> group Orders “”',
        'retry: n1 n2 in Orders',
      ],
      ['circle n1=n1 “Start” in -', 'rectangle n2=n2 “n2” in -', 'retry: n1 n2 in -'],
    ],
    [
      'labels and shapes',
      edit(orders())
        .relabel('n2', 'two')
        .relabel('box', 'Box')
        .relabel({ from: 'n1', to: 'n2' }, 'went')
        .change('n3', { shape: 'diamond' })
        .done(),
      [
        'cluster box=box “box” in Orders',
        'rectangle n2=n2 “n2” in Orders',
        'rectangle n3=n3 “n3” in -',
        'node n1 -> node n2 “go”',
      ],
      [
        'cluster box=box “Box” in Orders',
        'rectangle n2=n2 “two” in Orders',
        'diamond n3=n3 “n3” in -',
        'node n1 -> node n2 “went”',
      ],
    ],
    [
      'ends and places',
      edit(orders())
        .move('n3', 'box')
        .move('box', undefined)
        .connect('n3', 'box', { label: 'up' })
        .disconnect('n2', 'n3')
        .done(),
      ['cluster box=box “box” in Orders', 'rectangle n3=n3 “n3” in -', 'node n2 -> node n3 “”'],
      ['cluster box=box “box” in -', 'rectangle n3=n3 “n3” in box', 'node n3 -> group box “up”'],
    ],
    [
      'a name that another node had, and a new node of a name that went',
      edit(orders()).rename('n1', 'x').rename('n2', 'n1').removeNode('n3').node('n3').done(),
      [
        'circle n1=n1 “Start” in box',
        'rectangle n2=n2 “n2” in Orders',
        'node n1 -> node n2 “go”',
        'node n2 -> node n3 “”',
        'node n1 -> group Orders “”',
        'retry: n1 n2 in Orders',
      ],
      [
        'circle x=x “Start” in box',
        'rectangle n1=n1 “n2” in Orders',
        'node x -> node n1 “go”',
        'node x -> group Orders “”',
        'retry: x n1 in Orders',
      ],
    ],
  ]

  test.each(cases)('%s', (_, after, gone, come) => {
    const before = shown(orders())
    const now = shown(after)
    expect(before.filter(line => !now.includes(line))).toEqual(gone)
    expect(now.filter(line => !before.includes(line))).toEqual(come)
    expect(flawsOf(after)).toEqual([])
  })

  test('leaves the graph that it started with, and what nobody touched is the same value', () => {
    const before = orders()
    const copy = shown(before)
    const after = edit(before).rename('n1', 'x').removeGroup('box').done()
    expect(shown(before)).toEqual(copy)
    expect(after.nodes.get('n3')).toBe(before.nodes.get('n3'))
    expect(after.edges[1]).toBe(before.edges[1])
  })

  test('takes a field away where it is undefined, and a rich form with the label', () => {
    const rich = { text: 'a', rich: { syntax: 'markdown', source: '*a*' } } as const
    const before = graph().node('a', { label: rich, image: 'a.png' }).done()
    const after = edit(before).relabel('a', 'b').change('a', { image: undefined }).done()
    expect(after.nodes.get('a')!.label).toEqual({ text: 'b' })
    expect('image' in after.nodes.get('a')!).toBe(false)
  })

  test('tells a node from a group of the same name', () => {
    const before = graph().group('x').node('x', { in: 'x' }).done()
    const after = edit(before).rename({ node: 'x' }, 'y').relabel({ group: 'x' }, 'X').done()
    expect(shown(after)).toEqual(['cluster x=x “X” in -', 'rectangle y=y “x” in x'])
  })
})

describe('a wrong call throws a TypeError that says what is wrong', () => {
  const wrong: readonly (readonly [string, () => unknown])[] = [
    ['there is no node or group “b”', () => graph().node('a').edge('a', 'b')],
    ['there is a node “a” already', () => graph().node('a').node('a')],
    ['there is a group “a” already', () => graph().lane('a').group('a')],
    ['there is no group “L”', () => graph().node('a', { in: 'L' })],
    ['there is no node “b”', () => graph().node('a').loop('again', ['b'])],
    ['there is no shape “blob” (nodes/a/shape)', () => graph().node('a', JSON.parse('{"shape":"blob"}'))],
    [
      'there is no line “wavy” (edges/0/line)',
      () => graph().node('a').edge('a', 'a', JSON.parse('{"line":"wavy"}')),
    ],
    ['the id of a group is not empty', () => graph().lane('')],
    ['the id of a node is a text', () => graph().node(JSON.parse('7'))],
    [
      'a node or group is named by its id, { node: id } or { group: id }',
      () => edit(orders()).move(JSON.parse('7'), undefined),
    ],
    ['there is a node “n2” already', () => edit(orders()).rename('n1', 'n2')],
    ['there is no node “Orders”', () => edit(orders()).removeNode('Orders')],
    ['there is no group “n1”', () => edit(orders()).removeGroup('n1')],
    ['there is no edge from “n3” to “n1”', () => edit(orders()).disconnect('n3', 'n1')],
    ['there is no edge “e7”', () => edit(orders()).change({ edge: 'e7' }, { line: 'dotted' })],
    ['the group “Orders” would stand in itself', () => edit(orders()).move('Orders', 'box')],
    [
      'a node and a group have the id “x”; say { node: id } or { group: id }',
      () => edit(graph().group('x').node('x').done()).relabel('x', 'y'),
    ],
    [
      'the edge ends at the node “b”, which is not there (edges/0/to)',
      () =>
        edit({
          ...orders(),
          edges: [{ ...orders().edges[0]!, to: { kind: 'node', id: 'b', arrow: 'none' } }],
        }),
    ],
  ]
  test.each(wrong)('%s', (sentence, call) => {
    expect(call).toThrow(TypeError)
    expect(call).toThrow(new TypeError(sentence))
  })

  test('and changes nothing', () => {
    const editor = edit(orders())
    expect(() => editor.change('n1', JSON.parse('{"shape":"blob"}'))).toThrow(TypeError)
    expect(() => editor.connect('n1', { node: 'n2', side: JSON.parse('"inside"') })).toThrow(TypeError)
    expect(() => editor.set(JSON.parse('{"direction":"up"}'))).toThrow(TypeError)
    expect(shown(editor.done())).toEqual(shown(orders()))
  })
})
