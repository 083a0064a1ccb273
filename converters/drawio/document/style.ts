/**
 * draw.io's style strings: `ellipse;fillColor=#fff;html=1;`. A word without `=` names a style of the
 * style sheet; a later key wins over an earlier one. Values cannot hold a `;`.
 */

/**
 * Keys in the order in which they stand; `null` for a word without a value. A word that is also a key
 * (`image;image=a.png;`) has a `;` behind it.
 */
export type StyleMap = ReadonlyMap<string, string | null>

export function parseStyle(style: string): StyleMap {
  const map = new Map<string, string | null>()
  const words = new Set<string>()
  const parts = style.split(';').map(part => part.trim())
  for (const part of parts) if (part !== '' && !part.includes('=')) words.add(part)
  const both = new Set(
    parts
      .map(part => part.split('=', 1)[0]!.trim())
      .filter((key, i) => parts[i]!.includes('=') && words.has(key)),
  )
  for (const part of parts) {
    const equals = part.indexOf('=')
    if (part === '' || equals === 0) continue
    if (equals < 0) map.set(both.has(part) ? `${part};` : part, null)
    else map.set(part.slice(0, equals).trim(), part.slice(equals + 1).trim())
  }
  return map
}

export function formatStyle(style: StyleMap): string {
  let text = ''
  for (const [key, value] of style) text += value === null ? `${key.replace(';', '')};` : `${key}=${value};`
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
  for (const [key, value] of style) if (value === null) words.push(key.replace(';', ''))
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
