/**
 * What a page that somebody else drew says of its cells in the data of its first layer, where an edit has made it look otherwise: so
 * the cells themselves stay as they were drawn.
 *
 * `kept`   ids of cells that are no node, group or edge
 * `loose`  ids of lines that are meant for no shape that they only end near; one that is fastened at both ends is an edge all the same
 * `kinds`  by id: `node`, `lane` or `cluster`, as `diaglot-kind` at a cell
 */
import type { RawCell } from '../document/raw.js'
import { type CellData, isRecord } from './cell-data.js'

export interface Stated {
  readonly kept: ReadonlySet<string>
  readonly loose: ReadonlySet<string>
  readonly kinds: ReadonlyMap<string, string>
}

const KINDS: ReadonlySet<unknown> = new Set(['node', 'lane', 'cluster'])

/** What the data of a layer say; nothing of what a person made something else of. */
export function statedIn(cellData: CellData): Stated {
  const kinds = cellData.get('kinds')
  const list = isRecord(kinds) ? Object.entries(kinds) : []
  return {
    kept: idsIn(cellData.get('kept')),
    loose: idsIn(cellData.get('loose')),
    kinds: new Map(list.filter((pair): pair is [string, string] => KINDS.has(pair[1]))),
  }
}

const idsIn = (value: unknown): Set<string> =>
  new Set(Array.isArray(value) ? value.filter(id => typeof id === 'string') : [])

/** Gives cells that say nothing of their own the kind that the layer says. */
export function stateKinds(cells: ReadonlyMap<string, RawCell>, { kinds }: Stated): void {
  for (const [id, kind] of kinds) {
    const cell = cells.get(id)
    if (cell?.kind !== 'vertex' || cell.attributes.has('diaglot-kind')) continue
    cell.attributes = new Map(cell.attributes).set('diaglot-kind', kind)
  }
}

export const saysMore = (stated: Stated | undefined): boolean =>
  stated !== undefined && stated.kept.size + stated.loose.size + stated.kinds.size > 0

/** The data of a layer with what it is to say besides of cells, in place of what it said. */
export function withStated(cellData: CellData, { kept, loose, kinds }: Stated): Map<string, unknown> {
  const before = statedIn(cellData)
  const result = new Map(cellData)
  if (kept.size > 0) result.set('kept', [...new Set([...before.kept, ...kept])])
  if (loose.size > 0) result.set('loose', [...new Set([...before.loose, ...loose])])
  if (kinds.size > 0) result.set('kinds', Object.fromEntries([...before.kinds, ...kinds]))
  return result
}
