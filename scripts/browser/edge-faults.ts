/** What is wrong with the edges of a drawing, and with the labels on them. */

import type { DrawnEdge, DrawnLabel, DrawnVertex } from './drawio.js'
import type { Family } from './family.js'
import { type Fault, type Findings, fault, name, shorten } from './fault.js'
import {
  boxOfSegment,
  commonBox,
  commonLength,
  eachMeeting,
  eachMeetingPair,
  meetingPoint,
  type Point,
  runsThrough,
  type Segment,
  segmentsOf,
  shrink,
} from './geometry.js'

interface Piece extends Segment {
  readonly edge: DrawnEdge
  readonly box: ReturnType<typeof boxOfSegment>
}

// An outline is a pixel or two wide; a line that only grazes it goes through nothing.
const graze = 2
// Lines that come in at one point are one there: so long a common way is meant.
const trunk = 40
// Shorter common ways are not seen as such.
const shortWay = 6

export function edgeFaults(edges: readonly DrawnEdge[], family: Family): Findings {
  const pieces = edges.flatMap(edge =>
    segmentsOf(edge.points).map((segment): Piece => ({ ...segment, edge, box: boxOfSegment(segment) })),
  )
  const { faults, crossings } = edgesAmongThemselves(pieces)
  return {
    faults: [
      ...danglingEdges(edges),
      ...edgesThroughSolids(pieces, family),
      ...edgesThroughGroups(pieces, family),
      ...edgesThroughOwnEnds(edges, family),
      ...faults,
      ...edgeLabelFaults(edges, pieces, family),
    ],
    crossings,
  }
}

function danglingEdges(edges: readonly DrawnEdge[]): Fault[] {
  return edges
    .filter(edge => edge.source === undefined || edge.target === undefined)
    .map(edge => {
      const ends = [edge.source === undefined ? 'source' : '', edge.target === undefined ? 'target' : '']
      return fault('dangling-edge', [edge.id], `${edge.id} has no ${ends.filter(Boolean).join(' and no ')}`)
    })
}

/** Keeps the first of several findings about the same cells: an edge has many segments. */
function once(): (key: string) => boolean {
  const seen = new Set<string>()
  return key => seen.size !== seen.add(key).size
}

const keyOf = (...ids: readonly string[]) => JSON.stringify(ids)

function endsOf(edge: DrawnEdge, family: Family): DrawnVertex[] {
  return [family.get(edge.source), family.get(edge.target)].filter(end => end !== undefined)
}

/** Whether a vertex is an end of an edge, holds one, or is a cell of the same table as one. */
function belongs(vertex: DrawnVertex, edge: DrawnEdge, family: Family): boolean {
  const table = family.tableOf(vertex)
  return endsOf(edge, family).some(
    end => family.isWithin(end, vertex) || (table !== undefined && family.isWithin(end, table)),
  )
}

const insides = (vertices: readonly DrawnVertex[]) =>
  vertices.flatMap(vertex => {
    const box = shrink(vertex.box, graze)
    return box === undefined ? [] : [{ vertex, box }]
  })

function edgesThroughSolids(pieces: readonly Piece[], family: Family): Fault[] {
  const faults: Fault[] = []
  const isNew = once()
  eachMeeting(pieces, insides(family.solids), (piece, { vertex, box }) => {
    const { edge } = piece
    if (!runsThrough(piece, box) || belongs(vertex, edge, family) || !isNew(keyOf(edge.id, vertex.id))) return
    faults.push(
      fault('edge-through-vertex', [edge.id, vertex.id], `${path(edge)} runs through ${name(vertex)}`),
    )
  })
  return faults
}

function edgesThroughGroups(pieces: readonly Piece[], family: Family): Fault[] {
  const faults: Fault[] = []
  const isNew = once()
  // Whoever goes from the first lane to the third has to pass the second.
  const closed = family.groups.filter(group => !group.lane)
  eachMeeting(pieces, insides(closed), (piece, { vertex: group, box }) => {
    const { edge } = piece
    if (!runsThrough(piece, box) || belongs(group, edge, family) || !isNew(keyOf(edge.id, group.id))) return
    faults.push(fault('edge-through-group', [edge.id, group.id], `${path(edge)} runs through ${name(group)}`))
  })
  eachMeeting(pieces, titlesOf(family), (piece, { group, box }) => {
    const { edge } = piece
    if (!runsThrough(piece, box) || !isNew(keyOf(edge.id, group.id, 'title'))) return
    faults.push(
      fault('edge-through-title', [edge.id, group.id], `${path(edge)} runs over the title of ${name(group)}`),
    )
  })
  return faults
}

/** The letters of the titles of groups and frames. */
function titlesOf(family: Family) {
  return [...family.groups, ...family.frames].flatMap(group => {
    const box = group.label && group.labelInside ? shrink(group.label.box, 1) : undefined
    return box === undefined ? [] : [{ group, box }]
  })
}

