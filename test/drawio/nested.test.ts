/** Boxes of one parent that lie on each other: a person sees the one in the other, and the file keeps what stands in what. */
import { describe, expect, test } from 'vitest'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { json } from '../../converters/json/index.js'
import { convertWith } from '../../src/convert.js'
import { put } from '../../src/index.js'
import type { Graph } from '../../src/ir/model.js'
import { sameFormat } from '../laws/laws.js'
import { runs } from '../setup/runs.js'
import { cell as labelled, type Place, page } from './page-of-cells.js'
import { differences } from './same-cells.js'
import '../setup/dom.js'

const cell = (id: string, style: string, place: Place, parent: string): string =>
  labelled(id, id, style, place, parent)

const ZONE = 'container=1;collapsible=0;fillColor=none;verticalAlign=top;html=1;'
const BOX = 'rounded=0;whiteSpace=wrap;html=1;'
const OPEN = `${BOX}fillColor=none;verticalAlign=top;`

/** By group, or `-` for the page: what stands in it. */
function nestedOf({ nodes, groups }: Graph): Record<string, string[]> {
  const all: Record<string, string[]> = {}
  const add = (id: string, group = '-'): void => {
    all[group] = [...(all[group] ?? []), id].sort()
  }
  for (const { id, parent } of groups.values()) add(id, parent)
  for (const { id, group } of nodes.values()) add(id, group)
  return all
}

/** What is read of a page, after the check that draw.io to draw.io, also by way of JSON, keeps every cell of it and is read as the same. */
async function nested(text: string): Promise<Record<string, string[]>> {
  const found = nestedOf(readDrawio(text).graphs[0]!)
  expect(await sameFormat(drawio, text)).toBeUndefined()
  const written = await convertWith(drawio, drawio, text)
  expect(differences(text, written.text)).toEqual([])
  expect(nestedOf(readDrawio(written.text).graphs[0]!)).toEqual(found)
  const data = await convertWith(drawio, json, text)
  expect(differences(text, (await convertWith(json, drawio, data.text)).text)).toEqual([])
  return found
}

/** A region with a network, a zone and a subnet, all drawn in the region, and a server. */
const region = page(
  cell('region', ZONE, [0, 0, 800, 600], '1'),
  cell('network', ZONE, [20, 40, 700, 500], 'region'),
  cell('zone', OPEN, [40, 80, 400, 400], 'region'),
  cell('subnet', OPEN, [60, 120, 300, 200], 'region'),
  cell('web', BOX, [80, 160, 100, 60], 'region'),
  cell('db', BOX, [220, 160, 100, 60], 'region'),
  cell('log', BOX, [500, 100, 100, 60], 'region'),
  cell('proxy', BOX, [60, 380, 100, 60], 'region'),
  cell('user', BOX, [900, 100, 100, 60], '1'),
  cell('gate', BOX, [550, 300, 80, 40], 'network'),
  '<mxCell id="e" style="html=1;" edge="1" parent="region" source="web" target="db"><mxGeometry relative="1" as="geometry"/></mxCell>',
)

describe('stands in what it is seen in', () => {
  test('a chain of boxes of one parent', async () => {
    expect(await nested(region)).toEqual({
      '-': ['region', 'user'],
      region: ['network'],
      network: ['gate', 'log', 'zone'],
      zone: ['proxy', 'subnet'],
      subnet: ['db', 'web'],
    })
  })

  test('what lies on a group that only lies on another one', async () => {
    const text = page(
      cell('region', ZONE, [0, 0, 800, 600], '1'),
      cell('network', ZONE, [20, 40, 700, 500], '1'),
      cell('gate', BOX, [40, 50, 80, 40], 'network'),
      cell('web', BOX, [400, 160, 100, 60], 'region'),
    )
    expect(await nested(text)).toEqual({ '-': ['region'], region: ['network'], network: ['gate', 'web'] })
  })
})

test('a shape in a box that others lie on is a node beside them, and lines that end at it stay edges', async () => {
  const text = page(
    cell('cluster', BOX, [0, 0, 300, 300], '1'),
    `<mxCell id="first" value="first" style="html=1;part=1;" vertex="1" connectable="0" parent="cluster"><mxGeometry width="200" height="60" relative="1" as="geometry"><mxPoint x="20" y="50" as="offset"/></mxGeometry></mxCell>`,
    cell('second', BOX, [20, 150, 200, 60], '1'),
    cell('user', BOX, [400, 60, 80, 40], '1'),
    ...['first', 'second'].map(
      to =>
        `<mxCell id="to-${to}" style="html=1;" edge="1" parent="1" source="user" target="${to}"><mxGeometry relative="1" as="geometry"/></mxCell>`,
    ),
  )
  expect(await nested(text)).toEqual({ '-': ['cluster', 'user'], cluster: ['first', 'second'] })
  const written = await convertWith(drawio, drawio, text)
  for (const file of [text, written.text])
    expect(readDrawio(file).graphs[0]!.edges.map(({ to }) => `${to.kind} ${to.id}`)).toEqual([
      'node first',
      'node second',
    ])
})

