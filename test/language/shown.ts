/** Tokens as a line to be read: `node:a arrow:->`, blanks in them as `_`, line ends as ` | `. */
import { tokensOf } from '../../src/language/lines.js'
import type { TokenizeLine } from '../../src/language/tokens.js'

export function shown(text: string, tokenize: TokenizeLine): string {
  const tokens = tokensOf(text, tokenize).between(0, text.length)
  return text
    .split('\n')
    .map((line, place, lines) => {
      const start = lines.slice(0, place).join('\n').length + (place > 0 ? 1 : 0)
      return tokens
        .filter(token => token.start >= start && token.end <= start + line.length)
        .map(token => `${token.kind}:${text.slice(token.start, token.end).replaceAll(' ', '_')}`)
        .join(' ')
    })
    .join(' | ')
}
