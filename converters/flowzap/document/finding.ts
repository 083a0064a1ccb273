/** What a check of FlowZap Code finds. */

import type { Range } from '../../../src/ir/model.js'
import { inPlaces } from '../../../src/messages/edits.js'
import type { Fix, TextEdit } from '../../../src/messages/message.js'
import type { Check } from '../codes.js'
import { isLineEnd, lineStart } from '../words/lines.js'

export interface Finding {
  readonly check: Check
  readonly text: string
  readonly at: Range
  readonly fix?: Fix
}

/** A finding, with a fix where edits are given. */
export function finding(
  check: Check,
  at: Range,
  text: string,
  title?: string,
  edits?: readonly TextEdit[],
): Finding {
  return { check, text, at, ...(title && edits && { fix: { title, edits: joined(edits) } }) }
}

/** In the order of their places, those that touch as one: whoever applies them need not care which comes first. */
function joined(edits: readonly TextEdit[]): TextEdit[] {
  const done: TextEdit[] = []
  for (const edit of inPlaces(edits)) {
    const last = done.at(-1)
    if (last?.end === edit.start)
      done[done.length - 1] = { ...last, end: edit.end, text: last.text + edit.text }
    else done.push(edit)
  }
  return done
}

export function replaceRange([start, end]: Range, text: string): TextEdit {
  return { start, end, text }
}

export function insertAt(offset: number, text: string): TextEdit {
  return { start: offset, end: offset, text }
}

/** The whole line of a statement with its line end; for a last line without one, with the line end before it. */
export function lineOf(text: string, [from, to]: Range): Range {
  let start = lineStart(text, from)
  let end = to
  while (end < text.length && !isLineEnd(text[end])) end++
  if (end < text.length) return [start, end + (text.startsWith('\r\n', end) ? 2 : 1)]
  if (start > 0) start -= text.startsWith('\r\n', start - 2) ? 2 : 1
  return [start, end]
}

/** A word of the author's, short enough for a sentence. */
export function quote(text: string): string {
  return text.length > 40 ? `“${[...text.slice(0, 40)].slice(0, 36).join('')}…”` : `“${text}”`
}
