/** Where the statements of a graph stand among the lines of a text. */
import { entryOf } from '../../../src/ir/lists.js'
import { longestIncreasing } from '../../../src/ir/order.js'
import { byLane } from '../words/lanes.js'
import type { Item, Items, Standing, Work } from './work.js'

/** Puts all statements of one kind to their places: those that keep their order stay, the others move. */
export function putItems(work: Work, { items, gone }: Items): void {
  const { lines } = work
  for (const standing of gone) dropStanding(work, standing)
  const there = items.filter(({ standing }) => standing)
  const kept = longestIncreasing(there.map(({ standing }) => standing!.offset))
  const staying = new Set(there.filter((_, place) => kept.has(place)))
  for (const item of there) if (!staying.has(item)) dropStanding(work, item.standing!)
  for (const item of staying) for (const edit of item.standing!.edits()) lines.edit(edit)
  for (const [lane, list] of byLane(items, item => item.lane)) putInLane(work, lane, list, staying)
}

function putInLane(work: Work, lane: string, items: readonly Item[], staying: ReadonlySet<Item>): void {
  const { lines, ends, fresh } = work
  const end = ends.get(lane)
  if (end === undefined) {
    const all = entryOf(fresh, lane, () => [])
    for (const { comments, line } of items) all.push(...comments, line)
    return
  }
  const first = items.find(item => staying.has(item))
  let beside = first ? lines.lineOf(first.standing!.offset) : end
  let gap = first ? firstLine(work, first.standing!) : end + 1
  for (const item of items) {
    if (staying.has(item)) {
      beside = lines.lineOf(item.standing!.offset)
      gap = beside + 1
    } else {
      const indent = first ? lines.indentOf(beside) : indentIn(work, end)
      lines.insert(
        gap,
        [...item.comments, item.line].map(line => indent + line),
      )
    }
  }
  ends.set(lane, Math.max(end, gap - 1))
}

/** As the statements of a lane are indented, else those of the text. */
function indentIn({ lines, diagram }: Work, end: number): string {
  const starts = [...diagram.nodes.values()].map(({ statement }) => lines.lineOf(statement.at[0]))
  if (starts.includes(end)) return lines.indentOf(end)
  return starts[0] === undefined ? '' : lines.indentOf(starts[0])
}

/** The line of a statement, or of the first comment before it. */
function firstLine({ lines }: Work, { comments, offset }: Standing): number {
  return lines.lineOf(comments[0]?.at[0] ?? offset)
}

function dropStanding({ lines }: Work, { comments, offset }: Standing): void {
  for (const { at } of comments) lines.drop(lines.lineOf(at[0]))
  lines.drop(lines.lineOf(offset))
}
