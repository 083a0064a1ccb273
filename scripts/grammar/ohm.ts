/**
 * A parser that interprets a grammar with ohm-js. Slow; it is the reference that the compiled parsers
 * are tested against, and no converter depends on it at run time.
 */
import * as ohm from 'ohm-js'
import type { Failure, ParseOptions, ParseResult, Parser, Tree } from '../../src/syntax/tree.js'

/** What ohm-js builds for one match; its nodes are not in the published types. */
interface Cst {
  readonly matchLength: number
  readonly ctorName: string
  readonly children?: readonly Cst[]
  readonly childOffsets?: readonly number[]
  isTerminal(): boolean
  isIteration(): boolean
}
interface Placed {
  readonly node: Cst
  readonly start: number
}
interface RecordedFailure {
  isFluffy(): boolean
  toString(): string
}
interface Match {
  readonly _cst: Cst
  readonly _cstOffset: number
  succeeded(): boolean
  getRightmostFailurePosition(): number
  getRightmostFailures(): readonly RecordedFailure[]
}

const builtIn = new Set<string>()
for (const rule in ohm.grammar('OnlyBuiltIn {}').superGrammar.rules) builtIn.add(rule)

/** The grammar that a file is about: the last one in it. Throws what ohm-js throws for a faulty grammar. */
export function loadGrammar(source: string): ohm.Grammar {
  const grammars = Object.values(ohm.grammars(source))
  const last = grammars.at(-1)
  if (!last) throw new Error('Missing grammar definition')
  return last
}

/** True for the rules that every grammar inherits from Ohm (`letter`, `ListOf` …), overridden or not. */
export function isBuiltIn(rule: string): boolean {
  return builtIn.has(rule)
}

export function isLexical(rule: string): boolean {
  const first = rule.charAt(0)
  return first !== first.toUpperCase() || first === first.toLowerCase()
}

/** Built-in rules with parameters: what stands in their arguments belongs to the rule around them. */
export const transparent: ReadonlySet<string> = new Set([
  'ListOf',
  'NonemptyListOf',
  'EmptyListOf',
  'listOf',
  'nonemptyListOf',
  'emptyListOf',
  'applySyntactic',
])

/**
 * A parser for the last grammar of an Ohm source. A text that nests deeper than the stack allows fails
 * as `tooDeep`. Throws, as ohm-js does, when the source is no grammar.
 */
export function ohmParser(source: string): Parser {
  const grammar = loadGrammar(source)
  hideLookaheads(grammar)
  return {
    parse(text: string, options: ParseOptions = {}): ParseResult {
      const { start = 0, end = text.length, rule } = options
      if (rule !== undefined && !grammar.rules[rule]) throw new TypeError(`The grammar has no rule ${rule}`)
      try {
        const match = grammar.match(text.slice(start, end), rule) as unknown as Match
        if (!match.succeeded()) return { ok: false, failure: failureOf(match, start) }
        return { ok: true, tree: treeOf({ node: match._cst, start: start + match._cstOffset }, text) }
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        return { ok: false, failure: { offset: start, expected: [], tooDeep: true } }
      }
    },
  }
}

function failureOf(match: Match, start: number): Failure {
  const recorded = match.getRightmostFailures()
  const firm = recorded.filter(failure => !failure.isFluffy())
  const expected = [...new Set((firm.length > 0 ? firm : recorded).map(failure => failure.toString()))]
  return { offset: start + match.getRightmostFailurePosition(), expected }
}

function treeOf({ node, start }: Placed, text: string, siblings: readonly Placed[] = [], place = 0): Tree {
  const rule = node.ctorName
  const end = consumedEnd({ node, start }) ?? start
  let children: readonly Tree[] | undefined
  return {
    rule,
    start,
    end,
    get text() {
      return text.slice(start, end)
    },
    get children() {
      if (!children) {
        const inside = isLexical(rule) ? [] : ownApplications({ node, start })
        children = inside.map((child, index) => treeOf(child, text, inside, index))
      }
      return children
    },
    get first() {
      return this.children[0]
    },
    get next() {
      const next = siblings[place + 1]
      return next && treeOf(next, text, siblings, place + 1)
    },
  }
}

