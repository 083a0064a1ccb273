/** Pages that show no graph: plans, mock-ups, charts of boxes, and sequences, of which a graph says a part only. */
import type { RawCell } from '../document/raw.js'
import { shapeOf } from './cell-kinds.js'
import { isBlank } from './pictures.js'
import type { Sorted } from './sort.js'

/** What a person would call such a page. */
export type Drawing = 'floor plan' | 'mock-up' | 'drawing'

const LIBRARIES: readonly (readonly [RegExp, Drawing])[] = [
  [/^mxgraph\.floorplan\./, 'floor plan'],
  [/^mxgraph\.(?:mockup|ios7?|ios7ui|bootstrap|android|gmdl)\./, 'mock-up'],
]

/** Of so many shapes, with lines for no more than this share of them, a drawing is made where this share says nothing. */
const CHART = { least: 20, lines: 0.02, blank: 1 / 3 } as const

/** Fewer shapes are no drawing yet. */
const FEWEST = 3

/** What a page shows that is no graph: most shapes are of a library for that, or there are next to no lines and many boxes that say nothing. */
export function drawingOn({ nodes, edges }: Sorted): Drawing | undefined {
  if (nodes.length < FEWEST) return undefined
  for (const [names, drawing] of LIBRARIES)
    if (nodes.filter(cell => names.test(shapeOf(cell))).length * 2 > nodes.length) return drawing
  if (nodes.length < CHART.least || edges.length > nodes.length * CHART.lines) return undefined
  return nodes.filter(isBlank).length >= nodes.length * CHART.blank ? 'drawing' : undefined
}

/** The lifelines of a page that shows a sequence. */
export function lifelinesOn({ nodes, groups }: Sorted): RawCell[] {
  const found = [...nodes, ...groups].filter(cell => shapeOf(cell) === 'umlLifeline')
  return found.length > 1 ? found.sort((a, b) => a.order - b.order) : []
}
