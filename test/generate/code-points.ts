/** Any code point that is no half of a pair. */
import fc from 'fast-check'

const SURROGATES = 0xd800
const BEHIND_THEM = 0xe000

/**
 * The same texts as `unit: 'binary'`, which keeps a table of all million code points to find one again: a second of
 * work wherever it is first asked for.
 */
export const codePoint = fc.nat(0x10_ffff - (BEHIND_THEM - SURROGATES)).map(
  place => String.fromCodePoint(place < SURROGATES ? place : place + BEHIND_THEM - SURROGATES),
  text => {
    const point = typeof text === 'string' ? text.codePointAt(0) : undefined
    if (point === undefined || text !== String.fromCodePoint(point)) throw new Error('more than a code point')
    if (point >= SURROGATES && point < BEHIND_THEM) throw new Error('half a pair')
    return point < SURROGATES ? point : point - (BEHIND_THEM - SURROGATES)
  },
)
