/** From one expression to the statements that match it. */
import type { Analysis } from './analysis.js'
import {
  type CharClass,
  classOf,
  foldedUnits,
  maxUnit,
  surrogates,
  type Tables,
  takesAllSurrogates,
  takesNoSurrogate,
  unitTest,
} from './characters.js'
import type { Expr, Rule } from './expressions.js'
import { complement, has, type Ranges, same, union } from './ranges.js'

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
}

/**
 * Writes statements that move `p` behind a match of an expression, or leave by `break` to a label.
 * After a failure `p` may be anywhere; after either, `H` and `N` are as the alternatives need them.
 */
export function bodyOf(expr: Expr, around: Around, module: Module, fail: string): string[] {
  const lines: string[] = []
  let count = 0
  const fresh = (letter: string) => `${letter}${++count}`
  const say = (line: string) => lines.push(line)
  const { analysis } = module

  function emit(part: Expr, at: Around, label: string, skipped: boolean): void {
    if (at.variant !== 'explain' && emitCharacter(part, at, label, skipped)) return
    switch (part.kind) {
      case 'terminal':
      case 'insensitive':
        emitText(part, at, label, skipped)
        break
      case 'any':
      case 'range':
      case 'unicode':
        skipBlanks(at, skipped)
        emitStep(classOf(part)!, at, label, part.expected)
        break
      case 'end':
        skipBlanks(at, skipped)
        say(`if (p < n) ${failing(label, at, part.expected)}`)
        break
      case 'skip':
        skipNow()
        break
      case 'lex':
        emit(part.body, { ...at, syntactic: false }, label, false)
        break
      case 'seq':
        emitSequence(part.factors, at, label, skipped)
        break
      case 'alt':
        emitAlternatives(part, at, label, skipped)
        break
      case 'star':
      case 'plus':
        emitRepetition(part.kind, part.body, at, label)
        break
      case 'opt':
        emitOption(part.body, at, skipped)
        break
      case 'not':
        emitNot(part, at, label, skipped)
        break
      case 'look':
        emitLookahead(part.body, at, label, skipped)
        break
      case 'apply':
        emitApplication(part.rule, at, label, skipped)
    }
  }

  function failing(label: string, at: Around, expected: string): string {
    const note = at.variant === 'explain' ? `X.fail(p, ${module.failure(expected)}); ` : ''
    return `{ ${note}break ${label} }`
  }

  function skipNow(): void {
    if (module.skip) say(`if (${module.skip.test('I[p]!')}) p = ${module.skip.name}(p)`)
  }

  function skipBlanks(at: Around, skipped: boolean): void {
    if (at.syntactic && !skipped) skipNow()
  }

  function took(at: Around): void {
    if (at.ends) say('e = p')
  }

  /** True when the part was one character and has been written. */
  function emitCharacter(part: Expr, at: Around, label: string, skipped: boolean): boolean {
    if (part.kind === 'apply' && part.rule.own && at.variant === 'tree') return false
    if (at.syntactic && part.kind !== 'lex' && !analysis.skipsFirst(part)) return false
    const cls = classOf(part, inner => at.variant === 'match' || !leavesNodes(inner))
    if (!cls) return false
    if (part.kind !== 'lex') skipBlanks(at, skipped)
    emitStep(cls, at, label)
    return true
  }

  function emitStep(cls: CharClass, at: Around, label: string, expected?: string): void {
    const leave = expected === undefined ? `{ break ${label} }` : failing(label, at, expected)
    if (takesNoSurrogate(cls)) {
      say(`if (!${unitTest(cls.units, 'I[p]!', module)}) ${leave}`)
      say('p++')
    } else {
      const [c, q] = [fresh('c'), fresh('q')]
      say(`const ${c} = I[p]!`)
      say(`if (${unitTest(cls.units, c, module)}) p++`)
      say(`else {`)
      say(`const ${q} = ${module.surrogateStep(cls)}(p, ${c})`)
      say(`if (${q} < 0) ${leave}`)
      say(`p = ${q}`)
      say('}')
    }
    took(at)
  }

  function emitText(
    part: Expr & { kind: 'terminal' | 'insensitive' },
    at: Around,
    label: string,
    skipped: boolean,
  ): void {
    skipBlanks(at, skipped)
    const { text } = part
    const tests = text.split('').map((char, index) => {
      const unit = index === 0 ? 'I[p]!' : `I[p + ${index}]!`
      const code = char.charCodeAt(0)
      const folded = part.kind === 'insensitive' ? foldedUnits(char) : ([[code, code]] as const)
      const test = unitTest(folded, unit, module, true)
      return has(folded, 0) ? `${test} && p + ${index} < n` : test
    })
    if (text.length > 0) say(`if (!(${tests.join(' && ')})) ${failing(label, at, part.expected)}`)
    if (text.length > 0) say(`p += ${text.length}`)
    if (text.length > 0) took(at)
  }

  function emitSequence(factors: readonly Expr[], at: Around, label: string, skipped: boolean): void {
    const mark = factors.length > 1 ? explainMark(at) : undefined
    const hoist =
      at.syntactic &&
      !skipped &&
      factors.length > 1 &&
      looksFirst(factors[0]!) &&
      analysis.skipsFirst({ kind: 'seq', factors })
    if (hoist) skipNow()
    let clean = skipped || hoist
    for (const factor of factors) {
      emit(factor, at, label, clean)
      clean &&= looksFirst(factor)
    }
    if (mark) say(`X.fluff(p, ${mark})`)
  }

  function explainMark(at: Around): string | undefined {
    if (at.variant !== 'explain') return undefined
    const mark = fresh('a')
    say(`const ${mark} = X.count`)
    return mark
  }

  /** A choice point: what must be put back before something else is tried from here. */
  function remember(at: Around, builds: boolean): { readonly back: string; readonly place: string } {
    const p = fresh('p')
    const back = [`p = ${p}`]
    say(`const ${p} = p`)
    if (at.variant === 'tree' && builds) {
      const [h, n] = [fresh('h'), fresh('n')]
      say(`const ${h} = H, ${n} = N`)
      back.push(`H = ${h}`, module.remembers ? `N = ${n} < M ? M : ${n}` : `N = ${n}`)
    }
    if (at.ends) {
      const e = fresh('e')
      say(`const ${e} = e`)
      back.push(`e = ${e}`)
    }
    return { back: back.join('; '), place: p }
  }

  function emitAlternatives(part: Expr & { kind: 'alt' }, at: Around, label: string, skipped: boolean): void {
    const mark = explainMark(at)
    const hoist = at.syntactic && !skipped && analysis.skipsFirst(part)
    if (hoist) skipNow()
    const clean = skipped || hoist
    const terms = part.terms
    const { back } = remember(at, terms.slice(0, -1).some(leavesNodes))
    const known = at.variant !== 'explain' && (clean || !at.syntactic)
    const guards = known ? guardsFor(terms, label) : terms.map(() => undefined)
    const done = fresh('L')
    say(`${done}: {`)
    terms.forEach((term, index) => {
      const last = index === terms.length - 1
      const next = last ? label : fresh('L')
      if (!last) say(`${next}: {`)
      if (guards[index]) say(`if (!${guards[index]}) break ${next}`)
      emit(term, at, next, clean)
      if (!last) say(`break ${done}`)
      if (!last) say('}')
      if (!last) say(back)
    })
    say('}')
    if (mark) say(`X.fluff(p, ${mark})`)
  }

  /** Tests of the unit ahead, for the alternatives that would not make the same test themselves. */
  function guardsFor(terms: readonly Expr[], label: string): (string | undefined)[] {
    const firsts = terms.map(term => analysis.first(term))
    const useful = terms.map((term, index) => !testsFirst(term) && !same(firsts[index]!, [[0, maxUnit]]))
    if (useful.filter(Boolean).length < 3 || terms.length > 30) {
      const tests = firsts.map(first => unitTest(first, 'I[p]!', module, true))
      return useful.map((wanted, index) => (wanted ? tests[index] : undefined))
    }
    const m = fresh('m')
    say(`const ${m} = ${module.choices(firsts)}[I[p]! < 128 ? I[p]! : 128]!`)
    say(`if (${m} === 0) break ${label}`)
    return firsts.map((first, index) => (same(first, [[0, maxUnit]]) ? undefined : `(${m} & ${2 ** index})`))
  }

  function emitRepetition(kind: 'star' | 'plus', body: Expr, at: Around, label: string): void {
    if (at.variant !== 'explain' && emitRun(kind, body, at, label)) return
    const mark = explainMark(at)
    const some = kind === 'plus' ? fresh('k') : undefined
    if (some) say(`let ${some} = false`)
    const loop = fresh('L')
    say(`${loop}: for (;;) {`)
    const { back } = remember(at, leavesNodes(body))
    const next = fresh('L')
    say(`${next}: {`)
    guardedBody(body, at, next, false)
    if (some) say(`${some} = true`)
    say(`continue ${loop}`)
    say('}')
    say(`${back}; break`)
    say('}')
    if (some) say(`if (!${some}) break ${label}`)
    if (mark) say(`X.fluff(p, ${mark})`)
  }

  /** What may or may not come: skip, look at the unit ahead, and only then match. */
  function guardedBody(body: Expr, at: Around, label: string, skipped: boolean): void {
    const hoist = at.syntactic && !skipped && analysis.skipsFirst(body)
    if (hoist) skipNow()
    const clean = hoist || skipped
    if (at.variant !== 'explain' && (clean || !at.syntactic) && !testsFirst(body)) {
      const first = analysis.first(body)
      if (!same(first, [[0, maxUnit]])) say(`if (!${unitTest(first, 'I[p]!', module, true)}) break ${label}`)
    }
    emit(body, at, label, clean)
  }

  /** A run of characters of one class. */
  function emitRun(kind: 'star' | 'plus', body: Expr, at: Around, label: string): boolean {
    if (at.syntactic || at.variant === 'tree') return false
    const cls = classOf(body)
    if (!cls) return false
    if (kind === 'plus') emitStep(cls, at, label)
    const blind = takesAllSurrogates(cls)
    const units = blind ? union(cls.units, surrogates) : cls.units
    if (blind && complement(units, maxUnit).length === 0) say('p = n')
    else if (units.length > 0 && (blind || takesNoSurrogate(cls)))
      say(`for (let c = I[p]!; ${unitTest(units, 'c', module)}; c = I[p]!) p++`)
    else if (units.length > 0) {
      const q = fresh('q')
      say(
        `for (;;) { const c = I[p]!; if (${unitTest(units, 'c', module)}) p++; else { const ${q} = ${module.surrogateStep(cls)}(p, c); if (${q} < 0) break; p = ${q} } }`,
      )
    }
    took(at)
    return true
  }

  function emitOption(body: Expr, at: Around, skipped: boolean): void {
    const mark = explainMark(at)
    const { back } = remember(at, leavesNodes(body))
    const [done, next] = [fresh('L'), fresh('L')]
    say(`${done}: {`)
    say(`${next}: {`)
    guardedBody(body, at, next, skipped)
    say(`break ${done}`)
    say('}')
    say(back)
    say('}')
    if (mark) say(`X.fluff(p, ${mark})`)
  }

  function silent(at: Around): Around {
    return { ...at, variant: at.variant === 'explain' ? 'explain' : 'match', ends: false }
  }

  /** What fails inside of `~` is no one's concern, so that even to explain it is only matched. */
  function emitNot(part: Expr & { kind: 'not' }, at: Around, label: string, skipped: boolean): void {
    const inner: Around = { ...at, variant: 'match', ends: false }
    const { back } = remember(inner, false)
    const missed = fresh('L')
    say(`${missed}: {`)
    guardedBody(part.body, inner, missed, skipped)
    if (at.variant === 'explain') say(back)
    say(failing(label, at, part.expected))
    say('}')
    say(back)
  }

  function emitLookahead(body: Expr, at: Around, label: string, skipped: boolean): void {
    const mark = explainMark(at)
    const { back } = remember(silent(at), false)
    guardedBody(body, silent(at), label, skipped)
    say(back)
    if (mark) say(`X.fluff(p, ${mark})`)
  }

  function emitApplication(rule: Rule, at: Around, label: string, skipped: boolean): void {
    skipBlanks(at, skipped)
    const leaf = at.variant === 'tree' && rule.own && !rule.syntactic
    const cls = leaf ? classOf(rule.body) : undefined
    if (rule.inPlace) {
      const clean = (skipped || at.syntactic) && rule.syntactic
      emit(rule.body, { ...at, syntactic: rule.syntactic && analysis.skips }, label, clean)
    } else if (cls || (leaf && rule.body.kind === 'terminal')) {
      const from = fresh('q')
      say(`const ${from} = p`)
      if (cls) emitStep(cls, { ...at, ends: false }, label)
      else emit(rule.body, { ...at, syntactic: false, ends: false }, label, true)
      say(`leaf(${module.nodeKind(rule)}, ${from}, p)`)
      took(at)
    } else if (rule.body.kind === 'end' && !rule.own) {
      say(`if (p < n) ${failing(label, at, rule.expected ?? rule.body.expected)}`)
    } else if (at.variant === 'explain' && rule.expected !== undefined) {
      emitDescribed(rule, rule.expected, at, label)
    } else emitCall(rule, at, label, leaf)
  }

  /** A rule with a description fails as a whole, at its beginning. */
  function emitDescribed(rule: Rule, expected: string, at: Around, label: string): void {
    const cls = rule.syntactic ? undefined : classOf(rule.body)
    if (cls) {
      emitStep(cls, at, label, expected)
      return
    }
    const q = fresh('q')
    say(`const ${q} = ${module.functionOf(rule, rule.syntactic ? 'tree' : 'match')}(p)`)
    if (rule.syntactic) say('N = 5; H = 0')
    say(`if (${q} < 0) ${failing(label, at, expected)}`)
    say(`p = ${q}`)
  }

  function emitCall(rule: Rule, at: Around, label: string, leaf: boolean): void {
    const variant = at.variant === 'tree' && !rule.syntactic ? 'match' : at.variant
    const q = fresh('q')
    say(`const ${q} = ${module.functionOf(rule, variant)}(p)`)
    say(`if (${q} < 0) break ${label}`)
    if (leaf) say(`leaf(${module.nodeKind(rule)}, p, ${q})`)
    const trails = variant === 'tree' && analysis.trails(rule.body, true)
    if (at.ends) say(trails ? `if (E > p) e = E` : `if (${q} > p) e = ${q}`)
    say(`p = ${q}`)
  }

  emit(expr, { ...around, syntactic: around.syntactic && analysis.skips }, fail, false)
  return lines
}

