/** What was found in a text is there for who asks right after, without holding on to large texts. */
import { expect, it } from 'vitest'
import { Latest } from '../../src/syntax/latest.js'

const large = 'a -> b; '.repeat(20_000)

it.each([
  ['a small text', 'a -> b'],
  ['a large text', large],
])('is there for who asks of %s right after', (_, text) => {
  const latest = new Latest<object>()
  const found = {}
  expect(latest.keep(text, found)).toBe(found)
  // As long as the same piece of code runs, nothing that was held weakly goes.
  expect(latest.of(`${text.slice(0, 3)}${text.slice(3)}`)).toBe(found)
  expect(latest.of(`${text} `)).toBeUndefined()
})

it('has the last one only, whichever is large', () => {
  const latest = new Latest<string[]>()
  latest.keep('small', ['small'])
  latest.keep(large, ['large'])
  expect(latest.of('small')).toBeUndefined()
  expect(latest.of(large)).toEqual(['large'])
  latest.keep('small', ['again'])
  expect(latest.of(large)).toBeUndefined()
  expect(latest.of('small')).toEqual(['again'])
})
