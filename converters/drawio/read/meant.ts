/** Which shape an end of a line is meant for that is fastened to none: what a person sees who looks at the page. */

import type { Arrow } from '../../../src/ir/arrows.js'
import type { Box } from '../../../src/layout/boxes.js'
import { type Grid, gridOfBoxes, meeting } from '../../../src/layout/measure/grid.js'
import { measureBlock } from '../../../src/layout/measure/text.js'
import { type DrawnBox, holdsBox } from '../document/box.js'
import { decodeLabel } from '../document/html.js'
import type { RawCell } from '../document/raw.js'
import { numberOf } from '../document/style.js'
import type { Point } from './line-ends.js'
import { arePiled, distanceTo, leadsTo, runsAlong } from './nearness.js'
import { comesBack, isLifeline, outlinesOf } from './outlines.js'
import { isBareText, lettersOf } from './texts.js'

export interface Meant {
  readonly cell: RawCell
  /** In whole pixels; 0 where the end lies on the shape. */
  readonly distance: number
  /** The arrowhead of the line that goes on from there to the shape, where the one that ends has none. */
  readonly arrow?: Arrow
}

/** An end of a line on the page, and where the line comes from. */
export interface LooseEnd {
  readonly at: Point
  /** The other places of the line, from there on: bends, then the other end. */
  readonly way: readonly Point[]
  /** The box that these lie in. */
  readonly extent: DrawnBox | undefined
  /** The shape that the other end is fastened to. */
  readonly other?: RawCell | undefined
  /** Whether the line has an arrowhead; one that has none is more often decoration, and is only meant for what it touches. */
  readonly isArrow: boolean
}

/** How far from a shape, in pixels, an end may lie that leads towards it; one of a line without arrowheads; one that leads past it. */
const REACH = { ahead: 30, plain: 12, aside: 15 } as const
/** How far from the letters of a text, in pixels, an end may lie that is meant for it, however large its box is. */
const FROM_LETTERS = 60
/** How deep inside of a group its border may be: lines cross a group on their way to what stands in it. */
const DEEP = 8
/** By how many pixels, and how many times, the next shape has to be farther away. */
const MARGIN = { pixels: 3, times: 1.5 } as const

interface Candidate extends Meant {
  /** The distance, with what speaks against the shape. */
  readonly cost: number
}

/**
 * The shape that an end is meant for: the innermost that it lies on, else the nearest in the direction of the line, where no other
 * is about as near.
 */
export function shapeMeant(
  end: LooseEnd,
  nodes: readonly RawCell[],
  groups: readonly RawCell[],
): Meant | undefined {
  const candidates: Candidate[] = []
  for (const cell of nodesNear(nodes, end.at)) {
    const found = onNode(end, cell)
    if (found) candidates.push(found)
  }
  for (const cell of groups) {
    const found = atBorder(end, cell)
    if (found) candidates.push(found)
  }
  const [best, ...others] = withoutLabels(end, candidates).sort(
    (a, b) => a.cost - b.cost || areaOf(a.cell) - areaOf(b.cell),
  )
  if (!best) return undefined
  const least = Math.max(best.cost + MARGIN.pixels, best.cost * MARGIN.times)
  // A text beside the shape that an arrow leads to is no other that may be meant, nor is what is around that, or behind it in a pile.
  const isClear = others.every(
    other =>
      other.cost >= least ||
      holdsBox(other.cell.box, best.cell.box) ||
      (end.isArrow && isBareText(other.cell) && !isBareText(best.cell)) ||
      isBehind(end, other, best),
  )
  return isClear ? { cell: best.cell, distance: Math.round(best.distance) } : undefined
}

/** Whether the nearest shape is the near edge of a pile that the other is in. Without an arrowhead, a line that begins there is drawn on the pile. */
function isBehind({ way: [from], isArrow }: LooseEnd, other: Candidate, best: Candidate): boolean {
  const [box, near] = [other.cell.box, best.cell.box]
  const isFromElsewhere =
    from !== undefined && Math.min(distanceTo(box, from), distanceTo(near, from)) > REACH.plain
  return other.distance > best.distance && arePiled(box, near) && (isArrow || isFromElsewhere)
}

/** A text along which a line runs is rather its label, where it ends at something else as well. */
function withoutLabels(
  { at, way: [from], isArrow }: LooseEnd,
  candidates: readonly Candidate[],
): Candidate[] {
  const isLabel = ({ cell }: Candidate): boolean =>
    isArrow && from !== undefined && isBareText(cell) && runsAlong(lettersOf(cell), at, from)
  const others = candidates.filter(one => !isLabel(one))
  return others.length > 0 ? others : [...candidates]
}

interface Places {
  readonly grid: Grid
  /** Whose box, or label, each box of the grid is. */
  readonly cells: ReadonlyMap<Box, RawCell>
}

