/** A text made of pieces of another one: which offset of the one is which of the other. */

/** A piece of the text, and the range that it stands for. Where both are as long, each letter stands for one. */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface Inset {
  readonly text: string
  /** Where the letter at an offset begins in the other text; for the end of the text, the end of its last letter. */
  readonly offsetOf: (offset: number) => number
  /** Where the letter before an offset ends in the other text; for 0, where the first begins. */
  readonly endOf: (offset: number) => number
}

/** A range of a text as it stands. */
export const pieceOf = (text: string, start: number, end: number): Piece => ({
  start,
  end,
  text: text.slice(start, end),
})

/** @param pieces in their order; without any, all offsets are `at` */
export function insetOf(pieces: readonly Piece[], at = 0): Inset {
  const filled = pieces.filter(({ text }) => text !== '')
  const starts: number[] = []
  let length = 0
  for (const { text } of filled) {
    starts.push(length)
    length += text.length
  }
  /** The piece that a letter is in. */
  const placeOf = (offset: number): number => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
  const isAsItStands = ({ start, end, text }: Piece) => end - start === text.length
  const endOf = (offset: number): number => {
    const first = filled[0] ?? pieces[0]
    if (!first) return at
    if (offset <= 0) return first.start
    const place = placeOf(Math.min(offset, length) - 1)
    const piece = filled[place]
    if (!piece) return first.start
    return isAsItStands(piece)
      ? piece.start + Math.min(offset - starts[place]!, piece.text.length)
      : piece.end
  }
  const offsetOf = (offset: number): number => {
    if (offset >= length) return endOf(offset)
    const place = placeOf(Math.max(offset, 0))
    const piece = filled[place]!
    return isAsItStands(piece) ? piece.start + Math.max(offset - starts[place]!, 0) : piece.start
  }
  return { text: filled.map(({ text }) => text).join(''), offsetOf, endOf }
}
