/**
 * Lines of a label that stand left or right: `\l` and `\r` at their ends (https://graphviz.org/docs/attr-types/escString/). The
 * model has them as Graphviz's HTML has them, `<BR ALIGN="LEFT"/>`, which says the same.
 */
import type { Text } from '../../../src/ir/model.js'
import { tokensOf } from '../../../src/text/html.js'
import { type LabelLine, type LineEnd, labelOf } from './escapes.js'
import { escapeText, plainHtml } from './html.js'

const BREAKS: ReadonlyMap<LineEnd, string> = new Map([
  ['n', '<BR/>'],
  ['l', '<BR ALIGN="LEFT"/>'],
  ['r', '<BR ALIGN="RIGHT"/>'],
])
const ENDS: ReadonlyMap<string, LineEnd> = new Map([...BREAKS].map(([end, tag]) => [tag, end]))

/** The label of some lines: with their sides where one of them has one, and HTML can say so. */
export function labelOfLines(text: string, lines: readonly LabelLine[]): Text {
  if (!lines.some(({ end }) => end === 'l' || end === 'r')) return { text }
  const source = sourceOf(lines)
  return plainHtml(source) === text ? { text, rich: { syntax: 'dot-html', source } } : { text }
}

const sourceOf = (lines: readonly LabelLine[]): string =>
  lines.map(({ line, end }) => escapeText(line) + (end === undefined ? '' : BREAKS.get(end)!)).join('')

/** How each line of a label ends, if its HTML is one that `labelOfLines` gives for its text. */
export function endsOfLines({ text, rich }: Text): readonly (LineEnd | undefined)[] | undefined {
  if (rich?.syntax !== 'dot-html' || !rich.source.includes('<BR ALIGN="')) return undefined
  const ends = tokensOf(rich.source).flatMap(({ kind, source }) => (kind === 'tag' ? [ENDS.get(source)] : []))
  const lines = text.split('\n').map((line, i) => ({ line, end: ends[i] }))
  return labelOfLines(text, lines).rich?.source === rich.source ? lines.map(({ end }) => end) : undefined
}

/** The text with each line's own end. */
export function labelWithEnds(text: string, ends: readonly (LineEnd | undefined)[]): string {
  return text
    .split('\n')
    .map((line, i) => labelOf(line) + (ends[i] === undefined ? '' : `\\${ends[i]}`))
    .join('')
}