/** Of each list of nodes, made when the first end is asked for. */
const placesOf = new WeakMap<readonly RawCell[], Places>()

/** The nodes that an end may be meant for, in their order: those whose box or label is within reach, and a pixel more. */
function nodesNear(nodes: readonly RawCell[], [x, y]: Point): RawCell[] {
  let places = placesOf.get(nodes)
  if (!places) {
    const boxes = nodes.flatMap(cell =>
      [cell.box, labelBox(cell)].flatMap(box => (box ? [[box, cell] as const] : [])),
    )
    places = { grid: gridOfBoxes(boxes.map(([box]) => box)), cells: new Map(boxes) }
    placesOf.set(nodes, places)
  }
  const reach = REACH.ahead + 1
  const around = { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach }
  const near = new Set(Array.from(meeting(places.grid, around), box => places.cells.get(box)!))
  return [...near].sort((a, b) => a.order - b.order)
}

const areaOf = ({ box }: RawCell): number => box.width * box.height

function onNode(end: LooseEnd, cell: RawCell): Candidate | undefined {
  const { at, extent, other } = end
  // A line that lies inside of a shape is a part of it, or leads to something else in it.
  if (extent && distanceTo(cell.box, at) === 0 && holdsBox(cell.box, extent))
    return isLifeline(cell) ? onLifeline(end, cell) : undefined
  if (cell === other && !comesBack(end, cell)) return undefined
  const near = isLifeline(cell) ? onLifeline(end, cell) : asText(end, candidate(end, cell, cell.box))
  if (near?.distance === 0) return near
  const label = labelBox(cell)
  const byLabel = label && candidate(end, cell, label)
  return byLabel && (!near || byLabel.cost < near.cost) ? byLabel : near
}

/** The nearer of what is drawn of a lifeline: most of its box is free. */
function onLifeline(end: LooseEnd, cell: RawCell): Candidate | undefined {
  if (cell === end.other && !comesBack(end, cell)) return undefined
  const found = outlinesOf(cell).flatMap(box => candidate(end, cell, box) ?? [])
  return found.sort((a, b) => a.cost - b.cost)[0]
}

/** The box of a text is often much larger than its letters: what is nearer than these is rather meant. */
function asText({ at }: LooseEnd, found: Candidate | undefined): Candidate | undefined {
  if (!found || !isBareText(found.cell)) return found
  const toLetters = distanceTo(lettersOf(found.cell), at)
  return toLetters > FROM_LETTERS ? undefined : { ...found, cost: Math.max(found.cost, toLetters) }
}

function candidate(end: LooseEnd, cell: RawCell, box: DrawnBox): Candidate | undefined {
  const { at, way, isArrow } = end
  const [from] = way
  const distance = distanceTo(box, at)
  const ahead = !from || leadsTo(box, at, from)
  const reach = Math.min(isArrow ? REACH.ahead : REACH.plain, ahead ? REACH.ahead : REACH.aside)
  if (distance > reach) return undefined
  return { cell, distance, cost: ahead ? distance : 2 * distance + MARGIN.pixels }
}

/** A group is met at its border: from outside, or a little behind it; farther behind it by a line that comes across its border. */
function atBorder(end: LooseEnd, cell: RawCell): Candidate | undefined {
  if (isLifeline(cell)) return onLifeline(end, cell)
  const { box } = cell
  const outside = distanceTo(box, end.at)
  if (outside > 0) return candidate(end, cell, box)
  const [x, y] = end.at
  const depth = Math.min(x - box.x, box.x + box.width - x, y - box.y, box.y + box.height - y)
  if (depth <= DEEP) return { cell, distance: depth, cost: depth + MARGIN.pixels }
  const [from] = end.way
  const isAcross = end.isArrow && from !== undefined && distanceTo(box, from) > 0
  return isAcross && depth <= REACH.ahead ? { cell, distance: depth, cost: 2 * depth } : undefined
}

/** Where draw.io puts a label that stands beside or below its shape, about: a line may end there as well as at the shape. */
function labelBox({ label, style, box }: RawCell): DrawnBox | undefined {
  const [across, down] = [style.get('labelPosition'), style.get('verticalLabelPosition')]
  const beside = across === 'left' || across === 'right'
  const aboveOrBelow = down === 'top' || down === 'bottom'
  if (label === '' || (!beside && !aboveOrBelow)) return undefined
  const { text } = decodeLabel(label, style.get('html') === '1')
  const { width, height } = measureBlock(text, Number.POSITIVE_INFINITY, numberOf(style.get('fontSize')))
  const x = across === 'left' ? box.x - width : across === 'right' ? box.x + box.width : undefined
  const y = down === 'top' ? box.y - height : down === 'bottom' ? box.y + box.height : undefined
  return {
    x: x ?? box.x + (box.width - width) / 2,
    y: y ?? box.y + (box.height - height) / 2,
    width,
    height,
  }
}
