/**
 * draw.io to draw.io moves nothing and loses nothing: every cell of every file is there afterwards, in the same place,
 * over and under the same cells, with the same words, style and attributes. Compared by other means than ours.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drawio } from '../../converters/drawio/index.js'
import { convertWith } from '../../src/convert.js'
import { plainPages } from './plain.js'
import { differences } from './same-cells.js'

const read = (path: string): string => readFileSync(path, 'utf8')
const files = readdirSync('corpus/drawio')
  .filter(name => name.endsWith('.drawio'))
  .map(name => `corpus/drawio/${name}`)
const templates = readdirSync('corpus/templates').map(slug => `corpus/templates/${slug}/diagram.drawio`)

test.each([...files, ...templates])('%s', async path => {
  const { text } = await convertWith(drawio, drawio, read(path), { options: { infer: 'false' } })
  expect(differences(read(path), text)).toEqual([])
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

test.each(files)('%s: what is inferred moves nothing', async path => {
  const { text } = await convertWith(drawio, drawio, read(path))
  expect(places(text).sort()).toEqual(places(read(path)).sort())
})
