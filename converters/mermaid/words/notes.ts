/** Notes that stand beside a diagram, as comments behind it. */
import { harmless, isComment } from './comments.js'

/** A line of a note in signs that mean nothing to Mermaid, or nothing where there are none. */
export function noteLine(line: string): string | undefined {
  const text = ` ${harmless(line).trim()}`
  const plain = isComment(text) ? text : ` ${harmless(line.replace(/[<>"]/g, ' ')).trim()}`
  return plain !== ' ' && isComment(plain) ? plain : undefined
}
