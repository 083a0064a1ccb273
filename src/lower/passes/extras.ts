/** Extras of other formats never leak into a text; the target's own stay as far as they can be written. */
import type { OwnExtras } from '../../format.js'
import { graphOf, type Path } from '../../ir/change.js'
import type { Extras, Range } from '../../ir/model.js'
import { change, type Editor, edgeName, groupsOf, nameOf, nodesOf, short } from '../editor.js'

export function lowerExtras(editor: Editor): void {
  const { capabilities } = editor.target
  if (capabilities.allExtras) return
  const { graph, node, group, edge, loop } = capabilities
  if (editor.draft.fields.extras.size > 0) {
    lower(editor, graphOf(editor.draft), graph.extras, [], 'the graph')
  }
  for (const element of nodesOf(editor)) {
    lower(editor, element, node.extras, ['nodes', element.id], nameOf('node', element))
  }
  for (const element of groupsOf(editor)) {
    lower(editor, element, group.extras, ['groups', element.id], nameOf('group', element))
  }
  for (const [place, element] of editor.draft.edges.entries()) {
    lower(editor, element, edge.extras, ['edges', place], edgeName(element))
  }
  for (const [place, element] of editor.draft.loops.entries()) {
    lower(editor, element, loop?.extras, ['loops', place], 'a loop')
  }
}

function lower<T extends { readonly extras: Extras; readonly at?: Range }>(
  editor: Editor,
  element: T,
  rule: OwnExtras<T> | undefined,
  path: Path,
  name: string,
): void {
  for (const [format, values] of element.extras) {
    const kept = format === editor.target.name ? rule?.(element, values) : undefined
    const edits: [Path, unknown][] = [...values.keys()].map(key => [
      [...path, 'extras', format, key],
      kept?.get(key),
    ])
    const lost = edits.filter(([, after]) => after === undefined).map(([at]) => String(at.at(-1)))
    const text = `${editor.target.title} has no equal for settings of ${name} that the source has, and they are left out: ${lost.map(short).join(', ')}.`
    change(editor, { code: 'loss/extras', text, at: element.at }, edits)
  }
}
