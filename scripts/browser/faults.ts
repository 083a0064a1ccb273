/** What a person would call wrong in a drawing, found by measuring it. */

import type { Drawing, DrawnVertex } from './drawio.js'
import { edgeFaults } from './edge-faults.js'
import { type Family, familyOf } from './family.js'
import { type Fault, type FaultKind, type Findings, fault, name } from './fault.js'
import { commonBox, eachMeetingPair, isInside } from './geometry.js'

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
  for (const vertex of vertices) faults.push(...parentFaults(vertex, family), ...labelFaults(vertex, family))
  return faults
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

function labelFaults(vertex: DrawnVertex, family: Family): Fault[] {
  const { label } = vertex
  if (label === undefined) return []
  if (vertex.labelInside) {
    const room = vertex.title ?? vertex.box
    if (isInside(label.box, room, tolerance)) return []
    const sizes = `${Math.round(label.box.width)} x ${Math.round(label.box.height)} in ${Math.round(room.width)} x ${Math.round(room.height)}`
    return [fault('label-over-box', [vertex.id], `the label of ${name(vertex)} leaves its box (${sizes})`)]
  }
  const covered = family.solids.filter(
    other =>
      other !== vertex && !family.isWithin(vertex, other) && commonBox(label.box, other.box, tolerance),
  )
  return covered.map(other =>
    fault('label-over-vertex', [vertex.id, other.id], `the label of ${name(vertex)} covers ${name(other)}`),
  )
}
