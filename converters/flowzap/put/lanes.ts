/** Lanes that stay in a text, and those that come and go. */

import { COMMENTS_AFTER } from '../../../src/ir/comments.js'
import type { Group } from '../../../src/ir/model.js'
import { longestIncreasing } from '../../../src/ir/order.js'
import type { Block, Lane } from '../document/diagram.js'
import { replaceRange } from '../document/finding.js'
import { placeOfWord } from '../document/statements.js'
import { commentLines } from '../words/comments.js'
import { laneLine } from '../write/write.js'
import type { KeptLanes, Work } from './work.js'

/** Decides which lanes stay, changes what they say of themselves, and takes away the lines of all others. */
export function keptLanes(work: Work): KeptLanes {
  const { diagram, change, lines, ends } = work
  const { after, matched, before } = change
  const names = new Map([...diagram.lanes.values()].map(lane => [matched.groups.get(lane.id), lane]))
  const filled = new Set([...after.nodes.values(), ...after.loops].map(({ group }) => group))
  const there = [...after.groups.values()].flatMap(group => {
    const lane = names.get(group.id)
    const stays = lane && !(isOneLine(lane) && (filled.has(group.id) || !isCalled(lane, group)))
    return lane && stays ? [{ group, lane }] : []
  })
  const kept = longestIncreasing(there.map(({ lane }) => lane.blocks[0]!.statement.at[0]))
  const lanes = new Map<string, Lane>()
  const nameByLane = new Map<Lane, string>()
  for (const { group, lane } of there.filter((_, place) => kept.has(place))) {
    lanes.set(group.id, lane)
    nameByLane.set(lane, group.id)
    editLane(work, lane, before.groups.get(lane.id)!, group)
    const { statement, labelLine } = lane.blocks[0]!
    ends.set(group.id, lines.lineOf((labelLine ?? statement).at[0]))
  }
  for (const lane of diagram.lanes.values()) if (!nameByLane.has(lane)) dropLane(work, lane)
  return { lanes, nameOf: lane => lane && nameByLane.get(lane) }
}

/** `Orders {}` has no room for statements. */
function isOneLine({ blocks }: Lane): boolean {
  return blocks.every(({ close, closeLine }) => close !== undefined && closeLine === undefined)
}

/** Whether a lane shows what it is to show: its label, or its id where it has none. */
function isCalled({ label }: Lane, { id, label: { text } }: Group): boolean {
  return (label || id) === text
}

function editLane(work: Work, lane: Lane, old: Group, group: Group): void {
  const { lines } = work
  const block = lane.blocks[0]!
  const { statement, labelLine } = block
  if (old.id !== group.id)
    for (const {
      statement: { id },
    } of lane.blocks)
      lines.edit(replaceRange(placeOfWord(id), group.id))
  if (!isCalled(lane, group)) {
    if (statement.label?.text) lines.edit(replaceRange(placeOfWord(statement.label), group.label.text))
    else if (labelLine) lines.edit(replaceRange(labelLine.at, `# ${group.label.text}`))
    else lines.edit(replaceRange([statement.open, statement.at[1]], ` # ${group.label.text}`))
  }
}

function dropLane({ lines, diagram }: Work, lane: Lane): void {
  const around = [...(diagram.commentsBefore.get(lane) ?? []), ...(diagram.commentsAfter.get(lane) ?? [])]
  for (const { at } of around) lines.drop(lines.lineOf(at[0]))
  for (const { statement, labelLine, close } of lane.blocks)
    for (const at of [statement.at, labelLine?.at, close]) if (at) lines.drop(lines.lineOf(at[0]))
}

/** Writes the lanes that are new or move, each behind the one before it. */
export function addLanes(work: Work, { lanes }: KeptLanes): void {
  const { change, lines, diagram, fresh } = work
  const [first] = lanes.values()
  const start = first && (diagram.commentsBefore.get(first)?.[0]?.at[0] ?? first.blocks[0]!.statement.at[0])
  let gap = start === undefined ? endOf(work) : lines.lineOf(start)
  const node = [...diagram.nodes.values()][0]
  const indent = node?.lane ? lines.indentOf(lines.lineOf(node.statement.at[0])) : ''
  for (const group of change.after.groups.values()) {
    const lane = lanes.get(group.id)
    if (lane) gap = lines.lineOf(closeOf(lane.blocks.at(-1)!)) + 1
    else {
      const content = [...(fresh.get(group.id) ?? []), ...commentLines(group, COMMENTS_AFTER)]
      lines.insert(gap, [...commentLines(group), laneLine(group), ...content.map(line => indent + line), '}'])
    }
  }
}

function closeOf({ close, end }: Block): number {
  return close?.[0] ?? end
}

/** In front of the last comments and of what is carried. */
function endOf({ lines, diagram }: Work): number {
  const last = diagram.lastComments[0] ?? diagram.carried[0]
  return last ? lines.lineOf(last.at[0]) : lines.count
}
