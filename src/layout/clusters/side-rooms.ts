/** What lines need of the sides that they end at. */
import { addTo } from '../../ir/lists.js'
import type { Edge, Graph } from '../../ir/model.js'
import { edgeLabelSize } from '../lanes/banded.js'

/** What lines keep from one another at a side, and from its corners: less than this, and their arrowheads touch. */
export const LINE_STEP = 14

/** How far apart ELK leads two lines beside each other, besides what their labels take. */
const [BELOW, BESIDE] = [16, 14]
/** Two lines are straight with less, as their ends slide a little along their sides. */
const FEW = 24
/** So long a side is for labels beside each other, and no longer. */
export const LONGEST = 520

/** How long a side is for lines beside each other, evenly spread. */
export function lengthBeside(edges: readonly Edge[]): number {
  const widest = edges.reduce((most, edge) => Math.max(most, edgeLabelSize(edge)?.width ?? 0), 0)
  return edges.length * (widest + BESIDE)
}

/**
 * By edge, what it needs of a side that it ends at. Lines between the same two nodes run straight where they end as far apart as their labels
 * make them: below each other where the flow runs across the page, beside each other where it runs down.
 */
export function sideRooms({ edges }: Pick<Graph, 'edges'>, across: boolean): number[] {
  const pairs = new Map<string, number[]>()
  edges.forEach(({ from, to }, i) => {
    if (from.kind === 'node' && to.kind === 'node' && edgeLabelSize(edges[i]!))
      addTo(pairs, JSON.stringify([from.id, to.id].sort()), i)
  })
  const rooms = edges.map(() => LINE_STEP)
  for (const own of pairs.values()) {
    const sizes = own.map(i => edgeLabelSize(edges[i]!)!)
    const room = across
      ? Math.max(...sizes.map(({ height }) => height)) + BELOW
      : Math.max(...sizes.map(({ width }) => width)) + BESIDE
    const isLong = !across && room * own.length > LONGEST
    // Two are straight only where no others share their sides: all are spread evenly there.
    const isPair = own.length === 2 && across && areAlone(edges, own)
    if (isLong || (own.length < 3 && !isPair)) continue
    for (const i of own) rooms[i] = own.length === 2 ? FEW : room
  }
  return rooms
}

/** Whether no other line leaves where some lines begin, or comes in where they end. */
function areAlone(edges: readonly Edge[], own: readonly number[]): boolean {
  const { from, to } = edges[own[0]!]!
  return edges.every((edge, i) => own.includes(i) || (edge.from.id !== from.id && edge.to.id !== to.id))
}
