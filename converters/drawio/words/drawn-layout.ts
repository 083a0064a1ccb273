/** Where a person put everything on a page, in the form that layout gives, for other formats with geometry. */
import type { Edge, End, Graph, Group } from '../../../src/ir/model.js'
import { type Anchor, alongAxes, pointAlong } from '../../../src/layout/axes.js'
import {
  type Box,
  type DrawnFields,
  type GroupBox,
  type LabelPlace,
  type Layout,
  middleOf,
  type Point,
  type Route,
} from '../../../src/layout/boxes.js'
import { numberOf, parseStyle, type StyleMap } from '../document/style.js'
import { type LabelPlaces, labelNames } from './beside.js'
import { boxIn, drawnBox, drawnLine } from './geometry.js'
import { inFile } from './in-file.js'
import { labelPlace, placesLabel } from './label-place.js'
import { titleWithout } from './title-strip.js'

/**
 * The geometry of a page; nothing where a node or a group has none, as on a page of ours that nobody touched.
 * @param fields by node id: how those of nodes were drawn
 * @param besides by edge: where its labels stand that are texts beside its line
 */
export function drawnLayout(
  graph: Graph,
  fields: ReadonlyMap<string, DrawnFields> = new Map(),
  besides: readonly (LabelPlaces | undefined)[] = [],
): Layout | undefined {
  const nodes = new Map<string, Box>()
  const labels = new Map<string, LabelPlace>()
  const groups = new Map<string, GroupBox>()
  for (const node of graph.nodes.values()) {
    const box = drawnBox(node)
    if (!box) return undefined
    nodes.set(node.id, plainBox(box))
    const style = styleOf(node.extras.get('drawio')?.get('style'))
    if (placesLabel(style)) labels.set(node.id, labelPlace(box, style))
  }
  for (const group of graph.groups.values()) {
    const box = drawnBox(group)
    if (!box) return undefined
    const style = styleOf(group.extras.get('drawio')?.get('style'))
    const strip = box.title ?? titleWithout(style) ?? 0
    groups.set(group.id, {
      ...plainBox(box),
      title: strip,
      ...(style.size > 0 && { aside: isTurned(style) }),
      ...(style.has('swimlane') && bodyOf(style, group)),
    })
  }
  if (nodes.size + groups.size === 0) return undefined
  const pool = boxIn(inFile(graph)?.get('pool'))
  const all = [...nodes.values(), ...groups.values(), ...(pool ? [pool] : [])]
  return {
    width: all.reduce((most, { x, width }) => Math.max(most, x + width), 0),
    height: all.reduce((most, { y, height }) => Math.max(most, y + height), 0),
    nodes,
    ...(labels.size > 0 && { labels }),
    ...(fields.size > 0 && { fields }),
    groups,
    ...(pool && { pool: { ...plainBox(pool), title: pool.title ?? 0 } }),
    routes: graph.edges.map((edge, i) => drawnRoute(edge, { nodes, groups, fields }, besides[i])),
    loops: [],
  }
}

const plainBox = ({ x, y, width, height }: Box): Box => ({ x, y, width, height })

const styleOf = (style: unknown): StyleMap => (typeof style === 'string' ? parseStyle(style) : new Map())

/** draw.io fills the strip of a swimlane with its colour, and the rest with another one, if with any. */
function bodyOf(style: StyleMap, { style: { fill } }: Group): Pick<GroupBox, 'body'> {
  const body = style.get('swimlaneFillColor')
  if (body) return { body }
  return fill === undefined ? {} : { body: 'none' }
}

/** Titles of swimlanes are turned where these say that they are not horizontal. */
const isTurned = (style: StyleMap): boolean => style.get('horizontal') === '0'

type Places = Required<Pick<Layout, 'nodes' | 'groups' | 'fields'>>

function drawnRoute(edge: Edge, { nodes, groups, fields }: Places, besides?: LabelPlaces): Route {
  const boxOf = ({ kind, id, port }: End): Box | undefined =>
    kind === 'group' ? groups.get(id) : (fields.get(id)?.ports.get(port ?? '') ?? nodes.get(id))
  const [from, to] = [boxOf(edge.from), boxOf(edge.to)]
  if (!from || !to) return { bends: [] }
  const line = drawnLine(edge)
  const bends = (line?.points ?? []).map(([x, y]): Point => ({ x, y }))
  const [start, end] = [pinned(from, line?.exit, 'exit'), pinned(to, line?.entry, 'entry')]
  const path = isStraight(edge)
    ? [start ?? middleOf(from), ...bends, end ?? middleOf(to)]
    : alongAxes(anchor(from, start), anchor(to, end), bends)
  const label = labelAt(path, line?.label, line?.offset)
  return {
    bends,
    path,
    ...(start && { start }),
    ...(end && { end }),
    ...(label && { label }),
    ...placesBeside(besides),
  }
}

/** Where the texts stand that show labels of an edge beside its line. */
function placesBeside(places: LabelPlaces | undefined): Pick<Route, 'label' | 'fromLabel' | 'toLabel'> {
  const [tail, middle, head] = labelNames.map(name => places?.get(name))
  return {
    ...(tail && { fromLabel: tail }),
    ...(middle && { label: middle }),
    ...(head && { toLabel: head }),
  }
}

const anchor = (box: Box, point: Point | undefined): Anchor => ({ box, ...(point && { point }) })

/** Lines without a style of edges of their own are led straight from bend to bend. */
function isStraight({ extras }: Edge): boolean {
  const style = extras.get('drawio')?.get('style')
  if (typeof style !== 'string') return false
  const way = parseStyle(style).get('edgeStyle')
  return way === undefined || way === null || way === 'none'
}

/** The point that the keys of a fixed end mean. */
function pinned(
  { x, y, width, height }: Box,
  pins: StyleMap | undefined,
  name: 'exit' | 'entry',
): Point | undefined {
  const said = (key: string): number | undefined => numberOf(pins?.get(name + key))
  const [px, py] = [said('X'), said('Y')]
  if (px === undefined || py === undefined) return undefined
  return { x: x + px * width + (said('Dx') ?? 0), y: y + py * height + (said('Dy') ?? 0) }
}

/** draw.io says the place of a label by its share of the way (-1 to 1), how far it stands beside it, and an offset. */
function labelAt(
  path: readonly Point[],
  [part, aside]: readonly [number, number] = [0, 0],
  [dx, dy]: readonly [number, number] = [0, 0],
): Point | undefined {
  const along = pointAlong(path, Math.min(1, Math.max(0, (part + 1) / 2)))
  if (!along) return undefined
  const { point, ahead } = along
  return { x: point.x + ahead.y * aside + dx, y: point.y - ahead.x * aside + dy }
}
