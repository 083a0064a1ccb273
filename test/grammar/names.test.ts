/** Names in a text have the numbers that a Map would give them, however they are written. */
import { expect, test } from 'vitest'
import { namesIn } from '../../src/syntax/names.js'
import { seeded } from './random.js'

/** Asks for each of the words, parted by blanks, and gives what a Map makes of them beside what came back. */
function numbered(words: readonly string[]): { expected: number[]; found: number[]; named: boolean } {
  const text = words.join(' ')
  const names = namesIn(text)
  const known = new Map<string, number>()
  const expected: number[] = []
  const found: number[] = []
  let named = true
  let at = 0
  for (const word of words) {
    if (!known.has(word)) known.set(word, known.size)
    expected.push(known.get(word)!)
    const number = names.numberAt(at, at + word.length)
    found.push(number)
    named &&= names.nameOf(number) === word
    at += word.length + 1
  }
  return { expected, found, named }
}

test('names that are written alike have one number, in the order of their first mention', () => {
  const { expected, found, named } = numbered(['a', 'b', 'a', '', 'ab', '__proto__', 'b', '', 'constructor'])
  expect(found).toEqual([0, 1, 0, 2, 3, 4, 1, 2, 5])
  expect(found).toEqual(expected)
  expect(named).toBe(true)
})

test('many names, mentioned all over the text', () => {
  const random = seeded(4)
  const words = Array.from({ length: 60_000 }, () => `n${random(20_000)}${random(9) === 0 ? '🙂' : ''}`)
  const { expected, found, named } = numbered(words)
  expect(found).toEqual(expected)
  expect(named).toBe(true)
})

/** The low bits by which a table finds a word: FNV-1a, its upper half folded in. */
function slot(word: string): number {
  let hash = 0x811c9dc5
  for (const char of word) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193)
  return (hash ^ (hash >>> 15)) & 0xfff
}

test('names that were chosen to collide take no longer than others', () => {
  const crowd: string[] = []
  for (let i = 0; crowd.length < 400; i++) if (slot(`x${i}`) === 7) crowd.push(`x${i}`)
  const words = [...crowd, 'y', ...crowd.toReversed(), 'y', 'z', ...crowd]
  const { expected, found, named } = numbered(words)
  expect(found).toEqual(expected)
  expect(named).toBe(true)
})
