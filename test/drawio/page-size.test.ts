/** The page behind a drawing: as large as that, and a person's own where one gave it a size. */
import { expect, test } from 'vitest'
import { convert, read } from '../../src/index.js'

const chain = (count: number, direction: string): string =>
  `flowchart ${direction}\n${Array.from({ length: count - 1 }, (_, i) => `  n${i}[Step number ${i}] --> n${i + 1}[Step number ${i + 1}]`).join('\n')}\n`

const drawn = async (text: string) => (await convert(text, { from: 'mermaid', to: 'drawio' })).text

function sizeOf(page: string): [number, number] {
  return [Number(/pageWidth="(\d+)"/.exec(page)![1]), Number(/pageHeight="(\d+)"/.exec(page)![1])]
}

/** How far the shapes of a page without groups reach. */
function reachOf(page: string): [number, number] {
  const boxes = [...page.matchAll(/<mxGeometry x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"/g)].map(m =>
    m.slice(1).map(Number),
  )
  return [Math.max(...boxes.map(b => b[0]! + b[2]!)), Math.max(...boxes.map(b => b[1]! + b[3]!))]
}

test('a small drawing stands on a sheet of A4, a high one on an upright sheet', async () => {
  expect(sizeOf(await drawn(chain(3, 'TB')))).toEqual([1169, 827])
  expect(sizeOf(await drawn(chain(10, 'TB')))).toEqual([827, 1169])
})

test('the page of a large drawing is as large as the drawing and its margins', async () => {
  for (const direction of ['TB', 'LR']) {
    const page = await drawn(chain(30, direction))
    const [size, reach] = [sizeOf(page), reachOf(page)]
    for (const axis of [0, 1]) {
      expect(size[axis]! - reach[axis]!).toBeGreaterThanOrEqual(40)
      expect(size[axis]! - reach[axis]!).toBeLessThan(60)
    }
  }
})

test('a size of ours is no setting, a size of a person’s is', async () => {
  const page = await drawn(chain(30, 'LR'))
  const settings = (text: string) => read(text, { format: 'drawio' }).graphs[0]!.extras.get('drawio')
  expect(settings(page)).toBeUndefined()
  const resized = page.replace(/pageWidth="\d+"/, 'pageWidth="2000"')
  expect(settings(resized)?.get('page')).toEqual(
    new Map([
      ['pageWidth', '2000'],
      ['pageHeight', String(sizeOf(page)[1])],
    ]),
  )
  const { text } = await convert(resized, { from: 'drawio', to: 'drawio' })
  expect(sizeOf(text)).toEqual([2000, sizeOf(page)[1]])
})

test('a page on which a person moved something keeps its size, and who wrote it', async () => {
  const page = await drawn(chain(30, 'LR'))
  const moved = page.replace(/<mxGeometry x="(\d+)"/, '<mxGeometry x="1$1"')
  expect(moved).not.toBe(page)
  const { text } = await convert(moved, { from: 'drawio', to: 'drawio' })
  expect(sizeOf(text)).toEqual(sizeOf(page))
  const again = read(text, { format: 'drawio' })
  expect(again.graphs[0]!.extras.get('drawio')).toBeUndefined()
})
