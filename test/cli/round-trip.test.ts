/** What `check` says of a writer that damages a diagram: `check/round-trip`, for each way in which one can. */
import { expect, test } from 'vitest'
import { mermaid } from '../../converters/mermaid/index.js'
import { roundTrip } from '../../src/check/round-trip.js'
import type { Format } from '../../src/format.js'

const { graphs } = mermaid.read!('flowchart LR\n  a[Order] --> b[Ship]\n', {})

/** What is said of Mermaid whose writer changes what it would have written. */
async function said(change: (text: string) => string): Promise<(readonly [code: string, text: string])[]> {
  const write: Format['write'] = (drawings, options) => change(mermaid.write!(drawings, options))
  const format = { ...mermaid, write } as Format
  const found = await roundTrip(format, { graphs, from: format.name })
  return found.map(({ code, text }) => [code, text] as const)
}

test('a sound writer: nothing', async () => {
  expect(await said(text => text)).toEqual([])
})

test('one whose text cannot be read', async () => {
  expect(await said(text => text.replace('[Ship]', '[Ship'))).toEqual([
    ['check/round-trip', expect.stringMatching(/^Written as Mermaid, the diagram cannot be read again: “/)],
  ])
})

test('one whose text is another diagram', async () => {
  expect(await said(text => text.replace('Ship', 'Send'))).toEqual([
    [
      'check/round-trip',
      expect.stringMatching(/^Written as Mermaid and read again, the diagram is another one: /),
    ],
  ])
})

test('one that writes the same diagram otherwise the second time', async () => {
  let times = 0
  expect(await said(text => `${text}${'\n'.repeat(times++)}`)).toEqual([
    ['check/round-trip', 'Written as Mermaid, read, and written again, the text is another one.'],
  ])
})
