/** The title of a graph as a text above the drawing, as its own renderers show it: a page's name alone is easily overlooked. */
import type { Graph } from '../../../src/ir/model.js'
import type { Box, GroupBox, Layout, Point, Route } from '../../../src/layout/boxes.js'
import { measure } from '../../../src/layout/measure/text.js'
import type { DrawnBox } from '../document/box.js'
import type { Cell } from '../document/cell.js'
import { decodeLabel, htmlOfText } from '../document/html.js'
import { cellOfText } from '../words/cell-of.js'
import { isHtml } from '../words/cell-parts.js'
import { drawnBox } from '../words/geometry.js'
import { inFile } from '../words/in-file.js'
import { titleStyle } from '../words/page-title.js'

const FONT = 16
/** Bold letters are wider than those that are measured. */
const BOLD = 1.08
/** A title makes a page wider up to this; a longer one takes more lines. */
const WRAP = 360
/** Between the title and what is drawn, and from the top of the page. */
const GAP = 14
const MARGIN = 20

export interface TitlePlace {
  readonly id: string
  readonly box: DrawnBox
}

interface Extent {
  readonly left: number
  readonly top: number
  readonly right: number
}

/** The box of a title above a layout, and the layout with room for it. */
export function withTitleRoom(
  graph: Graph,
  layout: Layout,
): { readonly layout: Layout; readonly box: Box | undefined } {
  const { title } = graph
  if (!title || layout.pool?.title) return { layout, box: undefined }
  const { left, top, right } = extentOf(layout)
  const text = measure(title, Math.max(right - left, WRAP) / BOLD, graph.style.fontSize ?? FONT)
  const [width, height] = [Math.ceil(text.width * BOLD) + 12, Math.ceil(text.height) + 6]
  // What somebody placed stays where it is, and the title goes above it.
  const isFree = ![...graph.nodes.values(), ...graph.groups.values()].some(element => drawnBox(element))
  const down = isFree ? Math.max(0, Math.ceil(MARGIN + height + GAP - top)) : 0
  return {
    layout: withRoom(layout, down, Math.floor(left) + width + MARGIN),
    box: { x: Math.floor(left), y: Math.floor(top) + down - GAP - height, width, height },
  }
}

/** Where a layout begins, of what may stand at its upper and left side. */
function extentOf({ nodes, groups, pool, loops, routes }: Layout): Extent {
  let [left, top, right] = [Infinity, Infinity, 0]
  const take = (x: number, y: number, width = 0): void => {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + width)
  }
  for (const { x, y, width } of [...nodes.values(), ...groups.values(), ...(pool ? [pool] : []), ...loops])
    take(x, y, width)
  for (const { bends, path = [] } of routes) for (const { x, y } of [...bends, ...path]) take(x, y)
  return Number.isFinite(left) ? { left, top, right } : { left: MARGIN, top: MARGIN, right: MARGIN }
}

/** A layout moved down, and as wide as the title needs it. */
function withRoom(layout: Layout, by: number, width: number): Layout {
  const point = <P extends Point>(at: P): P => ({ ...at, y: at.y + by })
  const table = <B extends Box>(boxes: ReadonlyMap<string, B>): Map<string, B> =>
    new Map(Array.from(boxes, ([id, box]) => [id, point(box)]))
  const route = ({ bends, path, ...rest }: Route): Route => ({
    ...Object.fromEntries(Object.entries(rest).map(([name, at]) => [name, point(at as Point)])),
    bends: bends.map(point),
    ...(path && { path: path.map(point) }),
  })
  return {
    ...layout,
    width: Math.max(layout.width, width),
    height: layout.height + by,
    nodes: table(layout.nodes),
    groups: table<GroupBox>(layout.groups),
    ...(layout.pool && { pool: point(layout.pool) }),
    routes: layout.routes.map(route),
    loops: layout.loops.map(({ titleBox, ...frame }) => ({
      ...point(frame),
      ...(titleBox && { titleBox: point(titleBox) }),
    })),
  }
}

/** The cell of a title. Words and looks that a person gave it stay, as long as they say the title. */
export function titleCell(graph: Graph, { id, box }: TitlePlace, layer: string): Cell {
  const title = graph.title ?? ''
  const drawn = cellOfText(inFile(graph)?.get('titleLook'), layer)
  const says = drawn && decodeLabel(drawn.label, isHtml(drawn.style)).text === title
  return {
    id,
    label: drawn && says ? drawn.label : htmlOfText(title),
    style: drawn?.style ?? titleStyle(graph),
    parent: layer,
    attributes: [['diaglot-kind', 'title']],
    cellAttributes: [['vertex', '1']],
    geometry: {
      attributes: [
        ['x', String(box.x)],
        ['y', String(box.y)],
        ['width', String(box.width)],
        ['height', String(box.height)],
      ],
      points: [],
    },
  }
}
