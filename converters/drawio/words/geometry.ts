/** Geometry: boxes and lines on the page. The document of a graph that was read from a file that a person laid out
 * holds it, as `geometry`, in page coordinates:
 * - node and group: `x`, `y`, `width`, `height`, for groups `title`, the size of the title's strip, and `relative`
 *   where the file says the place as shares of the parent's size;
 * - edge: `points` (bends), `label` and `offset` (of its label), `exit` and `entry` (style keys of fixed ends),
 *   `size` (which says nothing of a line, but stands there);
 * - `more`: other elements inside of it (the other size of a folded group, the free end of a line), as XML;
 * - `untold`: the file does not say how large the strip of a title is;
 * - `source`: the whole element, where the file says its place more finely or in a way of its own (see `exact.ts`). */
import type { Graph, Side, Value } from '../../../src/ir/model.js'
import { type DrawnBox, isCoordinate, type Pair } from '../document/box.js'
import { formatStyle, numberOf, parseStyle, type StyleMap } from '../document/style.js'
import { parseXml, type XmlElement } from '../document/xml.js'
import { elementText } from '../document/xml-text.js'
import { isOffset, isPoints } from './exact.js'
import { type InFile, inFile } from './in-file.js'

const asMap = (value: Value | undefined): ReadonlyMap<string, Value> | undefined =>
  value instanceof Map ? (value as ReadonlyMap<string, Value>) : undefined

export const geometryOf = (element: InFile): ReadonlyMap<string, Value> | undefined =>
  asMap(inFile(element)?.get('geometry'))

/** The box that an element has in its file. */
export const drawnBox = (element: InFile): DrawnBox | undefined => boxIn(geometryOf(element))

/** The box that a value is, where it is a whole one. */
export function boxIn(value: Value | undefined): DrawnBox | undefined {
  const geometry = asMap(value)
  if (!geometry) return undefined
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map(key => geometry.get(key))
  if (!isCoordinate(x) || !isCoordinate(y) || !isCoordinate(width) || !isCoordinate(height)) return undefined
  const [title, relative] = [geometry.get('title'), geometry.get('relative')]
  return {
    x,
    y,
    width,
    height,
    ...(isCoordinate(title) && { title }),
    ...(isPair(relative) && { relative }),
    ...(geometry.get('untold') === true && { untold: true }),
    ...moreIn(geometry, 'box'),
    ...sourceIn(geometry),
  }
}

type Geometry = ReadonlyMap<string, Value>

/** The element that a text is, if it is one as we write it, so that it comes back as it is. */
function elementOf(text: Value): XmlElement | undefined {
  const parsed = typeof text === 'string' ? parseXml(text) : undefined
  return parsed?.ok === true && elementText(parsed.root) === text ? parsed.root : undefined
}

/** A line says its offset and its bends by themselves. */
function moreIn(geometry: Geometry, kind: 'box' | 'line'): { readonly more?: readonly string[] } {
  const more = geometry.get('more')
  const texts = Array.isArray(more) ? (more as readonly Value[]) : []
  const others = texts.filter((text): text is string => {
    const element = elementOf(text)
    return element !== undefined && (kind === 'box' || (!isOffset(element) && !isPoints(element)))
  })
  return others.length > 0 ? { more: others } : {}
}

function sourceIn(geometry: Geometry): { readonly source?: string } {
  const source = geometry.get('source')
  return typeof source === 'string' && elementOf(source) ? { source } : {}
}

export function boxGeometry(box: DrawnBox): Map<string, Value> {
  const { x, y, width, height, title, relative, untold, more, source } = box
  const geometry = new Map<string, Value>([
    ['x', x],
    ['y', y],
    ['width', width],
    ['height', height],
  ])
  if (title !== undefined) geometry.set('title', title)
  if (relative) geometry.set('relative', [...relative])
  if (untold) geometry.set('untold', true)
  if (more) geometry.set('more', [...more])
  if (source !== undefined) geometry.set('source', source)
  return geometry
}

const isPair = (value: unknown): value is Pair =>
  Array.isArray(value) && value.length === 2 && value.every(isCoordinate)

/** The line of an edge as a person drew it. */
export interface DrawnLine {
  readonly points: readonly Pair[]
  readonly label?: Pair
  readonly offset?: Pair
  readonly exit?: StyleMap
  readonly entry?: StyleMap
  readonly size?: Pair
  readonly more?: readonly string[]
  /** The element as its file has it, where it says more than that. */
  readonly source?: string
}

const PAIRS = ['label', 'offset', 'size'] as const
const PINS = ['exit', 'entry'] as const

const PIN_PARTS = ['X', 'Y', 'Dx', 'Dy', 'Perimeter']
/** What a style says of fixed ends, in the order in which it is written. */
export const PIN_KEYS = PINS.flatMap(end => PIN_PARTS.map(part => end + part))

