/** A graph with its bundles folded: each is one box for the layout around it, and is unfolded in the place that this got. */

import { makeEdge, makeNode, nodeEnd } from '../../ir/build.js'
import { groupAround, outwards } from '../../ir/group-tree.js'
import type { Edge, Graph, Node } from '../../ir/model.js'
import { once } from '../../ir/once.js'
import type { Layout, Point, Route } from '../boxes.js'
import { partsOf } from '../clusters/directed-parts.js'
import { straightened } from '../fans/blocks.js'
import { freeId } from '../fans/fold.js'
import { bendsOf, edgeLabelSize } from '../lanes/banded.js'
import { inLanes } from '../lanes/lanes.js'
import { ofSize } from '../measure/picture-sizes.js'
import { type Bundle, bundlesIn } from './find.js'
import { type Ladder, ladderOf, throughLadder } from './ladder.js'

export interface Folding {
  /** The graph with a node for each bundle, and two edges that lead there and on. */
  readonly graph: Graph
  /** The layout of the whole graph, given that of the folded one. */
  readonly unfold: (layout: Layout) => Layout
}

interface Folded {
  readonly bundle: Bundle
  readonly ladder: Ladder
  /** The node that stands for it. */
  readonly node: Node
}

/** Nothing where a graph has no bundles. */
export function foldBundles(graph: Graph): Folding | undefined {
  const parts = once(() => partsOf(graph))
  const across = ({ from }: Edge): boolean => /^(?:LR|RL)$/.test(parts().partOf(from).direction)
  const folded = bundlesIn(graph, across).map((bundle, i): Folded => {
    const ladder = ladderOf(bundle.edges.map(edge => edgeLabelSize(graph.edges[edge]!)))
    const group = groupFor(graph, graph.edges[bundle.edges[0]!]!)
    const node = makeNode({
      id: freeId(graph, `bundle ${i}`),
      shape: 'image',
      ...(group !== undefined && { group }),
    })
    return { bundle, ladder, node: ofSize(node, ladder) }
  })
  if (folded.length === 0) return undefined
  const { edges, origins } = reduced(graph, folded)
  const nodes = new Map([...graph.nodes, ...folded.map(({ node }) => [node.id, node] as const)])
  return {
    graph: { ...graph, nodes, edges },
    unfold: layout => unfolded(graph, folded, origins, layout),
  }
}

/** The innermost group around both ends; where there is none, the lane of the first: all that is drawn there stands in one. */
function groupFor(graph: Graph, { from, to }: Edge): string | undefined {
  const around = new Set(outwards(graph.groups, groupAround(graph, from)))
  for (const id of outwards(graph.groups, groupAround(graph, to))) if (around.has(id)) return id
  return inLanes(graph) ? groupAround(graph, from) : undefined
}

/** Where an edge of the folded graph is from: one of the graph's, or the first or second half of a bundle's way. */
type Origin = number | { readonly folded: Folded; readonly first: boolean }

function reduced(graph: Graph, folded: readonly Folded[]) {
  const ofEdge = new Map(folded.flatMap(each => each.bundle.edges.map(edge => [edge, each] as const)))
  const edges: Edge[] = []
  const origins: Origin[] = []
  const done = new Set<Folded>()
  graph.edges.forEach((edge, i) => {
    const own = ofEdge.get(i)
    if (!own) {
      edges.push(edge)
      origins.push(i)
    } else if (!done.has(own)) {
      done.add(own)
      const middle = nodeEnd(own.node.id)
      // What leads back is laid out the other way round, so that it stands beside what it answers.
      const [from, to] = own.bundle.back ? [edge.to, edge.from] : [edge.from, edge.to]
      edges.push(makeEdge({ from, to: middle }), makeEdge({ from: middle, to }))
      origins.push({ folded: own, first: true }, { folded: own, first: false })
    }
  })
  return { edges, origins }
}

function unfolded(
  graph: Graph,
  folded: readonly Folded[],
  origins: readonly Origin[],
  layout: Layout,
): Layout {
  const routes = new Map<number, Route>()
  const ways = new Map<Folded, { come?: readonly Point[]; go?: readonly Point[] }>()
  origins.forEach((origin, i) => {
    const route = layout.routes[i]!
    if (typeof origin === 'number') routes.set(origin, route)
    else
      ways.set(origin.folded, {
        ...ways.get(origin.folded),
        [origin.first ? 'come' : 'go']: route.path ?? [],
      })
  })
  for (const own of folded) {
    const { come = [], go = [] } = ways.get(own)!
    unfoldOne(graph, own, layout, [come, go], routes)
  }
  const bundles = new Set(folded.map(({ node }) => node.id))
  const nodes = new Map([...layout.nodes].filter(([id]) => !bundles.has(id)))
  return { ...layout, nodes, routes: graph.edges.map((_, i) => routes.get(i)!) }
}

function unfoldOne(
  graph: Graph,
  { bundle, ladder, node }: Folded,
  layout: Layout,
  [come, go]: readonly [readonly Point[], readonly Point[]],
  routes: Map<number, Route>,
): void {
  const box = layout.nodes.get(node.id)!
  const { paths, middles } = throughLadder(ladder, box, come.at(-1)!, go[0]!)
  bundle.edges.forEach((edge, k) => {
    const whole = straightened([...come, ...paths[k]!, ...go])
    const path = bundle.back ? whole.reverse() : whole
    const label = edgeLabelSize(graph.edges[edge]!) && middles[k]!
    routes.set(edge, {
      bends: bendsOf(path, graph.edges[edge]!),
      path,
      start: path[0]!,
      end: path[path.length - 1]!,
      ...(label && { label }),
    })
  })
}
