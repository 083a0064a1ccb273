/** Shapes, pictures, fields and visibility of nodes. */
import { isBlank } from '../../ir/blank.js'
import { applyChange, type Path } from '../../ir/change.js'
import type { Node } from '../../ir/model.js'
import { hasEmptyList, plainFields, withoutEmptyChildren, withTitle } from '../../ir/records.js'
import type { Shape } from '../../ir/shapes.js'
import { change, type Editor, type Fate, nameOf, nodesOf } from '../editor.js'
import { type Flow, flowOf } from '../flow.js'

export function lowerNodes(editor: Editor): void {
  const { node: rules } = editor.target.capabilities
  const { title } = editor.target
  const flow = editor.foreign.nodes.size > 0 ? flowOf(editor) : undefined
  for (const node of nodesOf(editor)) {
    const name = () => nameOf('node', node)
    const shape = lowerShape(editor, node, flow)
    lowerImage(editor, node, name)
    lowerFields(editor, { ...node, shape })
    if (node.hidden && !rules.hidden) {
      const text = () => `${title} cannot hide a node: ${name()} is visible.`
      change(editor, { code: 'loss/hidden', text, at: node.at }, [[['nodes', node.id, 'hidden'], undefined]])
    }
  }
}

function lowerImage(editor: Editor, { id, image, at }: Node, name: () => string): void {
  const { capabilities, title } = editor.target
  const rule = capabilities.node.image
  if (image === undefined || rule === true) return
  const nearest = typeof rule === 'function' ? rule(image) : undefined
  const text = (fate: Fate) =>
    typeof rule === 'function'
      ? `${title} shows only pictures whose data stand in the diagram: the one of ${name()} is ${fate}.`
      : `${title} has no pictures in nodes: the one of ${name()} is ${fate}.`
  change(editor, { code: 'loss/image', text, at }, [[['nodes', id, 'image'], nearest]])
}

/** The nearest shape, or for a node that was drawn for another format, the one that its part in the flow asks for. */
function lowerShape(editor: Editor, node: Node, flow: Flow | undefined): Shape {
  const { node: rules, customs } = editor.target.capabilities
  const { title } = editor.target
  const nearest = rules.shape(node.shape, node)
  const foreign = flow !== undefined && editor.foreign.nodes.has(node.id)
  const shape = (foreign && customs?.shape(node.shape, node, flow.partOf(node.id))) || nearest
  if (shape === node.shape) return shape
  const name = nameOf('node', node)
  const text = () =>
    shape === nearest
      ? `${title} has no shape “${node.shape}”: ${name} is ${article(shape)} ${shape}.`
      : `In ${title} ${article(nearest)} ${nearest} does not stand in the middle of a flow: ${name}, a “${node.shape}” before, is ${article(shape)} ${shape}.`
  change(editor, { code: 'loss/shape', text, at: node.at }, [[['nodes', node.id, 'shape'], shape]])
  return shape
}

function article(word: string): string {
  return /^[aeiou]/.test(word) ? 'an' : 'a'
}

/** Fields as readers make them: a program may have left empty lists in them, which say nothing. */
function withoutEmptyLists(editor: Editor, node: Node): Node {
  if (!node.fields || !hasEmptyList(node.fields)) return node
  const fields = node.fields.length > 0 ? withoutEmptyChildren(node.fields) : undefined
  applyChange(editor.draft, ['nodes', node.id, 'fields'], fields)
  const { fields: _, ...rest } = node
  return fields ? { ...rest, fields } : rest
}

function lowerFields(editor: Editor, said: Node): void {
  const node = withoutEmptyLists(editor, said)
  const { node: rules } = editor.target.capabilities
  const { title } = editor.target
  const path = (...leaf: string[]) => ['nodes', node.id, ...leaf]
  const nearest =
    typeof rules.fields === 'function' ? rules.fields(node) : rules.fields ? node.fields : undefined
  if (!node.fields && !nearest) return
  const name = nameOf('node', node)
  if (!node.fields) {
    const text = `${title} shows the table in the label of ${name}, and its cells are fields there.`
    change(editor, { code: 'loss/fields', text, at: node.at }, [[path('fields'), nearest]])
    return
  }
  const whole = nearest ? undefined : withTitle(node)
  const held = whole && typeof rules.fields === 'function' ? rules.fields(whole) : undefined
  if (nearest || held) {
    const text = held
      ? `${title} has no titles above fields: the title of ${name} is its first field now.`
      : `${title} cannot hold all fields of ${name} as they are; the nearest are written.`
    const edits: (readonly [Path, unknown])[] = [[path('fields'), nearest ?? held]]
    if (held) edits.push([path('label', 'text'), whole!.label.text], [path('label', 'rich'), undefined])
    change(editor, { code: 'loss/fields', text, at: node.at }, edits)
    return
  }
  const text = `${title} has no records: the fields of ${name} are only its text now.`
  const edits: (readonly [Path, unknown])[] = [[path('fields'), undefined]]
  if (whole) edits.push([path('label', 'text'), whole.label.text], [path('label', 'rich'), undefined])
  else if (isBlank(node.label.text)) edits.push([path('label', 'text'), plainFields(node.fields)])
  change(editor, { code: 'loss/fields', text, at: node.at }, edits)
}
