/** What Graphviz warns of or passes over: named with its place, and with what was meant. */
import { describe, expect, test } from 'vitest'
import { readDot } from '../../converters/dot/index.js'
import { withEdits } from '../../src/messages/edits.js'
import { drawnWith } from './graphviz.js'

const said = (text: string) =>
  readDot(text).messages.map(({ code, severity, at, fix }) => [
    code,
    severity,
    text.slice(...at!),
    fix?.edits.map(edit => edit.text).join(),
  ])

describe('a mistake in a name', () => {
  test.each([
    ['digraph { a [lable=x] }', 'lint/unknown-attribute', 'lable', 'label'],
    ['digraph { rankdirr=LR }', 'lint/unknown-attribute', 'rankdirr', 'rankdir'],
    ['digraph { edge [arowhead=vee] }', 'lint/unknown-attribute', 'arowhead', 'arrowhead'],
    ['digraph { a ["fontsze"=12] }', 'lint/unknown-attribute', '"fontsze"', '"fontsize"'],
    ['digraph { a [shape=rectangel] }', 'lint/unknown-value', 'rectangel', 'rectangle'],
    ['digraph { node [shape="elipse"] }', 'lint/unknown-value', '"elipse"', '"ellipse"'],
    ['digraph { a [color=bleu] }', 'lint/unknown-value', 'bleu', 'blue'],
    ['digraph { a [color="red:greeen"] }', 'lint/unknown-value', '"red:greeen"', '"red:green"'],
    ['digraph { a [fillcolor="red;0.3:blu"] }', 'lint/unknown-value', '"red;0.3:blu"', '"red;0.3:blue"'],
    ['digraph { a [fillcolor="light blue"] }', 'lint/unknown-value', '"light blue"', '"lightblue"'],
    ['digraph { a -> b [arrowhead=nrmal] }', 'lint/unknown-value', 'nrmal', 'normal'],
    ['digraph { a [style="filed,rounded"] }', 'lint/unknown-value', '"filed,rounded"', '"filled,rounded"'],
    ['digraph { a -> b [dir=bak] }', 'lint/unknown-value', 'bak', 'back'],
    ['digraph { rankdir=lr }', 'lint/unknown-value', 'lr', 'LR'],
    ['digraph { rankdir=TD }', 'lint/unknown-value', 'TD', 'TB'],
    ['digraph { a [shape=sdl_task] }', 'lint/unknown-value', 'sdl_task', undefined],
  ])('%s', (text, code, place, fixed) => {
    expect(said(text)).toEqual([[code, 'warning', place, fixed]])
  })

  test.each([
    ['names', 'colr=red', 'colr', 'color=red'],
    ['values', 'color=bleu', 'bleu', 'color=blue'],
    ['quoted values', 'shape="elipse"', '"elipse"', 'shape="ellipse"'],
  ])('is named once, and mended wherever it stands: %s', (_, wrong, place, right) => {
    const text = (what: string) =>
      `digraph {\n  node [${what}]\n  a [${what}]; subgraph s { b [${what}, label=x] }\n  c [${what}]\n}\n`
    const { messages } = readDot(text(wrong))
    expect(messages.map(({ at }) => text(wrong).slice(...at!))).toEqual([place])
    expect(withEdits(text(wrong), messages[0]!.fix!.edits)).toBe(text(right))
  })

  test('is named once, however often it is made, beside errors and comments too', () => {
    const text = 'digraph {\n // c\n a [colr=red]; b [colr=red]\n c [w=1px]\n}'
    expect(said(text).map(([code]) => code)).toEqual(['lint/unknown-attribute', 'syntax/unquoted'])
  })
})

test.each([
  ['digraph { a [type=x, cv=1, rate=2, prompt="p", owner=me, tags=t, zero_load=1] }'],
  [
    'digraph { a [color="#12f", fillcolor="0.1 0.2 0.3:red;0.5", fontcolor="/blues9/3" bgcolor=transparent] }',
  ],
  ['digraph { colorscheme=blues9; a [color=3]; b [color="/x11/red"]; c [color=LightGoldenrod2] }'],
  ['digraph { a [shape=plain]; b [shape=Msquare]; c [shape=none style="setlinewidth(2),wedged"] }'],
  ['digraph { a -> b [arrowhead=crowotee arrowtail=olboxinv dir=both]; b -> c [arrowhead=ediamond] }'],
  ['digraph { a [label=<<b>x</b>>, tooltip="", color=""] }'],
])('%s is right', text => {
  expect(said(text)).toEqual([])
})

describe('a number that runs into a name', () => {
  test.each([
    ['digraph { 123abc -> x; 5_a }', ['123abc', '5_a']],
    ['digraph { a -> 1b }', ['1b']],
    ['digraph { 1.2.3 }', ['1.2.3']],
    ['digraph { { 7é } -5a }', ['7é', '-5a']],
    ['digraph { 1 a 2; b3 4.5 "x"c 6->d }', []],
  ])('%s', async (text, words) => {
    const found = said(text)
    expect(found.map(([code, , place, fixed]) => [code, place, fixed])).toEqual(
      words.map(word => ['lint/number', word, `"${word}"`]),
    )
    // Only an installed dot tells its warnings.
    const { complaints } = await drawnWith(text)
    const warned = complaints.filter(line => line.includes('badly delimited'))
    if (warned.length > 0) expect(words.length).toBeGreaterThan(0)
  })

  test('in a list of attributes has no repair that is sure', () => {
    expect(said('digraph { a [x=1y=2] }')).toEqual([['lint/number', 'warning', '1y', undefined]])
  })
})

test('doubts are found behind and before texts and names without end', () => {
  const endless = 'x'.repeat(400_000)
  const text = `digraph { ${endless} [label="${endless}"]\n a -> b: yes\n c <-> d\n ${endless} }`
  const { messages } = readDot(text)
  expect(messages.map(({ code, at }) => [code, text.slice(at?.[0], at?.[1])])).toEqual([
    ['lint/port', ': yes'],
    ['lint/edge-operator', 'c <-> d'],
  ])
})
