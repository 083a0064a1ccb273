/** What a fix does to a diagram, by the code of its message. */
import type { CodeEntry } from '../messages/code.js'
import type { Found } from './lint.js'

/**
 * `error`: mends what cannot be read, so that the text reads as it is read in spite of the mistake. `same`: the diagram stays
 * what it is. `fewer`: an edge goes. `meaning`: at the place of the fix, the text reads as it was meant.
 */
export type FixKind = 'error' | 'same' | 'fewer' | 'meaning'

export function kindOf({ message, extra }: Found, known: ReadonlyMap<string, CodeEntry>): FixKind {
  if (extra) return 'fewer'
  const entry = known.get(message.code)
  if (entry?.fix === 'meaning') return 'meaning'
  return entry?.severity === 'error' && !message.code.startsWith('lint/') ? 'error' : 'same'
}

/** Whether the fix of a code is to be made. */
export function isAllowed(
  code: string,
  only: readonly string[] | undefined,
  known: ReadonlyMap<string, CodeEntry>,
): boolean {
  return only ? only.includes(code) : known.get(code)?.fix !== 'named'
}
