/**
 * Labels. With `html=1` draw.io shows a label as HTML: what is plain text here is written escaped with
 * `<br>` for line breaks, and what people formatted there is read as its text, with the source kept.
 */
import type { Text } from '../../src/ir/model.js'
import { codeOfName } from '../../src/text/html-characters.js'
import { isSafeUrl } from './links.js'
import { cleanXml } from './xml.js'

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\n': '<br>' }

/** The HTML that shows a plain text. */
export function htmlOfText(text: string): string {
  const html = text.replace(/[&<>\n]/g, character => ESCAPES[character]!)
  // The last line break of an HTML text draws nothing.
  return text.endsWith('\n') ? `${html}<br>` : html
}

/** Characters that only space a text out are blanks in it, and one that may break a word is nothing. */
const BLANKS: ReadonlyMap<number, string> = new Map([
  [0xa0, ' '],
  [0xad, ''],
  [0x2002, ' '],
  [0x2003, ' '],
])

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

function codeOf(name: string): number | undefined {
  if (!name.startsWith('#')) return codeOfName(name)
  return name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
}

interface Token {
  readonly token: string
  /** Lower case; left out for text. */
  readonly tag?: string
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
function isWord(piece: string): boolean {
  const name = /^<\/?([A-Za-z][A-Za-z0-9]*)[\w\s,.:-]*>/.exec(piece)?.[1]
  return name !== undefined && !ELEMENTS.has(name.toLowerCase())
}

/**
 * Tags and the texts between them, comments left out. A tag ends before the next `<` or is none, so
 * that every character is looked at a fixed number of times.
 */
function* tokensOf(html: string): Generator<Token> {
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
    const length = tag && !isWord(piece) ? tagLength(piece) : 0
    if (tag && length > 0) {
      const token = piece.slice(0, length)
      const rest = token.slice(tag[0].length, -1)
      yield { token, tag: tag[1]!.toLowerCase(), rest, closing: token.startsWith('</') }
    }
    if (piece.length > length) yield { token: piece.slice(length), rest: '', closing: false }
    at += piece.length
  }
}

const BLOCKS = new Set([
  'div',
  'p',
  'li',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'table',
  'hr',
  'pre',
])
const CELLS = new Set(['td', 'th'])
/** Elements whose content is never shown. */
const SILENT = new Set(['script', 'style', 'title', 'template', 'iframe', 'object', 'noscript'])

/** The text that a person sees of an HTML label, its lines split by `\n`. */
export function textOfHtml(html: string): string {
  if (!/[<&]/.test(html)) return html
  let text = ''
  // Whether nothing stands on the last line. To look at the end of a text that grows costs as much as the text is long.
  let fresh = true
  let silent: string | undefined
  let block = false
  let pictured = false
  const put = (piece: string): void => {
    if (block && !fresh) {
      text += '\n'
      fresh = true
    }
    block = false
    text += piece
    if (piece !== '') fresh = piece.endsWith('\n')
  }
  // Whether the last line that says something is in a block before: then empty lines behind it are an editor's.
  let closed = false
  for (const { token, tag: name, rest, closing } of tokensOf(html)) {
    if (silent !== undefined) {
      if (closing && name === silent) silent = undefined
      continue
    }
    // Blanks between blocks show nothing.
    if (name === undefined && block && token.trim() === '') continue
    if (name === undefined) {
      put(decodeReferences(token))
      closed = false
    } else if (name === 'img') pictured = true
    // The line of a picture alone is none of the text.
    else if (name === 'br') {
      if (text !== '' || !pictured) put('\n')
    } else if (BLOCKS.has(name)) {
      block = true
      closed = true
    } else if (CELLS.has(name)) {
      if (!closing && !fresh && !block) text += ' '
    } else if (SILENT.has(name) && !closing && !rest.endsWith('/')) silent = name
  }
  return withoutLastBreaks(text, closed)
}

/** A last line break draws nothing, and blocks of nothing else are what an editor leaves behind. */
function withoutLastBreaks(text: string, all: boolean): string {
  let end = text.length
  while (text[end - 1] === '\n' && (all || end === text.length)) end--
  return text.slice(0, end)
}

