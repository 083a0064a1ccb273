/** The comments between the parts of a body, each for the statement that it stands before or beside. */
import type { Tree } from '../../../src/syntax/tree.js'
import { type Comment, commentsIn, hasComments, textsOf } from '../words/comments.js'
import type { CommentsStatement } from '../words/statement.js'

/** A text with comments in it. */
export interface Commented {
  readonly text: string
  /** Where something stands that a comment may begin with, also where it is none. */
  readonly signs: readonly number[]
}

/** The text with what leads to its comments; nothing where it has none. */
export function commentedText(text: string): Commented | undefined {
  if (!hasComments(text)) return undefined
  return { text, signs: Array.from(text.matchAll(/\/\/|\/\*|#/g), ({ index }) => index) }
}

export interface Gap {
  /** Comments on the line on which the statement before ends. */
  readonly beside: readonly CommentsStatement[]
  readonly comments: readonly CommentsStatement[]
}

const NO_GAP: Gap = { beside: [], comments: [] }

/**
 * What stands between the parts of a body, up to each part; the comments inside of a statement come with it. To be asked part
 * by part.
 * @param from where the first part may begin
 */
export function gapsFrom(
  from: number,
  commented: Commented | undefined,
): (part: Tree, first: boolean) => Gap {
  if (!commented) return () => NO_GAP
  let start = from
  return (part, first) => {
    const { end } = part
    // Where a brace is missing, what stands behind the last statement is no part of the body.
    const isMissing = part.start === end
    const gap =
      !isMissing && maySay(commented, start, end) ? gapBefore(commented.text, start, part, first) : NO_GAP
    start = end
    return gap
  }
}

/** Whether a comment may begin between two offsets. */
function maySay({ signs }: Commented, start: number, end: number): boolean {
  let low = 0
  let high = signs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (signs[middle]! < start) low = middle + 1
    else high = middle
  }
  return low < signs.length && signs[low]! < end
}

function gapBefore(text: string, from: number, part: Tree, first: boolean): Gap {
  const isWhole = part.rule === 'Statement' && !part.text.includes('{')
  const stretch = text.slice(from, isWhole ? part.end : part.start)
  const comments = commentsIn(stretch)
  if (comments.length === 0) return NO_GAP
  const length = part.start - from
  const lineEnd = first ? 0 : Math.min(length, (stretch.indexOf('\n') + 1 || length + 1) - 1)
  return {
    beside: commentsStatement(comments.filter(comment => comment.start < lineEnd)),
    comments: commentsStatement(comments.filter(comment => comment.start >= lineEnd)),
  }
}

function commentsStatement(comments: readonly Comment[]): CommentsStatement[] {
  return comments.length === 0 ? [] : [{ kind: 'comments', comments: textsOf(comments) }]
}
