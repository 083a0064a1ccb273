/** The marks that git leaves in a file where two versions of it could not be merged. */
import type { Message } from '../messages/message.js'
import { blanked, type Line, linesOf } from './lines.js'
import { conflict, conflictRead } from './messages.js'

interface Conflict {
  readonly opening: Line
  /** Where the versions part: `|||||||` before the common ancestor, `=======` before the other version. */
  readonly ancestor: Line | undefined
  readonly middle: Line
  readonly closing: Line
}

/** The conflicts of a text: `<<<<<<<`, `=======` and `>>>>>>>`, each at the start of a line, in this order. */
function conflictsIn(text: string): Conflict[] {
  if (!/^<{7}(?=[ \r\n]|$)/m.test(text)) return []
  const found: Conflict[] = []
  let opening: Line | undefined
  let ancestor: Line | undefined
  let middle: Line | undefined
  for (const line of linesOf(text)) {
    const mark = /^([<|=>])\1{6}(?= |$)/.exec(line.text)?.[1]
    if (mark === '<') {
      opening = line
      ancestor = middle = undefined
    } else if (mark === '|' && opening && !middle) ancestor = line
    else if (mark === '=' && opening) middle = line
    else if (mark === '>' && opening && middle) {
      found.push({ opening, ancestor, middle, closing: line })
      opening = undefined
    }
  }
  return found
}

export interface Unmerged {
  /** The text with only the first version of each conflict; places are as they were. */
  readonly text: string
  readonly ranges: readonly (readonly [start: number, end: number])[]
  readonly conflicts: readonly Conflict[]
}

export function withoutConflicts(text: string): Unmerged {
  const conflicts = conflictsIn(text)
  const ranges = conflicts.flatMap(({ opening, ancestor, middle, closing }) => [
    [opening.start, opening.end] as const,
    [(ancestor ?? middle).start, closing.end] as const,
  ])
  return { text: ranges.length > 0 ? blanked(text, ranges) : text, ranges, conflicts }
}

/** One message for each conflict. */
export function conflictErrors({ conflicts }: Unmerged): Message[] {
  return conflicts.map(({ opening }) => conflict([opening.start, opening.end]))
}

export function conflictWarnings(text: string): Message[] {
  return withoutConflicts(text).conflicts.map(({ opening }) => conflictRead([opening.start, opening.end]))
}
