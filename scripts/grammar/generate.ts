/** From one expression to the statements that match it. */
import { emitApplication } from './applications.js'
import { classOf } from './characters.js'
import { emitAlternatives, emitLookahead, emitNot, emitOption, emitRepetition } from './choices.js'
import type { Expr } from './expressions.js'
import { emitCharacter, emitStep, emitText } from './steps.js'
import { type Around, explainMark, failing, type Module, skipBlanks, skipNow, type Writer } from './writer.js'

/**
 * Writes statements that move `p` behind a match of an expression, or leave by `break` to a label.
 * After a failure `p` may be anywhere; after either, `H` and `N` are as the alternatives need them.
 */
export function bodyOf(expr: Expr, around: Around, module: Module, fail: string): string[] {
  const lines: string[] = []
  let count = 0
  const w: Writer = {
    module,
    say: line => void lines.push(line),
    fresh: letter => `${letter}${++count}`,
    emit: (part, at, label, skipped) => emit(w, part, at, label, skipped),
  }
  emit(w, expr, { ...around, syntactic: around.syntactic && module.analysis.skips }, fail, false)
  return lines
}

function emit(w: Writer, part: Expr, at: Around, label: string, skipped: boolean): void {
  if (at.variant !== 'explain' && emitCharacter(w, part, at, label, skipped)) return
  switch (part.kind) {
    case 'terminal':
    case 'insensitive':
      emitText(w, part, at, label, skipped)
      break
    case 'any':
    case 'range':
    case 'unicode':
      skipBlanks(w, at, skipped)
      emitStep(w, classOf(part)!, at, label, part.expected)
      break
    case 'end':
      skipBlanks(w, at, skipped)
      w.say(`if (p < n) ${failing(w, label, at, part.expected)}`)
      break
    case 'skip':
      skipNow(w)
      break
    case 'lex':
      w.emit(part.body, { ...at, syntactic: false }, label, false)
      break
    case 'seq':
      emitSequence(w, part.factors, at, label, skipped)
      break
    case 'alt':
      emitAlternatives(w, part, at, label, skipped)
      break
    case 'star':
    case 'plus':
      emitRepetition(w, part.kind, part.body, at, label)
      break
    case 'opt':
      emitOption(w, part.body, at, skipped)
      break
    case 'not':
      emitNot(w, part, at, label, skipped)
      break
    case 'look':
      emitLookahead(w, part.body, at, label, skipped)
      break
    case 'apply':
      emitApplication(w, part.rule, at, label, skipped)
  }
}

function emitSequence(
  w: Writer,
  factors: readonly Expr[],
  at: Around,
  label: string,
  skipped: boolean,
): void {
  const mark = factors.length > 1 ? explainMark(w, at) : undefined
  const hoist =
    at.syntactic &&
    !skipped &&
    factors.length > 1 &&
    looksFirst(factors[0]!) &&
    w.module.analysis.skipsFirst({ kind: 'seq', factors })
  if (hoist) skipNow(w)
  let clean = skipped || hoist
  for (const factor of factors) {
    w.emit(factor, at, label, clean)
    clean &&= looksFirst(factor)
  }
  if (mark) w.say(`X.fluff(p, ${mark})`)
}

function looksFirst(expr: Expr): boolean {
  return expr.kind === 'not' || expr.kind === 'look'
}
