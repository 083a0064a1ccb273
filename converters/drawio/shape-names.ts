/** The nearest shape to what a style of draw.io shows: its own shapes by name, those of libraries by what they picture. */
import type { Shape } from '../../src/ir/shapes.js'
import { bareWords, type StyleMap } from './style.js'

/** What draw.io's `shape=` (or the leading word) says by itself, in its general, flowchart and other libraries. */
const NAMED: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['rectangle', 'rectangle'],
  ['ellipse', 'ellipse'],
  ['doubleEllipse', 'double-circle'],
  ['endState', 'stop-dot'],
  ['startState', 'start-dot'],
  ['rhombus', 'diamond'],
  ['text', 'text'],
  ['triangle', 'triangle'],
  ['process', 'subroutine'],
  ['process2', 'subroutine'],
  ['hexagon', 'hexagon'],
  ['parallelogram', 'parallelogram'],
  ['trapezoid', 'trapezoid'],
  ['cylinder', 'cylinder'],
  ['cylinder2', 'cylinder'],
  ['cylinder3', 'cylinder'],
  ['document', 'document'],
  ['card', 'card'],
  ['internalStorage', 'window-pane'],
  ['manualInput', 'sloped-rectangle'],
  ['dataStorage', 'bow-rectangle'],
  ['loopLimit', 'loop-limit'],
  ['sumEllipse', 'summary'],
  ['orEllipse', 'or'],
  ['collate', 'hourglass'],
  ['delay', 'delay'],
  ['display', 'display'],
  ['datastore', 'disk'],
  ['tape', 'tape'],
  ['offPageConnector', 'off-page'],
  ['curlyBracket', 'brace-left'],
  ['note', 'note'],
  ['note2', 'note'],
  ['cloud', 'cloud'],
  ['folder', 'folder'],
  ['umlActor', 'person'],
  ['actor', 'person'],
  ['module', 'component'],
  ['component', 'component'],
  ['cube', 'box3d'],
  ['isoCube', 'box3d'],
  ['step', 'cds'],
  ['image', 'image'],
  ['icon', 'image'],
  ['lineEllipse', 'marked-circle'],
  ['mermaidOdd', 'flag'],
  ['singleArrow', 'arrow-right'],
  ['mxgraph.basic.star', 'star'],
  ['mxgraph.basic.pentagon', 'pentagon'],
  ['mxgraph.basic.octagon2', 'octagon'],
  ['mxgraph.basic.octagon', 'octagon'],
  ['mxgraph.basic.flash', 'bolt'],
  ['mxgraph.basic.layered_rect', 'stacked-rectangle'],
  ['mxgraph.basic.8_point_star', 'bang'],
  ['mxgraph.basic.acute_triangle', 'triangle'],
  ['mxgraph.arrows2.arrow', 'arrow-right'],
  ['mxgraph.flowchart.annotation_1', 'bpmn-annotation'],
  ['mxgraph.flowchart.card', 'card'],
  ['mxgraph.flowchart.collate', 'hourglass'],
  ['mxgraph.flowchart.data', 'parallelogram'],
  ['mxgraph.flowchart.database', 'cylinder'],
  ['mxgraph.flowchart.decision', 'diamond'],
  ['mxgraph.flowchart.delay', 'delay'],
  ['mxgraph.flowchart.direct_data', 'horizontal-cylinder'],
  ['mxgraph.flowchart.display', 'display'],
  ['mxgraph.flowchart.document', 'document'],
  ['mxgraph.flowchart.document2', 'document'],
  ['mxgraph.flowchart.internal_storage', 'window-pane'],
  ['mxgraph.flowchart.loop_limit', 'loop-limit'],
  ['mxgraph.flowchart.manual_input', 'sloped-rectangle'],
  ['mxgraph.flowchart.manual_operation', 'trapezoid-inverted'],
  ['mxgraph.flowchart.multi-document', 'documents'],
  ['mxgraph.flowchart.off-page_reference', 'off-page'],
  ['mxgraph.flowchart.on-page_reference', 'circle'],
  ['mxgraph.flowchart.or', 'or'],
  ['mxgraph.flowchart.paper_tape', 'tape'],
  ['mxgraph.flowchart.predefined_process', 'subroutine'],
  ['mxgraph.flowchart.preparation', 'hexagon'],
  ['mxgraph.flowchart.process', 'rectangle'],
  ['mxgraph.flowchart.start_1', 'circle'],
  ['mxgraph.flowchart.start_2', 'circle'],
  ['mxgraph.flowchart.stored_data', 'bow-rectangle'],
  ['mxgraph.flowchart.summing_function', 'summary'],
  ['mxgraph.flowchart.terminator', 'stadium'],
  ['mxgraph.bpmn.task', 'bpmn-activity'],
  ['mxgraph.bpmn.task2', 'bpmn-activity'],
  ['mxgraph.bpmn.event', 'bpmn-start'],
  ['mxgraph.bpmn.gateway2', 'bpmn-gateway'],
  ['mxgraph.bpmn.data', 'bpmn-data'],
  ['mxgraph.bpmn.data2', 'bpmn-data'],
  ['table', 'table'],
  ['tableRow', 'rectangle'],
  ['umlFrame', 'rectangle'],
  ['umlLifeline', 'rectangle'],
  ['partialRectangle', 'rectangle'],
  ['mxgraph.basic.rect', 'rectangle'],
  ['mxgraph.basic.rectangle', 'rectangle'],
  ['switch', 'rectangle'],
  ['corner', 'rectangle'],
  ['tee', 'rectangle'],
  ['crossbar', 'rectangle'],
  ['mxgraph.er.entity', 'rectangle'],
  ['mxgraph.bootstrap.rect', 'rectangle'],
  ['umlState', 'rounded'],
  ['mxgraph.basic.rounded_frame', 'rounded'],
  ['mxgraph.basic.roundRectCallout', 'rounded'],
  ['callout', 'note'],
  ['wedgeRectCallout', 'note'],
  ['mxgraph.basic.rectCallout', 'note'],
  ['or', 'delay'],
  ['and', 'delay'],
  ['halfCircle', 'delay'],
  ['mxgraph.basic.half_circle', 'delay'],
  ['mxgraph.bpmn.collate', 'hourglass'],
  ['tapeData', 'circle'],
  ['lollipop', 'circle'],
  ['umlBoundary', 'circle'],
  ['umlEntity', 'circle'],
  ['umlControl', 'circle'],
  ['providedRequiredInterface', 'circle'],
  ['mxgraph.flowchart.sequential_data', 'circle'],
  ['waypoint', 'junction'],
  ['line', 'fork'],
  ['mxgraph.flowchart.parallel_mode', 'fork'],
  ['sortShape', 'diamond'],
  ['associativeEntity', 'diamond'],
  ['mxgraph.flowchart.sort', 'diamond'],
  ['mxgraph.er.has', 'diamond'],
  ['umlDestroy', 'summary'],
  ['mxgraph.flowchart.extract_or_measurement', 'triangle'],
  ['mxgraph.basic.orthogonal_triangle', 'triangle'],
  ['mxgraph.basic.obtuse_triangle', 'triangle'],
  ['mxgraph.flowchart.merge_or_storage', 'triangle-inverted'],
  ['mxgraph.flowchart.punched_tape', 'tape'],
  ['mxgraph.flowchart.annotation_2', 'brace-left'],
  ['mxgraph.basic.diag_snip_rect', 'card'],
  ['mxgraph.basic.corner_round_rect', 'card'],
  ['mxgraph.basic.4_point_star_2', 'star'],
  ['mxgraph.basic.6_point_star', 'star'],
  ['mxgraph.basic.cloud_callout', 'cloud'],
  ['mxgraph.networks.cloud', 'cloud'],
  ['mxgraph.cisco.storage.cloud', 'cloud'],
  ['mxgraph.basic.polygon', 'polygon'],
  ['doubleArrow', 'arrow-right'],
  ['mxgraph.arrows2.sharpArrow', 'arrow-right'],
  ['mxgraph.arrows.arrow_right', 'arrow-right'],
  ['mxgraph.arrows.arrow_left', 'arrow-left'],
  ['mxgraph.bpmn.user_task', 'bpmn-activity'],
  ['mxgraph.bpmn.service_task', 'bpmn-activity'],
  ['mxgraph.bpmn.manual_task', 'bpmn-activity'],
  ['mxgraph.bpmn.script_task', 'bpmn-activity'],
  ['mxgraph.bpmn.business_rule_task', 'bpmn-activity'],
  ['mxgraph.bpmn.conversation', 'hexagon'],
  ['mxgraph.bpmn.gateway', 'bpmn-gateway'],
  ['mxgraph.mockup.containers.browserWindow', 'browser'],
  ['mxgraph.azure.document', 'document'],
])

