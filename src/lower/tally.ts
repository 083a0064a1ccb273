/**
 * Exact accounting: of every leaf of the source graph, what became of it. An element keeps its number
 * while its id changes, so that a renamed node's label still counts as the label it was.
 */
import type { Path } from '../ir/change.js'
import type { Collection } from '../ir/elements.js'
import { isEmpty, leaves, countLeaves as leavesIn } from '../ir/leaves.js'
import { elementFields, type Graph, graphFields } from '../ir/model.js'
import { isSpelling } from '../ir/spelling.js'

/**
 * Kept + approximated + carried + dropped = total, all counted in leaves of the source. Apart stand `added`, and
 * `reordered`: the graphs whose nodes stand in another order in the text, carried or not.
 */
export interface Tally {
  readonly total: number
  readonly kept: number
  readonly approximated: number
  readonly carried: number
  readonly dropped: number
  readonly added: number
  readonly reordered: number
}

export const NO_TALLY: Tally = {
  total: 0,
  kept: 0,
  approximated: 0,
  carried: 0,
  dropped: 0,
  added: 0,
  reordered: 0,
}

export function addTallies(a: Tally, b: Tally): Tally {
  return {
    total: a.total + b.total,
    kept: a.kept + b.kept,
    approximated: a.approximated + b.approximated,
    carried: a.carried + b.carried,
    dropped: a.dropped + b.dropped,
    added: a.added + b.added,
    reordered: a.reordered + b.reordered,
  }
}

/** The tally where everything that the text does not show rides along in it. */
export function carriedTally(tally: Tally): Tally {
  const { approximated, dropped } = tally
  return { ...tally, approximated: 0, dropped: 0, carried: approximated + dropped }
}

/**
 * Where the elements of a lowered graph come from: their places in the source graph, by id for nodes and groups and
 * in order for edges and loops. A number beyond the source's count is an element that was added.
 */
export interface Origins {
  readonly nodes: ReadonlyMap<string, number>
  readonly groups: ReadonlyMap<string, number>
  readonly edges: readonly number[]
  readonly loops: readonly number[]
}

export interface Ledger extends Origins {
  readonly total: number
  /** Whether only the numbers of elements are kept, and no leaf is entered. */
  readonly numbersOnly: boolean
  /** Leaf by leaf: whether the source had it (`HAD`), and whether something is there now (`HAS`). */
  readonly touched: Map<string, number>
  /** Leaves that no one sees, and those that the target shows without saying them: no loss, whatever becomes of them. */
  readonly unlost: Set<string>
  /** Numbers of nodes and groups by their present ids, and of edges and loops in their present order. */
  readonly nodes: Map<string, number>
  readonly groups: Map<string, number>
  readonly edges: number[]
  readonly loops: number[]
  /** Numbers from here on are those of elements that were added. */
  readonly first: number
  next: number
}

export function ledgerOf(graph: Graph, numbersOnly = false): Ledger {
  const nodes = numbered(graph.nodes)
  const groups = numbered(graph.groups)
  const first = Math.max(nodes.size, groups.size, graph.edges.length, graph.loops.length)
  return {
    total: numbersOnly ? 0 : countLeaves(graph),
    numbersOnly,
    touched: new Map(),
    unlost: new Set(numbersOnly ? [] : unseenLeaves(graph)),
    nodes,
    groups,
    edges: graph.edges.map((_, place) => place),
    loops: graph.loops.map((_, place) => place),
    first,
    next: first,
  }
}

function numbered(elements: ReadonlyMap<string, unknown>): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const id of elements.keys()) numbers.set(id, numbers.size)
  return numbers
}

/** The leaves of a graph that are not empty, no mere spelling and not unseen, and one for each order of two or more groups, edges or loops. That of nodes is counted apart. */
export function countLeaves(graph: Graph): number {
  let count = leavesIn(graphFields, graph, isTold)
  for (const of of ['nodes', 'groups', 'edges', 'loops'] as const)
    for (const element of graph[of].values()) count += leavesIn(elementFields[of], element, isTold)
  for (const size of [graph.groups.size, graph.edges.length, graph.loops.length]) if (size > 1) count++
  return count - unseenLeaves(graph).length
}

/** Whether a leaf says more than how something was written. */
const isTold = (leaf: unknown): boolean => !isSpelling(leaf)

