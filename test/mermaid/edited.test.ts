/** Where in the author's text the letters of a changed text come from. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Edited,
  edit,
  originOf,
  type Replacement,
  unedited,
  withEnding,
} from '../../converters/mermaid/words/edited.js'

const cut = (start: number, end: number, text = ''): Replacement => ({ start, end, text })

describe('places by hand', () => {
  test('of a text that nothing was done to', () => {
    expect(originOf(unedited('a-->b'), 1, 4)).toEqual([1, 4])
    expect(originOf(unedited('a-->b'), 5, 5)).toEqual([5, 5])
  })

  test('before, in and behind what was replaced', () => {
    //                                   0123456789
    const edited = edit(unedited('a["x#quot;"]'), [cut(4, 5, 'ﬂ°'), cut(9, 10, '¶ß')])
    expect(edited.text).toBe('a["xﬂ°quot¶ß"]')
    expect(originOf(edited, 0, 4)).toEqual([0, 4])
    expect(originOf(edited, 4, 6)).toEqual([4, 5])
    expect(originOf(edited, 6, 10)).toEqual([5, 9])
    expect(originOf(edited, 12, 14)).toEqual([10, 12])
  })

  test('behind what was taken away at the beginning', () => {
    const edited = edit(unedited('\n\n  flowchart'), [cut(0, 4)])
    expect(edited.text).toBe('flowchart')
    expect(originOf(edited, 0, 9)).toEqual([4, 13])
  })

  test('of an ending that the author did not write', () => {
    const edited = withEnding(unedited('a-->b'), '\n')
    expect(edited.text).toBe('a-->b\n')
    expect(originOf(edited, 4, 5)).toEqual([4, 5])
    expect(originOf(edited, 4, 6)).toEqual([4, 5])
    expect(originOf(edited, 5, 6)).toEqual([5, 5])
    expect(originOf(edited, 6, 6)).toEqual([5, 5])
  })
})

/** Replacements in order, made of numbers that are taken for the next gap and the next length. */
const steps = fc.array(fc.tuple(fc.nat(4), fc.nat(3), fc.constantFrom('', 'x', 'ﬂ°', '\n\n')), {
  maxLength: 4,
})

function replacementsOf(
  length: number,
  parts: readonly (readonly [number, number, string])[],
): Replacement[] {
  const found: Replacement[] = []
  let at = 0
  for (const [gap, much, text] of parts) {
    const start = at + gap
    const end = start + much
    if (end > length) break
    found.push({ start, end, text })
    at = end
  }
  return found
}

/** The same letter by letter: where each letter comes from, as a list. */
interface Letters {
  readonly text: string
  readonly from: readonly number[]
  /** Where what stands behind the last letter comes from. */
  readonly last: number
}

function slowly({ text, from, last }: Letters, replacements: readonly Replacement[]): Letters {
  const placeOf = (at: number) => from[at] ?? last
  const letters: string[] = []
  const places: number[] = []
  let at = 0
  for (const { start, end, text: put } of [...replacements, cut(text.length, text.length)]) {
    for (; at < start; at++) {
      letters.push(text[at]!)
      places.push(placeOf(at))
    }
    for (let nth = 0; nth < put.length; nth++) {
      letters.push(put[nth]!)
      places.push(placeOf(Math.min(start + nth, Math.max(end - 1, start))))
    }
    at = end
  }
  return { text: letters.join(''), from: places, last }
}

test('every range of a text that was changed several times has the place that counting letters gives', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 16 }), fc.array(steps, { maxLength: 3 }), (source, rounds) => {
      let edited: Edited = unedited(source)
      let letters: Letters = {
        text: source,
        from: Array.from({ length: source.length }, (_, at) => at),
        last: source.length,
      }
      for (const parts of rounds) {
        const replacements = replacementsOf(edited.text.length, parts)
        edited = edit(edited, replacements)
        letters = slowly(letters, replacements)
      }
      expect(edited.text).toBe(letters.text)
      const placeOf = (at: number) => letters.from[at] ?? letters.last
      for (let start = 0; start <= edited.text.length; start++)
        for (let end = start; end <= edited.text.length; end++) {
          const first = placeOf(start)
          const last = Math.max(Math.min(placeOf(end - 1) + 1, source.length), first)
          expect(originOf(edited, start, end)).toEqual([first, end === start ? first : last])
        }
    }),
  )
})
