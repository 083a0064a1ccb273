/** What came on both sides since a text was written last: brought back once, it is the same thing, and not a second one. */
import { addedByBoth } from '../diff/added-by-both.js'
import { type Matched, matchGraphs } from '../diff/match.js'
import { inverse } from '../ir/lists.js'
import type { Edge, End, Graph, Group, Node } from '../ir/model.js'
import { type NameOf, renamed } from '../ir/references.js'

export interface Shared {
  readonly base: Graph
  /** Which element of `base` is which of the page. */
  readonly onPage: Matched
}

/**
 * A base that knows what both the page and the source have and it has not: as the page has it, so that what the source says otherwise
 * is its change; and in the look of the source, so that the page keeps its own.
 */
export function withBothAdded(page: Graph, base: Graph, source: Graph, onPage: Matched): Shared {
  const known = matchGraphs(base, source)
  const pairs = matchGraphs(page, source)
  const { nodes: allNodes, groups: allGroups, edges } = addedByBoth(onPage, known, pairs)
  const nodes = [...allNodes].filter(([, id]) => !base.nodes.has(id))
  const groups = [...allGroups].filter(([, id]) => !base.groups.has(id))
  if (nodes.length + groups.length + edges.size === 0) return { base, onPage }
  const names = {
    nodes: new Map([...inverse(onPage.nodes), ...nodes]),
    groups: new Map([...inverse(onPage.groups), ...groups]),
  }
  const nameOf: NameOf = (of, id) => names[of].get(id)
  const newNodes = nodes.map(([old, id]): [string, Node] => {
    const { style, extras } = source.nodes.get(id)!
    return [id, { ...renamed.nodes(page.nodes.get(old)!, nameOf), id, style, extras }]
  })
  const newGroups = groups.map(([old, id]): [string, Group] => {
    const { style, extras } = source.groups.get(id)!
    return [id, { ...renamed.groups(page.groups.get(old)!, nameOf), id, style, extras }]
  })
  const newEdges = [...edges].flatMap(([old, now]): (readonly [number, Edge])[] => {
    const edge = renamed.edges(page.edges[old]!, nameOf)
    return edge ? [[old, inLook(edge, source.edges[now]!)]] : []
  })
  return {
    base: {
      ...base,
      nodes: new Map([...base.nodes, ...newNodes]),
      groups: new Map([...base.groups, ...newGroups]),
      edges: [...base.edges, ...newEdges.map(([, edge]) => edge)],
    },
    onPage: {
      ...onPage,
      nodes: new Map([...onPage.nodes, ...nodes.map(([old, id]) => [id, old] as const)]),
      groups: new Map([...onPage.groups, ...groups.map(([old, id]) => [id, old] as const)]),
      edges: new Map([...onPage.edges, ...newEdges.map(([old], i) => [base.edges.length + i, old] as const)]),
    },
  }
}

/** An edge in the look of another one, fastened at the same sides. */
function inLook(edge: Edge, { style, extras, from, to }: Edge): Edge {
  const fastened = ({ side: _, ...end }: End, { side }: End): End => ({ ...end, ...(side && { side }) })
  return { ...edge, style, extras, from: fastened(edge.from, from), to: fastened(edge.to, to) }
}
