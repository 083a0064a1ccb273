/** Finding what a call names, and the sentences where it is not there. */
import type { Graph } from '../ir/model.js'
import { typeFlaws } from '../ir/typing.js'
import type { EdgeRef, EndRef, Ref } from './given.js'
import {
  type EdgeHandle,
  type Editable,
  type GroupHandle,
  type Handle,
  isThere,
  type NodeHandle,
} from './handles.js'

/** The node or group that a call names. Throws a `TypeError` where there is none, or both. */
export function find(editable: Editable, ref: Ref | EndRef): Handle {
  if (typeof ref !== 'string') {
    if (isObject(ref) && 'node' in ref) return findNode(editable, ref.node)
    if (isObject(ref) && 'group' in ref) return findGroup(editable, ref.group)
    throw new TypeError('a node or group is named by its id, { node: id } or { group: id }')
  }
  const [node, group] = [editable.nodes.get(ref), editable.groups.get(ref)]
  if (node && group)
    throw new TypeError(`a node and a group have the id “${ref}”; say { node: id } or { group: id }`)
  const found = node ?? group
  if (!found) throw new TypeError(`there is no node or group “${ref}”`)
  return found
}

export function findNode({ nodes }: Editable, id: string): NodeHandle {
  const found = nodes.get(id)
  if (!found) throw new TypeError(`there is no node “${id}”`)
  return found
}

export function findGroup({ groups }: Editable, id: string): GroupHandle {
  const found = groups.get(id)
  if (!found) throw new TypeError(`there is no group “${id}”`)
  return found
}

/** The edges that a call names. Throws a `TypeError` where there is none. */
export function findEdges(editable: Editable, ref: EdgeRef): readonly EdgeHandle[] {
  if ('edge' in ref) {
    const found = editable.edges.filter(edge => isThere(edge) && edge.element.id === ref.edge)
    if (found.length === 0) throw new TypeError(`there is no edge “${ref.edge}”`)
    return found
  }
  const [from, to] = [find(editable, ref.from), find(editable, ref.to)]
  const found = from.leaving.get(to)?.filter(isThere) ?? []
  if (found.length === 0)
    throw new TypeError(`there is no edge from “${from.element.id}” to “${to.element.id}”`)
  return found
}

/** Throws a `TypeError` where an id cannot be given to something new. */
export function mustBeFree({ nodes, groups }: Editable, kind: 'node' | 'group', id: string): void {
  if (typeof id !== 'string') throw new TypeError(`the id of a ${kind} is a text`)
  if (kind === 'group' && id === '') throw new TypeError('the id of a group is not empty')
  if ((kind === 'node' ? nodes : groups).has(id)) throw new TypeError(`there is a ${kind} “${id}” already`)
}

/** Throws a `TypeError` where values that a program gave are none of the model. @param part a graph with just those */
export function mustBeSound(part: Partial<Graph>): void {
  const blank = { directed: true, nodes: new Map(), groups: new Map(), edges: [], loops: [] }
  const rest = { classes: new Map(), defaults: {}, style: {}, extras: new Map() }
  for (const { path, text } of typeFlaws({ ...blank, ...rest, ...part }))
    throw new TypeError(`${text} (${path.join('/')})`)
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
