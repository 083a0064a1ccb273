/**
 * draw.io to draw.io moves nothing and loses nothing: every cell of every file is there afterwards, in the same place,
 * over and under the same cells, with the same words, style and attributes. Compared by other means than ours.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drawio } from '../../converters/drawio/index.js'
import { json } from '../../converters/json/index.js'
import { convertWith } from '../../src/convert.js'
import { sample } from '../setup/runs.js'
import { plainPages } from './plain.js'
import { differences } from './same-cells.js'

const read = (path: string): string => readFileSync(path, 'utf8')
const files = readdirSync('corpus/drawio')
  .filter(name => name.endsWith('.drawio'))
  .map(name => `corpus/drawio/${name}`)
const templates = readdirSync('corpus/templates').map(slug => `corpus/templates/${slug}/diagram.drawio`)

test.each([...sample(files, 2), ...sample(templates, 6)])('%s', async path => {
  const { text } = await convertWith(drawio, drawio, read(path), { options: { infer: 'false' } })
  expect(differences(read(path), text)).toEqual([])
})

test.each(files)('%s, by way of JSON', async path => {
  const { text } = await convertWith(drawio, json, read(path), { options: { infer: 'false' } })
  const { text: back } = await convertWith(json, drawio, text)
  expect(differences(read(path), back)).toEqual([])
})

/** Where each box stands on its page. */
function places(text: string): string[] {
  return plainPages(text).flatMap(({ cells }) => {
    const byId = new Map(cells.map(cell => [cell.id, cell]))
    return cells.flatMap(cell => {
      if (cell.kind !== 'vertex' || cell.geometry?.relative) return []
      let [x, y] = [0, 0]
      for (let up = byId.get(cell.id); up; up = byId.get(up.parent)) {
        x += Number(up.geometry?.x ?? 0)
        y += Number(up.geometry?.y ?? 0)
      }
      return [`${cell.id} ${x} ${y} ${cell.geometry?.width} ${cell.geometry?.height}`]
    })
  })
}

test.each(sample(files, 3))('%s: what is inferred moves nothing', async path => {
  const { text } = await convertWith(drawio, drawio, read(path))
  expect(places(text).sort()).toEqual(places(read(path)).sort())
})

test('a label with something in it, and what is fastened to nothing, with labels of its own', async () => {
  const cell = (id: string, more: string, geometry: string): string =>
    `<mxCell id="${id}" value="${id}" ${more}><mxGeometry ${geometry} as="geometry"/></mxCell>`
  const file = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${[
    cell('a', 'style="html=1;" vertex="1" parent="1"', 'width="80" height="40"'),
    cell('b', 'style="html=1;" vertex="1" parent="1"', 'x="200" width="80" height="40"'),
    cell('e', 'style="html=1;" edge="1" parent="1" source="a" target="b"', 'relative="1"'),
    cell('badge', 'style="edgeLabel;html=1;" vertex="1" parent="e"', 'x="0.1" relative="1"'),
    cell('dot', 'style="ellipse;" vertex="1" parent="badge"', 'x="3" width="9" height="9"'),
    cell('loose', 'style="html=1;" edge="1" parent="1" source="a"', 'relative="1"'),
    cell('word', 'style="edgeLabel;html=1;" vertex="1" parent="loose"', 'relative="1"'),
  ].join('')}</root></mxGraphModel>`
  const { text } = await convertWith(drawio, drawio, file)
  expect(differences(file, text)).toEqual([])
})

test('a shape that stands in one invisible group and lies on another one in it', async () => {
  const box = (id: string, parent: string, [x, y, width, height]: readonly number[], style = 'html=1;') =>
    `<mxCell id="${id}" value="" style="${style}" vertex="1" parent="${parent}"><mxGeometry x="${x}" y="${y}" width="${width}" height="${height}" as="geometry"/></mxCell>`
  const hexagon = 'shape=hexagon;fillColor=none;html=1;'
  const file = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${[
    box('outer', '1', [100, 100, 400, 300], 'group'),
    box('inner', 'outer', [0, 0, 400, 300], 'group'),
    box('h', 'inner', [0, 0, 400, 300], hexagon),
    box('k', 'inner', [50, 50, 300, 200], hexagon),
    box('s', 'outer', [20, 120, 80, 40]).replace('value=""', 'value="Receiver"'),
    box('t', 'outer', [300, 120, 80, 40]).replace('value=""', 'value="Store"'),
  ].join('')}</root></mxGraphModel>`
  const { text } = await convertWith(drawio, drawio, file)
  expect(differences(file, text)).toEqual([])
})
