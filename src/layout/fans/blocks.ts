/**
 * The inside of a fan: columns, with a line down the left of each that its nodes hang at, as in the tree of a file manager. Trees that are
 * small enough stand side by side below (or beside) their root. All of it as if the flow ran down the page or to the right.
 */
import type { Graph } from '../../ir/model.js'
import type { Box, Point } from '../boxes.js'
import { edgeLabelSize } from '../lanes/banded.js'
import { outlineOf } from '../measure/outlines.js'
import type { Size } from '../measure/size.js'
import { outsideLabel } from '../measure/sizes.js'
import type { Branch } from './find.js'

export interface Block extends Size {
  readonly boxes: ReadonlyMap<string, Box>
  /** By edge: its way from its inner end, or from where the lines of the fan come in, to its outer end. */
  readonly paths: ReadonlyMap<number, readonly Point[]>
}

interface Part extends Block {
  /** The root of the branch: lines come in at its left. */
  readonly root: Box
}

/** Between nodes below each other, columns, and nodes side by side. */
const ROW_GAP = 20
const COLUMN_GAP = 24
const SIDE_GAP = 30
/** From a node to the line that leads to several columns, and on to these; from a column's left to its line. */
const BUS = 16
const TRUNK = 10
/** From a column's line to its nodes, and what a label needs there besides its own width. */
const STUB = 30
const LABEL_ROOM = 34
/** Between layers of trees that stand side by side. */
const LAYER_GAP = 44
/** From a shape to its label below it, and behind that. */
const LABEL_GAP = 8
/** Trees up to this length stand side by side. */
const SHORT = 700
/** How many times as wide as high a fan becomes, and what hangs in it at one node: several of these stand side by side. */
const SHAPE = 1.5
const INNER_SHAPE = 0.8

interface Rules {
  readonly across: boolean
  /** Whether the block is turned upside down on the page: labels stand below their shapes there, too. */
  readonly upwards: boolean
  readonly labelOf: (edge: number) => number
}

const moved = ({ x, y, width, height }: Box, dx: number, dy: number): Box => ({
  x: x + dx,
  y: y + dy,
  width,
  height,
})
const middleY = ({ y, height }: Box): number => y + Math.round(height / 2)

/** Everything of a part, at another place. */
function put(
  part: Part,
  dx: number,
  dy: number,
  boxes: Map<string, Box>,
  paths: Map<number, readonly Point[]>,
): Box {
  for (const [id, box] of part.boxes) boxes.set(id, moved(box, dx, dy))
  for (const [edge, path] of part.paths)
    paths.set(
      edge,
      path.map(({ x, y }) => ({ x: x + dx, y: y + dy })),
    )
  return moved(part.root, dx, dy)
}

/** A node that nothing hangs at, with its label where that stands below it. */
function leafOf({ node, size }: Branch, { upwards }: Rules): Part {
  const label = outsideLabel(node)
  const below = label.height > 0 ? Math.ceil(label.height) + LABEL_GAP : 0
  const width = Math.max(size.width, Math.ceil(label.width))
  const root = { x: Math.round((width - size.width) / 2), y: upwards ? below : 0, ...size }
  return { width, height: size.height + below, boxes: new Map([[node.id, root]]), paths: new Map(), root }
}

function partOf(branch: Branch, rules: Rules): Part {
  const { branches } = branch
  if (branches.length === 0) return leafOf(branch, rules)
  const parts = branches.map(each => partOf(each, rules))
  return besideEachOther(branch, parts, rules) ?? below(branch, parts, rules)
}

