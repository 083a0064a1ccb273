/** Edits of pages that others drew, where what a person sees there would be another thing afterwards: the page says what it is. */
import { expect, test } from 'vitest'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { makeEdge, nodeEnd } from '../../src/ir/build.js'
import type { Graph } from '../../src/ir/model.js'
import { putGraphs } from '../../src/put/put.js'
import { edited } from '../generate/edits.js'
import { cell, line, page } from './page-of-cells.js'

const BOX = 'rounded=0;whiteSpace=wrap;html=1;'
const TEXT = 'text;html=1;align=center;verticalAlign=middle;strokeColor=none;fillColor=none;'
const ICON = 'shape=mxgraph.aws3.polly;html=1;'

/** The page after a change, and what it reads as; nothing may be refused. */
function put(text: string, change: (graph: Graph) => Graph): { text: string; graph: Graph } {
  const result = putGraphs(drawio, text, [change(readDrawio(text).graphs[0]!)])
  expect(result.messages).toEqual([])
  return { text: result.text, graph: readDrawio(result.text).graphs[0]! }
}

const edit =
  (kind: 'remove-node' | 'remove-edge' | 'remove-group', pick: number) =>
  (graph: Graph): Graph =>
    edited(graph, [
      { kind, pick, other: 0, text: '', color: '', shape: 'diamond', line: 'solid', direction: 'LR' },
    ])
const withEdge =
  (from: string, to: string) =>
  (graph: Graph): Graph => ({
    ...graph,
    edges: [...graph.edges, makeEdge({ from: nodeEnd(from), to: nodeEnd(to, 'normal') })],
  })
const groupOf = ({ nodes }: Graph, id: string): string | undefined => nodes.get(id)?.group

test('a box with a shape on it is no group, where an edge comes to that shape', () => {
  const text = page(
    cell('client', 'Client', BOX, [0, 0, 200, 100]),
    cell('inner', 'Inside', BOX, [20, 50, 100, 40]),
    cell('other', 'Other', BOX, [400, 0, 100, 40]),
  )
  const { text: now, graph } = put(text, withEdge('other', 'inner'))
  expect([...graph.nodes.keys()]).toEqual(['client', 'inner', 'other'])
  expect(graph.groups.size).toBe(0)
  // Said on the layer: nobody edited the box.
  expect(now).toContain('data="{&quot;kinds&quot;:{&quot;client&quot;:&quot;node&quot;}}"')
  expect(now).toContain(cell('client', 'Client', BOX, [0, 0, 200, 100]))
})

test('an icon in a box stays a node, where no edge ends at it any more', () => {
  const text = page(
    cell('cloud', 'Cloud', BOX, [0, 0, 300, 200]),
    cell('icon', '', ICON, [20, 50, 60, 60]),
    cell('vm', 'VM', BOX, [150, 60, 100, 40]),
    line('e', 'icon', 'vm'),
  )
  const { graph } = put(text, edit('remove-edge', 0))
  expect(groupOf(graph, 'icon')).toBe('cloud')
  expect(graph.nodes.get('icon')?.label.text).toBe('Polly')
})

test('an icon in a group whose only text was the label of an edge stays a node without that edge', () => {
  const text = page(
    cell('cloud', 'Cloud', BOX, [0, 0, 300, 200]),
    '<mxCell id="icon" value="" style="shape=mxgraph.aws3.polly;" vertex="1" parent="cloud"><mxGeometry width="23" height="20" relative="1" as="geometry"><mxPoint x="5" y="5" as="offset"/></mxGeometry></mxCell>',
    cell('says', 'calls', TEXT, [130, 96, 40, 20], 'cloud'),
    cell('a', 'A', BOX, [20, 100, 80, 40]),
    cell('b', 'B', BOX, [200, 100, 80, 40]),
    cell('c', 'C', BOX, [200, 150, 80, 40]),
    line('e', 'a', 'b'),
  )
  expect(readDrawio(text).graphs[0]!.edges[0]!.label.text).toBe('calls')
  const { graph } = put(text, edit('remove-node', 1))
  expect([...graph.nodes.keys()]).toEqual(['icon', 'b', 'c'])
})

