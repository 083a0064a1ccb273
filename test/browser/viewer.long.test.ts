/** What draw.io's own viewer makes of files: by hand, and every template of the corpus. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { dot } from '../../converters/dot/index.js'
import { drawio } from '../../converters/drawio/index.js'
import { json } from '../../converters/json/index.js'
import { chromiumMissing, closeChromium } from '../../scripts/browser/chromium.js'
import { type Box, drawDrawio, type Point } from '../../scripts/browser/drawio.js'
import { tolerable } from '../../scripts/browser/fault.js'
import { findFaults } from '../../scripts/browser/faults.js'
import { convertWith } from '../../src/convert.js'
import { sample } from '../setup/runs.js'
import { cellsIn } from './cells.js'

const missing = chromiumMissing('draw.io viewer tests')
afterAll(closeChromium)

const page = (cells: string, attributes = '') =>
  `<diagram id="p" name="Page" ${attributes}><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel></diagram>`
const file = (...pages: string[]) => `<mxfile>${pages.join('')}</mxfile>`

function vertex(id: string, value: string, at: string, style = '', parent = '1') {
  const [x, y, width, height] = at.split(' ')
  const geometry = `<mxGeometry x="${x}" y="${y}" width="${width}" height="${height}" as="geometry"/>`
  return `<mxCell id="${id}" value="${value}" style="${style}whiteSpace=wrap;html=1;" vertex="1" parent="${parent}">${geometry}</mxCell>`
}

function edge(id: string, source: string, target: string, value = '', points = '', parent = '1') {
  const style = 'edgeStyle=orthogonalEdgeStyle;rounded=0;html=1;'
  const array = points === '' ? '' : `<Array as="points">${points}</Array>`
  return `<mxCell id="${id}" value="${value}" style="${style}" edge="1" parent="${parent}" source="${source}" target="${target}"><mxGeometry relative="1" as="geometry">${array}</mxGeometry></mxCell>`
}

// Two lanes with rotated titles, CJK, HTML, an object with attributes, a route with points relative to the pool.
const lane = 'swimlane;startSize=20;horizontal=0;'
const lanes = [
  vertex('pool', 'Pool', '40 40 620 240', `${lane}childLayout=stackLayout;horizontalStack=0;`),
  vertex('l1', 'User', '20 0 600 120', lane, 'pool'),
  vertex('l2', '承認者', '20 120 600 120', lane, 'pool'),
  vertex('a', 'Start &lt;b&gt;bold&lt;/b&gt;', '60 30 100 60', 'ellipse;', 'l1'),
  vertex('b', '確認する&lt;br&gt;二行目', '240 30 120 60', 'rounded=1;', 'l2'),
  '<object id="c" label="OK?" owner="me"><mxCell style="rhombus;html=1;" vertex="1" parent="l1"><mxGeometry x="440" y="20" width="100" height="80" as="geometry"/></mxCell></object>',
  edge('e1', 'a', 'b', 'go', '<mxPoint x="200" y="60"/><mxPoint x="200" y="180"/>', 'pool'),
  edge('e2', 'b', 'c'),
  '<mxCell id="e2l" value="head" style="edgeLabel;html=1;align=center;verticalAlign=middle;" vertex="1" connectable="0" parent="e2"><mxGeometry x="-0.5" relative="1" as="geometry"><mxPoint as="offset"/></mxGeometry></mxCell>',
].join('')

const rounded = (points: readonly { x: number; y: number }[]) =>
  points.map(({ x, y }) => [Math.round(x), Math.round(y)])

describe.skipIf(missing)('the viewer', () => {
  it('draws lanes, HTML labels, objects and routes where the file says', async () => {
    const drawing = await drawDrawio(file(page(lanes)))
    expect(drawing.errors).toEqual([])
    expect(drawing.refused).toEqual([])
    expect(drawing.cells).toEqual({ vertices: 7, edges: 2 })
    const boxes = new Map(drawing.vertices.map(({ id, box }) => [id, box]))
    expect(Object.fromEntries(boxes)).toEqual({
      pool: { x: 40, y: 40, width: 620, height: 240 },
      l1: { x: 60, y: 40, width: 600, height: 120 },
      l2: { x: 60, y: 160, width: 600, height: 120 },
      a: { x: 120, y: 70, width: 100, height: 60 },
      b: { x: 300, y: 190, width: 120, height: 60 },
      c: { x: 500, y: 60, width: 100, height: 80 },
    })
    const pool = drawing.vertices.find(({ id }) => id === 'pool')
    expect(pool).toMatchObject({
      lane: true,
      container: true,
      title: { x: 40, y: 40, width: 20, height: 240 },
    })
    const b = drawing.vertices.find(({ id }) => id === 'b')
    expect(b).toMatchObject({
      parent: 'l2',
      lane: false,
      container: false,
      label: { text: '確認する\n二行目' },
    })
    expect(findFaults(drawing)).toEqual({ faults: [], crossings: 0 })
  })

  it('gives the way and the labels of edges', async () => {
    const { edges } = await drawDrawio(file(page(lanes)))
    const [e1, e2] = edges
    expect(e1).toMatchObject({
      id: 'e1',
      parent: 'pool',
      source: 'a',
      target: 'b',
      labels: [{ id: 'e1', text: 'go' }],
    })
    expect(rounded(e1?.points ?? [])).toEqual([
      [220, 100],
      [240, 100],
      [240, 220],
      [300, 220],
    ])
    expect(e2).toMatchObject({ source: 'b', target: 'c', labels: [{ id: 'e2l', text: 'head' }] })
    // A label of its own line stands on it.
    const { box } = e1!.labels[0]!
    expect(Math.abs(box.x + box.width / 2 - 240)).toBeLessThan(2)
  })

  it('draws each page of several, also left of and above the origin', async () => {
    const text = file(page(lanes), page(vertex('x', 'only', '-50 -20 80 40')).replace('id="p"', 'id="q"'))
    const second = await drawDrawio(text, { page: 1 })
    expect(second).toMatchObject({ pages: 2, cells: { vertices: 1, edges: 0 }, errors: [] })
    expect(second.vertices[0]?.box).toEqual({ x: -50, y: -20, width: 80, height: 40 })
    const { label } = second.vertices[0]!
    expect(Math.abs(label!.box.x + label!.box.width / 2 - -10)).toBeLessThan(2)
    expect((await drawDrawio(text)).cells.vertices).toBe(7)
  })

  it('takes a bare model', async () => {
    const bare = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${vertex('x', 'x', '0 0 80 40')}</root></mxGraphModel>`
    expect(await drawDrawio(bare)).toMatchObject({ pages: 1, cells: { vertices: 1, edges: 0 }, errors: [] })
  })

  it('tells hidden cells from cells that it cannot draw', async () => {
    const cells = [
      vertex('a', 'a', '0 0 80 40'),
      vertex('b', 'b', '200 0 80 40').replace('vertex="1"', 'vertex="1" visible="0"'),
      // Without a geometry an edge is not drawn.
      '<mxCell id="e" edge="1" parent="1" source="a"/>',
    ]
    const drawing = await drawDrawio(file(page(cells.join(''))))
    expect(drawing).toMatchObject({ cells: { vertices: 2, edges: 1 }, hidden: ['b'], undrawn: ['e'] })
    expect(findFaults(drawing).faults).toMatchObject([{ kind: 'undrawn', cells: ['e'] }])
  })

  it('gives the reason where it refuses a file, and goes on with the next', async () => {
    const twice = vertex('a', 'a', '0 0 80 40') + vertex('a', 'a', '0 100 80 40')
    const refused = await drawDrawio(file(page(twice)))
    expect(refused.errors[0]).toContain('Duplicate ID')
    expect(refused.cells).toEqual({ vertices: 0, edges: 0 })
    expect((await drawDrawio(file(page(lanes)))).errors).toEqual([])
  })

  it('names what it could not load', async () => {
    const image = vertex('a', 'a', '0 0 80 40', 'shape=image;image=https://example.com/a.png;')
    expect((await drawDrawio(file(page(image)))).refused).toEqual(['https://example.com/a.png'])
  })

  it('finds each fault in a drawing that is full of them', async () => {
    const cells = [
      vertex('a', 'a', '0 0 80 40'),
      vertex('b', 'b', '300 0 80 40'),
      vertex('m', 'm', '150 0 80 40'),
      vertex('over', 'over', '60 20 60 40'),
      vertex('tight', 'unbreakable', '0 200 30 20'),
      vertex('g', 'g', '0 300 100 100', 'swimlane;startSize=30;'),
      vertex('under', 'x', '10 10 40 40', '', 'g'),
      vertex('beyond', 'x', '60 50 80 40', '', 'g'),
      edge('e', 'a', 'b', '', '<mxPoint x="120" y="10"/><mxPoint x="260" y="10"/>'),
      '<mxCell id="d" style="html=1;" edge="1" parent="1" source="a"><mxGeometry relative="1" as="geometry"><mxPoint x="40" y="120" as="targetPoint"/></mxGeometry></mxCell>',
    ]
    const { faults } = findFaults(await drawDrawio(file(page(cells.join('')))))
    const found = faults.map(({ kind, cells: ids }) => [kind, ...ids].join(' ')).sort()
    expect(found).toEqual([
      'dangling-edge d',
      'edge-through-vertex e m',
      'label-over-box tight',
      'outside-parent beyond g',
      'over-title under g',
      'siblings-overlap a over',
    ])
  })

  it('tells what draw.io’s own layouts would move', async () => {
    const cells = [
      vertex('t', '', '0 0 100 60', 'shape=table;startSize=0;container=1;childLayout=tableLayout;'),
      vertex('r', '', '0 0 100 60', 'shape=tableRow;horizontal=0;startSize=0;', 't'),
      vertex('c', 'c', '0 0 50 60', 'shape=partialRectangle;', 'r'),
      vertex('d', 'd', '60 0 40 60', 'shape=partialRectangle;', 'r'),
      vertex(
        's',
        '',
        '200 0 100 60',
        'container=1;childLayout=stackLayout;horizontalStack=0;resizeParent=0;',
      ),
      vertex('e', 'e', '0 0 100 30', '', 's'),
      vertex('f', 'f', '0 30 100 30', '', 's'),
    ]
    expect((await drawDrawio(file(page(cells.join(''))))).jumps).toEqual(['c', 'd'])
  })

  it('takes a box without fill around others for a frame', async () => {
    const cells = [
      vertex('a', 'a', '20 30 80 40'),
      vertex('loop', 'retry', '0 0 200 100', 'dashed=1;fillColor=none;verticalAlign=top;'),
      vertex('end', 'end', '220 30 80 40', 'fillColor=none;'),
      edge('e', 'a', 'end'),
    ]
    const drawing = await drawDrawio(file(page(cells.join(''))))
    expect(drawing.vertices.filter(({ frame }) => frame).map(({ id }) => id)).toEqual(['loop'])
    expect(findFaults(drawing).faults).toEqual([])
  })

  it('photographs a drawing at the wanted size', async () => {
    const { png } = await drawDrawio(file(page(lanes)), { png: { scale: 1 } })
    // Width and height stand in the header chunk of a PNG; the drawing has a margin of ten pixels on all sides.
    expect(png?.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect(Math.abs(png!.readUInt32BE(16) - 640)).toBeLessThan(4)
    expect(Math.abs(png!.readUInt32BE(20) - 260)).toBeLessThan(4)
  })
})

const records = (direction: string) => `digraph {
  rankdir=${direction}
  a [shape=record, label="<x> one|{two|{<y> three|four}|five}"]
  b [shape=Mrecord, label="{<x> title|{left|<y> right}}", penwidth=3, style=filled, fillcolor="#ffeecc"]
  c [shape=plain, label=<<TABLE><TR><TD>head</TD></TR><TR><TD PORT="x">k</TD><TD PORT="y">a long value</TD></TR></TABLE>>]
  d [shape=cylinder, label=<<TABLE><TR><TD PORT="x">1</TD><TD PORT="y">2</TD></TR></TABLE>>]
  a:x -> b:y; a:y -> c:y; b:x -> d:x; c:x -> d:y
}`

/** A class and an entity in two lanes. */
const classes = {
  diaglot: 1,
  title: null,
  directed: true,
  direction: 'LR',
  nodes: [
    {
      id: 'order',
      label: 'Order',
      shape: 'table',
      group: 'l1',
      fields: [
        { text: '', port: 'id', children: [{ text: 'PK' }, { text: 'id: int' }] },
        { text: '', port: 'by', children: [{ text: 'FK' }, { text: 'customer: int' }] },
      ],
    },
    {
      id: 'customer',
      label: 'Customer',
      shape: 'rounded',
      group: 'l2',
      fields: [{ text: '+ id: int', port: 'id' }, { text: '+ call()' }],
    },
  ],
  groups: [
    { id: 'l1', label: 'Shop', kind: 'lane', parent: null },
    { id: 'l2', label: 'Bank', kind: 'lane', parent: null },
  ],
  edges: [
    {
      from: { node: 'order', port: 'by' },
      to: { node: 'customer', port: 'id' },
      label: '',
      line: 'solid',
      arrows: { start: 'none', end: 'normal' },
    },
  ],
  loops: [],
}

