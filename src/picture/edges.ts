/** Edges: lines, arrowheads, and the labels on them. */
import type { Edge, End, Graph, Line, Text } from '../ir/model.js'
import { type Box, type Layout, middleOf, type Point, type Route } from '../layout/boxes.js'
import { endsBeyondLabel } from '../layout/clusters/outside-labels.js'
import { measure } from '../layout/measure/text.js'
import { isBold } from './css.js'
import { type Attributes, element, numberText } from './element.js'
import { type Figure, figureElement, rect } from './figures.js'
import { label } from './labels.js'
import { colourAttributes, faded, fontSizeOf, linked, ownColours, styleAttributes } from './looks.js'
import { backOf, markerElements } from './markers.js'
import { outlineOfNode } from './nodes.js'
import { type Painter, roleAttributes } from './paint.js'
import { touching } from './touch.js'

export const EDGE_FONT = 11
export const EDGE_WIDTH = 1.3
const THICK = 2.8
/** How round the corners of a line are. */
const CORNER = 7

const DASHES: { readonly [L in Line]: Attributes } = {
  solid: [],
  dashed: [['stroke-dasharray', '6 4']],
  dotted: [['stroke-dasharray', '2 3']],
  thick: [],
  invisible: [],
}

interface Target {
  readonly box: Box
  readonly figures: readonly Figure[]
}

function targetOf(graph: Graph, layout: Layout, end: End): Target | undefined {
  const { kind, id } = end
  const cell = drawnCellOf(layout, end)
  if (cell) return { box: cell, figures: [rect(0, 0, cell.width, cell.height)] }
  const box = (kind === 'node' ? layout.nodes : layout.groups).get(id)
  const node = kind === 'node' ? graph.nodes.get(id) : undefined
  if (!box) return undefined
  if (!node) return { box, figures: [rect(0, 0, box.width, box.height)] }
  const { figures, ends = figures } = outlineOfNode(node, box)
  return { box, figures: ends }
}

/** How far the loop of a line that nobody laid out leads away from its box, and how high it is. */
const [AWAY, HIGH] = [20, 16]

/** A line that begins and ends at one place goes round a corner beside it. */
function loopAt({ x, y, width, height }: Box): Point[] {
  const [right, middle] = [x + width, y + height / 2]
  const [top, bottom] = [middle - HIGH / 2, middle + HIGH / 2]
  return [
    { x: right, y: top },
    { x: right + AWAY, y: top },
    { x: right + AWAY, y: bottom },
    { x: right, y: bottom },
  ]
}

/** The way of an edge, its ends on the outlines of what it joins. */
export function wayOf(graph: Graph, layout: Layout, edge: Edge, route: Route | undefined): readonly Point[] {
  const [from, to] = [edge.from, edge.to].map(end => targetOf(graph, layout, end))
  const path = [...(route?.path ?? [])]
  if (path.length < 2) {
    if (!from || !to) return []
    path.splice(
      0,
      path.length,
      route?.start ?? middleOf(from.box),
      ...(route?.bends ?? []),
      route?.end ?? middleOf(to.box),
    )
  }
  const way = withoutMiddles(
    path.filter((point, i) => i === 0 || point.x !== path[i - 1]!.x || point.y !== path[i - 1]!.y),
  )
  if (way.length < 2) return from ? loopAt(from.box) : way
  const last = way.length - 1
  const [first, second, previous, end] = [way[0]!, way[1]!, way[last - 1]!, way[last]!]
  const stays = (at: End, { box }: Target, point: Point): boolean =>
    inField(graph, layout, at) || endsBeyondLabel(graph, at, box, point)
  if (from && !stays(edge.from, from, first)) way[0] = touching(from.box, from.figures, second, first)
  if (to && !stays(edge.to, to, end)) way[last] = touching(to.box, to.figures, previous, end)
  return way
}

/** A way without the points that lie on the straight line between those beside them. */
const withoutMiddles = (way: readonly Point[]): Point[] =>
  way.filter((point, i) => {
    const [before, after] = [way[i - 1], way[i + 1]]
    if (!before || !after) return true
    const [ax, ay] = [point.x - before.x, point.y - before.y]
    const [bx, by] = [after.x - point.x, after.y - point.y]
    // A way that turns back on itself keeps its turn.
    return ax * by !== ay * bx || ax * bx + ay * by < 0
  })

/** The cell of the field that an end stands at, where somebody drew it. */
const drawnCellOf = ({ fields }: Layout, { kind, id, port }: End): Box | undefined =>
  kind === 'node' && port !== undefined ? fields?.get(id)?.ports.get(port) : undefined

/** An end at a field that we draw stands there already. */
const inField = ({ nodes }: Graph, layout: Layout, end: End): boolean =>
  end.kind === 'node' &&
  end.port !== undefined &&
  Boolean(nodes.get(end.id)?.fields?.length) &&
  !drawnCellOf(layout, end)

/** A point on the way from `a` to `b`, at a distance from `a` that is no longer than that way. */
function towards(a: Point, b: Point, distance: number): Point {
  const length = Math.hypot(b.x - a.x, b.y - a.y)
  const part = length === 0 ? 0 : Math.min(1, distance / length)
  return { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part }
}

