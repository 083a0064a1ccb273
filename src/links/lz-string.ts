/** The way back from lz-string, which GraphvizOnline packs texts with: a dictionary of what came before, in numbers of growing width. */
import type { Unpacked } from './packing.js'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-$'

/** No diagram that a person draws is longer. */
const LONGEST = 50 * 1024 * 1024

/** Six bits in each letter, the highest first; numbers begin with their lowest bit. */
class Bits {
  #letter = 0
  #bit = 6
  readonly #values = new Map([...ALPHABET].map((letter, value) => [letter, value]))
  constructor(readonly data: string) {}

  /** Nothing where the data end, or hold another letter. */
  number(width: number): number | undefined {
    let value = 0
    for (let place = 0; place < width; place++) {
      if (this.#bit === 0) {
        this.#letter++
        this.#bit = 6
      }
      const letter = this.#values.get(this.data[this.#letter] ?? '')
      if (letter === undefined) return undefined
      this.#bit--
      value += ((letter >> this.#bit) & 1) * 2 ** place
    }
    return value
  }
}

/** Numbers that stand for no entry: a letter of eight bits follows, one of sixteen, or nothing. */
const [BYTE, WORD, END] = [0, 1, 2]

/**
 * @param data what `compressToEncodedURIComponent` gave; `+` may have become a blank in a query
 * @param most how many characters the text may have
 * @see https://github.com/pieroxy/lz-string
 */
export function unpackedLzString(data: string, most = LONGEST): Unpacked {
  const bits = new Bits(data.replace(/ /g, '+'))
  const entries: string[] = ['', '', '']
  const parts: string[] = []
  let length = 0
  let width = 2
  let before: string | undefined
  for (;;) {
    const number = bits.number(width)
    if (number === undefined) return { fault: 'damaged' }
    if (number === END) return { text: parts.join('') }
    let entry: string | undefined
    if (number === BYTE || number === WORD) {
      const letter = bits.number(number === BYTE ? 8 : 16)
      if (letter === undefined) return { fault: 'damaged' }
      entry = String.fromCharCode(letter)
      entries.push(entry)
      if (entries.length >= 2 ** width) width++
    } else entry = entries[number]
    // The entry that is about to be made begins and ends with the same letter.
    if (entry === undefined && number === entries.length && before !== undefined) entry = before + before[0]
    if (entry === undefined || entry === '') return { fault: 'damaged' }
    length += entry.length
    if (length > most) return { fault: 'large' }
    parts.push(entry)
    if (before !== undefined) {
      entries.push(before + entry[0])
      if (entries.length >= 2 ** width) width++
    }
    before = entry
  }
}
