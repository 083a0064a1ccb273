/**
 * What a style shows, aspect by aspect, in both directions. An aspect is one value of the model (a
 * fill, an arrowhead) and the keys of the style that show it. What a style cannot show by itself
 * (a task looks like any rounded box) stands beside it as a hint, and a hint counts only while the
 * style still says what the hinted value would be written as: what a person changed, wins.
 */
import type { Arrow } from '../../../src/ir/arrows.js'
import { type Line, lines } from '../../../src/ir/model.js'
import type { Shape } from '../../../src/ir/shapes.js'
import { fitsStyle, numberOf, parseStyle, type StyleMap } from '../document/style.js'
import { SHAPE_KEYS, SHAPE_STYLES, TELLING_KEYS } from '../shapes.js'
import type { Aspect, Entries, Kind, Scalar } from './aspect.js'
import { fonts, hidden, links, numeric, plain, valueIn } from './common-aspects.js'
import { icon, isIconPicture, labelAt } from './icon-aspects.js'
import { isLibraryFile } from './library-names.js'
import { arrowOfMarker, MARKERS } from './markers.js'
import { fieldsAspect } from './records/child-layout.js'
import { shapeOfStyle } from './shape-names.js'

/** Rounded corners of a style. Only a hint brings them back: by itself a rounded box is another shape. */
const rounded: Aspect = {
  name: 'rounded',
  keys: ['rounded'],
  write: (value, into) => into.set('rounded', value === true ? '1' : '0'),
  read: () => undefined,
}

const customDash: Aspect = {
  name: 'dash',
  keys: ['dashed', 'dashPattern', 'fixDash'],
  write: (value, into) => {
    if (!fitsStyle(String(value)) || value === '') return
    into.set('dashed', '1')
    into.set('dashPattern', String(value).replaceAll(',', ' '))
    into.set('fixDash', '1')
  },
  read: style => {
    if (style.get('dashed') !== '1') return undefined
    const pattern = style.get('dashPattern') ?? undefined
    return pattern === DOTS || pattern === EARLIER_DOTS ? undefined : pattern
  },
}

const PICTURE = parseStyle(SHAPE_STYLES.image)

/**
 * Of draw.io's shapes only pictures show an image, with the label below: a node of another shape is drawn as one, and its shape stands
 * beside it. draw.io cannot have `;` in a style, so its data addresses leave the `;base64` out.
 */
const image: Aspect = {
  name: 'image',
  keys: ['image'],
  write: (value, into) => {
    const url = String(value).replace(/^(data:image\/[\w+.-]+);base64,/, '$1,')
    if (!fitsStyle(url) || url === '') return
    const holdsFields = into.has('childLayout') || into.get('container') === '1'
    if (into.get('shape') !== 'image' && !holdsFields) {
      for (const [key, entry] of [...into]) if (entry === null || SHAPE_KEYS.has(key)) into.delete(key)
      for (const [key, entry] of PICTURE) into.set(key, entry)
    }
    into.set('image', url)
  },
  // Where nobody else has the picture, and where it is an icon of ours, it is only how draw.io draws the node.
  read: style => {
    const address = style.get('image') ?? ''
    return isLibraryFile(address) || isIconPicture(address)
      ? undefined
      : address.replace(/^(data:image\/[\w+.-]+),/, '$1;base64,') || undefined
  },
}

const anyWidth = numeric('strokeWidth', 'strokeWidth')

/** Whether something has no line where that is of no width. */
const isBare = (value: Scalar, into: Entries, isLine: boolean): boolean =>
  value === 0 && (isLine || (into.get('fillColor') ?? 'none') !== 'none')

/** draw.io draws a line of no width 1 px wide. What has no fill is left with that, as nobody would see where it is. */
const strokeWidthOf = (isLine: boolean): Aspect => ({
  ...anyWidth,
  besides: ['strokeColor'],
  more: (key, value) => key === 'strokeColor' && value === 'none',
  write: (value, into) => {
    anyWidth.write(value, into)
    if (isBare(value, into, isLine)) into.set('strokeColor', 'none')
  },
})
const strokeWidth = strokeWidthOf(false)

