/** Checks of the text and its lines: what is no statement, braces, comments. */

import type { Range } from '../../../src/ir/model.js'
import type { TextEdit } from '../../../src/messages/message.js'
import type { Failure } from '../../../src/syntax/tree.js'
import type { Block, Diagram, InnerLane } from '../document/diagram.js'
import { type Finding, insertAt, lineOf, replaceRange } from '../document/finding.js'
import { type LineMend, newMender } from '../document/line-mends.js'
import { closesLane } from '../document/separate.js'
import { placeOfWord } from '../document/statements.js'
import { isNote } from '../words/comments.js'
import { isLineEnd, lineStart } from '../words/lines.js'
import { MAX_CHARACTERS } from '../words/text.js'
import * as say from './messages.js'

/** Each line that is no statement, from where it is not understood to its end, with what could have stood there. */
export function checkStatements({ text, lineEnd, unknown, strayCloses }: Diagram): Finding[] {
  const mendOf = newMender()
  const found = unknown.map(({ at: [start, end], failure }) => {
    if (failure.tooDeep) return say.tooDeep([start, end])
    const mend = mendOf(text.slice(start, end))
    if (mend) return mendFinding(start, mend, lineEnd)
    const offset = Math.min(failure.offset, end)
    const open = text[offset] === '"' && failure.expected.includes('a text in double quotes')
    return open ? say.openText([offset, end]) : expectation(failure, offset === start, [offset, end])
  })
  for (const { at } of strayCloses) found.push(say.strayBrace(at))
  return found
}

/** What is wrong in a line that begins at `start`, with the mend of it as its fix. */
export function mendFinding(start: number, { sentence, at, fix }: LineMend, lineEnd: string): Finding {
  const text = fix.text.replaceAll('\n', lineEnd)
  return sentence([start + at[0], start + at[1]], [{ start: start + fix.start, end: start + fix.end, text }])
}

function expectation({ expected }: Failure, atStart: boolean, at: Range): Finding {
  if (atStart || expected.length === 0) return say.noStatement(at)
  const lineEnd = 'the end of the line'
  const words = [...new Set(expected)].filter(word => word !== lineEnd).sort()
  if (expected.includes(lineEnd)) words.push(lineEnd)
  const last = words.pop()!
  return say.expected({ what: `${words.length > 0 ? `${words.join(', ')} or ` : ''}${last}` }, at)
}

export function checkLanesClosed(diagram: Diagram): Finding[] {
  const found: Finding[] = []
  for (const { id, blocks } of diagram.lanes.values()) {
    for (const block of blocks) {
      const { statement, close, inner } = block
      if (inner) found.push(nested(block, inner, id, diagram))
      if (!close && !isClosedBehind(diagram, statement.at[1]))
        found.push(say.openLane({ lane: id }, statement.at, inner ? undefined : closed(block, diagram)))
    }
  }
  return found
}

/** Whether a line behind a place, which is no statement, closes a lane once it is parted before its brace. */
function isClosedBehind({ text, unknown }: Diagram, place: number): boolean {
  return unknown.some(({ at: [start, end] }) => start >= place && closesLane(text.slice(start, end)))
}

/** Lanes do not nest, so a lane ends behind its last statement. */
function closed({ end }: Block, { text, lineEnd }: Diagram): TextEdit[] {
  const [, behind] = lineOf(text, [end, end])
  return [insertAt(behind, isLineEnd(text[behind - 1]) ? `}${lineEnd}` : `${lineEnd}}`)]
}

/** The fix closes the lane before each one in it, and opens it again where it goes on. */
function nested(outer: Block, inner: readonly InnerLane[], id: string, { text, lineEnd }: Diagram): Finding {
  const edits: TextEdit[] = []
  let isOpen = true
  for (const { block, more } of inner) {
    const [start] = block.statement.at
    if (isOpen) edits.push(insertAt(lineStart(text, start), `}${lineEnd}`))
    if (more)
      edits.push(insertAt(lineOf(text, block.close!)[1], `${text.slice(...outer.statement.at)}${lineEnd}`))
    isOpen = more
  }
  if (!isOpen) edits.push(replaceRange(lineOf(text, outer.close!), ''))
  const first = inner[0]!.block.statement.id
  return say.nestedLane({ inner: first.text, lane: id }, placeOfWord(first), edits)
}

export function checkEmpty({ text }: Diagram): Finding[] {
  return text.trim() === '' ? [say.empty([0, 0])] : []
}

export function checkSize({ text }: Diagram): Finding[] {
  const { length } = text
  if (length <= MAX_CHARACTERS) return []
  return [say.tooLong({ length, most: MAX_CHARACTERS }, [MAX_CHARACTERS, length])]
}

/** FlowZap's rules know one `#` comment per lane, its label; any other is lost when FlowZap rewrites the code. Notes for this linter are left. */
export function checkComments({ text, comments }: Diagram): Finding[] {
  const others = comments.filter(comment => !isNote(comment.text))
  return others.map(({ kind, at }) =>
    (kind === 'label' ? say.secondLabel : say.comment)(at, [replaceRange(lineOf(text, at), '')]),
  )
}
