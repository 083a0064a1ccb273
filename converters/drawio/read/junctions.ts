/**
 * Lines that end on other lines. A person follows them: several that run together lead where the one that goes on leads, several that
 * part come from where the one before them comes, and what ends on the line that hangs down from a shape, as in a sequence, ends at that.
 */

import type { Arrow } from '../../../src/ir/arrows.js'
import { addTo, entryOf, lastAtMost } from '../../../src/ir/lists.js'
import type { RawCell } from '../document/raw.js'
import { arrowAt, hasArrow } from '../words/markers.js'
import { type EndName, endNames, freeEnd, otherEnd, type Point } from './line-ends.js'
import type { Meant } from './meant.js'
import { type Segment, segmentsOf } from './paths.js'
import { isBareText } from './texts.js'

/** How far from a line an end may lie that ends on it, in pixels. */
export const TOUCH = 3
/** A fixed count: on pages with more open ends and pieces of lines than this makes pairs, none is followed. */
const MOST_COMPARED = 20_000_000

/** An end of a line that lies at a shape. */
interface Terminal {
  readonly edge: RawCell
  readonly end: EndName
  readonly shape: RawCell
  readonly arrow: Arrow
}

type ShapeAt = (edge: RawCell, end: EndName) => RawCell | undefined

/** The ends of a line that lie at shapes. A line without arrowheads from a text points at what the text explains. */
function terminalsOf(edge: RawCell, shapeAt: ShapeAt): Terminal[] {
  const isPlain = !hasArrow(edge.style)
  return endNames.flatMap(end => {
    const shape = shapeAt(edge, end)
    return shape && !(isPlain && isBareText(shape))
      ? [{ edge, end, shape, arrow: arrowAt(edge.style, end) }]
      : []
  })
}

interface Network {
  readonly lines: readonly RawCell[]
  readonly terminals: readonly Terminal[]
}

export interface Junctions {
  /** By line: the shape that its open end leads to. */
  readonly attached: ReadonlyMap<RawCell, ReadonlyMap<EndName, Meant>>
  /** Lines that are only ways of others, each with one of these. */
  readonly passed: ReadonlyMap<RawCell, RawCell>
  /** Whether an end lies on another line. */
  readonly isOnLine: (edge: RawCell, end: EndName) => boolean
  /** Whether it lies on one between its ends and bends. */
  readonly isWithin: (edge: RawCell, end: EndName) => boolean
}

/**
 * @param lines all that may be edges or ways of such
 * @param meantAt the shape that an end is fastened to or meant for
 * @param isOpen whether an end lies where it was drawn, and not at a line that it is fastened to
 * @param isUnsure whether the shape that an end is meant for counts only where the end lies on no line
 * @param isFree whether a line is neither an edge yet nor the way of one
 * @param fastened the shape that an end is fastened to: the others are drawn where they lie, whatever they are meant for
 */
