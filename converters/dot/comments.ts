/**
 * Comments. The model has no place for them: each is kept, as it is written, in the extras of what stands
 * behind it, and is written again on a line of its own (https://graphviz.org/doc/info/lang.html#comments-and-optional-formatting).
 */
import type { Value } from '../../src/ir/model.js'
import { withoutHalves } from './escapes.js'

/** The keys of `extras.dot`: comments before an element or graph, and those behind all that a graph says. */
export const COMMENTS = 'comments'
export const LAST_COMMENTS = 'lastComments'

const NO_COMMENTS: readonly string[] = []

/** Whether there can be a comment in the text at all. */
export function mayHaveComments(text: string): boolean {
  return text.includes('//') || text.includes('/*') || text.includes('#')
}

const PIECE = /"(?:\\[\s\S]|[^"\\])*"?|<|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|#[^\n]*/g

export interface Comment {
  readonly text: string
  /** Where in the stretch it begins. */
  readonly start: number
}

const NONE: readonly Comment[] = []

/** The comments in a stretch of a file that begins outside of quotes and angle brackets. */
export function commentsIn(stretch: string): readonly Comment[] {
  if (!mayHaveComments(stretch)) return NONE
  const comments: Comment[] = []
  PIECE.lastIndex = 0
  for (let match = PIECE.exec(stretch); match; match = PIECE.exec(stretch)) {
    const text = match[0].trimEnd()
    if (text === '<') PIECE.lastIndex = endOfHtml(stretch, match.index)
    else if (/^[/#]/.test(text) && isComment(text)) comments.push({ text, start: match.index })
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
