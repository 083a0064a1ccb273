/** Which page or layer an option names: by its name, else by its number, counted from 1. */

/** The place of what is named in a list of names; nothing where it is not there. */
export function placeNamed(names: readonly (string | undefined)[], wanted: string): number | undefined {
  const byName = names.indexOf(wanted)
  if (byName >= 0) return byName
  const number = /^[1-9]\d{0,8}$/.test(wanted) ? Number(wanted) - 1 : -1
  return number >= 0 && number < names.length ? number : undefined
}

const MOST = 12

/** Names for a message, and numbers for what has none. */
export function namesInWords(names: readonly (string | undefined)[]): string {
  const words = names.slice(0, MOST).map((name, i) => (name ? `“${name}”` : `number ${i + 1}`))
  return names.length > MOST ? `${words.join(', ')} and ${names.length - MOST} more` : words.join(', ')
}
