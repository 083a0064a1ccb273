/** Lines that are fastened to no shape at an end, and are meant as edges all the same: to which shapes, and what is said of the others. */
import type { RawCell } from '../document/raw.js'
import { isEdgeLabel } from '../words/edge-labels.js'
import { hasArrow } from '../words/markers.js'
import { nameOf } from './infer.js'
import { followJunctions, TOUCH } from './junctions.js'
import {
  bendsOf,
  type EndName,
  endNames,
  extentOf,
  freeEnd,
  otherEnd,
  type Point,
  wayFrom,
} from './line-ends.js'
import { type Meant, shapeMeant } from './meant.js'
import { MeetingPlaces } from './meeting.js'
import type { LooseEnd } from './messages.js'
import { distanceTo, leadsTo } from './nearness.js'
import { comesBack } from './outlines.js'
import type { Sorted } from './sort.js'
import { isBareText, lettersOf } from './texts.js'

/** A fixed count: on pages with more lines and shapes than this makes pairs, nothing is attached. */
const MOST_COMPARED = 20_000_000

/** How far from a shape, in pixels, the ends of several lines may meet that are all meant for it. */
const FAN = 24
/** How far from the letters of a text, in pixels, a line between two texts may end that is no bone and no sample of a line in a legend. */
const AT_LETTERS = 14

/** The shapes that the loose ends of one line are meant for. */
export type Attached = ReadonlyMap<EndName, Meant>

export interface Attachments {
  /** By line: only lines all of whose ends lead to a shape, and not both to one. */
  readonly attached: ReadonlyMap<RawCell, Attached>
  /** Lines that others go on in, and that are no edges of their own, each with the one that goes on in it. */
  readonly passed: ReadonlyMap<RawCell, RawCell>
}

/**
 * Finds what lines that end beside shapes are meant for.
 * @param onLines what stands for another line where an end is fastened to it
 * @param fastened the shape that an end of a line is fastened to
 * @param stays the ids of lines that are meant for nothing
 */
