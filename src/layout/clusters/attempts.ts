/** A graph laid out in several ways, of which the best is taken: how many are worth their time depends on its size. */
import { outwards } from '../../ir/group-tree.js'
import type { End, Graph } from '../../ir/model.js'
import { type Box, type Layout, middleOf, type Point } from '../boxes.js'
import { edgeLabelSize } from '../lanes/banded.js'
import type { StraightSide } from '../lanes/field-ends.js'
import { add, boxOfLine, emptyGrid, meeting } from '../measure/grid.js'
import { crossingsIn } from './crossings.js'
import type { Attempt } from './elk-graph.js'
import { isDecision } from './sides.js'
import { LARGE, MIDDLE, SMALL } from './sizes.js'
import { isAtTip } from './tips.js'
import { type Axis, inOrder } from './turned.js'

export interface Arranged {
  readonly layout: Layout
  /** Groups that have lines over their titles. */
  readonly covered: ReadonlySet<string>
}

interface Tried extends Arranged {
  readonly attempt: Attempt
  readonly cost: number
}

/** How often lines may be given room beside titles; a group inside of others goes first. */
const MOST_INDENTED = 3
/** With more edges than this for a node, what leads back has no room of its own beside the flow. */
const DENSE = 1.5

/** What a reader minds: labels on other lines, crossings and lines that go a long way round most, then lines that end beside the tip of a decision, then bends. */
const CROSSING = 8
const COVERED_LINE = 8
/** Some titles can still be moved to where no line runs. */
const COVERED_TITLE = 5
const BESIDE_TIP = 3.5
const AROUND = 8
/** A line that is so many times as long as its ends are apart goes around something. */
const DETOUR = 2

/** How many lines of other edges run through labels. */
function coveredLines(graph: Graph, { routes }: Layout): number {
  const paths = routes.map(({ path = [] }) => path)
  const owner = new Map<Box, number>()
  const lines = emptyGrid()
  paths.forEach((path, i) => {
    for (let k = 0; k + 1 < path.length; k++) {
      const line = boxOfLine(path[k]!, path[k + 1]!)
      owner.set(line, i)
      add(lines, line)
    }
  })
  let count = 0
  routes.forEach(({ label }, i) => {
    const size = edgeLabelSize(graph.edges[i]!)
    if (!label || !size) return
    const box = { x: label.x - size.width / 2, y: label.y - size.height / 2, ...size }
    for (const line of meeting(lines, box)) if (owner.get(line) !== i) count++
  })
  return count
}

/** How many lines end at a decision beside its tips. */
function besideTips(graph: Graph, { nodes, routes }: Layout): number {
  const isBeside = (end: End, point: Point | undefined): boolean =>
    point !== undefined && isDecision(graph, end) && !isAtTip(nodes.get(end.id)!, point)
  return graph.edges.reduce((sum, { from, to }, i) => {
    const { start, end } = routes[i]!
    return sum + (isBeside(from, start) ? 1 : 0) + (isBeside(to, end) ? 1 : 0)
  }, 0)
}

/** How many lines go a long way round, from the middle of what they begin at to that of what they end at. */
function linesAround({ edges }: Graph, { nodes, groups, routes }: Layout): number {
  const middle = ({ kind, id }: End): Point | undefined => {
    const box = (kind === 'node' ? nodes : groups).get(id)
    return box && middleOf(box)
  }
  return edges.reduce((sum, { from, to }, i) => {
    const [a, b] = [middle(from), middle(to)]
    if (!a || !b || (from.kind === to.kind && from.id === to.id)) return sum
    const way = [a, ...(routes[i]!.path ?? []), b]
    const length = way.slice(1).reduce((all, point, k) => all + apart(way[k]!, point), 0)
    return length > DETOUR * apart(a, b) ? sum + 1 : sum
  }, 0)
}

const apart = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y)

function costOf(graph: Graph, { layout, covered }: Arranged): number {
  const bends = layout.routes.reduce((sum, { path = [] }) => sum + Math.max(0, path.length - 2), 0)
  return (
    CROSSING * crossingsIn(layout) +
    COVERED_LINE * coveredLines(graph, layout) +
    BESIDE_TIP * besideTips(graph, layout) +
    AROUND * linesAround(graph, layout) +
    COVERED_TITLE * covered.size +
    bends
  )
}

