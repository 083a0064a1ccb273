/**
 * What a file says of a cell that the model has no word for. It stays in `extras.drawio`: `attributes` (of the wrapper: tags, and for
 * groups and lines whatever a person wrote there) and `cell` (of the cell itself: folded, not to be fastened to).
 */
import type { Extras, Value } from '../../../src/ir/model.js'
import { cleanXml } from '../../../src/text/xml-characters.js'
import { cellElement } from '../document/cell-element.js'
import type { RawCell } from '../document/raw.js'
import { type InFile, inFile } from './in-file.js'
import { propertyName } from './names.js'

export interface CellAttributes {
  readonly attributes: ReadonlyMap<string, string>
  readonly cell: ReadonlyMap<string, string>
  readonly wrapper?: string
}

type Own = ReadonlyMap<string, Value>
export type CellKind = 'node' | 'group' | 'edge' | 'layer'

/** Names that every XML parser takes, without those that XML keeps for itself. */
const NAME = /^(?!xml)[A-Za-z_\u0080-\u{10ffff}][-A-Za-z0-9_.\u0080-\u{10ffff}]*$/iu
export const isPlainName = (name: string): boolean => NAME.test(name)

/** Attributes of a wrapper and of a cell that are read as what they mean. */
const READ = new Set(['id', 'label', 'link', 'tooltip', 'linkTarget'])
const READ_OF_CELL = new Set('id value style vertex edge source target parent visible'.split(' '))
/** Wrappers that a page has for other things. */
const NO_WRAPPER = /^(mxCell|mxGeometry|root|object)$/

const isOurs = (name: string): boolean => /^diaglot/i.test(name)

/** What says how a cell's texts are made: it is no more than their spelling. */
const isFilling = (name: string): boolean => name === 'placeholders' || name === 'placeholder'

function isOfUserObject(name: string, kind: CellKind): boolean {
  if (!NAME.test(name) || READ.has(name) || isOurs(name)) return false
  if (kind !== 'layer' && isFilling(name)) return false
  return kind !== 'node' || propertyName(name) === undefined
}

/** A layer has no style of ours, so that its own is kept like the rest. */
function isOfCell(name: string, kind: CellKind): boolean {
  if (kind === 'layer' && (name === 'style' || name === 'visible')) return true
  return NAME.test(name) && !READ_OF_CELL.has(name)
}

/** Whether the name that Mermaid gave is the file's own, and not one that we wrote beside ours. */
function ownsMermaidId({ attributes }: RawCell, cellData: ReadonlyMap<string, unknown>): boolean {
  return !attributes.has('diaglot-kind') || cellData.get('mermaid') === true
}

/** What stands at a cell, and is neither ours nor read. */
export function cellAttributesOf(
  cell: RawCell,
  kind: CellKind,
  cellData: ReadonlyMap<string, unknown>,
): CellAttributes {
  const { element } = cell
  const inner = cellElement(element)?.attributes ?? new Map<string, string>()
  const left = kind === 'node' && !ownsMermaidId(cell, cellData) ? 'mermaidId' : undefined
  return {
    attributes: new Map([...cell.attributes].filter(([name]) => name !== left && isOfUserObject(name, kind))),
    cell: new Map([...inner].filter(([name]) => isOfCell(name, kind))),
  }
}

const isWrapper = (name: Value | undefined): name is string =>
  typeof name === 'string' && NAME.test(name) && !NO_WRAPPER.test(name)

/** What a cell's wrapper is called, where that is not `object`. */
export const wrapperOf = ({ element: { name } }: RawCell): string | undefined =>
  isWrapper(name) ? name : undefined

function wrapperIn(own: Own | undefined): Pick<CellAttributes, 'wrapper'> {
  const wrapper = own?.get('wrapper')
  return isWrapper(wrapper) ? { wrapper } : {}
}

/** The attributes of a cell that say how its texts are made, as a value of its document. */
export function fillingOf({ attributes }: RawCell): Value | undefined {
  const filling = new Map([...attributes].filter(([name]) => isFilling(name)))
  return filling.size > 0 ? filling : undefined
}

/** As values of `extras.drawio`. */
export function* cellAttributeValues({
  attributes,
  cell,
}: CellAttributes): Generator<readonly [string, Value]> {
  if (attributes.size > 0) yield ['attributes', attributes]
  if (cell.size > 0) yield ['cell', cell]
}

const pairsOf = (value: Value | undefined, fits: (name: string) => boolean): Map<string, string> => {
  const pairs = value instanceof Map ? [...(value as Own)] : []
  return new Map(
    pairs.filter(
      (pair): pair is [string, string] =>
        fits(pair[0]) && typeof pair[1] === 'string' && cleanXml(pair[1]) === pair[1],
    ),
  )
}

/** What extras say, as far as it can be written. */
export const cellAttributesIn = (own: Own | undefined, kind: CellKind): CellAttributes => ({
  attributes: pairsOf(own?.get('attributes'), name => isOfUserObject(name, kind)),
  cell: pairsOf(own?.get('cell'), name => isOfCell(name, kind)),
})

/** What an element says, with how its file has its texts made and what it calls the wrapper. */
export function cellAttributesBy(
  element: InFile & { readonly extras: Extras },
  kind: CellKind,
): CellAttributes {
  const { attributes, cell } = cellAttributesIn(element.extras.get('drawio'), kind)
  const own = inFile(element)
  const filling = pairsOf(own?.get('placeholders'), isFilling)
  return { attributes: new Map([...attributes, ...filling]), cell, ...wrapperIn(own) }
}

/**
 * What is said of the first layer or the root of a page, as a value of `extras.drawio`.
 * @param usual the id that draw.io would give it
 */
export function layerValue(cell: RawCell | undefined, usual: string): Value | undefined {
  if (!cell) return undefined
  const { label, id } = cell
  const wrapper = wrapperOf(cell)
  return layerValueOf(
    { ...cellAttributesOf(cell, 'layer', new Map()), ...(wrapper && { wrapper }), label },
    id,
    usual,
  )
}

export interface LayerAttributes extends CellAttributes {
  readonly label: string
}

export function layerIn(value: Value | undefined): LayerAttributes {
  const own = value instanceof Map ? (value as Own) : undefined
  const label = own?.get('label')
  const text = typeof label === 'string' ? cleanXml(label) : ''
  return { ...cellAttributesIn(own, 'layer'), ...wrapperIn(own), label: text }
}

/** As far as it can be written. */
export const writableLayer = (value: Value | undefined, id: string, usual: string): Value | undefined =>
  layerValueOf(layerIn(value), id, usual)

function layerValueOf(
  { label, wrapper, ...cellAttributes }: LayerAttributes,
  id: string,
  usual: string,
): Value | undefined {
  const values = new Map<string, Value>(cellAttributeValues(cellAttributes))
  if (wrapper !== undefined) values.set('wrapper', wrapper)
  if (label !== '') values.set('label', label)
  if (id !== usual) values.set('id', id)
  return values.size === 0 ? undefined : values
}
