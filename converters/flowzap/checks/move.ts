/** Moving a statement into the lane that it belongs to. */
import type { Range } from '../../../src/ir/model.js'
import type { TextEdit } from '../../../src/messages/message.js'
import type { Lane } from '../diagram.js'
import { insertAt, lineEndOf, lineOf, replaceRange } from './finding.js'

/**
 * The edits that take the line at `at` away and put `line` at the end of a lane, before its closing brace.
 * `undefined` where the lane has no line of its own for the brace.
 */
export function movedInto(lane: Lane, at: Range, line: string, text: string): TextEdit[] | undefined {
  const block = lane.blocks.find(({ close, statement }) => close && statement.close === undefined)
  if (!block?.close) return undefined
  const lineEnd = lineEndOf(text)
  const [start] = lineStart(text, block.close)
  const edits = [replaceRange(lineOf(text, at), ''), insertAt(start, `${line}${lineEnd}`)]
  return edits.sort((a, b) => a.start - b.start)
}

function lineStart(text: string, [offset]: Range): Range {
  let start = offset
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--
  return [start, offset]
}