const sameTips = (a: ReadonlyMap<number, StraightSide>, b: ReadonlyMap<number, StraightSide>): boolean =>
  a.size === b.size && [...a].every(([edge, side]) => b.get(edge) === side)

/**
 * In the order of the source; where lines cross then, or run over titles, without regard to it in groups, and anywhere, and with nothing over the
 * middle of what it leads to, if that is better; with the tips of
 * decisions by where their lines lead; and where lines leave no room for groups' titles, again with the insides of
 * these to the right of them.
 * @param tipsFor the tips that a layout shows to be better
 * @param axis that along which the graph may be turned round
 */
export async function bestOf(
  graph: Graph,
  run: (attempt: Attempt) => Promise<Arranged>,
  tipsFor: (layout: Layout) => ReadonlyMap<number, StraightSide>,
  axis: Axis | undefined,
): Promise<Layout> {
  const size = graph.nodes.size + graph.edges.length
  const nested = graph.groups.size > 0
  const first: Attempt = {
    ordered: size <= MIDDLE,
    inner: nested && size <= MIDDLE,
    balanced: true,
    indented: new Set(),
    aside: size <= MIDDLE || graph.edges.length <= DENSE * graph.nodes.size,
    tips: new Map(),
    turned: false,
  }
  const attempt = async (wanted: Partial<Attempt>, before?: Tried): Promise<Tried> => {
    let whole = { ...(before?.attempt ?? first), ...wanted }
    const arranged = await run(whole).catch(failed => {
      if (!whole.inner) throw failed
      // ELK has its limits with the order in groups that lines lead out of.
      whole = { ...whole, inner: false }
      return run(whole)
    })
    return { ...arranged, attempt: whole, cost: costOf(graph, arranged) }
  }
  const better = (a: Tried, b: Tried): Tried => (b.cost < a.cost ? b : a)
  let best = await attempt({})
  if (size > LARGE) return best.layout
  const isFree = ({ layout, covered }: Tried): boolean => crossingsIn(layout) === 0 && covered.size === 0
  const inner = best.attempt.inner && !isFree(best) ? best : undefined
  if (inner) best = await attempt({ inner: false })
  if (nested && size <= MIDDLE && !isFree(best)) best = better(best, await attempt({ balanced: false }, best))
  if (best.attempt.ordered && crossingsIn(best.layout) > 0) {
    const other = size > SMALL && nested ? { ordered: false, aside: false } : { ordered: false }
    best = better(best, await attempt(other, best))
  }
  if (best.attempt.aside && !(size > SMALL && nested) && crossingsIn(best.layout) > 0)
    best = better(best, await attempt({ aside: false }, best))
  if (nested && size <= SMALL && crossingsIn(best.layout) > 0)
    best = better(best, await attempt({ aside: false, balanced: false }, best))
  const tips = tipsFor(best.layout)
  if (size <= MIDDLE && !sameTips(tips, best.attempt.tips)) best = better(best, await attempt({ tips }, best))
  if (axis && inOrder(graph, best.layout, axis) < 0) {
    const other = await attempt({ turned: true }, best)
    if (other.cost <= best.cost && other.covered.size <= best.covered.size) best = other
  }
  if (inner) best = better(best, inner)
  return (await withTitles(graph, best, attempt)).layout
}

/** The same with the insides of groups to the right of their titles, as far as that leaves more titles free of lines. */
async function withTitles(
  graph: Graph,
  tried: Tried,
  attempt: (wanted: Partial<Attempt>, before: Tried) => Promise<Tried>,
): Promise<Tried> {
  let best = tried
  for (let round = 0; round < MOST_INDENTED && best.covered.size > 0; round++) {
    const more = round === 0 ? innermost(graph, best.covered) : best.covered
    const indented = await attempt({ indented: new Set([...best.attempt.indented, ...more]) }, best)
    if (indented.covered.size < best.covered.size) best = indented
  }
  return best
}

/** The groups of some that hold no other of them. */
function innermost(graph: Graph, some: ReadonlySet<string>): ReadonlySet<string> {
  const left = new Set(some)
  for (const id of some)
    for (const outer of outwards(graph.groups, graph.groups.get(id)?.parent)) left.delete(outer)
  return left
}
