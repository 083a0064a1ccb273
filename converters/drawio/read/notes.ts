/** Texts that belong to nothing: a person reads them as notes beside the diagram, and not as steps of it. */
import type { Edge, Node } from '../../../src/ir/model.js'
import type { Message } from '../../../src/messages/message.js'
import type { RawCell } from '../document/raw.js'
import { nameOf } from './infer.js'
import { notesRead } from './messages.js'
import type { Sorted } from './sort.js'
import { isText, shows } from './texts.js'

/**
 * Which nodes of a page are such texts: nothing is drawn around them, no line ends at them, and something else is on the page.
 * @param cellOf the cell of a node, by its id
 */
export function inferNotes(
  { parts }: Sorted,
  { nodes, edges }: { readonly nodes: readonly Node[]; readonly edges: readonly Edge[] },
  cellOf: (id: string) => RawCell | undefined,
): ReadonlySet<string> {
  const ends = new Set(
    edges.flatMap(({ from, to }) => [from, to].flatMap(({ kind, id }) => (kind === 'node' ? [id] : []))),
  )
  const notes = new Set<string>()
  for (const { id } of nodes) {
    const cell = cellOf(id)
    if (cell && !ends.has(id) && !parts.has(cell) && isText(cell) && shows(cell)) notes.add(id)
  }
  return notes.size < nodes.length ? notes : new Set()
}

/** The nodes with the mark of those that are notes. */
export const markNotes = (nodes: readonly Node[], isNote: (node: Node) => boolean): readonly Node[] =>
  nodes.map(node => (isNote(node) ? { ...node, note: true } : node))

/** `repair/inferred-note`, one for the page. */
export function* notesSaid(cells: readonly RawCell[]): Generator<Message> {
  if (cells[0])
    yield notesRead({ names: cells.slice(0, 3).map(nameOf).join(', '), count: cells.length }, cells[0].at)
}
