/** A lowered graph with its boxes as an SVG picture. */
import type { Marks } from '../diff/mark.js'
import type { Graph } from '../ir/model.js'
import type { Box, Layout, Point } from '../layout/boxes.js'
import { flowsAcross } from '../layout/lanes/lanes.js'
import { withIconSigns } from '../layout/measure/icon-signs.js'
import type { Size } from '../layout/measure/size.js'
import { measure } from '../layout/measure/text.js'
import type { Theme } from '../theme/theme.js'
import { isColor } from './css.js'
import { EDGE_FONT, EDGE_WIDTH, edgeLabels, wayOf } from './edges.js'
import { type Attributes, element, textElement } from './element.js'
import { extentOf } from './extent.js'
import { figureElement, rect } from './figures.js'
import { groupElements, groupsByDepth, LOOP_FONT, loopElement, poolElement } from './groups.js'
import { BOLD, label } from './labels.js'
import { hasDark, schemeOn } from './looks.js'
import { LEGEND, legendElement, markElements, markedEdge } from './marks.js'
import { nodeElement } from './nodes.js'
import {
  darkRules,
  painter as newPainter,
  type Painter,
  type Role,
  roleAttributes,
  type Scheme,
} from './paint.js'
import { describe } from './words.js'

export interface PictureOptions {
  readonly theme: Theme
  /** `auto` (where left out): light, and dark where the reader or the page asks for it. */
  readonly scheme?: Scheme
  /** What is marked as added, removed or changed; a legend says what the marks mean. */
  readonly marks?: Marks | undefined
  /** What the ids in the picture begin with, if not with something made of the picture itself. */
  readonly idPrefix?: string
}

/** Whose widths boxes are measured with; the other names have the same. */
const FONT = "Helvetica, Arial, 'Liberation Sans', sans-serif"
const FONT_SIZE = 12
const NODE_WIDTH = 1.2
const TITLE_FONT = 14
/** The title makes a picture wider up to this; a longer one takes more lines. */
const TITLE_WRAP = 480
const TITLE_BELOW = 10
/** Between the drawing and the edge of the picture. */
const MARGIN = 20

/**
 * An SVG document. It holds no script, nothing that is loaded from elsewhere and no `style` attribute; what a stranger wrote stands in
 * it as text, as a checked colour, font or address, or not at all. The same graph and layout give the same bytes.
 */
export function picture(
  said: Graph,
  layout: Layout,
  { theme, scheme: wanted = 'auto', idPrefix, marks }: PictureOptions,
): string {
  const graph = withIconSigns(said)
  const scheme = schemeOn(graph, theme, wanted)
  const painter = newPainter(theme, scheme)
  const ways = graph.edges.map((edge, i) => wayOf(graph, layout, edge, layout.routes[i]))
  const title = layout.pool?.title ? '' : (graph.title ?? '')
  const drawn = extentOf(graph, layout, ways)
  const room = titleRoom(title, drawn)
  const legend = marks ? LEGEND : { width: 0, height: 0 }
  const box = withMargin({
    ...drawn,
    y: drawn.y - room.height,
    width: Math.max(room.width, legend.width),
    height: drawn.height + room.height + legend.height,
  })
  const content = layers({ graph, layout, ways, painter, box, title, marks })
  const id = idPrefix ?? `dg${hashOf(content)}`
  const rules = scheme === 'auto' && hasDark(graph, theme.dark) ? darkRules(painter, id) : ''
  const head = [
    textElement('title', [['id', `${id}-title`]], graph.title || 'Diagram'),
    textElement('desc', [['id', `${id}-desc`]], describe(graph)),
    ...(rules === '' ? [] : [element('style', [], rules)]),
  ]
  return `${element('svg', rootAttributes(id, box, content), `\n${head.join('\n')}\n${content}\n`)}\n`
}

/** How wide a drawing is with its title above it, and how high that is. */
function titleRoom(title: string, { width }: Box): Size {
  const most = Math.max(width, TITLE_WRAP) / BOLD
  const own = measure(title, most, TITLE_FONT)
  return { width: Math.max(width, own.width * BOLD), height: own.height === 0 ? 0 : own.height + TITLE_BELOW }
}

function withMargin({ x, y, width, height }: Box): Box {
  const [left, top] = [Math.floor(x) - MARGIN, Math.floor(y) - MARGIN]
  return {
    x: left,
    y: top,
    width: Math.ceil(x + width) + MARGIN - left,
    height: Math.ceil(y + height) + MARGIN - top,
  }
}

