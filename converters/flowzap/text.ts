/** What a FlowZap text can hold: the cleaning that lowering does, and the tests that the checks do. */

/** Tabs and line breaks of any kind part words, so they become a blank and do not vanish. */
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g
const surrogates = /\p{Surrogate}/gu
const controls = /\p{Cc}/gu
/**
 * A character that is drawn as an emoji: by itself, or because a variation selector asks for it. Signs
 * that are text by themselves (`©`, `↔`, `✓`) stay. What an emoji is joined with and the selectors and
 * tags behind it go with it; the digit of a keycap stays.
 */
const emoji =
  /(?:\p{Emoji_Presentation}|(?=[\u{10000}-\u{10FFFF}])\p{Extended_Pictographic}|\p{Extended_Pictographic}\uFE0F)(?:\u200D\p{Extended_Pictographic}|[\u200D\uFE0F\u20E3\u{E0020}-\u{E007F}])*|\uFE0F\u20E3?/gu

/** Most texts have nothing else, and then there is nothing to clean. */
const ascii = /^[ -~]*$/

/** Without emoji, control characters and halves of surrogate pairs; line breaks and tabs become one space. */
export function cleanCharacters(text: string): string {
  if (ascii.test(text)) return text
  return text.replace(breaks, ' ').replace(surrogates, '').replace(controls, '').replace(emoji, '')
}

/** Whether a text holds an emoji or a control character. */
export function hasForbiddenCharacters(text: string): boolean {
  return cleanCharacters(text) !== text
}

/**
 * The nearest text that can stand between double quotes. FlowZap documents no escapes, so a quote becomes
 * `'`, and a backslash where it could be read as one (before a backslash, a quote or the end) becomes `/`.
 */
export function cleanQuoted(text: string): string {
  return cleanCharacters(text)
    .replace(/\\(?=[\\"]|$)/g, '/')
    .replace(/"/g, "'")
}

/** The nearest text that can stand after `# `: it ends with the line, and blanks around it are not part of it. */
export function cleanLaneLabel(text: string): string {
  const cleaned = cleanCharacters(text)
  let start = 0
  let end = cleaned.length
  while (start < end && cleaned[start] === ' ') start++
  while (end > start && cleaned[end - 1] === ' ') end--
  return cleaned.slice(start, end)
}

/** The nearest condition of a loop. It ends at the first `]`; where one stands in it, brackets become parentheses. */
export function cleanCondition(text: string): string {
  const cleaned = cleanLaneLabel(text)
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