/** Whether a label says more than its text and line breaks: any tag but bare ones that only make lines. */
function isFormatted(html: string): boolean {
  for (const { tag, rest } of tokensOf(html)) {
    if (tag === undefined) continue
    if (!/^(br|div|p)$/.test(tag) || rest.replace('/', '').trim() !== '') return true
  }
  return false
}

const ALLOWED = new Set(
  'a b big br center code div em font h1 h2 h3 h4 h5 h6 hr i img li ol p pre s small span strike strong sub sup table tbody td tfoot th thead tr u ul'.split(
    ' ',
  ),
)
const ALLOWED_ATTRIBUTES = new Set(
  'align alt bgcolor border cellpadding cellspacing class color colspan dir face height href lang nowrap rowspan size src start style target title type valign value width'.split(
    ' ',
  ),
)
const ATTRIBUTE = /([^\s=/"'<>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/g

/** Whether nothing is left in the scheme of an address that a browser would decode and we did not. */
const isPlainUrl = (url: string): boolean => !/^[^/?]*&/.test(url)

/** Whether an attribute only formats: nothing that runs, and no address that a browser would run. */
function isAllowedAttribute(name: string, value: string): boolean {
  if (/^(data|aria)-[a-z0-9-]+$/.test(name)) return name !== 'data-mxgraph'
  if (!ALLOWED_ATTRIBUTES.has(name)) return false
  if (name === 'href') return isPlainUrl(value) && isSafeUrl(value)
  if (name === 'src') return isPlainUrl(value) && /^(https?:|data:image\/|[^:]*$|[^:]*\/)/i.test(value.trim())
  return name !== 'style' || !/url\s*\(|expression|@import|behavior|-moz-binding|\\/i.test(value)
}

/** An opening tag with those of its attributes that are allowed; as it is where all of them are. */
function cleanTag(token: string, name: string, rest: string): string {
  const attributes = [...rest.matchAll(ATTRIBUTE)]
  const allowed = attributes.filter(([, key, quoted = '']) =>
    isAllowedAttribute(key!.toLowerCase(), decodeReferences(quoted.replace(/^["']|["']$/g, ''))),
  )
  if (allowed.length === attributes.length && rest.replace(ATTRIBUTE, '').replace(/[\s/]/g, '') === '')
    return token
  return `<${name}${allowed.map(([whole]) => ` ${whole}`).join('')}>`
}

/** The label with only tags and attributes that format it: no scripts, handlers, frames, or links that run code. */
export function sanitizeHtml(html: string): string {
  let clean = ''
  let silent: string | undefined
  // What is left as it is: then a < that begins no tag can stay too.
  let same = 0
  for (const { token, tag: name, rest, closing } of tokensOf(html)) {
    if (silent !== undefined) {
      if (closing && name === silent) silent = undefined
    } else if (name === undefined) {
      clean += token.replace('<', '&lt;')
      if (!/^<[/!?A-Za-z]/.test(token) || isWord(token)) same += token.length
    } else if (SILENT.has(name)) silent = closing ? undefined : name
    else if (ALLOWED.has(name)) {
      const tag = closing && rest.trim() !== '' ? `</${name}>` : cleanTag(token, name, rest)
      clean += tag
      if (tag === token) same += token.length
    }
  }
  return same === html.length ? html : clean
}

/** Whether a text does nothing where someone shows it as HTML. */
export const isHarmless = (text: string): boolean =>
  !text.includes('<') || sanitizeHtml(text) === text || !/<[/!?A-Za-z]/.test(text)

/** A label's attribute value, for a cell with or without `html=1`. */
export function encodeLabel({ text, rich }: Text, html: boolean): string {
  if (!html) return cleanXml(text)
  return cleanXml(rich?.syntax === 'drawio-html' ? sanitizeHtml(rich.source) : htmlOfText(text))
}

/** The label that an attribute's value shows. */
export function decodeLabel(value: string, html: boolean): Text {
  if (!html) return { text: value }
  const text = textOfHtml(value)
  return isFormatted(value) ? { text, rich: { syntax: 'drawio-html', source: value } } : { text }
}
