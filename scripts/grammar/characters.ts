/** Expressions that take exactly one character, as sets; and the comparisons that test for them. */
import type { Expr } from './expressions.js'
import { complement, empty, has, intersect, type Ranges, same, subtract, union } from './ranges.js'

/**
 * The characters that an expression takes. Ohm's `any` takes a whole code point, a range or terminal of
 * one UTF-16 unit takes a unit, so a surrogate pair may be taken whole or by its first half.
 */
export interface CharClass {
  /** Units that are no surrogates. */
  readonly units: Ranges
  /** Code points over U+FFFF of which both units are taken. */
  readonly pairs: Ranges
  /** Code points over U+FFFF of which only the first unit is taken. */
  readonly halves: Ranges
  /** Surrogates taken where they are not the first half of a pair. */
  readonly lone: Ranges
}

export const surrogates: Ranges = [[0xd800, 0xdfff]]
const highSurrogates: Ranges = [[0xd800, 0xdbff]]
const astral: Ranges = [[0x10000, 0x10ffff]]
export const maxUnit = 0xffff

/** The class of `expr`, where no blanks are skipped inside; `undefined` where it is not one character. */
export function classOf(expr: Expr, allowed: (expr: Expr) => boolean = () => true): CharClass | undefined {
  if (!allowed(expr)) return undefined
  switch (expr.kind) {
    case 'any':
      return ofPoints([[0, 0x10ffff]])
    case 'range':
      return expr.points ? ofPoints([[expr.from, expr.to]]) : ofUnits([[expr.from, expr.to]])
    case 'unicode':
      return ofPoints(pointsOf(expr.pattern))
    case 'terminal':
      if (expr.text.length === 1) return ofUnits([[expr.text.charCodeAt(0), expr.text.charCodeAt(0)]])
      return expr.text.length === 2 && expr.text.codePointAt(0)! > maxUnit
        ? ofPoints([[expr.text.codePointAt(0)!, expr.text.codePointAt(0)!]])
        : undefined
    case 'insensitive':
      return expr.text.length === 1 ? ofUnits(foldedUnits(expr.text)) : undefined
    case 'lex':
      return classOf(expr.body, allowed)
    case 'apply':
      return expr.rule.syntactic ? undefined : classOfRule(expr.rule.body, allowed)
    case 'alt': {
      const classes = expr.terms.map(term => classOf(term, allowed))
      return classes.every(found => found !== undefined) ? classes.reduce(either) : undefined
    }
    case 'seq':
      return classOfSeq(expr.factors, allowed)
    default:
      return undefined
  }
}

const inProgress = new Set<Expr>()

/** A rule that comes back to itself is no class. */
function classOfRule(body: Expr, allowed: (expr: Expr) => boolean): CharClass | undefined {
  if (inProgress.has(body)) return undefined
  inProgress.add(body)
  const found = classOf(body, allowed)
  inProgress.delete(body)
  return found
}

/** `~a &b c` is one character too. */
function classOfSeq(factors: readonly Expr[], allowed: (expr: Expr) => boolean): CharClass | undefined {
  const last = factors.at(-1)
  let found = last && classOf(last, allowed)
  for (const factor of factors.slice(0, -1)) {
    if (factor.kind !== 'not' && factor.kind !== 'look') return undefined
    const guard = classOf(factor.body)
    if (!guard || !found) return undefined
    found = factor.kind === 'not' ? except(found, guard) : both(found, guard)
  }
  return found
}

/** Every first unit with which the class may begin. */
export function firstUnits({ units, pairs, halves, lone }: CharClass): Ranges {
  const leads = [...pairs, ...halves].map(([a, b]) => [highOf(a), highOf(b)] as const)
  return union(
    union(units, lone),
    leads.reduce<Ranges>((set, lead) => union(set, [lead]), empty),
  )
}

/** True when the class takes every surrogate, paired or not: in a loop, pairs need no attention then. */
export function takesAllSurrogates({ pairs, halves, lone }: CharClass): boolean {
  return same(union(pairs, halves), astral) && same(lone, surrogates)
}

export function takesNoSurrogate({ pairs, halves, lone }: CharClass): boolean {
  return pairs.length + halves.length + lone.length === 0
}

