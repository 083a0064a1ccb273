/** What the writers of statements share: the lines, the names, and the rules of the module around them. */
import type { Analysis } from './analysis.js'
import type { CharClass, Tables } from './characters.js'
import type { Expr, Rule } from './expressions.js'
import type { Ranges } from './ranges.js'

/**
 * The three functions that a rule may become: `tree` leaves a node, `match` leaves nothing, `explain`
 * takes no shortcuts and notes every failure. A rule with a description is never explained from inside.
 */
export type Variant = 'tree' | 'match' | 'explain'

export interface Around {
  readonly variant: Variant
  readonly syntactic: boolean
  /** Whether the local `e` follows the end of the last character taken. */
  readonly ends: boolean
}

/** What the statements of an expression need of the module around them. */
export interface Module extends Tables {
  readonly analysis: Analysis
  /** The name of the function for a rule, which is generated on demand. */
  functionOf(rule: Rule, variant: Variant): string
  /** A function for the surrogates of a class: from a position to the one behind, or -1. */
  surrogateStep(cls: CharClass): string
  /** A table from a unit to the alternatives that can begin with it, one bit each. */
  choices(firsts: readonly Ranges[]): string
  /** The number under which a failure is noted. */
  failure(expected: string): number
  /** The number of a rule in trees. */
  nodeKind(rule: Rule): number
  /** How a syntactic rule skips: a test of the unit ahead, and the function. `undefined`: nothing to skip. */
  readonly skip: { readonly test: (value: string) => string; readonly name: string } | undefined
  /** Whether any result is remembered, so that records must outlive backtracking. */
  readonly remembers: boolean
  /** What holds the beginning and the end of a run that is remembered. */
  run(): readonly [from: string, to: string]
}

/** Where the statements of one function are written. */
export interface Writer {
  readonly module: Module
  say(line: string): void
  /** A name that is not yet used in the function. */
  fresh(letter: string): string
  /** Writes the statements of an expression; `skipped` where no blanks can stand at `p`. */
  emit(part: Expr, at: Around, label: string, skipped: boolean): void
}

export function failing(w: Writer, label: string, at: Around, expected: string): string {
  const note = at.variant === 'explain' ? `X.fail(p, ${w.module.failure(expected)}); ` : ''
  return `{ ${note}break ${label} }`
}

export function skipNow(w: Writer): void {
  if (w.module.skip) w.say(`if (${w.module.skip.test('I[p]!')}) p = ${w.module.skip.name}(p)`)
}

export function skipBlanks(w: Writer, at: Around, skipped: boolean): void {
  if (at.syntactic && !skipped) skipNow(w)
}

export function took(w: Writer, at: Around): void {
  if (at.ends) w.say('e = p')
}

export function explainMark(w: Writer, at: Around): string | undefined {
  if (at.variant !== 'explain') return undefined
  const mark = w.fresh('a')
  w.say(`const ${mark} = X.count`)
  return mark
}

/** A choice point: what must be put back before something else is tried from here. */
export function remember(
  w: Writer,
  at: Around,
  builds: boolean,
): { readonly back: string; readonly place: string } {
  const p = w.fresh('p')
  const back = [`p = ${p}`]
  w.say(`const ${p} = p`)
  if (at.variant === 'tree' && builds) {
    const [h, n] = [w.fresh('h'), w.fresh('n')]
    w.say(`const ${h} = H, ${n} = N`)
    back.push(`H = ${h}`, w.module.remembers ? `N = ${n} < M ? M : ${n}` : `N = ${n}`)
  }
  if (at.ends) {
    const e = w.fresh('e')
    w.say(`const ${e} = e`)
    back.push(`e = ${e}`)
  }
  return { back: back.join('; '), place: p }
}
