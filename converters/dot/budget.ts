/**
 * What the statements of a graph may add up to. A small text can mean very much: every node of one subgraph joined to every
 * node of another, defaults that each node gets, subgraphs in subgraphs that all hold the same nodes. No graph that anyone
 * draws comes near the limit, which is a count, the same on every machine.
 */
import type { Range } from '../../src/ir/model.js'
import type { Attributes } from './resolved.js'

export interface Budget {
  /** In characters, or what takes the place of as many. */
  left: number
  /** The first statement that was too much. */
  tooMuch: Range | undefined
  readonly weights: WeakMap<Attributes, number>
}

/** Of an edge that one statement makes together with others: a statement may make a million, and 200,000 are held. */
const EDGE = 500
/** Of an element in each subgraph that holds it, and of an attribute that is copied because one beside it changed. */
export const ENTRY = 40

export function newBudget(): Budget {
  return { left: 100_000_000, tooMuch: undefined, weights: new WeakMap() }
}

/** Charges an element for the defaults that it starts with. */
export function chargeDefaults(budget: Budget, defaults: Attributes): void {
  let weight = budget.weights.get(defaults)
  if (weight === undefined) {
    weight = 0
    for (const [name, { text }] of defaults) weight += name.length + text.length
    budget.weights.set(defaults, weight)
  }
  budget.left -= weight
}

/** Whether every tail can be joined to every head. Charges for it. */
export function affordsProduct(budget: Budget, count: number, depth: number, at: Range): boolean {
  if (count < 2) return true
  const cost = count * EDGE
  if (cost + count * depth * ENTRY > budget.left) {
    budget.tooMuch ??= at
    return false
  }
  budget.left -= cost
  return true
}

/** Whether anything more can be read. */
export function isSpent(budget: Budget, at: Range): boolean {
  if (budget.left >= 0) return false
  budget.tooMuch ??= at
  return true
}
