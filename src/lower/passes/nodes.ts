/** Shapes, pictures, fields and visibility of nodes. */
import type { Path } from '../../ir/change.js'
import type { Node } from '../../ir/model.js'
import { withTitle } from '../../ir/records.js'
import { change, type Editor, nameOf, nodesOf } from '../editor.js'

export function lowerNodes(editor: Editor): void {
  const { node: rules } = editor.target.capabilities
  const { title } = editor.target
  for (const node of nodesOf(editor)) {
    const shape = rules.shape(node.shape, node)
    const name = nameOf('node', node)
    const shapeText = () =>
      `${title} has no shape “${node.shape}”: ${name} is ${/^[aeiou]/.test(shape) ? 'an' : 'a'} ${shape}.`
    change(editor, { code: 'loss/shape', text: shapeText, at: node.at }, [
      [['nodes', node.id, 'shape'], shape],
    ])
    if (node.image && !rules.image) {
      const text = () => `${title} has no pictures in nodes: the one of ${name} is left out.`
      change(editor, { code: 'loss/image', text, at: node.at }, [[['nodes', node.id, 'image'], undefined]])
    }
    lowerFields(editor, { ...node, shape })
    if (node.hidden && !rules.hidden) {
      const text = () => `${title} cannot hide a node: ${name} is visible.`
      change(editor, { code: 'loss/hidden', text, at: node.at }, [[['nodes', node.id, 'hidden'], undefined]])
    }
  }
}

function lowerFields(editor: Editor, node: Node): void {
  const { node: rules } = editor.target.capabilities
  if (!node.fields) return
  const name = nameOf('node', node)
  const { title } = editor.target
  const path = (...leaf: string[]) => ['nodes', node.id, ...leaf]
  const nearest =
    typeof rules.fields === 'function' ? rules.fields(node) : rules.fields ? node.fields : undefined
  const whole = nearest ? undefined : withTitle(node)
  const held = whole && typeof rules.fields === 'function' ? rules.fields(whole) : undefined
  if (nearest || held) {
    const text = held
      ? `${title} has no titles above fields: that of ${name} is its first field.`
      : `${title} reads the fields of ${name} otherwise.`
    const edits: (readonly [Path, unknown])[] = [[path('fields'), nearest ?? held]]
    if (held) edits.push([path('label', 'text'), whole!.label.text], [path('label', 'rich'), undefined])
    change(editor, { code: 'loss/fields', text, at: node.at }, edits)
    return
  }
  const text = `${title} has no records: the fields of ${name} are only its text now.`
  const edits: (readonly [Path, unknown])[] = [[path('fields'), undefined]]
  if (whole) edits.push([path('label', 'text'), whole.label.text], [path('label', 'rich'), undefined])
  change(editor, { code: 'loss/fields', text, at: node.at }, edits)
}
