/** What a FlowZap text can hold: the cleaning that lowering does, and the tests that the checks do. */

/** FlowZap's service refuses longer code. */
export const MAX_CHARACTERS = 50_000

/** Tabs and line breaks of any kind part words, so they become a blank and do not vanish. */
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g
const surrogates = /\p{Surrogate}/gu
const controls = /\p{Cc}/gu
/**
 * A character that is drawn as an emoji: by itself, or because a variation selector asks for it. Signs
 * that are text by themselves (`©`, `↔`, `✓`) stay.
 */
const emoji =
  /\p{Emoji_Presentation}|(?=[\u{10000}-\u{10FFFF}])\p{Extended_Pictographic}|\p{Extended_Pictographic}\uFE0F/gu
/** What goes with the emoji before it: another that it is joined with, selectors and tags. */
const joinedTo = /\u200D\p{Extended_Pictographic}|[\u200D\uFE0F\u20E3\u{E0020}-\u{E007F}]/uy
/** The digit of a keycap stays. */
const selectors = /\uFE0F\u20E3?/gu

/** Most texts have nothing else, and then there is nothing to clean. */
const ascii = /^[ -~]*$/

/** Without emoji, control characters and halves of surrogate pairs; line breaks and tabs become one space. */
export function cleanCharacters(text: string): string {
  if (ascii.test(text)) return text
  const words = text.replace(breaks, ' ')
  const marked = words.replace(surrogates, '\0').replace(controls, '\0')
  const pieces = withoutEmoji(marked).replace(selectors, '\0').split('\0')
  return pieces.length === 1 ? words : joined(pieces)
}

/** With a NUL for each emoji and all that goes with it. */
function withoutEmoji(text: string): string {
  const parts: string[] = []
  let from = 0
  for (const { index, 0: found } of text.matchAll(emoji)) {
    if (index < from) continue
    parts.push(text.slice(from, index))
    from = index + found.length
    for (joinedTo.lastIndex = from; joinedTo.test(text); ) from = joinedTo.lastIndex
  }
  parts.push(text.slice(from))
  return parts.join('\0')
}

/** What stood around characters that are gone, without the blanks that they leave at either end, or twice in between. */
function joined(pieces: readonly string[]): string {
  const parts: string[] = []
  let behindBlank = false
  for (const [place, piece] of pieces.entries()) {
    const inner = place > 0 || isOnlyBlanks(piece)
    const part: string = inner && (behindBlank || parts.length === 0) ? withoutBlanks(piece, 'before') : piece
    if (part === '') continue
    parts.push(part)
    behindBlank = part.endsWith(' ')
  }
  const text = parts.join('')
  return isOnlyBlanks(pieces.at(-1) ?? '') ? withoutBlanks(text, 'behind') : text
}

function isOnlyBlanks(text: string): boolean {
  return withoutBlanks(text, 'before') === ''
}

/** A regular expression would look at every run of blanks again from each blank in it. */
function withoutBlanks(text: string, where: 'before' | 'behind' | 'around'): string {
  let start = 0
  let end = text.length
  if (where !== 'behind') while (start < end && text[start] === ' ') start++
  if (where !== 'before') while (end > start && text[end - 1] === ' ') end--
  return text.slice(start, end)
}

/** Whether a text holds an emoji or a control character. */
export function hasForbiddenCharacters(text: string): boolean {
  return cleanCharacters(text) !== text
}

/** Whether FlowZap's own parser takes the line of such a text for another kind of statement and loses what stands there. */
export function breaksLines(text: string): boolean {
  return text.includes('->') || hasLaneSign(text)
}

/** A line with a brace and a `#` behind it opens a lane for that parser, wherever on the line they are. */
function hasLaneSign(text: string): boolean {
  return /\{\s*#/.test(text)
}

/** Arrows as one character each, and parentheses for the braces of what looks like a lane. */
function withoutStatements(text: string): string {
  if (!breaksLines(text)) return text
  const words = text.replace(/(<?)-+(>?)/g, (all, back: string, on: string) => {
    if (on === '') return all
    return back === '' ? '→' : '↔'
  })
  return hasLaneSign(words) ? words.replace(/\{/g, '(').replace(/\}/g, ')') : words
}

/** ASCII without what may stand for something else between quotes: a quote, a backslash, the dash of an arrow, the brace of a lane. */
const harmless = /^[ !#-,.-[\]-z|-~]*$/

/**
 * The nearest text that can stand between double quotes. FlowZap documents no escapes, so a quote becomes
 * `'`, and a backslash where it could be read as one (before a backslash, a quote or the end) becomes `/`. Its own
 * parser knows statements by what is in a line, so `->` becomes `→`.
 */
export function cleanQuoted(text: string): string {
  if (harmless.test(text)) return text
  return withoutStatements(cleanCharacters(text))
    .replace(/\\(?=[\\"]|$)/g, '/')
    .replace(/"/g, "'")
}

/** The nearest text that can stand after `# `: it ends with the line, and blanks around it are not part of it. */
export function cleanLaneLabel(text: string): string {
  return withoutBlanks(cleanCharacters(text), 'around')
}

/** The nearest condition of a loop. It ends at the first `]`; where one stands in it, brackets become parentheses. */
export function cleanCondition(text: string): string {
  const cleaned = withoutStatements(cleanLaneLabel(text))
  return cleaned.includes(']') ? cleaned.replace(/\[/g, '(').replace(/\]/g, ')') : cleaned
}

/** The nearest lane id: a letter or `_`, then letters, digits and `_`. */
export function cleanLaneId(id: string): string {
  const word = id.replace(/[^A-Za-z0-9_]+/g, '_')
  return /^[A-Za-z_]/.test(word) ? word : `_${word}`
}

/** Whether a lane id is one that FlowZap's rules allow. */
export function isLaneId(id: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(id)
}
