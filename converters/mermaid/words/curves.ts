/** Names of curves: `linkStyle` takes those that are one word to it, `@{ curve: … }` takes any. */
import type { Value } from '../../../src/ir/model.js'
import { part } from '../../../src/syntax/tree.js'
import { parser } from '../grammar.gen.js'
import { onlyKnownLetters } from './letters.js'

/** Whether `linkStyle` can name a curve. */
export function isCurveWord(value: Value | undefined): value is string {
  if (typeof value !== 'string' || !onlyKnownLetters(value) || value.includes('%%')) return false
  return [`${value} x:y`, value].every(text => {
    const parsed = parser.parse(`linkStyle 0 interpolate ${text}\n`, { rule: 'LinkStyle' })
    return (
      parsed.ok &&
      parsed.tree.first.rule !== 'LinkStyle_style' &&
      part(parsed.tree.first, 'curve').text === value
    )
  })
}
