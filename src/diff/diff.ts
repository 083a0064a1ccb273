/** What changed between two diagrams, in the words of the model. */
import type { Edge, Graph, Group, Loop, Node } from '../ir/model.js'
import { foundBetween, type Side } from './both-ways.js'
import type { Found, Key } from './compare.js'
import type { Difference, DifferenceElement, DifferenceKind, DifferentElement } from './difference.js'
import { isNumbered, type Matched } from './match.js'
import { sentenceOf } from './sentences.js'

export interface Compared {
  readonly differences: readonly Difference[]
  /** Which element of the first is which of the second. */
  readonly matched: Matched
}

const ELEMENTS = { graph: 'diagram', nodes: 'node', groups: 'group', edges: 'edge', loops: 'loop' } as const

/** Compares two graphs. @param before with the format that it was read in, where it was; @param after likewise */
export function comparedGraphs(before: Side, after: Side): Compared {
  const { found, matched } = foundBetween(before, after)
  const numbered = isNumbered(before.graph) || isNumbered(after.graph)
  const said = found.filter(each => !(each.field === 'id' && (numbered || isSaidByLabel(each, found))))
  return { differences: said.map(each => differenceOf(each, before.graph, after.graph)), matched }
}

/** A node without a label shows its id, so that another id is another label, too. */
function isSaidByLabel({ of, now, before, after }: Found, found: readonly Found[]): boolean {
  return found.some(
    other =>
      other.of === of &&
      other.now === now &&
      other.field === 'label' &&
      other.before === before &&
      other.after === after,
  )
}

function differenceOf(found: Found, before: Graph, after: Graph): Difference {
  const { of, old, now, field } = found
  const about = {
    kind: kindOf(found),
    element: ELEMENTS[of] as DifferenceElement,
    ...((old !== undefined || (of === 'graph' && now === undefined)) && { old: described(before, of, old) }),
    ...((now !== undefined || (of === 'graph' && old === undefined)) && { now: described(after, of, now) }),
    ...(field !== undefined && { field }),
    ...(field !== undefined && found.before !== undefined && { before: found.before }),
    ...(field !== undefined && found.after !== undefined && { after: found.after }),
  }
  return { ...about, text: sentenceOf(about, before, after) }
}

function kindOf({ old, now, field }: Found): DifferenceKind {
  if (field === undefined) return old === undefined && now !== undefined ? 'added' : 'removed'
  return field === 'group' || field === 'parent' || field === 'order' ? 'moved' : 'changed'
}

function described(graph: Graph, of: Found['of'], key: Key | undefined): DifferentElement {
  if (of === 'graph') return { ...(graph.id !== undefined && { id: graph.id }), label: graph.title ?? '' }
  if (of === 'nodes' || of === 'groups') {
    const element = graph[of].get(String(key)) as Node | Group
    const kind = of === 'groups' ? { kind: (element as Group).kind } : {}
    return { id: element.id, label: element.label.text, ...kind }
  }
  const place = Number(key)
  if (of === 'loops') return { label: (graph.loops[place] as Loop).condition, place }
  const { id, label, from, to } = graph.edges[place] as Edge
  return { ...(id !== undefined && { id }), label: label.text, from: from.id, to: to.id, place }
}
