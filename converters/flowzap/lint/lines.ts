/** Checks of the text and its lines: what is no statement, braces, comments. */
import type { Failure } from '../../../src/syntax/tree.js'
import type { Diagram } from '../document/diagram.js'
import { type Finding, finding, lineOf, quote, replaceRange } from '../document/finding.js'
import { mendOf } from '../document/line-mends.js'
import { MAX_CHARACTERS } from '../words/text.js'

/** Each line that is no statement, from where it is not understood to its end, with what could have stood there. */
export function checkStatements({ text, unknown, strayCloses }: Diagram): Finding[] {
  const found = unknown.map(({ at: [start, end], failure }) => {
    if (failure.tooDeep) return finding('nesting', [start, end], 'The text is nested too deeply to be read.')
    const mend = mendOf(text.slice(start, end))
    if (mend) {
      const { code, at, title, text: words, fix } = mend
      const edit = { ...fix, start: start + fix.start, end: start + fix.end }
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

export function checkLanesClosed({ lanes }: Diagram): Finding[] {
  const found: Finding[] = []
  for (const { id, blocks } of lanes.values()) {
    for (const { statement, close } of blocks) {
      if (close) continue
      found.push(
        finding('lane-unclosed', statement.at, `The lane ${quote(id)} is not closed: its “}” is missing.`),
      )
    }
  }
  return found
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
