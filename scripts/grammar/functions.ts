/** The functions of a generated module: one for each rule and variant that is asked for. */
import type { Analysis } from './analysis.js'
import { unitTest } from './characters.js'
import type { Data } from './data.js'
import type { Expr, Rule, Rules } from './expressions.js'
import { bodyOf } from './generate.js'
import type { Nesting } from './nesting.js'
import type { Module, Variant } from './writer.js'

export interface Functions {
  readonly module: Module
  readonly texts: () => string[]
  readonly declarations: () => string[]
  readonly resets: () => string[]
  /** How many numbers the runs have that are remembered: the beginning and the end of each. */
  readonly runs: () => number
  readonly clears: () => string[]
  readonly failures: () => readonly string[]
  readonly kinds: () => readonly string[]
}

export function createFunctions(rules: Rules, analysis: Analysis, nesting: Nesting, data: Data): Functions {
  const names = new Map<string, string>()
  const waiting: (() => string)[] = []
  const declarations: string[] = []
  const resets: string[] = []
  const clears: string[] = []
  const failures: string[] = []
  const kinds: string[] = []
  const indexIn = (list: string[], item: string) =>
    list.includes(item) ? list.indexOf(item) : list.push(item) - 1
  const tokens = tokenRules(rules)

  const functionOf = (rule: Rule, variant: Variant): string => {
    const key = `${variant} ${rule.key}`
    const old = names.get(key)
    if (old) return old
    const name = `${rule.name}_${variant.charAt(0)}${names.size}`
    names.set(key, name)
    waiting.push(() => functionText(rule, variant, name))
    return name
  }

  const functionText = (rule: Rule, variant: Variant, name: string): string => {
    const tree = variant === 'tree'
    const ends = tree && analysis.trails(rule.body, rule.syntactic)
    const counted = nesting.counted.has(rule)
    const memo = memoLines(rule, variant, name, ends)
    const before = [...memo.before, ...(counted ? ['if (++D > deepest) throw new TooDeep(p)'] : [])]
    const after = counted ? ['D--'] : []
    const keep = tree ? ['const h = H', 'H = 0'] : []
    const end = ends ? 'e' : 'p'
    const made = tree ? [`node(${module.nodeKind(rule)}, s, ${end}, H, h)`, ...(ends ? ['E = e'] : [])] : []
    const body = bodyOf(rule.body, { variant, syntactic: rule.syntactic, ends }, module, 'F')
    const usesStart = tree || memo.before.length > 0
    return [
      `/** ${rule.key.replaceAll('*/', '* /')} */`,
      `function ${name}(p: number): number {`,
      ...before,
      ...(usesStart ? ['const s = p'] : []),
      ...(ends ? ['let e = p'] : []),
      ...keep,
      'F: {',
      ...body,
      ...after,
      ...made,
      ...memo.matched,
      'return p',
      '}',
      ...after,
      ...(tree ? ['H = h'] : []),
      ...memo.failed,
      'return -1',
      '}',
    ].join('\n')
  }

  const memoLines = (rule: Rule, variant: Variant, name: string, ends: boolean) => {
    if (nesting.remembered.has(rule)) return mapLines(variant, name, ends)
    if (variant === 'match' && tokens.has(rule)) return lastLines(name)
    return { before: [], matched: [], failed: [] }
  }

  /** The result at every place, for as long as the parse takes. */
  const mapLines = (variant: Variant, name: string, ends: boolean) => {
    if (variant === 'explain') return reportLines(name)
    declarations.push(`const ${name}_known = new Map<number, number>()`)
    clears.push(`if (${name}_known.size > 0) ${name}_known.clear()`)
    if (variant === 'match') {
      return {
        before: [`const known = ${name}_known.get(p)`, 'if (known !== undefined) return known'],
        matched: [`${name}_known.set(s, p)`],
        failed: [`${name}_known.set(s, -1)`],
      }
    }
    declarations.push(`const ${name}_ends = new Map<number, number>()`)
    clears.push(`if (${name}_ends.size > 0) ${name}_ends.clear()`)
    return {
      before: [
        `const known = ${name}_known.get(p)`,
        'if (known !== undefined) {',
        'if (known < 0) return -1',
        'record(R[known]!, R[known + 1]!, R[known + 2]!, R[known + 3]!, H)',
        ...(ends ? ['E = R[known + 2]!'] : []),
        `return ${name}_ends.get(p)!`,
        '}',
      ],
      matched: [`${name}_known.set(s, H)`, `${name}_ends.set(s, p)`, 'M = N'],
      failed: [`${name}_known.set(s, -1)`],
    }
  }

  const reportLines = (name: string) => {
    declarations.push(`const ${name}_known = new Map<number, { to: number; report: Report }>()`)
    clears.push(`if (${name}_known.size > 0) ${name}_known.clear()`)
    return {
      before: [
        `const known = ${name}_known.get(p)`,
        'if (known) {',
        'X.add(known.report)',
        'return known.to',
        '}',
        'const close = X.open()',
      ],
      matched: [`${name}_known.set(s, { to: p, report: close() })`],
      failed: [`${name}_known.set(s, { to: -1, report: close() })`],
    }
  }

  let runs = 0

  /** The last result of a token, which the next alternative asks for again. */
  const lastLines = (name: string) => {
    declarations.push(`let ${name}_at = -1`, `let ${name}_to = -1`)
    resets.push(`${name}_at = -1`)
    return {
      before: [`if (p === ${name}_at) return ${name}_to`],
      matched: [`${name}_at = s`, `${name}_to = p`],
      failed: [`${name}_at = s`, `${name}_to = -1`],
    }
  }

  const module: Module = {
    ...data,
    analysis,
    functionOf,
    failure: expected => indexIn(failures, expected),
    nodeKind: rule => indexIn(kinds, rule.name),
    skip: undefined,
    remembers: nesting.remembered.size > 0,
    run() {
      return [`Q[${runs++}]!`, `Q[${runs++}]!`]
    },
  }
  Object.assign(module, { skip: skipOf(rules, analysis, module) })
  return {
    module,
    texts() {
      const texts: string[] = []
      for (let next = waiting.shift(); next; next = waiting.shift()) texts.push(next())
      return texts
    },
    declarations: () => declarations,
    resets: () => resets,
    runs: () => runs,
    clears: () => clears,
    failures: () => failures,
    kinds: () => kinds,
  }
}

