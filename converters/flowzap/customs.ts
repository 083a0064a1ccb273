/**
 * How a careful person draws a foreign diagram in FlowZap Code: circles start and end a flow, a lane has a name
 * that means something, and nothing stands there only to push other things aside.
 */
import type { Customs, Part } from '../../src/capabilities.js'
import { isBlank } from '../../src/ir/blank.js'
import type { Node } from '../../src/ir/model.js'
import type { Shape } from '../../src/ir/shapes.js'
import { iconsOf } from '../../src/text/rich/rich.js'
import { laneIdOf } from './lane-ids.js'
import { isEvent, nearestShape } from './shapes.js'

/** Shapes that are only a frame around their text. Any other means something without a text, too. */
const frames: ReadonlySet<Shape> = new Set<Shape>([
  'rectangle',
  'rounded',
  'square',
  'ellipse',
  'egg',
  'hexagon',
  'parallelogram',
  'parallelogram-left',
  'trapezoid',
  'trapezoid-inverted',
  'text',
  'underline',
  'state',
])

/** Shapes that never show a text. */
const dots: ReadonlySet<Shape> = new Set<Shape>(['point', 'anchor', 'junction'])

export const flowzapCustoms: Customs = {
  shape: shapeInFlow,
  isSpacer,
  isJunction,
  groupId: laneIdOf,
  fieldLabels: true,
}

/** What starts or ends a flow is a circle. What parts it by labelled branches is a decision, anything else a step. */
function shapeInFlow(shape: Shape, _: Node, { incoming, outgoing, branches }: Part): Shape {
  const nearest = nearestShape(shape)
  if (nearest !== 'circle' || incoming === 0 || outgoing === 0) return nearest
  return branches >= 2 ? 'diamond' : 'rectangle'
}

/** A node that is not seen, or a frame without a text, unless the flow passes through it. A circle may start or end one. */
function isSpacer(node: Node, { incoming, outgoing }: Part): boolean {
  if (incoming > 0 && outgoing > 0) return false
  if (node.hidden) return true
  return isBare(node) && (frames.has(node.shape) || incoming + outgoing === 0)
}

function isJunction(node: Node): boolean {
  return node.hidden === true || isBare(node)
}

/** Whether a node has a shape that means nothing without a text, and no text. */
function isBare({ label, fields, image, properties, shape }: Node): boolean {
  if (fields || image !== undefined || properties.size > 0) return false
  if (dots.has(shape)) return true
  // An icon is no text here, but whoever drew it alone in a node meant something by it.
  if (label.rich && iconsOf(label.rich).length > 0) return false
  return isBlank(label.text) && (frames.has(shape) || isEvent(shape))
}
