/** What a check of FlowZap Code finds, and under which codes the linter and the reader say it. */

import type { Range } from '../../../src/ir/model.js'
import { inPlaces } from '../../../src/messages/edits.js'
import type { Fix, TextEdit } from '../../../src/messages/message.js'
import type { Code } from '../codes.js'
import { isLineEnd, lineStart } from '../words/lines.js'

/**
 * The checks. `lint` is the code of the linter's message. `read` is the code of the reader's, for what
 * a reader must say: what it could not understand and what it put right.
 */
export const checks = {
  attribute: { lint: 'lint/attribute', read: 'syntax/unknown-attribute' },
  character: { lint: 'lint/character', read: 'repair/character' },
  comment: { lint: 'lint/comment' },
  'duplicate-id': { lint: 'lint/duplicate-id', read: 'syntax/duplicate-id' },
  empty: { lint: 'lint/empty', read: 'repair/empty' },
  escape: { lint: 'lint/escape', read: 'repair/escape' },
  'edge-place': { lint: 'lint/edge-place', read: 'repair/edge-place' },
  'edge-repeated': { lint: 'lint/edge-repeated', read: 'repair/edge-repeated' },
  'handle-missing': { lint: 'lint/handle-missing', read: 'repair/handle-missing' },
  'handle-side': { lint: 'lint/handle-side', read: 'syntax/unknown-side' },
  'label-length': { lint: 'lint/label-length' },
  'lane-id': { lint: 'lint/lane-id', read: 'repair/lane-id' },
  'lane-label': { lint: 'lint/lane-label', read: 'repair/lane-label' },
  'lane-prefix': { lint: 'lint/lane-prefix', read: 'repair/lane-prefix' },
  'lane-reopened': { lint: 'lint/lane-reopened', read: 'repair/lane-reopened' },
  'lane-unclosed': { lint: 'lint/lane-unclosed', read: 'syntax/unclosed-lane' },
  'loop-nested': { lint: 'lint/loop-nested' },
  'loop-nodes': { lint: 'lint/loop-nodes' },
  'loop-place': { lint: 'lint/loop-place' },
  'lost-line': { lint: 'lint/lost-line' },
  nesting: { lint: 'lint/statement', read: 'limit/nesting' },
  'no-return': { lint: 'lint/no-return' },
  'node-id': { lint: 'lint/node-id', read: 'repair/node-id' },
  'node-in-label': { lint: 'lint/lane-label', read: 'repair/lane-label' },
  'node-place': { lint: 'lint/node-place', read: 'repair/node-place' },
  numbering: { lint: 'lint/numbering' },
  orphan: { lint: 'lint/orphan' },
  rect: { lint: 'lint/shape', read: 'repair/shape' },
  separator: { lint: 'lint/separator', read: 'repair/separator' },
  shape: { lint: 'lint/shape', read: 'syntax/unknown-shape' },
  size: { lint: 'lint/size' },
  keyword: { lint: 'lint/statement', read: 'syntax/keyword' },
  unclosed: { lint: 'lint/statement', read: 'syntax/unclosed' },
  statement: { lint: 'lint/statement', read: 'syntax/unexpected' },
  'undefined-node': { lint: 'lint/undefined-node', read: 'syntax/undefined-node' },
} as const satisfies Record<string, { lint: Code; read?: Code }>

export type Check = keyof typeof checks

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
