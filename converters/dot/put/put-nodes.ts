/** Nodes that a subgraph, or the graph, does not name yet, and statements that come back where their node stands now. */
import type { ResolvedSubgraph } from '../words/resolved.js'
import { type Spots, spotsIn } from './insertions.js'
import { nodeStatement } from './new-statements.js'
import type { Item } from './outline.js'
import { openAround } from './pieces.js'
import { ancestorIn } from './scopes.js'
import { nowOf, type Work } from './work.js'

export function putNodes(work: Work): void {
  const missing = missingIn(work)
  if (missing.size === 0) return
  const { scopes } = nowOf(work)
  openAround(
    [...missing.keys()].map(wanted => scopes.get(wanted)!.bodies[0]!),
    work,
  )
  const places = new Map([...work.nodes.keys()].map((key, place) => [key, place]))
  const spots = spotsIn(work)
  for (const [wanted, keys] of missing) {
    const all = [...work.members.get(wanted)!].sort((a, b) => places.get(a)! - places.get(b)!)
    putInto(wanted, all, keys, spots, work)
  }
  spots.done()
}

/** By subgraph the nodes that come into it. A statement comes back where its node stands deepest. */
function missingIn(work: Work): Map<ResolvedSubgraph, ReadonlySet<string>> {
  const { scopes } = nowOf(work)
  const returned = new Set<string>()
  const returns = (key: string) => {
    const loose = work.looseNodes.get(key)
    if (!loose || returned.has(key) || (loose.list.trim() === '' && loose.comments.length === 0)) return false
    returned.add(key)
    return true
  }
  const missing = new Map<ResolvedSubgraph, ReadonlySet<string>>()
  for (const [wanted, members] of work.members) {
    const inner = work.inner.get(wanted)!
    const there = scopes.get(wanted)!.members
    const keys = [...members].filter(key => !inner.has(key) && (returns(key) || !there.has(key)))
    if (keys.length > 0) missing.set(wanted, new Set(keys))
  }
  return missing
}

/** Each behind the statement that first names the node before it, as far as that stands there. */
function putInto(
  wanted: ResolvedSubgraph,
  members: readonly string[],
  missing: ReadonlySet<string>,
  spots: Spots,
  work: Work,
): void {
  const { survey, scopes } = nowOf(work)
  const scope = scopes.get(wanted)!
  const [body] = scope.bodies
  const opening = body!.items.find(({ kind }) => kind === 'chain')
  let anchor: Item | undefined
  for (const key of members) {
    const first = survey.first.get(key)
    if (!missing.has(key)) {
      anchor = (first && ancestorIn(scope, first, survey)) ?? scope.first.get(key) ?? anchor
      continue
    }
    const loose = work.looseNodes.get(key)
    const host = anchor ? survey.hostOf.get(anchor)! : body!
    const item = nodeStatement(work.nodes.get(key)!, host, work, loose)
    work.looseNodes.delete(key)
    if (anchor) spots.behind(anchor, item)
    else if (opening) spots.before(opening, item)
    else spots.last(body!, item)
    anchor = item
  }
}
