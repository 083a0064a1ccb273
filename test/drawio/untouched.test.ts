/**
 * draw.io to draw.io moves nothing and loses nothing: every cell of every file is there afterwards, in the same place,
 * over and under the same cells, with the same words, style and attributes. Compared by other means than ours.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drawio } from '../../converters/drawio/index.js'
import { convertWith } from '../../src/convert.js'
import { type PlainCell, type PlainPage, plainPages } from './plain.js'

/** What is ours beside a cell is no change of it. */
function comparable({ attributes, own, ...cell }: PlainCell): unknown {
  return {
    ...cell,
    attributes: Object.fromEntries(
      Object.entries(attributes).filter(([name]) => !name.startsWith('diaglot')),
    ),
    own: Object.fromEntries(
      Object.entries(own).filter(([name, value]) => name !== 'visible' || value !== '1'),
    ),
  }
}

/** For each cell the ids of its children, in the order in which they are drawn. */
function stacks({ cells }: PlainPage): Map<string, string[]> {
  const lists = new Map<string, string[]>()
  for (const { id, parent } of cells) lists.set(parent, [...(lists.get(parent) ?? []), id])
  return lists
}

const read = (path: string): string => readFileSync(path, 'utf8')
const files = readdirSync('corpus/drawio')
  .filter(name => name.endsWith('.drawio'))
  .map(name => `corpus/drawio/${name}`)
const templates = readdirSync('corpus/templates').map(slug => `corpus/templates/${slug}/diagram.drawio`)

test.each([...files, ...templates])('%s', async path => {
  const options = { infer: 'false' }
  const { text } = await convertWith(drawio, drawio, read(path), { options })
  const [before, after] = [plainPages(read(path)), plainPages(text)]
  expect(after.map(({ name }) => name ?? 'Page-1')).toEqual(before.map(({ name }) => name ?? 'Page-1'))
  for (const [i, page] of before.entries()) {
    const cells = new Map(after[i]!.cells.map(cell => [cell.id, cell]))
    expect([...cells.keys()].sort()).toEqual(page.cells.map(({ id }) => id).sort())
    for (const cell of page.cells) expect(comparable(cells.get(cell.id)!), cell.id).toEqual(comparable(cell))
    expect(stacks(after[i]!)).toEqual(stacks(page))
  }
})
