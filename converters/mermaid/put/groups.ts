/** Subgraphs in the text: those that stand in another one, or in another order, go and are put in where they belong. */
import { addTo } from '../../../src/ir/lists.js'
import type { Graph, Group } from '../../../src/ir/model.js'
import type { TextEdit } from '../../../src/messages/message.js'
import { commentLines } from '../comments.js'
import { guarded, heading } from '../write.js'
import type { Block, Document } from './document.js'
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
  const { doc } = state
  const children = childrenOf(after)
  const step = stepOf(doc)
  const linesOf = (group: Group, indent: string): string[] => [
    ...commentLines(group).map(line => indent + line),
    indent + guarded(heading(group)),
    ...(group.direction ? [`${indent}${step}direction ${group.direction}`] : []),
    ...(children.get(group.id) ?? [])
      .filter(({ id }) => missing.has(id))
      .flatMap(child => linesOf(child, indent + step)),
    `${indent}end`,
  ]
  const edits: TextEdit[] = []
  for (const [parent, groups] of children) {
    if (parent !== undefined && missing.has(parent)) continue
    for (const [place, group] of groups.entries()) {
      if (!missing.has(group.id)) continue
      const before = groups.slice(0, place).findLast(({ id }) => !missing.has(id))
      const next = groups.slice(place + 1).find(({ id }) => !missing.has(id))
      edits.push(insertion(state, after, group, before, next, linesOf(group, '')))
    }
  }
  return edits
}

function insertion(
  state: State,
  after: Graph,
  group: Group,
  before: Group | undefined,
  next: Group | undefined,
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
  return linesAfter(doc, placeBehindNodes(doc, after, group), lines, indent)
}

/** Behind the node that comes before the group's first one; without any, at the end of what is around it. */
function placeBehindNodes(doc: Document, after: Graph, group: Group): number {
  const boundaries = boundariesOf(doc).of.get(group.parent) ?? [doc.statements.length - 1]
  let previous: string | undefined
  for (const node of after.nodes.values()) {
    if (isIn(after, node.group, group.id)) break
    previous = node.id
  }
  const found = doc.statements.find(({ firsts }) => previous !== undefined && firsts.includes(previous))
  if (!found) return previous === undefined ? boundaries[0]! : boundaries.at(-1)!
  return boundaries.find(place => place >= found.index) ?? boundaries.at(-1)!
}

function isIn({ groups }: Graph, id: string | undefined, outer: string): boolean {
  for (let at = id; at !== undefined; at = groups.get(at)?.parent) if (at === outer) return true
  return false
}

function childrenOf({ groups }: Graph): Map<string | undefined, Group[]> {
  const children = new Map<string | undefined, Group[]>()
  for (const group of groups.values()) addTo(children, group.parent, group)
  return children
}
