/** Mermaid's names for shapes: brackets and `@{ shape: … }`, to the model's list and from it. */
import { type Shape, shapeNames } from '../../src/ir/shapes.js'

/** What the brackets around a label mean, by the name that mermaid's parser gives them. */
const brackets = {
  square: 'rectangle',
  rect: 'rectangle',
  round: 'rounded',
  stadium: 'stadium',
  subroutine: 'subroutine',
  cylinder: 'cylinder',
  circle: 'circle',
  doublecircle: 'double-circle',
  ellipse: 'ellipse',
  odd: 'flag',
  diamond: 'diamond',
  hexagon: 'hexagon',
  lean_right: 'parallelogram',
  lean_left: 'parallelogram-left',
  trapezoid: 'trapezoid',
  inv_trapezoid: 'trapezoid-inverted',
} as const satisfies Record<string, Shape>
export type Bracket = keyof typeof brackets

const signs: Readonly<Record<Bracket, readonly [string, string]>> = {
  square: ['[', ']'],
  rect: ['[', ']'],
  round: ['(', ')'],
  stadium: ['([', '])'],
  subroutine: ['[[', ']]'],
  cylinder: ['[(', ')]'],
  circle: ['((', '))'],
  doublecircle: ['(((', ')))'],
  ellipse: ['(-', '-)'],
  odd: ['>', ']'],
  diamond: ['{', '}'],
  hexagon: ['{{', '}}'],
  lean_right: ['[/', '/]'],
  lean_left: ['[\\', '\\]'],
  trapezoid: ['[/', '\\]'],
  inv_trapezoid: ['[\\', '/]'],
}

/** What stands before and behind the label in brackets. */
export const signsOfBracket = (bracket: Bracket): readonly [open: string, close: string] => signs[bracket]

/** For each shape, the names that `@{ shape: … }` takes; the first is the one that is written. */
const named: { readonly [S in Shape]?: readonly string[] } = {
  rectangle: ['rect', 'proc', 'process', 'rectangle'],
  rounded: ['rounded', 'event'],
  stadium: ['stadium', 'terminal', 'pill'],
  subroutine: ['fr-rect', 'subprocess', 'subproc', 'framed-rectangle', 'subroutine'],
  cylinder: ['cyl', 'db', 'database', 'cylinder'],
  datastore: ['datastore', 'data-store'],
  folder: ['folder', 'directory'],
  bucket: ['bucket'],
  console: ['console'],
  browser: ['browser'],
  person: ['person'],
  circle: ['circle', 'circ'],
  bang: ['bang'],
  cloud: ['cloud'],
  diamond: ['diam', 'decision', 'diamond', 'question'],
  hexagon: ['hex', 'hexagon', 'prepare'],
  parallelogram: ['lean-r', 'lean-right', 'in-out'],
  'parallelogram-left': ['lean-l', 'lean-left', 'out-in'],
  trapezoid: ['trap-b', 'priority', 'trapezoid-bottom', 'trapezoid'],
  'trapezoid-inverted': ['trap-t', 'manual', 'trapezoid-top', 'inv-trapezoid'],
  'double-circle': ['dbl-circ', 'double-circle', 'doublecircle'],
  text: ['text'],
  card: ['notch-rect', 'card', 'notched-rectangle'],
  'lined-rectangle': ['lin-rect', 'lined-rectangle', 'lined-process', 'lin-proc', 'shaded-process'],
  'start-dot': ['sm-circ', 'start', 'small-circle'],
  'stop-dot': ['fr-circ', 'stop', 'framed-circle'],
  fork: ['fork', 'join'],
  hourglass: ['hourglass', 'collate'],
  'brace-left': ['brace', 'comment', 'brace-l'],
  'brace-right': ['brace-r'],
  braces: ['braces'],
  bolt: ['bolt', 'com-link', 'lightning-bolt'],
  document: ['doc', 'document'],
  delay: ['delay', 'half-rounded-rectangle'],
  'horizontal-cylinder': ['h-cyl', 'das', 'horizontal-cylinder'],
  disk: ['lin-cyl', 'disk', 'lined-cylinder'],
  display: ['curv-trap', 'curved-trapezoid', 'display'],
  'divided-rectangle': ['div-rect', 'div-proc', 'divided-rectangle', 'divided-process'],
  triangle: ['tri', 'extract', 'triangle'],
  'window-pane': ['win-pane', 'internal-storage', 'window-pane'],
  junction: ['f-circ', 'junction', 'filled-circle'],
  'loop-limit': ['notch-pent', 'loop-limit', 'notched-pentagon'],
  'triangle-inverted': ['flip-tri', 'manual-file', 'flipped-triangle'],
  'sloped-rectangle': ['sl-rect', 'manual-input', 'sloped-rectangle'],
  documents: ['docs', 'documents', 'st-doc', 'stacked-document'],
  'stacked-rectangle': ['st-rect', 'procs', 'processes', 'stacked-rectangle'],
  'bow-rectangle': ['bow-rect', 'stored-data', 'bow-tie-rectangle'],
  summary: ['cross-circ', 'summary', 'crossed-circle'],
  'tagged-document': ['tag-doc', 'tagged-document'],
  'tagged-rectangle': ['tag-rect', 'tagged-rectangle', 'tag-proc', 'tagged-process'],
  tape: ['flag', 'paper-tape'],
  flag: ['odd'],
  'lined-document': ['lin-doc', 'lined-document'],
  state: ['state'],
  choice: ['choice'],
  note: ['note'],
  composite: ['composite'],
  icon: ['icon'],
  anchor: ['anchor'],
  'bpmn-start': ['bpmn-start'],
  'bpmn-intermediate': ['bpmn-intermediate'],
  'bpmn-boundary': ['bpmn-boundary'],
  'bpmn-end': ['bpmn-end'],
  'bpmn-gateway': ['bpmn-gateway'],
  'bpmn-activity': ['bpmn-activity'],
  'bpmn-data': ['bpmn-data'],
  'bpmn-data-store': ['bpmn-data-store'],
  'bpmn-annotation': ['bpmn-annotation'],
}