describe('stands where its file has it', () => {
  test('over a box that reaches out of its group', async () => {
    const text = page(
      cell('region', ZONE, [0, 0, 400, 300], '1'),
      cell('zone', ZONE, [100, 40, 500, 200], 'region'),
      cell('gate', BOX, [10, 10, 80, 40], 'zone'),
      cell('web', BOX, [150, 100, 100, 60], 'region'),
    )
    expect(await nested(text)).toEqual({ '-': ['region'], region: ['web', 'zone'], zone: ['gate'] })
  })

  test('in a group that is larger than what is around it', async () => {
    const text = page(
      cell('small', 'group', [40, 0, 170, 80], '1'),
      cell('large', 'group', [-40, 0, 210, 80], 'small'),
      cell('vm', BOX, [50, 0, 120, 40], 'large'),
      cell('text', BOX, [0, 50, 60, 20], 'large'),
    )
    expect(await nested(text)).toEqual({ '-': ['small'], small: ['large'], large: ['text', 'vm'] })
  })

  test('on a box that draw.io is told to put nothing into', async () => {
    const text = page(
      cell('zone', `${OPEN}container=0;`, [0, 0, 400, 300], '1'),
      cell('a', BOX, [40, 60, 60, 40], '1'),
      cell('b', BOX, [120, 60, 60, 40], '1'),
    )
    expect(await nested(text)).toEqual({ '-': ['zone'], zone: ['a', 'b'] })
  })

  test('below a filled box that was drawn over it, and beside a box', async () => {
    const text = page(
      cell('region', ZONE, [0, 0, 800, 600], '1'),
      cell('a', BOX, [40, 60, 60, 40], 'region'),
      cell('b', BOX, [120, 60, 60, 40], 'region'),
      cell('cover', BOX, [20, 40, 300, 200], 'region'),
      cell('beside', BOX, [300, 100, 100, 60], 'region'),
    )
    expect(await nested(text)).toEqual({ '-': ['region'], region: ['a', 'b', 'beside', 'cover'] })
  })

  test('with infer=false', () => {
    const { graphs } = readDrawio(region, { infer: false })
    expect(nestedOf(graphs[0]!).region).toHaveLength(7)
  })
})

describe('an edit', () => {
  const read = (): Graph => readDrawio(region).graphs[0]!
  const withNode = (graph: Graph, id: string, change: object): Graph => ({
    ...graph,
    nodes: new Map([...graph.nodes].map(([key, node]) => [key, key === id ? { ...node, ...change } : node])),
  })

  test('of a label changes nothing else', () => {
    const { text } = put(region, withNode(read(), 'web', { label: { text: 'Web' } }), { format: 'drawio' })
    expect(differences(region.replace('value="web"', 'value="Web"'), text!)).toEqual([])
  })

  test('that takes a shape out of a zone moves it off the zone, and leaves the rest', () => {
    const { text } = put(region, withNode(read(), 'web', { group: 'network' }), { format: 'drawio' })
    expect(nestedOf(readDrawio(text!).graphs[0]!)).toEqual({
      '-': ['region', 'user'],
      region: ['network'],
      network: ['gate', 'log', 'web', 'zone'],
      zone: ['proxy', 'subnet'],
      subnet: ['db'],
    })
    const others = (file: string) => file.match(/<mxCell id="(?!web|e").*?<\/mxCell>/g)
    expect(others(text!)).toEqual(others(region))
  })

  test('that turns groups inside out keeps every cell on the page', async () => {
    const graph = read()
    const groups = new Map([...graph.groups])
    groups.set('zone', { ...graph.groups.get('zone')!, parent: 'subnet' })
    groups.set('subnet', { ...graph.groups.get('subnet')!, parent: 'network' })
    const said = await convertWith(json, drawio, (await convertWith(drawio, json, region)).text)
    expect(said.messages.filter(({ severity }) => severity === 'error')).toEqual([])
    const { text } = put(region, { ...graph, groups }, { format: 'drawio' })
    expect(nestedOf(readDrawio(text ?? region).graphs[0]!)).toBeDefined()
    const ids = [...(text ?? region).matchAll(/ id="(\w+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

test('boxes in boxes cost what they are worth', () => {
  const boxes = (count: number): string =>
    page(
      cell('region', ZONE, [0, 0, 4 * count, 4 * count], '1'),
      ...Array.from({ length: count }, (_, i) => {
        const [at, size] = [i + 1, 4 * count - 2 * i - 2] as const
        return cell(`b${i}`, OPEN, [at, at, size, size], 'region')
      }),
    )
  const count = runs(3_000)
  const { groups, nodes } = readDrawio(boxes(count)).graphs[0]!
  expect(groups.size + nodes.size).toBe(count + 1)
})
