/** Checks of the text and its lines: what is no statement, braces, comments. */

import type { TextEdit } from '../../../src/messages/message.js'
import type { Failure } from '../../../src/syntax/tree.js'
import type { Block, Diagram, InnerLane } from '../document/diagram.js'
import { type Finding, finding, insertAt, lineOf, quote, replaceRange } from '../document/finding.js'
import { mendOf } from '../document/line-mends.js'
import { placeOfWord } from '../document/statements.js'
import { lineStart } from '../words/lines.js'
import { MAX_CHARACTERS } from '../words/text.js'

/** Each line that is no statement, from where it is not understood to its end, with what could have stood there. */
export function checkStatements({ text, lineEnd, unknown, strayCloses }: Diagram): Finding[] {
  const found = unknown.map(({ at: [start, end], failure }) => {
    if (failure.tooDeep) return finding('nesting', [start, end], 'The text is nested too deeply to be read.')
    const mend = mendOf(text.slice(start, end))
    if (mend) {
      const { code, at, title, text: words, fix } = mend
      const inserted = fix.text.replaceAll('\n', lineEnd)
      const edit = { start: start + fix.start, end: start + fix.end, text: inserted }
      const check =
        code === 'syntax/unclosed' ? 'unclosed' : code === 'syntax/keyword' ? 'keyword' : 'statement'
      return finding(check, [start + at[0], start + at[1]], words, title, [edit])
    }
    const offset = Math.min(failure.offset, end)
    const open = text[offset] === '"' && failure.expected.includes('a text in double quotes')
    const words = open ? 'The closing quote of this text is missing.' : expectation(failure, offset === start)
    return finding('statement', [offset, end], words)
  })
  for (const { at } of strayCloses)
    found.push(finding('statement', at, 'This closing brace closes nothing: no lane is open here.'))
  return found
}

function expectation({ expected }: Failure, atStart: boolean): string {
  if (atStart || expected.length === 0)
    return 'Expected a lane, a node, an edge, a loop, a closing brace or a comment.'
  const lineEnd = 'the end of the line'
  const words = [...new Set(expected)].filter(word => word !== lineEnd).sort()
  if (expected.includes(lineEnd)) words.push(lineEnd)
  const last = words.pop()!
  return `Expected ${words.length > 0 ? `${words.join(', ')} or ` : ''}${last}.`
}

export function checkLanesClosed(diagram: Diagram): Finding[] {
  const found: Finding[] = []
  for (const { id, blocks } of diagram.lanes.values()) {
    for (const block of blocks) {
      const { statement, close, inner } = block
      if (inner) found.push(nested(block, inner, id, diagram))
      if (close) continue
      found.push(
        finding('lane-unclosed', statement.at, `The lane ${quote(id)} is not closed: its “}” is missing.`),
      )
    }
  }
  return found
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
  const words = `Lanes do not nest: ${quote(first.text)} begins before ${quote(id)} is closed.`
  return finding('lane-unclosed', placeOfWord(first), words, 'Close the outer lane first', edits)
}

export function checkEmpty({ text }: Diagram): Finding[] {
  return text.trim() === '' ? [finding('empty', [0, 0], 'There is no code: the diagram is empty.')] : []
}

export function checkSize({ text }: Diagram): Finding[] {
  const { length } = text
  if (length <= MAX_CHARACTERS) return []
  const words = `The code has ${length} characters; FlowZap takes ${MAX_CHARACTERS} at most.`
  return [finding('size', [MAX_CHARACTERS, length], words)]
}

/** FlowZap's rules know one `#` comment per lane, its label; any other is lost when FlowZap rewrites the code. */
export function checkComments({ text, comments }: Diagram): Finding[] {
  return comments.map(({ kind, at }) => {
    const words =
      kind === 'label'
        ? 'A lane has one “#” comment: its label, behind the opening brace. FlowZap drops this one.'
        : 'FlowZap drops comments when it writes the code anew.'
    return finding('comment', at, words, 'Remove the comment', [replaceRange(lineOf(text, at), '')])
  })
}
