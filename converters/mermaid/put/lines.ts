/** Edits of whole statements: taking them out, and putting lines before and behind them. */
import type { Range } from '../../../src/ir/model.js'
import type { TextEdit } from '../../../src/messages/message.js'
import type { Block, Document, Statement } from './document.js'

/** Takes a statement out, with its line where it stands alone there. */
export function without(doc: Document, { at, comments }: Pick<Statement, 'at' | 'comments'>): TextEdit[] {
  return [...comments.map(comment => lineOut(doc, comment)), lineOut(doc, at)]
}

/** Takes a range out, with the line where nothing else stands there. */
export function lineOut({ text }: Document, [start, end]: Range): TextEdit {
  const from = lineStart(text, start)
  let to = end
  while (to < text.length && /(?:;|[^\S\r\n])/.test(text[to]!)) to++
  const alone = text.slice(from, start).trim() === ''
  const ends = to === text.length || /[\r\n]/.test(text[to]!)
  if (alone && ends) {
    if (text[to] === '\r') to++
    if (text[to] === '\n') to++
    return { start: from, end: to, text: '' }
  }
  if (!ends) return { start, end: to, text: '' }
  let before = start
  while (before > from && /[^\S\r\n]/.test(text[before - 1]!)) before--
  return { start: before, end, text: '' }
}

function lineStart(text: string, at: number): number {
  let start = at
  while (start > 0 && !/[\r\n]/.test(text[start - 1]!)) start--
  return start
}

export function indentAt(text: string, at: number): string {
  return /^[^\S\r\n]*/.exec(text.slice(lineStart(text, at), at))![0]
}

/** How far the statements of a subgraph are indented; by its first one, or one step deeper than its heading. */
export function indentIn(doc: Document, block: Block | undefined, near?: Statement): string {
  const { text, statements } = doc
  if (near && near.block === block) return indentAt(text, near.at[0])
  const first = statements.find(statement => statement.block === block && statement !== block?.heading)
  if (first) return indentAt(text, first.at[0])
  return block ? indentAt(text, block.heading.at[0]) + stepOf(doc) : '    '
}

/** One step of indentation, as the text has it. */
export function stepOf({ text, statements, header }: Document): string {
  for (const { block, at } of statements) {
    const outer = indentAt(text, block ? block.heading.at[0] : header[0])
    const inner = indentAt(text, at[0])
    if (inner.length > outer.length && inner.startsWith(outer)) return inner.slice(outer.length)
  }
  return '    '
}

/** Puts lines behind a statement, or behind the header. */
export function linesAfter(doc: Document, index: number, lines: readonly string[], indent: string): TextEdit {
  const { text, eol } = doc
  let at = doc.statements[index]?.at[1] ?? doc.header[1]
  while (at < text.length && /[^\S\r\n]/.test(text[at]!)) at++
  if (text[at] === ';') at++
  let end = at
  while (end < text.length && /(?:;|[^\S\r\n])/.test(text[end]!)) end++
  const alone = end === text.length || /[\r\n]/.test(text[end]!)
  const inserted = lines.map(line => eol + indent + line).join('')
  return alone ? { start: end, end, text: inserted } : { start: at, end, text: inserted + eol + indent }
}

/** Puts lines before a statement and its comments. */
export function linesBefore(
  doc: Document,
  index: number,
  lines: readonly string[],
  indent: string,
): TextEdit {
  const { text, eol, statements } = doc
  const { at, comments } = statements[index]!
  const first = comments[0]?.[0] ?? at[0]
  const start = lineStart(text, first)
  if (text.slice(start, first).trim() === '')
    return { start, end: start, text: lines.map(line => indent + line + eol).join('') }
  return { start: first, end: first, text: lines.map(line => line + eol + indent).join('') }
}
