/** Shapes, pictures, fields and visibility of nodes. */
import { isBlank } from '../../ir/blank.js'
import { applyChange, type Path } from '../../ir/change.js'
import type { Node } from '../../ir/model.js'
import { hasEmptyList, plainFields, withoutEmptyChildren, withTitle } from '../../ir/records.js'
import type { Shape } from '../../ir/shapes.js'
import { change, type Editor, nodesOf } from '../editor.js'
import { type Flow, flowOf } from '../flow.js'
import * as say from './node-messages.js'

export function lowerNodes(editor: Editor): void {
  const { node: rules } = editor.target.capabilities
  const { title } = editor.target
  const flow = editor.foreign.nodes.size > 0 ? flowOf(editor) : undefined
  for (const said of nodesOf(editor)) {
    const node = withoutLargePicture(editor, said)
    const shape = lowerShape(editor, node, flow)
    lowerImage(editor, node)
    lowerFields(editor, shape === node.shape ? node : { ...node, shape })
    if (node.hidden && !rules.hidden) {
      change(editor, say.nodeShown({ title, node }, node.at), [[['nodes', node.id, 'hidden'], undefined]])
    }
  }
}

/** Nobody reads a text with a picture of 20,000 signs in it. Who wrote it in this very format keeps it. */
function withoutLargePicture(editor: Editor, node: Node): Node {
  const { target } = editor
  const { image } = node
  const most = target.same ? undefined : target.capabilities.node.longestPicture
  if (most === undefined || !image?.startsWith('data:') || image.length <= most) return node
  const finding = say.largePicture({ title: target.title, node, size: image.length }, node.at)
  change(editor, finding, [[['nodes', node.id, 'image'], undefined]])
  const { image: _, ...rest } = node
  return rest
}

function lowerImage(editor: Editor, node: Node): void {
  const { capabilities, title } = editor.target
  const { image, id, at } = node
  const rule = capabilities.node.image
  if (image === undefined || rule === true) return
  const isSome = typeof rule === 'function'
  const besideFields = node.fields !== undefined && node.fields.length > 0
  const sentence = besideFields ? say.pictureBesideFields : say.pictureElsewhere
  const finding = (isSome ? sentence : say.noPictures)({ title, node }, at)
  change(editor, finding, [[['nodes', id, 'image'], isSome ? rule(image, node) : undefined]])
}

/** The nearest shape, or for a node that was drawn for another format, the one that its part in the flow asks for. */
function lowerShape(editor: Editor, node: Node, flow: Flow | undefined): Shape {
  const { node: rules, customs } = editor.target.capabilities
  const { title } = editor.target
  const nearest = rules.shape(node.shape, node)
  const foreign = flow !== undefined && editor.foreign.nodes.has(node.id)
  const shape = (foreign && customs?.shape(node.shape, node, flow.partOf(node.id))) || nearest
  if (shape === node.shape) return shape
  const said =
    shape === nearest
      ? say.noShape({ title, node, shape }, node.at)
      : say.shapeOfItsPart({ title, node, shape, nearest }, node.at)
  change(editor, said, [[['nodes', node.id, 'shape'], shape]])
  return shape
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
  if (!node.fields) {
    change(editor, say.fieldsOfLabel({ title, node }, node.at), [[path('fields'), nearest]])
    return
  }
  const whole = nearest ? undefined : withTitle(node)
  const held = whole && typeof rules.fields === 'function' ? rules.fields(whole) : undefined
  if (nearest || held) {
    const edits: (readonly [Path, unknown])[] = [[path('fields'), nearest ?? held]]
    if (held) edits.push([path('label', 'text'), whole!.label.text], [path('label', 'rich'), undefined])
    change(editor, (held ? say.titleAsField : say.nearestFields)({ title, node }, node.at), edits)
    return
  }
  const edits: (readonly [Path, unknown])[] = [[path('fields'), undefined]]
  if (whole) edits.push([path('label', 'text'), whole.label.text], [path('label', 'rich'), undefined])
  else if (isBlank(node.label.text)) edits.push([path('label', 'text'), plainFields(node.fields)])
  change(editor, say.noFields({ title, node }, node.at), edits)
}
