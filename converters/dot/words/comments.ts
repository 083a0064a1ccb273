/** Comments, which stand in the text of a graph alone (https://graphviz.org/doc/info/lang.html#comments-and-optional-formatting). */
import { withoutHalves } from '../../../src/text/utf16.js'
import { endOfComment, endOfQuoted } from './hidden.js'

const SIGN = /"|<|\/\/|\/\*|#/g

export interface Comment {
  readonly text: string
  /** Where in the stretch it begins. */
  readonly start: number
}

const NONE: readonly Comment[] = []

/** The comments in a stretch of a file that begins outside of quotes and angle brackets. */
export function commentsIn(text: string): readonly Comment[] {
  if (!text.includes('//') && !text.includes('/*') && !text.includes('#')) return NONE
  const comments: Comment[] = []
  for (let at = 0; ; ) {
    SIGN.lastIndex = at
    const sign = SIGN.exec(text)
    if (!sign) break
    const start = sign.index
    if (sign[0] === '"') at = endOfQuoted(text, start)
    else if (sign[0] === '<') at = endOfHtml(text, start)
    else {
      at = endOfComment(text, start)
      const piece = text.slice(start, at).trimEnd()
      if (isComment(piece)) comments.push({ text: piece, start })
    }
  }
  return comments
}

export function textsOf(comments: readonly Comment[]): readonly string[] {
  return comments.map(({ text }) => text)
}

/** Behind the HTML string at an offset: in it nothing but angle brackets counts. */
export function endOfHtml(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    if (text[at] === '<') depth++
    else if (text[at] === '>' && --depth === 0) return at + 1
  }
  return text.length
}

/** Whether the text is one comment, and nothing else. */
function isComment(text: string): boolean {
  if (text.includes('\0') || withoutHalves(text) !== text || text !== text.trimEnd()) return false
  if (text.startsWith('/*')) return text.length > 3 && text.indexOf('*/', 2) === text.length - 2
  return /^(\/\/|#)[^\n]*$/.test(text)
}
