/** Moving a statement into the lane that it belongs to. */
import type { Range } from '../../../src/ir/model.js'
import type { TextEdit } from '../../../src/messages/message.js'
import type { Diagram, Lane } from '../document/diagram.js'
import { insertAt, lineOf, replaceRange } from '../document/finding.js'

/**
 * The edits that take the line at `at` away and put `line` at the end of a lane, before its closing brace.
 * `undefined` where the lane has no closing brace on a line of its own.
 */
export function movedInto(
  lane: Lane,
  at: Range,
  line: string,
  { text, lineEnd }: Diagram,
): TextEdit[] | undefined {
  const block = lane.blocks.find(({ closeLine }) => closeLine !== undefined)
  if (block?.closeLine === undefined) return undefined
  return [replaceRange(lineOf(text, at), ''), insertAt(block.closeLine, `${line}${lineEnd}`)]
}