/** What stands for the shapes that Mermaid has no equal of. */
const nearest: { readonly [S in Shape]?: Shape } = {
  task: 'rectangle',
  square: 'rectangle',
  or: 'summary',
  'off-page': 'loop-limit',
  component: 'subroutine',
  box3d: 'rectangle',
  tab: 'folder',
  point: 'junction',
  egg: 'ellipse',
  house: 'triangle',
  'house-inverted': 'triangle-inverted',
  octagon: 'hexagon',
  'double-octagon': 'hexagon',
  'triple-octagon': 'hexagon',
  septagon: 'hexagon',
  pentagon: 'loop-limit',
  star: 'bang',
  underline: 'text',
  'marked-diamond': 'diamond',
  'marked-circle': 'circle',
  'rounded-record': 'rounded',
  'arrow-right': 'parallelogram',
  'arrow-left': 'parallelogram-left',
}

const shapeOfName = new Map<string, Shape>()
for (const shape of shapeNames) for (const name of named[shape] ?? []) shapeOfName.set(name, shape)

const bracketOf = new Map<Shape, Bracket>()
for (const [bracket, shape] of Object.entries(brackets) as [Bracket, Shape][]) {
  if (bracket !== 'rect') bracketOf.set(shape, bracket)
}

export function shapeOfBracket(bracket: Bracket): Shape {
  return brackets[bracket]
}

/** The names that `@{ shape: name }` knows. */
export const shapeNamesInData = (): readonly string[] => [...shapeOfName.keys()]

/** The shape that `@{ shape: name }` means, or `undefined` where mermaid rejects the name. */
export function shapeOfShapeName(name: string): Shape | undefined {
  return shapeOfName.get(name)
}

/** The brackets that draw a shape, where there are any. */
export function bracketOfShape(shape: Shape): Bracket | undefined {
  return bracketOf.get(shape)
}

/** The name that `@{ shape: … }` has for a shape that Mermaid holds. */
export function nameOfShape(shape: Shape): string {
  return named[shape]?.[0] ?? 'rect'
}

/** Whether `@{ shape: … }` has a name for a shape. Only brackets draw an ellipse. */
export function hasName(shape: Shape): boolean {
  return named[shape] !== undefined
}

/** The shape nearest to `shape` that Mermaid holds: itself, where Mermaid has it. */
export function nearestShape(shape: Shape): Shape {
  if (shape === 'image' || bracketOf.has(shape) || named[shape]) return shape
  return nearest[shape] ?? 'rectangle'
}