describe.skipIf(missing)('records and tables', () => {
  const cases = [
    ...['TB', 'LR', 'BT'].map(
      way => [way, dot, records(way), ['a-x b-y', 'a-y c-y', 'b-x d-x', 'c-x d-y']] as const,
    ),
    ['lanes', json, JSON.stringify(classes), ['order-by customer-id']] as const,
  ]
  it.for(sample(cases, 2))(
    'are cells that lines end at, and stay as they are: %s',
    async ([, format, source, ends]) => {
      const { text } = await convertWith(format, drawio, source, {})
      const drawing = await drawDrawio(text)
      expect(drawing.errors).toEqual([])
      // Tables and stacks are laid out anew by draw.io at the first edit: nothing may move then.
      expect(drawing.jumps).toEqual([])
      const { faults } = findFaults(drawing)
      expect(faults.filter(({ kind }) => !tolerable.has(kind)).map(({ says }) => says)).toEqual([])
      expect(drawing.edges.map(({ source: from, target }) => `${from} ${target}`)).toEqual(ends)
      const boxes = new Map(drawing.vertices.map(({ id, box }) => [id, box]))
      for (const { source: from, target, points } of drawing.edges) {
        expect(onBorder(boxes.get(from!)!, points[0]!)).toBe(true)
        expect(onBorder(boxes.get(target!)!, points.at(-1)!)).toBe(true)
      }
    },
  )
})

function onBorder({ x, y, width, height }: Box, point: Point): boolean {
  const [left, top] = [Math.abs(point.x - x), Math.abs(point.y - y)]
  const [right, bottom] = [Math.abs(point.x - x - width), Math.abs(point.y - y - height)]
  const inside = point.x > x - 2 && point.x < x + width + 2 && point.y > y - 2 && point.y < y + height + 2
  return inside && Math.min(left, top, right, bottom) < 2
}

const templates = 'corpus/templates'
const drawn = existsSync(templates)
  ? readdirSync(templates)
      .map(slug => join(templates, slug, 'diagram.drawio'))
      .filter(path => existsSync(path))
  : []

describe.skipIf(missing || drawn.length === 0)('every template', () => {
  it.for(sample(drawn, 9))('is drawn whole and without fault: %s', async path => {
    const text = readFileSync(path, 'utf8')
    const drawing = await drawDrawio(text)
    expect(drawing.errors).toEqual([])
    expect(drawing.jumps).toEqual([])
    expect(drawing.cells).toEqual(cellsIn(text))
    expect(findFaults(drawing).faults.map(({ says }) => says)).toEqual([])
  })
})
