/**
 * Escapes in labels and links (https://graphviz.org/docs/attr-types/escString/): `\n \l \r` end a line,
 * `\N \G \E \T \H` stand for names, any other escaped character for itself.
 */
import { withoutHalves } from '../../../src/text/utf16.js'
import { decodeEntities, escapeEntities } from './entities.js'
import { NODE_NAME_LABEL } from './resolved.js'

/** The names that escapes stand for, where the element has them. */
export interface Names {
  readonly node?: string
  readonly graph?: string
  /** The operator of the edge between `tail` and `head`. */
  readonly edge?: '->' | '--'
  readonly tail?: string
  readonly head?: string
}

/** What stands for `\N`, `\G` … ; `undefined` where the character is no such escape. */
function nameFor(character: string, { node, graph, edge, tail, head }: Names): string | undefined {
  if (character === 'N') return node ?? ''
  if (character === 'G') return graph ?? ''
  if (character === 'E') return edge ? `${tail}${edge}${head}` : ''
  if (character === 'T') return tail ?? ''
  return character === 'H' ? (head ?? '') : undefined
}

/**
 * The plain reading of a label: its lines, whatever their alignment, joined by `\n`. Graphviz puts names in
 * first, so a node called `a\nb` shows two lines.
 */
export function plainLabel(value: string, names: Names): string {
  const named = withNames(value, names)
  if (!/[\\\n\r]/.test(named)) return decodeEntities(named)
  return decodeEntities(
    linesOf(named)
      .map(({ line }) => line)
      .join('\n'),
  )
}

/** How a line ends: in the middle, left or right. */
export type LineEnd = 'n' | 'l' | 'r'

export interface LabelLine {
  readonly line: string
  /** Left out for a last line that nothing ends. */
  readonly end?: LineEnd | undefined
}

/** The lines of a label, with their ends. */
export function linesOfLabel(value: string, names: Names): readonly LabelLine[] {
  return linesOf(withNames(value, names)).map(({ line, end }) => ({ line: decodeEntities(line), end }))
}

function withNames(value: string, names: Names): string {
  if (!value.includes('\\')) return value
  if (value === NODE_NAME_LABEL) return names.node ?? ''
  // A backslash in front of another is passed over with it; in front of anything else it means nothing here.
  return value.replace(
    /\\([NGETHL\\])/g,
    (both, character: string) => nameFor(character, names) ?? (character === 'L' ? '' : both),
  )
}

/** The lines of a label. A line break at the very end ends the last line and begins no new one. */
function linesOf(value: string): LabelLine[] {
  const lines: LabelLine[] = []
  let start = 0
  for (const { 0: piece, index } of value.matchAll(/\\[nlr\\\r\n]|\r?\n/g)) {
    if (!/^(\\[nlr]|\r?\n)$/.test(piece)) continue
    const end = /^\\[lr]$/.test(piece) ? (piece[1] as LineEnd) : 'n'
    lines.push({ line: unescaped(value.slice(start, index)), end })
    start = index + piece.length
  }
  if (start < value.length || value === '') lines.push({ line: unescaped(value.slice(start)) })
  return lines
}

/** Escaped characters stand for themselves; a backslash at the very end is none. */
const unescaped = (line: string): string => line.replace(/\\([\s\S]?)/g, '$1')

/** A label whose plain reading is `text`. Centred lines, as Graphviz has them by default. */
export function labelOf(text: string): string {
  if (!/[&\\\n]/.test(text)) return text
  const written = escapeEntities(text).replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
  return text.endsWith('\n') ? `${written}\\n` : written
}

/** The plain reading of a URL or tooltip. */
export function plainLink(value: string, names: Names): string {
  if (!value.includes('\\')) return value
  return value.replace(/\\([\s\S])/g, (both, character: string) => {
    if (character === '\\') return '\\'
    if (/[nlr]/.test(character)) return '\n'
    return nameFor(character, names) ?? both
  })
}

/** A URL or tooltip whose plain reading is `text`. */
export function linkOf(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
}

/** The text without what no DOT file can hold: NUL, halves of surrogate pairs, and carriage returns. */
export function cleanText(text: string): string {
  return withoutHalves(text.replaceAll('\0', '').replace(/\r\n?/g, '\n'))
}
