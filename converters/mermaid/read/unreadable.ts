/** What to say of a line that cannot be read. */

import type { Range } from '../../../src/ir/model.js'
import type { Message, TextEdit } from '../../../src/messages/message.js'
import type { Failure } from '../../../src/syntax/tree.js'
import { parser, type TreeOf } from '../grammar.gen.js'
import { originOf, type Replacement } from '../words/edited.js'
import type { Mend, Proposal } from './mends/proposal.js'
import { cutOff, ownWord, expected as saidExpected, secondDiagram } from './messages.js'
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
    source.messages.push(cutOff({ statement: short(decodedCodes(line.text.trim())) }, at))
  } else source.messages.push(notUnderstood(source, failure, at))
}

function short(text: string): string {
  return text.length > 60 ? `…${text.slice(-59)}` : text
}

/** Says what a mend mends, with the mend as the fix. */
export function say(
  source: Source,
  { sentence }: Pick<Proposal, 'sentence'>,
  own: readonly Replacement[],
  at: Range,
): void {
  const edits: TextEdit[] = own.map(({ start, end, text }) => {
    const [from, to] = originOf(source.prepared.edited, start, end)
    return { start: from, end: to, text: decodedCodes(text) }
  })
  const found = sentence(at, edits)
  source.messages.push({ ...found, text: decodedCodes(found.text) })
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

function notUnderstood({ marked }: Source, { offset, expected }: Failure, at: Range): Message {
  const { text } = marked.edited
  const before = text.slice(Math.max(offset - 10, 0), offset)
  const cut = /[-./]/.test(text[offset] ?? '') && /(?:style|linkStyle|classDef|class)$/.exec(before)?.[0]
  const found = cut || keyword.exec(text.slice(offset, offset + 20))?.[0]
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const isHeader = header.test(text.slice(offset, offset + 40))
  if (isHeader && text.slice(lineStart, offset).trim() === '') return secondDiagram(at)
  if (found) return ownWord({ word: found }, at)
  const words = [...new Set(expected.flatMap(inWords))].slice(0, 4)
  if (words.length === 0) words.push('a statement')
  const last = words.pop()
  return saidExpected({ what: `${words.length > 0 ? `${words.join(', ')} or ` : ''}${last}` }, at)
}

/** What could have stood there: descriptions as they are, brackets in quotes, the beginnings of arrows as arrows. */
function inWords(expected: string): string[] {
  const terminal = /^"(.*)"$/.exec(expected)?.[1]
  if (terminal === undefined) return expected.startsWith('not ') ? [] : [expected]
  if (/^(?:--|==|-\.)$/.test(terminal)) return ['an arrow', 'the end of the line']
  return /^[\])}|]+$/.test(terminal) ? [`“${terminal}”`] : []
}