export function followJunctions(
  lines: readonly RawCell[],
  meantAt: ShapeAt,
  isOpen: (edge: RawCell, end: EndName) => boolean,
  isUnsure: (edge: RawCell, end: EndName) => boolean,
  isFree: (edge: RawCell) => boolean,
  fastened: ShapeAt,
): Junctions {
  const attached = new Map<RawCell, Map<EndName, Meant>>()
  const passed = new Map<RawCell, RawCell>()
  const touching = touchedBy(
    lines,
    (edge, end) => (isUnsure(edge, end) ? undefined : meantAt(edge, end)),
    isOpen,
    fastened,
  )
  if (!touching) return { attached, passed, isOnLine: () => false, isWithin: () => false }
  const shapeAt: ShapeAt = (edge, end) =>
    isUnsure(edge, end) && touching.has(edge, end) ? undefined : meantAt(edge, end)
  const attach = (edge: RawCell, end: EndName, { shape, arrow }: Terminal): void => {
    const own = arrowAt(edge.style, end)
    const lent = own === 'none' && arrow !== 'none' ? { arrow } : {}
    entryOf(attached, edge, () => new Map()).set(end, { cell: shape, distance: 0, ...lent })
  }
  const stems = new Map(stemsOf(lines, shapeAt, touching).map(stem => [stem.edge, stem]))
  for (const network of networksOf(lines, shapeAt, touching)) {
    const before = attached.size
    const loose = network.terminals.filter(
      ({ edge, end }) => isFree(edge) && !shapeAt(edge, otherEnd(end)) && touching.has(edge, otherEnd(end)),
    )
    const goal = goalOf(network)
    for (const one of loose) {
      const to = goal?.(one) ?? localGoal(one, touching, shapeAt)
      if (to && to.shape !== one.shape) attach(one.edge, otherEnd(one.end), to)
    }
    if (attached.size === before) alongStems(network, { stems, touching, shapeAt, attach, isFree })
    const used = network.lines.find(edge => attached.has(edge))
    if (!used) continue
    for (const edge of network.lines) if (isFree(edge) && !attached.has(edge)) passed.set(edge, used)
  }
  return {
    attached,
    passed,
    isOnLine: (edge, end) => touching.has(edge, end),
    isWithin: (edge, end) => touching.isWithin(edge, end),
  }
}

/** Where the open end of a line leads in a network that has one goal or one source; nothing where it has several of both. */
function goalOf({ terminals }: Network): ((one: Terminal) => Terminal | undefined) | undefined {
  const heads = terminals.filter(({ arrow }) => arrow !== 'none')
  const tails = terminals.filter(({ arrow }) => arrow === 'none')
  const shapes = (list: readonly Terminal[]): number => new Set(list.map(({ shape }) => shape)).size
  if (shapes(heads) === 1 && tails.length > 0) return one => (one.arrow === 'none' ? heads[0] : undefined)
  if (shapes(tails) === 1 && heads.length > 0) return one => (one.arrow === 'none' ? undefined : tails[0])
  if (heads.length === 0 && tails.length === 2) return one => (one === tails[0] ? tails[1] : undefined)
  return undefined
}

/** Where a line leads that ends on one with a shape at both ends: on to its arrowhead, or back to where it comes from. */
function localGoal(one: Terminal, touching: Touching, shapeAt: ShapeAt): Terminal | undefined {
  for (const trunk of touching.at(one.edge, otherEnd(one.end))) {
    const ends = terminalsOf(trunk, shapeAt)
    const heads = ends.filter(({ arrow }) => arrow !== 'none')
    if (ends.length !== 2 || heads.length !== 1) continue
    return one.arrow === 'none' ? heads[0] : ends.find(end => end !== heads[0])
  }
  return undefined
}

/** Lines between others that hang down from shapes: messages between lifelines. */
function alongStems(
  { lines }: Network,
  given: {
    readonly stems: ReadonlyMap<RawCell, Terminal>
    readonly touching: Touching
    readonly shapeAt: ShapeAt
    readonly attach: (edge: RawCell, end: EndName, to: Terminal) => void
    readonly isFree: (edge: RawCell) => boolean
  },
): void {
  const { stems, touching, shapeAt, attach, isFree } = given
  for (const edge of lines) {
    if (stems.has(edge) || !isFree(edge)) continue
    const found = endNames.map(end => {
      const shape = shapeAt(edge, end)
      const at = touching.at(edge, end).flatMap(other => stems.get(other) ?? [])
      return { end, shape: shape ?? at[0]?.shape, stem: shape ? undefined : at[0] }
    })
    const [from, to] = found
    if (!from?.shape || !to?.shape || from.shape === to.shape) continue
    for (const { end, stem } of found) if (stem) attach(edge, end, stem)
  }
}

/** Lines with a shape at one end, and nothing at the other. */
function stemsOf(lines: readonly RawCell[], shapeAt: ShapeAt, touching: Touching): Terminal[] {
  return lines.flatMap(edge => {
    const ends = terminalsOf(edge, shapeAt)
    const [one] = ends
    return one && ends.length === 1 && !touching.has(edge, otherEnd(one.end)) ? [one] : []
  })
}

