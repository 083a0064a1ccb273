/**
 * Which way each edge takes through a plan: out of its source's side, along the gaps between columns
 * and rows, into its target's side. Gaps hold no nodes, so no way runs through one; where the cells
 * between two nodes are empty, an edge goes straight through them instead.
 */
import { lastAtMost } from '../../ir/lists.js'
import type { Plan, PlanEdge, PlanEnd, PlanSide, WantedEdge } from './plan.js'

/** A piece of way in a channel: in the gap before column `at` (running along v), or at gap level `at` (running along u). */
export interface Turn {
  readonly channel: 'gap' | 'level'
  readonly at: number
}

/**
 * The turns between the two ends. Without one, the edge is a straight line, or, where its ends leave
 * in different directions, bends once where the lines from its ends meet.
 */
export interface Way extends PlanEdge {
  readonly turns: readonly Turn[]
  readonly straight: boolean
}

/** Such an end has its place on the side, which the other end need not have. */
const isAtField = ({ at }: PlanEnd): boolean => at !== undefined

const alongU = (side: PlanSide): boolean => side === 'front' || side === 'back'

/** Chooses the sides that no author wrote. */
export function withSides(plan: Plan, edge: WantedEdge): PlanEdge {
  const [from, to] = chooseSides(plan, edge)
  return {
    from: {
      node: edge.from,
      side: edge.fromSide ?? from,
      corner: edge.fromCorner,
      ...(edge.fromAt !== undefined && { at: edge.fromAt }),
    },
    to: {
      node: edge.to,
      side: edge.toSide ?? to,
      corner: edge.toCorner,
      ...(edge.toAt !== undefined && { at: edge.toAt }),
    },
  }
}

function chooseSides(plan: Plan, { from, to, fromSide, toSide }: WantedEdge): [PlanSide, PlanSide] {
  if (from === to) return [toSide === 'front' ? 'low' : 'front', fromSide === 'low' ? 'front' : 'low']
  if (plan.step[from]! < plan.step[to]!) return ['front', 'back']
  const down = plan.row[to]! - plan.row[from]!
  if (down === 0) return ['low', 'low']
  return down > 0 ? ['high', 'low'] : ['low', 'high']
}

/** The gap or gap level beside the node that an end leaves into. */
function exitOf(plan: Plan, { node, side }: PlanEnd): number {
  const column = plan.column[node]!
  const level = plan.rowLevel[plan.row[node]!]!
  switch (side) {
    case 'front':
      return column + 1
    case 'back':
      return column
    case 'high':
      return level + 1
    case 'low':
      return level - 1
  }
}

/** Cells that lines already run through, so that no second line is laid over the first. */
interface Lines {
  readonly along: Set<number>
  readonly across: Set<number>
  readonly gapUse: number[]
  readonly levelUse: number[]
}

export function findWays(plan: Plan, edges: readonly PlanEdge[]): Way[] {
  const lines: Lines = {
    along: new Set(),
    across: new Set(),
    gapUse: new Array<number>(plan.columns + 1).fill(0),
    levelUse: new Array<number>(plan.levels).fill(0),
  }
  const ways: (Way | undefined)[] = edges.map(edge =>
    straightLine(plan, lines, edge) ? { ...edge, turns: [], straight: true } : undefined,
  )
  return edges.map((edge, i) => {
    const done = ways[i]
    if (done) return done
    const turns = turnsOf(plan, lines, edge)
    for (const { channel, at } of turns) (channel === 'gap' ? lines.gapUse : lines.levelUse)[at]!++
    return { ...edge, turns, straight: false }
  })
}

/** Whether the cells of a row from column `a` to column `b` (both included) hold no node and no line. */
function rowFree(plan: Plan, { along }: Lines, row: number, a: number, b: number): boolean {
  for (let c = a; c <= b; c++) {
    if (plan.at(row, c) !== undefined || along.has(row * plan.columns + c)) return false
  }
  return true
}

function columnFree(plan: Plan, { across }: Lines, column: number, a: number, b: number): boolean {
  for (let r = a; r <= b; r++) {
    if (plan.at(r, column) !== undefined || across.has(r * plan.columns + column)) return false
  }
  return true
}

function takeRow(plan: Plan, { along }: Lines, row: number, a: number, b: number): void {
  for (let c = a; c <= b; c++) along.add(row * plan.columns + c)
}

function takeColumn(plan: Plan, { across }: Lines, column: number, a: number, b: number): void {
  for (let r = a; r <= b; r++) across.add(r * plan.columns + column)
}

/** Takes a straight line between facing sides of one row or column, where nothing stands between. */
function straightLine(plan: Plan, lines: Lines, { from, to }: PlanEdge): boolean {
  if (from.corner !== 0 || to.corner !== 0 || isAtField(from) || isAtField(to)) return false
  const [c1, c2] = [plan.column[from.node]!, plan.column[to.node]!]
  const [r1, r2] = [plan.row[from.node]!, plan.row[to.node]!]
  const facing = (a: PlanSide, b: PlanSide): boolean => from.side === a && to.side === b
  if (r1 === r2 && ((c1 < c2 && facing('front', 'back')) || (c1 > c2 && facing('back', 'front')))) {
    const [a, b] = c1 < c2 ? [c1 + 1, c2 - 1] : [c2 + 1, c1 - 1]
    for (let c = a; c <= b; c++) if (plan.at(r1, c) !== undefined) return false
    takeRow(plan, lines, r1, a, b)
    return true
  }
  if (c1 === c2 && ((r1 < r2 && facing('high', 'low')) || (r1 > r2 && facing('low', 'high')))) {
    const [a, b] = r1 < r2 ? [r1 + 1, r2 - 1] : [r2 + 1, r1 - 1]
    for (let r = a; r <= b; r++) if (plan.at(r, c1) !== undefined) return false
    takeColumn(plan, lines, c1, a, b)
    return true
  }
  return false
}

