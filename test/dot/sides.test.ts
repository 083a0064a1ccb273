/** `\l` and `\r`: lines of a label that stand left or right, in DOT, in draw.io and where no format can say so. */
import { expect, test } from 'vitest'
import { dot, readDot } from '../../converters/dot/index.js'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { convertWith } from '../../src/convert.js'
import { plainPages } from '../drawio/plain.js'

const nodeOf = (statement: string) => readDot(`digraph { ${statement} }`).graphs[0]!.nodes.get('a')!
const anew = async (statement: string): Promise<string> =>
  (await convertWith(dot, dot, `digraph { ${statement} }`, {})).text

test.each([
  ['one\\ltwo\\l', 'one\ntwo', 'one<BR ALIGN="LEFT"/>two<BR ALIGN="LEFT"/>'],
  ['one\\rtwo', 'one\ntwo', 'one<BR ALIGN="RIGHT"/>two'],
  ['one\\ntwo\\l\\lx\\n', 'one\ntwo\n\nx', 'one<BR/>two<BR ALIGN="LEFT"/><BR ALIGN="LEFT"/>x<BR/>'],
  ['\\N &lt;b&gt;\\l', 'a <b>', 'a &lt;b&gt;<BR ALIGN="LEFT"/>'],
  ['one\\ntwo\\n', 'one\ntwo', undefined],
  ['C:\\\\lib\\\\run', 'C:\\lib\\run', undefined],
])('the label "%s"', (written, text, source) => {
  const { label } = nodeOf(`a [label="${written}"]`)
  expect(label).toEqual(source === undefined ? { text } : { text, rich: { syntax: 'dot-html', source } })
})

test('a record keeps the sides of the lines in its fields', async () => {
  const record = 'a [shape=record, label="{<f0> left\\l | right\\r | int x\\lint y\\l | mid | }"];'
  const { label, fields } = nodeOf(record)
  expect(label.rich?.source).toBe(
    'left<BR ALIGN="LEFT"/>right<BR ALIGN="RIGHT"/>int x<BR ALIGN="LEFT"/>int y<BR ALIGN="LEFT"/>mid<BR/>',
  )
  expect(fields?.[0]?.children?.map(field => field.text)).toEqual([
    'left',
    'right',
    'int x\nint y',
    'mid',
    '',
  ])
  expect(await anew(record)).toContain('label="{<f0> left\\l | right\\r | int x\\lint y\\l | mid | }"')
})

test('draw.io draws them, and they come back; what somebody writes there instead counts', async () => {
  const source =
    'digraph { a [label="one\\ltwo is long\\l"]; b [shape=record label="{<f> left\\l|right\\r|x\\ly\\r|mid}"]; a -> b [label="e\\lee\\l"]; subgraph cluster_c { label="c\\rcc\\r"; d } }'
  const { text, messages } = await convertWith(dot, drawio, source, {})
  expect(messages.map(({ code }) => code).filter(code => code !== 'loss/node-order')).toEqual([])
  const cells = new Map(plainPages(text)[0]!.cells.map(cell => [cell.id, cell]))
  expect(cells.get('a')?.label).toBe('<div style="text-align: left">one<br>two is long</div>')
  expect(cells.get('c')?.label).toBe('<div style="text-align: right">c<br>cc</div>')
  expect(cells.get('edge-a-b')?.label).toBe('<div style="text-align: left">e<br>ee</div>')
  const sideOf = (id: string) => cells.get(id)?.style.find(entry => entry.startsWith('align='))
  expect(['b-f', 'b-3', 'b-4', 'b-5'].map(sideOf)).toEqual([
    'align=left',
    'align=right',
    undefined,
    undefined,
  ])
  const [was, now] = [readDot(source).graphs[0]!, readDrawio(text).graphs[0]!]
  for (const id of ['a', 'b']) expect(now.nodes.get(id)!.label).toEqual(was.nodes.get(id)!.label)
  const edited = readDrawio(text.replace('two is long', 'three')).graphs[0]!
  expect(edited.nodes.get('a')!.label.text).toBe('one\nthree')
})

test('what cannot say it, says so', async () => {
  const { messages } = await convertWith(
    dot,
    mermaid,
    'digraph { node [shape=box]; a [label="one\\ltwo\\l"] }',
    {},
  )
  expect(messages.map(({ code, severity, text }) => [code, severity, text])).toEqual([
    [
      'loss/rich-text',
      'info',
      'Not all lines of the label of node “a” stand in the middle; Mermaid cannot say so.',
    ],
  ])
})

test('HTML that says the same is the same label', () => {
  const html = nodeOf('a [label=<one<BR ALIGN="LEFT"/>two<BR ALIGN="LEFT"/>>]')
  expect(html.label).toEqual(nodeOf('a [label="one\\ltwo\\l"]').label)
  expect(html.extras.get('dot')?.get('label')).toEqual(
    new Map([
      ['html', 'one<BR ALIGN="LEFT"/>two<BR ALIGN="LEFT"/>'],
      ['was', 'one\\ltwo\\l'],
    ]),
  )
})
