/** Markdown that nests deeper than anybody writes. */

/** More quotes and lists in each other than anybody writes; micromark takes time by their square. */
const DEEPEST = 200

/** The text with blanks in the place of lines that begin with more signs of quotes and lists than anybody writes. */
export function withoutDepths(text: string): string {
  const parts: string[] = []
  let copied = 0
  let signs = 0
  let inMargin = true
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (sign === '\n' || sign === '\r') {
      signs = 0
      inMargin = true
    } else if (inMargin) {
      if (MARGIN.includes(sign)) signs++
      else if (sign !== ' ' && sign !== '\t') inMargin = false
      if (signs <= DEEPEST) continue
      const next = text.slice(at).search(/[\r\n]/)
      const end = next < 0 ? text.length : at + next
      const start = Math.max(text.lastIndexOf('\n', at), text.lastIndexOf('\r', at)) + 1
      parts.push(text.slice(copied, start), ' '.repeat(end - start))
      copied = end
      at = end - 1
    }
  }
  return copied === 0 ? text : parts.join('') + text.slice(copied)
}

/** What quotes and lists begin with. */
const MARGIN = '>-+*0123456789.)'
