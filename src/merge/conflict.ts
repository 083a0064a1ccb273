/** What both sides changed, each in its own way. */
import type { DifferenceElement, DifferentElement } from '../diff/difference.js'
import type { Edge, Group, Loop, Node } from '../ir/model.js'
import type { FieldChange } from './fields.js'
import type { Contested, Versions } from './retained.js'
import type { Names } from './triples.js'

export interface Conflict {
  readonly element: DifferenceElement
  /** The element as ours has it; where it is not there, as theirs or the base has it. */
  readonly of: DifferentElement
  /** What of it: a field as in a difference. Left out where one side removed the element. */
  readonly field?: string
  /** The value of the field in the base, and what each side made of it. */
  readonly base?: unknown
  readonly ours?: unknown
  readonly theirs?: unknown
  /** Where one side removed the element: which one, and what the other did. */
  readonly removed?: {
    readonly by: 'ours' | 'theirs'
    readonly other: 'changed' | 'attached'
    /** What the other changed. */
    readonly fields: readonly FieldChange[]
  }
}

export type Of = 'nodes' | 'groups' | 'edges' | 'loops'
export const ELEMENT = { nodes: 'node', groups: 'group', edges: 'edge', loops: 'loop' } as const

/** An element of a graph by what names it. */
export function described(element: unknown, key: string | number): DifferentElement {
  const { id, label, condition, from, to, kind } = element as Partial<Edge & Loop & Group>
  const words = condition ?? label?.text ?? ''
  return {
    ...(id !== undefined && { id }),
    label: words,
    ...(kind !== undefined && { kind }),
    ...(from && { from: from.id }),
    ...(to && { to: to.id }),
    ...(typeof key === 'number' && { place: key }),
  }
}

export function contestedConflict({ of, key, by, other, fields }: Contested, versions: Versions): Conflict {
  const { graph, edges, loops } = versions.base
  const element =
    of === 'edges'
      ? edges.get(Number(key))
      : of === 'loops'
        ? loops.get(Number(key))
        : graph[of].get(String(key))
  return { element: ELEMENT[of], of: described(element, key), removed: { by, other, fields } }
}

export function idConflicts(
  element: 'node' | 'group',
  { renamedByBoth }: Names,
  ours: ReadonlyMap<string, Node | Group>,
): Conflict[] {
  return renamedByBoth.map(({ base, ours: id, theirs }) => ({
    element,
    of: described(ours.get(id!), id!),
    field: 'id',
    base,
    ours: id,
    theirs,
  }))
}
