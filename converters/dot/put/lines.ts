/** The edits between two texts, line by line: lines that both have in order are left alone. */
import type { TextEdit } from '../../../src/messages/message.js'
import { ascending } from '../../../src/put/order.js'

export function lineEdits(before: string, after: string): TextEdit[] {
  if (before === after) return []
  const [a, b] = [lines(before), lines(after)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const pairs = commonLines(a.slice(start, a.length - end), b.slice(start, b.length - end))
  const edits: TextEdit[] = []
  let [i, j, at] = [start, start, length(a.slice(0, start))]
  for (const [left, right] of [...pairs, [a.length - end - start, b.length - end - start]] as const) {
    const old = a.slice(i, start + left).join('')
    const fresh = b.slice(j, start + right).join('')
    if (old !== fresh) edits.push(trimmed(at, old, fresh))
    at += old.length + (a[start + left]?.length ?? 0)
    i = start + left + 1
    j = start + right + 1
  }
  return edits
}

const lines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []
const length = (list: readonly string[]): number => list.reduce((sum, line) => sum + line.length, 0)

/** Without what both begin and end with. */
function trimmed(at: number, old: string, fresh: string): TextEdit {
  const most = Math.min(old.length, fresh.length)
  let head = 0
  while (head < most && old[head] === fresh[head]) head++
  let tail = 0
  while (tail < most - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++
  return { start: at + head, end: at + old.length - tail, text: fresh.slice(head, fresh.length - tail) }
}

/** Lines that stand once in each and are the same, as many as stand in the same order: what patience diffs go by. */
function commonLines(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const places = new Map<string, number>()
  for (const [place, line] of b.entries()) places.set(line, places.has(line) ? -1 : place)
  const counts = new Map<string, number>()
  for (const line of a) counts.set(line, (counts.get(line) ?? 0) + 1)
  const shared = a.flatMap((line, place): [number, number][] => {
    const other = places.get(line)
    return other !== undefined && other >= 0 && counts.get(line) === 1 ? [[place, other]] : []
  })
  return ascending(shared)
}
