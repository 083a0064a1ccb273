/** Statements that try one thing and then another: alternatives, repetitions, options and lookaheads. */
import { classOf, maxUnit, unitTest } from './characters.js'
import { type Expr, leavesNodes } from './expressions.js'
import { same } from './ranges.js'
import { emitRun } from './steps.js'
import { type Around, explainMark, failing, remember, skipNow, type Writer } from './writer.js'

export function emitAlternatives(
  w: Writer,
  part: Expr & { kind: 'alt' },
  at: Around,
  label: string,
  skipped: boolean,
): void {
  const mark = explainMark(w, at)
  const hoist = at.syntactic && !skipped && w.module.analysis.skipsFirst(part)
  if (hoist) skipNow(w)
  const clean = skipped || hoist
  const terms = part.terms
  const { back } = remember(w, at, terms.slice(0, -1).some(leavesNodes))
  const known = at.variant !== 'explain' && (clean || !at.syntactic)
  const guards = known ? guardsFor(w, terms, label) : terms.map(() => undefined)
  const done = w.fresh('L')
  w.say(`${done}: {`)
  terms.forEach((term, index) => {
    const last = index === terms.length - 1
    const next = last ? label : w.fresh('L')
    if (!last) w.say(`${next}: {`)
    if (guards[index]) w.say(`if (!${guards[index]}) break ${next}`)
    w.emit(term, at, next, clean)
    if (!last) w.say(`break ${done}`)
    if (!last) w.say('}')
    if (!last) w.say(back)
  })
  w.say('}')
  if (mark) w.say(`X.fluff(p, ${mark})`)
}

/** Tests of the unit ahead, for the alternatives that would not make the same test themselves. */
function guardsFor(w: Writer, terms: readonly Expr[], label: string): (string | undefined)[] {
  const firsts = terms.map(term => w.module.analysis.first(term))
  const useful = terms.map((term, index) => !testsFirst(term) && !same(firsts[index]!, [[0, maxUnit]]))
  if (useful.filter(Boolean).length < 3 || terms.length > 30) {
    const tests = firsts.map(first => unitTest(first, 'I[p]!', w.module, true))
    return useful.map((wanted, index) => (wanted ? tests[index] : undefined))
  }
  const m = w.fresh('m')
  w.say(`const ${m} = ${w.module.choices(firsts)}[I[p]! < 128 ? I[p]! : 128]!`)
  w.say(`if (${m} === 0) break ${label}`)
  return firsts.map((first, index) => (same(first, [[0, maxUnit]]) ? undefined : `(${m} & ${2 ** index})`))
}

export function emitRepetition(
  w: Writer,
  kind: 'star' | 'plus',
  body: Expr,
  at: Around,
  label: string,
): void {
  if (at.variant !== 'explain' && emitRun(w, kind, body, at, label)) return
  const mark = explainMark(w, at)
  const some = kind === 'plus' ? w.fresh('k') : undefined
  if (some) w.say(`let ${some} = false`)
  const loop = w.fresh('L')
  w.say(`${loop}: for (;;) {`)
  const { back } = remember(w, at, leavesNodes(body))
  const next = w.fresh('L')
  w.say(`${next}: {`)
  guardedBody(w, body, at, next, false)
  if (some) w.say(`${some} = true`)
  w.say(`continue ${loop}`)
  w.say('}')
  w.say(`${back}; break`)
  w.say('}')
  if (some) w.say(`if (!${some}) break ${label}`)
  if (mark) w.say(`X.fluff(p, ${mark})`)
}

/** What may or may not come: skip, look at the unit ahead, and only then match. */
function guardedBody(w: Writer, body: Expr, at: Around, label: string, skipped: boolean): void {
  const hoist = at.syntactic && !skipped && w.module.analysis.skipsFirst(body)
  if (hoist) skipNow(w)
  const clean = hoist || skipped
  if (at.variant !== 'explain' && (clean || !at.syntactic) && !testsFirst(body)) {
    const first = w.module.analysis.first(body)
    if (!same(first, [[0, maxUnit]]))
      w.say(`if (!${unitTest(first, 'I[p]!', w.module, true)}) break ${label}`)
  }
  w.emit(body, at, label, clean)
}

export function emitOption(w: Writer, body: Expr, at: Around, skipped: boolean): void {
  const mark = explainMark(w, at)
  const { back } = remember(w, at, leavesNodes(body))
  const [done, next] = [w.fresh('L'), w.fresh('L')]
  w.say(`${done}: {`)
  w.say(`${next}: {`)
  guardedBody(w, body, at, next, skipped)
  w.say(`break ${done}`)
  w.say('}')
  w.say(back)
  w.say('}')
  if (mark) w.say(`X.fluff(p, ${mark})`)
}

function silent(at: Around): Around {
  return { ...at, variant: at.variant === 'explain' ? 'explain' : 'match', ends: false }
}

/** What fails inside of `~` is no one's concern, so that even to explain it is only matched. */
export function emitNot(
  w: Writer,
  part: Expr & { kind: 'not' },
  at: Around,
  label: string,
  skipped: boolean,
): void {
  const inner: Around = { ...at, variant: 'match', ends: false }
  const { back } = remember(w, inner, false)
  const missed = w.fresh('L')
  w.say(`${missed}: {`)
  guardedBody(w, part.body, inner, missed, skipped)
  if (at.variant === 'explain') w.say(back)
  w.say(failing(w, label, at, part.expected))
  w.say('}')
  w.say(back)
}

export function emitLookahead(w: Writer, body: Expr, at: Around, label: string, skipped: boolean): void {
  const mark = explainMark(w, at)
  const { back } = remember(w, silent(at), false)
  guardedBody(w, body, silent(at), label, skipped)
  w.say(back)
  if (mark) w.say(`X.fluff(p, ${mark})`)
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
