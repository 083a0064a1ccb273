/** Sides for edges that name none, where the target must have them. */
import type { Path } from '../../ir/change.js'
import { change, type Editor, groupsOf, nodesOf } from '../editor.js'
import { sidesAdded } from './edge-messages.js'

export function addSides(editor: Editor): void {
  const { sidesFor } = editor.target.capabilities.edge
  if (!sidesFor) return
  const { edges } = editor.draft
  const pairs = sidesFor(
    { nodes: nodesOf(editor), groups: groupsOf(editor), edges },
    editor.target.same === true,
  )
  for (let place = 0; place < edges.length; place++) {
    const edge = edges[place]!
    const [from, to] = pairs[place]!
    const edits: [Path, unknown][] = []
    if (!edge.from.side) edits.push([['edges', place, 'from', 'side'], from])
    if (!edge.to.side) edits.push([['edges', place, 'to', 'side'], to])
    if (edits.length === 0) continue
    change(editor, sidesAdded({ edge, from, to }, edge.at), edits)
  }
}