/** The keys of leaves that nobody sees whatever they say: the arrowheads of an invisible edge. */
function unseenLeaves({ edges }: Graph): string[] {
  const keys: string[] = []
  for (let place = 0; place < edges.length; place++)
    if (edges[place]!.line === 'invisible')
      for (const end of ENDS) keys.push(['edges', place, end, 'arrow'].join('\u0000'))
  return keys
}

const ENDS = ['from', 'to'] as const

/**
 * Enters one change.
 * @param isLoss whether it takes something from what the target shows
 */
export function post(ledger: Ledger, path: Path, before: unknown, after: unknown, isLoss = true): void {
  const first = path[0]
  const second = path[1]
  if (first === 'order') {
    const collection = second as Collection
    if (!ledger.numbersOnly && reorders(ledger, collection, after as Keys))
      enter(ledger, path.join('/'), true, true)
    if (collection === 'edges' || collection === 'loops')
      reorder(ledger[collection], after as readonly number[])
  } else if (first !== 'nodes' && first !== 'groups' && first !== 'edges' && first !== 'loops') {
    if (!ledger.numbersOnly) enter(ledger, path.join('\u0000'), isThing(before), isThing(after))
  } else if (path.length > 2) {
    const number = numberOf(ledger, first, second)
    if (!ledger.numbersOnly) {
      let key = `${first}\u0000${number}`
      for (let at = 2; at < path.length; at++) key += `\u0000${path[at]}`
      enter(ledger, key, isThing(before), isThing(after))
      if (!isLoss) ledger.unlost.add(key)
    }
    if (path[2] === 'id' && path.length === 3 && (first === 'nodes' || first === 'groups')) {
      ledger[first].delete(String(second))
      ledger[first].set(String(after), number)
    }
  } else postElement(ledger, first, second, before, after)
}

/** Whether a leaf counts: what only spells the model's own values does not. */
function isThing(value: unknown): boolean {
  return !isEmpty(value) && !isSpelling(value)
}

type Keys = readonly (string | number)[]

/** Whether the source's own elements change places; where one that was added stands, is no matter of the source. */
export function reorders(ledger: Ledger, collection: Collection, after: Keys): boolean {
  let last = -1
  for (const key of after) {
    const number = numberOf(ledger, collection, key)
    if (number >= ledger.first) continue
    if (number < last) return true
    last = number
  }
  return false
}

function reorder(numbers: number[], after: readonly number[]): void {
  const old = [...numbers]
  for (const [place, from] of after.entries()) numbers[place] = old[from] as number
}

/** An element comes or goes with all its leaves. */
function postElement(
  ledger: Ledger,
  collection: Collection,
  key: string | number | undefined,
  before: unknown,
  after: unknown,
): void {
  const comes = after !== undefined
  const numbers = ledger[collection]
  if (comes) {
    if (numbers instanceof Map) numbers.set(String(key), ledger.next++)
    else numbers.splice(Number(key), 0, ledger.next++)
  }
  if (!ledger.numbersOnly) {
    const number = numberOf(ledger, collection, key)
    for (const [leaf, value] of leaves(elementFields[collection], comes ? after : before)) {
      if (!isSpelling(value)) enter(ledger, [collection, number, ...leaf].join('\u0000'), !comes, comes)
    }
  }
  if (comes) return
  if (numbers instanceof Map) numbers.delete(String(key))
  else numbers.splice(Number(key), 1)
}

function numberOf(ledger: Ledger, collection: Collection, key: string | number | undefined): number {
  const numbers = ledger[collection]
  const number = numbers instanceof Map ? numbers.get(String(key)) : numbers[Number(key)]
  if (number === undefined) throw new Error(`no element at ${collection}/${String(key)}`)
  return number
}

const NODE_ORDER = 'order/nodes'
const HAD = 1
const HAS = 2

function enter(ledger: Ledger, key: string, had: boolean, has: boolean): void {
  const before = ledger.touched.get(key) ?? (had ? HAD : 0)
  ledger.touched.set(key, has ? before | HAS : before & HAD)
}

export function tallyOf({ total, touched, unlost }: Ledger): Tally {
  let approximated = 0
  let dropped = 0
  let added = 0
  let reordered = 0
  for (const [key, entry] of touched) {
    if (unlost.has(key)) continue
    if (key === NODE_ORDER) reordered++
    else if (entry === HAS) added++
    else if (entry === HAD) dropped++
    else if (entry !== 0) approximated++
  }
  return { total, kept: total - approximated - dropped, approximated, carried: 0, dropped, added, reordered }
}
