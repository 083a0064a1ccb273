/** Edits of a text: replacements of ranges, as a fix has them. */
import type { TextEdit } from '../messages/message.js'

/**
 * The text with every edit made; `undefined` where two of them overlap.
 * @param edits in any order; several insertions at one place stay in theirs
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string | undefined {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  const parts: string[] = []
  let at = 0
  for (const edit of sorted) {
    if (edit.start < at || edit.end < edit.start) return undefined
    parts.push(text.slice(at, edit.start), edit.text)
    at = edit.end
  }
  parts.push(text.slice(at))
  return parts.join('')
}
