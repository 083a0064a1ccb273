/** The nodes, edges and loops of a graph beside the lines that say them in a text. */
import type { Commented } from '../../../src/ir/comments.js'
import type { TextEdit } from '../../../src/messages/message.js'
import { type EdgeEntry, isAtHome, type LoopEntry, type NodeEntry } from '../document/diagram.js'
import { isRead } from '../read/read.js'
import { commentLines } from '../words/comments.js'
import { edgeLine, loopLine, nodeLine } from '../write/write.js'
import { edgeEdits, loopEdits, nodeEdits } from './statements.js'
import type { Item, Items, KeptLanes, Standing, Work } from './work.js'

/** What the three kinds have in common. */
interface Kind<E, T> {
  /** The statements, beside what they are in the old graph, and the place of their equal in the new one. */
  readonly entries: readonly { readonly entry: E; readonly old: T; readonly place: number | undefined }[]
  /** Statements that the old graph leaves out. */
  readonly idle?: readonly E[]
  readonly elements: readonly T[]
  readonly laneOf: (element: T) => string | undefined
  /** Whether the lane that an entry stands in is one in which the element may. */
  readonly stays?: (entry: E, element: T) => boolean
  readonly line: (element: T) => string
  readonly edits: (entry: E, old: T, element: T) => readonly TextEdit[]
}

type Entry = NodeEntry | EdgeEntry | LoopEntry

function itemsOf<E extends Entry, T extends Commented>(
  { diagram }: Work,
  lanes: KeptLanes,
  kind: Kind<E, T>,
): Items {
  const standing = (entry: E): Standing => ({
    offset: entry.statement.at[0],
    comments: diagram.commentsBefore.get(entry) ?? [],
  })
  const found = new Map(kind.entries.map(item => [item.place, item]))
  const staying = new Set<E>()
  const items = kind.elements.map((element, place): Item => {
    const was = found.get(place)
    const home = kind.laneOf(element) ?? ''
    const now = was && lanes.nameOf(was.entry.lane)
    const made = { lane: home, line: kind.line(element), comments: commentLines(element) }
    if (!was || now === undefined || !(now === home || kind.stays?.(was.entry, element))) return made
    const { entry, old } = was
    staying.add(entry)
    const edits = () => kind.edits(entry, old, element)
    return { ...made, lane: now, standing: { ...standing(entry), edits } }
  })
  const left = kind.entries.map(({ entry }) => entry).filter(entry => !staying.has(entry))
  return { items, gone: [...left, ...(kind.idle ?? [])].map(standing) }
}

export function nodeItems(work: Work, lanes: KeptLanes): Items {
  const { before, after, matched } = work.change
  const places = new Map([...after.nodes.keys()].map((id, place) => [id, place]))
  const entries = [...work.diagram.nodes].flatMap(([id, entry]) => {
    const old = before.nodes.get(id)
    return old ? [{ entry, old, place: places.get(matched.nodes.get(id) ?? '') }] : []
  })
  return itemsOf(work, lanes, {
    entries,
    elements: [...after.nodes.values()],
    laneOf: ({ group }) => group,
    line: nodeLine,
    edits: ({ statement }, old, node) => nodeEdits(work.text, statement, old, node),
  })
}

/** An edge that its author wrote into another lane than its source's stays there, as long as its source stays. */
export function edgeItems(work: Work, lanes: KeptLanes): Items {
  const { before, after, matched } = work.change
  const read = work.diagram.edges.filter(isRead)
  const entries = before.edges.map((old, i) => ({ entry: read[i]!, old, place: matched.edges.get(i) }))
  return itemsOf(work, lanes, {
    entries: entries.filter(({ entry }) => entry !== undefined),
    idle: work.diagram.edges.filter(edge => edge.repeats),
    elements: after.edges,
    laneOf: ({ from }) => after.nodes.get(from.id)?.group,
    stays: (entry, { from }) =>
      !isAtHome(entry) && lanes.nameOf(entry.from?.lane) === after.nodes.get(from.id)?.group,
    line: edge => edgeLine(edge, after),
    edits: ({ statement }, old, edge) => edgeEdits(work.text, statement, [old, before], [edge, after]),
  })
}

export function loopItems(work: Work, lanes: KeptLanes): Items {
  const { before, after, matched } = work.change
  const entries = before.loops.map((old, i) => ({
    entry: work.diagram.loops[i]!,
    old,
    place: matched.loops.get(i),
  }))
  return itemsOf(work, lanes, {
    entries: entries.filter(({ entry }) => entry !== undefined),
    elements: after.loops,
    laneOf: ({ group }) => group,
    line: loopLine,
    edits: ({ statement }, old, loop) => loopEdits(statement, old, loop),
  })
}
