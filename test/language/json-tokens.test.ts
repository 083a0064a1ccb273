/** Tokens of JSON: what a scanner of JSON finds in the corpus, and what is sensible where nothing is JSON. */
import { createScanner } from 'jsonc-parser'
import { describe, expect, test } from 'vitest'
import { flowzapJson } from '../../converters/flowzap/index.js'
import { json } from '../../converters/json/index.js'
import { openText } from '../../src/language/index.js'
import { jsonLanguage } from '../../src/language/json.js'
import { tokensOf } from '../../src/language/lines.js'
import type { TokenKind } from '../../src/language/tokens.js'
import { corpusTexts } from './corpus-files.js'
import { shown } from './shown.js'

/** By the numbers of `SyntaxKind`, which is a const enum: `{ } [ ] , :`, the three words, texts and numbers. */
const KINDS: readonly (TokenKind | undefined)[] = [
  undefined,
  ...(['bracket', 'bracket', 'bracket', 'bracket', 'punctuation', 'punctuation'] as const),
  ...(['value', 'value', 'value', 'string', 'number'] as const),
]
const [COLON, END] = [6, 17]

/** What a scanner finds; a text before a colon is a name. */
function scanned(text: string): string[] {
  const scanner = createScanner(text, true)
  const found: { kind: TokenKind; start: number; end: number }[] = []
  for (let kind = scanner.scan(); kind !== END; kind = scanner.scan()) {
    const start = scanner.getTokenOffset()
    const last = found.at(-1)
    if (kind === COLON && last) last.kind = 'attribute'
    found.push({ kind: KINDS[kind]!, start, end: start + scanner.getTokenLength() })
  }
  return found.map(({ kind, start, end }) => `${kind} ${start} ${end}`)
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test('of the corpus are those of a scanner', () => {
  const files = corpusTexts(['.json']).filter(({ text }) => isJson(text))
  expect(files.length).toBeGreaterThan(3)
  for (const { file, text } of files) {
    const own = tokensOf(text, jsonLanguage.tokenize).between(0, text.length)
    expect([file, own.map(({ kind, start, end }) => `${kind} ${start} ${end}`)]).toEqual([
      file,
      scanned(text),
    ])
  }
})

test.each([
  [
    '{"a": [1, -2.5e3, true]}',
    'bracket:{ attribute:"a" punctuation:: bracket:[ number:1 punctuation:, number:-2.5e3 punctuation:, value:true bracket:] bracket:}',
  ],
  ['{"open: 1', 'bracket:{ string:"open:_1'],
  ['"a\\"b" , nul x', 'string:"a\\"b" punctuation:, unknown:nul unknown:x'],
  ["'a'", "unknown:' unknown:a unknown:'"],
  ['\u0000é', 'unknown:\u0000 unknown:é'],
])('%j', (text, tokens) => expect(shown(text, jsonLanguage.tokenize)).toBe(tokens))

describe('both formats of JSON', () => {
  const text = '{\n  "nodes": [\n    1\n  ],\n  "edges": []\n}\n'
  test.each([json, flowzapJson])('fold, and know which bracket closes which', format => {
    const open = openText(text, format)
    expect(open.folds().map(({ start, end }) => text.slice(start, end))).toEqual([
      '\n  "nodes": [\n    1\n  ],\n  "edges": []',
      '\n    1',
    ])
    const pair = open.bracketsAt(text.indexOf('['))
    expect(text.slice(pair!.open.start, pair!.close.end)).toBe('[\n    1\n  ]')
    expect(open.completions(4)).toEqual([])
  })
})
