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
