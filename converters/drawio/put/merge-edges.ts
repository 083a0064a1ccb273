/** The edges that a page is to show: those of the source, with what a person did to their lines. */

import { BETWEEN_END_LABELS, endLabelsAsOne } from '../../../src/ir/end-labels.js'
import { addTo } from '../../../src/ir/lists.js'
import type { Edge, Graph, Group, Node, Text } from '../../../src/ir/model.js'
import type { PageCells } from '../read/read.js'
import { drawnLine, lineGeometry } from '../words/geometry.js'
import { inFileOf, withInFile } from '../words/in-file.js'
import { endsOf, matchEdges } from './match.js'
import { mergeLabel, mergeLink, mergeStyle, type Say } from './merge-parts.js'
import * as words from './messages.js'
import { isPersonsEdge } from './owner.js'
import { looseEnds } from './persons-fields.js'
import { edgeName } from './since-written-report.js'

interface Ends {
  readonly nodes: ReadonlyMap<string, Node>
  readonly groups: ReadonlyMap<string, Group>
}

export function mergeEdges(
  base: Graph,
  source: Graph,
  cells: PageCells,
  there: Ends,
  say: Say,
): { edges: Edge[]; edgeFrom: (number | undefined)[] } {
  const matches = matchEdges(base, source, cells)
  const taken = new Set(matches)
  const after = new Map<number, number[]>()
  let last = -1
  base.edges.forEach((edge, i) => {
    if (taken.has(i)) {
      last = i
      return
    }
    const persons = isPersonsEdge(cells.edges[i]!)
    const whole = [edge.from, edge.to].every(({ kind, id }) =>
      (kind === 'node' ? there.nodes : there.groups).has(id),
    )
    if (!persons || !whole) {
      say((persons ? words.lostAnEnd : words.removed)({ what: `The edge ${edgeName(edge)}` }))
      return
    }
    addTo(after, last, i)
  })
  const edges: Edge[] = []
  const edgeFrom: (number | undefined)[] = []
  const fastened = looseEnds(base, there.nodes)
  const addAfter = (place: number): void => {
    for (const i of after.get(place) ?? []) {
      edges.push(fastened(base.edges[i]!))
      edgeFrom.push(i)
    }
  }
  addAfter(-1)
  source.edges.forEach((edge, i) => {
    const match = matches[i]
    edges.push(match === undefined ? edge : mergeEdge(base.edges[match]!, edge, say))
    edgeFrom.push(match)
    if (match === undefined) say(words.added({ what: `The edge ${edgeName(edge)}` }))
    else addAfter(match)
  })
  return { edges, edgeFrom }
}

/**
 * An edge whose labels stand at its ends on the page, and all in one in its source, with colons between them: most formats have no other
 * place for them, and the page has the looks.
 */
function labelledAs(old: Edge, edge: Edge): Edge {
  const { from, to, label } = old
  const isOne = edge.label.text !== '' && !edge.from.label && !edge.to.label
  if (!isOne || (!from.label && !to.label)) return edge
  const own = label.text === '' ? undefined : label
  const there = [from.label, own, to.label].filter(part => part !== undefined)
  if (edge.label.text === endLabelsAsOne(there)) return withLabels(edge, [from.label, own, to.label])
  const parts = edge.label.text.split(BETWEEN_END_LABELS)
  if (there.length === 1)
    return withLabels(edge, [from.label && edge.label, undefined, to.label && edge.label])
  if (parts.includes('') || parts.length < there.length || (!own && parts.length > 2)) return edge
  const tail = from.label && { text: parts.shift()! }
  const head = to.label && { text: parts.pop()! }
  return withLabels(edge, [tail, own && { text: parts.join(BETWEEN_END_LABELS) }, head])
}

type Labels = readonly [tail: Text | undefined, own: Text | undefined, head: Text | undefined]

const withLabels = (edge: Edge, [tail, own, head]: Labels): Edge => ({
  ...edge,
  label: own ?? { text: '' },
  from: tail ? { ...edge.from, label: tail } : edge.from,
  to: head ? { ...edge.to, label: head } : edge.to,
})

function mergeEdge(old: Edge, source: Edge, say: Say): Edge {
  const edge = labelledAs(old, source)
  const what = `The edge ${edgeName(edge)}`
  const same = endsOf(old) === endsOf(edge)
  const end = (name: 'from' | 'to'): Edge['from'] => {
    const side = edge[name].side ?? (same ? old[name].side : undefined)
    const usual = name === 'from' ? 'none' : 'normal'
    const arrow = edge[name].arrow === usual ? old[name].arrow : edge[name].arrow
    return { ...edge[name], arrow, ...(side && { side }) }
  }
  const [from, to] = [end('from'), end('to')]
  const was = [old.from.side, old.from.port, old.to.side, old.to.port]
  const fastened = [from.side, from.port, to.side, to.port].every((at, i) => at === was[i]) && same
  if (!fastened) say(words.fastenedElsewhere({ what }))
  const line = edge.line === 'solid' ? old.line : edge.line
  if (line !== edge.line || from.arrow !== edge.from.arrow || to.arrow !== edge.to.arrow)
    say(words.personsLine({ what }))
  const link = mergeLink(old.link, edge.link)
  return {
    ...edge,
    from,
    to,
    line,
    label: mergeLabel(old.label, edge.label, what, say),
    style: mergeStyle(old.style, edge.style, what, say),
    extras: old.extras,
    ...inFileOf(fastened ? old : withoutBends(old)),
    ...(link && { link }),
  }
}

/** A line that is fastened elsewhere now goes its own way. */
function withoutBends(edge: Edge): Edge {
  const line = drawnLine(edge)
  const geometry = line && lineGeometry({ ...line, points: [] })
  return withInFile(edge, [
    ['parent', undefined],
    ['beside', undefined],
    ...(geometry ? [['geometry', geometry] as const] : []),
  ])
}
