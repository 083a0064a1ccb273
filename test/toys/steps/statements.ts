/** The lines of a text: each is a statement, a comment (`#`), or what is carried (`#@`). */
import type { Edge, Graph, Group, Node } from '../../../src/ir/model.js'

export interface Statement {
  readonly words: readonly string[]
  /** `undefined` where none is given, `null` for one that is not closed. */
  readonly label: string | null | undefined
  readonly start: number
  readonly end: number
}

export const CARRIED = '#@ '

/** Every line that is not blank. */
export function statementsOf(text: string): Statement[] {
  return [...text.matchAll(/[^\r\n]+/g)].map(({ 0: line, index: start }) => {
    const quote = line.indexOf('"')
    const head = quote < 0 ? line : line.slice(0, quote)
    const words = line.startsWith('#') ? ['#'] : head.trim().split(/[ \t]+/)
    return {
      words,
      label: quote < 0 ? undefined : labelOf(line.slice(quote)),
      start,
      end: start + line.length,
    }
  })
}

function labelOf(json: string): string | null {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'string' ? value : null
  } catch {
    return null
  }
}

const quoted = (text: string): string => JSON.stringify(text)

export const titleLines = ({ title }: Graph): string[] =>
  title === undefined ? [] : [`title ${quoted(title)}`]
export const partLine = ({ id, label }: Group): string => `part ${id} ${quoted(label.text)}`
export const goLine = ({ from, to, label }: Edge): string => `go ${from.id} ${to.id} ${quoted(label.text)}`
export const stepLine = ({ id, shape, group, label }: Node): string =>
  `${shape === 'diamond' ? 'question' : 'step'} ${id} ${group === undefined ? '' : `${group} `}${quoted(label.text)}`
