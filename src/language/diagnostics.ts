/** What is to be said of a text, each with its place, what its code means and the fix that there is. */
import type { CodeEntry } from '../messages/code.js'
import type { Fix, Message, Severity } from '../messages/message.js'
import type { Range } from './range.js'

export interface Diagnostic {
  /** As `docs/messages.md` has it. */
  readonly code: string
  readonly severity: Severity
  /** A sentence. */
  readonly text: string
  /** A paragraph about the code: what it means, why it matters, what to do. */
  readonly about: string
  /** Where it is shown; the first line where it is said of the text as a whole. */
  readonly at: Range
  readonly fix?: Fix
}

/** @param shift by how much the places of messages are less than those of the text: the mark that it may begin with */
export function diagnosticsOf(
  messages: readonly Message[],
  known: ReadonlyMap<string, CodeEntry>,
  text: string,
  shift: number,
): Diagnostic[] {
  const firstLine = text.slice(shift).search(/[\r\n]|$/) + shift
  return messages.map(({ code, severity, text: sentence, at, fix }) => ({
    code,
    severity,
    text: sentence,
    about: known.get(code)?.about ?? '',
    at: at ? [at[0] + shift, at[1] + shift] : [shift, firstLine],
    ...(fix && { fix: shift === 0 ? fix : { ...fix, edits: shifted(fix.edits, shift) } }),
  }))
}

export const shifted = (edits: Fix['edits'], by: number): Fix['edits'] =>
  edits.map(({ start, end, text }) => ({ start: start + by, end: end + by, text }))
