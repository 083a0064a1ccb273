/** Subgraphs that are missing, or stand in another one, or in another order than is wanted. */
import { longestIncreasing } from '../../../src/ir/order.js'
import type { ResolvedSubgraph } from '../words/resolved.js'
import { indentOf, reindent } from './comments.js'
import { mannerOf } from './conventions.js'
import { type Spots, spotsIn } from './insertions.js'
import { subgraphStatement } from './new-statements.js'
import type { Body, Chain, Item } from './outline.js'
import { openAround } from './pieces.js'
import { ancestorIn, type Scope } from './scopes.js'
import { nowOf, type Work } from './work.js'

/** The subgraphs in a wanted one, and which of them may stay where they stand. */
interface Children {
  readonly wanted: ResolvedSubgraph
  readonly staying: ReadonlySet<ResolvedSubgraph>
}

export function putScopes(work: Work): void {
  const { scopes } = nowOf(work)
  const wrong = incomplete(work)
  if (wrong.length === 0) return
  const concerned = wrong.flatMap(({ wanted, staying }) => [
    wanted,
    ...wanted.subgraphs.filter(child => !staying.has(child)),
  ])
  openAround(
    concerned.flatMap(subgraph => scopes.get(subgraph)?.bodies ?? []),
    work,
  )
  const placing: Placing = { work, spots: spotsIn(work), fresh: new Map() }
  for (const children of incomplete(work)) putChildren(children, placing)
  placing.spots.done()
}

interface Placing {
  readonly work: Work
  readonly spots: Spots
  /** The bodies of subgraphs that come in. */
  readonly fresh: Map<ResolvedSubgraph, Body>
}

/** Those that do not have all of their subgraphs in order, the outer ones first. */
function incomplete(work: Work): Children[] {
  const found: Children[] = []
  const visit = (wanted: ResolvedSubgraph): void => {
    if (wanted.subgraphs.length === 0) return
    const staying = stayingIn(wanted, work)
    if (staying.size < wanted.subgraphs.length) found.push({ wanted, staying })
    for (const child of wanted.subgraphs) visit(child)
  }
  visit(work.wanted)
  return found
}

/** As many as are in the wanted order already. */
function stayingIn(wanted: ResolvedSubgraph, work: Work): Set<ResolvedSubgraph> {
  const { scopes } = nowOf(work)
  const scope = scopes.get(wanted)
  const places = new Map(scope?.children.map((child, place) => [child, place]))
  const there = wanted.subgraphs.flatMap(child => {
    const place = places.get(scopes.get(child)!)
    return place === undefined ? [] : [[child, place] as const]
  })
  const kept = longestIncreasing(there.map(([, place]) => place))
  return new Set(there.filter((_, index) => kept.has(index)).map(([child]) => child))
}

function putChildren({ wanted, staying }: Children, placing: Placing): void {
  const { work, spots, fresh } = placing
  const { survey, scopes } = nowOf(work)
  const own = fresh.get(wanted) ?? scopes.get(wanted)!.bodies[0]!
  const standing = (child: ResolvedSubgraph) => survey.itemOf.get(scopes.get(child)!.bodies[0]!)!
  const next = wanted.subgraphs.find(child => staying.has(child))
  let before: Item | undefined
  for (const child of wanted.subgraphs) {
    if (staying.has(child)) {
      before = standing(child)
      continue
    }
    const anchor = before ?? anchorOf(child, wanted, work)
    const host = anchor ? survey.hostOf.get(anchor)! : own
    const items = statementsFor(child, host, placing)
    const ahead = before || anchor ? undefined : next ? standing(next) : own.items.find(hasEdges)
    for (const item of before || !next ? items : items.toReversed()) {
      if (before || (anchor && !next)) spots.behind((before ?? anchor)!, item)
      else if (next) spots.before(standing(next), item)
      else if (ahead) spots.before(ahead, item)
      else spots.last(own, item)
      before = item
    }
  }
}

/** Edges; before one with a comment on the line of the brace, nothing comes in. */
const hasEdges = (item: Item) =>
  item.kind === 'chain' && item.operands.length > 1 && item.lead.split('\n', 1)[0]!.trim() === ''

/** The statement behind which a subgraph's nodes are made in their order. */
function anchorOf(child: ResolvedSubgraph, wanted: ResolvedSubgraph, work: Work): Item | undefined {
  const { survey, scopes } = nowOf(work)
  const scope = scopes.get(wanted)
  const members = work.members.get(child)!
  let previous: string | undefined
  if (members.size === 0 || !scope) return undefined
  for (const key of work.nodes.keys()) {
    if (members.has(key)) break
    if (survey.first.has(key)) previous = key
  }
  const first = previous === undefined ? undefined : survey.first.get(previous)
  return first && ancestorIn(scope, first, survey)
}

/** A new one, or what was written of it elsewhere. */
function statementsFor(child: ResolvedSubgraph, host: Body, { work, spots, fresh }: Placing): Chain[] {
  const { survey, scopes } = nowOf(work)
  const scope: Scope | undefined = scopes.get(child)
  if (!scope) {
    const item = subgraphStatement(child.id, host, work)
    fresh.set(child, item.operands[0])
    return [item]
  }
  const { lead } = mannerOf(host, work)
  return scope.bodies.map(body => {
    const item = survey.itemOf.get(body)!
    spots.leaves(item)
    if (!item.lead.includes('\n')) item.lead = lead
    else if (lead.includes('\n')) reindent(item, indentOf(item.lead), indentOf(lead))
    return item
  })
}
