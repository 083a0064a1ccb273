/** The cells of two draw.io files, compared by a reader of other make than ours. */
import { type PlainCell, type PlainPage, plainPages } from './plain.js'

/** What is ours beside a cell is no change of it. */
function comparable({ attributes, data: _, own, ...cell }: PlainCell): unknown {
  return {
    ...cell,
    attributes: Object.fromEntries(
      Object.entries(attributes).filter(([name]) => !name.startsWith('diaglot')),
    ),
    own: Object.fromEntries(
      Object.entries(own).filter(([name, value]) => name !== 'visible' || value !== '1'),
    ),
  }
}

/** JSON with sorted keys. */
const text = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

/** For each cell the ids of its children, in the order in which they are drawn. */
function stacks({ cells }: PlainPage): Map<string, string[]> {
  const lists = new Map<string, string[]>()
  for (const { id, parent } of cells) lists.set(parent, [...(lists.get(parent) ?? []), id])
  return lists
}

/** What is otherwise in the second file, a line for each. */
export function differences(before: string, after: string): string[] {
  const [old, now] = [plainPages(before), plainPages(after)]
  const found: string[] = []
  const names = (pages: readonly PlainPage[]): string => pages.map(({ name }) => name ?? 'Page-1').join()
  if (names(old) !== names(now)) return [`pages ${names(now)} and not ${names(old)}`]
  for (const [i, page] of old.entries()) {
    const cells = new Map(now[i]!.cells.map(cell => [cell.id, cell]))
    for (const cell of page.cells) {
      const other = cells.get(cell.id)
      cells.delete(cell.id)
      if (!other) found.push(`${cell.id} is gone`)
      else if (text(comparable(other)) !== text(comparable(cell)))
        found.push(`${text(comparable(other))} and not ${text(comparable(cell))}`)
    }
    for (const id of cells.keys()) found.push(`${id} is new`)
    const order = stacks(now[i]!)
    for (const [parent, ids] of stacks(page))
      if (String(order.get(parent)) !== String(ids))
        found.push(`in ${parent} stand ${order.get(parent)} and not ${ids}`)
  }
  return found
}
