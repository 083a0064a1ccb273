/** Where nodes and groups stand in the order of a graph that an edit takes out of a group, and whose cells stay where the file has them. */
import type { PutChange } from '../../../src/format.js'
import { addTo, inverse } from '../../../src/ir/lists.js'
import type { Graph } from '../../../src/ir/model.js'
import { idInFile, inFile } from '../words/in-file.js'
import { aroundIn } from '../words/node-order.js'
import { opaqueCells } from '../words/opaque-cells.js'
import { type Around, ownParentOf } from '../words/standing.js'

/**
 * `change.after` with such elements among what they stand with now, in the order of the file: what only lay on its group is read in that
 * order without it. All others keep theirs.
 */
export function withOrderOfPage(change: PutChange, after: Graph): Graph {
  const order = inFile(change.before)?.get('order')
  if (!Array.isArray(order)) return after
  const places = new Map((order as readonly unknown[]).map((id, place) => [id, place]))
  let around: Around | undefined
  const aroundNow = (): Around => {
    around ??= aroundIn(after, opaqueCells(after))
    return around
  }
  return {
    ...after,
    nodes: inOrder(after.nodes, change.before.nodes, inverse(change.matched.nodes), ({ group }) => group, {
      change,
      places,
      aroundNow,
    }),
    groups: inOrder(
      after.groups,
      change.before.groups,
      inverse(change.matched.groups),
      ({ parent }) => parent,
      { change, places, aroundNow },
    ),
  }
}

type Element = Parameters<typeof inFile>[0] & { readonly id: string }

interface Page {
  readonly change: PutChange
  /** By id of a cell: its place in the file. */
  readonly places: ReadonlyMap<unknown, number>
  readonly aroundNow: () => Around
}

/** @param names by what an element is called now: its name before */
function inOrder<T extends Element>(
  elements: ReadonlyMap<string, T>,
  old: ReadonlyMap<string, T>,
  names: ReadonlyMap<string, string>,
  groupOf: (element: T) => string | undefined,
  { change, places, aroundNow }: Page,
): ReadonlyMap<string, T> {
  const { groups } = change.matched
  const standing = (element: T): string => standsIn(element, groupOf(element), aroundNow())
  /** What an element is read among: what stands in the same cell, and is in the same group, on which it may only lie. */
  const company = (element: T): string => JSON.stringify([standing(element), groupOf(element)])
  /** That of one that left a group, and whose cell stays in what it stood in; nothing for others. */
  const left = (element: T): string | undefined => {
    const was = old.get(names.get(element.id) ?? '')
    const group = was && groupOf(was)
    if (group === undefined || (groups.has(group) && groupOf(element) === groups.get(group))) return undefined
    const stood = inFile(element)?.get('parent') ?? cellOf(change.before, group)
    return stood === standing(element) ? company(element) : undefined
  }
  const moved = new Map<string, T[]>()
  for (const element of elements.values()) {
    const among = left(element)
    if (among !== undefined) addTo(moved, among, element)
  }
  if (moved.size === 0) return elements
  const placeOf = (element: T): number | undefined => places.get(idInFile(element) ?? element.id)
  const coming = new Set([...moved.values()].flat())
  const beside = new Map<string, T[]>()
  for (const element of elements.values()) {
    const among = company(element)
    if (!coming.has(element) && moved.has(among) && placeOf(element) !== undefined)
      addTo(beside, among, element)
  }
  const before = new Map<T, T[]>()
  const behind = new Map<T | undefined, T[]>()
  for (const [among, list] of moved) {
    const there = beside.get(among) ?? []
    let next = 0
    for (const element of list.sort((a, b) => (placeOf(a) ?? 0) - (placeOf(b) ?? 0))) {
      while (next < there.length && placeOf(there[next]!)! < (placeOf(element) ?? 0)) next++
      if (next < there.length) addTo(before, there[next]!, element)
      else addTo(behind, there.at(-1), element)
    }
  }
  const list = [...elements.values()].flatMap(element =>
    coming.has(element) ? [] : [...(before.get(element) ?? []), element, ...(behind.get(element) ?? [])],
  )
  return new Map([...list, ...(behind.get(undefined) ?? [])].map(element => [element.id, element]))
}

const cellOf = ({ groups }: Graph, group: string): string => idInFile(groups.get(group) ?? {}) ?? group

/** The cell that an element stands in. */
function standsIn(element: Element, group: string | undefined, around: Around): string {
  const own = ownParentOf(element, group, around)
  if (own !== undefined) return own
  if (group === undefined) return around.layer
  return idInFile(around.graph.groups.get(group) ?? {}) ?? group
}
