/** Mistakes that only the lines around show: a line break where none can stand, a word behind `end`. */
import { withEdits } from '../../../../src/messages/edits.js'
import type { TextEdit } from '../../../../src/messages/message.js'
import { joined, mends, quoteLabels } from './mends.js'
import * as say from './messages.js'
import { commaFor, STYLE_SEMICOLON } from './mistakes.js'
import type { Mend, Proposal } from './proposal.js'
import { isReadable } from './readable.js'

/** What may be meant by a part of a text; places count in it from its beginning. */
export interface Spread extends Proposal {
  /** Where what it mends ends. */
  readonly to: number
}

/** `end subgraph`. @param before what stands before the part on its line */
export function behindEnd(text: string, start: number, end: number, before: string): Spread | undefined {
  const part = text.slice(start, end)
  if (!/^\s*end[^\S\n]*$/.test(before)) return undefined
  if (!/^[^\S\n]*(?:subgraph|graph|flowchart)\s*;?\s*$/.test(part)) return undefined
  const last = start + part.trimEnd().length
  return {
    sentence: say.wordBehindEnd,
    edits: [{ start, end: last, text: '' }],
    at: [start + part.search(/\S/), last],
    to: end,
  }
}

/** `classDef a fill: #fff; stroke: #000`: what stands behind the semicolon goes on with the style before it. */
export function behindSemicolon(
  text: string,
  start: number,
  end: number,
  before: string,
): Spread | undefined {
  const gap = /^\s*(?:classDef|style|linkStyle)\s.*?(\s*;\s*)$/.exec(before)?.[1]
  if (gap === undefined || !/^[\w-]+[^\S\n]*:/.test(text.slice(start, end))) return undefined
  const from = start - gap.length
  const edits = [{ start: from, end: start, text: ',' }]
  const part = text.slice(start, end)
  for (const { index, 0: found } of part.matchAll(STYLE_SEMICOLON)) {
    const at = start + index
    edits.push({ start: at, end: at + found.length, text: commaFor(found, part.slice(index + found.length)) })
  }
  return { sentence: say.semicolonInStyle, edits, at: [from + gap.indexOf(';'), start], to: end }
}

/** So many lines are looked at for the end of a label. */
const MOST_LINES = 12

/**
 * A label with line breaks that has to be quoted, or an arrow with its label and the node on the next line.
 * @param isWorth told the length of what is looked at; whether that is still worth it
 */
export function overLines(
  text: string,
  start: number,
  end: number,
  isWorth: (length: number) => boolean,
): Spread | undefined {
  const line = text.slice(start, end).trimEnd()
  if (/[-=.>xo]\|[^|\n]*\|$/.test(line)) return nodeOnNextLine(text, start, line)
  if (!OPEN_LABEL.test(line)) return undefined
  let last = start + line.length
  for (let lines = 1; lines < MOST_LINES && last < text.length; lines++) {
    const next = text.indexOf('\n', last + 1)
    last = next < 0 ? text.length : next
    const statement = text.slice(start, last)
    if (isOver(statement.slice(statement.lastIndexOf('\n') + 1)) || !isWorth(statement.length))
      return undefined
    const mend = labelsQuoted(statement)
    if (!mend) continue
    const edits = mend.edits.map(edit => ({ ...edit, start: start + edit.start, end: start + edit.end }))
    return { sentence: mend.sentence, edits, at: [start + mend.at[0], start + mend.at[1]], to: last }
  }
  return undefined
}

/** A bracket that nothing closes on its line, and no arrow behind it. */
const OPEN_LABEL =
  /[\p{L}\p{N}_][[({]{1,3}(?!.*(?:--|==|-\.|->))(?:[^[\](){}]|\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\})*$/u

/** A line that is no part of a label, since it is empty, begins as a statement does, or with a node of its own. */
const isOver = (line: string): boolean =>
  line.trim() === '' ||
  /^\s*(?:end\s*$|(?:subgraph|style|class|classDef|linkStyle|click)\s|[\w-]+(?:\[|\{|\(\(|\(\[|\s*(?:--|==|-\.)))/.test(
    line,
  )

function labelsQuoted(statement: string): Mend | undefined {
  const edits = quoteLabels(statement)
  // A label that has no line break in it is no reason to take the next line along.
  const isSpread = edits.some(({ end }, place) =>
    /\n/.test(statement.slice(end, edits[place + 1]?.start ?? end)),
  )
  if (!isSpread) return undefined
  const line = withEdits(statement, edits)
  const mend: Mend = { sentence: say.unquotedLabel, edits, at: [edits[0]!.start, edits.at(-1)!.end], line }
  if (isReadable(line)) return mend
  if (OPEN_LABEL.test(line.slice(line.lastIndexOf('"') + 1))) return undefined
  const second = mends(line).find(({ line }) => isReadable(line))
  return second && joined(statement, mend, second)
}

function nodeOnNextLine(text: string, start: number, line: string): Spread | undefined {
  const from = start + line.length
  const [blanks, next] =
    /^(\s*\n\s*)([\p{L}\p{N}_][^\n]*)/u.exec(text.slice(from, from + 3000))?.slice(1) ?? []
  if (blanks === undefined || !isReadable(`${line} ${next}`)) return undefined
  const edits: TextEdit[] = [{ start: from, end: from + blanks.length, text: ' ' }]
  return {
    sentence: say.lineBreakBehindLabel,
    edits,
    at: [from - 1, from],
    to: from + blanks.length + next!.length,
  }
}
