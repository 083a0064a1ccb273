/**
 * How a file has an element: `document.drawio` of the graph and its elements. Only draw.io reads it, it is no part of what graphs are
 * compared by, and each of its values counts only while the element still says what it was read as.
 *
 * - each element: `geometry`, `keys` (those of its style in their order), `id` (of a node or group where it is not that of the element), `label`, `link`, `tooltip`, `placeholders`, `wrapper`, `parent`, `drawnWith` (the ids of pictures and texts that go where it goes)
 * - node: `on`, `title`, `icon` (its label is only the name of its picture), `named` (a mark shows its label, though that is only its id), `unseen` (hidden, but not the lines at it); with fields also `style`, `parts`, `look`, `titled`, and `ports`: those that no cell says, and that a field only has while a line ends there
 * - group: `on`, `title`
 * - edge: `labels`, `beside` (by `tail`, `middle` and `head`: the cells of texts that show its labels beside it), `source`, `target`, `loose` (see `loose-terminals.ts`)
 * - graph: `title` and `titleLook` (the cell that shows the title, where a person laid the page out, and where only its look is a person's), `untitled` (no cell shows it), `pool`, `order`, `id`, `name`, `vars`, `size` and `wrap` (see `page-size.ts`), `base` and, of such a one, `tab` (see `base.ts`)
 */
import type { ElementDocument, Value } from '../../../src/ir/model.js'
import { cleanXml } from '../../../src/text/xml-characters.js'

export interface InFile {
  readonly document?: ElementDocument
}

type Values = ReadonlyMap<string, Value>

export const inFile = ({ document }: InFile): Values | undefined => document?.get('drawio')

/** The id that a cell had in its file. */
export function idInFile(element: InFile): string | undefined {
  const id = inFile(element)?.get('id')
  return typeof id === 'string' && cleanXml(id) === id ? id : undefined
}

/** The ids of the cells that are drawn on an element or beside it, and go where it goes. */
export function drawnWith(element: InFile): string[] {
  const ids = inFile(element)?.get('drawnWith')
  return Array.isArray(ids) ? ids.filter(id => typeof id === 'string') : []
}

/** The document of an element, for one that is made of it. */
export const inFileOf = ({ document }: InFile): InFile => (document ? { document } : {})

/** The element with that in its document, or without what is undefined. */
export function withInFile<T extends InFile>(
  element: T,
  changes: Iterable<readonly [string, Value | undefined]>,
): T {
  const own = new Map(inFile(element))
  for (const [key, value] of changes) {
    if (value === undefined) own.delete(key)
    else own.set(key, value)
  }
  const { document = new Map(), ...rest } = element
  const all = new Map(document)
  if (own.size === 0) all.delete('drawio')
  else all.set('drawio', own)
  return (all.size === 0 ? rest : { ...rest, document: all }) as T
}
