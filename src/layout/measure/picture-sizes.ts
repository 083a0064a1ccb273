/** How large the source of a graph says that the pictures of its nodes are. */
import type { Extras, Graph, Node } from '../../ir/model.js'
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
 * `fixedsize`, else the least one (https://graphviz.org/docs/attrs/fixedsize/).
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

/** Whether a value of a node's extras is a part of the size that its picture gets. */
export function isPictureSize({ image, extras }: Node, format: string, key: string): boolean {
  return image !== undefined && format === 'dot' && SIZES.has(key) && sizeIn(extras) !== undefined
}

const SIZES: ReadonlySet<string> = new Set(['width', 'height', 'fixedsize'])

function sizeIn(extras: Extras | undefined): readonly [number, number] | undefined {
  const own = extras?.get('dot')
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
