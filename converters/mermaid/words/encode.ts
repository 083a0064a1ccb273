/** Texts as Mermaid can hold them: what would be syntax, markup or an entity code becomes an entity code. */
import type { Rich } from '../../../src/ir/model.js'
import { withoutIconCodes } from '../../../src/text/rich/icons.js'
import { withoutHalves } from '../../../src/text/utf16.js'

function code(char: string): string {
  return `#${char.codePointAt(0)};`
}

/** The nearest text that Mermaid holds: line breaks are `\n`, and NUL and half characters are U+FFFD. */
export function cleanText(text: string): string {
  return withoutHalves(text.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD'))
}

/** The nearest plain label: in one, mermaid finds icons, which are no text. */
export const cleanLabel = (text: string): string => withoutIconCodes(cleanText(text))

/** What is no plain text in Mermaid: codes, tags, references, quotes, and mermaid's own marks for codes. */
const special = /#(?=\w+;)|"|<(?=[\w/!?])|&(?=#?\w+;)|ﬂ(?=°)|¶(?=ß)|%(?=%\{)|[\u2028\u2029]|^`/g
const names: Readonly<Record<string, string>> = { '"': '#quot;', '<': '#lt;', '&': '#amp;' }

/** A text for a quoted string or a line of its own, where nothing is drawn as HTML. Line breaks become codes. */
export function encodePlain(text: string): string {
  return protectBlanks(text.replace(special, char => names[char] ?? code(char))).replaceAll('\n', '#10;')
}

/** Words and numbers with blanks between them, as most labels are; one word stands for a direction. */
const isPlain = (text: string): boolean => /^\w[\w ]*$/.test(text) && !/ $|direction/.test(text)

/** A label's plain text: line breaks are `<br/>`. */
export function encodeLabel(text: string): string {
  if (isPlain(text)) return text
  const escaped = text.replace(special, char => names[char] ?? code(char)).replace(/\\(?=n)/g, code)
  return protectBlanks(escaped).replaceAll('\n', '<br/>')
}

/** A label as HTML or markdown, whose markup stays. */
export function encodeRich({ syntax, source }: Rich): string {
  const escaped = source.replace(
    /#(?=\w+;)|"|ﬂ(?=°)|¶(?=ß)|%(?=%\{)|[\u2028\u2029]/g,
    char => names[char] ?? code(char),
  )
  return protectBlanks(syntax === 'markdown' ? escaped.replaceAll('`', '#96;') : escaped)
}

/** Codes for blanks that mermaid would trim, and for the one that makes `direction TB` of two words. */
function protectBlanks(text: string): string {
  const start = text.length - text.trimStart().length
  const end = Math.max(text.trimEnd().length, start)
  const asCodes = (blanks: string) => blanks.replace(/[^\n]/g, code)
  const trimmed = asCodes(text.slice(0, start)) + text.slice(start, end) + asCodes(text.slice(end))
  return trimmed.replace(/(?<=direction)[^\S\n](?=\s*(?:TB|BT|RL|LR|TD))/g, code)
}
