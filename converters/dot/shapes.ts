/** Graphviz's shape and arrow names (https://graphviz.org/doc/info/shapes.html, arrows.html), to the model's and from them. */
import type { Arrow } from '../../src/ir/arrows.js'
import type { Shape } from '../../src/ir/shapes.js'

/** Shapes that DOT writes, and how. A node without a shape is an ellipse, a box in rounded style is `rounded`. */
const NAMES: readonly (readonly [dot: string, shape: Shape])[] = [
  ['ellipse', 'ellipse'],
  ['box', 'rectangle'],
  ['square', 'square'],
  ['circle', 'circle'],
  ['doublecircle', 'double-circle'],
  ['diamond', 'diamond'],
  ['hexagon', 'hexagon'],
  ['parallelogram', 'parallelogram'],
  ['trapezium', 'trapezoid'],
  ['invtrapezium', 'trapezoid-inverted'],
  ['triangle', 'triangle'],
  ['invtriangle', 'triangle-inverted'],
  ['cylinder', 'cylinder'],
  ['plaintext', 'text'],
  ['note', 'note'],
  ['component', 'component'],
  ['box3d', 'box3d'],
  ['tab', 'tab'],
  ['folder', 'folder'],
  ['point', 'point'],
  ['egg', 'egg'],
  ['house', 'house'],
  ['invhouse', 'house-inverted'],
  ['pentagon', 'pentagon'],
  ['septagon', 'septagon'],
  ['octagon', 'octagon'],
  ['doubleoctagon', 'double-octagon'],
  ['tripleoctagon', 'triple-octagon'],
  ['star', 'star'],
  ['underline', 'underline'],
  ['polygon', 'polygon'],
  ['Mdiamond', 'marked-diamond'],
  ['Msquare', 'marked-square'],
  ['Mcircle', 'marked-circle'],
  ['rarrow', 'arrow-right'],
  ['larrow', 'arrow-left'],
  ['cds', 'cds'],
  ['record', 'record'],
  ['Mrecord', 'rounded-record'],
  ['plain', 'table'],
  ['promoter', 'promoter'],
  ['terminator', 'terminator'],
  ['utr', 'utr'],
  ['primersite', 'primersite'],
  ['restrictionsite', 'restrictionsite'],
  ['fivepoverhang', 'fivepoverhang'],
  ['threepoverhang', 'threepoverhang'],
  ['noverhang', 'noverhang'],
  ['assembly', 'assembly'],
  ['signature', 'signature'],
  ['insulator', 'insulator'],
  ['ribosite', 'ribosite'],
  ['rnastab', 'rnastab'],
  ['proteasesite', 'proteasesite'],
  ['proteinstab', 'proteinstab'],
  ['rpromoter', 'rpromoter'],
  ['lpromoter', 'lpromoter'],
]

/** Other names that Graphviz has for the same shapes. */
const SYNONYMS: readonly (readonly [dot: string, shape: Shape])[] = [
  ['oval', 'ellipse'],
  ['rect', 'rectangle'],
  ['rectangle', 'rectangle'],
  ['none', 'text'],
  ['plain', 'text'],
]

const toShape: ReadonlyMap<string, Shape> = new Map([...NAMES, ...SYNONYMS])
const fromShape: ReadonlyMap<Shape, string> = new Map([
  ...NAMES.map(([dot, shape]): [Shape, string] => [shape, dot]),
  ['rounded', 'box'],
])

/** Every name of a shape that is one of the model's. */
export const shapeNamesOfDot: readonly string[] = [...toShape.keys()]

/** The shape of a `shape` attribute. Graphviz draws a box for a name that it does not know. */
export function shapeOfDot(name: string): Shape {
  return toShape.get(name) ?? 'rectangle'
}

/** Whether Graphviz has a shape of this name that is one of the model's. */
export function isKnownShape(name: string): boolean {
  return toShape.has(name)
}

/** The `shape` attribute of a shape that `nearestShape` gave. */
export function dotOfShape(shape: Shape): string {
  return fromShape.get(shape) ?? 'box'
}

/** The nearest shape that DOT has. */
export function nearestShape(shape: Shape): Shape {
  return fromShape.has(shape) ? shape : (NEAREST[shape as keyof typeof NEAREST] ?? 'rectangle')
}