/** What the outline is called: the `shape` key, else the leading word, else nothing for a box. */
export function outlineName(style: StyleMap): string {
  const word = bareWords(style).split(' ')[0] ?? ''
  return style.get('shape') ?? (word === 'rounded' ? '' : word)
}

/** The shape that a style shows, or nothing where draw.io's name for it is not known here. */
export function shapeOfStyle(style: StyleMap): Shape | undefined {
  const name = outlineName(style)
  const flipped = (key: string): boolean => style.get(key) === '1'
  const fixed = style.get('aspect') === 'fixed'
  switch (name) {
    case '':
    case 'label':
    case 'rectangle':
      if (style.get('rounded') !== '1') return fixed ? 'square' : 'rectangle'
      return Number(style.get('arcSize') ?? 0) >= 40 && style.get('absoluteArcSize') !== '1'
        ? 'stadium'
        : 'rounded'
    case 'ellipse':
      return fixed ? 'circle' : 'ellipse'
    case 'rhombus':
      return flipped('double') ? 'marked-diamond' : 'diamond'
    case 'ext':
      return flipped('double') && fixed ? 'marked-square' : 'rectangle'
    case 'triangle':
      return style.get('direction') === 'south' ? 'triangle-inverted' : 'triangle'
    case 'parallelogram':
      return flipped('flipH') ? 'parallelogram-left' : 'parallelogram'
    case 'trapezoid':
      return flipped('flipV') ? 'trapezoid-inverted' : 'trapezoid'
    case 'cylinder3':
    case 'cylinder':
      return style.get('direction') === 'south' ? 'horizontal-cylinder' : 'cylinder'
    case 'offPageConnector':
      return flipped('flipV') ? 'house' : 'off-page'
    case 'curlyBracket':
      return flipped('flipH') ? 'brace-right' : 'brace-left'
    case 'folder':
      return style.get('tabPosition') === 'left' ? 'tab' : 'folder'
    case 'note':
      return flipped('flipV') ? 'tagged-rectangle' : 'note'
    case 'internalStorage':
      return style.get('dy') === '0'
        ? 'lined-rectangle'
        : style.get('dx') === '0'
          ? 'divided-rectangle'
          : 'window-pane'
    case 'partialRectangle':
      if (style.get('right') === '0' && style.get('left') !== '0') return 'bpmn-annotation'
      return style.get('left') !== '0' ? 'rectangle' : style.get('top') === '0' ? 'underline' : 'datastore'
    case 'swimlane':
      return style.get('childLayout') === 'stackLayout' ? 'table' : 'rectangle'
    case 'mxgraph.bpmn.shape':
    case 'mxgraph.bpmn.event':
      return bpmnShape(style)
    default:
      return NAMED.get(name) ?? libraryShape(style.get('resIcon') ?? name)
  }
}