/** An edge may enter the box of a slanted shape up to its outline, but not reach the middle. */
function edgesThroughOwnEnds(edges: readonly DrawnEdge[], family: Family): Fault[] {
  const faults: Fault[] = []
  for (const edge of edges) {
    const ends = endsOf(edge, family)
    for (const end of new Set(ends)) {
      if (ends.some(other => other !== end && family.isWithin(other, end))) continue
      const middle = shrink(end.box, end.box.width / 4 + 0.5, end.box.height / 4 + 0.5)
      if (middle === undefined || !segmentsOf(edge.points).some(segment => runsThrough(segment, middle)))
        continue
      faults.push(
        fault(
          'edge-through-own-end',
          [edge.id, end.id],
          `${path(edge)} runs through its own end ${name(end)}`,
        ),
      )
    }
  }
  return faults
}

function edgesAmongThemselves(pieces: readonly Piece[]): Findings {
  const crossings = new Map<string, Set<string>>()
  const ways = new Map<string, { a: DrawnEdge; b: DrawnEdge; length: number }>()
  eachMeetingPair(pieces, (one, other) => {
    if (one.edge === other.edge) return
    const [a, b] = one.edge.id < other.edge.id ? [one.edge, other.edge] : [other.edge, one.edge]
    const key = keyOf(a.id, b.id)
    const point = meetingPoint(one, other)
    if (point === undefined) {
      const length = commonLength(one, other) + (ways.get(key)?.length ?? 0)
      if (length > 0) ways.set(key, { a, b, length })
    } else if (!isAtEnd(point, a) && !isAtEnd(point, b)) {
      const own = crossings.get(key) ?? new Set()
      crossings.set(key, own.add(`${Math.round(point.x)},${Math.round(point.y)}`))
    }
  })
  const faults: Fault[] = []
  for (const [key, { a, b, length }] of ways) {
    // Where a trunk parts, its lines meet and do not cross.
    if (endTogether(a, b) || startTogether(a, b)) crossings.delete(key)
    if (length <= (endTogether(a, b) ? trunk : shortWay)) continue
    const kind = haveCommonEnd(a, b) ? 'edges-share-way' : 'edges-overlap'
    faults.push(
      fault(kind, [a.id, b.id], `${path(a)} and ${path(b)} run on one line for ${Math.round(length)}`),
    )
  }
  return { faults, crossings: [...crossings.values()].reduce((sum, own) => sum + own.size, 0) }
}

function isAtEnd(point: Point, edge: DrawnEdge): boolean {
  const ends = [edge.points[0], edge.points.at(-1)]
  return ends.some(end => end !== undefined && Math.hypot(end.x - point.x, end.y - point.y) < 1)
}

/** Whether two edges come in at one point of one vertex. */
function endTogether(a: DrawnEdge, b: DrawnEdge): boolean {
  const [one, other] = [a.points.at(-1), b.points.at(-1)]
  if (a.target === undefined || a.target !== b.target || !one || !other) return false
  return Math.hypot(one.x - other.x, one.y - other.y) < 1
}

/** Whether two edges leave at one point of one vertex. */
function startTogether(a: DrawnEdge, b: DrawnEdge): boolean {
  const [one, other] = [a.points[0], b.points[0]]
  if (a.source === undefined || a.source !== b.source || !one || !other) return false
  return Math.hypot(one.x - other.x, one.y - other.y) < 1
}

function haveCommonEnd(a: DrawnEdge, b: DrawnEdge): boolean {
  return [a.source, a.target].some(end => end !== undefined && (end === b.source || end === b.target))
}

interface Placed extends DrawnLabel {
  readonly edge: DrawnEdge
}

function edgeLabelFaults(edges: readonly DrawnEdge[], pieces: readonly Piece[], family: Family): Fault[] {
  const faults: Fault[] = []
  const isNew = once()
  const labels = edges.flatMap(edge => edge.labels.map((label): Placed => ({ ...label, edge })))
  const quote = ({ text, edge }: Placed) => `the label "${shorten(text)}" of ${path(edge)}`
  eachMeeting(labels, family.solids, (label, vertex) => {
    if (commonBox(label.box, vertex.box, graze) === undefined) return
    const cells = [label.edge.id, vertex.id]
    faults.push(fault('edge-label-over-vertex', cells, `${quote(label)} covers ${name(vertex)}`))
  })
  eachMeeting(labels, titlesOf(family), (label, { group, box }) => {
    if (commonBox(label.box, box) === undefined) return
    const cells = [label.edge.id, group.id]
    faults.push(fault('edge-label-over-title', cells, `${quote(label)} covers the title of ${name(group)}`))
  })
  eachMeetingPair(labels, (a, b) => {
    if (commonBox(a.box, b.box, 1) === undefined) return
    faults.push(fault('edge-labels-overlap', [a.edge.id, b.edge.id], `${quote(a)} covers ${quote(b)}`))
  })
  eachMeeting(labels, pieces, (label, piece) => {
    const box = shrink(label.box, 1)
    if (box === undefined || label.edge === piece.edge || !runsThrough(piece, box)) return
    if (!isNew(keyOf(label.edge.id, label.text, piece.edge.id))) return
    const cells = [label.edge.id, piece.edge.id]
    faults.push(fault('edge-label-over-edge', cells, `${quote(label)} covers ${path(piece.edge)}`))
  })
  return faults
}

/** An edge for a person: its id and where it goes. */
function path(edge: DrawnEdge): string {
  return `${edge.id} (${edge.source ?? '?'} -> ${edge.target ?? '?'})`
}
