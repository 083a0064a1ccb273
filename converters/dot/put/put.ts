/**
 * A graph into the DOT text that it came from. First names, then what stands where and in which order, then attributes; each step
 * reads what the one before has made. What none of them reaches is written anew.
 */

import { matchGraphs } from '../../../src/diff/match.js'
import type { FormatOptions, PutChange } from '../../../src/format.js'
import { sameGraph } from '../../../src/ir/difference.js'
import { inverse } from '../../../src/ir/lists.js'
import type { Edge, Graph } from '../../../src/ir/model.js'
import { longestIncreasing } from '../../../src/ir/order.js'
import { inPlaces, overlap, withEdits } from '../../../src/messages/edits.js'
import type { TextEdit } from '../../../src/messages/message.js'
import { changedLines } from '../../../src/put/changed-lines.js'
import type { TreeOf } from '../grammar.gen.js'
import { sourceOf } from '../read/source.js'
import { commentsIn } from '../words/comments.js'
import { writeDot } from '../write/write.js'
import { attributeEdits } from './attribute-edits.js'
import { putOrder } from './order.js'
import { printBody } from './outline.js'
import { openChanged } from './pieces.js'
import { putEdges } from './put-edges.js'
import { putNodes } from './put-nodes.js'
import { putScopes } from './put-scopes.js'
import { graphTrees, type Reading, readingAfter, readingOf } from './reading.js'
import { dropSpare } from './redundant.js'
import { nameEdits } from './rename.js'
import { placesOf } from './standing.js'
import { takeOut } from './take-out.js'
import { type Wanted, wantedOf } from './wanted.js'
import { type Work, workOn } from './work.js'

/** Attributes are looked at anew as often as an edit of them may uncover others. */
const ROUNDS = 40

export function putDot(text: string, change: PutChange, _options: FormatOptions = {}): readonly TextEdit[] {
  const stands = standsIn(text, change.before)
  if (!stands) return []
  return changedLines(text, edited(text, stands, change) ?? writtenAnew(text, stands, change.after))
}

/** The text with what differs edited in it; `undefined` where no step leads to the wanted graph. */
export function editedDot(text: string, change: PutChange): string | undefined {
  const stands = standsIn(text, change.before)
  return stands && edited(text, stands, change)
}

function edited(text: string, { place, trees }: Stands, change: PutChange): string | undefined {
  const { after } = change
  const first = readingOf(text, place, trees)
  if (!first) return undefined
  let now = withEdits(text, inPlaces(nameEdits(first, change)))
  let reading = readingAfter(first, now, place)
  if (!reading) return undefined
  const pairs = { ...matchGraphs(reading.graph, after), edges: edgePairs(reading.graph, after) }
  const wanted = wantedOf(after, reading, pairs)
  now = withStructure(reading, wanted, pairs.edges)
  reading = readingAfter(reading, now, place)
  for (let round = 0; round < ROUNDS && reading && !sameGraph(reading.graph, after); round++) {
    const edits = inPlaces(attributeEdits(reading, wanted, after))
    if (edits.length === 0 || overlap(edits)) break
    now = withEdits(now, edits)
    reading = readingAfter(reading, now, place)
  }
  return reading && sameGraph(reading.graph, after) ? now : undefined
}

/** Where a graph stands among those of a text. */
interface Stands {
  readonly trees: readonly TreeOf<'Graph'>[]
  readonly place: number
}

/** Which of the graphs in a text it is. A text that is only understood once it is mended is not edited. */
function standsIn(text: string, { at }: Graph): Stands | undefined {
  if (sourceOf(text).steps.length > 0) return undefined
  const trees = graphTrees(text)
  // The places of a graph that is alone in its text may be those of a file that the text is a piece of.
  const place = trees.length === 1 ? 0 : trees.findIndex(({ start }) => start === at?.[0])
  return place < 0 ? undefined : { trees, place }
}

function withStructure(
  { text, tree, root }: Reading,
  wanted: Wanted,
  edges: ReadonlyMap<number, number>,
): string {
  const work = workOn(root, wanted, edges, text)
  takeOut(work)
  putScopes(work)
  takeOut(work, outOfOrder(work))
  putNodes(work)
  putEdges(work)
  putOrder(wanted.order, work)
  openChanged(work)
  dropSpare(work)
  return text.slice(0, tree.start) + printBody(root) + text.slice(tree.end)
}

/** Edges by the matcher, and an edge that ends elsewhere now by the neighbours between which it stands. */
function edgePairs(before: Graph, after: Graph): Map<number, number> {
  const pairs = new Map(
    [...matchGraphs(before, after).edges].filter(([a, b]) => hasSameKey(before.edges[a]!, after.edges[b]!)),
  )
  const back = inverse(pairs)
  let next = 0
  for (let place = 0; place < after.edges.length; place++) {
    const known = back.get(place)
    if (known !== undefined) next = known + 1
    else if (before.edges[next] && !pairs.has(next) && sharesEnd(before.edges[next]!, after.edges[place]!))
      pairs.set(next++, place)
  }
  return pairs
}

function sharesEnd(a: Edge, b: Edge): boolean {
  return (a.from.id === b.from.id || a.to.id === b.to.id) && hasSameKey(a, b)
}

/** The key of an edge can be said where it is made, and only there. */
function hasSameKey(a: Edge, b: Edge): boolean {
  return a.extras.get('dot')?.get('key') === b.extras.get('dot')?.get('key')
}

/** Of the edges in the text, those that have to move so that the others stand in the wanted order: as few as can be. */
function outOfOrder(work: Work): ReadonlySet<number> {
  const places = [...placesOf(work).keys()]
  const kept = longestIncreasing(places)
  return new Set(places.filter((_, index) => !kept.has(index)))
}

/** The writer's text in the place of the graph's, with the comments that stand in that, which nobody can say the places of any more. */
function writtenAnew(text: string, { trees, place }: Stands, after: Graph): string {
  const { start, end } = trees[place]!
  const [head, ...body] = writeDot([{ graph: after }])
    .trimEnd()
    .split('\n')
  const comments = commentsIn(text.slice(start, end)).map(comment => `  ${comment.text}`)
  return text.slice(0, start) + [head, ...comments, ...body].join('\n') + text.slice(end)
}
