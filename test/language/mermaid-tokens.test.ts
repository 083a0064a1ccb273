/** Tokens of Mermaid say what the parsed trees say, over the whole corpus; and go on sensibly where nothing is parsed. */
import { expect, test } from 'vitest'
import { markDirections } from '../../converters/mermaid/document/direction-marks.js'
import { prepare } from '../../converters/mermaid/document/prepare.js'
import { parser } from '../../converters/mermaid/grammar.gen.js'
import { tokenizeMermaid } from '../../converters/mermaid/language/tokens.js'
import { rangeOf } from '../../converters/mermaid/read/source.js'
import { tokensOf } from '../../src/language/lines.js'
import type { TokenKind } from '../../src/language/tokens.js'
import type { Tree } from '../../src/syntax/tree.js'
import { corpusTexts } from './corpus-files.js'
import { shown } from './shown.js'
import { differencesOf, faultsOf, type KindOfLeaf, type Span, spansOf } from './spans.js'

const BRACKETED = ['bracket', 'label'] as const
const STYLES = ['attribute', 'punctuation', 'value'] as const

const KINDS: Readonly<Record<string, ReturnType<KindOfLeaf>>> = {
  diagramWord: 'keyword',
  direction: 'direction',
  Label: 'label',
  SlantedLabel: 'label',
  EllipseLabel: 'label',
  LineLabel: 'label',
  ThickLabel: 'label',
  DottedLabel: 'label',
  PipeLabel: BRACKETED,
  SubgraphTitle: BRACKETED,
  ClassMark: ['punctuation', 'class'],
  shapeData: ['punctuation', 'bracket', 'attribute', 'shape', 'label', 'string', 'value', 'number'],
  ampersand: 'punctuation',
  semicolon: 'punctuation',
  edgeId: ['edge', 'punctuation'],
  arrow: 'arrow',
  lineArrow: 'arrow',
  thickArrow: 'arrow',
  dottedArrow: 'arrow',
  lineStart: 'arrow',
  thickStart: 'arrow',
  dottedStart: 'arrow',
  subgraphWord: 'keyword',
  endWord: 'keyword',
  styleWord: 'keyword',
  linkStyleWord: 'keyword',
  classDefWord: 'keyword',
  classWord: 'keyword',
  clickWord: 'keyword',
  hrefWord: 'keyword',
  callWord: 'keyword',
  interpolateWord: 'keyword',
  linkPositions: ['number', 'keyword', 'punctuation'],
  curve: 'value',
  Styles: STYLES,
  clickIds: ['node', 'punctuation'],
  callName: 'value',
  callArguments: ['bracket', 'value', 'string'],
  callback: 'value',
  Tooltip: 'string',
  linkTarget: 'value',
  accTitleWord: ['keyword', 'punctuation'],
  accDescrWord: ['keyword', 'punctuation'],
  accDescrOpen: ['keyword', 'bracket'],
  bracedText: ['label', 'bracket'],
}

const kindOf: KindOfLeaf = (leaf, around) => {
  const parent = around.at(-1)?.rule ?? ''
  // Mermaid takes a line with a direction anywhere in it for one; an editor shows what its author meant.
  if (leaf.rule === 'Direction' || leaf.rule === 'SubgraphEnd_direction')
    return /^\uffff\s*direction/.test(leaf.text) ? ['keyword', 'direction', 'unknown'] : undefined
  if (leaf.rule === 'nodeId') return parent === 'Vertex' ? 'node' : ['node', 'punctuation']
  if (leaf.rule === 'className') return ['class', 'punctuation']
  if (leaf.rule === 'Heading') return headingKind(leaf, around.at(-1)!)
  if (leaf.rule === 'quoted') return 'string'
  if (leaf.rule === 'restOfLine') return parent.startsWith('Acc') ? 'label' : undefined
  return KINDS[leaf.rule]
}

/** A title where several words, or one in quotes, stand alone; else an id. */
function headingKind({ text }: Tree, { children }: Tree): TokenKind {
  if (text.startsWith('"')) return 'label'
  return children.some(({ rule }) => rule === 'SubgraphTitle') || !/\s/.test(text.trim()) ? 'group' : 'label'
}

