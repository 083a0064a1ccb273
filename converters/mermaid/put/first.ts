/** The first step: names as they are to be, and everything out that is gone. */
import type { PutChange } from '../../../src/format.js'
import { sameValue } from '../../../src/ir/leaves.js'
import type { Edge, Graph } from '../../../src/ir/model.js'
import { ascending } from '../../../src/put/order.js'
import { edgeLink, heading } from '../write.js'
import { applied } from './apply.js'
import { edited, renamedEdges, type State } from './state.js'

/** @param state of the text as it is; the numbers of its edges are asked of `change` */
export function renamedAndCut(state: State, { before, after, matched }: PutChange): State | undefined {
  const pairs = edgePairs(before, after, matched.edges)
  const kept = [...pairs.keys()].sort((a, b) => a - b)
  const places = kept.map(place => pairs.get(place)!)
  const numbers = new Map(kept.map((place, number) => [place, number]))
  const edgeNames = renamedEdges(
    before.edges,
    numbers,
    places.map(place => after.edges[place]!),
  )
  const edits = applied(state.doc, {
    name: id => {
      if (before.nodes.has(id)) return matched.nodes.get(id)
      if (before.groups.has(id)) return matched.groups.get(id)
      return edgeNames.has(id) ? edgeNames.get(id) : id
    },
    ends: edge => {
      const now = after.edges[pairs.get(edge) ?? -1]
      return now && [now.from.id, now.to.id]
    },
    link: edge => edgeLink(after.edges[pairs.get(edge)!]!),
    relink: edge => {
      const place = pairs.get(edge)
      return place !== undefined && edgeLink(before.edges[edge]!) !== edgeLink(after.edges[place]!)
    },
    number: edge => numbers.get(edge),
    heading: id => heading(after.groups.get(id)!),
  })
  return edited(state, edits, places)
}

/**
 * Which edge is which, in the order of both: an edge that is to come elsewhere goes and is put in anew. Edges of no pair
 * that stand in the same gap and share an end, a label and all else are one that was reconnected.
 */
function edgePairs(before: Graph, after: Graph, matched: ReadonlyMap<number, number>): Map<number, number> {
  const inOrder = ascending([...matched].sort(([a], [b]) => a - b))
  const pairs = new Map(inOrder)
  const ends: (readonly [number, number])[] = [...inOrder, [before.edges.length, after.edges.length]]
  let [left, right] = [0, 0]
  for (const [nextLeft, nextRight] of ends) {
    for (let place = left, free = right; place < nextLeft; place++) {
      for (let other = free; other < nextRight; other++) {
        if (!isReconnected(before.edges[place]!, after.edges[other]!)) continue
        pairs.set(place, other)
        free = other + 1
        break
      }
    }
    left = nextLeft + 1
    right = nextRight + 1
  }
  return pairs
}

function isReconnected(before: Edge, after: Edge): boolean {
  const shared = before.from.id === after.from.id || before.to.id === after.to.id
  return shared && sameValue(before.label, after.label) && before.line === after.line
}
