/** Cells as XML: an `mxCell`, inside an `object` where it carries attributes. */
import { rounded } from './box.js'
import { closingLine, parted } from './data-element.js'
import { formatStyle, type StyleMap } from './style.js'
import { type Attributes, tag } from './xml-text.js'

export interface Cell {
  readonly id: string
  readonly label: string
  readonly style: StyleMap
  readonly parent: string
  /** Attributes of the wrapper, and our data beside the cell; without any there is no wrapper, but for one with a name of its own. */
  readonly attributes: Attributes
  /** The wrapper's name, where it is not `object`. */
  readonly wrapper?: string
  /** `vertex`, `edge` and what else stands on the cell itself. */
  readonly cellAttributes: Attributes
  readonly geometry: GeometryXml
}

export interface GeometryXml {
  readonly attributes: Attributes
  readonly points: readonly (readonly [number, number])[]
  readonly offset?: readonly [number, number]
  /** Other elements inside of it, each as one line. */
  readonly more?: readonly string[]
  /** The whole element on one line, where it is to be written as its file has it. */
  readonly source?: string
}

/** A number as it is written in geometry. */
export const numberText = (value: number): string => String(rounded(value))

function* geometryLines({ attributes, points, offset, more = [], source }: GeometryXml): Generator<string> {
  if (source !== undefined) {
    yield source
    return
  }
  const all: Attributes = [...attributes, ['as', 'geometry']]
  if (points.length === 0 && !offset && more.length === 0) {
    yield tag('mxGeometry', all, ' /')
    return
  }
  yield tag('mxGeometry', all)
  if (points.length > 0) {
    yield '  <Array as="points">'
    for (const [x, y] of points) yield `    ${pointTag(x, y)}`
    yield '  </Array>'
  }
  for (const line of more) yield `  ${line}`
  if (offset) yield `  ${pointTag(offset[0], offset[1], 'offset')}`
  yield '</mxGeometry>'
}

function pointTag(x: number, y: number, as?: string): string {
  const attributes: [string, string][] = [
    ['x', numberText(x)],
    ['y', numberText(y)],
  ]
  if (as) attributes.push(['as', as])
  return tag('mxPoint', attributes, ' /')
}

/** The lines of a cell, without indentation of their own. */
export function* cellLines(cell: Cell): Generator<string> {
  const { id, label, parent, attributes, cellAttributes, wrapper = 'object' } = cell
  const visible = [...cell.style].filter(([key]) => !key.startsWith('#'))
  const common: Attributes = [['style', formatStyle(new Map(visible))], ...cellAttributes, ['parent', parent]]
  const wrapped = attributes.length > 0 || cell.wrapper !== undefined
  const { atWrapper, data } = parted(attributes)
  if (wrapped) {
    yield tag(wrapper, [['label', label], ...atWrapper, ['id', id]])
    yield `  ${tag('mxCell', common)}`
  } else yield tag('mxCell', [['id', id], ['value', label], ...common])
  const indent = wrapped ? '    ' : '  '
  for (const line of geometryLines(cell.geometry)) yield indent + line
  yield wrapped ? '  </mxCell>' : '</mxCell>'
  if (wrapped) yield closingLine(wrapper, data)
}
