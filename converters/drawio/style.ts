/**
 * draw.io's style strings: `ellipse;fillColor=#fff;html=1;`. A word without `=` names a style of the
 * style sheet; a later key wins over an earlier one. Values cannot hold a `;`.
 */

/** Keys in the order in which they stand; `null` for a word without a value. */
export type StyleMap = ReadonlyMap<string, string | null>

export function parseStyle(style: string): StyleMap {
  const map = new Map<string, string | null>()
  for (const part of style.split(';')) {
    const trimmed = part.trim()
    if (trimmed === '') continue
    const equals = trimmed.indexOf('=')
    if (equals < 0) map.set(trimmed, null)
    else if (equals > 0) map.set(trimmed.slice(0, equals).trim(), trimmed.slice(equals + 1).trim())
  }
  return map
}

export function formatStyle(style: StyleMap): string {
  let text = ''
  for (const [key, value] of style) text += value === null ? `${key};` : `${key}=${value};`
  return text
}

/** Whether two styles say the same, in whatever order. */
export function sameStyle(a: StyleMap, b: StyleMap): boolean {
  if (a.size !== b.size) return false
  for (const [key, value] of a) if (b.get(key) !== value) return false
  return true
}

/** The words without a value, in one string; they choose the outline. */
export function bareWords(style: StyleMap): string {
  const words: string[] = []
  for (const [key, value] of style) if (value === null) words.push(key)
  return words.join(' ')
}

/** Whether a value can stand in a style and come back as it is. */
export function fitsStyle(value: string): boolean {
  return !/[;\u0000-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udfff]/.test(value) && value === value.trim()
}

export function numberOf(value: string | null | undefined): number | undefined {
  if (value === null || value === undefined || value === '') return undefined
  const number = Number(value)
  return Number.isFinite(number) ? number : undefined
}
