/** What a diagram says when it is read aloud: where it starts, where it ends, and how each step leads on. */
import { addTo } from '../ir/lists.js'
import type { Edge, Graph, Group, Node } from '../ir/model.js'

/** One step, with what it leads to. */
export interface ReadStep {
  readonly id: string
  /** Its label in one line, or its id where it shows none. */
  readonly name: string
  /** The label of the innermost group that it stands in. */
  readonly group?: string
  readonly next: readonly { readonly id: string; readonly name: string; readonly label: string }[]
}

/** What there is to say of a graph, for who says it in words of any language. */
export interface Reading {
  readonly title?: string
  readonly steps: readonly ReadStep[]
  readonly lanes: number
  /** Groups that are no lanes. */
  readonly groups: number
  /** The names of steps that nothing leads to, of those that anything leads on from. */
  readonly starts: readonly string[]
  /** The names of steps that something leads to, and that lead to nothing. */
  readonly ends: readonly string[]
}

const inLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
const nameOf = ({ id, label }: Node | Group): string => inLine(label.text) || id
const shownNodes = ({ nodes }: Graph): Node[] => [...nodes.values()].filter(({ hidden }) => !hidden)

/**
 * What a picture of a graph shows, as data to be read aloud. No messages.
 * @param graph a sound one
 * @returns its steps in their order with what each leads to, how many lanes and groups there are, and where it starts and ends
 * @see docs/svg.md
 * @example
 * readingOf(graph).starts // ['Order']
 */
export function readingOf(graph: Graph): Reading {
  const nodes = shownNodes(graph)
  const shown = new Set(nodes.map(({ id }) => id))
  const outgoing = new Map<string, Edge[]>()
  const entered = new Set<string>()
  for (const edge of graph.edges) {
    const { from, to, line } = edge
    const isArrow = line !== 'invisible' && from.kind === 'node' && to.kind === 'node'
    if (!isArrow || from.id === to.id || !shown.has(from.id) || !shown.has(to.id)) continue
    addTo(outgoing, from.id, edge)
    entered.add(to.id)
  }
  const steps = nodes.map(node => stepOf(graph, node, outgoing.get(node.id) ?? []))
  const names = (ids: readonly ReadStep[]) => ids.map(({ name }) => name)
  const lanes = [...graph.groups.values()].filter(({ kind }) => kind === 'lane').length
  return {
    ...(graph.title !== undefined && { title: inLine(graph.title) }),
    steps,
    lanes,
    groups: graph.groups.size - lanes,
    starts: names(steps.filter(({ id, next }) => next.length > 0 && !entered.has(id))),
    ends: names(steps.filter(({ id, next }) => next.length === 0 && entered.has(id))),
  }
}

function stepOf({ nodes, groups }: Graph, node: Node, edges: readonly Edge[]): ReadStep {
  const group = node.group === undefined ? undefined : groups.get(node.group)
  return {
    id: node.id,
    name: nameOf(node),
    ...(group && { group: nameOf(group) }),
    next: edges.map(({ to, label }) => ({
      id: to.id,
      name: nameOf(nodes.get(to.id)!),
      label: inLine(label.text),
    })),
  }
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`
/** The first three, and how many there are besides. */
function listed(names: readonly string[]): string {
  const quoted = names.slice(0, 3).map(name => `“${name}”`)
  const last = names.length > 3 ? `${names.length - 3} more` : quoted.pop()
  return quoted.length > 0 ? `${quoted.join(', ')} and ${last}` : `${last}`
}

/**
 * A picture in one sentence: “12 steps in 3 lanes; starts at “Order”; ends at “Shipped”.” No messages.
 * @param graph a sound one
 * @returns the sentence, in English
 * @see docs/svg.md
 * @example
 * sentenceOf(read('flowchart LR\n  a[Order] --> b[Ship]\n', { format: 'mermaid' }).graphs[0]!) // '2 steps; starts at “Order”; ends at “Ship”.'
 */
export function sentenceOf(graph: Graph): string {
  const { title, steps, lanes, groups, starts, ends } = readingOf(graph)
  const places = [
    ...(lanes > 0 ? [counted(lanes, 'lane')] : []),
    ...(groups > 0 ? [counted(groups, 'group')] : []),
  ]
  const parts = [
    `${counted(steps.length, 'step')}${places.length > 0 ? ` in ${places.join(' and ')}` : ''}`,
    ...(starts.length > 0 ? [`starts at ${listed(starts)}`] : []),
    ...(ends.length > 0 ? [`ends at ${listed(ends)}`] : []),
  ]
  return `${title ? `${title}: ` : ''}${parts.join('; ')}.`
}