/** The colours that a shape has of its own count as none. */
const colour = (name: string, key: string): Aspect => ({
  ...plain(name, key),
  read: style => {
    const value = valueIn(style, key)
    if (value === undefined) return undefined
    const shape = shapeOfStyle(style)
    return shape !== undefined && parseStyle(SHAPE_STYLES[shape]).get(key) === value ? undefined : value
  },
})

const shape: Aspect = {
  name: 'shape',
  keys: TELLING_KEYS,
  more: (key, value) => value === null || SHAPE_KEYS.has(key),
  write: (value, into) => {
    for (const [key, entry] of parseStyle(SHAPE_STYLES[value as Shape])) into.set(key, entry)
  },
  read: style => shapeOfStyle(style) ?? 'rectangle',
  valid: value => Object.hasOwn(SHAPE_STYLES, String(value)),
}

export const nodeKind: Kind = {
  base: parseStyle('whiteSpace=wrap;html=1;'),
  aspects: [
    shape,
    rounded,
    colour('fill', 'fillColor'),
    colour('stroke', 'strokeColor'),
    strokeWidth,
    customDash,
    numeric('opacity', 'opacity', 100),
    ...fonts,
    ...links,
    hidden,
    fieldsAspect,
    image,
    icon,
    labelAt,
  ],
}

const LANE = parseStyle('swimlane;whiteSpace=wrap;html=1;')
const LANE_ROW = parseStyle('swimlane;horizontal=0;whiteSpace=wrap;html=1;')
const CLUSTER = parseStyle(
  'rounded=1;absoluteArcSize=1;arcSize=14;whiteSpace=wrap;html=1;container=1;collapsible=0;align=left;spacingLeft=8;verticalAlign=top;fillColor=none;',
)

export const isSwimlane = (style: StyleMap): boolean =>
  style.has('swimlane') || /^(mxgraph\.bpmn\.)?swimlane$/.test(style.get('shape') ?? '')

/** A swimlane, or the row of a table that is drawn as one. */
export const isLane = (style: StyleMap): boolean => isSwimlane(style) || style.get('shape') === 'tableRow'

/** `lane`, `row` (a lane with its title on the left) or `cluster`. */
const frame: Aspect = {
  name: 'frame',
  keys: ['swimlane', 'shape', 'horizontal', 'container'],
  more: (key, value) => value === null || CLUSTER.get(key) === value,
  write: (value, into) => {
    for (const [key, entry] of value === 'cluster' ? CLUSTER : value === 'row' ? LANE_ROW : LANE)
      into.set(key, entry)
  },
  read: style => {
    if (!isLane(style)) return 'cluster'
    return style.get('horizontal') === '0' ? 'row' : 'lane'
  },
  valid: value => value === 'cluster' || value === 'row' || value === 'lane',
}

/** draw.io's own groups: by its style sheet, they show nothing but what is in them. */
const isUnseen = (style: StyleMap): boolean => style.get('group') === null

export const groupKind: Kind = {
  base: new Map(),
  aspects: [
    frame,
    rounded,
    {
      ...plain('fill', 'fillColor'),
      read: style => {
        const value = valueIn(style, 'fillColor')
        if (isUnseen(style)) return value ?? 'none'
        return value === 'none' && !isSwimlane(style) ? undefined : value
      },
    },
    {
      ...plain('stroke', 'strokeColor'),
      read: style => {
        const value = valueIn(style, 'strokeColor')
        return isUnseen(style) ? (value ?? 'none') : value
      },
    },
    strokeWidth,
    customDash,
    numeric('opacity', 'opacity', 100),
    ...fonts,
    ...links,
    hidden,
  ],
}

/** Dots as wide as the line, at a width at which they are seen as dots where nothing is zoomed. */
const DOTS = '1 2'
const DOTTED_WIDTH = '1.5'
/** Of earlier versions: a hair line of dots. */
const EARLIER_DOTS = '1 3'
/** As much wider than other lines as Mermaid (3.5 to 2) and Graphviz (2 to 1) draw them. */
const THICK_WIDTH = '2'
/** A line of this width, at least, is thick also where nothing says so; draw.io itself imports thick lines of Mermaid with it. */
const LEAST_THICK = 3

