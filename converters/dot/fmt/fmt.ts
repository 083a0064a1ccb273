/**
 * The style of DOT: one statement to a line, two blanks for each level, `;` behind every statement, `[a=b, c=d]`. What brackets hold has
 * lines of its own where the author gave it some; a statement that goes on in the next line goes on there.
 */
import { gapEdits, lineBreak, newlineOf, type Piece } from '../../../src/fmt/gaps.js'
import type { TextEdit } from '../../../src/messages/message.js'
import { type Joint, jointsOf } from './joints.js'
import { type Token, tokensOf } from './tokens.js'
import { type Word, wordsOf } from './words.js'

/**
 * The edits that bring DOT that was read without errors into the style. They touch blanks, line breaks, and the commas and semicolons
 * between statements and attributes. A text with characters that Graphviz drops is left alone.
 */
export function fmtDot(text: string): readonly TextEdit[] {
  const tokens = tokensOf(text)
  const end = tokens?.at(-1)
  if (!tokens || !end) return []
  const newline = newlineOf(text)
  const { words, last } = wordsOf(tokens)
  const joints = jointsOf(words)
  const pieces = words.flatMap((word, place) => piecesBefore(word, joints[place]!, place === 0, newline))
  for (const { start, end, breaks } of last)
    pieces.push({ start, end, before: breaks > 0 ? lineBreak(newline, breaks, false) : ' ' })
  const isOpen = end.kind === 'rest' || (end.kind === 'comment' && isOpenComment(text, end))
  return gapEdits(text, pieces, isOpen ? undefined : newline)
}

/** The comments before a word, and the word. */
function piecesBefore(
  { token, comments, breaks }: Word,
  joint: Joint,
  isFirst: boolean,
  newline: string,
): Piece[] {
  const pieces: Piece[] = []
  // Whether something stands on a line of its own already, behind which there may be an empty one.
  let isUnder = !joint.opens
  const line = (count: number, indent: number, closes: boolean): string => {
    const before = lineBreak(newline, count, closes || !isUnder) + ' '.repeat(indent)
    isUnder = true
    return before
  }
  const add = ({ start, end }: Token, gap: string | undefined): void => {
    const isStart = isFirst && pieces.length === 0
    const before = isStart
      ? ''
      : gap === undefined
        ? undefined
        : (pieces.length === 0 ? joint.sign : '') + gap
    pieces.push({ start, end, ...(before !== undefined && { before }) })
  }
  for (const comment of comments)
    add(comment, comment.breaks > 0 ? line(comment.breaks, joint.comments, false) : ' ')
  // A comment in front of a word on its line stays in front of it.
  const isInFront = breaks === 0 && !joint.closes && comments.some(comment => comment.breaks > 0)
  if (joint.gap === 'line' && !isInFront) add(token, line(breaks, joint.indent, joint.closes))
  else if (joint.gap === 'keep') add(token, undefined)
  else add(token, joint.gap === 'none' && comments.length === 0 ? '' : ' ')
  return pieces
}

/** A comment that is never closed hides the rest of the file, so that nothing can stand behind it. */
const isOpenComment = (text: string, { start, end }: Token): boolean =>
  text.startsWith('/*', start) && (end - start < 4 || !text.endsWith('*/'))
