/** Names of new files are such as every file system takes, and say what people wrote. */
import { describe, expect, test } from 'vitest'
import { safeStem, sameName, stemOf, wordsOfName } from '../../src/migrate/names.js'

test.each([
  ['Order flow', 'order-flow'],
  ['  `pay()` & *ship* — 2nd try!', 'pay-ship-2nd-try'],
  ['Größe der Straße', 'größe-der-straße'],
  ['A\u030angstro\u0308m', 'ångström'],
  ['注文の流れ', '注文の流れ'],
  ['../../etc/passwd', 'etc-passwd'],
  ['🚀', ''],
  ['\u202egnp.exe', 'gnp-exe'],
  [`${'x'.repeat(49)} y`, 'x'.repeat(49)],
  ['x'.repeat(300), 'x'.repeat(50)],
  ['\u{1F5FA}\uFE0F Quick overview', 'quick-overview'],
  ['4\uFE0F\u20E3 Steps of Zoë\u0308', '4-steps-of-zoë\u0308'],
  ['हिन्दी पाठ', 'हिन्दी-पाठ'],
])('of the title %j the words %j', (title, words) => expect(wordsOfName(title)).toBe(words))

test.each([
  ['flow', 'flow'],
  ['aux', 'diagram-aux'],
  ['COM1', 'diagram-COM1'],
  ['com10', 'com10'],
  ['nul.backup', 'diagram-nul.backup'],
  ['a:b?c', 'a-b-c'],
  ['ends in a point.', 'ends in a point-'],
  ['', 'diagram'],
])('%j is called %j', (stem, safe) => expect(safeStem(stem)).toBe(safe))

test('a name fits what file systems take, and is cut between characters', () => {
  const long = safeStem('漢'.repeat(300))
  expect(new TextEncoder().encode(long).length).toBe(198)
  expect(safeStem('🚀'.repeat(300))).toBe('🚀'.repeat(50))
})

describe('what some file system takes for one name', () => {
  test('case', () => expect(sameName('Docs/Flow.FZ')).toBe(sameName('docs/flow.fz')))
  test('ways of writing an accent', () => expect(sameName('e\u0301.fz')).toBe(sameName('é.fz')))
})

test('a stem is without the longest extension that is known', () => {
  const known = ['.drawio', '.drawio.svg', '.mmd']
  expect(stemOf('a.b.drawio.SVG', known)).toBe('a.b')
  expect(stemOf('a.b', known)).toBe('a')
  expect(stemOf('.mmd', known)).toBe('')
})
