/**
 * Labels. With `html=1` draw.io shows a label as HTML: what is plain text here is written escaped with
 * `<br>` for line breaks, and what people formatted there is read as its text, with the source kept.
 */
import type { Text } from '../../src/ir/model.js'
import { isSafeUrl } from './links.js'
import { cleanXml } from './xml.js'

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\n': '<br>' }

/** The HTML that shows a plain text. */
export function htmlOfText(text: string): string {
  return text.replace(/[&<>\n]/g, character => ESCAPES[character]!)
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['ensp', ' '],
  ['emsp', ' '],
  ['shy', ''],
  ['hellip', '…'],
  ['mdash', '—'],
  ['ndash', '–'],
  ['middot', '·'],
  ['bull', '•'],
  ['copy', '©'],
  ['reg', '®'],
  ['trade', '™'],
  ['larr', '←'],
  ['uarr', '↑'],
  ['rarr', '→'],
  ['darr', '↓'],
  ['harr', '↔'],
  ['times', '×'],
  ['divide', '÷'],
  ['plusmn', '±'],
  ['le', '≤'],
  ['ge', '≥'],
  ['ne', '≠'],
  ['euro', '€'],
  ['laquo', '«'],
  ['raquo', '»'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
])

export function decodeReferences(text: string): string {
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z]{2,8});/g, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED.get(name) ?? whole
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    if (code === 0xa0) return ' '
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : whole
  })
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
    else if (name === 'br') put('\n')
    else if (BLOCKS.has(name)) block = true
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
  'align bgcolor border cellpadding cellspacing class color colspan face height href rowspan size src style target title valign width'.split(
    ' ',
  ),
)
const ATTRIBUTE = /([^\s=/"'<>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/g

function isAllowedTag(name: string, rest: string): boolean {
  if (!ALLOWED.has(name)) return false
  for (const [, key, quoted = ''] of rest.matchAll(ATTRIBUTE)) {
    const value = decodeReferences(quoted.replace(/^["']|["']$/g, ''))
    const lower = key!.toLowerCase()
    if (!ALLOWED_ATTRIBUTES.has(lower)) return false
    if (lower === 'href' && !isSafeUrl(value)) return false
    if (lower === 'src' && !/^(https?:|data:image\/(png|jpeg|gif|webp)[;,])/i.test(value.trim())) return false
    if (lower === 'style' && /url\s*\(|expression|@import|\\/i.test(value)) return false
  }
  return true
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
    else if (isAllowedTag(name, rest)) clean += token
    else if (ALLOWED.has(name)) clean += `<${closing ? '/' : ''}${name}>`
  }
  return clean
}

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
