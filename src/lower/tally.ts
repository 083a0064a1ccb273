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
  readonly touched: Touched
  /** Whether nodes of the source change places. */
  reordered: boolean
  /** Numbers of nodes and groups by their present ids, and of edges and loops in their present order. */
  readonly nodes: Map<string, number>
  readonly groups: Map<string, number>
  readonly edges: number[]
  readonly loops: number[]
  /** Numbers from here on are those of elements that were added. */
  readonly first: number
  next: number
}

/**
 * The leaves that something happened to, by the names on the way to them. Elements have the same few leaves, so that their numbers stand at
 * the end of the way; a text for each leaf of a large graph would be most of what a conversion holds.
 */
interface Touched {
  readonly parts: Map<string, Touched>
  /** What is known of the leaf (`HAD` and so on) by the number of the element that has it, or for the graph itself. */
  readonly entries: Map<number, number>
}

const untouched = (): Touched => ({ parts: new Map(), entries: new Map() })

/** In the place of a number of an element. */
const GRAPH = -1

/** Where a leaf is entered. @param from how much of the path leads to what has the leaf */
function placeOf(within: Touched, path: Path, from: number): Touched {
  let place = within
  for (let at = from; at < path.length; at++) place = partOf(place, String(path[at]))
  return place
}

function partOf({ parts }: Touched, name: string): Touched {
  const known = parts.get(name)
  if (known) return known
  const made = untouched()
  parts.set(name, made)
  return made
}

export function ledgerOf(graph: Graph, numbersOnly = false): Ledger {
  const nodes = numbered(graph.nodes)
  const groups = numbered(graph.groups)
  const first = Math.max(nodes.size, groups.size, graph.edges.length, graph.loops.length)
  const touched = untouched()
  if (!numbersOnly)
    for (const [end, number] of unseenArrows(graph))
      placeOf(touched, ['edges', end, 'arrow'], 0).entries.set(number, UNLOST)
  return {
    total: numbersOnly ? 0 : countLeaves(graph),
    numbersOnly,
    touched,
    reordered: false,
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
  return count - unseenArrows(graph).length
}

/** Whether a leaf says more than how something was written. */
const isTold = (leaf: unknown): boolean => !isSpelling(leaf)

/** Leaves that nobody sees whatever they say: the arrowheads of invisible edges. */
function unseenArrows({ edges }: Graph): (readonly [end: 'from' | 'to', place: number])[] {
  const found: (readonly [end: 'from' | 'to', place: number])[] = []
  for (let place = 0; place < edges.length; place++)
    if (edges[place]!.line === 'invisible') for (const end of ENDS) found.push([end, place])
  return found
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
    if (!ledger.numbersOnly && reorders(ledger, collection, after as Keys)) enterOrder(ledger, collection)
    if (collection === 'edges' || collection === 'loops')
      reorder(ledger[collection], after as readonly number[])
  } else if (first !== 'nodes' && first !== 'groups' && first !== 'edges' && first !== 'loops') {
    if (!ledger.numbersOnly) enter(placeOf(ledger.touched, path, 0), GRAPH, isThing(before), isThing(after))
  } else if (path.length > 2) {
    const number = numberOf(ledger, first, second)
    if (!ledger.numbersOnly) {
      const place = placeOf(partOf(ledger.touched, first), path, 2)
      enter(place, number, isThing(before), isThing(after), isLoss ? 0 : UNLOST)
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
      if (!isSpelling(value))
        enter(placeOf(partOf(ledger.touched, collection), leaf, 0), number, !comes, comes)
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

/** The source had the leaf; something is there now. */
const HAD = 1
const HAS = 2
/** Something happened to it: where nothing did, nobody knows of it. */
const TOUCHED = 4
/** No one sees it, or the target shows it without saying it: no loss, whatever becomes of it. */
const UNLOST = 8

function enter({ entries }: Touched, number: number, had: boolean, has: boolean, more = 0): void {
  const known = entries.get(number) ?? 0
  const before = known & TOUCHED ? known & HAD : had ? HAD : 0
  entries.set(number, before | (has ? HAS : 0) | TOUCHED | (known & UNLOST) | more)
}

/** Whether something happened to a leaf. @param of what has it: the graph itself, or an element by its number */
export function isTouched(
  { touched }: Ledger,
  of: 'graph' | readonly [Collection, number],
  path: Path,
): boolean {
  const [first, number] = of === 'graph' ? [[], GRAPH] : [[of[0]], of[1]]
  let place: Touched | undefined = touched
  for (const name of [...first, ...path]) place = place?.parts.get(String(name))
  return ((place?.entries.get(number) ?? 0) & TOUCHED) !== 0
}

/** An order that changes is there before and after. */
function enterOrder(ledger: Ledger, collection: Collection): void {
  if (collection === 'nodes') ledger.reordered = true
  else enter(placeOf(ledger.touched, ['order', collection], 0), GRAPH, true, true)
}

export function tallyOf({ total, touched, reordered }: Ledger): Tally {
  let approximated = 0
  let dropped = 0
  let added = 0
  const count = ({ parts, entries }: Touched): void => {
    for (const entry of entries.values()) {
      if (entry & UNLOST) continue
      const stands = entry & (HAD | HAS)
      if (stands === HAS) added++
      else if (stands === HAD) dropped++
      else if (stands !== 0) approximated++
    }
    for (const part of parts.values()) count(part)
  }
  count(touched)
  const kept = total - approximated - dropped
  return { total, kept, approximated, carried: 0, dropped, added, reordered: reordered ? 1 : 0 }
}
