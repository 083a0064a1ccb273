/** A text in the spelling of the mermaid that is to read it, where one is asked for. */
import type { FormatOptions } from '../../../src/format.js'
import { inPlaces, withEdits } from '../../../src/messages/edits.js'
import type { Message, TextEdit } from '../../../src/messages/message.js'
import { findingsFor } from '../lint/versions.js'
import { type Renderer, rendererOf } from '../versions/renderer.js'

/** A finding may hide another one on its line. */
const MOST_ROUNDS = 8

/**
 * What the author, or an earlier step, spells in a newer way is spelled in an older one. Where no older one says the same, the diagram is
 * written anew, since a text that shows an error where it is read serves nobody.
 * @param anew gives the whole diagram as the writer of the format writes it for this renderer
 */
export function readable(text: string, options: FormatOptions, anew: () => string): string {
  const renderer = rendererOf(options)
  if (!renderer) return text
  let now = text
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const refused = refusedIn(now, renderer)
    if (refused.length === 0) return now
    const edits = apart(refused.flatMap(({ fix }) => (fix ? [fix.edits] : [])))
    if (edits.length === 0) break
    now = withEdits(now, edits)
  }
  const written = anew()
  return refusedIn(written, renderer).length < refusedIn(now, renderer).length ? written : now
}

/** What in a text is newer than the mermaid that the options name; nothing where they name none. */
export function unreadMermaid(text: string, options: FormatOptions): readonly Message[] {
  const renderer = rendererOf(options)
  return renderer ? refusedIn(text, renderer) : []
}

const refusedIn = (text: string, renderer: Renderer): Message[] =>
  findingsFor(text, renderer).filter(({ code }) => code === 'lint/mermaid-version')

/** Of several fixes those that do not touch an earlier one. */
function apart(fixes: readonly (readonly TextEdit[])[]): readonly TextEdit[] {
  const taken: TextEdit[] = []
  for (const fix of fixes) {
    const isFree = fix.every(({ start, end }) => taken.every(other => end < other.start || start > other.end))
    if (isFree) taken.push(...fix)
  }
  return inPlaces(taken)
}
