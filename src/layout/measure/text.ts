/**
 * How much room a text takes, without a browser: draw.io's default font is Helvetica 12, so Latin
 * letters are measured with Helvetica's published advance widths (in thousandths of the font size),
 * and letters of East Asian scripts, which every font draws in a square, as one em.
 */
export interface TextBox {
  readonly width: number
  readonly height: number
  readonly lines: number
}

/** Advance widths of U+0020 to U+007E, from Adobe's font metrics for Helvetica. */
const HELVETICA = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
] as const

const FONT_SIZE = 12
const LINE_HEIGHT = 1.2

/** Whether a letter is drawn in a full square and may end a line: East Asian scripts, kana, Hangul, full-width forms, emoji. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  )
}

/** Width of one character in em. */
function em(code: number): number {
  if (code < 0x20) return 0
  if (code < 0x7f) return HELVETICA[code - 0x20]! / 1000
  return isWide(code) ? 1 : 0.6
}

const isLetterOrDigit = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)

/**
 * The pieces of one line between which it may be broken: words with the blanks after them, parts of words up to a
 * hyphen, and single wide letters.
 */
function* pieces(line: string): Generator<Piece> {
  let width = 0
  let blank = 0
  let [before, last] = [0, 0]
  let at = 0
  for (const character of line) {
    const code = character.codePointAt(0)!
    const start = at
    at += character.length
    const hyphened = last === 0x2d && isLetterOrDigit(before) && isLetterOrDigit(code)
    before = last
    last = code
    if (code === 0x20 || code === 0x09) {
      blank += em(0x20)
      continue
    }
    if (blank > 0 || hyphened || (isWide(code) && width > 0)) {
      yield { width, blank, end: start }
      width = 0
      blank = 0
    }
    width += em(code)
    if (isWide(code)) {
      yield { width, blank, end: at }
      width = 0
    }
  }
  if (width > 0 || blank > 0) yield { width, blank, end: at }
}

/** Files say sizes that nobody can draw, and a box of 10²⁰ pixels keeps a layout busy for ever. */
function drawnSize(fontSize: number): number {
  return Number.isNaN(fontSize) ? FONT_SIZE : Math.min(Math.max(fontSize, 1), 1000)
}

interface Piece {
  readonly width: number
  readonly blank: number
  /** Where it ends in its line, the blanks behind it included. */
  readonly end: number
}

/** A box is tried in a hundred widths for one text, which may have a megabyte: the last text's pieces are kept. */
let last: { readonly text: string; readonly lines: readonly (readonly Piece[])[] } = { text: '', lines: [[]] }

function piecesOf(text: string): readonly (readonly Piece[])[] {
  if (text !== last.text) last = { text, lines: text.split('\n').map(line => [...pieces(line)]) }
  return last.lines
}

/**
 * The room that a text takes when its lines are wrapped at words to `wrap` pixels. A word that is
 * wider than that is not broken, just as draw.io does not break it.
 */
export function measure(text: string, wrap: number, asked = FONT_SIZE): TextBox {
  const fontSize = drawnSize(asked)
  const limit = wrap / fontSize
  let lines = 0
  let widest = 0
  for (const line of piecesOf(text)) {
    lines++
    let width = 0
    let blank = 0
    for (const piece of line) {
      if (width > 0 && width + blank + piece.width > limit) {
        lines++
        widest = Math.max(widest, width)
        width = piece.width
      } else {
        width += blank + piece.width
      }
      blank = piece.blank
    }
    widest = Math.max(widest, width)
  }
  if (text === '') return { width: 0, height: 0, lines: 0 }
  return { width: widest * fontSize, height: Math.ceil(lines * fontSize * LINE_HEIGHT), lines }
}

/** As `measure`, but a text of many lines is given more width, so that a box is never a tower. */
export function measureBlock(text: string, wrap: number, fontSize = FONT_SIZE): TextBox {
  const box = measure(text, wrap, fontSize)
  if (box.height <= wrap) return box
  const area = box.width * box.height
  return measure(text, Math.max(wrap, Math.sqrt(area * 2)), fontSize)
}

/** As `measureBlock`, with lines of about the same length: the narrowest wrap that needs no more lines. */
export function measureBalanced(text: string, wrap: number, fontSize = FONT_SIZE): TextBox {
  const box = measureBlock(text, wrap, fontSize)
  if (box.lines < 2 || box.lines > 12 || text.length > 2000) return box
  let best = box
  for (let narrower = box.width - 4; narrower > box.width / 2; narrower -= 4) {
    const next = measure(text, narrower, fontSize)
    if (next.lines > box.lines) break
    if (next.width < best.width) best = next
  }
  return best
}

/** Where a line starts and ends in its text; blanks at which it was broken, and line breaks, are in none. */
export type LineSpan = readonly [start: number, end: number]

/** The lines into which `measure` wraps a text. */
export function wrappedLines(text: string, wrap: number, asked = FONT_SIZE): LineSpan[] {
  if (text === '') return []
  const limit = wrap / drawnSize(asked)
  const found: LineSpan[] = []
  let start = 0
  for (const [i, line] of text.split('\n').entries()) {
    let [from, to, width, blank] = [0, 0, 0, 0]
    for (const piece of piecesOf(text)[i] ?? []) {
      if (width > 0 && width + blank + piece.width > limit) {
        found.push([start + from, start + to])
        from = to
        width = piece.width
      } else width += blank + piece.width
      blank = piece.blank
      to = piece.end
    }
    found.push([start + from, start + line.length])
    start += line.length + 1
  }
  return found.map(([from, to]) => [from, from + text.slice(from, to).trimEnd().length])
}

/** As `measureBlock` without more width for long texts, with lines of about the same length. */
export function balancedLines(text: string, wrap: number, fontSize = FONT_SIZE): LineSpan[] {
  const box = measure(text, wrap, fontSize)
  if (box.lines < 2 || box.lines > 12 || text.length > 2000) return wrappedLines(text, wrap, fontSize)
  let narrowest = box.width
  for (let narrower = box.width - 4; narrower > box.width / 2; narrower -= 4) {
    const next = measure(text, narrower, fontSize)
    if (next.lines > box.lines) break
    narrowest = Math.min(narrowest, next.width)
  }
  return wrappedLines(text, narrowest + 0.01, fontSize)
}
