/** Tokens of DOT say what the parsed trees say, over the whole corpus; and go on sensibly where nothing is parsed. */
import { expect, test } from 'vitest'
import { parser } from '../../converters/dot/grammar.gen.js'
import { tokenizeDot } from '../../converters/dot/language/tokens.js'
import { tokensOf } from '../../src/language/lines.js'
import type { TokenKind } from '../../src/language/tokens.js'
import type { Tree } from '../../src/syntax/tree.js'
import { corpusTexts } from './corpus-files.js'
import { shown } from './shown.js'
import { differencesOf, faultsOf, type KindOfLeaf, spansOf } from './spans.js'

const KINDS: Readonly<Record<string, ReturnType<KindOfLeaf>>> = {
  strict: 'keyword',
  graphKind: 'keyword',
  defaultsKind: 'keyword',
  subgraphKeyword: 'keyword',
  edgeOperator: 'arrow',
  open: 'bracket',
  close: 'bracket',
  separator: 'punctuation',
  prose: 'unknown',
}

const OWN: Readonly<Record<string, TokenKind>> = {
  GraphHead: 'graph',
  SubgraphName: 'group',
  Node: 'node',
  Port: 'port',
  MacroName: 'attribute',
}

const PLUS = ['punctuation', 'comment'] as const

const kindOf: KindOfLeaf = (leaf, around) => {
  if (leaf.rule !== 'Id') return KINDS[leaf.rule]
  const parent = around.at(-1)!
  const own = OWN[parent.rule]
  if (own) return [own, ...PLUS]
  const [name] = parent.children as readonly [Tree]
  return [name.start === leaf.start ? 'attribute' : kindOfValue(name.text, leaf.text), ...PLUS]
}

function kindOfValue(name: string, value: string): TokenKind {
  if (['label', 'xlabel', 'headlabel', 'taillabel'].includes(name))
    return /^-?[.\d]/.test(value) ? 'number' : 'label'
  if (name === 'shape') return 'shape'
  if (name === 'rankdir') return 'direction'
  if (name === 'lhead' || name === 'ltail') return 'group'
  if (name === 'headport' || name === 'tailport') return 'port'
  if (/^["<]/.test(value)) return 'string'
  return /^-?[.\d]/.test(value) ? 'number' : 'value'
}

/** Texts that are broken so that the grammar gives up a list, or words, where an editor reads on as Graphviz would. */
const READ_ON = ['broken/dot/html-not-closed.gv', 'broken/dot/name-without-quotes.gv']

const texts = corpusTexts(['.gv', '.dot'])

test('there are texts to look at', () => expect(texts.length).toBeGreaterThan(80))

test.each(texts.map(({ file, text }) => [file, text] as const))('%s', (file, text) => {
  const tokens = tokensOf(text, tokenizeDot).between(0, text.length)
  expect(faultsOf(text, tokens)).toEqual([])
  const parsed = parser.parse(text)
  if (!parsed.ok || READ_ON.includes(file)) return
  expect(differencesOf(text, tokens, spansOf(parsed.tree, kindOf))).toEqual([])
})

test.each([
  [
    'digraph G { a -> b [label="x", color=red] }',
    'keyword:digraph graph:G bracket:{ node:a arrow:-> node:b bracket:[ attribute:label punctuation:= label:"x" punctuation:, attribute:color punctuation:= value:red bracket:] bracket:}',
  ],
  [
    'graph { rankdir=LR "size"="1,1" a:p:n }',
    'keyword:graph bracket:{ attribute:rankdir punctuation:= direction:LR attribute:"size" punctuation:= string:"1,1" node:a punctuation:: port:p punctuation:: port:n bracket:}',
  ],
  [
    'digraph { node [shape=bo',
    'keyword:digraph bracket:{ keyword:node bracket:[ attribute:shape punctuation:= shape:bo',
  ],
  ['digraph { a [col', 'keyword:digraph bracket:{ node:a bracket:[ attribute:col'],
  [
    'digraph { a [label="x\ny", w=1] }',
    'keyword:digraph bracket:{ node:a bracket:[ attribute:label punctuation:= label:"x | label:y" punctuation:, attribute:w punctuation:= number:1 bracket:] bracket:}',
  ],
  [
    'digraph { a [label=<b <i>x\n</i>>] b }',
    'keyword:digraph bracket:{ node:a bracket:[ attribute:label punctuation:= label:<b_<i>x | label:</i>> bracket:] node:b bracket:}',
  ],
  [
    'digraph { a [color=red\nb -> c }',
    'keyword:digraph bracket:{ node:a bracket:[ attribute:color punctuation:= value:red | node:b arrow:-> node:c bracket:}',
  ],
  [
    'digraph { subgraph cluster_a { b }\na -> b [lhead=cluster_a] }',
    'keyword:digraph bracket:{ keyword:subgraph group:cluster_a bracket:{ node:b bracket:} | node:a arrow:-> node:b bracket:[ attribute:lhead punctuation:= group:cluster_a bracket:] bracket:}',
  ],
  [
    'digraph { a # x\n/* y\nz */ b // w\n}',
    'keyword:digraph bracket:{ node:a comment:#_x | comment:/*_y | comment:z_*/ node:b comment://_w | bracket:}',
  ],
  [
    'words\nstrict digraph "G" {\n}\nmore',
    'unknown:words | keyword:strict keyword:digraph graph:"G" bracket:{ | bracket:} | unknown:more',
  ],
  ['digraph G', 'keyword:digraph graph:G'],
])('%s', (text, wanted) => expect(shown(text, tokenizeDot)).toBe(wanted))
