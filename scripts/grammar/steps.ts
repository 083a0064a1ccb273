/** Statements that take characters: one of a class, a text, a run. */
import {
  type CharClass,
  classOf,
  foldedUnits,
  maxUnit,
  surrogates,
  takesAllSurrogates,
  takesNoSurrogate,
  unitTest,
} from './characters.js'
import { type Expr, leavesNodes } from './expressions.js'
import { complement, has, union } from './ranges.js'
import { type Around, failing, skipBlanks, took, type Writer } from './writer.js'

/** True when the part was one character and has been written. */
export function emitCharacter(w: Writer, part: Expr, at: Around, label: string, skipped: boolean): boolean {
  if (part.kind === 'apply' && part.rule.own && at.variant === 'tree') return false
  if (at.syntactic && part.kind !== 'lex' && !w.module.analysis.skipsFirst(part)) return false
  const cls = classOf(part, inner => at.variant === 'match' || !leavesNodes(inner))
  if (!cls) return false
  if (part.kind !== 'lex') skipBlanks(w, at, skipped)
  emitStep(w, cls, at, label)
  return true
}

export function emitStep(w: Writer, cls: CharClass, at: Around, label: string, expected?: string): void {
  const leave = expected === undefined ? `{ break ${label} }` : failing(w, label, at, expected)
  if (takesNoSurrogate(cls)) {
    w.say(`if (!${unitTest(cls.units, 'I[p]!', w.module)}) ${leave}`)
    w.say('p++')
  } else {
    const [c, q] = [w.fresh('c'), w.fresh('q')]
    w.say(`const ${c} = I[p]!`)
    w.say(`if (${unitTest(cls.units, c, w.module)}) p++`)
    w.say(`else {`)
    w.say(`const ${q} = ${w.module.surrogateStep(cls)}(p, ${c})`)
    w.say(`if (${q} < 0) ${leave}`)
    w.say(`p = ${q}`)
    w.say('}')
  }
  took(w, at)
}

export function emitText(
  w: Writer,
  part: Expr & { kind: 'terminal' | 'insensitive' },
  at: Around,
  label: string,
  skipped: boolean,
): void {
  skipBlanks(w, at, skipped)
  const { text } = part
  const tests = text.split('').map((char, index) => {
    const unit = index === 0 ? 'I[p]!' : `I[p + ${index}]!`
    const code = char.charCodeAt(0)
    const folded = part.kind === 'insensitive' ? foldedUnits(char) : ([[code, code]] as const)
    const test = unitTest(folded, unit, w.module, true)
    return has(folded, 0) ? `${test} && p + ${index} < n` : test
  })
  if (text.length > 0) w.say(`if (!(${tests.join(' && ')})) ${failing(w, label, at, part.expected)}`)
  if (text.length > 0) w.say(`p += ${text.length}`)
  if (text.length > 0) took(w, at)
}

const LINE_BREAK = 10
/** A run that is no longer is gone over again sooner than it is remembered. */
const SHORT = 64

/**
 * A run that lines do not end: where what follows it is missing, every line would go over all the lines behind it. From
 * anywhere in the last long run, the run ends where that ended.
 */
function sayRemembered(w: Writer, loop: string): void {
  const [from, to] = w.module.run()
  w.say(`if (p < ${to} && p >= ${from}) p = ${to}`)
  w.say(
    `else { const s = p; ${loop}; if (p - s > ${SHORT}) { ${assigned(from)} = s; ${assigned(to)} = p; L = true } }`,
  )
}

/** What a value is written to: no value, so that it is not said to be there. */
const assigned = (value: string): string => value.replace(/!$/, '')

/** A run of characters of one class. */
export function emitRun(w: Writer, kind: 'star' | 'plus', body: Expr, at: Around, label: string): boolean {
  if (at.syntactic || at.variant === 'tree') return false
  const cls = classOf(body)
  if (!cls) return false
  if (kind === 'plus') emitStep(w, cls, at, label)
  const blind = takesAllSurrogates(cls)
  const units = blind ? union(cls.units, surrogates) : cls.units
  if (blind && complement(units, maxUnit).length === 0) w.say('p = n')
  else if (units.length > 0 && (blind || takesNoSurrogate(cls))) {
    const loop = `for (let c = I[p]!; ${unitTest(units, 'c', w.module)}; c = I[p]!) p++`
    if (has(units, LINE_BREAK)) sayRemembered(w, loop)
    else w.say(loop)
  } else if (units.length > 0) {
    const q = w.fresh('q')
    w.say(
      `for (;;) { const c = I[p]!; if (${unitTest(units, 'c', w.module)}) p++; else { const ${q} = ${w.module.surrogateStep(cls)}(p, c); if (${q} < 0) break; p = ${q} } }`,
    )
  }
  took(w, at)
  return true
}
