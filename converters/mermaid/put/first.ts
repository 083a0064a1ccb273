/** The first step: names as they are to be, and everything out that is gone. */
import type { PutChange } from '../../../src/format.js'
import { addTo } from '../../../src/ir/lists.js'
import type { Edge, Graph, Range } from '../../../src/ir/model.js'
import { ascending } from '../../../src/ir/order.js'
import { edgeLink, heading } from '../write/write.js'
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
    if (nextLeft > left && nextRight > right)
      pairReconnected(pairs, before, after, [left, nextLeft], [right, nextRight])
    left = nextLeft + 1
    right = nextRight + 1
  }
  return pairs
}

/** Pairs each edge of a gap with the first one behind the last pair that shares an end with it, label and line. */
function pairReconnected(
  pairs: Map<number, number>,
  before: Graph,
  after: Graph,
  [left, nextLeft]: Range,
  [right, nextRight]: Range,
): void {
  const waiting = new Map<string, number[]>()
  for (let other = nextRight - 1; other >= right; other--)
    for (const key of endKeys(after.edges[other]!)) addTo(waiting, key, other)
  let free = right
  for (let place = left; place < nextLeft; place++) {
    const found = endKeys(before.edges[place]!).map(key => {
      const list = waiting.get(key) ?? []
      while (list.length > 0 && list.at(-1)! < free) list.pop()
      return list.at(-1) ?? nextRight
    })
    const other = Math.min(...found)
    if (other === nextRight) continue
    pairs.set(place, other)
    free = other + 1
  }
}

function endKeys({ from, to, label, line }: Edge): string[] {
  const rest = [label.text, label.rich?.source, line]
  return [JSON.stringify(['from', from.id, ...rest]), JSON.stringify(['to', to.id, ...rest])]
}
