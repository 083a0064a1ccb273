/** Lines as all that looks around a diagram sees them. */
import { expect, test } from 'vitest'
import { linesOf } from '../../src/input/lines.js'

const shown = (text: string, limit?: number) =>
  linesOf(text, limit).map(line => [line.text, line.start, line.end, line.next])

test.each([
  ['', [['', 0, 0, 0]]],
  ['a', [['a', 0, 1, 1]]],
  ['a\n', [['a', 0, 1, 2]]],
  ['a\r', [['a', 0, 1, 2]]],
  [
    '\r\n\r\n',
    [
      ['', 0, 0, 2],
      ['', 2, 2, 4],
    ],
  ],
  [
    'a\r\nb\rc\nd',
    [
      ['a', 0, 1, 3],
      ['b', 3, 4, 5],
      ['c', 5, 6, 7],
      ['d', 7, 8, 8],
    ],
  ],
  [
    '\n\r',
    [
      ['', 0, 0, 1],
      ['', 1, 1, 2],
    ],
  ],
])('%j', (text, lines) => {
  expect(shown(text)).toEqual(lines)
})

test('no more of them than asked for', () => {
  expect(shown('a\r\nb\nc', 2)).toEqual([
    ['a', 0, 1, 3],
    ['b', 3, 4, 5],
  ])
})

test('together they are the text', () => {
  const text = 'graph\r\n\n\r a --> b\r\r\n end'
  expect(
    linesOf(text)
      .map(({ start, next }) => text.slice(start, next))
      .join(''),
  ).toBe(text)
})
