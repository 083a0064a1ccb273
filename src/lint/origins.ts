/** The way back from a text to the one that it was made of. */
import { lastAtMost } from '../ir/lists.js'
import type { TextEdit } from '../messages/message.js'

/** @param edits in the order of their places, without overlap @returns where an offset of the edited text was before */
export function originsOf(edits: readonly TextEdit[]): (offset: number) => number {
  const starts: number[] = []
  let grown = 0
  for (const { start, end, text } of edits) {
    starts.push(start + grown)
    grown += text.length - (end - start)
  }
  return offset => {
    const edit = edits[lastAtMost(starts, offset)]
    if (!edit) return offset
    const into = offset - starts[lastAtMost(starts, offset)]!
    return into >= edit.text.length
      ? edit.end + into - edit.text.length
      : Math.min(edit.start + into, edit.end)
  }
}
