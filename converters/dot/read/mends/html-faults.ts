/** Why Graphviz refuses an HTML label: its XML parser stops at the first fault, and the name of the node is shown instead. */

import { type Tag, tokensOf } from '../../../../src/text/html.js'
import { decodeEntities } from '../../words/entities.js'
import { HtmlContent } from './html-content.js'

const ELEMENTS = new Set('table tr th td font br img b i u o s sub sup hr vr'.split(' '))
const ALONE = /^(?:br|img|hr|vr)$/i
const FAULTS = /<|&(#\d+;|#x[\da-fA-F]+;|\w+;)?/g
const ATTRIBUTE = /\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*')/y
const END = /\s*\/?$/y

const NO_TAG = 'a `<` in it begins no tag that is well formed'

/** The first fault of an HTML label, as the end of a sentence; nothing where it is well formed. */
export function faultOfHtml(html: string): string | undefined {
  const open: string[] = []
  const content = new HtmlContent()
  for (const token of tokensOf(html, () => true)) {
    const { kind, source } = token
    if (kind === 'comment') continue
    const fault =
      kind === 'tag'
        ? (faultOfTag(token, open) ?? faultOfContent(token, content))
        : (faultOfText(source) ?? content.text(source))
    if (fault !== undefined) return fault
  }
  const last = open.pop()
  if (last === undefined) return content.ends()
  return ALONE.test(last) ? `\`<${last}>\` is written \`<${last}/>\` there` : `\`<${last}>\` is never closed`
}

/** A `<` of a text is one that begins no tag. */
function faultOfText(text: string): string | undefined {
  if (!/[<&]/.test(text)) return undefined
  for (const [piece, reference] of text.matchAll(FAULTS)) {
    if (piece === '<') return NO_TAG
    if (reference === undefined) return 'a bare `&` is written `&amp;` there'
    if (piece !== '&apos;' && !reference.startsWith('#') && decodeEntities(piece) === piece)
      return `HTML has no character \`${piece}\``
  }
  return undefined
}

/** @param open the names of the elements that are open, as they are written */
function faultOfTag(
  { source, name, attributes, closing, selfClosing }: Tag,
  open: string[],
): string | undefined {
  const start = closing ? '</'.length : '<'.length
  const written = source.slice(start, start + name.length)
  if (!isWellFormed(attributes)) return NO_TAG
  if (!ELEMENTS.has(name)) return `Graphviz knows no tag \`<${written}>\``
  if (!closing) {
    if (!selfClosing) open.push(written)
    return undefined
  }
  const last = open.pop()
  if (last === undefined) return `\`</${written}>\` closes nothing`
  return last === written ? undefined : `\`</${written}>\` stands where \`</${last}>\` is expected`
}

function faultOfContent(
  { source, name, closing, selfClosing }: Tag,
  content: HtmlContent,
): string | undefined {
  const fault = closing ? undefined : content.opens(name, source.slice(1, 1 + name.length))
  return fault ?? (closing || selfClosing ? content.closes() : undefined)
}

/** Attributes are taken one by one, for there may be millions. */
function isWellFormed(attributes: string): boolean {
  if (attributes === '') return true
  ATTRIBUTE.lastIndex = 0
  END.lastIndex = 0
  while (ATTRIBUTE.test(attributes)) END.lastIndex = ATTRIBUTE.lastIndex
  return END.test(attributes)
}
