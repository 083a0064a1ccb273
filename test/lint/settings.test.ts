/** How `lint` and `fix` are called: severities, codes that do not exist, places of what was fixed, texts with errors. */
import { describe, expect, test } from 'vitest'
import { fix, lint, read } from '../../src/index.js'
import { commentsOf } from '../../src/ir/comments.js'

const twice = 'flowchart LR\n  a --> b\n  a --> b\n'

describe('rules', () => {
  test.each([
    [
      { 'lint/duplicate-edg': 'off' },
      'there is no code “lint/duplicate-edg” (did you mean “lint/duplicate-edge”?)',
    ],
    [
      { 'lint/duplicate-edge': 'fatal' },
      'the rule “lint/duplicate-edge” is off, info, warning or error, not “fatal”',
    ],
    [{ 'syntax/fence': 'off' }, '“syntax/fence” is no rule: what cannot be read stays an error'],
  ])('%j', (rules, why) => {
    expect(() => lint(twice, { format: 'mermaid', rules: rules as never })).toThrow(new TypeError(why))
  })

  test('name codes of any format, and prototypes name none', () => {
    expect(() => lint(twice, { format: 'mermaid', rules: { 'lint/numbering': 'off' } })).not.toThrow()
    expect(() => lint(twice, { format: 'mermaid', rules: { constructor: 'off' } as never })).toThrow(
      TypeError,
    )
  })

  test('that are off are neither said nor fixed', () => {
    const settings = { format: 'mermaid', rules: { 'lint/duplicate-edge': 'off' } } as const
    expect(lint(twice, settings).messages).toEqual([])
    expect(fix(twice, settings).text).toBe(twice)
  })

  test('of a format give way to those of the caller', () => {
    const text = 'digraph { a -> b; a -> b; c }'
    expect(lint(text, { format: 'dot' }).messages).toEqual([])
    const rules = { 'lint/orphan': 'info', 'lint/duplicate-edge': 'error' } as const
    expect(
      lint(text, { format: 'dot', rules }).messages.map(({ code, severity }) => [code, severity]),
    ).toEqual([
      ['lint/duplicate-edge', 'error'],
      ['lint/orphan', 'info'],
    ])
  })
})

describe('what comes back', () => {
  test('is the format that the text turned out to be in', () => {
    expect(lint(twice, {}).format).toBe('mermaid')
    expect(lint('digraph { a -> b }', { file: 'x.mmd' }).format).toBe('dot')
  })

  test('names what was fixed by its place in the text that was given', () => {
    const text = '\ufeffflowchart LR\n  a -> b[x (y)]\n  b => c\n  a --> b\n'
    const { applied, text: fixed } = fix(text, { format: 'mermaid' })
    expect(fixed).toBe('\ufeffflowchart LR\n  a --> b["x (y)"]\n  b ==> c\n')
    const source = text.slice(1)
    expect(applied.map(({ code, at }) => [code, source.slice(...at!).split('\n')[0]])).toEqual([
      ['syntax/unexpected', '->'],
      ['syntax/unexpected', '=>'],
      ['lint/duplicate-edge', 'a --> b'],
    ])
  })

  test('is the text itself where there is nothing to fix, and where a fix is refused', () => {
    const text = 'Sales { # Sales\nn1: circle\nn2: circle\nn1.handle(right) -> n2.handle(left)\n}\n'
    expect(fix(text, { format: 'flowzap' })).toEqual({ text, applied: [], refused: [], messages: [] })
  })

  test('only the codes that are named', () => {
    const text = 'digraph { a [lable="x", shape=bxo] }'
    const { text: fixed } = fix(text, { format: 'dot', only: ['lint/unknown-value'] })
    expect(fixed).toBe('digraph { a [lable="x", shape=box] }')
    expect(() => fix(text, { format: 'dot', only: ['lint/unknown-valu'] })).toThrow(TypeError)
  })
})

test('notes of the linter in FlowZap Code carry nothing, and stay when it is read and written', () => {
  const text = 'Sales { # Sales\n//@ diaglot-ignore lint/orphan\nn1: circle label:"Alone"\n}\n'
  const { graphs, messages, carrying } = read(text, { format: 'flowzap' })
  expect(messages).toEqual([])
  expect(carrying).toBe(false)
  expect(commentsOf(graphs[0]!.nodes.get('n1')!, 'flowzap')).toEqual(['@ diaglot-ignore lint/orphan'])
})

test('a line that carries and a note stand side by side', () => {
  const text =
    'Sales { # Sales\n//@ diaglot-ignore lint/orphan\nn1: circle label:"Alone"\n}\n//@ nothing that can be read\n'
  expect(lint(text, { format: 'flowzap' }).messages.map(({ code }) => code)).toEqual(['repair/carried'])
})

test('of half a diagram the rules over the model say nothing', () => {
  const twice = 'flowchart LR\n  a --> b\n  a --> b\n'
  const codes = (text: string) => lint(text, { format: 'mermaid' }).messages.map(({ code }) => code)
  expect(codes(twice)).toEqual(['lint/duplicate-edge'])
  expect(codes(`${twice}  c[x (y)] --> d\n`)).toEqual(['syntax/unexpected'])
})
