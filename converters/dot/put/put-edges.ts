/** Edges that the text does not have yet, each between the edges that stand before and behind it. */
import type { ResolvedEdge, ResolvedSubgraph } from '../words/resolved.js'
import { cutApart } from './cut.js'
import { type Stretches, stretchesIn } from './edge-places.js'
import { type Spots, spotsIn } from './insertions.js'
import { edgeStatement, subgraphStatement } from './new-statements.js'
import type { Body, Chain, Item } from './outline.js'
import { openAround } from './pieces.js'
import { ancestorIn } from './scopes.js'
import { followers, placesOf } from './standing.js'
import { nowOf, ownerOf, type Work } from './work.js'

export function putEdges(work: Work): void {
  const { edges } = work.wanted
  const present = placesOf(work)
  const missing = edges.filter(({ order }) => !present.has(order))
  if (missing.length === 0) return
  cutApart(missing, work)
  const { scopes } = nowOf(work)
  const owners = new Set(missing.map(({ order }) => ownerOf(order, work)))
  openAround(
    [...owners].flatMap(owner => scopes.get(owner)!.bodies),
    work,
  )
  const there = placesOf(work)
  const placing: Placing = { work, spots: spotsIn(work), stretches: stretchesIn(work) }
  const behind = followers(edges.length, there)
  let last: Item | undefined
  for (const edge of edges) last = there.get(edge.order) ?? putEdge(edge, last, behind[edge.order], placing)
  placing.spots.done()
}

interface Placing {
  readonly work: Work
  readonly spots: Spots
  readonly stretches: Stretches
}

/** In its subgraph, or, where that is not open between the edges around it, in one that is opened once more. */
function putEdge(edge: ResolvedEdge, last: Item | undefined, next: Item | undefined, placing: Placing): Item {
  const { work, spots, stretches } = placing
  const { survey, scopes } = nowOf(work)
  const owner = ownerOf(edge.order, work)
  const path: ResolvedSubgraph[] = []
  for (let level: ResolvedSubgraph | undefined = owner; level; level = work.parents.get(level)) {
    const scope = scopes.get(level)!
    const ahead = last && ancestorIn(scope, last, survey)
    if (ahead && stretches.endsBefore(ahead, edge.order)) {
      const anchor = path.length > 0 ? ahead : stretches.behindEnds(ahead, edge, scope)
      return made(
        edge,
        survey.hostOf.get(ahead)!,
        path,
        (item, own) => {
          spots.behind(anchor, item)
          stretches.comesBehind(anchor, item, own, edge.order)
        },
        work,
      )
    }
    const after = next && ancestorIn(scope, next, survey)
    if (after && stretches.beginsBehind(after, edge.order)) {
      return made(
        edge,
        survey.hostOf.get(after)!,
        path,
        (item, own) => {
          spots.before(after, item)
          stretches.comesBefore(after, item, own, edge.order)
        },
        work,
      )
    }
    const body =
      path.length === 0 ? scope.bodies.findLast(each => stretches.isBetween(each, last, next)) : undefined
    if (body) {
      return made(
        edge,
        body,
        path,
        (item, own) => {
          spots.last(body, item)
          stretches.comesLast(body, item, own, edge.order)
        },
        work,
      )
    }
    path.unshift(level)
  }
  return made(edge, work.root, path.slice(1), item => spots.last(work.root, item), work)
}

/** @param path the subgraphs to open around it, the outermost first */
function made(
  edge: ResolvedEdge,
  host: Body,
  path: readonly ResolvedSubgraph[],
  put: (item: Item, own: Item) => void,
  work: Work,
): Item {
  const own = edgeStatement(edge, host, work)
  const item = path.reduceRight<Chain>((inner, { id }) => {
    return subgraphStatement(id, host, work, [inner])
  }, own)
  put(item, own)
  return item
}
