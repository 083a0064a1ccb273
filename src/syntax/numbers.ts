/**
 * Lists of numbers for texts. A list of its own is memory that the machine has to be asked for and to be given back, which for the few numbers
 * of a small text costs more than reading it does: small ones are cut from a larger piece, which goes when the last of them does.
 */

const PIECE = 1 << 16

/** What is larger than this part of a piece is worth being asked for. */
const LARGE = PIECE / 8

let piece = new ArrayBuffer(PIECE)
let used = 0

/** Where so many bytes begin in `piece`, which is a new one if there is no room. They are zero: nothing is given out twice. */
function placeFor(bytes: number): number {
  if (used + bytes > PIECE) {
    piece = new ArrayBuffer(PIECE)
    used = 0
  }
  const start = used
  // Numbers of four bytes begin at multiples of four.
  used += (bytes + 3) & ~3
  return start
}

/** So many zeros, of four bytes each. */
export function integers(length: number): Int32Array<ArrayBuffer> {
  if (4 * length > LARGE) return new Int32Array(length)
  const start = placeFor(4 * length)
  return new Int32Array(piece, start, length)
}

/** So many zeros, of two bytes each. */
export function codeUnits(length: number): Uint16Array<ArrayBuffer> {
  if (2 * length > LARGE) return new Uint16Array(length)
  const start = placeFor(2 * length)
  return new Uint16Array(piece, start, length)
}
