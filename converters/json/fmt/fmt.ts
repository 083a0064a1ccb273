/**
 * The style of JSON: two blanks for each level, one member or item to a line. What its author wrote in one line stays in one, where it
 * is not too long for a line.
 */
import { gapEdits, newlineOf, type Piece } from '../../../src/fmt/gaps.js'
import type { TextEdit } from '../../../src/messages/message.js'
import { type Token, tokensOf } from './tokens.js'

/** So many characters fit a line. */
const WIDTH = 100
const STEP = '  '

/** Brackets that are open: whether each thing in them has a line, and how far that is indented. */
interface Frame {
  readonly isBroken: boolean
  readonly isObject: boolean
  readonly level: number
}

/**
 * The edits that bring JSON that was read without errors into the style. They touch blanks and line breaks; names, numbers and strings
 * stay as they are spelled.
 */
export function fmtJson(text: string): readonly TextEdit[] {
  const newline = newlineOf(text)
  const frames: Frame[] = []
  const pieces: Piece[] = []
  let column = 0
  let before: Token | undefined
  for (const token of tokensOf(text)) {
    const { start, end, kind } = token
    const gap = gapBetween(before, token, frames, newline)
    column = gap.startsWith(newline) ? gap.length - newline.length : column + gap.length
    pieces.push({ start, end, before: gap })
    if (kind === 'open') {
      const isBroken = !token.isEmpty && (token.hasBreak || column + token.width > WIDTH)
      const level = (frames.at(-1)?.level ?? 0) + (isBroken ? 1 : 0)
      frames.push({ isBroken, isObject: text[start] === '{', level })
    }
    if (kind === 'close') frames.pop()
    column += end - start
    before = token
  }
  return gapEdits(text, pieces, newline)
}

function gapBetween(
  before: Token | undefined,
  { kind }: Token,
  frames: readonly Frame[],
  newline: string,
): string {
  const frame = frames.at(-1)
  if (!before || !frame || kind === 'comma' || kind === 'colon') return ''
  if (before.kind === 'colon') return ' '
  if (before.kind === 'open' && kind === 'close') return ''
  if (frame.isBroken) return newline + STEP.repeat(kind === 'close' ? frame.level - 1 : frame.level)
  if (before.kind === 'comma') return ' '
  return frame.isObject ? ' ' : ''
}