/** The branches of a small tree, side by side; nothing where they are too long for that or have labels. */
function besideEachOther(
  { node, size, branches }: Branch,
  parts: readonly Part[],
  rules: Rules,
): Part | undefined {
  const { across } = rules
  const lengthOf = ({ width, height }: Size): number => (across ? height : width)
  const gap = across ? ROW_GAP : SIDE_GAP
  const length = parts.reduce((sum, part) => sum + lengthOf(part) + gap, -gap)
  if (length > SHORT || branches.some(({ edge }) => rules.labelOf(edge) > 0)) return undefined
  const boxes = new Map<string, Box>()
  const paths = new Map<number, readonly Point[]>()
  const start = Math.max(0, Math.round((lengthOf(size) - length) / 2))
  const own = Math.max(0, Math.round((length - lengthOf(size)) / 2))
  const root = { x: across ? 0 : own, y: across ? own : 0, ...size }
  boxes.set(node.id, root)
  const layer = (across ? size.width : size.height) + LAYER_GAP
  const turn = layer - LAYER_GAP / 2
  let at = start
  for (const [i, part] of parts.entries()) {
    const child = put(part, across ? layer : at, across ? at : layer, boxes, paths)
    const [from, to] = across
      ? [
          { x: root.width, y: middleY(root) },
          { x: child.x, y: middleY(child) },
        ]
      : [
          { x: root.x + Math.round(root.width / 2), y: root.height },
          { x: child.x + Math.round(child.width / 2), y: child.y },
        ]
    const bends = across
      ? [
          { x: turn, y: from.y },
          { x: turn, y: to.y },
        ]
      : [
          { x: from.x, y: turn },
          { x: to.x, y: turn },
        ]
    paths.set(branches[i]!.edge, straightened([from, ...bends, to]))
    at += lengthOf(part) + gap
  }
  const depth = parts.reduce((most, { width, height }) => Math.max(most, across ? width : height), 0)
  const whole = [Math.max(length, lengthOf(size)), layer + depth] as const
  return { width: across ? whole[1] : whole[0], height: across ? whole[0] : whole[1], boxes, paths, root }
}

/** The branches of a larger tree, in columns below its root. */
function below({ node, size, branches }: Branch, parts: readonly Part[], rules: Rules): Part {
  const boxes = new Map<string, Box>()
  const paths = new Map<number, readonly Point[]>()
  const root = { x: 0, y: 0, ...size }
  boxes.set(node.id, root)
  const start = {
    x: outlineOf(node.shape) === 'box' ? Math.min(TRUNK, size.width / 2) : size.width / 2,
    y: size.height,
  }
  const { width, height } = hang(branches, parts, rules, size.height, boxes, paths, bus => [
    start,
    { x: start.x, y: bus },
  ])
  return { width: Math.max(width, size.width), height, boxes, paths, root }
}

/** A path without points on the way between their neighbours. */
export function straightened(path: readonly Point[]): Point[] {
  const points: Point[] = []
  for (const point of path) {
    const [a, b] = [points[points.length - 2], points[points.length - 1]]
    if (b && b.x === point.x && b.y === point.y) continue
    const onLine = a && b && ((a.x === b.x && b.x === point.x) || (a.y === b.y && b.y === point.y))
    if (onLine) points[points.length - 1] = point
    else points.push(point)
  }
  return points
}

interface Column {
  readonly members: readonly number[]
  readonly stub: number
  readonly width: number
  readonly height: number
}

/** The parts in so many columns of about the same height, in their order. */
function columnsOf(parts: readonly Part[], labels: readonly number[], count: number): Column[] {
  const whole = parts.reduce((sum, { height }) => sum + height + ROW_GAP, 0)
  const most = Math.max(whole / count, ...parts.map(({ height }) => height))
  const lists: number[][] = []
  let filled = Number.POSITIVE_INFINITY
  for (const [i, { height }] of parts.entries()) {
    if (filled + height > most + ROW_GAP) {
      lists.push([])
      filled = 0
    }
    lists.at(-1)!.push(i)
    filled += height + ROW_GAP
  }
  return lists.map(members => {
    const label = members.reduce((most, i) => Math.max(most, labels[i]!), 0)
    const stub = Math.max(STUB, label > 0 ? label + LABEL_ROOM : 0)
    return {
      members,
      stub,
      height: members.reduce((sum, i) => sum + parts[i]!.height + ROW_GAP, 0),
      width: TRUNK + stub + members.reduce((most, i) => Math.max(most, parts[i]!.width), 0),
    }
  })
}

