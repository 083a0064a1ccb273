/** What part each node plays in the flow: what leads to it and what leaves it, by the edges that the target will show. */

import type { Part } from '../capabilities.js'
import { leadsBack } from '../ir/arrows.js'
import { isBlank } from '../ir/blank.js'
import { entryOf } from '../ir/lists.js'
import type { Edge, End, Text } from '../ir/model.js'
import type { Editor } from './editor.js'

const noPart = () => ({ incoming: 0, outgoing: 0, branches: 0 })
export const NO_PART: Part = noPart()

/** The flow of a graph in the making, and what it is without some of its edges. */
export interface Flow {
  readonly partOf: (id: string) => Part
  /** Takes an edge out of the flow. */
  readonly without: (edge: Edge) => void
}

export function flowOf(editor: Editor): Flow {
  const { line } = editor.target.capabilities.edge
  const parts = new Map<string, { -readonly [K in keyof Part]: number }>()
  const partOf = (id: string) => entryOf(parts, id, noPart)
  const count = (edge: Edge, by: 1 | -1) => {
    if (line(edge.line) === undefined) return
    const { from, to } = edge
    const isBack = leadsBack(from.arrow, to.arrow)
    const source = isBack ? to : from
    const sink = isBack ? from : to
    if (source.kind === sink.kind && source.id === sink.id) return
    if (sink.kind === 'node') partOf(sink.id).incoming += by
    if (source.kind !== 'node') return
    const part = partOf(source.id)
    part.outgoing += by
    if (hasText(edge)) part.branches += by
  }
  for (const edge of editor.draft.edges) count(edge, 1)
  return { partOf: id => parts.get(id) ?? NO_PART, without: edge => count(edge, -1) }
}

/** The ends of an edge in the direction in which it points. */
export function wayOf({ from, to }: Edge): [source: End, sink: End] {
  return leadsBack(from.arrow, to.arrow) ? [to, from] : [from, to]
}

function hasText({ label, from, to }: Edge): boolean {
  return isSeen(label) || isSeen(from.label) || isSeen(to.label)
}

const isSeen = (label: Text | undefined): boolean =>
  label !== undefined && label.text !== '' && !isBlank(label.text)
