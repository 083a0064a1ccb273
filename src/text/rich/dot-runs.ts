/**
 * Graphviz's HTML-like labels as runs, and from them (https://graphviz.org/doc/info/shapes.html#html): text with `<B>`,
 * `<I>`, `<U>`, `<S>`, `<SUB>`, `<SUP>`, `<FONT>`, `<BR/>`. A table is no text.
 */
import { type Tag, tokensOf, valuesOf } from '../html.js'
import { decodeWithBlanks, escapeHtml } from '../html-references.js'
import {
  type Format,
  type Formatted,
  joinedRuns,
  type LineSide,
  PLAIN,
  type Run,
  trimmedRuns,
} from './runs.js'

const FORMATS: ReadonlyMap<string, Format> = new Map([
  ['b', { bold: true }],
  ['i', { italic: true }],
  ['u', { underline: true }],
  ['s', { strike: true }],
  ['sub', { raised: 'sub' }],
  ['sup', { raised: 'sup' }],
])

const POINT = 4 / 3

/** A label as runs; nothing where it is a table, or has elements that are no text's. */
export function runsOfDotHtml(source: string): Formatted | undefined {
  const runs: Run[] = []
  const open: Format[] = []
  let format = PLAIN
  let whole = true
  const sides: (LineSide | undefined)[] = []
  for (const token of tokensOf(source)) {
    if (token.kind === 'comment') continue
    if (token.kind === 'text')
      runs.push({ text: decodeWithBlanks(token.source).replace(/[\t\r\n ]+/g, ' '), format })
    else if (token.name === 'br') {
      runs.push({ text: '\n', format: PLAIN })
      const side = sideIn(token)
      sides.push(side)
      if (side) whole = false
    } else if (token.name === 'font' || token.name === 'o' || FORMATS.has(token.name)) {
      if (token.name === 'o') whole = false
      if (token.closing) format = open.pop() ?? PLAIN
      else if (!token.selfClosing) {
        open.push(format)
        format = { ...format, ...(FORMATS.get(token.name) ?? fontOf(token)) }
      }
    } else return undefined
  }
  const aligned = sides.some(side => side !== undefined)
  return { runs: trimmedRuns(withSingleBlanks(runs)), whole, ...(aligned && { sides }) }
}

/** Where the line before a break stands. */
function sideIn(tag: Tag): LineSide | undefined {
  const side = valuesOf(tag).get('align')?.toLowerCase()
  return side === 'left' || side === 'right' ? side : undefined
}

/** Graphviz draws one blank of several, also where they stand in texts of other formats. */
function withSingleBlanks(runs: readonly Run[]): Run[] {
  let blank = false
  return joinedRuns(runs).map(({ text, format }) => {
    const single = text.replace(/ {2,}/g, ' ')
    const cut = blank && single.startsWith(' ') ? single.slice(1) : single
    if (cut !== '') blank = cut.endsWith(' ')
    return { text: cut, format }
  })
}

function fontOf(tag: Tag): Format {
  const values = valuesOf(tag)
  const [color, face, size] = ['color', 'face', 'point-size'].map(name => values.get(name))
  return {
    ...(color && { color }),
    ...(face && { face }),
    ...(Number(size) > 0 && { size: Number(size) * POINT }),
  }
}

/** A label with the runs' text and formats, as Graphviz takes it, and whether it says all that they say. */
export function dotHtmlOfRuns(runs: readonly Run[]): { readonly source: string; readonly whole: boolean } {
  let whole = true
  const source = runs
    .map(({ text, format }) => {
      if (format.href !== undefined) whole = false
      return text
        .split('\n')
        .map(line => (line === '' ? '' : tagged(escapeHtml(line), format)))
        .join('<BR/>')
    })
    .join('')
  return { source, whole }
}

function tagged(
  text: string,
  { bold, italic, underline, strike, raised, color, size, face }: Format,
): string {
  const font = [
    ...(color === undefined ? [] : [`COLOR="${escapeHtml(color)}"`]),
    ...(face === undefined ? [] : [`FACE="${escapeHtml(face)}"`]),
    ...(size === undefined ? [] : [`POINT-SIZE="${Math.round((size / POINT) * 100) / 100}"`]),
  ]
  let html = text
  if (raised) html = `<${raised.toUpperCase()}>${html}</${raised.toUpperCase()}>`
  for (const [on, tag] of [
    [strike, 'S'],
    [underline, 'U'],
    [italic, 'I'],
    [bold, 'B'],
  ] as const) {
    if (on) html = `<${tag}>${html}</${tag}>`
  }
  return font.length === 0 ? html : `<FONT ${font.join(' ')}>${html}</FONT>`
}
