/** What a doubt about a text is, and how one is looked for. */
import type { Range } from '../../../../src/ir/model.js'
import type { Message, TextEdit } from '../../../../src/messages/message.js'

export const WORD = '[A-Za-z_\\u0080-\\uffff][\\w\\u0080-\\uffff]*'
export const ID = `(?:"[^"\\n]*"|${WORD}|\\d+)`
export const KEYWORD = /^(?:node|edge|graph|digraph|subgraph|strict)$/i

/**
 * Each doubt is looked for by a sign of one or two characters, and then this far around it: an expression that takes
 * whole names in its stride would begin anew at each letter of a long one.
 */
const REACH = 200

/** What stands before an offset. Where it is cut off stands a character that is in no name and begins no line. */
export function before(text: string, offset: number): string {
  return offset > REACH ? `\0${text.slice(offset - REACH, offset)}` : text.slice(0, offset)
}

/** What stands from an offset on; cut off in the same way. */
export function behind(text: string, offset: number): string {
  const end = offset + REACH
  return end < text.length ? `${text.slice(offset, end)}\0` : text.slice(offset)
}

export interface Doubt {
  readonly sentence: (at: Range, edits: readonly TextEdit[] | undefined) => Message
  readonly start: number
  readonly end: number
  /** A place that stands in no quotes where the doubt is justified. */
  readonly sign: number
  /** What stands there instead, once the fix is made, where one is sure. */
  readonly text?: string
}

const NONE: readonly RegExpExecArray[] = []

/** All that a global expression finds, none of it empty. Nearly always that is nothing, and then `matchAll` would make the most of the work. */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0
  const first = pattern.exec(text)
  if (!first) return NONE
  const found = [first]
  for (let next = pattern.exec(text); next; next = pattern.exec(text)) found.push(next)
  return found
}
