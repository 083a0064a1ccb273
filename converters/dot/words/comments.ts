/**
 * Comments. The model has no place for them: each is kept, as it is written, in the extras of what stands
 * behind it, and is written again on a line of its own (https://graphviz.org/doc/info/lang.html#comments-and-optional-formatting).
 */
import type { Value } from '../../../src/ir/model.js'
import { withoutHalves } from '../../../src/text/utf16.js'
import { endOfComment, endOfQuoted } from './hidden.js'

/** The keys of `extras.dot`: comments before an element or graph, and those behind all that a graph says. */
export const COMMENTS = 'comments'
export const LAST_COMMENTS = 'lastComments'

const NO_COMMENTS: readonly string[] = []

const SIGN = /"|<|\/\/|\/\*|#/g

export interface Comment {
  readonly text: string
  /** Where in the stretch it begins. */
  readonly start: number
}

const NONE: readonly Comment[] = []

/** Whether there is a comment in a whole file; a `#` or `//` may just as well stand in a text. */
export function hasComments(text: string): boolean {
  return found(text, 1).length > 0
}

/** The comments in a stretch of a file that begins outside of quotes and angle brackets. */
export function commentsIn(stretch: string): readonly Comment[] {
  return found(stretch, Number.POSITIVE_INFINITY)
}

function found(text: string, most: number): readonly Comment[] {
  if (!text.includes('//') && !text.includes('/*') && !text.includes('#')) return NONE
  const comments: Comment[] = []
  for (let at = 0; comments.length < most; ) {
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

/** In an HTML string nothing but angle brackets counts. */
function endOfHtml(text: string, start: number): number {
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

/** The comments kept under a key, without those that cannot be written. */
export function keptComments(
  own: ReadonlyMap<string, Value> | undefined,
  key: string = COMMENTS,
): readonly string[] {
  const kept = own?.get(key)
  if (!Array.isArray(kept)) return NO_COMMENTS
  return (kept as readonly Value[]).filter(
    (comment): comment is string => typeof comment === 'string' && isComment(comment),
  )
}
