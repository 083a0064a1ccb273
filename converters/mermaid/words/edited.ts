import { lastAtMost } from '../../../src/ir/lists.js'
/** Texts that were changed step by step, each offset of which still knows its place in the author's text. */

/** A replacement of the half-open range `[start, end)` by `text`. */
export interface Replacement {
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface Edited {
  readonly text: string
  /** The offset in the author's text that an offset of `text` comes from. */
  readonly origin: (offset: number) => number
  /** Up to this offset, the text is the author's as it was: most texts are hardly changed, and have many places. */
  readonly sameUpTo: number
  /** Where the author's text ends: what a mend adds there has no place behind it. */
  readonly authorEnd: number
}

export function unedited(text: string): Edited {
  return { text, origin: offset => offset, sameUpTo: text.length, authorEnd: text.length }
}

/** `from` with a text behind it, which has no place of its own. */
export function withEnding(from: Edited, ending: string): Edited {
  const { length } = from.text
  return {
    text: from.text + ending,
    origin: offset => from.origin(offset < length && offset >= 0 ? offset : length),
    sameUpTo: from.sameUpTo,
    authorEnd: from.authorEnd,
  }
}

/** `from` with `replacements` made, which stand in order and do not overlap. */
export function edit(from: Edited, replacements: readonly Replacement[]): Edited {
  if (replacements.length === 0) return from
  const pieces: string[] = []
  // Where each replaced and each copied piece starts, in the new text and in the old one.
  const newStarts: number[] = []
  const oldStarts: number[] = []
  const oldEnds: number[] = []
  let length = 0
  let copied = 0
  const add = (piece: string, start: number, end: number) => {
    if (piece === '') return
    pieces.push(piece)
    newStarts.push(length)
    oldStarts.push(start)
    oldEnds.push(end)
    length += piece.length
  }
  for (const { start, end, text } of replacements) {
    add(from.text.slice(copied, start), copied, start)
    add(text, start, end)
    copied = end
  }
  add(from.text.slice(copied), copied, from.text.length)
  const oldLength = from.text.length
  // Offsets are asked for from the beginning to the end, so the last piece is tried first.
  let index = 0
  const origin = (offset: number): number => {
    if (!(offset >= newStarts[index]! && offset < (newStarts[index + 1] ?? length)))
      index = Math.max(lastAtMost(newStarts, offset), 0)
    if (newStarts.length === 0 || offset < 0 || offset >= length) return from.origin(oldLength)
    const old = oldStarts[index]! + offset - newStarts[index]!
    return from.origin(Math.min(old, Math.max(oldEnds[index]! - 1, oldStarts[index]!)))
  }
  const sameUpTo = Math.min(from.sameUpTo, replacements[0]!.start)
  return { text: pieces.join(''), origin, sameUpTo, authorEnd: from.authorEnd }
}

/** The author's range that a range of an edited text comes from. */
export function originOf(edited: Edited, start: number, end: number): [start: number, end: number] {
  if (start < edited.sameUpTo && end <= edited.sameUpTo) return [start, Math.max(end, start)]
  const first = edited.origin(start)
  if (end <= start) return [first, first]
  return [first, Math.max(Math.min(edited.origin(end - 1) + 1, edited.authorEnd), first)]
}
