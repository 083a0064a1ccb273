/** The part of a compiled parser that is the same for every grammar: from a match to a tree. */
import type { Failures } from './failures.js'
import { codeUnits, integers } from './numbers.js'
import type { CompiledParser, Failure, ParseOptions, ParseResult, Pieces, Tree } from './tree.js'

/** What a generated module provides. Positions count from the beginning of `units`. */
export interface Machine {
  /** The names of rules by the numbers that stand in records. */
  readonly rules: readonly string[]
  readonly start: string
  /**
   * Matches the text, which is followed by a 0 that is not counted in `length`, from `from` on: to its end if
   * `whole`, else as far as the rule goes. Gives the end of the match and leaves its tree in `records`; -1 where it
   * does not match, or `unknownRule`. Throws a `TooDeep`.
   */
  match(
    rule: string,
    units: Uint16Array,
    length: number,
    from: number,
    whole: boolean,
    records: Records,
  ): number
  /** Why the whole text did not match. */
  explain(rule: string, units: Uint16Array, length: number): Failures
}

export const unknownRule = -2

/** Nodes of five numbers: rule, start, end, the first child and the next sibling, or 0. */
export interface Records {
  numbers: Int32Array
  /** Where the next record will stand. */
  top: number
  /** The record of what was matched last. */
  root: number
  /** How deep what is matched stands in what was matched before, piece by piece. */
  depth: number
  readonly text: TextMemory
}

/** What is remembered of a text while the parser is at another one: whoever reads a file looks at single lines of it in between. */
export interface TextMemory {
  /** Where the last long run of each kind begins and ends; nothing where there was none. */
  runs: Int32Array | undefined
}

export const recordSize = 5

/** Room for so many numbers at first. No record stands at 0, which means none. */
export function newRecords(room: number): Records {
  return { numbers: integers(room + 64), top: recordSize, root: 0, depth: 0, text: { runs: undefined } }
}

/** Nesting is followed to this depth: a stack of the usual size holds it with room to spare. */
export const deepest = 500

export class TooDeep {
  readonly at: number
  constructor(at: number) {
    this.at = at
  }
}

/**
 * The parser that readers call. It throws a `TypeError` for a rule that the grammar does not have. What is in the tree of
 * which rule is known to the compiler that made the machine, and here only said.
 */
export function createParser<Trees extends object, First extends keyof Trees & string>(
  machine: Machine,
): CompiledParser<Trees, First> {
  const parser: CompiledParser = {
    parse(text: string, options: ParseOptions = {}): ParseResult {
      const { rule = machine.start, start = 0, end = text.length } = options
      const units = unitsOf(text, start, end)
      const length = units.length - 1
      const records = newRecords(length * 3)
      try {
        if (matched(machine, rule, units, 0, true, records) >= 0) {
          const parsed = { text, start, rules: machine.rules, numbers: records.numbers }
          return { ok: true, tree: new RecordTree(parsed, records.root) }
        }
      } catch (error) {
        return { ok: false, failure: tooDeep(error, start) }
      }
      return { ok: false, failure: explained(machine, rule, units, start) }
    },
    pieces: (text, from = 0) => new TextPieces(machine, text, from),
  }
  return parser as unknown as CompiledParser<Trees, First>
}

function matched(
  machine: Machine,
  rule: string,
  units: Uint16Array,
  from: number,
  whole: boolean,
  records: Records,
): number {
  const end = machine.match(rule, units, units.length - 1, from, whole, records)
  if (end === unknownRule) throw new TypeError(`The grammar has no rule ${rule}`)
  return end
}

const firstRoom = 1 << 9

/** A class, since every text has one: a getter of an object of its own is defined anew each time. */
class TextPieces implements Pieces {
  readonly #machine: Machine
  readonly #text: string
  readonly #start: number
  /** Made when the first piece is asked for: a reader may know a text well enough by other means. */
  #units: Uint16Array | undefined
  // By turns, so that the tree of a piece still stands while whoever reads looks at the next one.
  #room: Room = { records: newRecords(firstRoom), parsed: undefined }
  #other: Room
  at: number
  tooDeep = false

  constructor(machine: Machine, text: string, start: number) {
    this.#machine = machine
    this.#text = text
    this.#start = start
    const records = { ...this.#room.records, numbers: integers(firstRoom) }
    this.#other = { records, parsed: undefined }
    this.at = start
  }

  get atEnd(): boolean {
    return this.at === this.#text.length
  }

  next(rule: string, depth = 0): Tree | undefined {
    const room = this.#room
    this.#units ??= unitsOf(this.#text, this.#start, this.#text.length)
    const { records, parsed: over } = room
    // That piece is over: its tree must not show what is written over its records.
    if (over) over.numbers = noNumbers
    records.top = recordSize
    records.depth = depth
    try {
      const end = matched(this.#machine, rule, this.#units, this.at - this.#start, false, records)
      if (end < 0) return undefined
      this.at = this.#start + end
    } catch (error) {
      // Nested too deep is no match; anything else is thrown on.
      tooDeep(error, this.at)
      this.tooDeep = true
      return undefined
    }
    const parsed = {
      text: this.#text,
      start: this.#start,
      rules: this.#machine.rules,
      numbers: records.numbers,
    }
    room.parsed = parsed
    this.#room = this.#other
    this.#other = room
    return new RecordTree(parsed, records.root)
  }
}

/** Where the records of one piece stand. */
interface Room {
  readonly records: Records
  parsed: Parsed | undefined
}

const noNumbers = new Int32Array(0)

function unitsOf(text: string, start: number, end: number): Uint16Array {
  const length = Math.max(end - start, 0)
  const units = codeUnits(length + 1)
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
  numbers: Int32Array
}

/**
 * A view of one record; a class, so that millions of them share their accessors. It keeps no children:
 * what a reader has passed is free at once, where a growing tree of views would be copied by the garbage
 * collector again and again.
 */
class RecordTree implements Tree {
  // Declared alone: a field of its own would be defined, and then set, each time.
  declare private readonly parsed: Parsed
  declare private readonly record: number

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

  get first(): Tree | undefined {
    return this.viewOf(this.parsed.numbers[this.record + 3]!)
  }

  get next(): Tree | undefined {
    return this.viewOf(this.parsed.numbers[this.record + 4]!)
  }

  get children(): readonly Tree[] {
    const { numbers } = this.parsed
    const first = numbers[this.record + 3]!
    let count = 0
    for (let child = first; child !== 0; child = numbers[child + 4]!) count++
    // An array of just the length: one that grows has room for many more.
    const children = new Array<Tree>(count)
    count = 0
    for (let child = first; child !== 0; child = numbers[child + 4]!) {
      children[count++] = new RecordTree(this.parsed, child)
    }
    return children
  }

  private viewOf(record: number): Tree | undefined {
    return record === 0 ? undefined : new RecordTree(this.parsed, record)
  }
}
