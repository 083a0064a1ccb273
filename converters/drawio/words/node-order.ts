/** In which order a page holds nodes and groups: cell by cell, in each what is kept, then groups, then nodes. */
import { entryOf } from '../../../src/ir/lists.js'
import type { Graph, Node } from '../../../src/ir/model.js'
import { inTreeOrder } from '../../../src/layout/tree-order.js'
import type { InFile } from './in-file.js'
import { layerIds } from './layers.js'
import { aboveOpaque, type OpaqueCell, opaqueCells } from './opaque-cells.js'
import { type Around, liesOn, ownParentOf } from './standing.js'

interface Inside {
  readonly cells: string[]
  readonly nodes: string[]
}

/** The ids of the nodes of a lowered graph as the reader finds them: first those of the first layer, then of the others. */
export function cellOrder(graph: Graph): readonly string[] {
  const opaque = opaqueCells(graph)
  const around = aroundIn(graph, opaque)
  if (
    opaque.length === 0 &&
    !hasGroupsApart(graph, around) &&
    ![...graph.nodes.values()].some(isApart(around))
  )
    return [...inTreeOrder(graph).nodes.keys()]
  return walkOf(graph, opaque, around).nodes
}

/** The ids of its groups, those in a group or in a cell that is kept behind it. */
export function groupOrder(graph: Graph): readonly string[] {
  const opaque = opaqueCells(graph)
  const around = aroundIn(graph, opaque)
  if (opaque.length === 0 && !hasGroupsApart(graph, around)) return [...graph.groups.keys()]
  return walkOf(graph, opaque, around).groups
}

export const aroundIn = (graph: Graph, opaque: readonly OpaqueCell[]): Around => ({
  above: aboveOpaque(opaque),
  ...layerIds(graph),
  graph,
})

/** Whether an element lies on its group and does not stand in it. */
const liesApart = (element: InFile, group: string | undefined, around: Around): boolean =>
  group !== undefined && liesOn(element) === group && ownParentOf(element, group, around) !== undefined

const isApart =
  (around: Around) =>
  (node: Node): boolean =>
    liesApart(node, node.group, around)

const hasGroupsApart = ({ groups }: Graph, around: Around): boolean =>
  [...groups.values()].some(group => liesApart(group, group.parent, around))

/** Those of a list that a page has first, then those that only lie on their groups. */
function apartLast<T>(elements: Iterable<T>, isApart: (element: T) => boolean): T[] {
  const all = [...elements]
  return [...all.filter(element => !isApart(element)), ...all.filter(isApart)]
}

function walkOf(graph: Graph, opaque: readonly OpaqueCell[], around: Around): Walk {
  const contents = new Map<string, Inside>()
  const inside = (place: string) => entryOf(contents, place, () => ({ cells: [], nodes: [] }))
  const ids = new Set(opaque.map(({ id }) => id))
  // What only lies on its group is read in it, wherever it stands.
  const opaqueAround = (element: InFile, group: string | undefined): string | undefined => {
    const parent =
      group !== undefined && liesOn(element) === group ? undefined : ownParentOf(element, group, around)
    return parent !== undefined && ids.has(parent) ? parent : undefined
  }
  const holderOf = (parent: string | undefined, group: string | undefined): string => {
    if (parent !== undefined) return `cell ${parent}`
    return group === undefined ? PAGE : `${GROUP}${group}`
  }
  const layers: string[] = []
  for (const { id, parent } of opaque) {
    if (parent === around.top) layers.push(`cell ${id}`)
    else if (ids.has(parent)) inside(`cell ${parent}`).cells.push(`cell ${id}`)
    else inside(graph.groups.has(parent) ? `${GROUP}${parent}` : PAGE).cells.push(`cell ${id}`)
  }
  for (const group of apartLast(graph.groups.values(), group => liesApart(group, group.parent, around))) {
    const { id, parent } = group
    inside(holderOf(opaqueAround(group, parent), parent)).cells.push(`${GROUP}${id}`)
  }
  for (const node of apartLast(graph.nodes.values(), isApart(around))) {
    inside(holderOf(opaqueAround(node, node.group), node.group)).nodes.push(node.id)
  }
  return walked(contents, [PAGE, ...layers])
}

const PAGE = ''
const GROUP = 'group '

interface Walk {
  readonly nodes: readonly string[]
  readonly groups: readonly string[]
}

/** The nodes of each place behind those of the cells in it; with a stack of its own, since cells nest as deep as a file says. */
function walked(contents: ReadonlyMap<string, Inside>, places: readonly string[]): Walk {
  const order: string[] = []
  const groups: string[] = []
  const entered = new Set<string>()
  const waiting: { readonly enter?: string; readonly leave?: readonly string[] }[] = []
  for (const place of [...places].reverse()) waiting.push({ enter: place })
  for (let step = waiting.pop(); step; step = waiting.pop()) {
    for (const id of step.leave ?? []) order.push(id)
    if (step.enter === undefined || entered.has(step.enter)) continue
    entered.add(step.enter)
    if (step.enter.startsWith(GROUP)) groups.push(step.enter.slice(GROUP.length))
    const { cells, nodes } = contents.get(step.enter) ?? { cells: [], nodes: [] }
    waiting.push({ leave: nodes })
    for (const cell of [...cells].reverse()) waiting.push({ enter: cell })
  }
  return { nodes: order, groups }
}
