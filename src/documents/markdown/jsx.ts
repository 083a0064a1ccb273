/** Values of attributes of JSX: strings, and expressions that are a string or a template without anything to compute. */
import { decodeReferences } from '../../text/html-references.js'
import type { Passage, Range } from '../block.js'
import { insetOf, type Piece } from '../inset.js'

export interface Text {
  /** Between its signs. */
  readonly at: Range
  /** What it stands between, and whether it is an attribute as HTML has it, with references and without escapes. */
  readonly sign: '"' | "'" | '`'
  readonly isHtml: boolean
}

/**
 * What stands behind `=`, or as a child.
 * @returns where it ends; and its text, where it is one; nothing where the document ends first
 * @see https://facebook.github.io/jsx/#prod-JSXAttributeValue
 */
export function valueAt(text: string, start: number): { end: number; value?: Text | undefined } | undefined {
  const quote = text[start]
  if (quote === '"' || quote === "'") {
    const end = text.indexOf(quote, start + 1)
    return end < 0 ? undefined : { end: end + 1, value: { at: [start + 1, end], sign: quote, isHtml: true } }
  }
  if (quote !== '{') return { end: start }
  const inner = behindBlanks(text, start + 1)
  const sign = text[inner]
  if (sign === '`' || sign === '"' || sign === "'") {
    const end = endOfString(text, inner + 1, sign)
    if (end === undefined) return undefined
    const behind = behindBlanks(text, end + 1)
    const isWhole = sign !== '`' || !/(?<!\\)\$\{/.test(text.slice(inner + 1, end))
    if (text[behind] === '}' && isWhole)
      return { end: behind + 1, value: { at: [inner + 1, end], sign, isHtml: false } }
  }
  for (let at = start, depth = 0; at < text.length; at++) {
    if (text[at] === '{') depth++
    else if (text[at] === '}' && --depth === 0) return { end: at + 1 }
  }
  return undefined
}

function endOfString(text: string, start: number, sign: string): number | undefined {
  for (let at = start; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === sign) return at
  }
  return undefined
}

export function behindBlanks(text: string, start: number): number {
  let at = start
  while (at < text.length && /\s/.test(text[at]!)) at++
  return at
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
])

/** What the text says, with the places of the document, and other text in the same letters. */
export function passageOf(text: string, { at: [start, end], sign, isHtml }: Text): Passage {
  const pieces: Piece[] = []
  let taken = start
  for (const { 0: own, index } of text
    .slice(start, end)
    .matchAll(isHtml ? /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w{1,32});/g : /\\[\s\S]/g)) {
    const from = start + index
    const said = isHtml ? decodeReferences(own) : (ESCAPES.get(own[1]!) ?? own[1]!)
    pieces.push({ start: taken, end: from, text: text.slice(taken, from) })
    pieces.push({ start: from, end: from + own.length, text: said })
    taken = from + own.length
  }
  pieces.push({ start: taken, end, text: text.slice(taken, end) })
  // A string has its lines as they stand, where it has any in that form.
  const hasLines = /[\r\n]/.test(text.slice(start, end))
  return { ...insetOf(pieces, start), encode: source => encoded(source, { sign, isHtml, hasLines }) }
}

function encoded(
  source: string,
  { sign, isHtml, hasLines }: Pick<Text, 'sign' | 'isHtml'> & { readonly hasLines: boolean },
): string {
  if (sign === '`') return source.replace(/[\\`]|\$(?=\{)/g, '\\$&')
  if (isHtml) {
    const own = source
      .replace(/&(?=#?\w{1,32};)/g, '&amp;')
      .replaceAll(sign, sign === '"' ? '&quot;' : '&#39;')
    return hasLines ? own : own.replace(/\r\n?|\n/g, '&#10;')
  }
  return source
    .replace(/\\/g, '\\\\')
    .replaceAll(sign, `\\${sign}`)
    .replace(/\r\n?|\n/g, '\\n')
}
