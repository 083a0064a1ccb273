/** A text line by line, while lines go, change and come. */
import { addTo } from '../../../src/ir/lists.js'
import type { TextEdit } from '../../../src/messages/message.js'
import { lineTable, placeOf } from '../../../src/messages/place.js'
import { isLineEnd, lineEndOf } from '../lines.js'

/** The edits of a text that holds one statement to a line. A gap is the number of the line in front of which it lies. */
export interface Lines {
  readonly count: number
  /** The number of the line that holds an offset. */
  readonly lineOf: (offset: number) => number
  /** The blanks that a line begins with. */
  readonly indentOf: (line: number) => string
  readonly drop: (line: number) => void
  /** An edit inside of a line. */
  readonly edit: (edit: TextEdit) => void
  /** New lines, without line ends, behind what was put into the gap before. */
  readonly insert: (gap: number, texts: readonly string[]) => void
  readonly edits: () => readonly TextEdit[]
}

export function linesOf(text: string): Lines {
  const table = lineTable(text)
  const { starts } = table
  // Behind the last line end stands no line.
  const count = starts.at(-1) === text.length ? starts.length - 1 : starts.length
  const startOf = (line: number) => starts[line] ?? text.length
  const lineOf = (offset: number) => placeOf(table, offset).line - 1
  const lineEnd = lineEndOf(text)
  const dropped = new Set<number>()
  const inside = new Map<number, TextEdit[]>()
  const inserted = new Map<number, string[]>()
  return {
    count,
    lineOf,
    indentOf: line => /^[ \t]*/.exec(text.slice(startOf(line), startOf(line + 1)))![0],
    drop: line => dropped.add(line),
    edit: edit => {
      addTo(inside, lineOf(edit.start), edit)
    },
    insert: (gap, texts) => {
      for (const line of texts) addTo(inserted, gap, line)
    },
    edits: () => {
      const all: TextEdit[] = []
      for (let gap = 0; gap <= count; gap++) {
        const fresh = inserted.get(gap)
        if (fresh) all.push(insertion(text, startOf(gap), fresh, lineEnd))
        if (dropped.has(gap)) all.push({ start: startOf(gap), end: startOf(gap + 1), text: '' })
        else for (const edit of inside.get(gap) ?? []) all.push(edit)
      }
      return all.filter(({ start, end, text: by }) => text.slice(start, end) !== by)
    },
  }
}

/** Behind a last line without an end, the line end comes first. */
function insertion(text: string, at: number, fresh: readonly string[], lineEnd: string): TextEdit {
  const open = at === text.length && text !== '' && !isLineEnd(text.at(-1))
  const joined = fresh.join(lineEnd)
  return { start: at, end: at, text: open ? lineEnd + joined : joined + lineEnd }
}
