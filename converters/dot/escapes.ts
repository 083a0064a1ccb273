/**
 * Escapes in labels and links (https://graphviz.org/docs/attr-types/escString/): `\n \l \r` end a line,
 * `\N \G \E \T \H` stand for names, any other escaped character for itself.
 */
import { decodeEntities, escapeEntities } from './entities.js'

/** The names that escapes stand for, where the element has them. */
export interface Names {
  readonly node?: string
  readonly graph?: string
  readonly edge?: string
  readonly tail?: string
  readonly head?: string
}

const NAME_OF: Readonly<Record<string, keyof Names>> = {
  N: 'node',
  G: 'graph',
  E: 'edge',
  T: 'tail',
  H: 'head',
}

/**
 * The plain reading of a label: its lines, whatever their alignment, joined by `\n`. Graphviz puts names in
 * first, so a node called `a\nb` shows two lines.
 */
export function plainLabel(value: string, names: Names): string {
  return decodeEntities(linesOf(withNames(value, names)).join('\n'))
}

function withNames(value: string, names: Names): string {
  if (!value.includes('\\')) return value
  return value.replace(/\\([\s\S])/g, (both, character: string) => {
    const name = NAME_OF[character]
    return name ? (names[name] ?? '') : character === 'L' ? '' : both
  })
}

/** The lines of a label. A line break at the very end ends the last line and begins no new one. */
function linesOf(value: string): string[] {
  if (!/[\\\n\r]/.test(value)) return [value]
  const lines: string[] = []
  let line = ''
  let ended = false
  for (const [piece] of value.matchAll(/\\[\s\S]?|\r?\n|[^\\\n\r]+|\r/g)) {
    ended = /^(\\[nlr]|\r?\n)$/.test(piece)
    if (ended) {
      lines.push(line)
      line = ''
    } else line += piece.startsWith('\\') ? piece.slice(1) : piece
  }
  if (!ended) lines.push(line)
  return lines
}

/** A label whose plain reading is `text`. Centred lines, as Graphviz has them by default. */
export function labelOf(text: string): string {
  const written = escapeEntities(text).replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
  return text.endsWith('\n') ? `${written}\\n` : written
}

/** The plain reading of a URL or tooltip. */
export function plainLink(value: string, names: Names): string {
  return value.replace(/\\([\s\S])/g, (both, character: string) => {
    if (character === '\\') return '\\'
    if (/[nlr]/.test(character)) return '\n'
    const name = NAME_OF[character]
    return name ? (names[name] ?? '') : both
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

export function withoutHalves(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
}
