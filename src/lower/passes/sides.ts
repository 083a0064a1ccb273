/** Sides for edges that name none, where the target must have them (FlowZap's handles). */
import type { Path } from '../../ir/change.js'
import type { Edge } from '../../ir/model.js'
import { change, type Editor, edgeName, groupsOf, nodesOf } from '../editor.js'
import { type Asking, courseOf, enterSides, noSidesTaken, plainSides, takeSides } from '../free-sides.js'

export function addSides(editor: Editor): void {
  if (!editor.target.capabilities.edge.sidesRequired) return
  const asking = askingOf(editor)
  const taken = noSidesTaken()
  const branched = new Set<string>()
  const edges = editor.draft.edges.map(edge => ({ edge, asks: asking(edge) }))
  for (const { edge, asks } of edges) if (hasSides(edge)) enterSides(taken, asks)
  for (const [place, { edge, asks }] of edges.entries()) {
    const first = !branched.has(edge.from.id)
    branched.add(edge.from.id)
    if (hasSides(edge)) continue
    const [from, to] = editor.target.same ? plainSides(asks, first) : takeSides(taken, asks)
    const edits: [Path, unknown][] = []
    if (!edge.from.side) edits.push([['edges', place, 'from', 'side'], from])
    if (!edge.to.side) edits.push([['edges', place, 'to', 'side'], to])
    const text = `The ${edgeName(edge)} leaves at the ${from} and enters at the ${to}.`
    change(editor, { code: 'loss/handle', repair: 'repair/handle-missing', text, at: edge.at }, edits)
  }
}

function hasSides({ from, to }: Edge): boolean {
  return from.side !== undefined && to.side !== undefined
}

function askingOf(editor: Editor): (edge: Edge) => Asking {
  const lanes = new Map(groupsOf(editor).map(({ id }, place) => [id, place]))
  const nodes = nodesOf(editor)
  const placeOf = new Map(nodes.map(({ id }, place) => [id, place]))
  const laneOf = new Map(nodes.map(({ id, group }) => [id, lanes.get(group ?? '') ?? -1]))
  const decisions = new Set(nodes.filter(({ shape }) => shape === 'diamond').map(({ id }) => id))
  const rowOf = (id: string) => laneOf.get(id) ?? 0
  const orderOf = (id: string) => placeOf.get(id) ?? 0
  return ({ from, to }) => ({
    from: from.id,
    to: to.id,
    fromSide: from.side,
    toSide: to.side,
    course: courseOf(from.id === to.id, [rowOf(from.id), rowOf(to.id)], [orderOf(from.id), orderOf(to.id)]),
    branch: decisions.has(from.id),
  })
}
