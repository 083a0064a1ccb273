/** The page as it was, or as it is to be, with the cells that would be written of it. */
import type { Cell } from '../document/cell.js'
import { cellDataOf } from '../read/element-parts.js'
import { edgeLabels } from '../read/line-labels.js'
import type { PageCells } from '../read/read.js'
import type { Page } from '../write/page.js'
import { cellsInOrder } from '../write/page-cells.js'
import { isPersonsEdge } from './owner.js'

export interface Side {
  readonly page: Page
  /** By the id that the cell has on the page. */
  readonly cells: Map<string, Cell>
}

const isLabel = ({ cellAttributes }: Cell): boolean => cellAttributes.some(([key]) => key === 'connectable')

/** What edges say of their order: all of ours their place, or none, or just those the places that are listed, by cell id. */
export type Numbers = boolean | ReadonlyMap<string, string>

/** One of the two pages, written; label cells go by the ids that they have. */
export function written(
  page: Page,
  numbers: Numbers,
  from: readonly (number | undefined)[],
  cells: PageCells,
): Side {
  const labels = new Map<string, ReturnType<typeof edgeLabels>>()
  const persons = new Set<string>()
  const numbered = numbers === true
  const listed = typeof numbers === 'boolean' ? undefined : numbers
  from.forEach((place, i) => {
    const raw = place === undefined ? undefined : cells.edges[place]
    if (raw && isPersonsEdge(raw) && !raw.attributes.has('diaglot-order')) persons.add(raw.id)
    if (raw) labels.set(page.edgeIds[i]!, edgeLabels(raw, cellDataOf(raw)))
  })
  const labelIds = new Set(cells.edges.flatMap(({ children }) => children.map(({ id }) => id)))
  const all = new Map<string, Cell>()
  for (const item of cellsInOrder(page, numbered)) {
    if ('cell' in item) all.set(item.id, { ...item.cell, parent: item.parent })
    if ('text' in item) continue
    const ends = labels.get(item.parent)
    const along = item.geometry.attributes.find(([key]) => key === 'x')?.[1]
    // Labels as they were drawn have their ids already.
    const isNew = isLabel(item) && !labelIds.has(item.id)
    const label = ends && isNew ? (Number(along) < 0 ? ends.tail : ends.head) : undefined
    const id = label?.cell.id ?? item.id
    // The source knows nothing of a person's edge: it has no place in its order.
    const isSilent = listed !== undefined || persons.has(id)
    const said = item.attributes.filter(([name]) => !isSilent || name !== 'diaglot-order')
    const order = listed?.get(id)
    all.set(id, {
      ...item,
      id,
      attributes: order === undefined ? said : [...said, ['diaglot-order', order] as const],
    })
  }
  return { page, cells: all }
}
