/** Texts on a page that belong to nothing: notes in the graph, comments in texts, and in draw.io what they were. */
import { describe, expect, test } from 'vitest'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { convert } from '../../src/index.js'
import { bringBack } from '../../src/put/bring-back.js'
import { sameFormat } from '../laws/laws.js'

const page = (...cells: string[]): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel>`
const cell = (id: string, value: string, style: string, x: number, y: number, parent = '1'): string =>
  `<mxCell id="${id}" value="${value}" style="html=1;${style}" vertex="1" parent="${parent}"><mxGeometry x="${x}" y="${y}" width="80" height="40" as="geometry"/></mxCell>`
const line = (id: string, source: string, target: string): string =>
  `<mxCell id="${id}" style="html=1;" edge="1" parent="1" source="${source}" target="${target}"><mxGeometry relative="1" as="geometry"/></mxCell>`
const TEXT = 'text;strokeColor=none;fillColor=none;'

const flow = cell('a', 'Start', '', 0, 0) + cell('b', 'End', '', 200, 0) + line('e', 'a', 'b')
const note = cell('t', 'Draft of May&lt;br&gt;not yet agreed', TEXT, 0, 200)
const notesOf = (file: string, options = {}): string[] =>
  [...readDrawio(file, options).graphs[0]!.nodes.values()].filter(({ note }) => note).map(({ id }) => id)

describe('is a note', () => {
  test.each<[string, string]>([
    ['a text beside the flow', flow + note],
    [
      'a text without a border and a fill',
      flow + cell('t', 'Draft', 'strokeColor=none;fillColor=none;', 0, 200),
    ],
    [
      'a text in a group, below its title',
      `${flow}<mxCell id="g" value="Team" style="swimlane;html=1;" vertex="1" parent="1"><mxGeometry x="400" width="300" height="300" as="geometry"/></mxCell>` +
        cell('c', 'Step', '', 20, 60, 'g') +
        cell('t', 'Since 2020', TEXT, 150, 200, 'g'),
    ],
  ])('%s', async (_, cells) => {
    expect(notesOf(page(cells))).toEqual(['t'])
    expect(notesOf(page(cells), { infer: false })).toEqual([])
    expect(await sameFormat(drawio, page(cells))).toBeUndefined()
  })

  test('and said once for a page', () => {
    const more = ['u', 'v', 'w'].map((id, i) => cell(id, `Note ${id}`, TEXT, i * 100, 300)).join('')
    expect(readDrawio(page(flow, note, more)).messages).toEqual([
      expect.objectContaining({
        code: 'repair/inferred-note',
        text: '“Draft of May not yet agreed”, “Note u”, “Note v” and 1 more are texts that belong to nothing: notes, and no steps of the diagram; `-O infer=false` switches this off.',
      }),
    ])
  })
})

describe('is no note', () => {
  test.each<[string, string]>([
    ['a text that a line ends at', flow + note + line('f', 'b', 't')],
    [
      'a text that a line ends beside',
      `${flow + note}<mxCell id="f" style="html=1;" edge="1" parent="1" source="b"><mxGeometry relative="1" as="geometry"><mxPoint x="84" y="220" as="targetPoint"/></mxGeometry></mxCell>`,
    ],
    ['a box', flow + cell('t', 'Draft', '', 0, 200)],
    ['a text on a page of nothing but texts', note + cell('u', 'Another', TEXT, 0, 300)],
    [
      'a text with a link',
      `${flow}<UserObject id="t" label="Draft" link="https://x.org"><mxCell style="${TEXT}" vertex="1" parent="1"><mxGeometry y="200" width="80" height="40" as="geometry"/></mxCell></UserObject>`,
    ],
  ])('%s', (_, cells) => expect(notesOf(page(cells))).toEqual([]))
})

describe('in another format', () => {
  const file = page(flow, note)

  test('is a comment, with a message', async () => {
    const mermaid = await convert(file, { to: 'mermaid' })
    expect(mermaid.text).toBe(
      'flowchart\n    a[Start]\n    b[End]\n    a --> b\n    %% Draft of May\n    %% not yet agreed\n',
    )
    expect(mermaid.messages.filter(({ code }) => code === 'loss/note').map(({ text }) => text)).toEqual([
      'The text of node “t” belongs to nothing. In Mermaid it is a comment, and with `-O notes=node` a node.',
    ])
    const flowzap = await convert(file, { to: 'flowzap' })
    expect(flowzap.text.split('\n').slice(-3)).toEqual(['// Draft of May', '// not yet agreed', ''])
    const dot = await convert(file, { to: 'dot' })
    expect(dot.text).toContain('comment="Draft of May\nnot yet agreed"')
  })

  test.each([
    ['mermaid', 'Draft of May<br/>not yet agreed'],
    ['flowzap', 'label:"Draft of May not yet agreed"'],
    ['dot', 'label="Draft of May\\nnot yet agreed"'],
  ] as const)('is a node in %s where that is asked for', async (to, words) => {
    const { text } = await convert(file, { to, options: { notes: 'node' } })
    expect(text).toContain(words)
  })

  test('is what it was in JSON, and on the way back', async () => {
    const json = await convert(file, { to: 'json' })
    expect(json.text).toContain('"note": true')
    const { text } = await convert(json.text, { from: 'json', to: 'drawio' })
    expect(notesOf(text)).toEqual(['t'])
    expect(text).toContain('label="Draft of May&lt;br&gt;not yet agreed"')
  })

  test('that an edge leads to is a node', async () => {
    const json = (await convert(file, { to: 'json' })).text
    const edge = '"edges": ['
    const more = json.replace(edge, `${edge}{ "from": { "node": "b" }, "to": { "node": "t" } },`)
    const { text } = await convert(more, { from: 'json', to: 'mermaid' })
    expect(text).toContain('b --> t')
    expect(text).not.toContain('%%')
  })

  test.each([
    '%%{init: {"theme": "dark"}}%%',
    '@ base64',
    '<a title="x">y</a>',
    'end\u2028subgraph x',
    '*/ }',
    '"; a -> b; "',
  ])('%s means nothing there', async words => {
    const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
    const hostile = page(flow, cell('t', escaped, TEXT, 0, 200).replace('html=1;', ''))
    for (const to of ['mermaid', 'flowzap', 'dot'] as const) {
      const { text } = await convert(hostile, { to })
      const back = await convert(text, { from: to, to: 'json' })
      const { nodes, edges } = JSON.parse(back.text) as { nodes: unknown[]; edges: unknown[] }
      expect([to, nodes.length, edges.length]).toEqual([to, 2, 1])
    }
  })

  test('is there once when the page is brought back into the text', async () => {
    const { text } = await convert(file, { to: 'mermaid' })
    const edited = file.replace('value="Start"', 'value="Begin"')
    const back = bringBack(mermaid, text, drawio, readDrawio(edited).graphs)
    expect(back.text).toBe(text.replace('Start', 'Begin'))
  })
})
