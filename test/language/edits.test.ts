/** While somebody writes: a text that was edited is tokenized as a new one, and whatever is unfinished has tokens. */
import { describe, expect, test } from 'vitest'
import { tokenizeDot } from '../../converters/dot/language/tokens.js'
import { tokenizeFlowzap } from '../../converters/flowzap/language/tokens.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { tokenizeMermaid } from '../../converters/mermaid/language/tokens.js'
import { openText } from '../../src/language/index.js'
import { tokensOf } from '../../src/language/lines.js'
import type { TokenizeLine } from '../../src/language/tokens.js'
import { sample } from '../setup/runs.js'
import { corpusTexts } from './corpus-files.js'
import { faultsOf } from './spans.js'

const languages: readonly (readonly [name: string, tokenize: TokenizeLine, extensions: readonly string[]])[] =
  [
    ['FlowZap Code', tokenizeFlowzap, ['.fz']],
    ['Mermaid', tokenizeMermaid, ['.mmd', '.mermaid']],
    ['DOT', tokenizeDot, ['.gv', '.dot']],
  ]

/** What people leave in a text while they write: quotes, brackets, arrows that lead nowhere. */
const SLIPS = ['"', '[', '{', '(', '/*', '--', '%%{', '@{', '|', '\n', '->', 'end', '\0', '<', ']']

describe.each(languages)('%s', (_, tokenize, extensions) => {
  const texts = sample(corpusTexts(extensions), 24)

  test('every text that is not finished has tokens for all that stands in it', () => {
    const faults = texts.flatMap(({ file, text }) => {
      const step = Math.max(1, Math.floor(text.length / 40))
      return Array.from({ length: 40 }, (_, place) => text.slice(0, place * step)).flatMap(part =>
        faultsOf(part, tokensOf(part, tokenize).between(0, part.length)).map(fault => `${file}: ${fault}`),
      )
    })
    expect(faults).toEqual([])
  })

  test('and a slip anywhere is no more than a slip', () => {
    const faults = texts.flatMap(({ file, text }, place) => {
      const at = Math.floor(text.length * (((place * 7) % 10) / 10))
      return SLIPS.flatMap(slip => {
        const other = text.slice(0, at) + slip + text.slice(at)
        return faultsOf(other, tokensOf(other, tokenize).between(0, other.length)).map(
          fault => `${file} ${slip}: ${fault}`,
        )
      })
    })
    expect(faults).toEqual([])
  })

  test('an edited text has the tokens that it would have as a new one', () => {
    for (const [place, { text }] of texts.entries()) {
      const at = Math.floor(text.length * (((place * 3) % 10) / 10))
      const before = tokensOf(text, tokenize)
      before.between(0, text.length)
      for (const slip of SLIPS) {
        const other = text.slice(0, at) + slip + text.slice(at + 2)
        const fresh = tokensOf(other, tokenize).between(0, other.length)
        expect(tokensOf(other, tokenize, before).between(0, other.length)).toEqual(fresh)
      }
    }
  })

  test('some lines have the tokens that they have in the whole text', () => {
    for (const { text } of texts) {
      const all = tokensOf(text, tokenize).between(0, text.length)
      const [from, to] = [Math.floor(text.length / 3), Math.floor(text.length / 2)]
      const some = tokensOf(text, tokenize).between(from, to)
      const lineStart = text.slice(0, from).search(/[^\r\n]*$/)
      expect(some).toEqual(
        all.filter(({ start }) => start >= lineStart && start <= (some.at(-1)?.start ?? 0)),
      )
      expect(all.filter(({ start, end }) => start >= from && end <= to)).toEqual(
        some.filter(({ start, end }) => start >= from && end <= to),
      )
    }
  })
})

test('what stands before an edit is not tokenized anew', () => {
  const text = `flowchart LR\n${Array.from({ length: 2000 }, (_, place) => `  a${place} --> b${place}\n`).join('')}`
  let lines = 0
  const counting: TokenizeLine = (line, state, emit) => {
    lines++
    return tokenizeMermaid(line, state, emit)
  }
  const before = tokensOf(text, counting)
  before.between(0, text.length)
  expect(lines).toBe(2002)
  lines = 0
  const other = `${text.slice(0, -4)}x${text.slice(-4)}`
  tokensOf(other, counting, before).between(other.length - 10, other.length)
  expect(lines).toBeLessThan(150)
})

test('lines that nobody looks at are not tokenized', () => {
  const text = `flowchart LR\n${'a --> b\n'.repeat(1000)}`
  let lines = 0
  const tokens = tokensOf(text, (line, state, emit) => {
    lines++
    return tokenizeMermaid(line, state, emit)
  })
  tokens.between(0, 100)
  expect(lines).toBeLessThan(20)
})

test('an edited text that is opened with what it was has the answers of a new one', () => {
  const before = openText('flowchart LR\na --> b\n', mermaid)
  before.tokens()
  const after = openText('flowchart LR\na --> b\nb --> c\n', mermaid, { before })
  expect(after.tokens()).toEqual(openText(after.text, mermaid).tokens())
  expect(after.references(after.text.lastIndexOf('b')).length).toBe(2)
})
