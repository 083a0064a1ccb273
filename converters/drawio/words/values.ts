/** The values of model elements by aspect, and back. */
import type { Arrow } from '../../../src/ir/arrows.js'
import type { Edge, Graph, Group, Line, Link, Node, Style } from '../../../src/ir/model.js'
import type { Shape } from '../../../src/ir/shapes.js'
import { flowsAcross, inLanes } from '../../../src/layout/lanes/lanes.js'
import { parseStyle } from '../document/style.js'
import type { Scalar, Values } from './aspect.js'
import { isLane } from './aspects.js'
import { type CellData, pairsDatum, readPairsDatum, stringDatum } from './cell-data.js'
import { iconValue, labelAtValue } from './icon-aspects.js'
import { type ChildLayout, formatChildLayout } from './records/child-layout.js'

/** In one fixed order, so that files are the same whatever order a reader met them in. */
export const STYLE_KEYS = [
  'fill',
  'stroke',
  'strokeWidth',
  'color',
  'dash',
  'opacity',
  'fontFamily',
  'fontSize',
  'fontWeight',
  'fontStyle',
  'rounded',
] as const satisfies readonly (keyof Style)[]

const NUMBERS = new Set<string>(['strokeWidth', 'opacity', 'fontSize'])

function collect(pairs: Iterable<readonly [string, Scalar | undefined]>): Values {
  const values = new Map<string, Scalar>()
  for (const [name, value] of pairs) if (value !== undefined) values.set(name, value)
  return values
}

function* shared({ style, link }: Node | Group | Edge): Generator<readonly [string, Scalar | undefined]> {
  for (const key of STYLE_KEYS) yield [key, style[key]]
  yield ['url', link?.url]
  yield ['tooltip', link?.tooltip]
  yield ['target', link?.target]
}

/**
 * @param look how the node holds its fields, where it has some
 * @param hidden how it is hidden, where it is
 */
export function nodeValues(node: Node, look?: ChildLayout, hidden: Scalar | undefined = node.hidden): Values {
  const fields = look && formatChildLayout(look)
  return collect([
    ['shape', node.shape],
    ['image', node.image],
    ['icon', iconValue(node)],
    ['labelAt', labelAtValue(node)],
    ['hidden', hidden],
    ['fields', fields],
    ...shared(node),
  ])
}

/** Whether a graph of lanes is drawn with its lanes as rows. */
export const lanesAreRows = (graph: Graph): boolean => inLanes(graph) && flowsAcross(graph)

/**
 * @param row whether the group is a lane with its title on the left, where nobody drew it otherwise
 * @param hidden how it is hidden, where it is
 */
export function groupValues(group: Group, row: boolean, hidden: Scalar | undefined = group.hidden): Values {
  const drawn = group.extras.get('drawio')?.get('style')
  const style = typeof drawn === 'string' ? parseStyle(drawn) : undefined
  const left = style && isLane(style) ? style.get('horizontal') === '0' : row
  const frame = group.kind === 'cluster' ? 'cluster' : left ? 'row' : 'lane'
  return collect([['frame', frame], ['hidden', hidden], ...shared(group)])
}

export function edgeValues(edge: Edge): Values {
  return collect([
    ['line', edge.line],
    ['fromArrow', edge.from.arrow],
    ['toArrow', edge.to.arrow],
    ...shared(edge),
  ])
}

/** Parts of every element that no cell shows: other style properties and a link's callback. */
export function unseenData({ style, link }: Node | Group | Edge): Map<string, unknown> {
  const cellData = new Map<string, unknown>()
  if (style.other?.size) cellData.set('other', pairsDatum(style.other))
  if (link?.callback) cellData.set('callback', link.callback)
  return cellData
}

export function styleOf(values: Values, cellData: CellData): Style {
  const style: { -readonly [K in keyof Style]: Style[K] } = {}
  for (const key of STYLE_KEYS) {
    const value = values.get(key)
    const fits =
      key === 'rounded'
        ? typeof value === 'boolean'
        : typeof value === (NUMBERS.has(key) ? 'number' : 'string')
    if (fits) Object.assign(style, { [key]: value })
  }
  const other = readPairsDatum(cellData.get('other'))
  if (other?.size) style.other = other
  return style
}

export function linkOf(values: Values, cellData: CellData): Link | undefined {
  const text = (name: string): string | undefined => {
    const value = values.get(name)
    return typeof value === 'string' ? value : undefined
  }
  const [url, tooltip, target] = [text('url'), text('tooltip'), text('target')]
  const callback = stringDatum(cellData, 'callback')
  if (url === undefined && tooltip === undefined && target === undefined && callback === undefined)
    return undefined
  return {
    ...(url !== undefined && { url }),
    ...(tooltip !== undefined && { tooltip }),
    ...(target !== undefined && { target }),
    ...(callback !== undefined && { callback }),
  }
}

export const shapeIn = (values: Values): Shape => (values.get('shape') ?? 'rectangle') as Shape
export const lineIn = (values: Values): Line => (values.get('line') ?? 'solid') as Line
export const arrowIn = (values: Values, name: 'fromArrow' | 'toArrow'): Arrow =>
  (values.get(name) ?? 'none') as Arrow