const NEAREST = {
  stadium: 'rounded',
  'parallelogram-left': 'parallelogram',
  task: 'rectangle',
  subroutine: 'component',
  document: 'note',
  documents: 'note',
  'lined-document': 'note',
  'tagged-document': 'note',
  card: 'note',
  'lined-rectangle': 'rectangle',
  'divided-rectangle': 'rectangle',
  'stacked-rectangle': 'box3d',
  'tagged-rectangle': 'rectangle',
  'sloped-rectangle': 'trapezoid',
  'bow-rectangle': 'rectangle',
  'window-pane': 'rectangle',
  'loop-limit': 'house',
  'start-dot': 'point',
  'stop-dot': 'double-circle',
  junction: 'point',
  summary: 'marked-circle',
  or: 'marked-circle',
  fork: 'rectangle',
  hourglass: 'triangle-inverted',
  bolt: 'rectangle',
  delay: 'rounded',
  display: 'cds',
  disk: 'cylinder',
  'horizontal-cylinder': 'cylinder',
  datastore: 'cylinder',
  tape: 'rectangle',
  flag: 'cds',
  'off-page': 'house-inverted',
  'brace-left': 'note',
  'brace-right': 'note',
  braces: 'note',
  choice: 'diamond',
  cloud: 'ellipse',
  bang: 'star',
  bucket: 'trapezoid-inverted',
  console: 'rectangle',
  browser: 'tab',
  person: 'egg',
  image: 'text',
  icon: 'text',
  anchor: 'point',
  'bpmn-start': 'circle',
  'bpmn-intermediate': 'double-circle',
  'bpmn-boundary': 'double-circle',
  'bpmn-end': 'double-circle',
  'bpmn-gateway': 'diamond',
  'bpmn-activity': 'rounded',
  'bpmn-data': 'note',
  'bpmn-data-store': 'cylinder',
  'bpmn-annotation': 'text',
  state: 'rounded',
  composite: 'rounded',
} as const satisfies Partial<Record<Shape, Shape>>

/** Arrowheads that DOT writes, and how. */
const ARROWS: readonly (readonly [dot: string, arrow: Arrow])[] = [
  ['none', 'none'],
  ['normal', 'normal'],
  ['empty', 'empty'],
  ['vee', 'open'],
  ['lnormal', 'half'],
  ['inv', 'inverted'],
  ['oinv', 'inverted-empty'],
  ['dot', 'circle'],
  ['odot', 'circle-empty'],
  ['diamond', 'diamond'],
  ['odiamond', 'diamond-empty'],
  ['box', 'box'],
  ['obox', 'box-empty'],
  ['tee', 'bar'],
  ['curve', 'curve'],
  ['icurve', 'curve-inverted'],
  ['crow', 'many'],
  ['teetee', 'exactly-one'],
  ['crowtee', 'one-or-many'],
  ['teeodot', 'zero-or-one'],
  ['crowodot', 'zero-or-many'],
]

const ARROW_SYNONYMS: readonly (readonly [dot: string, arrow: Arrow])[] = [
  ['onormal', 'empty'],
  ['open', 'open'],
  ['halfopen', 'half'],
  ['invempty', 'inverted-empty'],
  ['ediamond', 'diamond-empty'],
]

const toArrow: ReadonlyMap<string, Arrow> = new Map([...ARROWS, ...ARROW_SYNONYMS])
const fromArrow: ReadonlyMap<Arrow, string> = new Map(ARROWS.map(([dot, arrow]) => [arrow, dot]))

/** Every name of a single arrowhead. */
export const arrowNamesOfDot: readonly string[] = [...toArrow.keys()]

/** Several arrowheads behind each other, each with `o` for empty and `l` or `r` for one half of it. */
const PRIMITIVE = /^(o?)([lr]?)(normal|inv|dot|diamond|box|crow|tee|vee|curve|icurve|none)/

/** The arrowhead of an `arrowhead` or `arrowtail` attribute: the nearest, where several stand on one end. */
export function arrowOfDot(name: string): Arrow {
  const known = toArrow.get(name)
  if (known) return known
  for (let rest = name; ; ) {
    const [whole, empty, half, primitive] = PRIMITIVE.exec(rest) ?? []
    if (whole === undefined || primitive === undefined) return rest === name ? 'normal' : 'none'
    rest = rest.slice(whole.length)
    if (primitive === 'none' && rest !== '') continue
    if (half !== '' && /normal|vee/.test(primitive)) return 'half'
    return toArrow.get(`${empty}${primitive}`) ?? toArrow.get(primitive) ?? 'normal'
  }
}

/** Whether an arrowhead of this name is one of the model's, and no more than that. */
export function isKnownArrow(name: string): boolean {
  return toArrow.has(name)
}

/** The attribute value of an arrowhead that `nearestArrow` gave. */
export function dotOfArrow(arrow: Arrow): string {
  return fromArrow.get(arrow) ?? 'normal'
}

/** The nearest arrowhead that DOT has. */
export function nearestArrow(arrow: Arrow): Arrow {
  return fromArrow.has(arrow) ? arrow : 'bar'
}
