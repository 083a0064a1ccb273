/** Tokens of FlowZap Code say what the parsed trees say, over the whole corpus; and go on sensibly where nothing is parsed. */
import { expect, test } from 'vitest'
import { parser } from '../../converters/flowzap/grammar.gen.js'
import { tokenizeFlowzap } from '../../converters/flowzap/language/tokens.js'
import { tokensOf } from '../../src/language/lines.js'
import type { Tree } from '../../src/syntax/tree.js'
import { corpusTexts } from './corpus-files.js'
import { shown } from './shown.js'
import { differencesOf, faultsOf, type KindOfLeaf, spansOf } from './spans.js'

const KINDS: Readonly<Record<string, ReturnType<KindOfLeaf>>> = {
  nodeId: 'node',
  shape: 'shape',
  attributeName: 'attribute',
  separator: 'punctuation',
  colon: 'punctuation',
  prefix: ['group', 'punctuation'],
  loopPrefix: ['group', 'punctuation'],
  handleWord: ['keyword', 'punctuation'],
  side: 'port',
  arrow: 'arrow',
  laneId: 'group',
  freeLaneId: 'group',
  openBrace: 'bracket',
  closeBrace: 'bracket',
  openBracket: 'bracket',
  closeBracket: 'bracket',
  condition: 'label',
  comment: 'comment',
  carried: 'comment',
  laneLabel: ['label', 'punctuation'],
  loopWord: 'keyword',
}

const kindOf: KindOfLeaf = (leaf, around) => {
  if (leaf.rule === 'string') {
    const [name] = around.at(-1)!.children as readonly [Tree]
    return name.text === 'label' ? 'label' : 'string'
  }
  return KINDS[leaf.rule]
}

const texts = corpusTexts(['.fz'])

test('there are texts to look at', () => expect(texts.length).toBeGreaterThan(25))

test.each(texts.map(({ file, text }) => [file, text] as const))('%s', (_, text) => {
  const tokens = tokensOf(text, tokenizeFlowzap).between(0, text.length)
  const parsed = parser.parse(text)
  expect(parsed.ok).toBe(true)
  if (!parsed.ok) return
  const spans = spansOf(parsed.tree, kindOf)
  expect(differencesOf(text, tokens, spans)).toEqual([])
  expect(faultsOf(text, tokens)).toEqual([])
})

test.each([
  ['Orders { # Order Desk', 'group:Orders bracket:{ punctuation:# label:Order_Desk'],
  ['Order Desk {}', 'group:Order_Desk bracket:{ bracket:}'],
  [
    'n1: rectangle label:"Che',
    'node:n1 punctuation:: shape:rectangle attribute:label punctuation:: label:"Che',
  ],
  ['n1: rec', 'node:n1 punctuation:: shape:rec'],
  ['n1: label:"a" ?', 'node:n1 punctuation:: attribute:label punctuation:: label:"a" unknown:?'],
  ['n1.handle(ri', 'node:n1 punctuation:. keyword:handle bracket:( port:ri'],
  [
    'n1 -> A.n2 [label="x',
    'node:n1 arrow:-> group:A punctuation:. node:n2 bracket:[ attribute:label punctuation:= label:"x',
  ],
  [
    'loop [until paid] n1 A.n2',
    'keyword:loop bracket:[ label:until_paid bracket:] node:n1 group:A punctuation:. node:n2',
  ],
  ['loop [until', 'node:loop unknown:[until'],
  ['loop: circle', 'node:loop punctuation:: shape:circle'],
  [
    'handle.n1.handle(top) -> n2',
    'group:handle punctuation:. node:n1 punctuation:. keyword:handle bracket:( port:top bracket:) arrow:-> node:n2',
  ],
  [
    'n1: circle label:"a\\"b" owner:"C:\\"',
    'node:n1 punctuation:: shape:circle attribute:label punctuation:: label:"a\\"b" attribute:owner punctuation:: string:"C:\\"',
  ],
  ['// a # b }', 'comment://_a_#_b_}'],
  ['} x', 'bracket:} unknown:x'],
  ['?', 'unknown:?'],
])('%s', (text, wanted) => expect(shown(text, tokenizeFlowzap)).toBe(wanted))
