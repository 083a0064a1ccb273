/**
 * What a format's `fmt` is made with: a text as pieces that keep every byte, and what is to stand in the gaps between them. Only gaps
 * change: blanks, line breaks, and signs that do nothing but part one thing from the next.
 */
import type { TextEdit } from '../messages/message.js'

/** A part of a text that stays as it is. */
export interface Piece {
  readonly start: number
  readonly end: number
  /** What is to stand before it, behind the piece before. Left out where what stands there stays. */
  readonly before?: string
}

/**
 * The edits that put into each gap what is to stand there. Linear in the pieces.
 * @param pieces in the order of their places, without overlap
 * @param last what is to stand behind the last piece; left out, what stands there stays
 */
export function gapEdits(text: string, pieces: readonly Piece[], last?: string): TextEdit[] {
  const edits: TextEdit[] = []
  let from = 0
  const put = (end: number, wanted: string | undefined): void => {
    if (wanted !== undefined && text.slice(from, end) !== wanted)
      edits.push({ start: from, end, text: wanted })
  }
  for (const { start, end, before } of pieces) {
    put(start, before)
    from = end
  }
  put(text.length, last)
  return edits
}

const BREAK = /\r\n|\n|\r/g

/** The line end that a text uses first; LF where it has only one line. */
export const newlineOf = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'

/** How many lines end in a gap. */
export const breaksIn = (gap: string): number => gap.match(BREAK)?.length ?? 0

/** A line break, and an empty line where the author had one or more, unless it is tight there: at the beginning or the end of a block. */
export function lineBreak(newline: string, breaks: number, isTight: boolean): string {
  return breaks > 1 && !isTight ? newline + newline : newline
}
