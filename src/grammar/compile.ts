/**
 * From the text of a `grammar.ohm` to the source of its parser: a module of plain functions, one or two
 * for each rule, that runs without ohm-js and without `eval`. It means what ohm-js makes of the grammar.
 */
import { type Analysis, analyse } from './analysis.js'
import { type CharClass, comparisons, maxUnit, type Tables, unitTest } from './characters.js'
import { type Expr, type Rule, type Rules, readRules } from './expressions.js'
import { bodyOf, type Module, type Variant } from './generate.js'
import { findNesting, type Nesting } from './nesting.js'
import { loadGrammar } from './ohm.js'
import { has, intersect, type Ranges, same } from './ranges.js'

/**
 * The TypeScript source of a module that exports `parser`, for the last grammar of `source`.
 * `from` is the grammar's path, for the heading. `runtime` is the way from the module to `src/grammar`.
 * Throws, where ohm-js can tell it with line and column, when the grammar is faulty, left-recursive, or
 * uses what the compiler does not know.
 */
export function parserSource(source: string, from: string, runtime = '../../src/grammar'): string {
  const rules = readRules(loadGrammar(source))
  const analysis = analyse(rules)
  const nesting = findNesting(rules, analysis)
  const data = createData()
  const functions = createFunctions(rules, analysis, nesting, data)
  const starts = [...rules.starts.values()].map(rule => startOf(rule, functions.module)).join('\n')
  const anySyntactic = rules.all.some(({ syntactic, own }) => syntactic && own)
  const skipped = anySyntactic && functions.module.skip ? `${functions.module.skip.name}(p)` : 'p'
  const bodies = functions.texts().join('\n\n')
  // A rule's end is told only where another rule asks for it.
  const asksEnds = bodies.includes('(E > p)')
  const text = asksEnds ? bodies : bodies.replaceAll(/^E = .*\n/gm, '')
  const remembered = [...nesting.remembered].map(({ key }) => key).join(', ') || 'none'
  return `// Made from ${from} by scripts/grammars.ts. Do not edit.
// Rules whose results are remembered: ${remembered}.
import { createParser, ${nesting.counted.size > 0 ? 'deepest, ' : ''}Failures, type Records${nesting.remembered.size > 0 ? ', type Report' : ''}${nesting.counted.size > 0 ? ', TooDeep' : ''} } from '${runtime}/parser.js'
import type { Parser } from '${runtime}/tree.js'

const none = new Int32Array(0)
const nothing: Uint16Array = new Uint16Array(1)
/** The text's units, its length, the records and their top, the last sibling, the end and depth reached. */
let I = nothing
let n = 0
let R = none
let N = 0
let H = 0
${asksEnds ? 'let E = 0\n' : ''}${nesting.counted.size > 0 ? 'let D = 0\n' : ''}${nesting.remembered.size > 0 ? 'let M = 0\n' : ''}let X = new Failures([])
${data.declarations().join('\n')}
${functions.declarations().join('\n')}

function grow(): void {
  const larger = new Int32Array(R.length * 2)
  larger.set(R)
  R = larger
}

function leaf(rule: number, start: number, end: number): void {
  node(rule, start, end, 0, H)
}

function node(rule: number, start: number, end: number, last: number, before: number): void {
  if (N + 5 > R.length) grow()
  R[N] = rule
  R[N + 1] = start
  R[N + 2] = end
  R[N + 3] = last
  R[N + 4] = before
  H = N
  N += 5
}

function begin(units: Uint16Array, length: number): void {
  I = units
  n = length
  R = new Int32Array(length * 3 + 64)
  N = 5
  H = 0
${nesting.counted.size > 0 ? '  D = 0\n' : ''}${nesting.remembered.size > 0 ? '  M = 0\n' : ''}${functions
  .resets()
  .map(line => `  ${line}`)
  .join('\n')}
}

function finish(): void {
  I = nothing
  R = none
${functions
  .clears()
  .map(line => `  ${line}`)
  .join('\n')}
}

/** The number of a lexical rule in trees, or -1; how to match it; how to explain it, or what to call it. */
type Start = readonly [kind: number, match: (p: number) => number, explain: ((p: number) => number) | undefined, expected: number]

const starts = new Map<string, Start>([
${starts}
])

function match(rule: string, units: Uint16Array, length: number): Records | undefined | null {
  const start = starts.get(rule)
  if (!start) return null
  const [kind, matchRule] = start
  begin(units, length)
  try {
    let p = matchRule(kind < 0 ? skip(0) : 0)
    if (p >= 0 && kind >= 0) leaf(kind, 0, p)
    if (p >= 0 && kind < 0) p = skip(p)
    return p === n ? { numbers: R, root: H } : undefined
  } finally {
    finish()
  }
}

function explain(rule: string, units: Uint16Array, length: number): Failures {
  const [kind, matchRule, explainRule, expected] = starts.get(rule)!
  begin(units, length)
  X = new Failures(failures)
  try {
    const from = kind < 0 ? skip(0) : 0
    let p = (explainRule ?? matchRule)(from)
    if (p >= 0 && kind < 0) p = skip(p)
    if (p < 0 && !explainRule) X.fail(from, expected)
    else if (p >= 0 && p < n) X.fail(p, ${functions.module.failure('end of input')})
    return X
  } finally {
    X = new Failures([])
    finish()
  }
}

function skip(p: number): number {
  return ${skipped}
}

${text}

const failures: readonly string[] = ${JSON.stringify(functions.failures())}
const rules: readonly string[] = ${JSON.stringify(functions.kinds())}

export const parser: Parser = createParser({ rules, start: ${JSON.stringify(rules.defaultStart)}, match, explain })
`
}

