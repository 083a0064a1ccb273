/**
 * JSON files and carried data that earlier versions wrote have in `extras.drawio` what is of the document today: where things stand,
 * their order, the words of their labels. Written as draw.io again they give every cell of the file that they were read from.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drawio } from '../../converters/drawio/index.js'
import { ofToday } from '../../converters/drawio/of-earlier.js'
import { json, readJson } from '../../converters/json/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { convertWith } from '../../src/convert.js'
import { differences } from './same-cells.js'

const FOLDER = 'test/drawio/earlier'
const files = readdirSync(FOLDER)
const fileOf = (name: string): string => readFileSync(`corpus/drawio/${name.split('.')[0]}.drawio`, 'utf8')

test('there are some', () => expect(files.length).toBeGreaterThan(10))

test.each(files)('%s', async name => {
  const text = readFileSync(`${FOLDER}/${name}`, 'utf8')
  const back = await convertWith(name.endsWith('.json') ? json : mermaid, drawio, text)
  expect(differences(fileOf(name), back.text)).toEqual([])
  // What was carried came back, and nothing else is said.
  expect(back.messages.map(({ code }) => code)).toEqual(name.endsWith('.json') ? [] : ['repair/restored'])
})

test('a title in a cell of its own, which stood among the other cells of the page', async () => {
  const cell = (id: string, value: string, style: string, parent: string, place: string): string =>
    `<mxCell id="${id}" value="${value}" style="${style}" vertex="1" parent="${parent}"><mxGeometry ${place} as="geometry"/></mxCell>`
  const title = cell('t', 'Shop', 'text;html=1;', 'f', 'x="10" y="4" width="80" height="20"')
  const file = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="9" value="Notes" parent="0"/>${[
    cell('f', '', 'rounded=0;container=1;html=1;', '1', 'x="0" y="0" width="300" height="200"'),
    cell('n', 'spare', 'shape=note;html=1;', '9', 'x="400" width="80" height="60"'),
    title,
    cell('a', 'Ask', 'html=1;', 'f', 'x="20" y="60" width="80" height="40"'),
  ].join('')}</root></mxGraphModel>`
  const drawn = (x: number, y: number, width: number, height: number, more = {}) => ({
    drawio: { geometry: { x, y, width, height }, style: 'html=1;', ...more },
  })
  const text = JSON.stringify({
    diaglot: 1,
    extras: { drawio: { cells: ['<mxCell id="9" value="Notes" parent="0"/>', title] } },
    nodes: [
      { id: 'a', label: 'Ask', group: 'f', extras: drawn(20, 60, 80, 40) },
      {
        id: 'n',
        label: 'spare',
        shape: 'note',
        extras: drawn(400, 0, 80, 60, { style: 'shape=note;html=1;', parent: '9' }),
      },
    ],
    groups: [
      {
        id: 'f',
        label: 'Shop',
        extras: drawn(0, 0, 300, 200, { style: 'rounded=0;container=1;html=1;', titleCell: 't' }),
      },
    ],
  })
  const { text: back, messages } = await convertWith(json, drawio, text)
  expect(messages).toEqual([])
  expect(differences(file, back)).toEqual([])
})

test('what a document says already counts', () => {
  const [graph] = readJson(
    `{ "diaglot": 1, "nodes": [{ "id": "a",
      "extras": { "drawio": { "id": "2", "label": "<b/>", "style": "shadow=1;" }, "dot": { "id": "d" } },
      "document": { "drawio": { "id": "3" } } }] }`,
  ).graphs
  const node = ofToday(graph!).nodes.get('a')!
  expect(node.document?.get('drawio')).toEqual(
    new Map([
      ['id', '3'],
      ['label', '<b/>'],
    ]),
  )
  expect(node.extras).toEqual(
    new Map([
      ['drawio', new Map([['style', 'shadow=1;']])],
      ['dot', new Map([['id', 'd']])],
    ]),
  )
})
