/** Tables of Graphviz's HTML labels in draw.io: the looks of their cells, and cells that take several rows or columns. */
import { expect, test } from 'vitest'
import { dot, readDot } from '../../converters/dot/index.js'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { svg } from '../../converters/svg/index.js'
import { convertWith } from '../../src/convert.js'
import { tableOfDotHtml } from '../../src/text/rich/dot-table.js'
import { placesOf } from '../../src/text/rich/table.js'
import { plainPages } from './plain.js'

interface Drawn {
  readonly label: string
  readonly style: ReadonlyMap<string, string>
  /** On the page, from the node's corner: x, y, width, height. */
  readonly box: readonly number[]
}

/** The cells in the node `t`, by their ids without its name. */
async function drawn(table: string, more = ''): Promise<Map<string, Drawn>> {
  const { text } = await convertWith(dot, drawio, `digraph { t [shape=plain label=<${table}>] ${more} }`, {})
  const cells = new Map(plainPages(text)[0]!.cells.map(cell => [cell.id, cell]))
  const found = new Map<string, Drawn>()
  for (const [id, { label, style, geometry }] of cells) {
    if (!id.startsWith('t-')) continue
    let [x, y] = [0, 0]
    for (let at = id; at !== 't'; at = cells.get(at)!.parent) {
      x += Number(cells.get(at)!.geometry!.x)
      y += Number(cells.get(at)!.geometry!.y)
    }
    const pairs = style.map(entry => entry.split('=') as [string, string])
    const size = [Number(geometry!.width), Number(geometry!.height)]
    found.set(id.slice(2), { label, style: new Map(pairs), box: [x, y, ...size] })
  }
  return found
}

const boxesOf = (cells: ReadonlyMap<string, Drawn>, ...labels: string[]) =>
  labels.map(label => [...cells.values()].find(cell => cell.label === label)?.box)

test('a cell over two rows, and the colour of another', async () => {
  const cells = await drawn(
    '<table><tr><td rowspan="2">A</td><td bgcolor="yellow">B</td></tr><tr><td>C</td></tr></table>',
  )
  expect(boxesOf(cells, 'A', 'B', 'C')).toEqual([
    [0, 0, 30, 60],
    [30, 0, 30, 30],
    [30, 30, 30, 30],
  ])
  const fills = [...cells.values()]
    .filter(({ label }) => label !== '')
    .map(({ style }) => style.get('fillColor'))
  expect(fills).toEqual(['none', 'yellow', 'none'])
})

test('a cell over two columns, and one that cells around it leave in the middle', async () => {
  const cells = await drawn(
    '<TABLE><TR><TD COLSPAN="2">a</TD><TD ROWSPAN="2">b</TD></TR><TR><TD ROWSPAN="2">c</TD><TD>d</TD></TR><TR><TD COLSPAN="2">e</TD></TR></TABLE>',
  )
  expect(boxesOf(cells, 'a', 'b', 'c', 'd', 'e')).toEqual([
    [0, 0, 60, 30],
    [60, 0, 30, 60],
    [0, 30, 30, 60],
    [30, 30, 30, 30],
    [30, 60, 60, 30],
  ])
})

test('formatted texts, sides and the colour of the whole table', async () => {
  const cells = await drawn(
    '<B><TABLE BGCOLOR="#EEEEEE"><TR><TD><FONT COLOR="red">x</FONT></TD><TD ALIGN="LEFT">y</TD></TR><TR><TD BGCOLOR="pink:red">z<BR ALIGN="RIGHT"/>zz<BR ALIGN="RIGHT"/></TD><TD BALIGN="LEFT">w<BR/>ww</TD></TR></TABLE></B>',
  )
  const shown = [...cells.values()].filter(({ label }) => label !== '')
  expect(shown.map(({ label }) => label)).toEqual([
    '<font color="red"><b>x</b></font>',
    '<b>y</b>',
    '<b>z</b><br><b>zz</b>',
    '<b>w</b><br><b>ww</b>',
  ])
  expect(shown.map(({ style }) => style.get('fillColor'))).toEqual(['#eeeeee', '#eeeeee', 'pink', '#eeeeee'])
  expect(shown.map(({ style }) => style.get('align'))).toEqual([undefined, 'left', 'right', 'left'])
})

test('the label and the fields come back as they were, until somebody writes something else into a cell', async () => {
  const source =
    'digraph { t [shape=plain label=<<TABLE><TR><TD ROWSPAN="2" PORT="p">A</TD><TD BGCOLOR="yellow"><B>B</B></TD></TR><TR><TD>C</TD></TR></TABLE>>]; t:p -> u }'
  const { text } = await convertWith(dot, drawio, source, {})
  const [was, now] = [readDot(source).graphs[0]!, readDrawio(text).graphs[0]!]
  const node = now.nodes.get('t')!
  expect(node.label).toEqual(was.nodes.get('t')!.label)
  expect(node.fields).toEqual([
    { text: '', children: [{ text: 'A', port: 'p' }, { text: 'B' }] },
    { text: 'C' },
  ])
  expect(node.extras.get('drawio')).toBeUndefined()
  expect(now.edges[0]!.from).toMatchObject({ id: 't', port: 'p' })
  const edited = readDrawio(text.replace('value="C"', 'value="Z"')).graphs[0]!.nodes.get('t')!
  expect(edited.label).toEqual({ text: 'A\nB\nZ' })
})

test('tables in cells, pictures and a cell that reaches below the table stay within bounds', async () => {
  expect(
    tableOfDotHtml('<table><tr><td><table><tr><td>x</td></tr></table></td></tr></table>'),
  ).toBeUndefined()
  expect(tableOfDotHtml('<table><tr><td><img src="a.png"/></td></tr></table>')).toBeUndefined()
  expect(tableOfDotHtml('text <table><tr><td>x</td></tr></table>')).toBeUndefined()
  expect(tableOfDotHtml('<b>no table</b>')).toBeUndefined()
  const rows = tableOfDotHtml(
    '<table><tr><td rowspan="9" colspan="x">a</td><td rowspan="0">b</td></tr></table>',
  )!
  expect(placesOf(rows)).toEqual([
    [
      { row: 0, column: 0, rows: 1, columns: 1 },
      { row: 0, column: 1, rows: 1, columns: 1 },
    ],
  ])
  const cells = await drawn('<table><tr><td>x</td><td><table><tr><td>y</td></tr></table></td></tr></table>')
  expect([...cells.values()].map(({ label }) => label)).toContain('y')
})

test('cells have the colour of their borders, their own or that of the table', async () => {
  const cells = await drawn(
    '<table color="red"><tr><td>A</td><td color="#00ff00">B</td></tr><tr><td>C</td><td>D</td></tr></table>',
  )
  const borders = [...cells.values()]
    .filter(({ label }) => label !== '')
    .map(({ style }) => [style.get('strokeColor'), style.get('top'), style.get('right')])
  expect(borders).toEqual([
    ['red', '1', '1'],
    ['#00ff00', '1', '1'],
    ['red', '1', '1'],
    ['red', '1', '1'],
  ])
  const plain = await drawn('<table><tr><td>A</td><td>B</td></tr></table>')
  expect([...plain.values()].map(({ style }) => style.get('strokeColor'))).toEqual([
    'inherit',
    'inherit',
    'inherit',
  ])
})

test('a picture has those colours, too', async () => {
  const source =
    'digraph { t [shape=plain label=<<table color="red"><tr><td>A</td><td>B</td></tr></table>>] }'
  const { files } = await convertWith(dot, svg, source)
  expect(files[0]?.text.match(/<rect [^>]*stroke="red"/g)).toHaveLength(2)
})