function rootAttributes(id: string, { x, y, width, height }: Box, content: string): Attributes {
  return [
    ['xmlns', 'http://www.w3.org/2000/svg'],
    ['id', id],
    ['width', width],
    ['height', height],
    ['viewBox', `${x} ${y} ${width} ${height}`],
    // To whoever cannot see it, nothing is in an image, so that links would be lost there.
    ['role', content.includes('<a href=') ? 'group' : 'img'],
    ['aria-labelledby', `${id}-title`],
    ['aria-describedby', `${id}-desc`],
    ['font-family', FONT],
    ['font-size', FONT_SIZE],
  ]
}

interface Picture {
  readonly graph: Graph
  readonly layout: Layout
  readonly ways: readonly (readonly Point[])[]
  readonly painter: Painter
  readonly box: Box
  readonly title: string
  readonly marks: Marks | undefined
}

/** From the back to the front. */
function layers({ graph, layout, ways, painter, box, title, marks }: Picture): string {
  const across = flowsAcross(graph)
  const layer = (role: Role, drawn: readonly string[], more: Attributes = []): string => {
    const content = drawn.filter(part => part !== '').join('\n')
    return content === '' ? '' : element('g', [...roleAttributes(painter, role), ...more], `\n${content}\n`)
  }
  const loops = graph.loops.map(({ condition }, i) =>
    layout.loops[i] ? loopElement(condition, layout.loops[i]) : '',
  )
  const edges = graph.edges.map((edge, i) => markedEdge(edge, ways[i]!, marks?.edges.get(i), painter))
  const grounds = groundsOf(graph)
  const nodes = [...graph.nodes.values()].map(node => {
    const place = layout.nodes.get(node.id)
    return place
      ? nodeElement(
          node,
          place,
          {
            across,
            behind: grounds.get(node.group),
            fields: layout.fields?.get(node.id),
            place: layout.labels?.get(node.id),
          },
          painter,
        )
      : ''
  })
  const labels = graph.edges.map((edge, i) => edgeLabels(edge, ways[i]!, layout.routes[i], painter))
  return [
    page(graph, box, painter),
    layer('title', [titleText(title, box)]),
    poolElement(graph, layout, painter),
    groupElements(graph, layout, painter),
    layer('loop', loops, [
      ['stroke-dasharray', '6 4'],
      ['font-size', LOOP_FONT],
    ]),
    layer('edge', edges, [['stroke-width', EDGE_WIDTH]]),
    layer('node', nodes, [['stroke-width', NODE_WIDTH]]),
    layer('label', labels, [['font-size', EDGE_FONT]]),
    ...(marks
      ? [markElements(marks, layout, ways, painter), legendElement(marks, box, MARGIN, painter)]
      : []),
  ]
    .filter(part => part !== '')
    .join('\n')
}

/** By group: the colour that it has, or the innermost painted one around it, or the page. Of no group: the page. */
function groundsOf(graph: Graph): Map<string | undefined, string | undefined> {
  const painted = (fill: string | undefined) =>
    fill !== undefined && fill !== 'none' && isColor(fill) ? fill : undefined
  const grounds = new Map([[undefined as string | undefined, painted(graph.style.fill)]])
  for (const [{ id, parent, style }] of groupsByDepth(graph))
    grounds.set(id, painted(style.fill) ?? grounds.get(parent))
  return grounds
}

function page({ style }: Graph, { x, y, width, height }: Box, painter: Painter): string {
  const own: Attributes =
    style.fill !== undefined && isColor(style.fill) ? [['fill', style.fill]] : roleAttributes(painter, 'page')
  return figureElement(rect(x, y, width, height), own)
}

function titleText(title: string, { x, y, width }: Box): string {
  const area = { x: x + MARGIN, y: y + MARGIN, width: width - 2 * MARGIN + 2, height: 0 }
  const attributes: Attributes = [
    ['font-size', TITLE_FONT],
    ['font-weight', 'bold'],
  ]
  return label({ text: title }, area, {
    fontSize: TITLE_FONT,
    bold: true,
    align: 'left',
    valign: 'top',
    filled: true,
    attributes,
  })
}

/** A short name made of a text (FNV-1a), so that two pictures in one page have ids of their own. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(36)
}
