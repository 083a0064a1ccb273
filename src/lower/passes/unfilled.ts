/**
 * Nodes without a fill of their own in a group that has one, or on a page of a colour. Most formats paint every node, so such a node covers the
 * colour of its group; where the target paints only what has a fill, the colour is seen through it, and the graph says so.
 */
import type { Path } from '../../ir/change.js'
import { filledGroups, isOnColor } from '../../ir/fill.js'
import { change, type Editor, groupsOf, nodesOf } from '../editor.js'
import { onPaper, unfilled } from './node-messages.js'

export function lowerUnfilled(editor: Editor): void {
  const { seenThrough } = editor.target.capabilities.node
  const onPage = isOnColor(editor.draft.fields)
  if (!onPage && isOnColor(editor.source)) fillOnPaper(editor)
  if (!seenThrough) return
  const groups = filledGroups(new Map(groupsOf(editor).map(group => [group.id, group])))
  if (groups.size === 0 && !onPage) return
  const edits = nodesOf(editor)
    .filter(
      ({ group, style, shape }) =>
        (onPage || (group !== undefined && groups.has(group))) &&
        style.fill === undefined &&
        seenThrough(shape),
    )
    .map(({ id }): [Path, unknown] => [['nodes', id, 'style', 'fill'], 'none'])
  change(editor, unfilled(editor.target), edits)
}

/** Where the target has no page of a colour, to have no fill says nothing of a node that stands on the page alone. */
function fillOnPaper(editor: Editor): void {
  const groups = filledGroups(new Map(groupsOf(editor).map(group => [group.id, group])))
  const edits = nodesOf(editor)
    .filter(({ group, style }) => style.fill === 'none' && (group === undefined || !groups.has(group)))
    .map(({ id }): [Path, unknown] => [['nodes', id, 'style', 'fill'], undefined])
  change(editor, onPaper(editor.target), edits)
}
