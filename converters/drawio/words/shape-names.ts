/** The nearest shape to what a style of draw.io shows: its own shapes by name, those of libraries by what they picture. */
import type { Shape } from '../../../src/ir/shapes.js'
import { decodeLabel } from '../document/html.js'
import { bareWords, type StyleMap } from '../document/style.js'
import { asWords, nameInLibrary, pictured } from './library-names.js'
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
      return pictured(name, style) ?? NAMED_SHAPES.get(name) ?? arrowShape(name, style) ?? wordShape(style)
  }
}

/** A leading word that names no shape names colours and the like: draw.io draws a box. */
const wordShape = (style: StyleMap): Shape | undefined => (style.has('shape') ? undefined : 'rectangle')

/** Arrows as boxes: they all become one to the right or left; one with nothing behind its head is a label. */
function arrowShape(name: string, style: StyleMap): Shape | undefined {
  if (name === 'mxgraph.arrows2.arrow' && style.get('dy') === '0') return 'cds'
  if (!/^(singleArrow|doubleArrow|mxgraph\.arrows2?\..*)$/.test(name)) return undefined
  const back = style.get('flipH') === '1' || style.get('direction') === 'west' || /left/i.test(name)
  return back ? 'arrow-left' : 'arrow-right'
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

/** What the picture of a library is called there, as words: “Lambda function”. Nothing for other shapes. */
export const pictureName = (style: StyleMap): string | undefined => nameInLibrary(outlineName(style), style)

/** Longer tooltips explain, and are no names. */
const LONGEST_NAME = 60

/**
 * What a shape without a text is called all the same, since nobody sees its id: what its library calls its picture, else a short tooltip,
 * else the file of its picture, where somebody gave that a name.
 */
export function nameWithoutText(style: StyleMap): string | undefined {
  const tooltip = decodeLabel(style.get('#tooltip') ?? '', true).text.trim()
  const isName = tooltip !== '' && tooltip.length <= LONGEST_NAME && !tooltip.includes('\n')
  return pictureName(style) ?? (isName ? tooltip : fileName(style))
}

/** Names that programs give to files: numbers and keys. */
const KEY = /^[\da-f]{8,}(?:-[\da-f]{4,}){0,8}$|^\d+$/i

function fileName(style: StyleMap): string | undefined {
  const address = style.get('image')
  if (typeof address !== 'string' || address.startsWith('data:')) return undefined
  const path = address.split(/[?#]/, 1)[0]!
  const file = path.slice(path.lastIndexOf('/') + 1)
  const name = /^(.{1,100})\.(?:svg|png|jpe?g|gif|webp)$/i.exec(file)?.[1]
  if (name === undefined || KEY.test(name) || /%(?![\da-f]{2})/i.test(name)) return undefined
  return asWords(name.replace(/%20/g, ' '))
}
