/** What is found out about the things on a page that its file has in several cells. */
import { addTo } from '../../../src/ir/lists.js'
import type { RawCell } from '../document/raw.js'
import type { Sorted } from './sort.js'

/** What a graph that was read of a page knows of its cells. */
export interface KnownWholes {
  readonly isNode: (cell: RawCell) => boolean
  /** Whether it is a node or group with a label. */
  readonly isTitled: (cell: RawCell) => boolean
}

export interface PageOfWholes {
  readonly sorted: Sorted
  readonly known: KnownWholes | undefined
  /** By cell: the box that it lies on. */
  readonly below: ReadonlyMap<RawCell, RawCell>
  readonly isTitled: (cell: RawCell) => boolean
  /** Whether a line ends at a cell. */
  readonly isEnd: (cell: RawCell) => boolean
  /** Whether a cell is a text that may be the label of a shape. */
  readonly isName: (cell: RawCell) => boolean
}

export interface Wholes {
  /** By node: the text that is its label. */
  readonly titles: Map<RawCell, RawCell>
  /** Groups that are nodes. */
  readonly turned: Set<RawCell>
  /** What is a part, and of which of those, if it stands in one. */
  readonly parts: Map<RawCell, RawCell | undefined>
  /** By node or group: the parts that lie on it or beside it. */
  readonly drawnWith: Map<RawCell, RawCell[]>
  /** By text that lies on a box, the box: what ends at the one ends at the other. */
  readonly ends: Map<RawCell, RawCell>
}

export function takeLying({ parts, drawnWith }: Wholes, part: RawCell, whole: RawCell | undefined): void {
  parts.set(part, undefined)
  if (whole) addTo(drawnWith, whole, part)
}

/** What a cell stands in or lies on. */
export const around = ({ sorted, below }: PageOfWholes, cell: RawCell): RawCell | undefined =>
  sorted.inside.get(cell.id)?.group ?? below.get(cell)
