/** The kinds of faults that a drawing can have. */

import type { DrawnVertex } from './drawio.js'

export type FaultKind =
  | 'undrawn' // a cell that ought to be seen and is not
  | 'siblings-overlap' // two vertices of one parent
  | 'outside-parent' // a vertex that sticks out of the vertex it belongs to
  | 'over-title' // a child over its parent's title strip, or over the title's letters
  | 'label-over-box' // letters outside of their vertex
  | 'label-over-outline' // letters outside of the diamond or ellipse, though within its box
  | 'label-over-vertex' // a label beside its vertex, or of a frame, over another vertex
  | 'dangling-edge' // an edge without a vertex at an end
  | 'edge-through-vertex' // an edge over a vertex that it has nothing to do with
  | 'edge-through-own-end' // an edge over the middle of a vertex that it connects
  | 'edge-through-group' // an edge over a group (not a lane) that holds none of its ends
  | 'edge-through-title' // an edge over the letters of a group's title
  | 'edges-overlap' // two edges on one line, without a common end
  | 'edges-share-way' // two edges with a common end, on one line
  | 'edge-label-over-vertex'
  | 'edge-label-over-title'
  | 'edge-label-over-edge' // a label over the line of another edge
  | 'edge-labels-overlap'

/** Kinds that no layout can always avoid: lines of one node that run together, groups that stand in the way. */
export const tolerable: ReadonlySet<FaultKind> = new Set([
  'edges-share-way',
  'edge-through-group',
  'edge-label-over-edge',
])

export interface Fault {
  readonly kind: FaultKind
  /** Ids of the cells, the one that is at fault first. */
  readonly cells: readonly string[]
  /** The finding in a sentence. */
  readonly says: string
}

export interface Findings {
  readonly faults: readonly Fault[]
  /** How often one edge crosses another. */
  readonly crossings: number
}

export function fault(kind: FaultKind, cells: readonly string[], says: string): Fault {
  return { kind, cells, says }
}

/** The beginning of a label, on one line. */
export function shorten(text: string): string {
  const line = text.replaceAll('\n', ' ')
  return line.length > 24 ? `${line.slice(0, 23)}…` : line
}

/** A vertex for a person: its label's beginning, and its id. */
export function name(vertex: DrawnVertex): string {
  const text = shorten(vertex.label?.text ?? '')
  return text === '' ? vertex.id : `"${text}" (${vertex.id})`
}
