/**
 * The outline of each shape in draw.io's styles; `shape-names.ts` has the way back. Core shapes are preferred over stencils,
 * which need files at run time and are missing in embedded viewers.
 */
import type { Shape } from '../../src/ir/shapes.js'

const RECTANGLE = 'rounded=0;'
const ROUNDED = 'rounded=1;absoluteArcSize=1;arcSize=10;'
const RHOMBUS = 'rhombus;'
const CYLINDER = 'shape=cylinder3;boundedLbl=1;backgroundOutline=1;size=12;'
const TRAPEZOID = 'shape=trapezoid;perimeter=trapezoidPerimeter;fixedSize=1;size=20;'
const PARALLELOGRAM = 'shape=parallelogram;perimeter=parallelogramPerimeter;fixedSize=1;size=20;'
const DOCUMENT = 'shape=document;boundedLbl=1;size=0.2;'
const BRACE = 'shape=curlyBracket;rounded=1;'
const BELOW = 'verticalLabelPosition=bottom;verticalAlign=top;'
const OCTAGON = 'shape=mxgraph.basic.octagon2;dx=18;'

const polygon = (...points: readonly (readonly [number, number])[]): string =>
  `shape=mxgraph.basic.polygon;polyCoords=${JSON.stringify(points)};polyline=0;`

