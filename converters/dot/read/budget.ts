/**
 * What the statements of a graph may add up to. A small text can mean very much: every node of one subgraph joined to every
 * node of another, defaults that each node gets, subgraphs in subgraphs that all hold the same nodes. No graph that anyone
 * draws comes near the limit, which is a count, the same on every machine.
 */
import type { Range } from '../../../src/ir/model.js'
import type { Attributes } from '../words/resolved.js'

export interface Budget {
  /** In characters, or what takes the place of as many. */
  left: number
  /** The first statement that was too much. */
  tooMuch: Range | undefined
  readonly weights: WeakMap<Attributes, Weight>
}

/** What attributes take: their characters, and how many escapes stand for a name in them. */
interface Weight {
  readonly characters: number
  readonly escapes: number
}

/** Of an edge that one statement makes together with others: a statement may make a million, and 200,000 are held. */
const EDGE = 500
/** Of an element in each subgraph that holds it, and of an attribute that is copied because one beside it changed. */
export const ENTRY = 40

export function newBudget(): Budget {
  return { left: 100_000_000, tooMuch: undefined, weights: new WeakMap() }
}

/**
 * Charges an element for the defaults that it starts with, before it gets them; gives none where they are too much.
 * @param names how long the longest name is that an escape in them can stand for
 */
export function affordedDefaults(budget: Budget, defaults: Attributes, names: number, at: Range): Attributes {
  let weight = budget.weights.get(defaults)
  if (weight === undefined) {
    weight = { characters: 0, escapes: 0 }
    for (const [name, { text }] of defaults) {
      weight = {
        characters: weight.characters + name.length + text.length,
        escapes: weight.escapes + escapesIn(text),
      }
    }
    budget.weights.set(defaults, weight)
  }
  return affords(budget, weight.characters + weight.escapes * names, at) ? defaults : NO_DEFAULTS
}

const NO_DEFAULTS: Attributes = new Map()

/** Whether a value may be set on an element: `\G` a thousand times is a name of a thousand characters a thousand times. */
export function affordsValue(budget: Budget, text: string, names: number, at: Range): boolean {
  const escapes = escapesIn(text)
  return escapes === 0 || affords(budget, escapes * names, at)
}

function affords(budget: Budget, cost: number, at: Range): boolean {
  if (cost > budget.left) {
    budget.tooMuch ??= at
    // Nothing behind it is read: what stands there would be worth no more than what is left out here.
    budget.left = -1
    return false
  }
  budget.left -= cost
  return true
}

/** How many escapes stand for a name; `\E` for two. */
function escapesIn(text: string): number {
  if (!text.includes('\\')) return 0
  let count = 0
  // A backslash in front of another is passed over with it.
  for (const [, character] of text.matchAll(/\\([NGETH\\])/g)) {
    if (character === 'E') count += 2
    else if (character !== '\\') count++
  }
  return count
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