function spans(text: string): Span[] | undefined {
  const prepared = prepare(text)
  const source = { prepared, marked: markDirections(prepared.edited.text), messages: [] }
  const parsed = parser.parse(source.marked.edited.text)
  if (!parsed.ok) return undefined
  return spansOf(parsed.tree, kindOf).map(span => {
    const [start, end] = rangeOf(source, span.start, span.end)
    return { ...span, start, end, kinds: [...span.kinds, 'comment', 'setting'] as const }
  })
}

const texts = corpusTexts(['.mmd', '.mermaid'])

test('there are texts to look at', () => expect(texts.length).toBeGreaterThan(80))

test.each(texts.map(({ file, text }) => [file, text] as const))('%s', (_, text) => {
  const tokens = tokensOf(text, tokenizeMermaid).between(0, text.length)
  expect(faultsOf(text, tokens)).toEqual([])
  const wanted = spans(text)
  if (wanted) expect(differencesOf(text, tokens, wanted)).toEqual([])
})

test.each([
  [
    'flowchart LR;a[Check]-->b',
    'keyword:flowchart direction:LR punctuation:; node:a bracket:[ label:Check bracket:] arrow:--> node:b',
  ],
  ['graph TD\n a[Che', 'keyword:graph direction:TD | node:a bracket:[ label:Che'],
  [
    'graph TD\n a[Che\n b --> c',
    'keyword:graph direction:TD | node:a bracket:[ label:Che | node:b arrow:--> node:c',
  ],
  ['a["x\ny"] --> b', 'node:a bracket:[ label:"x | label:y" bracket:] arrow:--> node:b'],
  ['a -- yes\n and no --> b', 'node:a arrow:-- label:yes | label:and_no arrow:--> node:b'],
  ['a -- ye\nb --> c', 'node:a arrow:-- label:ye | label:b arrow:--> node:c'],
  ['a -->\nend', 'node:a arrow:--> | keyword:end'],
  ['a\n  --> b & c', 'node:a | arrow:--> node:b punctuation:& node:c'],
  [
    'a e1@-->|yes| b:::hot',
    'node:a edge:e1 punctuation:@ arrow:--> bracket:| label:yes bracket:| node:b punctuation:::: class:hot',
  ],
  [
    'a@{ shape: doc, label: "x", w: 3 }',
    'node:a punctuation:@ bracket:{ attribute:shape punctuation:: shape:doc punctuation:, attribute:label punctuation:: label:"x" punctuation:, attribute:w punctuation:: number:3 bracket:}',
  ],
  [
    'a@{ shape: do\n}\nb',
    'node:a punctuation:@ bracket:{ attribute:shape punctuation:: shape:do | bracket:} | node:b',
  ],
  [
    'style a,b fill:#f9f,stroke-width:4px',
    'keyword:style node:a punctuation:, node:b attribute:fill punctuation:: value:#f9f punctuation:, attribute:stroke-width punctuation:: value:4px',
  ],
  [
    'classDef hot fill:red;',
    'keyword:classDef class:hot attribute:fill punctuation:: value:red punctuation:;',
  ],
  ['class a,b hot', 'keyword:class node:a punctuation:, node:b class:hot'],
  [
    'linkStyle 0,1 stroke:red',
    'keyword:linkStyle number:0 punctuation:, number:1 attribute:stroke punctuation:: value:red',
  ],
  [
    'click a href "/x" "tip" _blank',
    'keyword:click node:a keyword:href string:"/x" string:"tip" value:_blank',
  ],
  [
    'subgraph one [The title]\nend',
    'keyword:subgraph group:one bracket:[ label:The_title bracket:] | keyword:end',
  ],
  ['subgraph The title', 'keyword:subgraph label:The_title'],
  [
    '---\ntitle: x\n---\ngraph TD',
    'setting:--- | setting:title:_x | setting:--- | keyword:graph direction:TD',
  ],
  [
    '%%{init: {}}%%\ngraph TD\n%% words\na %% b',
    'setting:%%{init:_{}}%% | keyword:graph direction:TD | comment:%%_words | node:a unknown:%%_b',
  ],
  ['accDescr {\n two\n} a', 'keyword:accDescr bracket:{ | label:two | bracket:} node:a'],
  ['a b c', 'node:a unknown:b_c'],
  ['ende --> endless', 'node:ende arrow:--> node:endless'],
])('%s', (text, wanted) => expect(shown(text, tokenizeMermaid)).toBe(wanted))
