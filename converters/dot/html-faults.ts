/** Why Graphviz refuses an HTML label: its XML parser stops at the first fault, and the name of the node is shown instead. */
import { decodeEntities } from './entities.js'

const ELEMENTS = new Set('table tr td font br img b i u o s sub sup hr vr html'.split(' '))
const ALONE = /^(?:br|img|hr|vr)$/i
const TAG =
  /<!--[\s\S]*?-->|<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|<|&(#\d+;|#x[\da-fA-F]+;|\w+;)?/g

/** The first fault of an HTML label, as the end of a sentence; nothing where it is well formed. */
export function faultOfHtml(html: string): string | undefined {
  const open: string[] = []
  for (const [piece, closing, name, , alone, reference] of html.matchAll(TAG)) {
    if (piece.startsWith('<!--')) continue
    if (piece.startsWith('&')) {
      if (reference === undefined) return 'a bare `&` is written `&amp;` there'
      if (piece !== '&apos;' && !reference.startsWith('#') && decodeEntities(piece) === piece)
        return `HTML has no character \`${piece}\``
      continue
    }
    if (name === undefined) return 'a `<` in it begins no tag that is well formed'
    if (!ELEMENTS.has(name.toLowerCase())) return `Graphviz knows no tag \`<${name}>\``
    if (closing) {
      const last = open.pop()
      if (last === undefined) return `\`</${name}>\` closes nothing`
      if (last !== name) return `\`</${name}>\` stands where \`</${last}>\` is expected`
    } else if (!alone) open.push(name)
  }
  const last = open.pop()
  if (last === undefined) return undefined
  return ALONE.test(last) ? `\`<${last}>\` is written \`<${last}/>\` there` : `\`<${last}>\` is never closed`
}
