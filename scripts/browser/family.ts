/** Who belongs to whom among drawn vertices. */

import type { DrawnVertex } from './drawio.js'

export interface Family {
  /** The vertex of an id; undefined for a layer, and for what is not drawn. */
  get(id: string | undefined): DrawnVertex | undefined
  /** Lists of vertices with the same parent. */
  siblings(): Iterable<readonly DrawnVertex[]>
  /** Vertices that hold others, or are made to. */
  readonly groups: readonly DrawnVertex[]
  /** Vertices that stand in the way: no groups, no frames. */
  readonly solids: readonly DrawnVertex[]
  /** Drawn around others, without holding them. */
  readonly frames: readonly DrawnVertex[]
  /** Whether a vertex is another one or lies within it, at any depth. */
  isWithin(vertex: DrawnVertex, other: DrawnVertex): boolean
  /** The outermost table that a vertex is a part of. */
  tableOf(vertex: DrawnVertex): DrawnVertex | undefined
}

export function familyOf(vertices: readonly DrawnVertex[]): Family {
  const byId = new Map(vertices.map(vertex => [vertex.id, vertex]))
  const byParent = new Map<string | undefined, DrawnVertex[]>()
  for (const vertex of vertices) {
    const siblings = byParent.get(vertex.parent)
    if (siblings === undefined) byParent.set(vertex.parent, [vertex])
    else siblings.push(vertex)
  }
  const get = (id: string | undefined) => (id === undefined ? undefined : byId.get(id))
  const isGroup = (vertex: DrawnVertex) => vertex.container || byParent.has(vertex.id)

  function isWithin(vertex: DrawnVertex, other: DrawnVertex): boolean {
    for (let at: DrawnVertex | undefined = vertex; at !== undefined; at = get(at.parent)) {
      if (at === other) return true
    }
    return false
  }

  function tableOf(vertex: DrawnVertex): DrawnVertex | undefined {
    let table: DrawnVertex | undefined
    for (let at: DrawnVertex | undefined = vertex; at?.part; at = get(at.parent)) table = at
    return table
  }

  return {
    get,
    siblings: () => byParent.values(),
    groups: vertices.filter(vertex => isGroup(vertex) && !vertex.frame),
    solids: vertices.filter(vertex => !isGroup(vertex) && !vertex.frame),
    frames: vertices.filter(vertex => vertex.frame),
    isWithin,
    tableOf,
  }
}
