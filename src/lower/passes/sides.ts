/**
 * Sides for edges that name none, where the target must have them (FlowZap's handles). The rules are those of
 * FlowZap's own diagrams: left to right inside a lane, bottom to top to a lane further down and the other way
 * up, the second branch of a decision from its bottom, a way back inside a lane by the top.
 */
import type { Path } from '../../ir/change.js'
import type { Edge, Side } from '../../ir/model.js'
import { change, type Editor, edgeName, groupsOf, nodesOf } from '../editor.js'

export function addSides(editor: Editor): void {
  if (!editor.target.capabilities.edge.sidesRequired) return
  const lanes = new Map(groupsOf(editor).map(({ id }, place) => [id, place]))
  const nodes = nodesOf(editor)
  const placeOf = new Map(nodes.map(({ id }, place) => [id, place]))
  const laneOf = new Map(nodes.map(({ id, group }) => [id, lanes.get(group ?? '') ?? -1]))
  const decisions = new Set(nodes.filter(({ shape }) => shape === 'diamond').map(({ id }) => id))
  const branches = new Map<string, number>()
  for (const [place, edge] of editor.draft.edges.entries()) {
    const branch = (branches.get(edge.from.id) ?? 0) + 1
    branches.set(edge.from.id, branch)
    if (edge.from.side && edge.to.side) continue
    const [from, to] = sidesOf(edge, laneOf, placeOf, decisions.has(edge.from.id) && branch > 1)
    const edits: [Path, unknown][] = []
    if (!edge.from.side) edits.push([['edges', place, 'from', 'side'], from])
    if (!edge.to.side) edits.push([['edges', place, 'to', 'side'], to])
    const text = `The ${edgeName(edge)} leaves at the ${edge.from.side ?? from} and enters at the ${edge.to.side ?? to}.`
    change(editor, { code: 'loss/handle', text, at: edge.at }, edits)
  }
}

type Numbers = ReadonlyMap<string, number>

function sidesOf({ from, to }: Edge, laneOf: Numbers, placeOf: Numbers, laterBranch: boolean): [Side, Side] {
  const down = (laneOf.get(to.id) ?? 0) - (laneOf.get(from.id) ?? 0)
  if (down > 0) return ['bottom', 'top']
  if (down < 0) return ['top', 'bottom']
  if ((placeOf.get(to.id) ?? 0) <= (placeOf.get(from.id) ?? 0)) return ['top', 'top']
  return laterBranch ? ['bottom', 'top'] : ['right', 'left']
}
