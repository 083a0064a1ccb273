/**
 * A grammar as the compiler sees it: the parsing expressions of ohm-js in a closed list of kinds, and
 * one rule for every set of arguments that a rule is applied with.
 */
import * as ohm from 'ohm-js'
import { isBuiltIn, isLexical, transparent } from './ohm.js'

export type Expr =
  | { readonly kind: 'any' | 'end'; readonly expected: string }
  | { readonly kind: 'terminal' | 'insensitive'; readonly text: string; readonly expected: string }
  | {
      readonly kind: 'range'
      readonly from: number
      readonly to: number
      readonly points: boolean
      readonly expected: string
    }
  | { readonly kind: 'unicode'; readonly pattern: RegExp; readonly expected: string }
  | { readonly kind: 'alt'; readonly terms: readonly Expr[] }
  | { readonly kind: 'seq'; readonly factors: readonly Expr[] }
  | { readonly kind: 'star' | 'plus' | 'opt' | 'look' | 'lex'; readonly body: Expr }
  | { readonly kind: 'not'; readonly body: Expr; readonly expected: string }
  | { readonly kind: 'apply'; readonly rule: Rule }
  /** The blanks after what `applySyntactic` applies. */
  | { readonly kind: 'skip' }

export interface Rule {
  /** The place in `Rules.all`. */
  readonly index: number
  /** With its arguments: `ListOf<a,",">`. */
  readonly key: string
  readonly name: string
  readonly syntactic: boolean
  /** The grammar's own, not inherited from Ohm. */
  readonly own: boolean
  /** A built-in rule that is written in place of its application. */
  readonly inPlace: boolean
  /** In the words of its description, where it has one. */
  readonly expected: string | undefined
  readonly body: Expr
}

export interface Rules {
  readonly all: readonly Rule[]
  /** The rules that a parse may start from, by name. */
  readonly starts: ReadonlyMap<string, Rule>
  readonly defaultStart: string
  /** Ohm's `spaces`: what is skipped in syntactic rules. */
  readonly spaces: Rule
}

/** The fields of ohm-js's expressions, most of which its published types leave out. */
interface Pexpr {
  readonly obj?: unknown
  readonly from?: string
  readonly to?: string
  readonly matchCodePoint?: boolean
  readonly pattern?: RegExp
  readonly terms?: readonly Pexpr[]
  readonly factors?: readonly Pexpr[]
  readonly expr?: Pexpr
  readonly ruleName?: string
  readonly args?: readonly Pexpr[]
  toString(): string
  substituteParams(actuals: readonly Pexpr[]): Pexpr
  toFailure(grammar: ohm.Grammar): { toString(): string }
}

/** An application that is longer than this has arguments that grow with each application. */
const longestApplication = 1000

/** Throws for what the compiler does not know, and for a repetition of something that may be empty. */
export function readRules(grammar: ohm.Grammar): Rules {
  const all: Rule[] = []
  const known = new Map<string, Rule>()
  const waiting: (() => void)[] = []

  const apply = (name: string, args: readonly Pexpr[]): Rule => {
    const key = args.length === 0 ? name : `${name}<${args.join(',')}>`
    const old = known.get(key)
    if (old) return old
    if (key.length > longestApplication)
      throw new Error(`Rule ${name} is applied with arguments that grow without end`)
    const { body, description } = grammar.rules[name]!
    const rule = {
      index: all.length,
      key,
      name,
      syntactic: !isLexical(name),
      own: !isBuiltIn(name),
      inPlace: transparent.has(name),
      expected: description || undefined,
      body: { kind: 'seq', factors: [] } as Expr,
    }
    known.set(key, rule)
    all.push(rule)
    waiting.push(() => {
      const inner = convert((body as unknown as Pexpr).substituteParams(args), name)
      rule.body = name === 'applySyntactic' ? { kind: 'seq', factors: [inner, { kind: 'skip' }] } : inner
    })
    return rule
  }

  const convert = (pexpr: Pexpr, inRule: string): Expr => {
    const { pexprs } = ohm
    const expected = () => wordsFor(pexpr, grammar)
    const inner = () => convert(pexpr.expr!, inRule)
    if (pexpr === (pexprs.any as unknown)) return { kind: 'any', expected: expected() }
    if (pexpr === (pexprs.end as unknown)) return { kind: 'end', expected: expected() }
    if (pexpr instanceof pexprs.Terminal && typeof pexpr.obj === 'string') {
      return { kind: 'terminal', text: pexpr.obj, expected: expected() }
    }
    if (pexpr instanceof pexprs.CaseInsensitiveTerminal) {
      const { obj } = pexpr.obj as Pexpr
      if (typeof obj === 'string') return { kind: 'insensitive', text: obj, expected: expected() }
    }
    if (pexpr instanceof pexprs.Range) {
      const [from, to] = [pexpr.from!.codePointAt(0)!, pexpr.to!.codePointAt(0)!]
      return { kind: 'range', from, to, points: pexpr.matchCodePoint === true, expected: expected() }
    }
    if (pexpr instanceof pexprs.UnicodeChar)
      return { kind: 'unicode', pattern: pexpr.pattern!, expected: expected() }
    if (pexpr instanceof pexprs.Alt)
      return { kind: 'alt', terms: pexpr.terms.map(term => convert(term as unknown as Pexpr, inRule)) }
    if (pexpr instanceof pexprs.Seq)
      return {
        kind: 'seq',
        factors: pexpr.factors.map(factor => convert(factor as unknown as Pexpr, inRule)),
      }
    if (pexpr instanceof pexprs.Star) return { kind: 'star', body: inner() }
    if (pexpr instanceof pexprs.Plus) return { kind: 'plus', body: inner() }
    if (pexpr instanceof pexprs.Opt) return { kind: 'opt', body: inner() }
    if (pexpr instanceof pexprs.Not) return { kind: 'not', body: inner(), expected: expected() }
    if (pexpr instanceof pexprs.Lookahead) return { kind: 'look', body: inner() }
    if (pexpr instanceof pexprs.Lex) return { kind: 'lex', body: inner() }
    if (pexpr instanceof pexprs.Apply)
      return { kind: 'apply', rule: apply(pexpr.ruleName!, pexpr.args ?? []) }
    throw new Error(`Rule ${inRule} uses what the compiler does not know: ${pexpr}`)
  }

  const names = ownNames(grammar).filter(name => grammar.rules[name]!.formals.length === 0)
  const starts = new Map(names.map(name => [name, apply(name, [])]))
  const spaces = apply('spaces', [])
  for (const fill of waiting) fill()
  const { defaultStartRule } = grammar as unknown as { defaultStartRule?: string }
  if (!defaultStartRule || !starts.has(defaultStartRule))
    throw new Error('The grammar has no rule to start from')
  return { all, starts, defaultStart: defaultStartRule, spaces }
}

/** Ohm's own words for a failure; it has none for `#` inside of `~`. */
function wordsFor(pexpr: Pexpr, grammar: ohm.Grammar): string {
  try {
    return pexpr.toFailure(grammar).toString()
  } catch {
    return `not ${pexpr.expr ?? pexpr}`
  }
}

function ownNames(grammar: ohm.Grammar): string[] {
  const names: string[] = []
  for (const name in grammar.rules) if (!isBuiltIn(name)) names.push(name)
  return names
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