/** BPMN events and gateways: by their perimeter and outline. The older `bpmn.shape` is all of them. */
function bpmnShape(style: StyleMap): Shape {
  const outline = style.get('outline') ?? ''
  if (style.get('perimeter') === 'rhombusPerimeter' || style.get('background') === 'gateway')
    return 'bpmn-gateway'
  if (/^bound/.test(outline)) return 'bpmn-boundary'
  if (outline === 'end') return 'bpmn-end'
  if (/^(throwing|catching)$/.test(outline)) return 'bpmn-intermediate'
  return 'bpmn-start'
}

/** Libraries of networks and clouds. Their names are far too many to list: what they picture is in the name. */
const LIBRARY =
  /^(mxgraph\.(aws|azure|gcp|cisco|networks|office|kubernetes|alibaba|ibm|veeam|citrix|rack|webicons|mscae|allied_telesis|openstack|weblogos))/

const PICTURED: readonly (readonly [RegExp, Shape])[] = [
  [
    /(database|(^|_)db($|_)|rds|dynamo|sql|aurora|redshift|cosmos|mongo|oracle|redis|elasticache|bigtable)/,
    'cylinder',
  ],
  [/(bucket|blob|(^|_)s3($|_))/, 'bucket'],
  [/(queue|sqs|kinesis|kafka|event_hub|service_bus|pub_?sub)/, 'horizontal-cylinder'],
  [/(storage|disk|volume|(^|_)(ebs|efs|nas|tape)($|_))/, 'disk'],
  [/(^|_)(users?|actor|person|people|customer)($|_)/, 'person'],
  [/(^|_)(cloud|internet)($|_)/, 'cloud'],
  [/(^|_)(server|mainframe|host|rack)s?($|_|\d)/, 'box3d'],
  [/(^|_)(document|file)s?($|_)/, 'document'],
  [/(^|_)browser($|_)/, 'browser'],
]

function libraryShape(name: string): Shape | undefined {
  if (!LIBRARY.test(name)) return undefined
  const picture = name
    .slice(name.lastIndexOf('.') + 1)
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
  return PICTURED.find(([words]) => words.test(picture))?.[1]
}
