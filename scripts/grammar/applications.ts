/** Statements that apply a rule, and leave its node. */
import { classOf } from './characters.js'
import type { Rule } from './expressions.js'
import { emitStep } from './steps.js'
import { type Around, failing, skipBlanks, took, type Writer } from './writer.js'

export function emitApplication(w: Writer, rule: Rule, at: Around, label: string, skipped: boolean): void {
  skipBlanks(w, at, skipped)
  const leaf = at.variant === 'tree' && rule.own && !rule.syntactic
  const cls = leaf ? classOf(rule.body) : undefined
  if (rule.inPlace) {
    const clean = (skipped || at.syntactic) && rule.syntactic
    w.emit(rule.body, { ...at, syntactic: rule.syntactic && w.module.analysis.skips }, label, clean)
  } else if (cls || (leaf && rule.body.kind === 'terminal')) {
    const from = w.fresh('q')
    w.say(`const ${from} = p`)
    if (cls) emitStep(w, cls, { ...at, ends: false }, label)
    else w.emit(rule.body, { ...at, syntactic: false, ends: false }, label, true)
    w.say(`leaf(${w.module.nodeKind(rule)}, ${from}, p)`)
    took(w, at)
  } else if (rule.body.kind === 'end' && !rule.own) {
    w.say(`if (p < n) ${failing(w, label, at, rule.expected ?? rule.body.expected)}`)
  } else if (at.variant === 'explain' && rule.expected !== undefined) {
    emitDescribed(w, rule, rule.expected, at, label)
  } else emitCall(w, rule, at, label, leaf)
}

/** A rule with a description fails as a whole, at its beginning. */
function emitDescribed(w: Writer, rule: Rule, expected: string, at: Around, label: string): void {
  const cls = rule.syntactic ? undefined : classOf(rule.body)
  if (cls) {
    emitStep(w, cls, at, label, expected)
    return
  }
  const q = w.fresh('q')
  w.say(`const ${q} = ${w.module.functionOf(rule, rule.syntactic ? 'tree' : 'match')}(p)`)
  if (rule.syntactic) w.say('N = 5; H = 0')
  w.say(`if (${q} < 0) ${failing(w, label, at, expected)}`)
  w.say(`p = ${q}`)
}

function emitCall(w: Writer, rule: Rule, at: Around, label: string, leaf: boolean): void {
  const variant = at.variant === 'tree' && !rule.syntactic ? 'match' : at.variant
  const q = w.fresh('q')
  w.say(`const ${q} = ${w.module.functionOf(rule, variant)}(p)`)
  w.say(`if (${q} < 0) break ${label}`)
  if (leaf) w.say(`leaf(${w.module.nodeKind(rule)}, p, ${q})`)
  const trails = variant === 'tree' && w.module.analysis.trails(rule.body, true)
  if (at.ends) w.say(trails ? `if (E > p) e = E` : `if (${q} > p) e = ${q}`)
  w.say(`p = ${q}`)
}
