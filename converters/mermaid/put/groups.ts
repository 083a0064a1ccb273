/** Subgraphs in the text: those that stand in another one, or in another order, go and are put in where they belong. */
import { childrenOf, outwards } from '../../../src/ir/group-tree.js'
import { lastAtMost } from '../../../src/ir/lists.js'
import type { Graph, Group } from '../../../src/ir/model.js'
import type { TextEdit } from '../../../src/messages/message.js'
import type { Block, Document } from '../read/document.js'
import { commentLines } from '../words/comments.js'
import { guarded, heading } from '../write/write.js'
import { indentIn, linesAfter, linesBefore, stepOf } from './lines.js'
import { blocksOfId, boundariesOf, edited, removed, type State } from './state.js'

export function withGroups(state: State, after: Graph): State | undefined {
  const wrong = misplaced(state, after)
  if (wrong.size > 0) return removed(state, after, { groups: wrong })
  const missing = new Set([...after.groups.keys()].filter(id => !state.graph.groups.has(id)))
  if (missing.size === 0) return state
  const put = edited(state, insertions(state, after, missing))
  const recounted = put ? recountedBetween(state.doc, put.doc) : []
  if (recounted.length === 0) return put
  const named = edited(
    state,
    recounted.map(({ id, heading: { at } }) => ({
      start: at[0],
      end: at[1],
      text: heading(state.graph.groups.get(id)!),
    })),
  )
  return named && edited(named, insertions(named, after, missing))
}

/** The subgraphs without an id to which mermaid, which counts them, gives another one now. What comes new has an id. */
function recountedBetween(before: Document, after: Document): Block[] {
  const now = after.blocks.filter(({ unnamed }) => unnamed)
  return before.blocks.filter(({ unnamed }) => unnamed).filter(({ id }, place) => now[place]?.id !== id)
}

/** Groups with another parent, and those that stand out of the order of their siblings. */
function misplaced({ graph }: State, after: Graph): Set<string> {
  const wrong = new Set<string>()
  const last = new Map<string | undefined, number>()
  const order = new Map([...after.groups.keys()].map((id, place) => [id, place]))
  for (const { id, parent } of graph.groups.values()) {
    const group = after.groups.get(id)
    const place = order.get(id) ?? -1
    if (!group || group.parent !== parent || place < (last.get(parent) ?? -1)) wrong.add(id)
    else last.set(parent, place)
  }
  return wrong
}

function insertions(state: State, after: Graph, missing: ReadonlySet<string>): TextEdit[] {
  const children = childrenOf(after.groups)
  const places = placesBehindNodes(state.doc, after)
  const edits: TextEdit[] = []
  for (const [parent, groups] of children) {
    if (parent !== undefined && missing.has(parent)) continue
    const behind: (Group | undefined)[] = []
    let next: Group | undefined
    for (const group of [...groups].reverse()) {
      behind.push(next)
      if (!missing.has(group.id)) next = group
    }
    let before: Group | undefined
    for (const group of groups) {
      const next = behind.pop()
      if (missing.has(group.id)) {
        const lines = linesOf(group, children, missing, stepOf(state.doc))
        edits.push(insertion(state, group, [before, next], places, lines))
      } else before = group
    }
  }
  return edits
}

/** Levels beyond this are indented like it: thousands of them would be more blanks than a machine holds. */
const DEEPEST = 40

/** The statements of a subgraph and those in it, without nodes. */
function linesOf(
  outer: Group,
  children: ReadonlyMap<string | undefined, readonly Group[]>,
  missing: ReadonlySet<string>,
  step: string,
): string[] {
  const lines: string[] = []
  const open: Iterator<Group>[] = [[outer].values()]
  while (open.length > 0) {
    const { done, value: group } = open.at(-1)!.next()
    if (done) open.pop()
    const indent = step.repeat(Math.min(Math.max(open.length - 1, 0), DEEPEST))
    if (done) {
      if (open.length > 0) lines.push(`${indent}end`)
      continue
    }
    lines.push(...commentLines(group).map(line => indent + line), indent + guarded(heading(group)))
    if (group.direction) lines.push(`${indent}${step}direction ${group.direction}`)
    open.push((children.get(group.id) ?? []).filter(({ id }) => missing.has(id)).values())
  }
  return lines
}

/** @param siblings of the group that stand in the text: the nearest before and behind it */
function insertion(
  state: State,
  group: Group,
  [before, next]: readonly [Group | undefined, Group | undefined],
  places: (group: Group) => number,
  lines: readonly string[],
): TextEdit {
  const { doc } = state
  const around = blocksOfId(doc).get(group.parent ?? '')?.[0]
  const indent = indentIn(doc, around)
  // A subgraph may belong to another that only names it, and stand elsewhere.
  const blockIn = (sibling: Group | undefined) =>
    sibling &&
    blocksOfId(doc)
      .get(sibling.id)
      ?.find(({ parent }) => parent?.id === group.parent)
  const previous = blockIn(before)
  if (previous?.end) return linesAfter(doc, previous.end.index, lines, indent)
  const following = blockIn(next)
  if (following) return linesBefore(doc, following.heading.index, lines, indent)
  return linesAfter(doc, places(group), lines, indent)
}

/** Places behind the node that comes before a group's first one; without any, at the end of what is around it. */
function placesBehindNodes(doc: Document, after: Graph): (group: Group) => number {
  const mentioned = new Map(
    doc.statements.flatMap(({ index, firsts }) => firsts.map(id => [id, index] as const)),
  )
  const boundaries = boundariesOf(doc).of
  /** The node before the first one of each group that has any. */
  const previous = new Map<string, string | undefined>()
  let last: string | undefined
  for (const { id, group } of after.nodes.values()) {
    for (const around of outwards(after.groups, group)) {
      if (previous.has(around)) break
      previous.set(around, last)
    }
    last = id
  }
  return ({ id, parent }) => {
    const inside = boundaries.get(parent) ?? [doc.statements.length - 1]
    const before = previous.has(id) ? previous.get(id) : last
    const index = before === undefined ? undefined : mentioned.get(before)
    if (index === undefined) return before === undefined ? inside[0]! : inside.at(-1)!
    return inside[lastAtMost(inside, index - 1) + 1] ?? inside.at(-1)!
  }
}
