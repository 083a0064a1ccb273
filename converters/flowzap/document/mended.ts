/** A text with its broken lines mended, and the way back to the author's places. */

import { lastAtMost } from '../../../src/ir/lists.js'
import type { Graph, Range } from '../../../src/ir/model.js'
import type { Finding } from './finding.js'
import { type LineMend, newMender } from './line-mends.js'
import { statementsOf, withoutBareSides } from './not-understood.js'
import { linesOf, type Statement, type UnknownStatement } from './statements.js'

/** A line that is no statement, and what it is read as. */
export interface MendedLine extends LineMend {
  readonly statement: UnknownStatement
}

export interface MendedText {
  /** What the statements stand in: the author's text, and behind it every mended line as it is read. So what was not broken has the author's places. */
  readonly text: string
  /** The author's text. */
  readonly author: string
  /** In the order of the author's text. */
  readonly statements: readonly Statement[]
  readonly mends: readonly MendedLine[]
  /** All that is no statement of the author's text, mended or not. */
  readonly unknown: readonly UnknownStatement[]
  /** The author's offset of an offset of `text`. */
  readonly origin: (offset: number) => number
  /** Whether a range of the author's text lies in a line that was mended. */
  readonly touches: (start: number, end: number) => boolean
}

/** At most this many lines are mended: a text that is no FlowZap Code has no other ones. */
const MOST_LINES = 2000

/** Behind each part, so that a line's own end is no other part's beginning. */
const APART = '\n\n'

/** Reads a text, and each line that is no statement once more where a mend of it is sure. */
export function mendedTextOf(author: string): MendedText {
  const written = statementsOf(author)
  const unknown = written.filter(statement => statement.kind === 'unknown')
  const mendOf = newMender()
  const mends = unknown.slice(0, MOST_LINES).flatMap(statement => {
    const mend = mendOf(author.slice(...statement.at))
    return mend ? [{ ...mend, statement }] : []
  })
  const common = { author, mends, unknown, touches: touching(mends) }
  if (mends.length === 0) return { ...common, text: author, statements: written, origin: offset => offset }
  const parts = [author]
  const starts: number[] = []
  let length = author.length + APART.length
  for (const { statement, reading } of mends) {
    const [start, end] = statement.at
    const part =
      author.slice(start, start + reading.start) + reading.text + author.slice(start + reading.end, end)
    parts.push(part)
    starts.push(length)
    length += part.length + APART.length
  }
  const text = parts.join(APART) + APART
  const read = new Map<Statement, Statement[]>(mends.map(({ statement }) => [statement, []]))
  for (const line of linesOf(text, starts[0]!))
    read.get(mends[lastAtMost(starts, line.at[0])]!.statement)!.push(line)
  const isMended = (statement: Statement | undefined) => statement !== undefined && read.has(statement)
  const statements = written.flatMap((statement, place) => {
    // The lane of a line that is broken behind its brace stands in the mended line as well.
    if (statement.kind === 'lane' && statement.broken && isMended(written[place - 1])) return []
    return read.get(statement) ?? [statement]
  })
  // What a mended line names may show that another edge ends at a bare side.
  return {
    ...common,
    text,
    statements: withoutBareSides(statements),
    origin: originIn(author, mends, starts),
  }
}

function originIn(
  author: string,
  mends: readonly MendedLine[],
  starts: readonly number[],
): MendedText['origin'] {
  return offset => {
    const last = lastAtMost(starts, offset)
    const mend = mends[last]
    if (!mend) return Math.min(offset, author.length)
    const { statement, reading } = mend
    const place = offset - starts[last]!
    const behind = place - reading.start - reading.text.length
    const inLine = behind >= 0 ? reading.end + behind : Math.min(place, reading.end)
    return Math.min(statement.at[0] + inLine, statement.at[1])
  }
}

function touching(mends: readonly MendedLine[]): MendedText['touches'] {
  return (start, end) => {
    const last = mends[lastAtMost(mends, end - 1, ({ statement }) => statement.at[0])]
    return last !== undefined && start < last.statement.at[1]
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
export function placedGraph(graph: Graph, { author, origin }: MendedText): Graph {
  const placed = <T extends { readonly at?: Range }>(element: T): T => {
    const { at } = element
    if (at === undefined || Math.max(...at) <= author.length) return element
    return { ...element, at: [origin(at[0]), Math.max(origin(at[0]), origin(at[1]))] }
  }
  return {
    ...graph,
    nodes: new Map([...graph.nodes].map(([id, node]) => [id, placed(node)])),
    groups: new Map([...graph.groups].map(([id, group]) => [id, placed(group)])),
    edges: graph.edges.map(placed),
    loops: graph.loops.map(placed),
  }
}
