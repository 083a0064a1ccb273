/** Why Graphviz refuses an HTML label: its XML parser stops at the first fault, and the name of the node is shown instead. */
import { decodeEntities } from './entities.js'

const ELEMENTS = new Set('table tr td font br img b i u o s sub sup hr vr html'.split(' '))
const ALONE = /^(?:br|img|hr|vr)$/i
const TAG = /<!--[\s\S]*?-->|<(\/?)([A-Za-z][\w:.-]*)|<|&(#\d+;|#x[\da-fA-F]+;|\w+;)?/g
const ATTRIBUTE = /\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*')/y
const TAG_END = /\s*(\/?)>/y

/** The first fault of an HTML label, as the end of a sentence; nothing where it is well formed. */
export function faultOfHtml(html: string): string | undefined {
  const open: string[] = []
  TAG.lastIndex = 0
  for (let found = TAG.exec(html); found; found = TAG.exec(html)) {
    const [piece, closing, name, reference] = found
    if (piece.startsWith('<!--')) continue
    if (piece.startsWith('&')) {
      if (reference === undefined) return 'a bare `&` is written `&amp;` there'
      if (piece !== '&apos;' && !reference.startsWith('#') && decodeEntities(piece) === piece)
        return `HTML has no character \`${piece}\``
      continue
    }
    const end = name === undefined ? undefined : endOfTag(html, TAG.lastIndex)
    if (!name || !end) return 'a `<` in it begins no tag that is well formed'
    TAG.lastIndex = end.index + end[0].length
    if (!ELEMENTS.has(name.toLowerCase())) return `Graphviz knows no tag \`<${name}>\``
    if (closing) {
      const last = open.pop()
      if (last === undefined) return `\`</${name}>\` closes nothing`
      if (last !== name) return `\`</${name}>\` stands where \`</${last}>\` is expected`
    } else if (end[1] === '') open.push(name)
  }
  const last = open.pop()
  if (last === undefined) return undefined
  return ALONE.test(last) ? `\`<${last}>\` is written \`<${last}/>\` there` : `\`<${last}>\` is never closed`
}

/** The end of a tag, from behind its name: attributes are taken one by one, for there may be millions. */
function endOfTag(html: string, start: number): RegExpExecArray | null {
  ATTRIBUTE.lastIndex = start
  TAG_END.lastIndex = start
  while (ATTRIBUTE.test(html)) TAG_END.lastIndex = ATTRIBUTE.lastIndex
  return TAG_END.exec(html)
}
