/** Which group each node and group stands in, without circles. */

import type { Message } from '../../../src/messages/message.js'
import type { Flow } from './flow.js'
import { groupCycle } from './messages.js'

/**
 * The parent of each member of a subgraph. Where subgraphs hold each other in a circle, the first of the circle to
 * close loses its parent, with `repair/group-cycle`.
 */
export function parentsOf(flow: Flow, messages: Message[]): ReadonlyMap<string, string> {
  let parents = flow.owners
  const settled = new Set<string>()
  for (const start of flow.subgraphs.keys()) {
    const path = new Set<string>()
    let at: string | undefined = start
    while (at !== undefined && !settled.has(at) && !path.has(at)) {
      path.add(at)
      at = parents.get(at)
    }
    if (at !== undefined && path.has(at)) {
      messages.push(groupCycle({ id: at, parent: parents.get(at)! }, flow.subgraphs.get(at)!.at))
      if (parents === flow.owners) parents = new Map(parents)
      parents.delete(at)
    }
    for (const id of path) settled.add(id)
  }
  return parents
}