const widthOf = (columns: readonly Column[]): number =>
  columns.reduce((sum, { width }) => sum + width + COLUMN_GAP, -COLUMN_GAP)

/** As many columns as make a block of about the shape of a page: the one that is seen largest there. */
function shaped(parts: readonly Part[], labels: readonly number[], shape: number): Column[] {
  let best: Column[] = []
  let least = Number.POSITIVE_INFINITY
  for (let count = 1; count <= parts.length; count++) {
    const columns = columnsOf(parts, labels, count)
    const [width, height] = [
      widthOf(columns) / shape,
      columns.reduce((most, own) => Math.max(most, own.height), 0),
    ]
    if (Math.max(width, height) < least) {
      best = columns
      least = Math.max(width, height)
    }
    if (width > least) break
  }
  return best
}

/** Whether the line to a part that has a column to itself comes in at its top, as the flow does: it hangs at no line beside it. */
const isEnteredAbove = ({ root }: Part, label: number, { across }: Rules): boolean =>
  !across && label === 0 && root.y === 0

/**
 * Puts parts into columns below `top`.
 * @param lead the way up to the line that leads to all columns, given how high that is
 */
function hang(
  branches: readonly Branch[],
  parts: readonly Part[],
  rules: Rules,
  top: number,
  boxes: Map<string, Box>,
  paths: Map<number, readonly Point[]>,
  lead: (bus: number) => readonly Point[],
): Size {
  const bus = top + BUS
  const way = lead(bus)
  let [x, bottom] = [0, top]
  const labels = branches.map(({ edge }) => rules.labelOf(edge))
  for (const { members, stub, width } of shaped(parts, labels, top === 0 ? SHAPE : INNER_SHAPE)) {
    let y = bus + BUS
    const [only] = members
    if (members.length === 1 && isEnteredAbove(parts[only!]!, labels[only!]!, rules)) {
      const part = parts[only!]!
      const root = put(part, x, y, boxes, paths)
      const at = root.x + Math.round(root.width / 2)
      paths.set(branches[only!]!.edge, straightened([...way, { x: at, y: bus }, { x: at, y: root.y }]))
      bottom = Math.max(bottom, y + part.height)
      x += part.width + COLUMN_GAP
      continue
    }
    for (const i of members) {
      const part = parts[i]!
      const root = put(part, x + TRUNK + stub, y, boxes, paths)
      const trunk = x + TRUNK
      const at = middleY(root)
      paths.set(
        branches[i]!.edge,
        straightened([...way, { x: trunk, y: bus }, { x: trunk, y: at }, { x: root.x, y: at }]),
      )
      y += part.height + ROW_GAP
    }
    bottom = Math.max(bottom, y - ROW_GAP)
    x += width + COLUMN_GAP
  }
  return { width: x - COLUMN_GAP, height: bottom }
}

/**
 * The inside of a fan. Its lines come in at their common line, at the upper left.
 * @param across whether the diagram flows across the page
 * @param upwards whether the block is turned upside down there
 */
export function blockOf(
  graph: Graph,
  branches: readonly Branch[],
  { across, upwards }: Pick<Rules, 'across' | 'upwards'>,
): Block {
  const rules: Rules = { across, upwards, labelOf: edge => edgeLabelSize(graph.edges[edge]!)?.width ?? 0 }
  const boxes = new Map<string, Box>()
  const paths = new Map<number, readonly Point[]>()
  const parts = branches.map(branch => partOf(branch, rules))
  const size = hang(branches, parts, rules, 0, boxes, paths, bus => [{ x: TRUNK, y: bus }])
  return { ...size, boxes, paths }
}

/** Where the lines of a block come together. */
export const IN = { x: TRUNK, y: BUS } as const
