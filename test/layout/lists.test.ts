/** Labels with lists have the room that browsers give to lists. */
import { expect, test } from 'vitest'
import { readMermaid } from '../../converters/mermaid/index.js'
import type { Node } from '../../src/ir/model.js'
import { measuredText } from '../../src/layout/measure/lists.js'
import { sizeOf } from '../../src/layout/measure/sizes.js'

const nodeOf = (shape: string): Node => readMermaid(`flowchart LR\n a${shape}`).graphs[0]!.nodes.get('a')!

const LIST = '<ul><li>first thing</li><li>second</li></ul>'

test('a list is indented by 40 pixels, with a line free before and behind it', () => {
  const [list, plain] = [nodeOf(`["${LIST}"]`), nodeOf('["first thing<br>second"]')]
  expect(list.label.text).toMatch(/first thing\n.*second/)
  const [more, less] = [sizeOf(list, true), sizeOf(plain, true)]
  // A box is as wide as its text and 24 pixels, at least 100, in steps of 10; a line is 14.4 high.
  expect(more.width).toBeGreaterThanOrEqual(60 + 40 + 24)
  expect(more.height - less.height).toBeGreaterThanOrEqual(28)
})

test('also in shapes that narrow away from their middle', () => {
  const [list, plain] = [nodeOf(`{"${LIST}"}`), nodeOf('{"first thing<br>second"}')]
  expect(sizeOf(list, true).width).toBeGreaterThan(sizeOf(plain, true).width + 40)
})

test('what has no list is measured as it is', () => {
  expect(measuredText(nodeOf('["<b>bold</b><br>ul"]').label)).toBe('bold\nul')
  expect(measuredText({ text: 'x', rich: { syntax: 'markdown', source: '<ul>' } })).toBe('x')
})

test('a label that is one list after the other ends', () => {
  const label = { text: 'x', rich: { syntax: 'mermaid-html', source: '<ul>'.repeat(100_000) } } as const
  expect(measuredText(label).length).toBeLessThan(40)
})
