/** What elements of all kinds have of their cells: the document, the place, the style and the data beside it. */
import { NO_EXTRAS } from '../../../src/ir/build.js'
import type { Extras, Value } from '../../../src/ir/model.js'
import { type Pair, rounded } from '../document/box.js'
import type { RawCell } from '../document/raw.js'
import { formatStyle, numberOf, parseStyle, type StyleMap, sameStyle } from '../document/style.js'
import type { Kind, Values } from '../words/aspect.js'
import { groupKind } from '../words/aspects.js'
import type { LabelName } from '../words/beside.js'
import {
  type CellKind,
  cellAttributesOf,
  cellAttributeValues,
  fillingOf,
  wrapperOf,
} from '../words/cell-attributes.js'
import { type CellData, parseCellData } from '../words/cell-data.js'
import { exactSource, moreOf } from '../words/exact.js'
import { boxGeometry } from '../words/geometry.js'
import { writeAspects } from '../words/style-aspects.js'
import { keysInFile } from '../words/style-order.js'
import type { Attached } from './attach.js'
import type { NodeRecord } from './records/node.js'

/** What the page says about the cell at hand. */
export interface Place {
  /** Whether a person put the cell where it stands. */
  readonly drawn: boolean
  /** Whether the page was written by something else than us. */
  readonly foreign?: boolean
  /** Whether fixed points of lines are not to be read as sides. */
  readonly sideless?: boolean
  /** The id of the cell that it stands in, where that is neither its group nor the first layer. */
  readonly parent?: string
  /** The group that it lies on without standing in it. */
  readonly on?: string
  /** The ids of pictures and texts that lie on it or beside it, and go where it goes. */
  readonly drawnWith?: readonly string[]
  /** What the file says where placeholders are shown as something else: of `label`, `link` and `tooltip`. */
  readonly raw?: ReadonlyMap<string, string>
  /** Of a line: the cells inside of its nodes that its ends are fastened to, as `source` and `target`. */
  readonly ends?: ReadonlyMap<string, string>
  /** Of a line: what its ends are meant for that are fastened to nothing. */
  readonly attached?: Attached
  /** Of a line: the cells of texts beside it that show its labels. */
  readonly beside?: ReadonlyMap<LabelName, RawCell>
  /** Of a node or group: the cell of a text that is its title. */
  readonly title?: RawCell
  /** Whether a picture without a text is called what its library calls it. */
  readonly isNamed?: boolean
  /** The fields that the cells in a node show. */
  readonly record?: NodeRecord | undefined
}

export const cellDataOf = (cell: RawCell): Map<string, unknown> =>
  new Map(parseCellData(cell.attributes.get('diaglot')))

/** Keys of a style that are geometry. */
const isPin = (key: string, kind: Kind): boolean =>
  /^(exit|entry)(X|Y|Dx|Dy|Perimeter)$/.test(key) || (key === 'startSize' && kind === groupKind)

/** How a file has an element: its cell's own id, its texts, how these are made, its wrapper, and what it stands in. */
export function* inFileOf(cell: RawCell, id: string, { raw, parent, on, drawnWith }: Place): Own {
  if (id !== cell.id) yield ['id', cell.id]
  yield* raw ?? []
  yield ['placeholders', fillingOf(cell)]
  yield ['wrapper', wrapperOf(cell)]
  yield ['parent', parent]
  yield ['on', on]
  yield ['drawnWith', drawnWith]
}

type Own = Generator<readonly [string, Value | undefined]>

/** The box that a cell was given, with what its file says of it. */
export function boxOf(cell: RawCell, title?: number): Map<string, Value> {
  const share = (name: string): number => rounded(numberOf(cell.geometry?.attributes.get(name)) ?? 0)
  const relative: Pair | undefined = cell.relative ? [share('x'), share('y')] : undefined
  return boxGeometry({
    ...cell.box,
    ...(title !== undefined && { title }),
    ...(relative && { relative }),
    ...(title !== undefined && !cell.style.has('startSize') && { untold: true }),
    ...moreOf(cell.geometry, 'box'),
    ...exactSource(cell.geometry, 'box'),
  })
}

const styleWithoutPins = (style: StyleMap, kind: Kind): Map<string, string | null> =>
  new Map([...style].filter(([key]) => !key.startsWith('#') && !isPin(key, kind)))

/** The style of a group as its file has it. */
export const groupStyleInFile = (style: StyleMap): string => formatStyle(styleWithoutPins(style, groupKind))

/** The style of a cell, where it says more than ours would. */
export function styleAsDrawn(kind: Kind, { style }: RawCell, values: Values): string | undefined {
  const drawn = styleWithoutPins(style, kind)
  return sameStyle(drawn, styleWithoutPins(writeAspects(kind, values), kind)) ? undefined : formatStyle(drawn)
}

/** The order of the keys of a style, where the writer would choose another. @param kept the style that says more than ours, if it does */
export const keysOf = (kind: Kind, { style }: RawCell, values: Values, kept: string | undefined) =>
  keysInFile(style, kept === undefined ? writeAspects(kind, values) : parseStyle(kept))

/** What a cell says that the model has no word for. */
export function extrasFor(
  kind: CellKind,
  cell: RawCell,
  cellData: CellData,
  style: string | undefined,
): Extras {
  const own = new Map<string, Value>()
  if (style !== undefined) own.set('style', style)
  for (const [key, value] of cellAttributeValues(cellAttributesOf(cell, kind, cellData))) own.set(key, value)
  return own.size === 0 ? NO_EXTRAS : new Map([['drawio', own]])
}

export const at = (cell: RawCell) => cell.at && { at: cell.at }
