/** A text line by line, while lines go, change and come. */
import type { TextEdit } from '../../../src/messages/message.js'
import { lineEndOf } from '../lines.js'

interface Line {
  readonly start: number
  /** Without its line end. */
  readonly end: number
  /** Behind its line end. */
  readonly next: number
}

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
  const lines = splitLines(text)
  const lineEnd = lineEndOf(text)
  const dropped = new Set<number>()
  const inside = new Map<number, TextEdit[]>()
  const inserted = new Map<number, string[]>()
  const lineOf = (offset: number): number => {
    let low = 0
    let high = lines.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (lines[middle]!.start <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
  return {
    count: lines.length,
    lineOf,
    indentOf: line => /^[ \t]*/.exec(text.slice(lines[line]?.start, lines[line]?.end))![0],
    drop: line => dropped.add(line),
    edit: edit => {
      const line = lineOf(edit.start)
      inside.set(line, [...(inside.get(line) ?? []), edit])
    },
    insert: (gap, texts) => {
      const list = inserted.get(gap)
      if (list) list.push(...texts)
      else inserted.set(gap, [...texts])
    },
    edits: () => {
      const all: TextEdit[] = []
      for (let gap = 0; gap <= lines.length; gap++) {
        const fresh = inserted.get(gap)
        if (fresh) all.push(insertion(text, lines, gap, fresh, lineEnd))
        const line = lines[gap]
        if (!line) continue
        if (dropped.has(gap)) all.push({ start: line.start, end: line.next, text: '' })
        else for (const edit of inside.get(gap) ?? []) all.push(edit)
      }
      return all.filter(({ start, end, text: by }) => text.slice(start, end) !== by)
    },
  }
}

/** Behind a last line without an end, the line end comes first. */
function insertion(
  text: string,
  lines: readonly Line[],
  gap: number,
  fresh: readonly string[],
  lineEnd: string,
): TextEdit {
  const at = lines[gap]?.start ?? text.length
  const open = at === text.length && text !== '' && !/[\r\n]$/.test(text)
  const joined = fresh.join(lineEnd)
  return { start: at, end: at, text: open ? lineEnd + joined : joined + lineEnd }
}

/** The last line is there only where it holds something. */
function splitLines(text: string): Line[] {
  const lines: Line[] = []
  const ends = /\r\n|\n|\r/g
  let start = 0
  for (let found = ends.exec(text); found; found = ends.exec(text)) {
    lines.push({ start, end: found.index, next: ends.lastIndex })
    start = ends.lastIndex
  }
  if (start < text.length) lines.push({ start, end: text.length, next: text.length })
  return lines
}
