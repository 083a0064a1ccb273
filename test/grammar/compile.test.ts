/** What the compiler refuses, and what its parsers promise whatever the text. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parserSource } from '../../scripts/grammar/compile.js'
import { generateParsers } from '../../scripts/grammars.js'
import { deepest } from '../../src/syntax/parser.js'
import type { CompiledParser } from '../../src/syntax/tree.js'

const made = join(import.meta.dirname, '.made')

async function compiled(name: string, grammar: string): Promise<CompiledParser> {
  mkdirSync(made, { recursive: true })
  const path = join(made, `${name}.gen.ts`)
  writeFileSync(path, parserSource(grammar, `${name}.ohm`, '../../../src/syntax'))
  return ((await import(path)) as { parser: CompiledParser }).parser
}

describe('a grammar is refused when it', () => {
  const refused = (grammar: string) => () => parserSource(grammar, 'g.ohm')

  test('has a syntax error, with its line', () => {
    expect(refused('G {\n  start = "a\n}')).toThrow(/Line 2/)
  })
  test('is left-recursive, directly or behind what may be empty', () => {
    expect(refused('G { A = A "a" }')).toThrow(/A is left-recursive/)
    expect(refused('G { A = B "a"  B = "-"? ~"b" A }')).toThrow(/left-recursive \(A → B → A\)/)
    expect(refused('G { A = "a"  space += blank  blank = spaces "_" }')).toThrow(/left-recursive/)
  })
  test('repeats what may be empty', () => {
    expect(refused('G { Start = ListOf<maybe, "">  maybe = "a"? }')).toThrow(/may itself be empty/)
  })
  test('applies a rule with arguments that grow', () => {
    expect(refused('G { start = f<"a">  f<x> = x f<(~x any)> }')).toThrow(/grow without end/)
  })
})

describe('nesting', () => {
  const grammar = `G {
    Start = Item*
    Item
      = "(" Item* ")" "!" --called
      | "(" Item* ")"     --bare
      | "<" Item ">"      --angled
  }`
  const nested = (depth: number) => '('.repeat(depth) + ')'.repeat(depth)

  test('is followed to a depth of our choice, and no failure is thrown beyond', async () => {
    const parser = await compiled('nesting', grammar)
    expect(parser.parse(nested(deepest - 10)).ok).toBe(true)
    for (const text of [nested(deepest + 1), nested(10_000), '('.repeat(100_000), '<'.repeat(100_000)]) {
      const result = parser.parse(text)
      expect(!result.ok && result.failure.tooDeep).toBe(true)
    }
  })

  test('costs no more where alternatives re-try it', async () => {
    const parser = await compiled('nesting', grammar)
    // Trying every level twice, and the levels in it twice again, would never end.
    expect(parser.parse(nested(400)).ok).toBe(true)
    expect(parser.parse(`${'('.repeat(400)}?`)).toMatchObject({ ok: false, failure: { offset: 400 } })
  })
})

describe('a parser', () => {
  const grammar = 'G { Start = Pair* end  Pair (a pair) = key "=" key  key (a key) = letter+ }'

  test('counts offsets from the beginning of the text when it parses a part', async () => {
    const parser = await compiled('parts', grammar)
    const text = '??? a = b ???'
    const result = parser.parse(text, { start: 3, end: 10 })
    if (!result.ok) throw new Error('does not match')
    const [pair] = result.tree.children
    expect([pair!.rule, pair!.start, pair!.end, pair!.text]).toEqual(['Pair', 4, 9, 'a = b'])
    expect(pair!.children.map(({ text }) => text)).toEqual(['a', 'b'])
    const failed = parser.parse(text, { start: 3, end: 7 })
    expect(failed).toEqual({ ok: false, failure: { offset: 4, expected: ['end of input'] } })
  })

  test('starts from any rule, and throws for one that there is not', async () => {
    const parser = await compiled('parts', grammar)
    expect(parser.parse('a=b', { rule: 'Pair' }).ok).toBe(true)
    expect(parser.parse('ab', { rule: 'key' })).toMatchObject({ ok: true, tree: { rule: 'key', text: 'ab' } })
    expect(() => parser.parse('ab', { rule: 'constructor' })).toThrow(TypeError)
  })

  test('reads a text piece by piece', async () => {
    const parser = await compiled('parts', grammar)
    const pieces = parser.pieces(' a=b c = d?')
    expect([pieces.at, pieces.atEnd]).toEqual([0, false])
    const first = pieces.next('Pair')!
    expect([first.rule, first.start, first.end]).toEqual(['Pair', 1, 4])
    expect([first.first!.text, first.first!.next!.text, first.first!.next!.next]).toEqual([
      'a',
      'b',
      undefined,
    ])
    expect([first.next, first.children.length]).toEqual([undefined, 2])
    // Another text in between, with other results at the same places.
    expect(parser.parse('?=? = ?').ok).toBe(false)
    expect(parser.pieces('zzzzzzzz').next('key')!.text).toBe('zzzzzzzz')
    expect(pieces.next('key')!.text).toBe('c')
    expect(pieces.next('Pair')).toBeUndefined()
    expect(pieces.at).toBe(6)
    expect(parser.pieces('=').next('key')).toBeUndefined()
    expect(() => pieces.next('constructor')).toThrow(TypeError)
  })

  test('keeps the tree of a piece until the next but one, and lets nobody read on in it then', async () => {
    const parser = await compiled('parts', grammar)
    const pieces = parser.pieces('a=b c=d e=f ?')
    const first = pieces.next('Pair')!
    const second = pieces.next('Pair')!
    expect([first, second].map(({ text, children }) => [text, children.length])).toEqual([
      ['a=b', 2],
      ['c=d', 2],
    ])
    const third = pieces.next('Pair')!
    expect(first.rule).toBeUndefined()
    expect(second.text).toBe('c=d')
    // Also where there is none.
    expect(pieces.next('Pair')).toBeUndefined()
    expect(second.rule).toBeUndefined()
    expect(third.first!.text).toBe('e')
  })

  test('takes any text', async () => {
    const parser = await compiled('parts', grammar)
    for (const text of ['', '\0', '\ud800', '\udc00=\ud83d', 'é=𝐀', `${'a'.repeat(1_000_000)}=b`]) {
      expect(() => parser.parse(text)).not.toThrow()
    }
    expect(parser.parse(`${'a'.repeat(1_000_000)}=b`).ok).toBe(true)
  })
})

test('the parsers of the converters run without ohm-js and without evaluating text', () => {
  const converters = join(import.meta.dirname, '../../converters')
  for (const format of ['dot', 'flowzap', 'mermaid']) {
    const source = readFileSync(join(converters, format, 'grammar.gen.ts'), 'utf8')
    expect(source).not.toMatch(/\beval\b|new Function|ohm-js/)
    expect(source.match(/^import .*$/gm)).toHaveLength(3)
  }
  for (const name of readdirSync(join(import.meta.dirname, '../../src/syntax'))) {
    expect(readFileSync(join(import.meta.dirname, '../../src/syntax', name), 'utf8')).not.toContain('ohm-js')
  }
})

test('a parser is made anew where its grammar or the parser itself changed, and else left alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'diaglot-grammars-'))
  const [grammar, parser] = [join(folder, 'toy/grammar.ohm'), join(folder, 'toy/grammar.gen.ts')]
  mkdirSync(join(folder, 'toy'))
  const isMadeAnew = async (): Promise<boolean> => {
    utimesSync(parser, 0, 0)
    expect(await generateParsers(folder)).toEqual([])
    return statSync(parser).mtimeMs > 0
  }
  writeFileSync(grammar, 'Toy { Start = "a" }')
  expect(await generateParsers(folder)).toEqual([])
  const first = readFileSync(parser, 'utf8')
  expect(await isMadeAnew()).toBe(false)
  writeFileSync(parser, first.replace('grow', 'groan'))
  expect(await isMadeAnew()).toBe(true)
  expect(readFileSync(parser, 'utf8')).toBe(first)
  writeFileSync(grammar, 'Toy { Start = "b" }')
  expect(await isMadeAnew()).toBe(true)
  expect(readFileSync(parser, 'utf8')).not.toBe(first)
  rmSync(folder, { recursive: true })
})
