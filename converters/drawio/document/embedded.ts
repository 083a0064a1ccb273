/** Diagrams inside of other files: `.drawio.svg` with the diagram in `content`, and HTML exports with `data-mxgraph`. */
import { decodeReferences } from '../../../src/text/html-references.js'
import { bytesOfBase64, decodedUri } from '../../../src/text/inflate.js'

/** A diagram's XML, and the place of what holds it; no XML where it cannot be unpacked. */
export interface Embedded {
  readonly xml: string | undefined
  readonly at: readonly [number, number]
}

/** The `content` of an SVG picture: XML, URI-encoded XML (`%3C…`), or either of them in base64. */
export function xmlOfContent(content: string): string | undefined {
  const text = content.trim()
  if (text.startsWith('<')) return text
  if (text.startsWith('%')) return decodedUri(text)
  const bytes = bytesOfBase64(text)
  if (!bytes) return undefined
  const inner = new TextDecoder().decode(bytes).trim()
  if (inner.startsWith('%')) return decodedUri(inner)
  return inner.startsWith('<') ? inner : undefined
}

const START = /\bdata-mxgraph\s*=\s*(["'])/g

/** No page that a person reads has more. */
export const MOST_DIAGRAMS = 1000

/** The diagrams of a web page, from the JSON in its `data-mxgraph` attributes, and one more than that where it has more. */
export function diagramsOfHtml(html: string): Embedded[] {
  const found: Embedded[] = []
  START.lastIndex = 0
  for (let match = START.exec(html); match && found.length <= MOST_DIAGRAMS; match = START.exec(html)) {
    const start = START.lastIndex
    const end = html.indexOf(match[1]!, start)
    if (end < 0) break
    found.push({ xml: xmlOfJson(decodeReferences(html.slice(start, end))), at: [match.index, start] })
    START.lastIndex = end + 1
  }
  return found
}

function xmlOfJson(json: string): string | undefined {
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value !== 'object' || value === null) return undefined
    const { xml } = value as { readonly xml?: unknown }
    return typeof xml === 'string' ? xml : undefined
  } catch {
    return undefined
  }
}
