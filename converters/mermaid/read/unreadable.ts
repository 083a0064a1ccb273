/** What to say of a line that cannot be read. */

import type { Range } from '../../../src/ir/model.js'
import type { TextEdit } from '../../../src/messages/message.js'
import type { Failure } from '../../../src/syntax/tree.js'
import { message } from '../codes.js'
import { parser, type TreeOf } from '../grammar.gen.js'
import { originOf, type Replacement } from '../words/edited.js'
import type { Mend, Proposal } from './mends/proposal.js'
import type { Source } from './source.js'

type Unreadable = TreeOf<'unreadable'>

/** An edit of the marked text, as an edit of the text without marks. */
export function place({ marked }: Source, start: number, end: number, text: string): Replacement {
  return { start: marked.edited.origin(start), end: marked.edited.origin(end), text }
}

export function report(
  source: Source,
  line: Unreadable,
  mend: Mend | undefined,
  own: readonly Replacement[],
): void {
  const { edited } = source.prepared
  const origin = (offset: number) => source.marked.edited.origin(Math.min(offset, line.end))
  if (mend) {
    const [start, end] = mend.at
    const from = origin(line.start + start)
    say(source, mend, own, originOf(edited, from, Math.max(origin(line.start + end), from)))
    return
  }
  const failure = failureOf(source, line)
  const reached = Math.min(Math.max(failure.offset, line.start), line.end)
  const blanks = /^\s*/.exec(source.marked.edited.text.slice(reached, line.end))![0].length
  const start = origin(reached + blanks)
  const at = originOf(edited, start, Math.max(origin(reached + blanks + 1), start))
  // Where everything up to the end of the file was understood, the file is what is too short.
  const isLast = reached + blanks >= line.end && source.marked.edited.text.slice(line.end).trim() === ''
  if (isLast) {
    const text = `The file ends in the middle of a statement, “${short(decodedCodes(line.text.trim()))}”, and is probably cut off.`
    source.messages.push(message('syntax/cut-off', text, { at }))
  } else source.messages.push(message('syntax/unexpected', sentence(source, failure), { at }))
}

function short(text: string): string {
  return text.length > 60 ? `…${text.slice(-59)}` : text
}

/** Says what a mend mends, with the mend as the fix. */
export function say(source: Source, mend: Proposal, own: readonly Replacement[], at: Range): void {
  const edits: TextEdit[] = own.map(({ start, end, text }) => {
    const [from, to] = originOf(source.prepared.edited, start, end)
    return { start: from, end: to, text: decodedCodes(text) }
  })
  const { code = 'syntax/unexpected', title, text } = mend
  source.messages.push(message(code, decodedCodes(text), { at, fix: { title, edits } }))
}

/** Entity codes as authors write them: `#quot;`. */
function decodedCodes(text: string): string {
  return text.replace(/ﬂ°°?(\w+)¶ß/g, '#$1;')
}

/** Why a line is no statement. Statements that reach over lines fail on a later one. */
function failureOf({ marked }: Source, { start }: Unreadable): Failure {
  const { text } = marked.edited
  let end = start
  for (let lines = 0; lines < 4 && end >= 0; lines++) end = text.indexOf('\n', end + 1)
  const result = parser.parse(text, { rule: 'Statement', start, end: end < 0 ? text.length : end + 1 })
  return result.ok ? { offset: start, expected: [] } : result.failure
}

const keyword =
  /^(?:end|class|classDef|style|linkStyle|graph|flowchart|subgraph|click|href|call|interpolate|default|_self|_blank|_parent|_top)\b/

/** A header that stands alone on its line, not a word that an arrow follows. */
const header = /^(?:graph|flowchart)(?:[^\S\n]+(?:TB|TD|BT|LR|RL))?[^\S\n]*;?(?:\n|$)/

function sentence({ marked }: Source, { offset, expected }: Failure): string {
  const { text } = marked.edited
  const before = text.slice(Math.max(offset - 10, 0), offset)
  const cut = /[-./]/.test(text[offset] ?? '') && /(?:style|linkStyle|classDef|class)$/.exec(before)?.[0]
  const found = cut || keyword.exec(text.slice(offset, offset + 20))?.[0]
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const isHeader = header.test(text.slice(offset, offset + 40))
  if (isHeader && text.slice(lineStart, offset).trim() === '')
    return 'A second diagram begins here, and a Mermaid file holds one; what follows is read as a part of the first.'
  if (found)
    return `“${found}” is a word of Mermaid’s own, so no id and no title can begin with it; in quotes, or with a capital letter, it can stand in a label.`
  const words = [...new Set(expected.flatMap(inWords))].slice(0, 4)
  if (words.length === 0) words.push('a statement')
  const last = words.pop()
  return `Expected ${words.length > 0 ? `${words.join(', ')} or ` : ''}${last}.`
}

/** What could have stood there: descriptions as they are, brackets in quotes, the beginnings of arrows as arrows. */
function inWords(expected: string): string[] {
  const terminal = /^"(.*)"$/.exec(expected)?.[1]
  if (terminal === undefined) return expected.startsWith('not ') ? [] : [expected]
  if (/^(?:--|==|-\.)$/.test(terminal)) return ['an arrow', 'the end of the line']
  return /^[\])}|]+$/.test(terminal) ? [`“${terminal}”`] : []
}
