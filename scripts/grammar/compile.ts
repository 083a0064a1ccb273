/**
 * From the text of a `grammar.ohm` to the source of its parser: a module of plain functions, one or two
 * for each rule, that runs without ohm-js and without `eval`. It means what ohm-js makes of the grammar.
 */
import { analyse } from './analysis.js'
import { createData } from './data.js'
import { type Rule, readRules } from './expressions.js'
import { createFunctions, type Functions } from './functions.js'
import { findNesting } from './nesting.js'
import { loadGrammar } from './ohm.js'
import { treeTypes } from './types.js'
import type { Module } from './writer.js'

/**
 * The TypeScript source of a module that exports `parser`, for the last grammar of `source`, and the types of its trees.
 * `from` is the grammar's path, for the heading. `runtime` is the way from the module to `src/syntax`.
 * Throws, where ohm-js can tell it with line and column, when the grammar is faulty, left-recursive, or
 * uses what the compiler does not know.
 */
export function parserSource(source: string, from: string, runtime = '../../src/syntax'): string {
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
import { Failures${nesting.remembered.size > 0 ? ', type Report' : ''} } from '${runtime}/failures.js'
import { createParser, ${nesting.counted.size > 0 ? 'deepest, ' : ''}newRecords, type Records, type TextMemory, ${nesting.counted.size > 0 ? 'TooDeep, ' : ''}unknownRule } from '${runtime}/parser.js'
import type { Branch, CompiledParser, Leaf } from '${runtime}/tree.js'

const none: Int32Array = /* @__PURE__ */ new Int32Array(0)
const nothing: Uint16Array = /* @__PURE__ */ new Uint16Array(1)
/** The text's units, its length, the records and their top, the last sibling, the end and depth reached. */
let I = nothing
let n = 0
let R = none
let N = 0
let H = 0
/** The text that the last result of each token and the last long runs are of. */
let T: TextMemory = { runs: undefined }
${asksEnds ? 'let E = 0\n' : ''}${nesting.counted.size > 0 ? 'let D = 0\n' : ''}${nesting.remembered.size > 0 ? 'let M = 0\n' : ''}let X = /* @__PURE__ */ new Failures([])
${runsOf(functions)}${data.declarations().join('\n')}
${functions.declarations().join('\n')}

function grow(): void {
  const larger = new Int32Array(R.length * 2)
  larger.set(R)
  R = larger
}

function leaf(rule: number, start: number, end: number): void {
  record(rule, start, end, 0, H)
}

/** The children hang on the last of them, each on the one after it; whoever reads wants them the other way round. */
function node(rule: number, start: number, end: number, last: number, before: number): void {
  let first = 0
  while (last !== 0) {
    const next = R[last + 4]!
    R[last + 4] = first
    first = last
    last = next
  }
  record(rule, start, end, first, before)
}

function record(rule: number, start: number, end: number, first: number, before: number): void {
  if (N + 5 > R.length) grow()
  R[N] = rule
  R[N + 1] = start
  R[N + 2] = end
  R[N + 3] = first
  R[N + 4] = before
  H = N
  N += 5
}

function begin(units: Uint16Array, length: number, records: Records): void {
  I = units
  n = length
  R = records.numbers
  N = records.top
  H = 0
${nesting.counted.size > 0 ? '  D = records.depth\n' : ''}${nesting.remembered.size > 0 ? '  M = 0\n' : ''}  if (records.text === T) return
${switched(functions)}
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

function match(rule: string, units: Uint16Array, length: number, from: number, whole: boolean, records: Records): number {
  const start = starts.get(rule)
  if (!start) return unknownRule
  const [kind, matchRule] = start
  begin(units, length, records)
  try {
    const s = whole && kind >= 0 ? from : skip(from)
    let p = matchRule(s)
    if (p < 0) return -1
    if (kind >= 0) leaf(kind, s, p)
    else if (whole) p = skip(p)
    records.numbers = R
    records.top = N
    records.root = H
    return p === n || !whole ? p : -1
  } finally {
    finish()
  }
}

function explain(rule: string, units: Uint16Array, length: number): Failures {
  const [kind, matchRule, explainRule, expected] = starts.get(rule)!
  begin(units, length, newRecords(length * 3))
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

export const parser: CompiledParser<Trees, ${JSON.stringify(rules.defaultStart)}> = /* @__PURE__ */ createParser({ rules, start: ${JSON.stringify(rules.defaultStart)}, match, explain })

${treeTypes(rules)}
`
}

/** The last long runs, each with its beginning and its end. */
const runsOf = (functions: Functions): string =>
  functions.runs() === 0
    ? ''
    : `/** The last long runs of the text, from and to by turns, and whether there is one. */
const Q = /* @__PURE__ */ new Int32Array(${functions.runs()}).fill(-1)
let L = false
`

/** Statements that leave a text for another one, with what is remembered of either. */
function switched(functions: Functions): string {
  const resets = functions.resets()
  const lines =
    functions.runs() === 0
      ? ['T = records.text', ...resets]
      : [
          'if (L) T.runs = Q.slice()',
          'T = records.text',
          'L = T.runs !== undefined',
          ...resets,
          'if (T.runs) Q.set(T.runs)',
          'else Q.fill(-1)',
        ]
  return lines.map(line => `  ${line}`).join('\n')
}

function startOf(rule: Rule, { functionOf, nodeKind, failure }: Module): string {
  const kind = rule.syntactic ? -1 : nodeKind(rule)
  const match = functionOf(rule, rule.syntactic ? 'tree' : 'match')
  const { expected } = rule
  const explain = expected === undefined ? functionOf(rule, 'explain') : undefined
  return `  [${JSON.stringify(rule.name)}, [${kind}, ${match}, ${explain}, ${expected === undefined ? -1 : failure(expected)}]],`
}
