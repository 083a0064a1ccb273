/** The part of a compiled parser that is the same for every grammar: from a match to a tree. */
import type { Failures } from './failures.js'
import type { Failure, ParseOptions, ParseResult, Parser, Tree } from './tree.js'

/** What a generated module provides. Positions count from the beginning of `units`. */
export interface Machine {
  /** The names of rules by the numbers that stand in records. */
  readonly rules: readonly string[]
  readonly start: string
  /**
   * Matches all of the text, which is followed by a 0 that is not counted in `length`. `undefined`
   * where it does not match, `null` where there is no such rule. Throws a `TooDeep`.
   */
  match(rule: string, units: Uint16Array, length: number): Records | undefined | null
  /** Why it did not match. */
  explain(rule: string, units: Uint16Array, length: number): Failures
}

/** Nodes of five numbers: rule, start, end, the last child and the sibling before, or 0. */
export interface Records {
  readonly numbers: Int32Array
  readonly root: number
}

export const recordSize = 5

/** Nesting is followed to this depth: a stack of the usual size holds it with room to spare. */
export const deepest = 500

export class TooDeep {
  readonly at: number
  constructor(at: number) {
    this.at = at
  }
}

/** The parser that readers call. It throws a `TypeError` for a rule that the grammar does not have. */
export function createParser(machine: Machine): Parser {
  return {
    parse(text: string, options: ParseOptions = {}): ParseResult {
      const { rule = machine.start, start = 0, end = text.length } = options
      const units = unitsOf(text, start, end)
      const length = units.length - 1
      try {
        const records = machine.match(rule, units, length)
        if (records) {
          const parsed = { text, start, rules: machine.rules, numbers: records.numbers }
          return { ok: true, tree: new RecordTree(parsed, records.root) }
        }
        if (records === null) throw new TypeError(`The grammar has no rule ${rule}`)
      } catch (error) {
        return { ok: false, failure: tooDeep(error, start) }
      }
      return { ok: false, failure: explained(machine, rule, units, start) }
    },
  }
}

function unitsOf(text: string, start: number, end: number): Uint16Array {
  const length = Math.max(end - start, 0)
  const units = new Uint16Array(length + 1)
  for (let index = 0; index < length; index++) units[index] = text.charCodeAt(start + index)
  return units
}

function tooDeep(error: unknown, start: number): Failure {
  if (error instanceof TooDeep) return { offset: start + error.at, expected: [], tooDeep: true }
  if (error instanceof RangeError) return { offset: start, expected: [], tooDeep: true }
  throw error
}

function explained(machine: Machine, rule: string, units: Uint16Array, start: number): Failure {
  try {
    const failures = machine.explain(rule, units, units.length - 1)
    return { offset: start + failures.at, expected: failures.expected() }
  } catch (error) {
    return tooDeep(error, start)
  }
}

interface Parsed {
  readonly text: string
  readonly start: number
  readonly rules: readonly string[]
  readonly numbers: Int32Array
}

/**
 * A view of one record; a class, so that millions of them share their accessors. It keeps no children:
 * what a reader has passed is free at once, where a growing tree of views would be copied by the garbage
 * collector again and again.
 */
class RecordTree implements Tree {
  private readonly parsed: Parsed
  private readonly record: number

  constructor(parsed: Parsed, record: number) {
    this.parsed = parsed
    this.record = record
  }

  get rule(): string {
    return this.parsed.rules[this.parsed.numbers[this.record]!]!
  }

  get start(): number {
    return this.parsed.start + this.parsed.numbers[this.record + 1]!
  }

  get end(): number {
    return this.parsed.start + this.parsed.numbers[this.record + 2]!
  }

  get text(): string {
    return this.parsed.text.slice(this.start, this.end)
  }

  get children(): readonly Tree[] {
    const { numbers } = this.parsed
    const last = numbers[this.record + 3]!
    let count = 0
    for (let child = last; child !== 0; child = numbers[child + 4]!) count++
    // An array of just the length: one that grows has room for many more.
    const children = new Array<Tree>(count)
    for (let child = last; child !== 0; child = numbers[child + 4]!) {
      children[--count] = new RecordTree(this.parsed, child)
    }
    return children
  }

  get last(): Tree | undefined {
    const last = this.parsed.numbers[this.record + 3]!
    return last === 0 ? undefined : new RecordTree(this.parsed, last)
  }

  *eachChild(): Generator<Tree> {
    const { numbers } = this.parsed
    const last = numbers[this.record + 3]!
    let count = 0
    for (let child = last; child !== 0; child = numbers[child + 4]!) count++
    const records = new Int32Array(count)
    for (let child = last; child !== 0; child = numbers[child + 4]!) records[--count] = child
    for (const record of records) yield new RecordTree(this.parsed, record)
  }
}
