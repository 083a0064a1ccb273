/** Edits of a page, and what they are in its file. */
import type { Graph } from '../../../src/ir/model.js'
import { inPlaces, withEdits } from '../../../src/messages/edits.js'
import type { TextEdit } from '../../../src/messages/message.js'
import { escapeAttribute } from '../../../src/text/xml-characters.js'
import { packPage } from '../document/pack.js'
import type { XmlElement } from '../document/xml.js'
import { pageSettings } from '../write/write.js'
import type { ExistingPage } from './pages.js'

export interface PageEdits {
  /** Edits to the page's text. */
  readonly edits: readonly TextEdit[]
  /** What the page is called now, where that is something else. */
  readonly name: string | undefined
}

/** The page's settings, where the graph says others now. */
export function settingsEdit({ source }: ExistingPage, base: Graph, graph: Graph): TextEdit | undefined {
  const [before, after] = [pageSettings(base), pageSettings(graph)]
  const changed = new Map([...after].filter(([key, value]) => before.get(key) !== value))
  return changed.size === 0 ? undefined : tagEdit(source.model, changed)
}

/** The start tag of an element with some attributes changed. */
export function tagEdit(
  { name, attributes, start, tagEnd }: XmlElement,
  changed: ReadonlyMap<string, string>,
): TextEdit {
  const all = new Map([...attributes, ...changed])
  const text = [...all].map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`).join('')
  return { start, end: tagEnd, text: `<${name}${text}>` }
}

/** What a page's edits are in the file: a packed page is packed anew. */
export function fileEdits({ text, packed, diagram }: ExistingPage, { edits, name }: PageEdits): TextEdit[] {
  const tag = diagram && name !== undefined ? [tagEdit(diagram, new Map([['name', name]]))] : []
  if (!packed || !diagram || edits.length === 0) return [...tag, ...edits]
  const end = diagram.end - '</diagram>'.length
  return [...tag, { start: diagram.tagEnd, end, text: packPage(withEdits(text, inPlaces(edits))) }]
}