test('a text in a group without a name stays a node, where no edge ends at it any more', () => {
  const text = page(
    cell('box', '', BOX, [0, 0, 300, 200]),
    cell('address', 'https://example.org/a', TEXT, [20, 5, 200, 20]),
    cell('a', 'A', BOX, [20, 100, 80, 40]),
    cell('b', 'B', BOX, [150, 100, 80, 40]),
    line('e', 'a', 'address'),
  )
  const { graph } = put(text, edit('remove-edge', 0))
  expect(groupOf(graph, 'address')).toBe('box')
  expect(graph.groups.get('box')?.label.text).toBe('')
})

test('a group keeps its name, where the text that shows it would be none any more', () => {
  const text = page(
    cell('box', '', 'rounded=0;html=1;container=1;', [0, 0, 300, 200]),
    cell('title', 'Cluster', TEXT, [5, 5, 80, 20], 'box'),
    cell('a', 'A', BOX, [20, 100, 80, 40], 'box'),
    cell('b', 'B', BOX, [400, 100, 80, 40]),
  )
  expect(readDrawio(text).graphs[0]!.groups.get('box')?.label.text).toBe('Cluster')
  const { text: now, graph } = put(text, edit('remove-node', 0))
  expect(graph.groups.get('box')?.label.text).toBe('Cluster')
  expect([...graph.nodes.keys()]).toEqual(['b'])
  expect(now).not.toContain('id="title"')
})

test('a group that goes elsewhere has the name itself that a text on it showed', () => {
  const text = page(
    cell('outer', 'Outer', 'rounded=0;html=1;container=1;', [400, 0, 400, 300]),
    cell('in', 'In', BOX, [20, 200, 80, 40], 'outer'),
    cell('box', '', BOX, [0, 0, 300, 200]),
    cell('title', 'Cluster', TEXT, [5, 5, 80, 20]),
    cell('a', 'A', BOX, [20, 100, 80, 40]),
    cell('b', 'B', BOX, [150, 100, 80, 40]),
  )
  const { graph } = put(text, graph => ({
    ...graph,
    groups: new Map(
      [...graph.groups].map(([id, group]) => [id, id === 'box' ? { ...group, parent: 'outer' } : group]),
    ),
  }))
  expect(graph.groups.get('box')?.label.text).toBe('Cluster')
  expect([...graph.nodes.keys()].sort()).toEqual(['a', 'b', 'in'])
})

test('without its group, everything stands where it stood, and in the order of the file', () => {
  const text = page(
    cell('box', 'Cluster', BOX, [0, 0, 300, 200]),
    cell('far', 'Far', BOX, [600, 0, 80, 40]),
    cell('a', 'A', BOX, [20, 100, 80, 40]),
    cell('farther', 'Farther', BOX, [600, 100, 80, 40]),
    cell('b', 'B', BOX, [150, 100, 80, 40]),
    line('e', 'a', 'far'),
  )
  const before = readDrawio(text).graphs[0]!
  expect([...before.nodes.keys()]).toEqual(['a', 'b', 'far', 'farther'])
  const { text: now, graph } = put(text, edit('remove-group', 0))
  expect([...graph.nodes.keys()]).toEqual(['far', 'a', 'farther', 'b'])
  for (const id of ['a', 'b', 'far', 'farther']) {
    const own = new RegExp(`<mxCell id="${id}" .*?</mxCell>`)
    expect(own.exec(now)?.[0]).toBe(own.exec(text)![0])
  }
})

const STACK = 'swimlane;childLayout=stackLayout;horizontal=1;startSize=26;collapsible=1;html=1;'
const ROW = 'text;strokeColor=none;fillColor=none;align=left;html=1;fontStyle=2;'
const table = [
  cell('users', 'users', STACK, [0, 0, 160, 90]),
  cell('id', 'id', ROW, [0, 26, 160, 32], 'users'),
  cell('name', 'name', ROW, [0, 58, 160, 32], 'users'),
  cell('orders', 'orders', BOX, [300, 0, 100, 40]),
]

