/** Texts with blanks in them that say nothing: what somebody in a hurry writes. Formatting takes all of them out again. */
import fc from 'fast-check'
import type { Format } from '../../src/format.js'
import { tokens } from './tokens.js'

/** A stream of small numbers that repeats. */
type Numbers = readonly number[]

const BLANKS = ['', '', ' ', '  ', '\t', ' \t ']

export const numbers: fc.Arbitrary<Numbers> = fc.array(fc.nat(BLANKS.length - 1), {
  minLength: 7,
  maxLength: 40,
})

/** With other blanks between the words of a text, wherever its format allows any. */
export function rumpled({ name }: Format, text: string, chosen: Numbers): string {
  let next = 0
  const blanks = (): string => BLANKS[chosen[next++ % chosen.length]!]!
  if (name === 'mermaid') return ofLines(text, line => blanks() + line.trimStart())
  if (name === 'drawio')
    return text.replace(/(?<=") (?=[\w-]+=")|(?<=")\/?>(?=\s*<)/g, found => `${blanks()}${found}`)
  if (name === 'steps') return text.replace(/(?<=.)$/gm, blanks)
  let out = ''
  let from = 0
  for (const { start, end } of tokens(name, text)) {
    out += blanks() + text.slice(from, start) + (from === 0 ? '' : blanks()) + text.slice(start, end)
    from = end
  }
  return out + blanks() + text.slice(from)
}

/** Each line that is no part of a text of several lines. */
const ofLines = (text: string, change: (line: string) => string): string =>
  text
    .split('\n')
    .map(line => (line === '' || /^(?:---|title:)/.test(line) ? line : change(line)))
    .join('\n')
