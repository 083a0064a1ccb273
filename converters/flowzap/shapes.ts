/** FlowZap's four shapes, and which of them is nearest to each shape of the model. */
import type { Shape } from '../../src/ir/shapes.js'

export type FlowzapShape = 'circle' | 'rectangle' | 'diamond' | 'taskbox'

/** From FlowZap's words. `rect` is the slip that its own checks name. */
const read: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['circle', 'circle'],
  ['rectangle', 'rectangle'],
  ['diamond', 'diamond'],
  ['taskbox', 'task'],
  ['rect', 'rectangle'],
])

const written: ReadonlyMap<Shape, FlowzapShape> = new Map<Shape, FlowzapShape>([
  ['circle', 'circle'],
  ['diamond', 'diamond'],
  ['task', 'taskbox'],
])

/**
 * Whatever marks a start or an end, or a point that a flow passes. An ellipse does not: it is what Graphviz
 * draws for any node.
 */
const circles: ReadonlySet<Shape> = new Set<Shape>([
  'circle',
  'stadium',
  'double-circle',
  'start-dot',
  'stop-dot',
  'junction',
  'summary',
  'or',
  'point',
  'anchor',
  'marked-circle',
  'bpmn-start',
  'bpmn-intermediate',
  'bpmn-boundary',
  'bpmn-end',
])

/** Whatever asks a question or parts a flow by one. */
const diamonds: ReadonlySet<Shape> = new Set<Shape>(['diamond', 'choice', 'marked-diamond', 'bpmn-gateway'])

/** Whether a shape starts, ends or passes on a flow, and is more than a frame. */
export function isEvent(shape: Shape): boolean {
  return circles.has(shape) && !shape.startsWith('bpmn-')
}

/** The model's shape for a word of FlowZap Code; `undefined` where it is none of the four and no known slip. */
export function readShape(word: string): Shape | undefined {
  return read.get(word)
}

/** FlowZap's word for a shape that `nearestShape` gives. */
export function writeShape(shape: Shape): FlowzapShape {
  return written.get(shape) ?? 'rectangle'
}

/** The nearest shape that FlowZap has: circles start and end, diamonds decide, everything else is a step. */
export function nearestShape(shape: Shape): Shape {
  if (shape === 'task') return 'task'
  if (circles.has(shape)) return 'circle'
  return diamonds.has(shape) ? 'diamond' : 'rectangle'
}
