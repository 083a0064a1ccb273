/** The options of formats that a call gives, beside those that the formats at hand take. */

import type { Format, FormatOption, FormatOptions, OptionUse } from './format.js'
import { similar } from './text/similar.js'

/** A format that a call reads or writes. */
export interface Using {
  readonly format: Pick<Format, 'title' | 'options'>
  readonly use: OptionUse
}

const WORDS = { read: 'reading', write: 'writing', update: 'updating' } as const

/** What is wrong with options in a call that uses these formats, in a sentence without its full stop. */
export function optionFault(options: FormatOptions, using: readonly Using[]): string | undefined {
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue
    const rules = using.flatMap(optionsOf).filter(rule => rule.name === name)
    if (rules.length === 0) return unknownOption(name, using)
    if (rules.some(({ values }) => values.includes(String(value)))) continue
    const isText = typeof value === 'string' && value !== ''
    const text = isText ? rules.find(({ takes }) => takes !== undefined) : undefined
    if (isText && text) {
      const fault = text.fault?.(value)
      if (fault === undefined) continue
      return fault
    }
    const words = [...new Set(rules.flatMap(({ values, takes }) => [...values, ...(takes ? [takes] : [])]))]
    const found = value === true || value === '' ? 'nothing' : `“${value}”`
    return `the option “${name}” takes ${joined(words, 'or')}, not ${found}`
  }
  return undefined
}

function optionsOf({ format, use }: Using): FormatOption[] {
  return (format.options ?? []).filter(option => option.for.includes(use))
}

function unknownOption(name: string, using: readonly Using[]): string {
  const names = using.map(each => optionsOf(each).map(option => option.name))
  const meant = similar(name, names.flat())
  const hint = meant === undefined ? '' : ` (did you mean “${meant}”?)`
  const taken = using.map(({ format, use }, place) => {
    const list = names[place]!.length === 0 ? 'none' : joined(names[place]!, 'and')
    return `${WORDS[use]} ${format.title} takes ${list}`
  })
  return `there is no option “${name}” here${hint}; ${[...new Set(taken)].join(', ')}`
}

function joined(words: readonly string[], last: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}
