/** The marks that git leaves in a file where two versions of it could not be merged. */
import { type Message, message } from '../messages/message.js'
import { blanked, type Line, linesOf } from './lines.js'

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

/** One message for each conflict. Which of its versions is right is not for us to say, so there is no fix. */
export function conflictErrors({ conflicts }: Unmerged): Message[] {
  return conflicts.map(({ opening }) =>
    message(
      'syntax/conflict',
      'Two versions of this file were merged, and here they contradict each other: keep one of them and remove the lines “<<<<<<<”, “=======” and “>>>>>>>”. The first one is read.',
      { at: [opening.start, opening.end] },
    ),
  )
}

/** Where a format happens to accept the marks, they are still no part of the diagram that anybody meant. */
export function conflictWarnings(text: string): Message[] {
  return withoutConflicts(text).conflicts.map(({ opening }) =>
    message(
      'lint/conflict',
      'These look like the marks of a merge that failed, and they are read as a part of the diagram: keep one of the two versions and remove the lines “<<<<<<<”, “=======” and “>>>>>>>”.',
      { at: [opening.start, opening.end] },
    ),
  )
}
