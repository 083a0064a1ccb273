/**
 * Icons in Mermaid's labels: mermaid draws `fa:fa-car` and its kin, and nothing else, as a picture, wherever it stands in a
 * label (`replaceIconSubstring` of mermaid 12.3). Elsewhere such a code is no text.
 */

const ICON = /fa[bklrs]?:fa-[\w-]+/g

/** The codes in a label, in their order. */
export function iconsIn(label: string): string[] {
  return label.includes(':fa-') ? [...label.matchAll(ICON)].map(([code]) => code) : []
}

/** A label with something else in the place of each code. */
export const replaceIcons = (label: string, by: (code: string) => string): string => label.replace(ICON, by)

/** A label without its codes: one blank stays of two around a code, and a line of codes alone is none. */
export function withoutIcons(label: string): string {
  if (iconsIn(label).length === 0) return label
  return label
    .replace(ICON, '\0')
    .replace(/(^|\n|<br\s*\/?>)[^\S\n]*\0[\0\s]*?(?:$|\n|<br\s*\/?>)/gi, '$1')
    .replace(/(^|[\s>])(\0[\0\s]*?)(?=[^\0\s]|\n|$)/g, withoutOneBlank)
    .replace(/[^\S\n]?\0/g, '')
    .trim()
}

/** The blanks behind codes that stand on their own, but the first. */
function withoutOneBlank(_: string, before: string, codes: string): string {
  return before + codes.slice(codes.lastIndexOf('\0') + 2)
}

/** A text in which mermaid finds no icon: a word joiner, which nobody sees, parts the code. */
export function withoutIconCodes(text: string): string {
  return text.includes(':fa-') ? text.replace(/(fa[bklrs]?:)(?=fa-[\w-])/g, '$1\u2060') : text
}
