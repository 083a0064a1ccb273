/** Labels with lists have the room that browsers give to lists. */
import { expect, test } from 'vitest'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { mermaid, readMermaid } from '../../converters/mermaid/index.js'
import { convertWith } from '../../src/convert.js'
import type { Node } from '../../src/ir/model.js'
import { measuredText } from '../../src/layout/measure/lists.js'
import { sizeOf } from '../../src/layout/measure/sizes.js'

const nodeOf = (shape: string): Node => readMermaid(`flowchart LR\n a${shape}`).graphs[0]!.nodes.get('a')!

const LIST = '<ul><li>first thing</li><li>second</li></ul>'

test('a list of ours is indented by 20 pixels, with no line free before and behind it', () => {
  const [list, plain] = [nodeOf(`["${LIST}"]`), nodeOf('["first thing<br>second"]')]
  expect(list.label.text).toMatch(/first thing\n.*second/)
  const [more, less] = [sizeOf(list, true), sizeOf(plain, true)]
  // A box is as wide as its text and 24 pixels, at least 100, in steps of 10; a line is 14.4 high.
  expect(more.width).toBeGreaterThanOrEqual(60 + 20 + 24)
  expect(more.height).toBe(less.height)
})

test.each([LIST.replace('<ul>', '<ul class=x>'), `<ul><li>first thing${LIST}</li></ul>`])(
  'one with attributes, or in another one, by 40, with a line free before and behind it: %#',
  source => {
    const [list, plain] = [nodeOf(`["${source}"]`), nodeOf('["first thing<br>second"]')]
    const [more, less] = [sizeOf(list, true), sizeOf(plain, true)]
    expect(more.width).toBeGreaterThanOrEqual(60 + 40 + 24)
    expect(more.height - less.height).toBeGreaterThanOrEqual(28)
  },
)

test('in draw.io it is one block in the middle, and comes back as it was written', async () => {
  const source = `flowchart LR\n a["Steps${LIST}"]\n`
  const { text } = await convertWith(mermaid, drawio, source)
  expect(text).toContain(
    'label="Steps&lt;ul style=&quot;display: table; margin: 0px auto; padding-left: 20px; text-align: left;&quot;&gt;&lt;li&gt;first',
  )
  expect(readDrawio(text).graphs[0]!.nodes.get('a')!.label).toEqual(
    readMermaid(source).graphs[0]!.nodes.get('a')!.label,
  )
})

test('also in shapes that narrow away from their middle', () => {
  const [list, plain] = [nodeOf(`{"${LIST}"}`), nodeOf('{"first thing<br>second"}')]
  expect(sizeOf(list, true).width).toBeGreaterThan(sizeOf(plain, true).width + 20)
})

test('what has no list is measured as it is', () => {
  expect(measuredText(nodeOf('["<b>bold</b><br>ul"]').label)).toBe('bold\nul')
  expect(measuredText({ text: 'x', rich: { syntax: 'markdown', source: '<ul>' } })).toBe('x')
})

test('a label that is one list after the other ends', () => {
  const label = { text: 'x', rich: { syntax: 'mermaid-html', source: '<ul>'.repeat(100_000) } } as const
  expect(measuredText(label).length).toBeLessThan(40)
})
