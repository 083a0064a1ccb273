/**
 * Character references of HTML and XML: `&lt;`, `&#60;`, `&#x3c;`. Every format finds them here, and says itself which it reads
 * and as what (https://html.spec.whatwg.org/multipage/syntax.html#character-references).
 */
import { codeOfName } from './html-characters.js'

export interface Reference {
  /** As it is written, from its `&` on. */
  readonly source: string
  /** Left out for one with a number, and for an `&` alone. */
  readonly name?: string
  /** As it is written, of which a format may read only so many. */
  readonly digits?: string
  /** The number that the digits say, whether there is such a character or not. */
  readonly number?: number
  /** Whether it ends with a semicolon. */
  readonly closed: boolean
  readonly offset: number
}

const REFERENCE = /&(?:#(\d+)|#[xX]([\da-fA-F]+)|(\w+))?(;?)/g

/**
 * A text with its references replaced, also those that are only begun.
 * @param replacement what stands for one of them; `undefined` leaves it as it is written
 */
export function replaceReferences(
  text: string,
  replacement: (reference: Reference) => string | undefined,
): string {
  if (!text.includes('&')) return text
  return text.replace(
    REFERENCE,
    (source: string, decimal: string, hex: string, name: string, end: string, offset: number) => {
      const digits = decimal ?? hex
      const number = decimal !== undefined ? Number(decimal) : Number.parseInt(hex, 16)
      const kind = name !== undefined ? { name } : digits !== undefined ? { digits, number } : {}
      return replacement({ source, ...kind, closed: end !== '', offset }) ?? source
    },
  )
}

/** The character of a number, if it is one that a text can hold. */
export function characterOf(number: number): string | undefined {
  const isCharacter = number > 0 && number <= 0x10ffff && (number < 0xd800 || number > 0xdfff)
  return isCharacter ? String.fromCodePoint(number) : undefined
}

/** A text of HTML with its references read. Unknown names stay; a number that is no character is U+FFFD. */
export const decodeReferences = (html: string): string =>
  replaceReferences(html, ({ name, number, closed }) => {
    if (!closed) return undefined
    if (number !== undefined) return characterOf(number) ?? '\uFFFD'
    const code = name === undefined ? undefined : codeOfName(name)
    return code === undefined ? undefined : String.fromCodePoint(code)
  })

/** Characters that only space a text out are blanks in it, and one that may break a word is nothing. */
const BLANKS: ReadonlyMap<number, string> = new Map([
  [0xa0, ' '],
  [0xad, ''],
  [0x2002, ' '],
  [0x2003, ' '],
])

/** The same for a text in which blanks are only blanks. A number that is no character stays as it is written. */
export const decodeWithBlanks = (html: string): string =>
  replaceReferences(html, ({ name, number, closed }) => {
    const code = name === undefined ? number : codeOfName(name)
    return closed && code !== undefined ? (BLANKS.get(code) ?? characterOf(code)) : undefined
  })

/** A text as HTML shows it, also in the value of an attribute between double quotes. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
