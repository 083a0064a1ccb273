/** Edits of whole statements: taking them out, and putting lines before and behind them. */

import { lastAtMost } from '../../../src/ir/lists.js'
import type { Range } from '../../../src/ir/model.js'
import type { TextEdit } from '../../../src/messages/message.js'
import { type Block, type Document, once, type Statement } from '../read/document.js'

/** Takes a statement out, with its line where it stands alone there. */
export function without(doc: Document, { at, comments }: Pick<Statement, 'at' | 'comments'>): TextEdit[] {
  return [...comments.map(comment => lineOut(doc, comment)), lineOut(doc, at)]
}

/** Takes a range out, with the line where nothing else stands there. */
export function lineOut(doc: Document, [start, end]: Range): TextEdit {
  const { text } = doc
  const from = lineStart(doc, start)
  let to = end
  while (to < text.length && /(?:;|[^\S\r\n])/.test(text[to]!)) to++
  const alone = isFirst(doc, start)
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

const lineStart = ({ lines }: Document, at: number): number => lines[lastAtMost(lines, at)]!

const INDENT = /[^\S\r\n]*/y

/** The blanks that a line begins with, up to a place in it. */
export function indentAt(doc: Document, at: number): string {
  const start = lineStart(doc, at)
  INDENT.lastIndex = start
  INDENT.test(doc.text)
  return doc.text.slice(start, Math.min(INDENT.lastIndex, at))
}

const isFirst = (doc: Document, at: number): boolean => lineStart(doc, at) + indentAt(doc, at).length === at

/** How far the statements of a subgraph are indented; by its first one, or one step deeper than its heading. */
export function indentIn(doc: Document, block: Block | undefined, near?: Statement): string {
  if (near && near.block === block) return indentAt(doc, near.at[0])
  const first = firstsOf(doc).get(block)
  if (first) return indentAt(doc, first.at[0])
  return block ? indentAt(doc, block.heading.at[0]) + stepOf(doc) : '    '
}

/** The first statement of each subgraph, and of the diagram. */
const firstsOf = once(({ statements }) => {
  const firsts = new Map<Block | undefined, Statement>()
  for (const statement of statements) if (!firsts.has(statement.block)) firsts.set(statement.block, statement)
  return firsts
})

/** One step of indentation, as the text has it. */
export const stepOf = once(doc => {
  for (const { block, at } of doc.statements) {
    const outer = indentAt(doc, block ? block.heading.at[0] : doc.header[0])
    const inner = indentAt(doc, at[0])
    if (inner.length > outer.length && inner.startsWith(outer)) return inner.slice(outer.length)
  }
  return '    '
})

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
  const { eol, statements } = doc
  const { at, comments } = statements[index]!
  const first = comments[0]?.[0] ?? at[0]
  const start = lineStart(doc, first)
  if (isFirst(doc, first)) return { start, end: start, text: lines.map(line => indent + line + eol).join('') }
  return { start: first, end: first, text: lines.map(line => line + eol + indent).join('') }
}