/** Splits what a style says of fixed ends from the rest. */
export function pinsOf(style: StyleMap, end: 'exit' | 'entry'): StyleMap {
  const pins = new Map<string, string | null>()
  for (const key of PIN_PARTS) {
    const value = numberOf(style.get(end + key))
    if (value !== undefined) pins.set(end + key, String(value))
  }
  return pins
}

export function lineGeometry(line: DrawnLine): Map<string, Value> {
  const geometry = new Map<string, Value>()
  if (line.points.length > 0)
    geometry.set(
      'points',
      line.points.map(point => [...point]),
    )
  for (const key of PAIRS) if (line[key]) geometry.set(key, [...line[key]])
  for (const key of PINS) if (line[key] && line[key].size > 0) geometry.set(key, formatStyle(line[key]))
  if (line.more) geometry.set('more', [...line.more])
  if (line.source !== undefined) geometry.set('source', line.source)
  return geometry
}

export function drawnLine(edge: InFile): DrawnLine | undefined {
  const geometry = geometryOf(edge)
  if (!geometry) return undefined
  const points = geometry.get('points')
  const line: { -readonly [K in keyof DrawnLine]: DrawnLine[K] } = {
    points: Array.isArray(points) ? points.filter(isPair) : [],
    ...moreIn(geometry, 'line'),
    ...sourceIn(geometry),
  }
  for (const key of PAIRS) {
    const value = geometry.get(key)
    if (isPair(value)) line[key] = value
  }
  for (const key of PINS) {
    const value = geometry.get(key)
    if (typeof value === 'string') line[key] = pinsOf(parseStyle(value), key)
  }
  return line
}

const SIDES: ReadonlyMap<string, Side> = new Map([
  ['0 0', 'top-left'],
  ['1 0', 'top-right'],
  ['0 1', 'bottom-left'],
  ['1 1', 'bottom-right'],
])

/** An end nearer to the middle than this is fastened to no side. */
const CENTRAL = 0.25

/** The side of a node that a fixed end lies on, or inside of which it lies; none in the middle. */
export function sideOfPins(pins: StyleMap, end: 'exit' | 'entry'): Side | undefined {
  const [x, y] = [numberOf(pins.get(`${end}X`)), numberOf(pins.get(`${end}Y`))]
  if (x === undefined || y === undefined) return undefined
  const corner = SIDES.get(`${x} ${y}`)
  if (corner) return corner
  const [right, down] = [Math.abs(x - 0.5), Math.abs(y - 0.5)]
  if (Math.max(right, down) < CENTRAL || right === down) return undefined
  if (right > down) return x < 0.5 ? 'left' : 'right'
  return y < 0.5 ? 'top' : 'bottom'
}

function pins(end: 'exit' | 'entry', x: number, y: number): StyleMap {
  return new Map([
    [`${end}X`, String(x)],
    [`${end}Y`, String(y)],
    [`${end}Dx`, '0'],
    [`${end}Dy`, '0'],
  ])
}

/** Where an end on a side is fastened: in the middle, or at the point of the box that the layout chose, as shares. */
// A point on a slanted or curved side is exact: projecting it onto the outline again would move it a little.
export function pinsForSide(
  side: Side,
  end: 'exit' | 'entry',
  at?: { readonly x: number; readonly y: number },
): StyleMap {
  if (at) {
    const share = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1e5) / 1e5
    const [x, y] = [share(at.x), share(at.y)]
    const inside = x > 0 && x < 1 && y > 0 && y < 1
    const chosen = inside ? new Map([...pins(end, x, y), [`${end}Perimeter`, '0']]) : pins(end, x, y)
    if (sideOfPins(chosen, end) === side) return chosen
  }
  const x = side.includes('left') ? 0 : side.includes('right') ? 1 : 0.5
  const y = side.includes('top') ? 0 : side.includes('bottom') ? 1 : 0.5
  return pins(end, x, y)
}

/**
 * A number for all the geometry of a page (FNV-1a over its cells, sorted), written beside a layout of ours: as
 * long as it fits, nobody has moved anything.
 */
export function geometryFingerprint(cells: Iterable<string>): string {
  let hash = 0x811c9dc5
  for (const line of [...cells].sort()) {
    for (let i = 0; i < line.length; i++) {
      hash ^= line.charCodeAt(i)
      hash = Math.imul(hash, 0x01000193)
    }
    hash = Math.imul(hash ^ 0x0a, 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/** Whether every node and group of a graph stands where somebody put it. */
export function isDrawn({ nodes, groups }: Graph): boolean {
  if (nodes.size + groups.size === 0) return false
  for (const element of [...nodes.values(), ...groups.values()]) if (!drawnBox(element)) return false
  return true
}
