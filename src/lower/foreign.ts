/**
 * What of a graph was drawn for another format. A graph that was read as the target's format, or carried from it, is
 * its own through and through. Of any other (it may have come by JSON or by draw.io, or somebody added to it), a
 * node is the target's own that stands as the target writes nodes: under an id of its form, in a lane, with one of
 * its shapes, and fastened by its sides. Of the rest the target's customs may make what they would.
 */
import type { Capabilities, Numbered } from '../capabilities.js'
import type { Graph, Group, Node } from '../ir/model.js'

export interface Foreign {
  readonly nodes: ReadonlySet<string>
  readonly groups: ReadonlySet<string>
}

export const NOTHING_FOREIGN: Foreign = { nodes: new Set(), groups: new Set() }

export function foreignIn(graph: Graph, capabilities: Capabilities, own: boolean): Foreign {
  if (own || !capabilities.customs) return NOTHING_FOREIGN
  let fastened: Map<string, boolean> | undefined
  const isOwnLane = (group: Group | undefined) => group !== undefined && standsAsLane(group, capabilities)
  const nodes = new Set<string>()
  const groups = new Set<string>()
  for (const group of graph.groups.values()) if (!isOwnLane(group)) groups.add(group.id)
  for (const node of graph.nodes.values()) {
    const lane = node.group === undefined ? undefined : graph.groups.get(node.group)
    if (isOwnLane(lane) && standsAsNode(node, capabilities)) {
      fastened ??= fastenedNodes(graph)
      if (fastened.get(node.id) ?? true) continue
    }
    nodes.add(node.id)
    if (node.group !== undefined) groups.add(node.group)
  }
  return { nodes, groups }
}

function standsAsLane({ id, kind, parent }: Group, { group, ids }: Capabilities): boolean {
  const named = ids.group === 'any' || ids.group(id) === id
  return group.kinds.includes(kind) && named && (group.nested || parent === undefined)
}

function standsAsNode(node: Node, { node: rules, ids }: Capabilities): boolean {
  return isOwnId(node.id, ids.node) && rules.shape(node.shape, node) === node.shape
}

/** For each node that edges touch, whether one of them names the side. */
function fastenedNodes({ edges }: Graph): Map<string, boolean> {
  const fastened = new Map<string, boolean>()
  for (const { from, to } of edges) {
    for (const { kind, id, side } of [from, to]) {
      if (kind === 'node') fastened.set(id, (fastened.get(id) ?? false) || side !== undefined)
    }
  }
  return fastened
}

function isOwnId(id: string, rule: Capabilities['ids']['node']): boolean {
  if (rule === 'any') return true
  return typeof rule === 'function' ? rule(id) === id : numberIn(id, rule) !== undefined
}

/** The number of an id that is one of those that are counted, such as the 7 of `n7`. */
export function numberIn(id: string, { numbered }: Numbered): number | undefined {
  const digits = id.startsWith(numbered) ? id.slice(numbered.length) : ''
  return /^[1-9]\d{0,14}$/.test(digits) ? Number(digits) : undefined
}
