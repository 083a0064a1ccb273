/** Mermaid's directives: `%%{init: { … }}%%` and `%%{wrap}%%`, anywhere in the text. */
import type { Value } from '../../../src/ir/model.js'
import { toValue } from '../words/yaml.js'

export interface Directive {
  readonly start: number
  readonly end: number
  /** `init`, `initialize`, `wrap`, or what else its author wrote. */
  readonly type: string
  /** Its argument; absent where it has none or one that is no JSON, which mermaid ignores without a word. */
  readonly argument?: Value
}

/** A directive's beginning, up to its argument when that is more than a word. */
const opening = /%%\{\s*(?:(?<type>\w+)\s*:|(?<word>\w+)(?!\w))\s*(?<argument>\w+)?/gy

/** All directives of a text, in order. One that is not closed takes the rest of the text. */
export function findDirectives(text: string): Directive[] {
  const found: Directive[] = []
  for (let start = text.indexOf('%%{'); start >= 0; ) {
    opening.lastIndex = start
    const match = opening.exec(text)
    if (!match) {
      start = text.indexOf('%%{', start + 1)
      continue
    }
    const { type, word, argument } = match.groups!
    const argumentStart = start + match[0].length
    let argumentEnd = argumentStart
    if (argument === undefined) {
      const close = text.indexOf('}%%', argumentStart)
      argumentEnd = close < 0 ? text.length : close
    }
    const json = text.slice(argumentStart, argumentEnd)
    const end = directiveEnd(text, argumentEnd)
    found.push({ start, end, type: type ?? word ?? '', ...argumentOf(argument ?? json) })
    start = text.indexOf('%%{', Math.max(end, start + 1))
  }
  return found
}

function directiveEnd(text: string, from: number): number {
  let end = from
  while (end < text.length && /\s/.test(text[end]!)) end++
  return text.startsWith('}%%', end) ? end + 3 : end
}

function argumentOf(source: string): { argument?: Value } {
  const text = source.trim()
  if (text === '') return {}
  const value = jsonIn(text)
  if (value !== undefined) return { argument: value }
  return /^\w+$/.test(text) ? { argument: text } : {}
}

/** What a text says as JSON, in which Mermaid lets authors quote with `'`; nothing where it is none. */
export function jsonIn(text: string): Value | undefined {
  try {
    return toValue(JSON.parse(text.replaceAll("'", '"')))
  } catch {
    return undefined
  }
}