function highOf(point: number): number {
  return 0xd800 + ((point - 0x10000) >> 10)
}

function ofPoints(points: Ranges): CharClass {
  return {
    units: subtract(intersect(points, [[0, maxUnit]]), surrogates),
    pairs: intersect(points, astral),
    halves: empty,
    lone: intersect(points, surrogates),
  }
}

function ofUnits(units: Ranges): CharClass {
  const highs = intersect(units, highSurrogates)
  return {
    units: subtract(units, surrogates),
    pairs: empty,
    halves: highs.map(
      ([a, b]) => [0x10000 + ((a - 0xd800) << 10), 0x10000 + ((b - 0xd800) << 10) + 0x3ff] as const,
    ),
    lone: intersect(units, surrogates),
  }
}

function either(a: CharClass, b: CharClass): CharClass {
  return {
    units: union(a.units, b.units),
    pairs: union(a.pairs, subtract(b.pairs, a.halves)),
    halves: union(a.halves, subtract(b.halves, a.pairs)),
    lone: union(a.lone, b.lone),
  }
}

function except(a: CharClass, b: CharClass): CharClass {
  const refused = union(b.pairs, b.halves)
  return {
    units: subtract(a.units, b.units),
    pairs: subtract(a.pairs, refused),
    halves: subtract(a.halves, refused),
    lone: subtract(a.lone, b.lone),
  }
}

function both(a: CharClass, b: CharClass): CharClass {
  const wanted = union(b.pairs, b.halves)
  return {
    units: intersect(a.units, b.units),
    pairs: intersect(a.pairs, wanted),
    halves: intersect(a.halves, wanted),
    lone: intersect(a.lone, b.lone),
  }
}

const unicodeSets = new Map<string, Ranges>()

function pointsOf(pattern: RegExp): Ranges {
  const known = unicodeSets.get(pattern.source)
  if (known) return known
  const out: [number, number][] = []
  const add = (point: number) => {
    const previous = out.at(-1)
    if (previous && previous[1] === point - 1) previous[1] = point
    else out.push([point, point])
  }
  for (let point = 0; point <= 0x10ffff; point++) if (pattern.test(String.fromCodePoint(point))) add(point)
  unicodeSets.set(pattern.source, out)
  return out
}

/** Ohm compares without case unit by unit, by the upper case of each: `ſ` is an `s`, `ı` is an `i`. */
export function foldedUnits(char: string): Ranges {
  const wanted = char.toUpperCase()
  let found: Ranges = empty
  for (let unit = 0; unit <= maxUnit; unit++) {
    if (String.fromCharCode(unit).toUpperCase() === wanted) found = union(found, [[unit, unit]])
  }
  return found
}

/**
 * A test of the unit in `value` against a set. Behind the end of the text stands a 0, so a set that
 * holds 0 asks for `position` too, unless `loosely`.
 */
export function unitTest(set: Ranges, value: string, tables: Tables, loosely = false): string {
  const inside = setTest(set, value, tables)
  return loosely || !has(set, 0) ? inside : `(${inside} && (${value} !== 0 || p < n))`
}

/** Where tests that are too long for comparisons become functions. */
export interface Tables {
  /** A test by a bit table of the codes under 128 and a binary search in the ranges from there on. */
  table(set: Ranges): (value: string) => string
}

const fewRanges = 3

function setTest(set: Ranges, value: string, tables: Tables): string {
  const rest = complement(set, maxUnit)
  if (rest.length === 0) return 'true'
  if (set.length === 0) return 'false'
  if (set.length <= fewRanges) return comparisons(set, value)
  if (rest.length <= fewRanges) return `!${comparisons(rest, value)}`
  return tables.table(set)(value)
}

export function comparisons(set: Ranges, value: string): string {
  const tests = set.map(([first, last]) => {
    if (first === last) return `${value} === ${first}`
    if (first === 0) return `${value} <= ${last}`
    if (last === maxUnit) return `${value} >= ${first}`
    return `(${value} >= ${first} && ${value} <= ${last})`
  })
  return `(${tests.join(' || ')})`
}