/** What each shape is drawn as. Two shapes with one style are told apart by an attribute beside it. */
export const SHAPE_STYLES: { readonly [S in Shape]: string } = {
  rectangle: RECTANGLE,
  rounded: ROUNDED,
  stadium: 'rounded=1;arcSize=50;',
  square: 'rounded=0;aspect=fixed;',
  ellipse: 'ellipse;',
  circle: 'ellipse;aspect=fixed;',
  'double-circle': 'ellipse;shape=doubleEllipse;aspect=fixed;',
  diamond: RHOMBUS,
  hexagon: 'shape=hexagon;perimeter=hexagonPerimeter2;fixedSize=1;size=15;',
  parallelogram: PARALLELOGRAM,
  'parallelogram-left': `${PARALLELOGRAM}flipH=1;`,
  trapezoid: TRAPEZOID,
  'trapezoid-inverted': `${TRAPEZOID}flipV=1;`,
  triangle: 'triangle;direction=north;',
  'triangle-inverted': 'triangle;direction=south;',
  cylinder: CYLINDER,
  text: 'text;strokeColor=none;fillColor=none;align=center;verticalAlign=middle;',
  task: 'rounded=1;absoluteArcSize=1;arcSize=12;',
  subroutine: 'shape=process;size=0.06;backgroundOutline=1;',
  document: DOCUMENT,
  documents: 'shape=mxgraph.flowchart.multi-document;',
  'lined-document': DOCUMENT,
  'tagged-document': DOCUMENT,
  card: 'shape=card;size=15;',
  'lined-rectangle': 'shape=internalStorage;dx=10;dy=0;',
  'divided-rectangle': 'shape=internalStorage;dx=0;dy=12;',
  'stacked-rectangle': 'shape=mxgraph.basic.layered_rect;dx=8;',
  'tagged-rectangle': 'shape=note;size=14;flipV=1;',
  'sloped-rectangle': 'shape=manualInput;size=15;',
  'bow-rectangle': 'shape=dataStorage;fixedSize=1;size=12;',
  'window-pane': 'shape=internalStorage;dx=12;dy=12;',
  'loop-limit': 'shape=loopLimit;size=15;',
  'start-dot': `ellipse;aspect=fixed;fillColor=#000000;${BELOW}`,
  'stop-dot': `ellipse;shape=endState;fillColor=#000000;aspect=fixed;${BELOW}`,
  junction: `ellipse;aspect=fixed;fillColor=#000000;${BELOW}`,
  summary: 'shape=sumEllipse;perimeter=ellipsePerimeter;aspect=fixed;',
  or: 'shape=orEllipse;perimeter=ellipsePerimeter;aspect=fixed;',
  fork: `rounded=0;fillColor=#000000;strokeColor=none;${BELOW}`,
  hourglass: `shape=collate;${BELOW}`,
  bolt: `shape=mxgraph.basic.flash;${BELOW}`,
  delay: 'shape=delay;',
  display: 'shape=display;',
  disk: 'shape=datastore;',
  'horizontal-cylinder': 'shape=cylinder3;direction=south;boundedLbl=1;backgroundOutline=1;size=12;',
  datastore: 'shape=partialRectangle;left=0;right=0;',
  tape: 'shape=tape;size=0.2;',
  flag: polygon([0, 0], [1, 0], [1, 1], [0, 1], [0.15, 0.5]),
  'off-page': 'shape=offPageConnector;size=0.3;',
  'brace-left': `${BRACE}size=0.5;labelPosition=center;align=center;verticalLabelPosition=middle;verticalAlign=middle;`,
  'brace-right': `${BRACE}flipH=1;size=0.5;labelPosition=center;align=center;verticalLabelPosition=middle;verticalAlign=middle;`,
  braces: 'shape=partialRectangle;top=0;bottom=0;fillColor=none;',
  choice: `${RHOMBUS}aspect=fixed;${BELOW}`,
  note: 'shape=note;size=14;backgroundOutline=1;',
  cloud: 'ellipse;shape=cloud;',
  bang: 'shape=mxgraph.basic.8_point_star;',
  folder: 'shape=folder;tabWidth=30;tabHeight=12;tabPosition=right;',
  bucket: 'shape=cylinder3;boundedLbl=1;backgroundOutline=1;size=12;flipV=1;',
  console: RECTANGLE,
  browser: RECTANGLE,
  person: `shape=umlActor;outlineConnect=0;${BELOW}`,
  component: 'shape=module;jettyWidth=16;jettyHeight=8;',
  box3d: 'shape=cube;size=10;boundedLbl=1;backgroundOutline=1;',
  tab: 'shape=folder;tabWidth=30;tabHeight=12;tabPosition=left;',
  image: `shape=image;imageAspect=1;${BELOW}`,
  icon: `shape=image;imageAspect=1;${BELOW}`,
  anchor: `ellipse;fillColor=none;strokeColor=none;${BELOW}`,
  point: `ellipse;aspect=fixed;fillColor=#000000;${BELOW}`,
  egg: 'ellipse;',
  house: 'shape=offPageConnector;size=0.3;flipV=1;',
  'house-inverted': 'shape=offPageConnector;size=0.3;',
  pentagon: polygon([0.5, 0], [1, 0.38], [0.81, 1], [0.19, 1], [0, 0.38]),
  septagon: polygon([0.5, 0], [0.9, 0.2], [1, 0.64], [0.72, 1], [0.28, 1], [0, 0.64], [0.1, 0.2]),
  octagon: OCTAGON,
  'double-octagon': OCTAGON,
  'triple-octagon': OCTAGON,
  star: 'shape=mxgraph.basic.star;',
  underline: 'shape=partialRectangle;top=0;left=0;right=0;fillColor=none;',
  polygon: polygon([0.5, 0], [1, 0.38], [0.81, 1], [0.19, 1], [0, 0.38]),
  'marked-diamond': `${RHOMBUS}double=1;`,
  'marked-square': 'shape=ext;double=1;margin=3;aspect=fixed;',
  'marked-circle': 'shape=lineEllipse;perimeter=ellipsePerimeter;aspect=fixed;',
  'arrow-right': 'shape=mxgraph.arrows2.arrow;dy=0.3;dx=30;notch=0;',
  'arrow-left': 'shape=mxgraph.arrows2.arrow;dy=0.3;dx=30;notch=0;flipH=1;',
  cds: 'shape=mxgraph.arrows2.arrow;dy=0;dx=18;notch=0;',
  record: RECTANGLE,
  'rounded-record': ROUNDED,
  table: RECTANGLE,
  promoter: RECTANGLE,
  terminator: RECTANGLE,
  utr: RECTANGLE,
  primersite: RECTANGLE,
  restrictionsite: RECTANGLE,
  fivepoverhang: RECTANGLE,
  threepoverhang: RECTANGLE,
  noverhang: RECTANGLE,
  assembly: RECTANGLE,
  signature: RECTANGLE,
  insulator: RECTANGLE,
  ribosite: RECTANGLE,
  rnastab: RECTANGLE,
  proteasesite: RECTANGLE,
  proteinstab: RECTANGLE,
  rpromoter: RECTANGLE,
  lpromoter: RECTANGLE,
  'bpmn-start': `ellipse;aspect=fixed;${BELOW}`,
  'bpmn-intermediate': `ellipse;shape=doubleEllipse;aspect=fixed;${BELOW}`,
  'bpmn-boundary': `ellipse;shape=doubleEllipse;aspect=fixed;${BELOW}`,
  'bpmn-end': `ellipse;aspect=fixed;strokeWidth=3;${BELOW}`,
  'bpmn-gateway': RHOMBUS,
  'bpmn-activity': ROUNDED,
  'bpmn-data': 'shape=note;size=14;',
  'bpmn-data-store': 'shape=datastore;',
  'bpmn-annotation': 'shape=partialRectangle;right=0;top=0;bottom=0;fillColor=none;',
  state: ROUNDED,
  composite: ROUNDED,
}

/** Keys of the styles above that make the outline; colours and label places are not among them. */
export const SHAPE_KEYS: ReadonlySet<string> = new Set(
  Object.values(SHAPE_STYLES)
    .flatMap(style => style.split(';').map(part => part.split('=')))
    .filter(
      ([key, value]) =>
        key !== '' && value !== undefined && !/Color$|^align$|Align$|Position$|^strokeWidth$/.test(key!),
    )
    .map(([key]) => key!),
)

/** The keys that tell shapes apart: as long as they say the same, it is still the same shape. */
export const TELLING_KEYS = ['shape', 'rounded', 'flipH', 'flipV', 'direction', 'aspect', 'double'] as const
