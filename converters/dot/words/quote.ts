/** Names and values as DOT writes them. */
import type { Atom } from './statement.js'

const KEYWORD = /^(?:node|edge|graph|digraph|subgraph|strict)$/i
const BARE = /^(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*|-?(?:\d+(?:\.\d*)?|\.\d+))$/

/** Graphviz reads a line of at most 16 KB; a character has at most three bytes for each code unit. */
const LONGEST = 5000

/** Most names are of ASCII, and most texts have nothing in them that needs a look. */
const PLAIN_NAME = /^[A-Za-z_]\w{0,99}$/
const PLAIN_TEXT = /^[^\0"\\\ufeff]{0,999}$/

/** A name or value, with quotes only where it needs them. What it is written as, is read back as it is. */
export function quote({ text: given, html }: Atom): string {
  if (!html && PLAIN_NAME.test(given)) return KEYWORD.test(given) ? `"${given}"` : given
  if (!html && PLAIN_TEXT.test(given) && !BARE.test(given)) return `"${given}"`
  // Graphviz would drop the rest of the line too.
  const text = given.replaceAll('\0', '')
  if (html) return `<${text}>`
  if (BARE.test(text) && !KEYWORD.test(text) && text.length <= LONGEST && !text.includes('\ufeff'))
    return text
  return pieces(text)
    .map(piece => (piece === '\\' ? '<\\>' : `"${piece.replaceAll('"', '\\"')}"`))
    .join(' +\n')
}

/**
 * DOT has no escape for a backslash. One that would swallow the quote or line break behind it is written as
 * a piece of its own, between angle brackets where nothing is escaped; adding makes plain text of it.
 */
function pieces(text: string): string[] {
  if (text.length <= LONGEST && !text.includes('\\')) return [text]
  const found: string[] = []
  let start = 0
  const cut = (at: number) => {
    if (at > start) found.push(text.slice(start, at))
    start = at
  }
  for (let at = 0; at < text.length; ) {
    const length = text[at] === '\\' ? backslashes(text, at) : 1
    const next = text[at + length]
    if (text[at] === '\\' && length % 2 === 1 && (next === undefined || next === '"' || next === '\n')) {
      cut(at + length - 1)
      found.push('\\')
      start = at + length
    }
    // A backslash at the end of a piece would swallow its quote.
    const isOpen = text[at] === '\\' && length % 2 === 1
    at += length
    if (at - start >= LONGEST && !isOpen && !isInsidePair(text, at)) cut(at)
  }
  cut(text.length)
  // Adding makes plain text only of two operands or more, and HTML alone would stay HTML.
  return found.length === 1 && found[0] === '\\' ? ['', '\\'] : found.length === 0 ? [''] : found
}

function backslashes(text: string, from: number): number {
  let end = from
  while (text[end] === '\\' && end - from < LONGEST) end++
  return end - from
}

/** Between the halves of a surrogate pair no text is cut. */
function isInsidePair(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff
}
