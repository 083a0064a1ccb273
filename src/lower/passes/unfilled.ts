/**
 * Nodes without a fill of their own in a group that has one. Most formats paint every node, so such a node covers the
 * colour of its group; where the target paints only what has a fill, the colour is seen through it, and the graph says so.
 */
import type { Path } from '../../ir/change.js'
import { filledGroups } from '../../ir/fill.js'
import { change, type Editor, groupsOf, nodesOf } from '../editor.js'
import { unfilled } from './node-messages.js'

export function lowerUnfilled(editor: Editor): void {
  const { seenThrough } = editor.target.capabilities.node
  if (!seenThrough) return
  const groups = filledGroups(new Map(groupsOf(editor).map(group => [group.id, group])))
  if (groups.size === 0) return
  const edits = nodesOf(editor)
    .filter(
      ({ group, style, shape }) =>
        group !== undefined && groups.has(group) && style.fill === undefined && seenThrough(shape),
    )
    .map(({ id }): [Path, unknown] => [['nodes', id, 'style', 'fill'], 'none'])
  change(editor, unfilled(editor.target), edits)
}
