/** What can be known of expressions before any text: whether they may be empty, and how they begin. */
import { classOf, firstUnits, foldedUnits, maxUnit } from './characters.js'
import type { Expr, Rule, Rules } from './expressions.js'
import { empty, intersect, type Ranges, subtract, union } from './ranges.js'

export interface Analysis {
  /** May succeed without taking a character. */
  nullable(expr: Expr): boolean
  /** May succeed without taking a character before the text's end. */
  skippable(expr: Expr): boolean
  /**
   * The units with which a match may begin, not counting blanks that are skipped first. The end of the
   * text counts as a 0. Everything, where the expression may be empty.
   */
  first(expr: Expr): Ranges
  /** In a syntactic rule: skips blanks before anything else it does, and is never content without. */
  skipsFirst(expr: Expr): boolean
  /** Its end may lie behind blanks that were skipped in vain. */
  trails(expr: Expr, syntactic: boolean): boolean
  /** Whether the grammar leaves anything to skip. */
  readonly skips: boolean
}

const everything: Ranges = [[0, maxUnit]]

/** Throws for repetitions of what may be empty, and for left recursion. */
export function analyse(rules: Rules): Analysis {
  const nullableRules = fixpoint(rules, false, (rule, known) => isNullable(rule.body, known))
  const nullable = (expr: Expr) => isNullable(expr, nullableRules)
  const skippableRules = fixpoint(rules, false, (rule, known) => isNullable(rule.body, known, false))
  const firstRules = fixpoint<First>(rules, { set: empty, open: false }, (rule, known) =>
    firstOf(rule.body, known),
  )
  const trailing = fixpoint(rules, false, (rule, known) =>
    trailsIn(rule.body, rule.syntactic, known, nullable),
  )
  const space = rules.spaces.body.kind === 'star' ? rules.spaces.body.body : rules.spaces.body
  const firstOfSpace = firstOf(space, firstRules)
  const skips = firstOfSpace.open || firstOfSpace.set.length > 0
  for (const rule of rules.all) {
    refuseEmptyRounds(rule.body, rule, nullable)
    refuseLeftRecursion(rule, rules, nullable)
  }
  return {
    nullable,
    skippable: expr => isNullable(expr, skippableRules, false),
    first(expr) {
      const { set, open } = firstOf(expr, firstRules)
      return open ? everything : set
    },
    skipsFirst,
    trails: (expr, syntactic) => skips && trailsIn(expr, syntactic, trailing, nullable),
    skips,
  }
}

type Known<T> = (rule: Rule) => T

function fixpoint<T>(rules: Rules, start: T, step: (rule: Rule, known: Known<T>) => T): Known<T> {
  const values = rules.all.map(() => start)
  const known = (rule: Rule) => values[rule.index]!
  for (let changed = true; changed; ) {
    changed = false
    for (const rule of rules.all) {
      const next = step(rule, known)
      if (JSON.stringify(next) === JSON.stringify(known(rule))) continue
      values[rule.index] = next
      changed = true
    }
  }
  return known
}

function isNullable(expr: Expr, known: Known<boolean>, atEnd = true): boolean {
  switch (expr.kind) {
    case 'end':
      return atEnd
    case 'terminal':
    case 'insensitive':
      return expr.text === ''
    case 'any':
    case 'range':
    case 'unicode':
      return false
    case 'alt':
      return expr.terms.some(term => isNullable(term, known, atEnd))
    case 'seq':
      return expr.factors.every(factor => isNullable(factor, known, atEnd))
    case 'plus':
    case 'lex':
      return isNullable(expr.body, known, atEnd)
    case 'apply':
      return known(expr.rule)
    default:
      return true
  }
}

/** How an expression may begin; `open` where it may also succeed before any unit whatever. */
interface First {
  readonly set: Ranges
  readonly open: boolean
}

const anything: First = { set: empty, open: true }

/** `end` takes nothing, and yet it can only succeed at the end of the text. */
function firstOf(expr: Expr, known: Known<First>): First {
  switch (expr.kind) {
    case 'end':
      return { set: [[0, 0]], open: false }
    case 'terminal':
    case 'insensitive': {
      if (expr.text === '') return anything
      const unit = expr.text.charCodeAt(0)
      return {
        set: expr.kind === 'terminal' ? [[unit, unit]] : foldedUnits(expr.text.charAt(0)),
        open: false,
      }
    }
    case 'any':
    case 'range':
    case 'unicode':
      return { set: firstUnits(classOf(expr)!), open: false }
    case 'alt': {
      const firsts = expr.terms.map(term => firstOf(term, known))
      return { set: firsts.map(({ set }) => set).reduce(union, empty), open: firsts.some(({ open }) => open) }
    }
    case 'seq': {
      const oneCharacter = classOf(expr)
      return oneCharacter ? { set: firstUnits(oneCharacter), open: false } : firstOfSeq(expr.factors, known)
    }
    case 'apply':
      return known(expr.rule)
    case 'plus':
    case 'lex':
    case 'look':
      return firstOf(expr.body, known)
    case 'star':
    case 'opt':
      return { set: firstOf(expr.body, known).set, open: true }
    case 'not':
    case 'skip':
      return anything
  }
}

