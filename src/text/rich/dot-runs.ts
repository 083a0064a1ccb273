/**
 * Graphviz's HTML-like labels as runs, and from them (https://graphviz.org/doc/info/shapes.html#html): text with `<B>`,
 * `<I>`, `<U>`, `<S>`, `<SUB>`, `<SUP>`, `<FONT>`, `<BR/>`. A table is no text.
 */
import { attributesOf, decodeReferences, tokensOf } from '../html.js'
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
  for (const { token, tag, rest, closing } of tokensOf(source)) {
    if (tag === undefined) runs.push({ text: decodeReferences(token).replace(/[\t\r\n ]+/g, ' '), format })
    else if (tag === 'br') {
      runs.push({ text: '\n', format: PLAIN })
      const side = sideIn(rest)
      sides.push(side)
      if (side) whole = false
    } else if (tag === 'font' || tag === 'o' || FORMATS.has(tag)) {
      if (tag === 'o') whole = false
      if (closing) format = open.pop() ?? PLAIN
      else if (!rest.trimEnd().endsWith('/')) {
        open.push(format)
        format = { ...format, ...(FORMATS.get(tag) ?? fontOf(rest)) }
      }
    } else return undefined
  }
  const aligned = sides.some(side => side !== undefined)
  return { runs: trimmedRuns(withSingleBlanks(runs)), whole, ...(aligned && { sides }) }
}

/** Where the line before a break stands. */
function sideIn(rest: string): LineSide | undefined {
  const side = attributesOf(rest)
    .find(({ name }) => name === 'align')
    ?.value.toLowerCase()
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

function fontOf(rest: string): Format {
  const said = new Map(attributesOf(rest).map(({ name, value }) => [name, value]))
  const [color, face, size] = ['color', 'face', 'point-size'].map(name => said.get(name))
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
        .map(line => (line === '' ? '' : tagged(escaped(line), format)))
        .join('<BR/>')
    })
    .join('')
  return { source, whole }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

function tagged(
  text: string,
  { bold, italic, underline, strike, raised, color, size, face }: Format,
): string {
  const font = [
    ...(color === undefined ? [] : [`COLOR="${escaped(color)}"`]),
    ...(face === undefined ? [] : [`FACE="${escaped(face)}"`]),
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
