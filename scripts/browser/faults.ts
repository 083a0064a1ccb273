/** What a person would call wrong in a drawing, found by measuring it. */

import type { Drawing, DrawnVertex } from './drawio.js'
import { edgeFaults } from './edge-faults.js'
import { type Family, familyOf } from './family.js'
import { type Fault, type FaultKind, type Findings, fault, name, shorten } from './fault.js'
import { type Box, commonBox, eachMeeting, eachMeetingPair, isInside, shrink } from './geometry.js'

/** What is measured: a drawing without its file. */
export type Measured = Pick<Drawing, 'vertices' | 'edges' | 'undrawn'>

/** Measures a drawing. In: what the viewer drew. Out: every fault, and how many crossings there are. */
export function findFaults(drawing: Measured): Findings {
  const family = familyOf(drawing.vertices)
  const undrawn = drawing.undrawn.map(id => fault('undrawn', [id], `${id} ought to be seen and is not`))
  const edges = edgeFaults(drawing.edges, family)
  return {
    faults: [...undrawn, ...vertexFaults(drawing.vertices, family), ...edges.faults],
    crossings: edges.crossings,
  }
}

/** How many faults of each kind there are. */
export function countKinds(faults: readonly Fault[]): Map<FaultKind, number> {
  const counts = new Map<FaultKind, number>()
  for (const { kind } of faults) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}

// Lines are one or two pixels wide, and letters are not measured more exactly than this either.
const tolerance = 1.5

function vertexFaults(vertices: readonly DrawnVertex[], family: Family): Fault[] {
  const faults: Fault[] = []
  for (const siblings of family.siblings()) {
    const solid = siblings.filter(vertex => !vertex.frame)
    eachMeetingPair(solid, (a, b) => {
      const common = commonBox(a.box, b.box, tolerance)
      if (common === undefined) return
      const size = `${Math.round(common.width)} x ${Math.round(common.height)}`
      faults.push(fault('siblings-overlap', [a.id, b.id], `${name(a)} and ${name(b)} overlap by ${size}`))
    })
  }
  for (const vertex of vertices) faults.push(...parentFaults(vertex, family), ...labelFaults(vertex))
  return [...faults, ...outsideLabelFaults(vertices, family)]
}

function parentFaults(vertex: DrawnVertex, family: Family): Fault[] {
  const parent = family.get(vertex.parent)
  if (parent === undefined || vertex.frame) return []
  const cells = [vertex.id, parent.id]
  if (!isInside(vertex.box, parent.box, tolerance)) {
    return [fault('outside-parent', cells, `${name(vertex)} sticks out of ${name(parent)}`)]
  }
  const title = parent.title ?? (parent.labelInside ? parent.label?.box : undefined)
  if (title === undefined || commonBox(vertex.box, title, tolerance) === undefined) return []
  return [fault('over-title', cells, `${name(vertex)} stands on the title of ${name(parent)}`)]
}

function labelFaults(vertex: DrawnVertex): Fault[] {
  const { label, labelInside, title, box, id } = vertex
  if (label === undefined || !labelInside) return []
  const room = title ?? box
  const quote = `the label "${shorten(label.text)}" of ${id}`
  if (!isInside(label.box, room, tolerance)) {
    const size = ({ width, height }: Box) => `${Math.round(width)} x ${Math.round(height)}`
    return [fault('label-over-box', [id], `${quote} leaves its box (${size(label.box)} in ${size(room)})`)]
  }
  const beyond = outlines.get(vertex.shape)
  if (beyond === undefined || !label.lines.some(line => leaves(line, box, beyond))) return []
  return [fault('label-over-outline', [id], `${quote} runs over its ${vertex.shape}`)]
}

// How far out a point is, by its distances from the centre in halves of width and height; beyond 1 it is outside.
const outlines = new Map<string, (dx: number, dy: number) => number>([
  ['rhombus', (dx, dy) => dx + dy],
  ['ellipse', Math.hypot],
  ['doubleEllipse', Math.hypot],
])

function leaves(line: Box, box: Box, beyond: (dx: number, dy: number) => number): boolean {
  // Most letters reach neither the top nor the bottom of their line.
  const letters = shrink(line, tolerance, line.height / 4)
  if (letters === undefined) return false
  const fromCentre = (low: number, size: number, boxLow: number, boxSize: number) => {
    const centre = boxLow + boxSize / 2
    return Math.max(Math.abs(low - centre), Math.abs(low + size - centre)) / (boxSize / 2)
  }
  const dx = fromCentre(letters.x, letters.width, box.x, box.width)
  const dy = fromCentre(letters.y, letters.height, box.y, box.height)
  return beyond(dx, dy) > 1
}

/** Labels that the style puts beside their vertex, and those of frames, over other vertices. */
function outsideLabelFaults(vertices: readonly DrawnVertex[], family: Family): Fault[] {
  const faults: Fault[] = []
  const outside = vertices.flatMap(vertex =>
    vertex.label && (vertex.frame || !vertex.labelInside) ? [{ vertex, box: vertex.label.box }] : [],
  )
  eachMeeting(outside, family.solids, ({ vertex, box }, other) => {
    if (family.isWithin(vertex, other) || commonBox(box, other.box, tolerance) === undefined) return
    const says = `the label of ${name(vertex)} covers ${name(other)}`
    faults.push(fault('label-over-vertex', [vertex.id, other.id], says))
  })
  return faults
}