function skipOf({ spaces }: Rules, analysis: Analysis, module: Module): Module['skip'] {
  const space = spaces.body.kind === 'star' ? spaces.body.body : spaces.body
  const first = analysis.first(space)
  if (!analysis.skips) return undefined
  return {
    get name() {
      return module.functionOf(spaces, 'match')
    },
    test: value => unitTest(first, value, module, true),
  }
}

/** Tokens that stand in several places of syntactic rules: one alternative may ask for what another had. */
function tokenRules(rules: Rules): Set<Rule> {
  const uses = new Map<Rule, number>()
  const visit = (expr: Expr): void => {
    if (expr.kind === 'apply' && !expr.rule.syntactic) uses.set(expr.rule, (uses.get(expr.rule) ?? 0) + 1)
    if (expr.kind === 'apply' && expr.rule.inPlace) visit(expr.rule.body)
    if (expr.kind === 'alt') expr.terms.forEach(visit)
    else if (expr.kind === 'seq') expr.factors.forEach(visit)
    else if ('body' in expr) visit(expr.body)
  }
  for (const rule of rules.all) if (rule.syntactic && !rule.inPlace) visit(rule.body)
  const several = [...uses].filter(([, count]) => count > 1).map(([rule]) => rule)
  return new Set([...several, rules.spaces])
}
