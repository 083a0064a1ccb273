/** A text with its broken lines mended, and the way back to the author's places. */

import { lastAtMost } from '../../../src/ir/lists.js'
import type { Graph, Range } from '../../../src/ir/model.js'
import type { TextEdit } from '../../../src/messages/message.js'
import type { Finding } from './finding.js'
import { type LineMend, mendOf } from './line-mends.js'
import type { UnknownStatement } from './statements.js'

export interface MendedText {
  readonly text: string
  /** The text before. */
  readonly author: string
  /** The author's offset of an offset of the mended text. */
  readonly origin: (offset: number) => number
  /** Whether a range of the author's text lies in a line that was mended. */
  readonly touches: (start: number, end: number) => boolean
}

/** At most this many lines are mended: a text that is no FlowZap Code has no other ones. */
const MOST_LINES = 2000

export interface LineMendAt extends LineMend {
  readonly statement: UnknownStatement
}

/** The mends of the lines that are no statements. */
export function mendsOf(text: string, unknown: readonly UnknownStatement[]): LineMendAt[] {
  return unknown.slice(0, MOST_LINES).flatMap(statement => {
    const mend = mendOf(text.slice(...statement.at))
    return mend ? [{ ...mend, statement }] : []
  })
}

/** The text as it is read once every mend is made. */
export function mendedText(text: string, mends: readonly LineMendAt[]): MendedText {
  const edits: TextEdit[] = mends.map(({ statement, reading: { start, end, text } }) => ({
    start: statement.at[0] + start,
    end: statement.at[0] + end,
    text,
  }))
  const parts: string[] = []
  const newStarts: number[] = []
  let copied = 0
  let length = 0
  for (const { start, end, text: inserted } of edits) {
    parts.push(text.slice(copied, start), inserted)
    length += start - copied
    newStarts.push(length)
    length += inserted.length
    copied = end
  }
  parts.push(text.slice(copied))
  const origin = (offset: number): number => {
    const last = lastAtMost(newStarts, offset)
    const edit = edits[last]
    if (!edit) return offset
    return (
      Math.min(edit.start + Math.max(offset - newStarts[last]!, 0), edit.end) +
      Math.max(offset - newStarts[last]! - edit.text.length, 0)
    )
  }
  return {
    text: parts.join(''),
    author: text,
    origin,
    touches: (start, end) => mends.some(({ statement: { at } }) => start < at[1] && end > at[0]),
  }
}

/** A finding about the mended text, in the author's places; nothing for what the author did not write. */
export function placedFinding(found: Finding, { author, origin, touches }: MendedText): Finding[] {
  const place = ([start, end]: Range): Range => [origin(start), Math.max(origin(start), origin(end))]
  const at = place(found.at)
  // The mend says already what is wrong with the line; escapes that the author did not write are the mend's own.
  if (found.check === 'escape' && touches(...at) && !author.slice(...at).includes('\\')) return []
  const { fix, ...rest } = found
  const edits = fix?.edits.map(({ start, end, text }) => ({ start: origin(start), end: origin(end), text }))
  const isClear = edits?.every(({ start, end }) => !touches(start - 1, end + 1))
  return [{ ...rest, at, ...(fix && edits && isClear && { fix: { title: fix.title, edits } }) }]
}

/** A graph that was read from the mended text, in the author's places. */
export function placedGraph(graph: Graph, { origin }: MendedText): Graph {
  const placed = <T extends { readonly at?: Range }>(element: T): T =>
    element.at
      ? { ...element, at: [origin(element.at[0]), Math.max(origin(element.at[0]), origin(element.at[1]))] }
      : element
  return {
    ...graph,
    nodes: new Map([...graph.nodes].map(([id, node]) => [id, placed(node)])),
    groups: new Map([...graph.groups].map(([id, group]) => [id, placed(group)])),
    edges: graph.edges.map(placed),
    loops: graph.loops.map(placed),
  }
}
