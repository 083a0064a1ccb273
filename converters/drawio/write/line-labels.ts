/** The labels of a line as they were drawn, from its document, as far as they still say what the edge says. */
import type { Edge, Graph, Text, Value } from '../../../src/ir/model.js'
import { cleanXml } from '../../../src/text/xml-characters.js'
import type { Cell, GeometryXml } from '../document/cell.js'
import { decodeLabel, encodeLabel, sanitizeHtml } from '../document/html.js'
import { numberOf } from '../document/style.js'
import { cellOfText } from '../words/cell-of.js'
import { isHtml, sameText } from '../words/cell-parts.js'
import { joined, sortLabels } from '../words/edge-labels.js'
import { inFile } from '../words/in-file.js'

export interface DrawnLabels {
  readonly value: string
  readonly cells: readonly Cell[]
  readonly tail?: Cell
  readonly head?: Cell
}

export const alongOf = ({ geometry }: { readonly geometry: GeometryXml }): number =>
  numberOf(geometry.attributes.find(([name]) => name === 'x')?.[1]) ?? 0

/** The label cells of a line, without a look at what they say. */
export function labelCells(edge: Edge): Cell[] {
  const labels = inFile(edge)?.get('labels')
  const cells = labels instanceof Map ? labels.get('cells') : undefined
  if (!Array.isArray(cells)) return []
  return (cells as readonly Value[]).flatMap(text => cellOfText(text, '') ?? [])
}

const withLabel = (cell: Cell, text: Text): Cell => ({
  ...cell,
  label: encodeLabel(text, isHtml(cell.style)),
})

/** The cell with the text of an end: as it is while it says that, else with its label set. */
function fitted(cell: Cell, text: Text): Cell {
  const html = isHtml(cell.style)
  const says = sameText(decodeLabel(cell.label, html), text) || encodeLabel(text, html) === cell.label
  return says ? cell : withLabel(cell, text)
}

/**
 * The labels of an edge as they were drawn, as far as they still say what the edge says: a text that is another one
 * now is set, and what says nothing any more goes. Nothing where other cells are needed.
 * @param html whether the line's own label is HTML
 */
export function drawnLabels(edge: Edge, html: boolean): DrawnLabels | undefined {
  const { tail, head, middle } = sortLabels(labelCells(edge), alongOf)
  const [from, to] = [edge.from.label, edge.to.label]
  if ((from && !tail) || (to && !head)) return undefined
  const labels = inFile(edge)?.get('labels')
  const drawn = labels instanceof Map ? (labels as ReadonlyMap<string, Value>).get('value') : undefined
  const own = typeof drawn === 'string' ? cleanXml(html ? sanitizeHtml(drawn) : drawn) : ''
  const middleNow = middleOf(edge.label, own, middle, html)
  const cells = labelCells(edge).flatMap(({ id }) => {
    if (id === tail?.id) return from ? [fitted(tail, from)] : []
    if (id === head?.id) return to ? [fitted(head, to)] : []
    return middleNow.cells.filter(cell => cell.id === id)
  })
  const { middle: _, ...sorted } = sortLabels(cells, alongOf)
  if (cells.length === 0 || Boolean(sorted.tail) !== Boolean(from) || Boolean(sorted.head) !== Boolean(to))
    return undefined
  return { ...sorted, value: middleNow.value, cells }
}

/** The line's own label and the cells on its middle: as they are, or one of them with the text that is said now. */
function middleOf(label: Text, own: string, cells: readonly Cell[], html: boolean): DrawnLabels {
  if (sameText(joined(decodeLabel(own, html), cells), label)) return { value: own, cells }
  const [only] = cells
  if (only && cells.length === 1 && own === '') {
    const set = withLabel(only, label)
    if (sameText(joined({ text: '' }, [set]), label)) return { value: '', cells: [set] }
  }
  return { value: encodeLabel(label, html), cells: [] }
}

/** The edges whose label cells can all be written, and the ids of those: cells of others have ids that the page has already. */
export function drawnOnLines(
  { edges }: Graph,
  reserved: Iterable<string>,
): { readonly edges: ReadonlySet<Edge>; readonly ids: readonly string[] } {
  const taken = new Set(reserved)
  const whole = new Set<Edge>()
  const all: string[] = []
  for (const edge of edges) {
    const ids = labelCells(edge).map(({ id }) => id)
    if (ids.length === 0 || new Set(ids).size < ids.length || ids.some(id => taken.has(id))) continue
    whole.add(edge)
    for (const id of ids) {
      taken.add(id)
      all.push(id)
    }
  }
  return { edges: whole, ids: all }
}
