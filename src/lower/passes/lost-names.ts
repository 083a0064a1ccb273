/** Labels of which nothing can be written, where not even the id could: they are the id that came of it. */
import type { TextRules } from '../../capabilities.js'
import { isBlank } from '../../ir/blank.js'
import type { Group, Node } from '../../ir/model.js'
import { change, type Editor, groupsOf, nodesOf } from '../editor.js'
import { nameOf } from '../names.js'
import { nearestText, readsAsId } from './text.js'
import { labelWritten } from './text-messages.js'

export function nameByIds(editor: Editor): void {
  const { node, group } = editor.target.capabilities
  const { source, ledger } = editor
  if (node.text.lostReadsAsId) {
    const ids = [...source.nodes.keys()]
    for (const each of nodesOf(editor))
      nameById(editor, node.text, each, ['nodes', ids[ledger.nodes.get(each.id) ?? -1] ?? each.id])
  }
  if (group.text.emptyReadsAsId) {
    const ids = [...source.groups.keys()]
    for (const each of groupsOf(editor))
      nameById(editor, group.text, each, ['groups', ids[ledger.groups.get(each.id) ?? -1] ?? each.id])
  }
}

function nameById(
  editor: Editor,
  rules: TextRules,
  { id, label, at }: Node | Group,
  [collection, original]: readonly [collection: 'nodes' | 'groups', id: string],
): void {
  if (!isBlank(nearestText(rules, label.text))) return
  if (!readsAsId(editor, rules, label.text, [collection, original])) return
  const name = nearestText(rules, id)
  const called = () => nameOf(collection === 'nodes' ? 'node' : 'group', { id })
  const said = labelWritten({ name: called, label: label.text, nearest: name }, at)
  change(editor, said, [[[collection, id, 'label', 'text'], name]])
}
