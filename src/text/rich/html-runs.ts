/**
 * HTML labels as runs. What ends a line is what a browser breaks lines at: `<br>` (also `</br>`, with attributes, in
 * capitals) and block elements; cells of a table's row are split by a blank.
 */
import { attributesOf, type Tag, type Token, tokensOf } from '../html.js'
import { BLOCKS, CELLS, SILENT } from '../html-elements.js'
import { decodeWithBlanks } from '../html-references.js'
import { type Format, type Formatted, joinedRuns, PLAIN, type Run } from './runs.js'

export interface HtmlReading {
  /** Whether a name in angle brackets is an element's; others are text. Left out: all are. */
  readonly isElement?: (name: string) => boolean
  /** The characters of a text between tags. Left out: with HTML's character references read. */
  readonly decode?: (text: string) => string
}

/** Elements by what they make of their text. */
const FORMATS: ReadonlyMap<string, Format> = new Map(
  (
    [
      ['b strong th h1 h2 h3 h4 h5 h6 dt', { bold: true }],
      ['i em cite var dfn', { italic: true }],
      ['u ins', { underline: true }],
      ['s strike del', { strike: true }],
      ['sub', { raised: 'sub' }],
      ['sup', { raised: 'sup' }],
      ['code kbd samp tt pre', { face: 'monospace' }],
    ] as [string, Format][]
  ).flatMap(([names, format]) => names.split(' ').map((name): [string, Format] => [name, format])),
)

/** Elements that say nothing beyond their text and line breaks. */
const BARE = new Set(['br', 'div', 'p', 'span', 'font', 'a'])

interface Open {
  readonly name: string
  readonly outer: Format
}

