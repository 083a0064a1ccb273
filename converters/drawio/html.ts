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
  return text.replace(/[&<>\n]/g, character => ESCAPES[character]!)
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
    const length = tag ? tagLength(piece) : 0
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
  for (const { token, tag: name, rest, closing } of tokensOf(html)) {
    if (silent !== undefined) {
      if (closing && name === silent) silent = undefined
      continue
    }
    // Blanks between blocks show nothing.
    if (name === undefined && block && token.trim() === '') continue
    if (name === undefined) put(decodeReferences(token))
    else if (name === 'img') pictured = true
    // The line of a picture alone is none of the text.
    else if (name === 'br') {
      if (text !== '' || !pictured) put('\n')
    } else if (BLOCKS.has(name)) block = true
    else if (CELLS.has(name)) {
      if (!closing && !fresh && !block) text += ' '
    } else if (SILENT.has(name) && !closing && !rest.endsWith('/')) silent = name
  }
  return text
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
  for (const { token, tag: name, rest, closing } of tokensOf(html)) {
    if (silent !== undefined) {
      if (closing && name === silent) silent = undefined
    } else if (name === undefined) clean += token.replace('<', '&lt;')
    else if (SILENT.has(name)) silent = closing ? undefined : name
    else if (ALLOWED.has(name))
      clean += closing && rest.trim() !== '' ? `</${name}>` : cleanTag(token, name, rest)
  }
  return clean
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
