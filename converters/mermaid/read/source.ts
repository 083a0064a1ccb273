/** The author's text as its parts are read: values without marks, places in the author's offsets. */

import { lastAtMost } from '../../../src/ir/lists.js'
import type { Range } from '../../../src/ir/model.js'
import type { Message } from '../../../src/messages/message.js'
import type { Names } from '../../../src/syntax/names.js'
import type { Tree } from '../../../src/syntax/tree.js'
import type { Marked } from '../document/direction-marks.js'
import type { Prepared } from '../document/prepare.js'
import { originOf } from '../words/edited.js'
import { notADirection } from './messages.js'

export interface Source {
  readonly prepared: Prepared
  readonly marked: Marked
  readonly messages: Message[]
  /** The names in the text, where it has no marks. */
  readonly names?: Names | undefined
}

/** A leaf's text, without marks. A marked line must not leave the leaf before its word `direction`. */
export function rawText(source: Source, leaf: Tree, from = leaf.start, to = leaf.end): string {
  const { edited, lines } = source.marked
  if (lines.length === 0) return source.prepared.edited.text.slice(from, to)
  const start = edited.origin(from)
  const end = to > from ? edited.origin(to - 1) + 1 : start
  const line = lines[lastAtMost(lineStarts(source), end - 1)]
  if (line && line.start > start && line.word >= end) reportDirection(source, line)
  return source.prepared.edited.text.slice(start, Math.max(end, start))
}

/** Says that mermaid reads the rest of a line as a direction, where no direction can stand. */
export function reportDirection(
  source: Source,
  line: { readonly start: number; readonly word: number },
): void {
  const at = originOf(source.prepared.edited, line.word, line.word + 'direction'.length)
  source.messages.push(notADirection(at))
}

const startsOf = new WeakMap<Marked, number[]>()

function lineStarts({ marked }: Source): number[] {
  let starts = startsOf.get(marked)
  if (!starts) {
    starts = marked.lines.map(({ start }) => start)
    startsOf.set(marked, starts)
  }
  return starts
}

/** The place of a part of the tree in the author's text, without the blanks that it may begin and end with. */
export function placeOf(source: Source, { start, end }: Tree): Range {
  const { text } = source.marked.edited
  let from = start
  let to = end
  while (from < to && isBlank(text, from)) from++
  while (to > from && isBlank(text, to - 1)) to--
  return rangeOf(source, from < to ? from : start, from < to ? to : end)
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 32 || (code >= 9 && code <= 13) || (code >= 0xa0 && /\s/.test(text[at]!))
}

/** The author's range of a range of the text that the grammar saw. */
export function rangeOf({ marked, prepared }: Source, start: number, end: number): Range {
  const [from, to] = originOf(marked.edited, start, end)
  return originOf(prepared.edited, from, to)
}
