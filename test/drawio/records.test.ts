/** Records and tables: the cells that are written for fields, and the fields that cells are read as. */
import { describe, expect, test } from 'vitest'
import { dot } from '../../converters/dot/index.js'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { json } from '../../converters/json/index.js'
import { convertWith, writeWith } from '../../src/convert.js'
import { makeEdge, makeGraph, makeNode, nodeEnd } from '../../src/ir/build.js'
import { levelsOfFields } from '../../src/ir/field-levels.js'
import { type Field, type Graph, MAX_FIELD_LEVELS, type Node } from '../../src/ir/model.js'
import { roundTrip, sameFormat, textOf } from '../laws/laws.js'
import { counted, runs } from '../setup/runs.js'
import { growth, PROPORTION } from '../setup/work.js'

const drawn = async (source: string): Promise<string> => (await convertWith(dot, drawio, source, {})).text
const toDot = async (text: string): Promise<string> => (await convertWith(drawio, dot, text, {})).text

interface Cell {
  readonly id: string
  readonly parent: string
  readonly label: string
  readonly style: string
  /** x, y, width, height in what it stands in. */
  readonly box: readonly number[]
  readonly ends: readonly string[]
  readonly port: string | undefined
}

const UNESCAPED = { '&quot;': '"', '&lt;': '<', '&gt;': '>', '&amp;': '&', '&#10;': '\n' }
const unescaped = (text: string): string =>
  text.replace(/&(quot|lt|gt|amp|#10);/g, found => UNESCAPED[found as keyof typeof UNESCAPED])

function cellsOf(text: string): Cell[] {
  const attribute = (tag: string, name: string): string | undefined => {
    const found = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
    return found === undefined ? undefined : unescaped(found)
  }
  return [
    ...text.matchAll(
      /(<object [^>]*>\s*)?<mxCell [^>]*(vertex|edge)="1"[^>]*>\s*(<mxGeometry [^>]*>)(\s*<\/mxCell>\s*<diaglot [^>]*>)?/g,
    ),
  ].map(([tag, , , geometry, data]) => ({
    id: attribute(tag, 'id') ?? '',
    parent: attribute(tag, 'parent') ?? '',
    label: attribute(tag, 'label') ?? attribute(tag, 'value') ?? '',
    style: attribute(tag, 'style') ?? '',
    box: ['x', 'y', 'width', 'height'].map(name => Number(attribute(geometry!, name) ?? 0)),
    ends: [attribute(tag, 'source'), attribute(tag, 'target')].filter(end => end !== undefined),
    port: attribute(data ?? '', 'port'),
  }))
}

/** Cells by id, shortly: where they stand, what they show and how large they are. */
const shortly = (cells: readonly Cell[]) =>
  cells.map(({ id, parent, label, box }) => `${id} in ${parent}: ${label} [${box.join(' ')}]`)
const cellIn = (cells: readonly Cell[], id: string): Cell => cells.find(cell => cell.id === id)!

const CELL =
  'shape=partialRectangle;whiteSpace=wrap;html=1;strokeColor=inherit;fillColor=none;top=0;left=0;bottom=0;right=0;pointerEvents=1;'
/** draw.io takes a cell for a part of what it stands in where that is a table, or where the cell says so. */
const STACKED = `${CELL}part=1;`
const ROW =
  'shape=tableRow;horizontal=0;startSize=0;swimlaneHead=0;swimlaneBody=0;strokeColor=inherit;top=0;left=0;bottom=0;right=0;collapsible=0;dropTarget=0;fillColor=none;points=[[0,0.5],[1,0.5]];portConstraint=eastwest;'

describe('written', () => {
  test('a record of one level is one of draw.io’s tables, and lines end at its cells', async () => {
    const cells = cellsOf(
      await drawn(
        'digraph { node [shape=record]; a [label="one|<t> two"]; b [label="<u> x"]; a:t -> b:u; a -> b }',
      ),
    )
    expect(shortly(cells)).toEqual([
      'a in 1:  [52 52 80 30]',
      'a-row in a:  [0 0 80 30]',
      'a-1 in a-row: one [0 0 40 30]',
      'a-t in a-row: two [40 0 40 30]',
      'b in 1:  [82 136 40 30]',
      'b-row-u in b:  [0 0 40 30]',
      'b-u in b-row-u: x [0 0 40 30]',
      'edge-a-b in 1:  [0 0 0 0]',
      'edge-a-b_2 in 1:  [0 0 0 0]',
    ])
    expect(cells.map(({ style }) => style).slice(0, 4)).toEqual([
      'rounded=0;whiteSpace=wrap;html=1;shape=table;startSize=0;container=1;collapsible=0;childLayout=tableLayout;',
      ROW,
      CELL,
      CELL,
    ])
    expect(cells.filter(({ ends }) => ends.length > 0).map(({ ends }) => ends)).toEqual([
      ['a-t', 'b-u'],
      ['a', 'b'],
    ])
    expect(cells.map(({ id, port }) => port && [id, port]).filter(Boolean)).toEqual([
      ['a-t', 't'],
      ['b-u', 'u'],
    ])
  })

  test('fields stand below each other where the diagram flows across, and rows of cells in line', async () => {
    const record = cellsOf(await drawn('digraph { rankdir=LR; a [shape=record, label="one|<t> two"] }'))
    expect(shortly(record).slice(1)).toEqual([
      'a-row-1 in a:  [0 0 40 30]',
      'a-1 in a-row-1: one [0 0 40 30]',
      'a-row-t in a:  [0 30 40 30]',
      'a-t in a-row-t: two [0 0 40 30]',
    ])
    const table = cellsOf(
      await drawn(
        'digraph { t [shape=plain, label=<<TABLE><TR><TD PORT="k">key</TD><TD>a</TD></TR><TR><TD>k</TD><TD>some value</TD></TR></TABLE>>] }',
      ),
    )
    expect(shortly(table).slice(1)).toEqual([
      't-1 in t:  [0 0 120 30]',
      't-k in t-1: key [0 0 40 30]',
      't-3 in t-1: a [40 0 80 30]',
      't-4 in t:  [0 30 120 30]',
      't-5 in t-4: k [0 0 40 30]',
      't-6 in t-4: some value [40 0 80 30]',
    ])
    expect(cellIn(table, 't').style).toMatch(/shape=table;startSize=0;/)
  })

  test('fields in fields are stacks in stacks, exactly filled', async () => {
    const cells = cellsOf(await drawn('digraph { a [shape=record, label="a|{b|{c|<d> d}|e}"]; a:d -> x }'))
    expect(shortly(cells).slice(1, 8)).toEqual([
      'a-1 in a: a [0 0 30 90]',
      'a-2 in a:  [30 0 60 90]',
      'a-3 in a-2: b [0 0 60 30]',
      'a-4 in a-2:  [0 30 60 30]',
      'a-5 in a-4: c [0 0 30 30]',
      'a-d in a-4: d [30 0 30 30]',
      'a-7 in a-2: e [0 60 60 30]',
    ])
    expect(cellIn(cells, 'a').style).toMatch(/childLayout=stackLayout;horizontalStack=1;/)
    expect(cellIn(cells, 'a-2').style).toMatch(/left=1;.*childLayout=stackLayout;horizontalStack=0;/)
    expect(cellIn(cells, 'a-4').style).toMatch(/top=1;.*childLayout=stackLayout;horizontalStack=1;/)
    expect(cellIn(cells, 'a-5').style).toBe(STACKED)
    expect(cellIn(cells, 'edge-a-x').ends).toEqual(['a-d', 'x'])
  })

  test('colours, fonts and rounded corners are the node’s', async () => {
    const cells = cellsOf(
      await drawn(
        'digraph { a [shape=Mrecord, label="a|b", color=red, fontcolor=blue, fontsize=14, style=filled, fillcolor="#ffeecc", penwidth=2] }',
      ),
    )
    expect(cellIn(cells, 'a').style).toMatch(
      /^rounded=1;absoluteArcSize=1;arcSize=10;.*fillColor=#ffeecc;strokeColor=red;.*childLayout=stackLayout/,
    )
    expect(cellIn(cells, 'a-1').style).toBe(`${STACKED}fontColor=blue;fontSize=14;`)
    expect(cellIn(cells, 'a-2').style).toBe(
      `${STACKED.replace('left=0', 'left=1')}strokeWidth=2;fontColor=blue;fontSize=14;`,
    )
  })

  test('a title stands in the strip of a table or stack', async () => {
    const titled = (fields: Field[], shape: Node['shape'] = 'table') =>
      textOf(drawio, graphOf({ shape, label: { text: 'Order' }, fields }))
    const grid = cellsOf(await titled([{ text: 'id' }, { text: 'sum' }]))
    expect(cellIn(grid, 'a')).toMatchObject({
      label: 'Order',
      style: expect.stringContaining('shape=table;startSize=30;'),
    })
    expect(shortly(grid).slice(1)).toEqual([
      'a-row-1 in a:  [0 30 60 30]',
      'a-1 in a-row-1: id [0 0 60 30]',
      'a-row-2 in a:  [0 60 60 30]',
      'a-2 in a-row-2: sum [0 0 60 30]',
    ])
    const stack = cellsOf(await titled([{ text: 'id' }, { text: 'sum' }], 'rounded'))
    expect(cellIn(stack, 'a').style).toMatch(
      /rounded=1;.*shape=swimlane;startSize=30;.*childLayout=stackLayout/,
    )
    expect(shortly(stack).slice(1)).toEqual(['a-1 in a: id [0 30 60 30]', 'a-2 in a: sum [0 60 60 30]'])
  })

  test('other shapes have the fields in a frame inside of them', async () => {
    const cells = cellsOf(
      await drawn(
        'digraph { a [shape=ellipse, label=<<TABLE><TR><TD PORT="p">x</TD></TR><TR><TD>y</TD></TR></TABLE>>]; a:p -> b }',
      ),
    )
    expect(cells.slice(0, 6).map(({ id, parent }) => [id, parent])).toEqual([
      ['a', '1'],
      ['a-fields', 'a'],
      ['a-row-p', 'a-fields'],
      ['a-p', 'a-row-p'],
      ['a-row-2', 'a-fields'],
      ['a-2', 'a-row-2'],
    ])
    expect(cellIn(cells, 'a').style).toMatch(/^ellipse;/)
    expect(cellIn(cells, 'a-fields').style).toMatch(/shape=table;/)
    expect(cellIn(cells, 'edge-a-b').ends).toEqual(['a-p', 'b'])
  })

  test('a line from one field of a record to another stands in what holds both', async () => {
    const cells = cellsOf(
      await drawn('digraph { a [shape=record, label="<x> x|{<y> y|<z> z}"]; a:x -> a:y; a:y -> a:z }'),
    )
    expect(cells.filter(({ ends }) => ends.length > 0).map(({ ends, parent }) => [...ends, parent])).toEqual([
      ['a-y', 'a-z', 'a-2'],
      ['a-x', 'a-y', 'a'],
    ])
  })

  test('a port that is no field’s stays beside the line', async () => {
    const text = await drawn('digraph { a:nowhere -> b }')
    expect(text).toContain('source="a" target="b"')
    expect(readDrawio(text).graphs[0]!.edges[0]!.from).toMatchObject({ id: 'a', port: 'nowhere' })
  })
})

function graphOf(node: Partial<Node>, ...ports: string[]): Graph {
  const a = makeNode({ id: 'a', shape: 'record', ...node })
  const b = makeNode({ id: 'b', shape: 'rectangle', label: { text: 'b' } })
  const edges = ports.map(port =>
    makeEdge({ from: nodeEnd('a', 'none', { port }), to: nodeEnd('b', 'normal') }),
  )
  return makeGraph({
    direction: 'TB',
    nodes: new Map([['a', a], ...(ports.length > 0 ? [['b', b] as const] : [])]),
    edges,
  })
}

describe('what a person edits', () => {
  const source =
    'digraph { node [shape=record]; a [label="<x> one|{<y> two|three}"]; b [label="<u> u|<v> v"]; a:x -> b:u }'
  const back = async (edit: (text: string) => string): Promise<Graph> => {
    const before = await drawn(source)
    const after = edit(before)
    expect(after).not.toBe(before)
    expect(await sameFormat(drawio, after)).toBeUndefined()
    const { graphs, messages } = readDrawio(after)
    expect(messages).toEqual([])
    return graphs[0]!
  }
  const fields = (graph: Graph, id: string) => graph.nodes.get(id)!.fields
  const element = (text: string, id: string): string =>
    new RegExp(` *<(object|mxCell)[^>]* id="${id}"[\\s\\S]*?</\\1>\\n`).exec(text)![0]

  test('a text', async () => {
    const graph = await back(text => text.replace('label="two"', 'label="&lt;b&gt;2&lt;/b&gt;"'))
    expect(fields(graph, 'a')).toEqual([
      { text: 'one', port: 'x' },
      { text: '', children: [{ text: '2', port: 'y' }, { text: 'three' }] },
    ])
    expect(graph.nodes.get('a')!.label).toEqual({ text: 'one\n2\nthree' })
  })

  test('a field that is gone', async () => {
    const graph = await back(text => text.replace(element(text, 'a-y'), ''))
    expect(fields(graph, 'a')).toEqual([
      { text: 'one', port: 'x' },
      { text: '', children: [{ text: 'three' }] },
    ])
  })

  test('all fields that are gone', async () => {
    const graph = await back(text =>
      ['a-x', 'a-2', 'a-y', 'a-4', 'edge-a-b'].reduce(
        (rest, id) => rest.replace(element(rest, id), ''),
        text,
      ),
    )
    expect(graph.nodes.get('a')).toMatchObject({ shape: 'record', label: { text: '' } })
    expect(fields(graph, 'a')).toBeUndefined()
  })

  test('a new row of a table, as draw.io inserts it', async () => {
    const row = `<mxCell id="aBcDeFgHiJkLmNoPqRsT-1" style="${ROW}" vertex="1" parent="b"><mxGeometry y="30" width="60" height="30" as="geometry"/></mxCell>`
    const cell = (n: number, value: string) =>
      `<mxCell id="aBcDeFgHiJkLmNoPqRsT-${n}" value="${value}" style="${CELL}" vertex="1" parent="aBcDeFgHiJkLmNoPqRsT-1"><mxGeometry x="${30 * (n - 2)}" width="30" height="30" as="geometry"/></mxCell>`
    const graph = await back(text => text.replace(/ *<\/root>/, `${row}${cell(2, 'w')}${cell(3, '')}\n$&`))
    expect(fields(graph, 'b')).toEqual([
      {
        text: '',
        children: [
          {
            text: '',
            children: [
              { text: 'u', port: 'u' },
              { text: 'v', port: 'v' },
            ],
          },
          { text: '', children: [{ text: 'w' }, { text: '' }] },
        ],
      },
    ])
    expect(graph.edges[0]!.to).toMatchObject({ id: 'b', port: 'u' })
  })

  test('a copied field, which has no port of its own', async () => {
    const copy = `<object label="one" diaglot-port="x" id="aBcDeFgHiJkLmNoPqRsT-1"><mxCell style="${CELL}" vertex="1" parent="a"><mxGeometry x="90" width="40" height="60" as="geometry"/></mxCell></object>`
    const graph = await back(text => text.replace(/ *<\/root>/, `${copy}\n$&`))
    expect(fields(graph, 'a')!.map(({ port }) => port)).toEqual(['x', undefined, undefined])
  })

  test('a line that ends at another field, at a field without a port, or at the whole', async () => {
    const [other, portless, whole] = await Promise.all(
      ['b-v', 'a-4', 'b'].map(target => back(text => text.replace('target="b-u"', `target="${target}"`))),
    )
    expect(other!.edges[0]!.to).toMatchObject({ id: 'b', port: 'v' })
    expect(portless!.edges[0]!.to).toMatchObject({ id: 'a', port: '4' })
    expect(fields(portless!, 'a')![1]!.children![1]).toEqual({ text: 'three', port: '4' })
    expect(whole!.edges[0]!.to).toEqual({ kind: 'node', id: 'b', arrow: 'normal' })
  })

  test('a colour or a width stays in draw.io', async () => {
    const edit = (text: string): string =>
      text.replace(/(id="a-x">\s*<mxCell style="[^"]*?)fillColor=none/, '$1fillColor=#ffcc00')
    const graph = await back(edit)
    const again = await textOf(drawio, graph)
    expect(cellIn(cellsOf(again), 'a-x').style).toContain('fillColor=#ffcc00')
    expect(await toDot(edit(await drawn(source)))).toBe(
      'digraph {\n  node [shape=record];\n  a [label="<x> one | {<y> two | three}"];\n  b [label="<u> u | <v> v"];\n  a:x -> b:u;\n}\n',
    )
  })
})

describe('what a stranger may write', () => {
  const nested = (depth: number): Field => {
    let field: Field = { text: 'bottom', port: 'deep' }
    for (let i = 0; i < depth; i++) field = { text: '', children: [field, { text: `${i}` }] }
    return field
  }

  test('as many levels as fields nest: below a few, the text alone is shown', async () => {
    const graph = graphOf({ label: { text: 'x' }, fields: [nested(MAX_FIELD_LEVELS - 1)] }, 'deep')
    const text = await textOf(drawio, graph)
    const [back] = readDrawio(text).graphs
    expect(back!.nodes.get('a')!.fields).toEqual(graph.nodes.get('a')!.fields)
    expect(levelsOfFields(back!.nodes.get('a')!.fields!)).toBe(MAX_FIELD_LEVELS)
    expect(back!.edges[0]!.from).toMatchObject({ id: 'a', port: 'deep' })
    expect(cellsOf(text).length).toBeLessThan(20)
  })

  test.each([MAX_FIELD_LEVELS, 10_000])('%i levels and one more are no fields of the model', async depth => {
    const graph = graphOf({ label: { text: 'x' }, fields: [nested(depth)] }, 'deep')
    const { text, messages } = await writeWith(drawio, [graph])
    expect(messages.map(({ code }) => code)).toEqual(['graph/nesting'])
    expect(readDrawio(text).graphs).toEqual([])
  })

  test('what someone drew deeper than fields nest is text of the field around it', () => {
    const box = (id: string, parent: string, label: string, layout = '') =>
      `<mxCell id="${id}" value="${label}" style="shape=partialRectangle;html=1;${layout}" vertex="1" parent="${parent}"><mxGeometry width="9" height="9" as="geometry"/></mxCell>`
    const stack = 'childLayout=stackLayout;'
    const cells = Array.from({ length: 2000 }, (_, i) => box(`c${i}`, i === 0 ? 't' : `c${i - 1}`, '', stack))
    const table = `<mxCell id="t" value="" style="shape=table;startSize=0;childLayout=tableLayout;html=1;" vertex="1" parent="1"><mxGeometry width="9" height="9" as="geometry"/></mxCell>`
    const page = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${table}${cells.join('')}${box('last', 'c1999', 'at last')}</root></mxGraphModel>`
    const { graphs } = readDrawio(page)
    const fields = graphs[0]!.nodes.get('t')!.fields!
    expect(levelsOfFields(fields)).toBe(MAX_FIELD_LEVELS - 1)
    let [field] = fields
    while (field?.children) [field] = field.children
    expect(field!.text).toBe('at last')
  })

  test('thousands of fields, at a cost in proportion', async () => {
    const through = async (count: number) => {
      const fields = Array.from({ length: count }, (_, i) => ({ text: `f${i}`, port: `p${i}` }))
      const label = { text: fields.map(({ text }) => text).join('\n') }
      const graph = graphOf({ label, fields }, 'p0', `p${count - 1}`)
      expect(await roundTrip(drawio, graph)).toBeUndefined()
    }
    expect(await growth(counted(250), through)).toBeLessThan(PROPORTION)
    await through(runs(5_000))
  })

  test.each([
    ['names of objects', ['__proto__', 'constructor', 'toString']],
    ['the same port twice', ['p', 'p', 'p_2']],
    ['numbers of other fields', ['2', '1', '']],
    ['ids of other cells', ['row', 'fields', 'row-1']],
    ['what no attribute holds', ['\u0000', 'a\nb', ' ']],
    ['long ones', ['x'.repeat(5000), 'x'.repeat(4999)]],
  ])('ports that are %s', async (_, ports) => {
    const fields = [...ports.map(port => ({ text: 't', port })), { text: 'plain' }]
    const whole = graphOf({ label: { text: 'T' }, fields }, ...ports.filter(port => port !== ''))
    const nodes = new Map([
      ...whole.nodes,
      ...['a-p', 'a-row', 'a-2'].map(id => [id, makeNode({ id, shape: 'circle' })] as const),
    ])
    for (const shape of ['record', 'table', 'hexagon'] as const) {
      const node = { ...whole.nodes.get('a')!, shape }
      expect(await roundTrip(drawio, { ...whole, nodes: new Map([...nodes, ['a', node]]) })).toBeUndefined()
    }
  })

  test('cells in a document that are no cells of the node count for nothing', async () => {
    const part = (id: string, more = '') =>
      `<mxCell id="${id}" value="one" style="text;html=1;" vertex="1"${more}><mxGeometry width="80" height="20" as="geometry"/></mxCell>`
    const geometry = new Map(Object.entries({ x: 0, y: 0, width: 80, height: 40 }))
    const held = async (parts: unknown) => {
      const document = new Map([
        ['drawio', new Map<string, never>(Object.entries({ geometry, parts, look: 'down' }) as never)],
      ])
      const graph = graphOf({ shape: 'table', label: { text: 'one' }, fields: [{ text: 'one' }], document })
      expect(await roundTrip(drawio, graph)).toBeUndefined()
      return cellsOf(await textOf(drawio, graph)).map(({ id }) => id)
    }
    expect(await held([part('mine')])).toEqual(['a', 'mine'])
    const ours = ['a', 'a-row-1', 'a-1']
    for (const parts of [
      [],
      7,
      ['<b/>'],
      [part('0')],
      [part('x'), part('x')],
      [part('x', ' parent="y"')],
      [part('x', ' parent="x"')],
      [part('x').replace('one', 'two')],
    ])
      expect(await held(parts)).toEqual(ours)
  })
})

describe('read from files that others drew', () => {
  const page = (...cells: string[]): string =>
    `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel>`
  const cell = (id: string, value: string, style: string, parent = '1', more = ''): string =>
    `<mxCell id="${id}" value="${value}" style="${style}" vertex="1" parent="${parent}"${more}><mxGeometry width="80" height="20" as="geometry"/></mxCell>`
  const line = (id: string, source: string, target: string): string =>
    `<mxCell id="${id}" edge="1" parent="1" source="${source}" target="${target}"><mxGeometry relative="1" as="geometry"/></mxCell>`
  const read = async (...cells: string[]) => {
    expect(await sameFormat(drawio, page(...cells))).toBeUndefined()
    const graph = readDrawio(page(...cells)).graphs[0]!
    const text = (field: Field): unknown =>
      field.children
        ? field.children.map(text)
        : field.port === undefined
          ? field.text
          : `${field.port}: ${field.text}`
    return {
      nodes: [...graph.nodes.values()].map(({ id, label, fields }) => [id, label.text, fields?.map(text)]),
      groups: [...graph.groups.keys()],
      edges: graph.edges.map(({ from, to }) => [from.id, from.port, to.id, to.port]),
      kept: graph.extras.get('drawio')?.get('cells'),
    }
  }
  const STACK = 'swimlane;childLayout=stackLayout;startSize=30;horizontal=1;horizontalStack=0;html=1;'
  const OLD_ROW =
    'shape=partialRectangle;collapsible=0;dropTarget=0;pointerEvents=0;fillColor=none;top=0;left=0;bottom=1;right=0;'

  test('an entity of the older kind, with keys in cells of its rows', async () => {
    expect(
      await read(
        cell('t', 'Users', STACK),
        cell('r', '', OLD_ROW, 't'),
        cell('k', 'PK', 'shape=partialRectangle;html=1;connectable=0;', 'r'),
        cell('c', 'id', 'shape=partialRectangle;html=1;connectable=0;', 'r'),
        cell('x', 'X', 'rounded=0;html=1;'),
        line('e', 'r', 'x'),
      ),
    ).toEqual({
      nodes: [
        ['t', 'Users', [['PK', 'id']]],
        ['x', 'X', undefined],
      ],
      groups: [],
      edges: [['t', 'r', 'x', undefined]],
      kept: undefined,
    })
  })

  test('a list; decoration in a row; a line between two rows; a line at the icon of a row', async () => {
    const badge =
      '<mxCell id="i" style="shape=image;" vertex="1" parent="b"><mxGeometry x="1" width="16" height="16" relative="1" as="geometry"/></mxCell>'
    expect(
      await read(
        cell('l', 'List', STACK),
        cell('a', 'Item 1', 'text;html=1;', 'l'),
        cell('b', 'Item &lt;i&gt;2&lt;/i&gt;', 'text;html=1;', 'l'),
        badge,
        line('e', 'a', 'b'),
        line('f', 'i', 'l'),
      ),
    ).toEqual({
      nodes: [['l', 'List', ['a: Item 1', 'b: Item 2']]],
      groups: [],
      edges: [
        ['l', 'a', 'l', 'b'],
        ['l', 'b', 'l', undefined],
      ],
      kept: undefined,
    })
  })

  test('a swimlane whose stack holds a shape is a lane, and an empty table a box', async () => {
    const found = await read(
      cell('s', 'Lane', STACK),
      cell('a', 'text', 'text;html=1;', 's'),
      cell('b', 'Box', 'rounded=1;html=1;', 's'),
      cell('t', 'T', 'shape=table;childLayout=tableLayout;startSize=30;html=1;'),
    )
    expect(found.groups).toEqual(['s'])
    expect(found.nodes).toEqual([
      ['a', 'text', undefined],
      ['b', 'Box', undefined],
      ['t', 'T', undefined],
    ])
  })

  test('a class becomes a table with ports in DOT, its name the first row', async () => {
    const text = page(
      cell('c', 'Order', STACK),
      cell('m', '+ pay()', 'text;html=1;', 'c'),
      cell('x', 'X', 'html=1;'),
      line('e', 'm', 'x'),
    )
    expect((await toDot(text)).split('\n').slice(1, 4)).toEqual([
      '  c [label=<<TABLE BORDER="0" CELLBORDER="1" CELLSPACING="0"><TR><TD>Order</TD></TR><TR><TD PORT="m">+ pay()</TD></TR></TABLE>>, shape=plain];',
      '  x [label=X, shape=box];',
      '  c:m -> x;',
    ])
    const { messages } = await convertWith(drawio, dot, text, {})
    expect(messages.filter(({ code }) => code === 'loss/fields').map(said => said.text)).toEqual([
      'Graphviz DOT has no titles above fields: the title of node “c” is its first field now.',
    ])
    expect((await convertWith(drawio, json, text, {})).text).toContain('"label": "Order"')
  })
})
