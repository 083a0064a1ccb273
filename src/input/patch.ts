/** A patch: what `git diff` prints of a file, with a sign before each line. */
import type { Format } from '../format.js'
import { type Line, linesOf } from './lines.js'
import { patch } from './messages.js'
import { cutOut, type Unwrapped } from './surroundings.js'

/** The lines above the changes: the names and numbers of the two versions. */
const HEADING =
  /^(?:diff |index [0-9a-f]+|(?:---|\+\+\+) \S|(?:new|deleted) file mode|similarity |rename |@@ .*@@|\\ No newline)/

/**
 * The new version of the file, where a text is a patch: it has the line `@@ … @@`, or lines that begin with `+` and
 * others with `-`, or with `+` alone.
 */
export function withoutPatchSigns(text: string, format: Format): Unwrapped | undefined {
  if (!/^(?:@@ |\+)/m.test(text)) return undefined
  const lines = linesOf(text)
  const hasHunk = lines.some(({ text: line }) => /^@@ .*@@/.test(line))
  const added = lines.filter(({ text: line }) => /^\+(?!\+\+ )/.test(line))
  if (!hasHunk && added.length === 0) return undefined
  const removed = (line: Line) => HEADING.test(line.text) || /^-/.test(line.text)
  const ranges = lines.flatMap((line): [number, number][] => {
    if (removed(line)) return [[line.start, line.next]]
    return line.text.startsWith('+') || (hasHunk && line.text.startsWith(' '))
      ? [[line.start, line.start + 1]]
      : []
  })
  const [first] = ranges
  if (!first) return undefined
  const end = Math.min(first[1], lines.find(({ start }) => start === first[0])?.end ?? first[1])
  return cutOut(text, format, ranges, (_, edits) => patch([first[0], end], edits))
}