/** Which lines each open end lies on. */
class Touching {
  readonly #lines = new Map<RawCell, Map<EndName, RawCell[]>>()

  readonly #within = new Map<RawCell, Set<EndName>>()

  addWithin(edge: RawCell, end: EndName): void {
    entryOf(this.#within, edge, () => new Set<EndName>()).add(end)
  }

  isWithin(edge: RawCell, end: EndName): boolean {
    return this.#within.get(edge)?.has(end) ?? false
  }

  add(edge: RawCell, end: EndName, other: RawCell): void {
    const ends = entryOf(this.#lines, edge, () => new Map<EndName, RawCell[]>())
    const list = entryOf(ends, end, () => [])
    if (!list.includes(other)) list.push(other)
  }

  at(edge: RawCell, end: EndName): readonly RawCell[] {
    return this.#lines.get(edge)?.get(end) ?? []
  }

  has(edge: RawCell, end: EndName): boolean {
    return this.at(edge, end).length > 0
  }

  get size(): number {
    return this.#lines.size
  }
}

function touchedBy(
  lines: readonly RawCell[],
  shapeAt: ShapeAt,
  isOpen: (edge: RawCell, end: EndName) => boolean,
  fastened: ShapeAt,
): Touching | undefined {
  const open = lines.flatMap(edge =>
    endNames.flatMap(end => {
      const at = shapeAt(edge, end) || !isOpen(edge, end) ? undefined : freeEnd(edge, end)
      return at ? [{ edge, end, at }] : []
    }),
  )
  if (open.length === 0) return undefined
  const pieces = lines.flatMap(edge =>
    segmentsOf(edge, end => fastened(edge, end)).map(segment => ({ edge, segment })),
  )
  open.sort((a, b) => a.at[0] - b.at[0])
  const touching = new Touching()
  let compared = 0
  for (const { edge: other, segment } of pieces) {
    const [left, right] = [Math.min(segment[0][0], segment[1][0]), Math.max(segment[0][0], segment[1][0])]
    for (let i = lastAtMost(open, left - TOUCH, ({ at }) => at[0]) + 1; i < open.length; i++) {
      const { edge, end, at } = open[i]!
      if (at[0] > right + TOUCH) break
      if (++compared > MOST_COMPARED) return undefined
      if (edge === other || distanceTo(segment, at) > TOUCH) continue
      touching.add(edge, end, other)
      if (segment.every(([x, y]) => Math.hypot(x - at[0], y - at[1]) > TOUCH)) touching.addWithin(edge, end)
    }
  }
  return touching.size === 0 ? undefined : touching
}

function distanceTo([[ax, ay], [bx, by]]: Segment, [x, y]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length))
  return Math.hypot(x - ax - share * dx, y - ay - share * dy)
}

/** The lines that hang together by such ends. */
function* networksOf(lines: readonly RawCell[], shapeAt: ShapeAt, touching: Touching): Generator<Network> {
  const joined = new Map<RawCell, RawCell[]>()
  for (const edge of lines)
    for (const end of endNames)
      for (const other of touching.at(edge, end)) {
        addTo(joined, edge, other)
        addTo(joined, other, edge)
      }
  const seen = new Set<RawCell>()
  for (const first of lines) {
    if (seen.has(first) || !joined.has(first)) continue
    const members: RawCell[] = []
    const waiting = [first]
    for (let edge = waiting.pop(); edge; edge = waiting.pop()) {
      if (seen.has(edge)) continue
      seen.add(edge)
      members.push(edge)
      for (const other of joined.get(edge) ?? []) waiting.push(other)
    }
    members.sort((a, b) => a.order - b.order)
    yield { lines: members, terminals: members.flatMap(edge => terminalsOf(edge, shapeAt)) }
  }
}
