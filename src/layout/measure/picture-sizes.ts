/** How large the source of a graph says that the pictures of its nodes are. */
import type { Extras, Graph, Node, Value } from '../../ir/model.js'
import { ICONS_OF, iconOf } from './icons.js'
import type { Size } from './size.js'

/** Graphviz measures nodes in inches of 72 points, and draw.io's pixels are as large as points. */
const POINTS = 72
/** What no page has room for, or no one could see, is no size. */
const [LEAST, MOST] = [8, 4000]
/** As large as a picture is drawn whose source gives no size. */
export const USUAL_PICTURE = 96

/** Under this name a node holds its size for the layout alone; nothing writes it. */
const LAYOUT = 'layout'

/**
 * The graph with the sizes that its source gives to nodes with pictures: DOT's `width` and `height`, the whole size with
 * `fixedsize`, else the least one (https://graphviz.org/docs/attrs/fixedsize/); Mermaid's `w` and `h`, in pixels
 * (https://mermaid.js.org/syntax/flowchart.html#image-shape).
 * @param source the graph before what its target cannot hold was left out of it
 */
export function withPictureSizes(graph: Graph, source: Graph): Graph {
  const nodes = new Map(graph.nodes)
  for (const [id, node] of nodes) {
    const size = node.image === undefined ? undefined : sizeIn(source.nodes.get(id)?.extras)
    if (size) nodes.set(id, ofSize(node, { width: size[0], height: size[1] }))
  }
  return { ...graph, nodes }
}

/** A node with a picture that has this size. */
export const ofSize = (node: Node, { width, height }: Size): Node => ({
  ...node,
  extras: new Map([...node.extras, [LAYOUT, new Map([['size', [width, height]]])]]),
})

/** What Mermaid says of a picture that is drawn so in any case: it keeps its proportions, and the label stands below it. */
const ALWAYS: ReadonlyMap<string, Value> = new Map([
  ['constraint', 'on'],
  ['pos', 'b'],
])

/** Whether a value of a node's extras is a part of how its picture is drawn: of its size, or what is so in any case. */
export function isPictureSize(node: Node, format: string, key: string): boolean {
  const { image, extras } = node
  // An icon's label stands below it in any case, too.
  if (key === 'pos' && iconOf(node) && format === ICONS_OF) return extras.get(format)?.get(key) === 'b'
  if (image === undefined) return false
  const [said, own] = [SAID.get(format), extras.get(format)]
  if (said?.always.has(key)) return own?.get(key) === said.always.get(key)
  return said?.keys.has(key) === true && said.size(own) !== undefined
}

type Own = ReadonlyMap<string, Value> | undefined
type Lengths = readonly [width: number, height: number]

interface Said {
  readonly keys: ReadonlySet<string>
  readonly size: (own: Own) => Lengths | undefined
  /** What is so in any case, where these are the values. */
  readonly always: ReadonlyMap<string, Value>
}

/** By format: where a node says the size of its picture. */
const SAID: ReadonlyMap<string, Said> = new Map([
  ['dot', { keys: new Set(['width', 'height', 'fixedsize']), size: sizeInDot, always: new Map() }],
  ['mermaid', { keys: new Set(['w', 'h']), size: sizeInMermaid, always: ALWAYS }],
])

function sizeIn(extras: Extras | undefined): Lengths | undefined {
  for (const [format, { size }] of SAID) {
    const found = size(extras?.get(format))
    if (found) return found
  }
  return undefined
}

/** Where only one length is given, the picture has to fit there: what the other is, only the picture knows. */
function sizeInMermaid(own: Own): Lengths | undefined {
  const [width, height] = [pixelsOf(own?.get('w')), pixelsOf(own?.get('h'))]
  const one = width ?? height
  return one === undefined ? undefined : [width ?? one, height ?? one]
}

function pixelsOf(value: unknown): number | undefined {
  const pixels = Math.round(Number(value))
  return pixels >= LEAST && pixels <= MOST ? pixels : undefined
}

function sizeInDot(own: Own): Lengths | undefined {
  if (!own) return undefined
  const [width, height] = [pointsOf(own.get('width')), pointsOf(own.get('height'))]
  if (width === undefined && height === undefined) return undefined
  const fixed = /^(?:true|yes|shape|[1-9]\d*)$/i.test(String(own.get('fixedsize') ?? ''))
  // Graphviz's own sizes of a node, where only one of the two is given.
  if (fixed) return [width ?? 0.75 * POINTS, height ?? 0.5 * POINTS]
  return [Math.max(width ?? 0, USUAL_PICTURE), Math.max(height ?? 0, USUAL_PICTURE)]
}

function pointsOf(value: unknown): number | undefined {
  const points = Math.round(Number.parseFloat(String(value)) * POINTS)
  return points >= LEAST && points <= MOST ? points : undefined
}

/** The size that `withPictureSizes` has given a node. */
export function pictureSize({ extras }: Node): Size | undefined {
  const size = extras.get(LAYOUT)?.get('size')
  if (!Array.isArray(size)) return undefined
  const [width, height] = size as readonly unknown[]
  return typeof width === 'number' && typeof height === 'number' ? { width, height } : undefined
}