/** The applications of the grammar's own rules in the body of `parent`, in source order. */
function ownApplications(parent: Placed): Placed[] {
  return inOrder(parent).flatMap(child => {
    if (child.node.isTerminal()) return []
    if (!isBuiltIn(child.node.ctorName)) return [child]
    return transparent.has(child.node.ctorName) ? ownApplications(child) : []
  })
}

/** Where the last character stood that `placed` took; blanks skipped after it do not count. */
function consumedEnd({ node, start }: Placed): number | undefined {
  const seeThrough = !node.isTerminal() && (!isLexical(node.ctorName) || transparent.has(node.ctorName))
  if (!seeThrough) return node.matchLength > 0 ? start + node.matchLength : undefined
  for (const child of inOrder({ node, start }).reverse()) {
    const end = consumedEnd(child)
    if (end !== undefined) return end
  }
  return undefined
}

/** The children of a rule application; ohm-js keeps the columns of `(a b)*` apart, here they alternate. */
function inOrder({ node, start }: Placed): Placed[] {
  const { children = [], childOffsets = [] } = node
  const placed: Placed[] = children.map((child, index) => ({
    node: child,
    start: start + childOffsets[index]!,
  }))
  return interleave(placed, start)
}

function interleave(siblings: readonly Placed[], base: number): Placed[] {
  const out: Placed[] = []
  for (let index = 0; index < siblings.length; ) {
    const first = siblings[index]!
    if (!first.node.isIteration()) {
      out.push(first)
      index++
      continue
    }
    let next = index + 1
    while (next < siblings.length && sameIteration(first, siblings[next]!)) next++
    const columns = siblings.slice(index, next)
    for (let row = 0; row < first.node.children!.length; row++) {
      const cells = columns.map(({ node }) => ({
        node: node.children![row]!,
        start: base + node.childOffsets![row]!,
      }))
      for (const cell of interleave(cells, base)) out.push(cell)
    }
    index = next
  }
  return out
}

/** Every round of an iteration takes a character, so two iterations of several rounds differ in start. */
function sameIteration(a: Placed, b: Placed): boolean {
  return b.node.isIteration() && a.start === b.start && a.node.children!.length === b.node.children!.length
}

/** What a lookahead matched is no part of the tree: it leaves an empty terminal for each of its bindings. */
class SilentLookahead extends (ohm.pexprs.Lookahead as unknown as new (expr: unknown) => object) {
  eval(state: { _bindings: unknown[] }): boolean {
    const before = state._bindings.length
    const matched: boolean = (ohm.pexprs.Lookahead.prototype as unknown as SilentLookahead).eval.call(
      this,
      state,
    )
    for (let index = before; matched && index < state._bindings.length; index++) {
      state._bindings[index] = { matchLength: 0, isTerminal: () => true, isIteration: () => false }
    }
    return matched
  }
}

type Body = { expr?: Body; terms?: Body[]; factors?: Body[]; args?: Body[] }

function hideLookaheads(grammar: ohm.Grammar): void {
  const replaced = (body: Body): Body => {
    if (body.expr) body.expr = replaced(body.expr)
    if (body.terms) body.terms = body.terms.map(replaced)
    if (body.factors) body.factors = body.factors.map(replaced)
    if (body.args) body.args = body.args.map(replaced)
    const isLookahead = body instanceof ohm.pexprs.Lookahead && !(body instanceof SilentLookahead)
    return isLookahead ? (new SilentLookahead(body.expr) as Body) : body
  }
  for (let from: ohm.Grammar | undefined = grammar; from && !from.isBuiltIn(); from = from.superGrammar) {
    for (const name of Object.keys(from.rules))
      from.rules[name]!.body = replaced(from.rules[name]!.body as Body) as ohm.PExpr
  }
}
