/**
 * The corpus, with the broken texts in it, reaches every rule and every alternative of each grammar, so that a plain clone
 * notices a change of any.
 * ohm-js says which: each alternative of its grammar object is watched while it matches the corpus.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Grammar } from 'ohm-js'
import { describe, expect, test } from 'vitest'
import { markDirections } from '../../converters/mermaid/document/direction-marks.js'
import { prepare } from '../../converters/mermaid/document/prepare.js'
import { isBuiltIn, loadGrammar } from '../../scripts/grammar/ohm.js'

/** A parsing expression of ohm-js, whose parts are not in the published types. */
interface Expression {
  eval(state: unknown): boolean
  readonly terms?: readonly Expression[]
  readonly factors?: readonly Expression[]
  readonly expr?: Expression
  readonly args?: readonly Expression[]
  toString(): string
}

/** Calls `seen` whenever the expression matches. */
function watch(expression: Expression, seen: () => void): void {
  const original = expression.eval
  expression.eval = function (this: Expression, state) {
    const matched = original.call(this, state)
    if (matched) seen()
    return matched
  }
}

/** The names of what is watched, each `rule` or `rule: alternative`, and a set that fills with those that matched. */
function watched(grammar: Grammar): {
  readonly all: readonly string[]
  readonly reached: ReadonlySet<string>
} {
  const all: string[] = []
  const reached = new Set<string>()
  const note = (expression: Expression, name: string) => {
    all.push(name)
    watch(expression, () => reached.add(name))
  }
  const walk = (rule: string, expression: Expression) => {
    for (const term of expression.terms ?? []) note(term, `${rule}: ${term}`)
    for (const inner of [
      ...(expression.terms ?? []),
      ...(expression.factors ?? []),
      ...(expression.args ?? []),
    ])
      walk(rule, inner)
    if (expression.expr) walk(rule, expression.expr)
  }
  for (const [rule, { body }] of Object.entries(grammar.rules)) {
    if (isBuiltIn(rule) || !Object.hasOwn(grammar.rules, rule)) continue
    const expression = body as unknown as Expression
    walk(rule, expression)
    note(expression, rule)
  }
  return { all, reached }
}

const extensions: ReadonlyMap<string, readonly string[]> = new Map([
  ['flowzap', ['.fz']],
  ['mermaid', ['.mmd', '.mermaid']],
  ['dot', ['.gv', '.dot']],
])

const corpus = readdirSync('corpus', { recursive: true, encoding: 'utf8' }).sort()

function textsOf(format: string): string[] {
  return corpus
    .filter(name => extensions.get(format)?.some(extension => name.endsWith(extension)))
    .map(name => readFileSync(join('corpus', name), 'utf8'))
    .filter(text => text.length < 6000)
    .map(text => (format === 'mermaid' ? markDirections(prepare(text).edited.text).edited.text : text))
}

/** What no text can reach, and why not. */
const unreachable: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'mermaid',
    [
      // What `prepare` gives to the grammar ends with a line break.
      'nodeChar: end',
      // A letter is tried alone where an arrow begins, and arrows begin with no capital.
      'unicodeLetter: "A".."Z"',
      // A line break again.
      'edgeIdPiece: end',
    ],
  ],
])

const formats = readdirSync('converters').filter(name => existsSync(join('converters', name, 'grammar.ohm')))

describe.each(formats)('the corpus of %s', format => {
  test('reaches every rule and alternative of its grammar', () => {
    const grammar = loadGrammar(readFileSync(join('converters', format, 'grammar.ohm'), 'utf8'))
    const { all, reached } = watched(grammar)
    expect(all.length).toBeGreaterThan(30)
    for (const text of textsOf(format)) grammar.match(text)
    expect(all.filter(name => !reached.has(name))).toEqual(unreachable.get(format) ?? [])
  })
})
