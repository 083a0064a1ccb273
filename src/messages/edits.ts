/** Edits of a text: replacements of ranges, as a fix has them. */
import type { TextEdit } from './message.js'

/**
 * The text, or a part of it, with edits made.
 * @param edits in the order of their places, without overlap; several insertions at one place stay in theirs
 * @param from the offset that the part begins at
 * @param to the offset that it ends at
 */
export function withEdits(text: string, edits: readonly TextEdit[], from = 0, to = text.length): string {
  const parts: string[] = []
  let copied = from
  for (const { start, end, text: inserted } of edits) {
    parts.push(text.slice(copied, start), inserted)
    copied = Math.max(copied, end)
  }
  parts.push(text.slice(copied, to))
  return parts.join('')
}

/** Edits in the order of their places, an insertion before what is replaced behind it. */
export function inPlaces(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Whether edits in the order of their places change the same part of the text twice. */
export function overlap(edits: readonly TextEdit[]): boolean {
  return edits.some(({ start }, place) => start < (edits[place - 1]?.end ?? 0))
}
