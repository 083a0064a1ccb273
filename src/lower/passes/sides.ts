/** Sides for edges that name none, where the target must have them. */
import type { Path } from '../../ir/change.js'
import { change, type Editor, edgeName, groupsOf, nodesOf } from '../editor.js'

export function addSides(editor: Editor): void {
  const { sidesFor } = editor.target.capabilities.edge
  if (!sidesFor) return
  const edges = [...editor.draft.edges]
  const pairs = sidesFor(
    { nodes: nodesOf(editor), groups: groupsOf(editor), edges },
    editor.target.same === true,
  )
  for (const [place, edge] of edges.entries()) {
    const [from, to] = pairs[place]!
    const edits: [Path, unknown][] = []
    if (!edge.from.side) edits.push([['edges', place, 'from', 'side'], from])
    if (!edge.to.side) edits.push([['edges', place, 'to', 'side'], to])
    if (edits.length === 0) continue
    const text = `The ${edgeName(edge)} leaves at the ${from} and enters at the ${to}.`
    change(editor, { code: 'loss/handle', repair: 'repair/handle-missing', text, at: edge.at }, edits)
  }
}