/** A line with round corners. */
function roundedPath(points: readonly Point[]): string {
  const at = ({ x, y }: Point): string => `${numberText(x)} ${numberText(y)}`
  return points
    .map((point, i) => {
      const [before, after] = [points[i - 1], points[i + 1]]
      if (!before) return `M${at(point)}`
      if (!after) return `L${at(point)}`
      const reach = Math.min(
        CORNER,
        Math.hypot(point.x - before.x, point.y - before.y) / 2,
        Math.hypot(after.x - point.x, after.y - point.y) / 2,
      )
      return `L${at(towards(point, before, reach))}Q${at(point)} ${at(towards(point, after, reach))}`
    })
    .join('')
}

/** An end as its graph names it: node, port, side. */
const nameOfEnd = ({ id, port, side }: End): string =>
  [id, ...(port === undefined ? [] : [port]), ...(side ? [side] : [])].join(':')

/** The colours and the font of an edge, for its line and for its labels. */
const lookOf = ({ style }: Edge, painter: Painter): Attributes => {
  const { fill, stroke, color } = ownColours(style, 'edge', painter)
  return colourAttributes({
    ...(stroke && { fill: stroke, stroke }),
    ...(style.fill !== undefined && fill && { fill }),
    ...(color && { color }),
  })
}

/** The line of an edge with its arrowheads. */
export function edgeElement(edge: Edge, way: readonly Point[], painter: Painter): string {
  const { from, to, line, style, id, length } = edge
  const width = style.strokeWidth ?? (line === 'thick' ? THICK : EDGE_WIDTH)
  const attributes: Attributes = [
    ['data-id', id],
    ['data-from', nameOfEnd(from)],
    ['data-to', nameOfEnd(to)],
    ['data-line', line === 'solid' ? undefined : line],
    ['data-length', length],
    ['visibility', line === 'invisible' ? 'hidden' : undefined],
    ...lookOf(edge, painter),
    ...styleAttributes({ ...style, ...(line === 'thick' && { strokeWidth: width }) }).filter(
      ([name]) => name !== 'stroke-dasharray',
    ),
  ]
  const [a, b, y, z] = [way[0], way[1], way[way.length - 2], way[way.length - 1]]
  if (!a || !b || !y || !z) return element('g', attributes)
  const ink: Attributes = width > 2 ? [['stroke-width', 1.5]] : []
  const paint = { ink, paper: [...ink, ...roleAttributes(painter, 'paper')] }
  const shown = [
    towards(a, b, backOf(from.arrow, width)),
    ...way.slice(1, -1),
    towards(z, y, backOf(to.arrow, width)),
  ]
  const dashes = style.dash === undefined ? DASHES[line] : styleAttributes({ dash: style.dash })
  const content =
    element('path', [['d', roundedPath(shown)], ['fill', 'none'], ...dashes]) +
    markerElements(from.arrow, a, b, width, paint) +
    markerElements(to.arrow, z, y, width, paint)
  return element('g', attributes, linked(edge.link, [], faded(style, content)))
}

/** The labels of an edge, each on a quiet ground. */
export function edgeLabels(
  edge: Edge,
  way: readonly Point[],
  route: Route | undefined,
  painter: Painter,
): string {
  const { from, to, style } = edge
  const middle = route?.label ?? alongWay(way, 0.5)
  const drawn = [
    labelAt(edge.label, middle, edge),
    labelAt(from.label, route?.fromLabel ?? alongWay(way, 0.12), edge),
    labelAt(to.label, route?.toLabel ?? alongWay(way, 0.88), edge),
  ].join('')
  if (drawn === '') return ''
  const { color, fill } = ownColours(
    { ...(style.color !== undefined && { color: style.color }) },
    'label',
    painter,
  )
  const attributes: Attributes = [
    ['visibility', edge.line === 'invisible' ? 'hidden' : undefined],
    ...colourAttributes({ ...(color && { color }), ...(fill && { fill }) }),
    ...styleAttributes(style).filter(([name]) => name.startsWith('font')),
  ]
  const inner = linked(edge.link, [], drawn)
  return attributes.some(([, value]) => value !== undefined) ? element('g', attributes, inner) : inner
}

function labelAt(text: Text | undefined, middle: Point | undefined, { style }: Edge): string {
  if (!text || text.text.trim() === '' || !middle) return ''
  const fontSize = fontSizeOf(style, EDGE_FONT)
  const bold = style.fontWeight !== undefined && isBold(style.fontWeight)
  const { width, height } = measure(text.text, Number.POSITIVE_INFINITY, fontSize)
  const area = { x: middle.x - width / 2 - 1, y: middle.y - height / 2, width: width * 1.1 + 2, height }
  const ground = rect(middle.x - width / 2 - 5, middle.y - height / 2 - 1, width + 10, height + 2, 3)
  return (
    figureElement(ground, [['fill-opacity', 0.88]]) +
    label(text, { ...area, x: middle.x - area.width / 2 }, { fontSize, bold })
  )
}

/** The point of a way that lies a part of its length from its start. */
export function alongWay(way: readonly Point[], part: number): Point | undefined {
  const lengths = way.slice(1).map((point, i) => Math.hypot(point.x - way[i]!.x, point.y - way[i]!.y))
  let left = lengths.reduce((sum, length) => sum + length, 0) * part
  for (const [i, length] of lengths.entries()) {
    if (left <= length) return towards(way[i]!, way[i + 1]!, left)
    left -= length
  }
  return way.at(-1)
}