/** Letters of no size: draw.io pastes cells into a label so, as text that nobody sees. */
const isUnseen = ({ name, attributes }: Tag): boolean =>
  /^(?:span|font|div)$/.test(name) && /\bfont-size: ?0(?:px)? ?[;"']/.test(attributes)

/** The state of a walk over tokens: the text so far, and what is open. */
interface Walk {
  readonly runs: Run[]
  whole: boolean
  format: Format
  readonly open: Open[]
  /** How often each name is open. */
  readonly counts: Map<string, number>
  silent: string | undefined
  /** How many elements of that name are open inside of it, which only one that is not seen can hold. */
  inSilent: number
  /** Whether nothing stands on the last line. */
  fresh: boolean
  /** Whether nothing was put yet. */
  empty: boolean
  /** Whether a block begins or ends here. */
  block: boolean
  /** Whether a block begins or ends behind the last text. */
  closed: boolean
  pictured: boolean
  /** The number of the last line. */
  line: number
  /** The lists that are open: of each that is numbered, the number of its last item. */
  readonly lists: (number | undefined)[]
  /** Of the item that begins here. */
  bullet: string | undefined
  readonly bullets: Map<number, string>
  /** The numbers of lines with preformatted text. */
  readonly preformatted: Set<number>
}

const newWalk = (): Walk => ({
  runs: [],
  whole: true,
  format: PLAIN,
  open: [],
  counts: new Map(),
  silent: undefined,
  inSilent: 0,
  fresh: true,
  empty: true,
  block: false,
  closed: false,
  pictured: false,
  line: 0,
  lists: [],
  bullet: undefined,
  bullets: new Map(),
  preformatted: new Set(),
})

function put(walk: Walk, text: string): void {
  if (walk.block && !walk.fresh) {
    walk.runs.push({ text: '\n', format: PLAIN })
    walk.line++
    walk.fresh = true
  }
  walk.block = false
  if (text === '') return
  if (walk.bullet !== undefined && text.trim() !== '') {
    walk.bullets.set(walk.line, walk.bullet)
    walk.bullet = undefined
  }
  const first = walk.line
  for (const _ of text.matchAll(/\n/g)) walk.line++
  if (walk.counts.get('pre')) for (let line = first; line <= walk.line; line++) walk.preformatted.add(line)
  walk.runs.push({ text, format: walk.format })
  walk.fresh = text.endsWith('\n')
  walk.empty = false
}

function take(walk: Walk, token: Token, decode: (text: string) => string): void {
  if (token.kind === 'comment') return
  if (walk.silent !== undefined) {
    if (token.kind !== 'tag' || token.name !== walk.silent) return
    if (!token.closing) walk.inSilent += SILENT.has(token.name) || token.selfClosing ? 0 : 1
    else if (walk.inSilent > 0) walk.inSilent--
    else walk.silent = undefined
  } else if (token.kind === 'text') {
    const text = decode(token.source)
    // Blanks between blocks show nothing.
    if (walk.block && text.trim() === '') return
    put(walk, text)
    walk.closed = false
  } else if (SILENT.has(token.name) || isUnseen(token)) {
    walk.whole = false
    if (!token.closing && !token.selfClosing) walk.silent = token.name
  } else takeTag(walk, token)
}

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']

/** The end of a heading ends one of another level, too. */
const endedBy = ({ counts }: Walk, name: string): string =>
  HEADINGS.includes(name) && !counts.get(name) ? (HEADINGS.find(other => counts.get(other)) ?? name) : name

function takeTag(walk: Walk, tag: Tag): void {
  const { closing, selfClosing } = tag
  const name = closing ? endedBy(walk, tag.name) : tag.name
  if (name === 'br') {
    // The line of a picture alone is none of the text.
    if (!walk.empty || !walk.pictured) put(walk, '\n')
    return
  }
  // What ends and never began is nothing to a browser, but for a paragraph, of which it makes an empty one.
  if (closing && name !== 'p' && !walk.counts.get(name)) return
  if (name === 'img') walk.pictured = true
  if (BLOCKS.has(name)) {
    walk.block = true
    walk.closed = true
  } else if (CELLS.has(name) && !closing && !walk.fresh && !walk.block) put(walk, ' ')
  if (name === 'ul' || name === 'ol' || name === 'li') walk.bullet = bulletAt(walk, name, closing)
  if (!BARE.has(name) && !FORMATS.has(name)) walk.whole = false
  if (closing) close(walk, name)
  else if (!selfClosing && name !== 'hr' && name !== 'img') enter(walk, tag)
}

/** A list, or an item of one: what stands before its first line. */
function bulletAt({ lists, bullet }: Walk, name: 'ul' | 'ol' | 'li', closing: boolean): string | undefined {
  if (name !== 'li') {
    if (closing) lists.pop()
    else lists.push(name === 'ol' ? 0 : undefined)
    return bullet
  }
  if (closing) return undefined
  const number = lists.at(-1)
  if (number === undefined) return '•'
  lists[lists.length - 1] = number + 1
  return `${number + 1}.`
}

function enter(walk: Walk, tag: Tag): void {
  const { name } = tag
  walk.open.push({ name, outer: walk.format })
  walk.counts.set(name, (walk.counts.get(name) ?? 0) + 1)
  const { format, whole } = formatOf(tag)
  if (!whole) walk.whole = false
  if (format !== PLAIN) walk.format = { ...walk.format, ...format }
}

/** Closes the innermost element of a name, with those that were left open in it. */
function close(walk: Walk, name: string): void {
  if (!walk.counts.get(name)) return
  for (let last = walk.open.pop(); last; last = walk.open.pop()) {
    walk.counts.set(last.name, walk.counts.get(last.name)! - 1)
    walk.format = last.outer
    if (last.name === name) return
  }
}

/** What was read, and whether the text ends before a block does: then empty lines behind it are an editor's. */
export interface HtmlRuns extends Formatted {
  readonly closed: boolean
  /** The numbers of the lines that hold preformatted text. */
  readonly preformatted: ReadonlySet<number>
}

const NONE: ReadonlySet<number> = new Set()

/** An HTML label as runs. */
export function runsOfHtml(
  html: string,
  { isElement, decode = decodeWithBlanks }: HtmlReading = {},
): HtmlRuns {
  if (!/[<&]/.test(html))
    return { runs: [{ text: decode(html), format: PLAIN }], whole: true, closed: false, preformatted: NONE }
  const walk = newWalk()
  for (const token of tokensOf(html, isElement)) take(walk, token, decode)
  const { bullets, whole, closed, preformatted } = walk
  return { runs: joinedRuns(walk.runs), whole, closed, preformatted, ...(bullets.size > 0 && { bullets }) }
}

/** What an element's name and attributes say of its text, and whether that is all they say. */
function formatOf(tag: Tag): { readonly format: Format; readonly whole: boolean } {
  const { name, attributes } = tag
  const base = FORMATS.get(name) ?? PLAIN
  if (!attributes.includes('=')) return { format: base, whole: true }
  let format = base
  let whole = true
  for (const { name: key, value } of attributesOf(tag)) {
    const said =
      key === 'style'
        ? formatOfCss(value)
        : key === 'color'
          ? { format: { color: value }, whole: true }
          : key === 'face'
            ? { format: { face: value }, whole: true }
            : key === 'href' && name === 'a'
              ? { format: { href: value }, whole: true }
              : { format: PLAIN, whole: key === 'target' || key === 'rel' }
    format = { ...format, ...said.format }
    whole &&= said.whole
  }
  return { format, whole }
}

/** The declarations of a `style` attribute that a run can say. */
function formatOfCss(css: string): { readonly format: Format; readonly whole: boolean } {
  let format: Format = PLAIN
  let whole = true
  for (const declaration of css.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon < 0) continue
    const said = saidBy(declaration.slice(0, colon).trim().toLowerCase(), declaration.slice(colon + 1).trim())
    if (said) format = { ...format, ...said }
    else whole = false
  }
  return { format, whole }
}

function saidBy(property: string, value: string): Format | undefined {
  const word = value.toLowerCase()
  if (property === 'color') return { color: value }
  if (property === 'font-family') return { face: value.replace(/["']/g, '') }
  if (property === 'font-weight') {
    if (/^bold(er)?$/.test(word) || Number(word) >= 600) return { bold: true }
    return word === 'normal' || Number(word) > 0 ? { bold: false } : undefined
  }
  if (property === 'font-style') return { italic: /italic|oblique/.test(word) }
  if (property === 'text-decoration' || property === 'text-decoration-line') {
    return {
      ...(word.includes('underline') && { underline: true }),
      ...(word.includes('line-through') && { strike: true }),
    }
  }
  const size = property === 'font-size' ? /^(\d+(?:\.\d+)?)(px|pt)?$/.exec(word) : null
  return size && Number(size[1]) > 0 ? { size: Number(size[1]) * (size[2] === 'pt' ? 4 / 3 : 1) } : undefined
}
