/** JSON for editors, whatever stands in it: names, texts, numbers, and brackets that open and close (RFC 8259). */
import type { Language } from './language.js'
import { matchEnd, skipBlanks, type TokenizeLine, type TokenKind } from './tokens.js'

/** A text, closed or not: none goes over the end of its line. */
const STRING = /"(?:[^"\\]|\\.)*"?/y
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /[A-Za-z_]\w*/y
const WORDS: ReadonlySet<string> = new Set(['true', 'false', 'null'])

const tokenizeJson: TokenizeLine = ({ text, start, end }, _, emit) => {
  const line = text.slice(start, end)
  for (let at = skipBlanks(line, 0, line.length); at < line.length; at = skipBlanks(line, at, line.length)) {
    const [kind, behind] = tokenAt(line, at)
    const nest = kind === 'bracket' ? ('{['.includes(line[at]!) ? 1 : -1) : undefined
    emit(kind, start + at, start + behind, nest && { nest })
    at = behind
  }
  return ''
}

function tokenAt(line: string, at: number): [kind: TokenKind, end: number] {
  const sign = line[at]!
  if ('{}[]'.includes(sign)) return ['bracket', at + 1]
  if (sign === ',' || sign === ':') return ['punctuation', at + 1]
  if (sign === '"') {
    const end = matchEnd(STRING, line, at)
    return [line[skipBlanks(line, end, line.length)] === ':' ? 'attribute' : 'string', end]
  }
  const number = matchEnd(NUMBER, line, at)
  if (number > at) return ['number', number]
  const word = matchEnd(WORD, line, at)
  if (word > at) return [WORDS.has(line.slice(at, word)) ? 'value' : 'unknown', word]
  return ['unknown', at + 1]
}

export const jsonLanguage: Language = {
  tokenize: tokenizeJson,
  words: () => [],
  offer: () => ({}),
}
