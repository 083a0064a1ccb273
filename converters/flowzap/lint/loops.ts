/** Checks of loops: how many nodes, where they stand, whether one holds another. */
import { addTo } from '../../../src/ir/lists.js'
import type { Diagram, LoopEntry } from '../document/diagram.js'
import type { Finding } from '../document/finding.js'
import * as say from './edge-messages.js'
import { movedInto } from './move.js'

export function checkLoopNodes({ loops, nodes }: Diagram): Finding[] {
  return loops
    .filter(loop => nodesOf(loop, nodes).size < 2)
    .map(({ statement }) => say.smallLoop({ loop: statement.condition.text }, statement.at))
}

/** A loop stands in a lane; one that stands in none moves to the lane of its first node. */
export function checkLoopPlaces(diagram: Diagram): Finding[] {
  const { loops, nodes } = diagram
  const found: Finding[] = []
  for (const { statement, lane } of loops) {
    if (lane) continue
    const home = statement.nodes.map(({ node }) => nodes.get(node.text)?.lane).find(each => each)
    const line = [`loop [${statement.condition.text}]`, ...statement.nodes.map(({ node }) => node.text)].join(
      ' ',
    )
    const edits = home && movedInto(home, statement.at, line, diagram)
    found.push(say.loopOutside({ loop: statement.condition.text }, statement.at, edits))
  }
  return found
}

/** Loops do not nest: the nodes of one are not all in another. */
export function checkLoopsNested({ loops, nodes }: Diagram): Finding[] {
  const sets = loops.map(loop => ({ loop, set: nodesOf(loop, nodes) }))
  const byNode = new Map<string, typeof sets>()
  for (const entry of sets) {
    for (const id of entry.set) {
      addTo(byNode, id, entry)
    }
  }
  return sets.flatMap(({ loop, set }) => {
    if (set.size < 2) return []
    const outer = holderOf(loop, set, byNode)
    if (outer === undefined) return []
    const names = { loop: loop.statement.condition.text, around: outer.statement.condition.text }
    return [say.nestedLoop(names, loop.statement.at)]
  })
}

type Entry = { readonly loop: LoopEntry; readonly set: ReadonlySet<string> }

/** A loop that holds all nodes of this one, and more; of loops over the same nodes, the first holds the others. */
function holderOf(
  loop: LoopEntry,
  set: ReadonlySet<string>,
  byNode: ReadonlyMap<string, readonly Entry[]>,
): LoopEntry | undefined {
  let rarest: readonly Entry[] | undefined
  for (const id of set) {
    const list = byNode.get(id)!
    if (rarest === undefined || list.length < rarest.length) rarest = list
  }
  for (const other of rarest ?? []) {
    if (other.loop === loop || other.set.size < set.size) continue
    const same = other.set.size === set.size
    if (same && other.loop.statement.at[0] > loop.statement.at[0]) continue
    if ([...set].every(id => other.set.has(id))) return other.loop
  }
  return undefined
}

function nodesOf({ statement }: LoopEntry, nodes: Diagram['nodes']): Set<string> {
  return new Set(statement.nodes.map(({ node }) => node.text).filter(id => nodes.has(id)))
}