function startOf(rule: Rule, { functionOf, nodeKind, failure }: Module): string {
  const kind = rule.syntactic ? -1 : nodeKind(rule)
  const match = functionOf(rule, rule.syntactic ? 'tree' : 'match')
  const { expected } = rule
  const explain = expected === undefined ? functionOf(rule, 'explain') : undefined
  return `  [${JSON.stringify(rule.name)}, [${kind}, ${match}, ${explain}, ${expected === undefined ? -1 : failure(expected)}]],`
}

interface Data extends Tables {
  readonly surrogateStep: (cls: CharClass) => string
  readonly choices: (firsts: readonly Ranges[]) => string
  readonly declarations: () => string[]
}

/** Constant tables and the functions over them, each once. */
function createData(): Data {
  const lines: string[] = []
  const known = new Map<string, string>()
  const once = (letter: string, key: string, text: (name: string) => string): string => {
    const old = known.get(letter + key)
    if (old) return old
    const name = `${letter}${known.size}`
    known.set(letter + key, name)
    lines.push(text(name))
    return name
  }
  const asciiSets: Ranges[] = []
  const bits = (sets: readonly Ranges[], code: number) =>
    sets.reduce((sum, set, bit) => (has(set, code) ? sum + 2 ** bit : sum), 0)
  const asciiTest = (set: Ranges): string => {
    let place = asciiSets.findIndex(other => same(other, set))
    if (place < 0) place = asciiSets.push(set) - 1
    return `(B${place >> 3}[c]! & ${1 << (place & 7)}) !== 0`
  }
  const searchTest = (set: Ranges, value: string): string => {
    if (set.length === 0) return 'false'
    if (set.length <= 3) return comparisons(set, value)
    once('within', '', () => withinText)
    const flat = JSON.stringify(set.flat())
    return `within(${once('U', flat, table => `const ${table} = new Int32Array(${flat})`)}, ${value})`
  }
  const data: Data = {
    table(set) {
      const low = intersect(set, [[0, 127]])
      const high = intersect(set, [[128, maxUnit]])
      const name = once('T', JSON.stringify(set), test =>
        testText(test, asciiTest(low), searchTest(high, 'c')),
      )
      return value => `${name}(${value})`
    },
    surrogateStep(cls) {
      return once('S', JSON.stringify(cls), name => surrogateText(name, cls, searchTest))
    },
    choices(firsts) {
      const above = firsts.reduce(
        (sum, first, bit) => (first.some(([, last]) => last > 127) ? sum + 2 ** bit : sum),
        0,
      )
      const flat = JSON.stringify([...Array.from({ length: 128 }, (_, code) => bits(firsts, code)), above])
      const kind = firsts.length <= 8 ? 'Uint8Array' : firsts.length <= 16 ? 'Uint16Array' : 'Int32Array'
      return once('C', flat, table => `const ${table} = new ${kind}(${flat})`)
    },
    declarations() {
      const tables: string[] = []
      for (let from = 0; from < asciiSets.length; from += 8) {
        const codes = Array.from({ length: 128 }, (_, code) => bits(asciiSets.slice(from, from + 8), code))
        tables.push(`const B${from >> 3} = new Uint8Array(${JSON.stringify(codes)})`)
      }
      return [...tables, ...lines]
    },
  }
  return data
}

function testText(name: string, low: string, high: string): string {
  return `
function ${name}(c: number): boolean {
  return c < 128 ? ${low} : ${high}
}`
}

const withinText = `
/** Whether \`code\` lies in one of the sorted ranges. */
function within(ranges: Int32Array, code: number): boolean {
  let low = 0
  let high = ranges.length >> 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (code > ranges[2 * middle + 1]!) low = middle + 1
    else high = middle
  }
  return 2 * low < ranges.length && code >= ranges[2 * low]!
}
`

function surrogateText(name: string, cls: CharClass, test: (set: Ranges, value: string) => string): string {
  const point = '((c - 0xd800) << 10) + y - 0xdc00 + 0x10000'
  const pair =
    cls.pairs.length + cls.halves.length === 0
      ? 'return -1'
      : `const x = ${point}
    if (${test(cls.pairs, 'x')}) return p + 2
    return ${test(cls.halves, 'x')} ? p + 1 : -1`
  return `
function ${name}(p: number, c: number): number {
  if (c < 0xd800 || c > 0xdfff) return -1
  const y = I[p + 1]!
  if (c < 0xdc00 && y >= 0xdc00 && y <= 0xdfff) {
    ${pair}
  }
  return ${test(cls.lone, 'c')} ? p + 1 : -1
}
`
}

interface Functions {
  readonly module: Module
  readonly texts: () => string[]
  readonly declarations: () => string[]
  readonly resets: () => string[]
  readonly clears: () => string[]
  readonly failures: () => readonly string[]
  readonly kinds: () => readonly string[]
}

function createFunctions(rules: Rules, analysis: Analysis, nesting: Nesting, data: Data): Functions {
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
    clears.push(`${name}_known.clear()`)
    if (variant === 'match') {
      return {
        before: [`const known = ${name}_known.get(p)`, 'if (known !== undefined) return known'],
        matched: [`${name}_known.set(s, p)`],
        failed: [`${name}_known.set(s, -1)`],
      }
    }
    declarations.push(`const ${name}_ends = new Map<number, number>()`)
    clears.push(`${name}_ends.clear()`)
    return {
      before: [
        `const known = ${name}_known.get(p)`,
        'if (known !== undefined) {',
        'if (known < 0) return -1',
        'node(R[known]!, R[known + 1]!, R[known + 2]!, R[known + 3]!, H)',
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
    clears.push(`${name}_known.clear()`)
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