export function attachments(
  sorted: Sorted,
  onLines: NoShapes['lines'],
  fastened: (edge: RawCell, end: EndName) => RawCell | undefined,
  stays: ReadonlySet<string>,
): Attachments {
  const { nodes, groups, edges } = sorted
  const open = edges.filter(edge => endNames.some(end => !fastened(edge, end)))
  const lines = open.filter(({ id }) => !stays.has(id))
  const attached = new Map<RawCell, Attached>()
  const passed = new Map<RawCell, RawCell>()
  if (lines.length === 0 || (nodes.length + groups.length) * lines.length > MOST_COMPARED)
    return { attached, passed }
  const loose = new Set(lines)
  const met = new Map<RawCell, Map<EndName, Meant>>()
  const meeting = new MeetingPlaces()
  // What was kept as a line that is no edge may be the way of one.
  for (const edge of [...open, ...sorted.opaque.filter(({ kind }) => kind === 'edge')]) {
    const found = new Map<EndName, Meant>()
    met.set(edge, found)
    for (const end of endNames) {
      const id = edge[end]
      // draw.io draws an end at the line that it is fastened to, wherever its own point is.
      const at = fastened(edge, end) || (id !== undefined && onLines.has(id)) ? undefined : freeEnd(edge, end)
      if (!at) continue
      const other = fastened(edge, otherEnd(end))
      const way = wayFrom(edge, end, other)
      const meant = shapeMeant(
        { at, way, extent: extentOf(way), other, isArrow: hasArrow(edge.style) },
        nodes,
        groups,
      )
      if (meant) found.set(end, meant)
      else meeting.add(edge, end, at)
    }
  }
  const ends: Ends = {
    shapeAt: (edge, end) => fastened(edge, end) ?? met.get(edge)?.get(end)?.cell,
    goesOn: (edge, end) => {
      const at = freeEnd(edge, end)
      const next = at && meeting.onlyOther(edge, end, at)
      const isWay = next && !says(next.edge) && !attached.has(next.edge) && !passed.has(next.edge)
      return isWay ? { edge: next.edge, end: otherEnd(next.end) } : undefined
    },
  }
  // What has an arrowhead or a label is the edge, and what has neither a part of its way.
  for (const edge of [...lines.filter(says), ...lines.filter(line => !says(line))]) {
    if (passed.has(edge)) continue
    const found = new Map(met.get(edge))
    const ways: RawCell[] = []
    for (const end of endNames) {
      const way = ends.shapeAt(edge, end) ? undefined : followed(ends, edge, end)
      if (!way) continue
      found.set(end, { cell: way.cell, distance: 0 })
      ways.push(...way.lines)
    }
    const [from, to] = endNames.map(end => fastened(edge, end) ?? found.get(end)?.cell)
    if (!from || !to || (from === to && !isLoop(edge, from, [...met.get(edge)!.keys()]))) continue
    if (endNames.every(end => !fastened(edge, end)) && isDecoration(edge, sorted.parts)) continue
    attached.set(edge, found)
    for (const line of ways) passed.set(line, edge)
  }
  // What ends on another line is rather labelled by a text there than meant for it, and without an arrowhead only for what it touches.
  const isUnsure = (edge: RawCell, end: EndName): boolean => {
    const meant = met.get(edge)?.get(end)
    return (
      meant !== undefined && (isBareText(meant.cell) || (!hasArrow(edge.style) && meant.distance > TOUCH))
    )
  }
  const found = followJunctions(
    [...edges, ...sorted.opaque.filter(({ kind }) => kind === 'edge')],
    (edge, end) => ends.shapeAt(edge, end) ?? attached.get(edge)?.get(end)?.cell,
    (edge, end) => edge[end] === undefined || !onLines.has(edge[end]),
    isUnsure,
    edge =>
      loose.has(edge) &&
      !passed.has(edge) &&
      (!attached.has(edge) || endNames.some(end => isUnsure(edge, end))),
    fastened,
  )
  for (const [edge, ways] of found.attached) {
    const all = new Map([...(met.get(edge) ?? []), ...ways])
    const [from, to] = endNames.map(end => fastened(edge, end) ?? all.get(end)?.cell)
    if (from && to && from !== to) attached.set(edge, all)
  }
  for (const edge of attached.keys()) {
    const ends = endNames.filter(end => isUnsure(edge, end))
    const isAtText = (end: EndName): boolean => isBareText(met.get(edge)!.get(end)!.cell)
    // Between two texts, a line to the middle of another one, or that ends far from their letters, is drawn beside them: a bone of a fish, a line of a legend.
    const isAside = (end: EndName): boolean => {
      const [meant, at] = [met.get(edge)!.get(end)!, freeEnd(edge, end)]
      if (!at || found.isWithin(edge, end)) return at !== undefined
      const letters = lettersOf(meant.cell)
      const [from] = wayFrom(edge, end, undefined)
      // Down from the one to the other; across, it is as well the sample of a line before its name.
      const isToThem = hasArrow(edge.style) && from && isDown(at, from) && leadsTo(letters, at, from)
      return distanceTo(letters, at) > AT_LETTERS && !isToThem
    }
    const isBone = ends.length === 2 && ends.every(isAtText) && ends.some(isAside)
    const isUnclear = isBone || ends.some(end => !isAtText(end) && found.isOnLine(edge, end))
    if (isUnclear && !found.attached.has(edge)) attached.delete(edge)
  }
  for (const [edge, whole] of found.passed) if (attached.has(whole)) passed.set(edge, whole)
  // Last, what one end of is fastened: it is meant as an edge, and farther from its shape than decoration would be.
  for (const edge of lines) {
    if (attached.has(edge) || passed.has(edge) || hasArrow(edge.style)) continue
    const [end, ...more] = endNames.filter(end => !fastened(edge, end))
    const other = end && fastened(edge, otherEnd(end))
    const at = end && edge[end] === undefined && !found.isWithin(edge, end) ? freeEnd(edge, end) : undefined
    if (!other || !at || more.length > 0 || isBareText(other)) continue
    // Where ends of lines meet, each comes from elsewhere: that is beside a shape, or a fork on the way.
    const isFan = found.isOnLine(edge, end)
    const way = isFan ? [] : wayFrom(edge, end, other)
    const meant = shapeMeant({ at, way, extent: extentOf(way), isArrow: true }, nodes, groups)
    if (!meant || meant.cell === other || isBareText(meant.cell) || (isFan && meant.distance > FAN)) continue
    attached.set(edge, new Map([[end, meant]]))
  }
  return { attached, passed }
}

