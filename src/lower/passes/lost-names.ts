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
  if (node.text.lostReadsAsId) nameAll(editor, 'nodes', node.text, nodesOf(editor))
  if (group.text.emptyReadsAsId) nameAll(editor, 'groups', group.text, groupsOf(editor))
}

function nameAll(
  editor: Editor,
  collection: 'nodes' | 'groups',
  rules: TextRules,
  elements: readonly (Node | Group)[],
): void {
  const nameless = elements.filter(({ label }) => isBlank(nearestText(rules, label.text)))
  if (nameless.length === 0) return
  const ids = [...editor.source[collection].keys()]
  for (const each of nameless) {
    const original = ids[editor.ledger[collection].get(each.id) ?? -1] ?? each.id
    nameById(editor, rules, each, [collection, original])
  }
}

function nameById(
  editor: Editor,
  rules: TextRules,
  { id, label, at }: Node | Group,
  [collection, original]: readonly [collection: 'nodes' | 'groups', id: string],
): void {
  if (!readsAsId(editor, rules, label.text, [collection, original])) return
  const name = nearestText(rules, id)
  const called = () => nameOf(collection === 'nodes' ? 'node' : 'group', { id })
  const said = labelWritten({ name: called, label: label.text, nearest: name }, at)
  change(editor, said, [[[collection, id, 'label', 'text'], name]])
}
