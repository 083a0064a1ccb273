/** What a program says of an element that it adds or changes, in less words than the model has. */
import type { Edge, End, Graph, Group, Loop, Node, Text, Uncompared } from '../ir/model.js'

/** Fields of an element that are to have these values; `undefined` takes one away. A label may be its bare text. */
type Given<T, K extends string> = {
  readonly [P in Exclude<keyof T, K | 'id' | 'label' | 'at' | 'document'>]?: T[P] | undefined
} & { readonly label?: string | Text | undefined }

/** `label` is the id where it is left out, `shape` is `rectangle`; `in` is the id of the group that it stands in. */
export type NewNode = NodeFields & { readonly in?: string }
/** `label` is the id where it is left out; `in` is the id of the group that it stands in. */
export type NewGroup = Omit<GroupFields, 'kind'> & { readonly in?: string }
/** `in` is the id of the lane that its statement stands in. */
export type NewLoop = Pick<Partial<Loop>, 'extras'> & { readonly in?: string }
/** `arrow` is the arrowhead at the end, `normal` in a directed graph where it is left out. */
export type NewEdge = EdgeFields & { readonly arrow?: End['arrow'] }

export type NodeFields = Given<Node, 'group'>
export type GroupFields = Given<Group, 'parent'>
export type EdgeFields = Given<Edge, 'from' | 'to'> & { readonly id?: string | undefined }
export type GraphFields = {
  readonly [K in Exclude<keyof Graph, 'nodes' | 'groups' | 'edges' | 'loops' | Uncompared>]?:
    | Graph[K]
    | undefined
}

/** A node or a group by its id. Where a node and a group share one, an object says which is meant. */
export type Ref = string | { readonly node: string } | { readonly group: string }

/** Where an edge ends: at a node or a group, and how. */
export type EndRef =
  | string
  | (({ readonly node: string } | { readonly group: string }) &
      Partial<Pick<End, 'side' | 'port' | 'arrow'>> & {
        readonly label?: string | Text
      })

/** Every edge from one element to another, in that direction, or the one that has an id. */
export type EdgeRef = { readonly from: Ref; readonly to: Ref } | { readonly edge: string }

/** A value with fields set, and those taken away that are `undefined`. */
export function withFields<T extends object>(element: T, { label, ...given }: Given<T, never>): T {
  const labelled = label === undefined ? {} : { label: textOf(label) }
  const all = { ...element, ...given, ...labelled } as Record<string, unknown>
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T
}

export function textOf(label: string | Text): Text {
  return typeof label === 'string' ? { text: label } : label
}
