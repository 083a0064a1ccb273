/** HTML as labels hold it: tags and the texts between them, character references, which elements end a line. */
import { codeOfName } from './html-characters.js'

/** Characters that only space a text out are blanks in it, and one that may break a word is nothing. */
const BLANKS: ReadonlyMap<number, string> = new Map([
  [0xa0, ' '],
  [0xad, ''],
  [0x2002, ' '],
  [0x2003, ' '],
])

/** A text of HTML with its character references read. Unknown ones stay as they are written. */
export function decodeReferences(text: string): string {
  return text.replace(
    /&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});/g,
    (whole, name: string) => {
      const code = codeOf(name)
      if (code === undefined || code <= 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
        return whole
      return BLANKS.get(code) ?? String.fromCodePoint(code)
    },
  )
}

/** The same with every character as it is: a blank that keeps words together stays one. What is no character is U+FFFD. */
export function decodeCharacters(html: string): string {
  if (!html.includes('&')) return html
  return html.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\w{2,31}));/g, (match, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : codeOfName(name)
    return code === undefined ? match : characterOf(code)
  })
}

function characterOf(code: number): string {
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : '\uFFFD'
}

function codeOf(name: string): number | undefined {
  if (!name.startsWith('#')) return codeOfName(name)
  return name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
}

export interface Token {
  readonly token: string
  /** Lower case; left out for text. */
  readonly tag?: string
  /** What stands behind the name in a tag. */
  readonly rest: string
  readonly closing: boolean
}

/** The length of the tag at the start of a piece, up to its `>` outside of quotes; 0 where there is none. */
function tagLength(piece: string): number {
  let quote = ''
  for (let i = 1; i < piece.length; i++) {
    const character = piece[i]!
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '"' || character === "'") quote = character
    else if (character === '>') return i + 1
  }
  return 0
}

/** The elements of HTML, also those that are out of use. */
const ELEMENTS: ReadonlySet<string> = new Set(
  [
    'a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br',
    'button canvas caption center cite code col colgroup command content data datalist dd del details dfn dialog dir div dl',
    'dt element em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup',
    'hr html i iframe image img input ins isindex kbd keygen label legend li link listing main map mark marquee math menu',
    'menuitem meta meter multicol nav nextid nobr noembed noframes noscript object ol optgroup option output p param picture',
    'plaintext portal pre progress q rb rbc rp rt rtc ruby s samp script search section select shadow slot small source spacer',
    'span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul',
    'var video wbr xmp',
  ].flatMap(names => names.split(' ')),
)

/**
 * Whether a piece begins with a word between angle brackets that is no element: the stereotype of a class, a type. Browsers show
 * nothing for it, and nobody who writes it means that. It runs nothing: there is no attribute with a value in it.
 */
export function isWord(piece: string): boolean {
  const name = /^<\/?([A-Za-z][A-Za-z0-9]*)[\w\s,.:-]*>/.exec(piece)?.[1]
  return name !== undefined && !ELEMENTS.has(name.toLowerCase())
}

/**
 * Tags and the texts between them, comments left out. A tag ends before the next `<` or is none, so
 * that every character is looked at a fixed number of times.
 * @param isElement whether a name in angle brackets is a tag's; others are text. Left out: `isWord` says which are none
 */
export function* tokensOf(html: string, isElement?: (name: string) => boolean): Generator<Token> {
  let at = 0
  let comments = true
  while (at < html.length) {
    const next = html.indexOf('<', at + 1)
    const piece = html.slice(at, next < 0 ? html.length : next)
    if (comments && piece.startsWith('<!--')) {
      const end = html.indexOf('-->', at + 4)
      comments = end >= 0
      if (comments) {
        at = end + 3
        continue
      }
    }
    const tag = /^<\/?([A-Za-z][A-Za-z0-9]*)/.exec(piece)
    const name = tag?.[1]?.toLowerCase()
    const isTag = name !== undefined && (isElement ? isElement(name) : !isWord(piece))
    const length = isTag ? tagLength(piece) : 0
    if (tag && length > 0) {
      const token = piece.slice(0, length)
      const rest = token.slice(tag[0].length, -1)
      yield { token, tag: name!, rest, closing: token.startsWith('</') }
    }
    if (piece.length > length) yield { token: piece.slice(length), rest: '', closing: false }
    at += piece.length
  }
}

/** Elements that stand on lines of their own. */
export const BLOCKS: ReadonlySet<string> = new Set(
  'address article blockquote center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tr ul'.split(
    ' ',
  ),
)
export const CELLS: ReadonlySet<string> = new Set(['td', 'th'])
/** Elements whose content is never shown. */
export const SILENT: ReadonlySet<string> = new Set([
  'script',
  'style',
  'title',
  'template',
  'iframe',
  'object',
  'noscript',
])

const ATTRIBUTE = /([^\s=/"'<>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/g

export interface Attribute {
  /** As it is written, with its value. */
  readonly whole: string
  /** Lower case. */
  readonly name: string
  /** With its character references read. */
  readonly value: string
}

/** The attributes of a tag, from what stands behind its name. */
export function attributesOf(rest: string): Attribute[] {
  return Array.from(rest.matchAll(ATTRIBUTE), ([whole, name, quoted = '']) => ({
    whole,
    name: name!.toLowerCase(),
    value: decodeReferences(quoted.replace(/^["']|["']$/g, '')),
  }))
}

/** Whether a tag holds nothing but attributes that can be told apart. */
export const isPlainTag = (rest: string): boolean => rest.replace(ATTRIBUTE, '').replace(/[\s/]/g, '') === ''
