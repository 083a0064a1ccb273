/** The frames of loops as cells. */
import type { FrameBox } from '../../../src/layout/boxes.js'
import { type Cell, numberText } from '../document/cell.js'
import { numberOf, parseStyle } from '../document/style.js'
import { formatCellData } from '../words/cell-data.js'
import { styleIn } from '../words/cell-parts.js'
import { encodeLoopLabel } from '../words/labels.js'
import { boxGeometry } from './element-cells.js'
import type { Page } from './page.js'

const LOOP_STYLE = parseStyle(
  'rounded=1;absoluteArcSize=1;arcSize=12;dashed=1;dashPattern=6 4;fillColor=none;strokeColor=#9673A6;fontColor=#6C4A80;fontSize=11;align=left;verticalAlign=top;spacingLeft=8;spacingTop=0;whiteSpace=wrap;html=1;pointerEvents=0;connectable=0;',
)

/** Where the title of a loop's frame stands, where it is not at the upper left. */
function loopStyle({ width, titleAt = 0, titleBelow, titleWidth }: FrameBox): Map<string, string | null> {
  const style = new Map(LOOP_STYLE)
  const left = (numberOf(style.get('spacingLeft')) ?? 0) + titleAt
  style.set('spacingLeft', numberText(left))
  if (titleBelow) style.set('verticalAlign', 'bottom')
  if (titleWidth !== undefined)
    style.set('spacingRight', numberText(Math.max(0, width - left - titleWidth - 5)))
  return style
}

/** The frame of a loop. It takes no clicks from what it surrounds. */
export function loopCell(page: Page, i: number): Cell {
  const loop = page.graph.loops[i]!
  const box = frameOf(page, i)
  const parent = page.loopParents[i]!
  const style = loopStyle(box)
  const order = page.loopOrders ? page.loopOrders[i] : mixed(page) ? String(i + 1) : undefined
  if (stacksCells(page, parent)) style.set('movable', '0')
  const cellData = new Map<string, unknown>([['nodes', loop.nodes]])
  if (loop.group !== undefined) cellData.set('group', loop.group)
  return {
    id: page.loopIds[i]!,
    label: encodeLoopLabel(loop.condition),
    style,
    parent,
    attributes: [
      ['diaglot-kind', 'loop'],
      ...(order === undefined ? [] : [['diaglot-order', order] as const]),
      ['diaglot', formatCellData(cellData)],
    ],
    cellAttributes: [['vertex', '1']],
    geometry: boxGeometry(page, box, parent),
  }
}

/** Whether a reader, who walks over the tree of cells, may meet frames in another order than that of the loops. */
const mixed = (page: Page): boolean =>
  new Set(page.loopParents.map((parent, i) => JSON.stringify([parent, liesBehind(page, i)]))).size > 1

const frameOf = ({ layout }: Page, i: number): FrameBox =>
  layout.loops[i] ?? { x: 0, y: 0, width: 120, height: 40 }

/**
 * Whether draw.io puts the cells in another one below or beside each other, as the lanes in a pool: it would take a frame for one
 * of them, if somebody could move it by itself.
 */
function stacksCells({ pool, groupIds, graph }: Page, parent: string): boolean {
  if (parent === pool?.id) return true
  for (const group of graph.groups.values())
    if (groupIds.get(group.id) === parent) return parseStyle(styleIn(group) ?? '').has('childLayout')
  return false
}

/**
 * Whether a frame stands before everything else in its parent, so that it lies behind that; one around nodes in several groups would
 * be hidden by these where they are filled, and lies over them.
 */
export function liesBehind({ graph, nodeIds, parents, loopParents, theme }: Page, i: number): boolean {
  const isInOne = graph.loops[i]!.nodes.every(id => {
    const cell = nodeIds.get(id)
    return cell === undefined || parents.get(cell) === loopParents[i]
  })
  return isInOne || (!theme && ![...graph.groups.values()].some(({ style }) => isPainted(style.fill)))
}

const isPainted = (fill: string | undefined): boolean => fill !== undefined && fill !== 'none'