function turnsOf(plan: Plan, lines: Lines, edge: PlanEdge): Turn[] {
  const { from, to } = edge
  if (alongU(from.side)) {
    return alongU(to.side) ? betweenGaps(plan, lines, edge) : gapToLevel(plan, lines, from, to)
  }
  if (alongU(to.side)) return gapToLevel(plan, lines, to, from).reverse()
  return betweenLevels(plan, lines, from, to)
}

const gap = (at: number): Turn => ({ channel: 'gap', at })
const level = (at: number): Turn => ({ channel: 'level', at })

/** Both ends leave along u. */
function betweenGaps(plan: Plan, lines: Lines, { from, to, bundle }: PlanEdge): Turn[] {
  const [g1, g2] = [exitOf(plan, from), exitOf(plan, to)]
  if (g1 === g2) return [gap(g1)]
  const [r1, r2] = [plan.row[from.node]!, plan.row[to.node]!]
  const [a, b] = [Math.min(g1, g2), Math.max(g1, g2) - 1]
  const bends = r1 !== r2 || isAtField(from) || isAtField(to)
  if (bends && (from.side === 'front') === g2 > g1 && rowFree(plan, lines, r1, a, b)) {
    takeRow(plan, lines, r1, a, b)
    return [gap(g2)]
  }
  if (bends && (to.side === 'back') === g2 > g1 && rowFree(plan, lines, r2, a, b)) {
    takeRow(plan, lines, r2, a, b)
    return [gap(g1)]
  }
  const [l1, l2] = [plan.rowLevel[r1]!, plan.rowLevel[r2]!]
  const choices = l1 < l2 ? [l2 - 1, l1 + 1, l1 - 1, l2 + 1] : [l2 + 1, l1 - 1, l1 + 1, l2 - 1]
  if (l1 === l2) choices.sort((x, y) => x - y)
  // Those of a bundle run together as far as they can: along the node that they have in common.
  const near = bundle && (bundle.at === 'from' ? l1 : l2)
  const cost = (l: number): number =>
    Math.abs(l - l1) + Math.abs(l - l2) + (near === undefined ? lines.levelUse[l]! / 4 : Math.abs(l - near))
  return [gap(g1), level(cheapest(choices, cost)), gap(g2)]
}

/** Both ends leave along v. */
function betweenLevels(plan: Plan, lines: Lines, from: PlanEnd, to: PlanEnd): Turn[] {
  const [l1, l2] = [exitOf(plan, from), exitOf(plan, to)]
  if (l1 === l2) return [level(l1)]
  const [c1, c2] = [plan.column[from.node]!, plan.column[to.node]!]
  const rows = rowsBetween(plan, l1, l2)
  if (c1 !== c2 && (from.side === 'high') === l2 > l1 && columnFree(plan, lines, c1, ...rows)) {
    takeColumn(plan, lines, c1, ...rows)
    return [level(l2)]
  }
  if (c1 !== c2 && (to.side === 'low') === l2 > l1 && columnFree(plan, lines, c2, ...rows)) {
    takeColumn(plan, lines, c2, ...rows)
    return [level(l1)]
  }
  const choices = c2 >= c1 ? [c1 + 1, c2, c1, c2 + 1] : [c1, c2 + 1, c1 + 1, c2]
  const distance = (g: number): number => Math.abs(2 * g - 2 * c1 - 1) + Math.abs(2 * g - 2 * c2 - 1)
  const cost = (g: number): number => distance(g) + lines.gapUse[g]! / 4
  return [level(l1), gap(cheapest(choices, cost)), level(l2)]
}

/** The first and last row between two gap levels; an empty span where they stand beside each other. */
function rowsBetween(plan: Plan, l1: number, l2: number): [number, number] {
  const [a, b] = [Math.min(l1, l2), Math.max(l1, l2)]
  return [firstRowAfter(plan, a), firstRowAfter(plan, b) - 1]
}

/** The first row whose level is above `at`. */
function firstRowAfter({ rowLevel }: Plan, at: number): number {
  return lastAtMost(rowLevel, at) + 1
}

/** `from` leaves along u, `to` is entered along v: one bend where the way is free, else three. */
function gapToLevel(plan: Plan, lines: Lines, from: PlanEnd, to: PlanEnd): Turn[] {
  const [g, l] = [exitOf(plan, from), exitOf(plan, to)]
  const [r1, r2] = [plan.row[from.node]!, plan.row[to.node]!]
  const [c1, c2] = [plan.column[from.node]!, plan.column[to.node]!]
  const ahead = from.side === 'front' ? c2 > c1 : c2 < c1
  const facing = to.side === 'low' ? r1 < r2 : r1 > r2
  if (ahead && facing) {
    const across = from.side === 'front' ? ([c1 + 1, c2] as const) : ([c2, c1 - 1] as const)
    const down = to.side === 'low' ? ([r1, r2 - 1] as const) : ([r2 + 1, r1] as const)
    if (rowFree(plan, lines, r1, ...across) && columnFree(plan, lines, c2, ...down)) {
      takeRow(plan, lines, r1, ...across)
      takeColumn(plan, lines, c2, ...down)
      return []
    }
  }
  return [gap(g), level(l)]
}

function cheapest(choices: readonly number[], cost: (choice: number) => number): number {
  let best = choices[0]!
  for (const choice of choices) if (cost(choice) < cost(best)) best = choice
  return best
}
