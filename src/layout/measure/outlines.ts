import type { Shape } from '../../ir/shapes.js'

/** How a shape's sides run: straight along its box, or from tip to tip. */
export type Outline = 'box' | 'rhombus' | 'ellipse'

const RHOMBUSES = new Set<Shape>(['diamond', 'choice', 'marked-diamond', 'bpmn-gateway'])
const ELLIPSES = new Set<Shape>([
  'ellipse',
  'circle',
  'double-circle',
  'marked-circle',
  'summary',
  'or',
  'start-dot',
  'stop-dot',
  'junction',
  'point',
  'egg',
  'bpmn-start',
  'bpmn-intermediate',
  'bpmn-boundary',
  'bpmn-end',
])

export function outlineOf(shape: Shape): Outline {
  return RHOMBUSES.has(shape) ? 'rhombus' : ELLIPSES.has(shape) ? 'ellipse' : 'box'
}