function firstOfSeq([head, ...rest]: readonly Expr[], known: Known<First>): First {
  if (!head) return anything
  if (rest.length === 0) return firstOf(head, known)
  if (head.kind === 'not') {
    const next = firstOfSeq(rest, known)
    const refused = classOf(head.body)
    if (!refused) return next
    return {
      set: subtract(next.open ? everything : next.set, subtract(refused.units, [[0, 0]])),
      open: false,
    }
  }
  const own = firstOf(head, known)
  if (!own.open && head.kind !== 'look') return own
  const next = firstOfSeq(rest, known)
  if (head.kind === 'look')
    return own.open ? next : { set: next.open ? own.set : intersect(own.set, next.set), open: false }
  return { set: union(own.set, next.set), open: next.open }
}

function skipsFirst(expr: Expr): boolean {
  switch (expr.kind) {
    case 'alt':
      return expr.terms.every(skipsFirst)
    case 'seq':
      return seqSkipsFirst(expr.factors)
    case 'plus':
      return skipsFirst(expr.body)
    case 'star':
    case 'opt':
    case 'not':
    case 'look':
    case 'lex':
    case 'skip':
      return false
    default:
      return true
  }
}

/** Blanks skipped before `x? y` or `~x y` change nothing, since `y` skips them in any case. */
function seqSkipsFirst([head, ...rest]: readonly Expr[]): boolean {
  if (!head) return false
  if (head.kind === 'star' || head.kind === 'opt' || head.kind === 'not' || head.kind === 'look') {
    return skipsFirst(head.body) && seqSkipsFirst(rest)
  }
  return skipsFirst(head)
}

function trailsIn(
  expr: Expr,
  syntactic: boolean,
  known: Known<boolean>,
  nullable: (expr: Expr) => boolean,
): boolean {
  const inner = (part: Expr) => trailsIn(part, syntactic, known, nullable)
  switch (expr.kind) {
    case 'skip':
      return true
    case 'alt':
      return expr.terms.some(inner)
    case 'seq': {
      const lastTaking = expr.factors.findLastIndex(factor => !nullable(factor))
      return expr.factors.slice(Math.max(lastTaking, 0)).some(inner)
    }
    case 'star':
    case 'plus':
    case 'opt':
      return inner(expr.body)
    case 'lex':
      return trailsIn(expr.body, false, known, nullable)
    case 'apply':
      if (syntactic && nullable(expr)) return true
      if (expr.rule.inPlace) return trailsIn(expr.rule.body, expr.rule.syntactic, known, nullable)
      return expr.rule.syntactic && known(expr.rule)
    case 'not':
    case 'look':
      return false
    default:
      return syntactic && nullable(expr)
  }
}

/** Ohm refuses an empty round when it meets one in a text, of `?` too. */
function refuseEmptyRounds(expr: Expr, rule: Rule, nullable: (expr: Expr) => boolean): void {
  if ((expr.kind === 'star' || expr.kind === 'plus' || expr.kind === 'opt') && nullable(expr.body)) {
    throw new Error(`Rule ${rule.key} has a *, + or ? on what may itself be empty`)
  }
  for (const part of partsOf(expr)) refuseEmptyRounds(part, rule, nullable)
}

export function partsOf(expr: Expr): readonly Expr[] {
  if (expr.kind === 'alt') return expr.terms
  if (expr.kind === 'seq') return expr.factors
  return 'body' in expr ? [expr.body] : []
}

function refuseLeftRecursion(rule: Rule, rules: Rules, nullable: (expr: Expr) => boolean): void {
  const path = new Map<Rule, Rule | undefined>([[rule, undefined]])
  for (const from of path.keys()) {
    for (const to of leadingRules(from.body, nullable, from.syntactic ? rules.spaces : undefined)) {
      if (to === rule)
        throw new Error(
          `Rule ${rule.key} is left-recursive (${pathTo(from, path)} ${rule.key}); write it as a repetition`,
        )
      if (!path.has(to)) path.set(to, from)
    }
  }
}

function pathTo(rule: Rule, path: ReadonlyMap<Rule, Rule | undefined>): string {
  const names: string[] = []
  for (let at: Rule | undefined = rule; at; at = path.get(at)) names.unshift(`${at.key} →`)
  return names.join(' ')
}

/** The rules that `expr` may apply where it stands, before any character. */
export function leadingRules(expr: Expr, nullable: (expr: Expr) => boolean, spaces?: Rule): Set<Rule> {
  const found = new Set<Rule>()
  const visit = (part: Expr): void => {
    if (part.kind === 'apply') found.add(part.rule)
    else if (part.kind === 'alt') part.terms.forEach(visit)
    else if (part.kind !== 'seq') partsOf(part).forEach(visit)
    else {
      for (const factor of part.factors) {
        visit(factor)
        if (!nullable(factor)) break
      }
    }
  }
  visit(expr)
  if (spaces) found.add(spaces)
  return found
}