/**
 * Whether a line with an arrowhead leads away from a shape and back to it.
 * @param ends those of its ends that are meant for the shape; the others are fastened to it
 */
function isLoop(edge: RawCell, shape: RawCell, ends: readonly EndName[]): boolean {
  if (!hasArrow(edge.style) || isBareText(shape)) return false
  const way = bendsOf(edge)
  return (
    ends.length > 0 &&
    ends.every(end => {
      const at = freeEnd(edge, end)
      return at !== undefined && comesBack({ at, way }, shape)
    })
  )
}

const isDown = (a: Point, b: Point): boolean => Math.abs(a[1] - b[1]) > Math.abs(a[0] - b[0])

interface Ends {
  readonly shapeAt: (edge: RawCell, end: EndName) => RawCell | undefined
  /** The far end of the one line that goes on where an end is, and says nothing of its own. */
  readonly goesOn: (
    edge: RawCell,
    end: EndName,
  ) => { readonly edge: RawCell; readonly end: EndName } | undefined
}

/** The shape that a line comes to behind others in which it goes on, and these. */
function followed(
  { shapeAt, goesOn }: Ends,
  edge: RawCell,
  end: EndName,
): { readonly cell: RawCell; readonly lines: readonly RawCell[] } | undefined {
  const lines = new Set<RawCell>()
  for (let next = goesOn(edge, end); next && lines.size < LONGEST_CHAIN; next = goesOn(next.edge, next.end)) {
    if (next.edge === edge || lines.has(next.edge)) return undefined
    lines.add(next.edge)
    const cell = shapeAt(next.edge, next.end)
    if (cell) return { cell, lines: [...lines] }
  }
  return undefined
}

/** Whether a line is a rule in a table or class: without arrowheads and text, all of it in one. */
function isDecoration(edge: RawCell, records: Sorted['parts']): boolean {
  const ends = endNames.map(end => freeEnd(edge, end)).filter(at => at !== undefined)
  const points = [...ends, ...bendsOf(edge)]
  if (says(edge) || points.length < 2) return false
  for (const { box } of records.keys()) if (points.every(at => distanceTo(box, at) <= TOUCH)) return true
  return false
}

/** A fixed count of lines that one may go on in. */
const LONGEST_CHAIN = 50

/** Whether a line says more than that it leads from here to there. */
const says = (edge: RawCell): boolean =>
  hasArrow(edge.style) || edge.label !== '' || edge.children.some(isEdgeLabel)

/** Cells that a line may be fastened to and that are no shapes: lines with what stands on them, and what is kept. */
export interface NoShapes {
  readonly lines: ReadonlyMap<string, RawCell>
  readonly opaque: ReadonlyMap<string, RawCell>
}

export function noShapes({ edges, opaque }: Sorted): NoShapes {
  const lines = new Map(edges.flatMap(edge => [edge, ...edge.children].map(({ id }) => [id, edge] as const)))
  return { lines, opaque: new Map(opaque.map(cell => [cell.id, cell])) }
}

/** The ends of a line that are fastened to no shape. */
export function looseEnds(
  edge: RawCell,
  missing: readonly EndName[],
  near: Attached | undefined,
  { lines, opaque }: NoShapes,
): LooseEnd[] {
  return missing.map(end => {
    const id = edge[end]
    const line = id === undefined ? undefined : lines.get(id)
    const cell = id === undefined ? undefined : opaque.get(id)
    const at = id === undefined ? 'nothing' : line ? 'a line' : cell ? 'no shape' : 'not there'
    const other = line ?? cell
    const meant = near?.get(end)
    return {
      end: end === 'source' ? 'start' : 'end',
      at,
      name: other ? nameOf(other) : (id ?? ''),
      near: meant && { name: nameOf(meant.cell), id: meant.cell.id, distance: meant.distance },
    }
  })
}
