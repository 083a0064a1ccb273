/** The nearest shape to what a style of draw.io shows: its own shapes by name, those of libraries by what they picture. */
import type { Shape } from '../../../src/ir/shapes.js'
import { bareWords, type StyleMap } from '../document/style.js'
import { NAMED_SHAPES } from './named-shapes.js'

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
      if (style.get('childLayout') === 'tableLayout') return 'table'
      if (style.get('rounded') !== '1') return fixed ? 'square' : 'rectangle'
      return Number(style.get('arcSize') ?? 0) >= 40 && style.get('absoluteArcSize') !== '1'
        ? 'stadium'
        : 'rounded'
    case 'ellipse':
      return fixed ? 'circle' : 'ellipse'
    case 'rhombus':
      return flipped('double') ? 'marked-diamond' : 'diamond'
    case 'ext':
      if (flipped('double') && fixed) return 'marked-square'
      return flipped('rounded') ? 'rounded' : 'rectangle'
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
      return NAMED_SHAPES.get(name) ?? arrowShape(name, style) ?? libraryShape(name, iconName(style) ?? name)
  }
}

/** Arrows as boxes: they all become one to the right or left; one with nothing behind its head is a label. */
function arrowShape(name: string, style: StyleMap): Shape | undefined {
  if (name === 'mxgraph.arrows2.arrow' && style.get('dy') === '0') return 'cds'
  if (!/^(singleArrow|doubleArrow|mxgraph\.arrows2?\..*)$/.test(name)) return undefined
  const back = style.get('flipH') === '1' || style.get('direction') === 'west' || /left/i.test(name)
  return back ? 'arrow-left' : 'arrow-right'
}

/** The keys in which libraries whose shapes are all one frame name the picture in it. */
const ICON_KEYS = ['resIcon', 'network2Icon', 'prIcon', 'grIcon', 'SAPIcon']

/** The name of the picture in a shape, where it is not the shape's own. */
export const iconName = (style: StyleMap): string | undefined =>
  ICON_KEYS.map(key => style.get(key)).find(name => typeof name === 'string' && name !== '') ?? undefined

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
  /^(mxgraph\.(aws|azure|gcp|cisco|networks|office|kubernetes|alibaba|ibm|veeam|citrix|rack|webicons|mscae|allied_telesis|openstack|weblogos|sap|cumulus|active_directory))/

/** The pictures of draw.io's own libraries as files: `img/lib/azure2/compute/Virtual_Machine.svg`. */
const LIBRARY_FILE = /^img\/lib\/.*?([^/]{1,200})\.(?:svg|png)$/

/** Names of frames that hold another picture, which these do not say. */
const FRAMES = /^(?:resourceIcon|productIcon|group|groupCenter|icon)$/

/**
 * What the picture of a library is called there, as words: “Lambda function”. Nothing for other shapes, and where the style does not
 * say which picture it is.
 */
export function pictureName(style: StyleMap): string | undefined {
  const shape = outlineName(style)
  const image = style.get('image')
  const file = typeof image === 'string' ? LIBRARY_FILE.exec(image)?.[1] : undefined
  const name = file ?? (LIBRARY.test(shape) ? (iconName(style) ?? shape) : undefined)
  const last = name?.slice(name.lastIndexOf('.') + 1)
  if (last === undefined || FRAMES.test(last)) return undefined
  const words = last.replace(/[_\s-]+/g, ' ').trim()
  return words === '' ? undefined : words[0]!.toUpperCase() + words.slice(1)
}

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
  [/(^|_)(server|mainframe|host|rack|supercomputer)s?($|_|\d)/, 'box3d'],
  [/(^|_)(document|file)s?($|_)/, 'document'],
  [/(^|_)browser($|_)/, 'browser'],
]

function libraryShape(library: string, name: string): Shape | undefined {
  if (!LIBRARY.test(library)) return undefined
  const picture = name
    .slice(name.lastIndexOf('.') + 1)
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
  return PICTURED.find(([words]) => words.test(picture))?.[1]
}