test('a table keeps its cells, where an edge ends at none of its rows any more', () => {
  const text = page(...table, line('e', 'orders', 'name'))
  const { text: now, graph } = put(text, edit('remove-edge', 0))
  expect(graph.nodes.get('users')?.fields).toEqual([{ text: 'id' }, { text: 'name' }])
  expect(now).toBe(page(...table))
})

test('a row at which a line ends that is no edge is what it was after any edit', () => {
  const loose =
    '<mxCell id="e" style="html=1;" edge="1" parent="1" source="name"><mxGeometry relative="1" as="geometry"><mxPoint x="900" y="900" as="targetPoint"/></mxGeometry></mxCell>'
  const text = page(...table, loose)
  const { graph } = put(text, edit('remove-node', 1))
  expect(graph.nodes.get('users')?.fields).toEqual([{ text: 'id' }, { text: 'name', port: 'name' }])
})

const between =
  '<mxCell id="e" style="endArrow=classic;html=1;" edge="1" parent="1" source="from"><mxGeometry relative="1" as="geometry"><mxPoint x="300" y="100" as="targetPoint"/></mxGeometry></mxCell>'
const undecided = page(
  cell('from', 'From', BOX, [0, 80, 100, 40]),
  cell('upper', 'Upper', BOX, [310, 58, 100, 40]),
  cell('lower', 'Lower', BOX, [310, 102, 100, 40]),
  between,
)

test('a line that is meant for none of two shapes is meant for none where one of them goes', () => {
  expect(readDrawio(undecided).graphs[0]!.edges).toEqual([])
  const { text: now, graph } = put(undecided, edit('remove-node', 2))
  expect([...graph.nodes.keys()]).toEqual(['from', 'upper'])
  expect(graph.edges).toEqual([])
  expect(now).toContain('data="{&quot;loose&quot;:[&quot;e&quot;]}"')
  expect(now).toContain(between)
})

test('a line that was meant for no shape is an edge once a person fastens it', () => {
  const { text: now } = put(undecided, edit('remove-node', 2))
  const fastened = now.replace('source="from"', 'source="from" target="upper"')
  expect(readDrawio(fastened).graphs[0]!.edges.map(({ from, to }) => [from.id, to.id])).toEqual([
    ['from', 'upper'],
  ])
})

test('what a page says of its cells has to be of the right kind, and of cells that are there', () => {
  const said = (data: string) =>
    undecided.replace(
      '<mxCell id="1" parent="0"/>',
      `<object label="" id="1"><mxCell parent="0"/><diaglot data="${data.replaceAll('"', '&quot;')}"/></object>`,
    )
  for (const data of [
    '{"loose":"e","kept":7,"kinds":[]}',
    '{"loose":[1,null],"kinds":{"from":"pool","__proto__":"node","none":"lane","e":"node"}}',
    '{"kinds":null}',
  ])
    expect(readDrawio(said(data)).graphs[0]!.nodes).toEqual(
      new Map(
        [...readDrawio(undecided).graphs[0]!.nodes].map(([id, node]) => [
          id,
          { ...node, at: expect.anything() },
        ]),
      ),
    )
})

const BACKED = page(
  cell('g', '', 'group', [0, 0, 300, 200]),
  cell('back', '', BOX, [0, 0, 300, 200], 'g'),
  cell('a', 'A', BOX, [20, 50, 100, 40], 'g'),
  cell('b', 'B', BOX, [170, 50, 100, 40], 'g'),
)

test('the box behind the things in a group goes with the group', () => {
  const { graph } = put(BACKED, edit('remove-group', 0))
  expect([...graph.nodes.keys()]).toEqual(['a', 'b'])
  expect(graph.groups.size).toBe(0)
  expect(graph.extras.size).toBe(0)
})

test('the box behind the things in a group is none of them where they go', () => {
  const { graph } = put(BACKED, graph => edit('remove-node', 0)(edit('remove-node', 0)(graph)))
  expect([...graph.nodes.keys()]).toEqual([])
  expect([...graph.groups.keys()]).toEqual(['g'])
})
