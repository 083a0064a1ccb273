/**
 * Mermaid's entity codes: `#quot;`, `#35;`. Before its grammar runs, mermaid turns them into `ﬂ°quot¶ß`
 * and `ﬂ°°35¶ß`; when it draws, into HTML's `&quot;` and `&#35;`.
 */
import { decodeReferences } from '../../../src/text/html-references.js'
import { type Edited, edit, type Replacement } from './edited.js'

/** `encodeEntities` of mermaid 12.3, with its quirk: some lines with a style lose their last `;`. */
export function encodeEntities(from: Edited): Edited {
  if (!from.text.includes('#')) return from
  const withoutStyle = edit(from, lostSemicolons(from.text, 'style'))
  const withoutClassDef = edit(withoutStyle, lostSemicolons(withoutStyle.text, 'classDef'))
  const codes: Replacement[] = []
  for (const { index, 0: match } of withoutClassDef.text.matchAll(/#\w+;/g)) {
    const start = /^#\d+;$/.test(match) ? 'ﬂ°°' : 'ﬂ°'
    const end = index + match.length
    codes.push({ start: index, end: index + 1, text: start }, { start: end - 1, end, text: '¶ß' })
  }
  return edit(withoutClassDef, codes)
}

/**
 * In every line that matches `word.*:\S*#.*;`, mermaid deletes the match's last `;`. Meant for
 * `style A fill:#f00;`, it hits every line with such a text.
 */
function lostSemicolons(text: string, word: string): Replacement[] {
  const found: Replacement[] = []
  let lineStart = 0
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, lineStart)) {
    const lineEnd = endOfLine(text, at)
    // In the line alone: a text without semicolons is not to be searched from each of its lines to its beginning.
    const last = at + text.slice(at, lineEnd).lastIndexOf(';')
    if (last > at && hasColonThenHash(text, at + word.length, last)) {
      found.push({ start: last, end: last + 1, text: '' })
    }
    lineStart = lineEnd
  }
  return found
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

/** Whether a `#` in the range follows a `:` with no blank between them. */
function hasColonThenHash(text: string, from: number, to: number): boolean {
  let colon = false
  for (let at = from; at < to; at++) {
    const char = text[at]!
    if (char === ':') colon = true
    else if (char === '#' && colon) return true
    else if (/\s/.test(char)) colon = false
  }
  return false
}

/** An encoded text as HTML: `ﬂ°quot¶ß` becomes `&quot;`. */
function entitiesAsHtml(text: string): string {
  if (!text.includes('ﬂ°') && !text.includes('¶ß')) return text
  return text.replaceAll('ﬂ°°', '&#').replaceAll('ﬂ°', '&').replaceAll('¶ß', ';')
}

/** An encoded text with its codes read, and HTML's references besides. */
export const decodeEntities = (text: string): string => decodeReferences(entitiesAsHtml(text))
