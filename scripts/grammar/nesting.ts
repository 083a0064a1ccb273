/** Rules that nest: where the depth is counted, and which results must be remembered. */

import type { Analysis } from './analysis.js'
import { leadingRules, partsOf } from './analysis.js'
import type { Expr, Rule, Rules } from './expressions.js'
import { intersect } from './ranges.js'

export interface Nesting {
  /** Every cycle of applications runs through one of these. */
  readonly counted: ReadonlySet<Rule>
  /**
   * Rules that alternatives can re-try at one place, and that nest. Without memory each level of nesting
   * would double the work.
   */
  readonly remembered: ReadonlySet<Rule>
}

/*
 * What happens at the end of the text costs a constant, so that `end` counts here as if it took something.
 */
export function findNesting(rules: Rules, analysis: Analysis): Nesting {
  const reached = reachOf(rules)
  const nests = (rule: Rule) => reached.get(rule)!.has(rule)
  const remembered = new Set<Rule>()
  const after = followers(rules, analysis, nests)
  for (const rule of rules.all.filter(nests)) {
    // A retry from outside of a cycle costs a constant factor; inside, it costs one at each level.
    const inCycle = (other: Rule) => reached.get(rule)!.has(other) && reached.get(other)!.has(rule)
    const lead = leadReach(analysis, inCycle, remembered)
    rememberRetried(rule, { analysis, lead, after, remembered, nests: inCycle })
  }
  return { counted: cycleHeads(rules), remembered }
}

interface Search {
  readonly analysis: Analysis
  readonly lead: (expr: Expr) => Set<Rule>
  readonly after: ReadonlyMap<Rule, Set<Rule>>
  readonly remembered: Set<Rule>
  readonly nests: (rule: Rule) => boolean
}

/** For each rule, the rules that its body applies, and theirs in turn. */
function reachOf(rules: Rules): Map<Rule, Set<Rule>> {
  const reachFrom = (rule: Rule) => {
    const reached = appliedIn(rule.body)
    for (const from of reached) for (const to of appliedIn(from.body)) reached.add(to)
    return reached
  }
  return new Map(rules.all.map(rule => [rule, reachFrom(rule)]))
}

export function appliedIn(expr: Expr): Set<Rule> {
  const found = new Set<Rule>()
  const visit = (part: Expr): void => {
    if (part.kind === 'apply') found.add(part.rule)
    partsOf(part).forEach(visit)
  }
  visit(expr)
  return found
}

/** The targets of back edges in a walk from every rule. */
function cycleHeads(rules: Rules): Set<Rule> {
  const heads = new Set<Rule>()
  const done = new Set<Rule>()
  const open = new Set<Rule>()
  const visit = (rule: Rule): void => {
    open.add(rule)
    for (const to of appliedIn(rule.body)) {
      if (open.has(to)) heads.add(to.inPlace ? rule : to)
      else if (!done.has(to)) visit(to)
    }
    open.delete(rule)
    done.add(rule)
  }
  for (const rule of rules.all) if (!done.has(rule)) visit(rule)
  return heads
}

/**
 * The nesting rules that an expression may apply before it has taken a character, through other rules
 * too, but not through remembered ones: what those re-try, they re-try for nothing.
 */
function leadReach(analysis: Analysis, nests: (rule: Rule) => boolean, remembered: ReadonlySet<Rule>) {
  return (expr: Expr): Set<Rule> => {
    const found = new Set<Rule>()
    const queue = [...leadingRules(expr, analysis.skippable)]
    for (const rule of queue) {
      if (found.has(rule) || !nests(rule)) continue
      found.add(rule)
      if (!remembered.has(rule)) queue.push(...leadingRules(rule.body, analysis.skippable))
    }
    return found
  }
}

/** For each rule, the nesting rules that may be applied at the place where it ends. */
function followers(rules: Rules, analysis: Analysis, nests: (rule: Rule) => boolean): Map<Rule, Set<Rule>> {
  const after = new Map(rules.all.map(rule => [rule, new Set<Rule>()]))
  const lead = leadReach(analysis, nests, new Set())
  let grown = true
  const add = (to: Set<Rule>, what: Iterable<Rule>) => {
    for (const rule of what) {
      if (to.has(rule)) continue
      to.add(rule)
      grown = true
    }
  }
  while (grown) {
    grown = false
    for (const rule of rules.all) {
      eachWithRest(rule.body, new Set(after.get(rule)), lead, analysis, (part, rest) => {
        if (part.kind === 'apply') add(after.get(part.rule)!, rest)
      })
    }
  }
  return after
}

/** Visits every part of `expr` with the rules that may be applied where it ends. */
function eachWithRest(
  expr: Expr,
  rest: Set<Rule>,
  lead: (expr: Expr) => Set<Rule>,
  analysis: Analysis,
  visit: (part: Expr, rest: Set<Rule>) => void,
): void {
  visit(expr, rest)
  if (expr.kind === 'seq') {
    let following = rest
    for (const factor of expr.factors.toReversed()) {
      eachWithRest(factor, following, lead, analysis, visit)
      const own = lead(factor)
      following = analysis.skippable(factor) ? new Set([...own, ...following]) : own
    }
    return
  }
  const repeated = expr.kind === 'star' || expr.kind === 'plus' ? lead(expr) : []
  for (const part of partsOf(expr)) eachWithRest(part, new Set([...rest, ...repeated]), lead, analysis, visit)
}

function rememberRetried(rule: Rule, search: Search): void {
  const { analysis, lead, after, remembered } = search
  eachWithRest(rule.body, new Set(after.get(rule)), lead, analysis, (part, rest) => {
    if (part.kind === 'alt') {
      part.terms.forEach((term, index) => {
        for (const later of part.terms.slice(index + 1)) rememberShared(term, later, search)
      })
    } else if (part.kind === 'opt' || part.kind === 'star' || part.kind === 'not' || part.kind === 'look') {
      for (const again of outermost(lead(part.body), rest, search)) remembered.add(again)
    }
  })
}

/** Two alternatives that may begin alike: the rules they share, at their beginning or after a shared one. */
function rememberShared(a: Expr, b: Expr, search: Search): void {
  const { analysis, lead, remembered } = search
  if (intersect(analysis.first(a), analysis.first(b)).length === 0) return
  for (const again of outermost(lead(a), lead(b), search)) remembered.add(again)
  const shared = inner(a, search)
  for (const again of inner(b, search)) if (shared.has(again)) remembered.add(again)
}

/** Of the rules in both sets, those that are not reached through another of them. */
function outermost(a: ReadonlySet<Rule>, b: ReadonlySet<Rule>, { lead, remembered }: Search): Rule[] {
  const shared = [...a].filter(rule => b.has(rule))
  const fresh = shared.filter(rule => !remembered.has(rule))
  return fresh.filter(
    rule =>
      !shared.some(other => other !== rule && lead(other.body).has(rule) && !lead(rule.body).has(other)),
  )
}

/** Nesting rules that `expr` applies behind its beginning, up to the next remembered rule. */
function inner(expr: Expr, { analysis, nests, remembered }: Search): Set<Rule> {
  const found = new Set<Rule>()
  const seen = new Set<Rule>()
  const visit = (part: Expr): void => {
    const leads = leadingRules(part, analysis.skippable)
    for (const rule of appliedIn(part)) {
      if (!nests(rule)) continue
      if (!leads.has(rule)) found.add(rule)
      if (seen.has(rule) || remembered.has(rule) || !leads.has(rule)) continue
      seen.add(rule)
      visit(rule.body)
    }
  }
  visit(expr)
  return found
}
