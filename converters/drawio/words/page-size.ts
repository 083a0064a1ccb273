/**
 * How large the page is that draw.io shows behind a drawing and prints: as large as the drawing, so that no drawing is cut into sheets. What
 * we chose is noted beside it and is no setting of anybody's; a size that a person gave the page is.
 */
import type { Value } from '../../../src/ir/model.js'
import type { Size } from '../../../src/layout/measure/size.js'
import { wrapOf } from '../../../src/layout/wrap.js'
import type { RawCell } from '../document/raw.js'
import { type InFile, inFile } from './in-file.js'

/** Where a page says the size that we gave it. */
const PAGE = 'diaglot-page'

/** A sheet of A4 as draw.io has it, on its side and upright: what a smaller drawing stands on. */
const SHEETS: readonly Size[] = [
  { width: 1169, height: 827 },
  { width: 827, height: 1169 },
]
const STEP = 10
const snap = (length: number): number => Math.ceil(length / STEP) * STEP

const textOf = ({ width, height }: Size): string => `${width} ${height}`

/** The size of the page for a drawing; nothing where that is what every new page has. */
export function pageSizeFor(drawing: Size): Size | undefined {
  const sheet = SHEETS.find(({ width, height }) => drawing.width <= width && drawing.height <= height)
  if (sheet) return sheet === SHEETS[0] ? undefined : sheet
  return { width: snap(drawing.width), height: snap(drawing.height) }
}

/** Where a page says how long the rows of its flow may be. */
const WRAP = 'diaglot-wrap'

/** How long the rows of a flow may be, as it was asked for when the page was laid out; nothing where that was not asked. */
export function wrapInFile(graph: InFile): number | undefined {
  const wrap = inFile(graph)?.get('wrap')
  return typeof wrap === 'string' ? wrapOf({ wrap }) : undefined
}

/** What the layer of a page says that has such rows. */
export const wrapAttribute = (wrap: number | undefined): [string, string][] =>
  wrap === undefined ? [] : [[WRAP, String(wrap)]]

export const wrapOfLayer = (layer: Pick<RawCell, 'attributes'> | undefined): string | undefined =>
  layer?.attributes.get(WRAP)

/** A size as the document of a graph has it. */
export function pageSizeIn(value: Value | undefined): Size | undefined {
  const found = typeof value === 'string' ? /^(\d{1,9}) (\d{1,9})$/.exec(value) : null
  return found ? { width: Number(found[1]), height: Number(found[2]) } : undefined
}

/** What the layer of a page with such a size says. */
export const pageSizeAttribute = (size: Size | undefined): [string, string][] =>
  size ? [[PAGE, textOf(size)]] : []

/** The size that a page says we gave it, while it still has it. */
export function pageSizeOfLayer(
  layer: Pick<RawCell, 'attributes'> | undefined,
  settings: ReadonlyMap<string, string>,
): string | undefined {
  const size = pageSizeIn(layer?.attributes.get(PAGE))
  if (!size || settings.get('pageWidth') !== String(size.width)) return undefined
  return settings.get('pageHeight') === String(size.height) ? textOf(size) : undefined
}
