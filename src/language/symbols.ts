/** What a text declares, as an outline: groups with what stands in them, and nodes. */
import type { Graph, Group, Node } from '../ir/model.js'
import type { Range } from './range.js'

export interface DiagramSymbol {
  readonly name: string
  /** The label, where that is another text. */
  readonly detail: string
  readonly kind: 'diagram' | 'lane' | 'group' | 'node'
  /** All that belongs to it. */
  readonly at: Range
  /** Where its id stands first within. */
  readonly nameAt: Range
  readonly children: readonly DiagramSymbol[]
}

interface Growing extends DiagramSymbol {
  readonly children: Growing[]
}

/**
 * The outline of the graphs of a text. Where there are several, each is a symbol with what it holds.
 * @param shift by how much the places of graphs are less than those of the text
 * @param places where the id of an element is declared, and what something that opens at an offset goes on to
 */
export function symbolsOf(graphs: readonly Graph[], shift: number, places: Places): DiagramSymbol[] {
  const each = graphs.map((graph, diagram) => outlineOf(graph, diagram, shift, places))
  if (graphs.length === 1) return each[0]!
  return graphs.flatMap(({ id, title, at }, place): DiagramSymbol[] => {
    const children = each[place]!
    const range = at ? ([at[0] + shift, at[1] + shift] as const) : around(children)
    if (!range) return []
    const name = title ?? id ?? String(place + 1)
    return [{ name, detail: '', kind: 'diagram', at: range, nameAt: [range[0], range[0]], children }]
  })
}

export interface Places {
  readonly nameOf: (kind: 'node' | 'group', id: string, diagram: number) => Range | undefined
  readonly closeOf: (open: number) => number | undefined
}

function around(symbols: readonly DiagramSymbol[]): Range | undefined {
  if (symbols.length === 0) return undefined
  return [symbols[0]!.at[0], symbols.reduce((most, { at }) => Math.max(most, at[1]), 0)]
}

function outlineOf(
  graph: Graph,
  diagram: number,
  shift: number,
  { nameOf, closeOf }: Places,
): DiagramSymbol[] {
  const roots: Growing[] = []
  const groups = new Map<string, Growing>()
  const symbol = (element: Node | Group, kind: 'node' | 'group', shown: DiagramSymbol['kind']) => {
    if (!element.at) return undefined
    const start = element.at[0] + shift
    const close = kind === 'group' ? closeOf(start) : undefined
    const at: Range = [start, Math.max(element.at[1] + shift, close ?? 0)]
    const name = nameOf(kind, element.id, diagram)
    const label = element.label.text.trim().replaceAll('\n', ' ')
    return {
      name: element.id,
      detail: label === element.id ? '' : label,
      kind: shown,
      at,
      nameAt: name && name[0] >= at[0] && name[1] <= at[1] ? name : ([at[0], at[0]] as const),
      children: [],
    } satisfies Growing
  }
  for (const group of graph.groups.values()) {
    const made = symbol(group, 'group', group.kind === 'lane' ? 'lane' : 'group')
    if (made) groups.set(group.id, made)
  }
  const place = (made: Growing, around: string | undefined) => {
    const parent = around === undefined ? undefined : groups.get(around)
    const isInside = parent && parent.at[0] <= made.at[0] && made.at[1] <= parent.at[1]
    ;(isInside ? parent.children : roots).push(made)
  }
  for (const { id, parent } of graph.groups.values()) {
    const made = groups.get(id)
    if (made) place(made, parent)
  }
  for (const node of graph.nodes.values()) {
    const made = symbol(node, 'node', 'node')
    if (made) place(made, node.group)
  }
  return inPlaces(roots, [...groups.values()])
}

function inPlaces(roots: Growing[], groups: readonly Growing[]): DiagramSymbol[] {
  const byPlace = (a: DiagramSymbol, b: DiagramSymbol) => a.at[0] - b.at[0]
  for (const { children } of groups) children.sort(byPlace)
  return roots.sort(byPlace)
}
