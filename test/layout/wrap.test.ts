/** Long flows that go on in the next row: `-O wrap=…`. */
import { describe, expect, test } from 'vitest'
import { fileIn } from '../../converters/drawio/document/envelope.js'
import { svg } from '../../converters/svg/index.js'
import { convert, read } from '../../src/index.js'
import { overlaps } from '../../src/layout/boxes.js'
import { layOut } from '../../src/layout/layout.js'
import { optionFault } from '../../src/options.js'

const LANES = ['Customer', 'Shop', 'Store']

/** Thirteen steps, one after the other, in three lanes. */
const steps = `swimlane-beta ${'LR'}
${LANES.map(
  (lane, i) =>
    `  subgraph ${lane}\n${Array.from({ length: 13 }, (_, k) => k)
      .filter(k => k % 3 === i)
      .map(k => `    s${k}[Do thing number ${k}]\n`)
      .join('')}  end\n`,
).join('')}${Array.from({ length: 12 }, (_, k) => `  s${k} -->|then| s${k + 1}\n`).join('')}`

const graphOf = (text: string) => read(text, { format: 'mermaid' }).graphs[0]!

describe('a flow of thirteen steps in three lanes', () => {
  test('is as wide as a sheet where that is asked for, and its lanes are whole', async () => {
    const graph = graphOf(steps)
    const long = (await layOut(graph)).layout
    const { layout } = await layOut(graph, { wrap: 1169 })
    expect(long.width).toBeGreaterThan(1800)
    expect(layout.width).toBeLessThanOrEqual(1169)
    expect(layout.groups.size).toBe(3)
    for (const node of graph.nodes.values()) {
      const [box, lane] = [layout.nodes.get(node.id)!, layout.groups.get(node.group!)!]
      expect(box.x).toBeGreaterThan(lane.x + lane.title)
      expect(box.x + box.width).toBeLessThan(lane.x + lane.width)
      expect(box.y).toBeGreaterThan(lane.y)
      expect(box.y + box.height).toBeLessThan(lane.y + lane.height)
    }
    const boxes = [...layout.nodes.values()]
    for (const [i, box] of boxes.entries())
      for (const other of boxes.slice(i + 1)) expect(overlaps(box, other)).toBe(false)
  })

  test('goes on at the left of a row below, where it leads on', async () => {
    const graph = graphOf(steps)
    const { layout } = await layOut(graph, { wrap: 1169 })
    const columns = Array.from({ length: 13 }, (_, k) => layout.nodes.get(`s${k}`)!).map(
      ({ x, width }) => x + width / 2,
    )
    const back = columns.flatMap((x, k) => (k > 0 && x < columns[k - 1]! ? [k] : []))
    expect(back.length).toBeGreaterThan(0)
    for (const k of back) expect(columns[k]).toBe(columns[0])
    // Nobody's line comes in at the top or leaves at the bottom for that.
    for (const [i, { path = [] }] of layout.routes.entries()) {
      const [from, to] = [layout.nodes.get(`s${i}`)!, layout.nodes.get(`s${i + 1}`)!]
      expect(path[0]!.x).toBe(from.x + from.width)
      expect(path.at(-1)!.x).toBe(to.x)
    }
  })

  test('stays as it is where there is room', async () => {
    const graph = graphOf(steps)
    expect(await layOut(graph, { wrap: 99_000 })).toEqual(await layOut(graph))
  })

  test('is no wider than one step where nothing more fits', async () => {
    const { layout } = await layOut(graphOf(steps), { wrap: 200 })
    expect(new Set([...layout.nodes.values()].map(({ x, width }) => x + width / 2)).size).toBe(1)
  })
})

test.each([
  ['LR', 'width'],
  ['TB', 'height'],
] as const)('a flow to %s without lanes goes on in the next row, too', async (direction, length) => {
  const text = `flowchart ${direction}\n${Array.from({ length: 16 }, (_, i) => `  s${i}[Do thing number ${i}] --> s${i + 1}[Do thing number ${i + 1}]\n`).join('')}`
  const graph = graphOf(text)
  expect((await layOut(graph)).layout[length]).toBeGreaterThan(1169)
  const { layout, messages } = await layOut(graph, { wrap: 1169 })
  expect(messages).toEqual([])
  expect(layout[length]).toBeLessThanOrEqual(1169)
  // As much as fits: nobody wants half a page.
  expect(layout[length]).toBeGreaterThan(700)
})

test('a page says how long its rows are, and draw.io to draw.io moves nothing', async () => {
  const { text } = await convert(steps, { from: 'mermaid', to: 'drawio', options: { wrap: 'a4' } })
  expect(text).toContain('wrap="1169"')
  const again = await convert(text, { from: 'drawio', to: 'drawio' })
  expect(drawn(again.text)).toEqual(drawn(text))
  expect(again.text).toContain('wrap="1169"')
})

const drawn = (page: string) => page.match(/<mx(Geometry|Point|GraphModel) [^>]*>/g)

test.each([undefined, 'svg', 'html'])(
  'an update that says nothing of it keeps the rows of a page: as %s',
  async form => {
    const options = { ...(form && { as: form }), wrap: 'a4' }
    const convertTo = (text: string, more: object) =>
      convert(text, { from: 'mermaid', to: 'drawio', ...more })
    const { text: existing } = await convertTo(steps, { options })
    const changed = steps.replace('Do thing number 4', 'Do something else')
    const { text: wanted } = await convertTo(changed, { options: { wrap: 'a4' } })
    const { text } = await convertTo(changed, { existing, options: form ? { as: form } : {} })
    const [file, fresh] = [fileIn(text)!, fileIn(wanted)!]
    expect(file).toContain('Do something else')
    expect(file).toContain('wrap="1169"')
    expect(drawn(file)).toEqual(drawn(fresh))
    const { text: wider } = await convertTo(changed, { existing, options: { wrap: 'a3' } })
    expect(fileIn(wider)).toContain('wrap="1654"')
    const { text: plain } = await convertTo(steps, {})
    const { text: stays } = await convertTo(changed, { existing: plain, options: {} })
    expect(stays).not.toContain('wrap="1')
  },
)

test('options', () => {
  const using = [{ format: svg, use: 'write' as const }]
  for (const wrap of ['a4', 'a3', 'letter', '900', '200'])
    expect(optionFault({ wrap }, using)).toBeUndefined()
  for (const wrap of ['wide', '-5', '12', '1e9', '١٢٠٠', '900px'])
    expect(optionFault({ wrap }, using)).toBe(
      `the option “wrap” takes a4, a3, letter or a number of pixels from 200 to 100000, not “${wrap}”`,
    )
  expect(optionFault({ wrap: true }, using)).toBe(
    'the option “wrap” takes a4, a3, letter or PIXELS, not nothing',
  )
})
