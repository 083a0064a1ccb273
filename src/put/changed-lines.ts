/** Two texts compared line by line: the edits that lead from the one to the other and leave equal lines alone. */

import { ascending } from '../ir/order.js'
import type { TextEdit } from '../messages/message.js'

/** Lines that stand once in both texts hold them together; what differs between two of those is replaced. */
export function changedLines(before: string, after: string): TextEdit[] {
  const [left, right] = [linesOf(before), linesOf(after)]
  const pairs = ascending(uniquePairs(left, right))
  const starts = offsets(left)
  const edits: TextEdit[] = []
  let [from, to] = [0, 0]
  for (const [nextFrom, nextTo] of [...pairs, [left.length, right.length] as const]) {
    let [start, target] = [from, to]
    while (start < nextFrom && target < nextTo && left[start] === right[target]) {
      start++
      target++
    }
    let [end, targetEnd] = [nextFrom, nextTo]
    while (end > start && targetEnd > target && left[end - 1] === right[targetEnd - 1]) {
      end--
      targetEnd--
    }
    if (end > start || targetEnd > target)
      edits.push(
        narrowed(left.slice(start, end).join(''), right.slice(target, targetEnd).join(''), starts[start]!),
      )
    from = nextFrom + 1
    to = nextTo + 1
  }
  return edits
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

function offsets(lines: readonly string[]): number[] {
  const starts = [0]
  for (const line of lines) starts.push(starts.at(-1)! + line.length)
  return starts
}

function uniquePairs(left: readonly string[], right: readonly string[]): [number, number][] {
  const others = once(right)
  const pairs: [number, number][] = []
  for (const [line, place] of once(left)) {
    const other = others.get(line)
    if (place >= 0 && other !== undefined && other >= 0) pairs.push([place, other])
  }
  return pairs.sort(([a], [b]) => a - b)
}

/** The place of each line, or -1 where it stands more than once. */
function once(lines: readonly string[]): Map<string, number> {
  const places = new Map<string, number>()
  for (const [place, line] of lines.entries()) places.set(line, places.has(line) ? -1 : place)
  return places
}

/** Without what both have at the beginning and at the end. */
function narrowed(before: string, after: string, at: number): TextEdit {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let end = 0
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++
  return { start: at + start, end: at + before.length - end, text: after.slice(start, after.length - end) }
}