function looksFirst(expr: Expr): boolean {
  return expr.kind === 'not' || expr.kind === 'look'
}

/** Whether a match of `expr` may leave nodes in the tree. */
export function leavesNodes(expr: Expr): boolean {
  switch (expr.kind) {
    case 'apply':
      return expr.rule.own || (expr.rule.inPlace && leavesNodes(expr.rule.body))
    case 'alt':
      return expr.terms.some(leavesNodes)
    case 'seq':
      return expr.factors.some(leavesNodes)
    case 'star':
    case 'plus':
    case 'opt':
    case 'lex':
      return leavesNodes(expr.body)
    default:
      return false
  }
}

/** Whether the statements for `expr` begin with the very test that a guard would make. */
function testsFirst(expr: Expr): boolean {
  switch (expr.kind) {
    case 'terminal':
    case 'insensitive':
    case 'any':
    case 'range':
    case 'unicode':
      return true
    case 'seq':
      return classOf(expr) !== undefined || (expr.factors[0] !== undefined && testsFirst(expr.factors[0]))
    case 'plus':
    case 'lex':
      return testsFirst(expr.body)
    case 'apply':
      return !expr.rule.syntactic && classOf(expr) !== undefined
    case 'alt':
      return classOf(expr) !== undefined
    default:
      return false
  }
}