/** What draw.io's own import of Mermaid makes of a dotted line; a dashed one has no pattern there. */
const IMPORTED_DOTS = '2 3'

const isDotted = (style: StyleMap): boolean =>
  /^1\s/.test(style.get('dashPattern') ?? '') || style.get('dashPattern') === IMPORTED_DOTS

/**
 * A style of ours with the dots of an earlier version, which say the same, as it is written today. With a width they may be those of draw.io's
 * sidebar (`dashPattern=1 3;strokeWidth=2`) on a page that somebody drew, and stay.
 */
export function withDotsOfToday(style: StyleMap): StyleMap {
  const isEarlier = style.get('dashed') === '1' && style.get('dashPattern') === EARLIER_DOTS
  if (!isEarlier || style.has('strokeWidth')) return style
  return new Map(style).set('dashPattern', DOTS).set('strokeWidth', DOTTED_WIDTH)
}

const line: Aspect = {
  name: 'line',
  keys: ['dashed', 'dashPattern', '#visible'],
  besides: ['strokeWidth'],
  more: (key, value) => key === 'strokeWidth' && (value === THICK_WIDTH || value === DOTTED_WIDTH),
  write: (value, into) => {
    if (value === 'dashed' || value === 'dotted') into.set('dashed', '1')
    if (value === 'dotted') {
      into.set('dashPattern', DOTS)
      into.set('strokeWidth', DOTTED_WIDTH)
    }
    if (value === 'thick') into.set('strokeWidth', THICK_WIDTH)
    if (value === 'invisible') into.set('#visible', '0')
  },
  read: (style): Line => {
    if (style.get('#visible') === '0') return 'invisible'
    if (style.get('dashed') === '1') return isDotted(style) ? 'dotted' : 'dashed'
    return (numberOf(style.get('strokeWidth')) ?? 1) >= LEAST_THICK ? 'thick' : 'solid'
  },
  valid: value => lines.includes(value as Line),
}

/** The pattern of a line, where it is more than how draw.io's import says that a line is dotted. */
const lineDash: Aspect = {
  ...customDash,
  read: style => (style.get('dashPattern') === IMPORTED_DOTS ? undefined : customDash.read(style)),
}

const lineWidth: Aspect = {
  ...strokeWidthOf(true),
  read: style => {
    const width = style.get('strokeWidth')
    const shown = line.read(style)
    if (shown === 'thick' && width === String(LEAST_THICK)) return undefined
    const isOfDots = shown === 'dotted' && style.get('dashPattern') === DOTS && width === DOTTED_WIDTH
    return isOfDots ? undefined : numberOf(width)
  },
}

const arrowhead = (name: 'fromArrow' | 'toArrow', key: 'start' | 'end', otherwise: string): Aspect => ({
  name,
  keys: [`${key}Arrow`, `${key}Fill`],
  write: (value, into) => {
    const marker = MARKERS[value as Arrow]
    if (marker.name === otherwise && otherwise === 'none') return
    into.set(`${key}Arrow`, marker.name)
    if (marker.fill !== undefined) into.set(`${key}Fill`, String(marker.fill))
  },
  read: style => arrowOfMarker(style.get(`${key}Arrow`) ?? otherwise, style.get(`${key}Fill`)),
  valid: value => Object.hasOwn(MARKERS, String(value)),
})

export const edgeKind: Kind = {
  base: parseStyle('edgeStyle=orthogonalEdgeStyle;rounded=0;orthogonalLoop=1;jettySize=auto;html=1;'),
  aspects: [
    rounded,
    line,
    arrowhead('fromArrow', 'start', 'none'),
    arrowhead('toArrow', 'end', 'classic'),
    plain('fill', 'fillColor'),
    plain('stroke', 'strokeColor'),
    lineWidth,
    lineDash,
    numeric('opacity', 'opacity', 100),
    ...fonts,
    ...links,
  ],
}
