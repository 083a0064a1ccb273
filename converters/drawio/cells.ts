/** The cells of a page: nodes, groups, the pool, loops and edges. */
import type { Group, Node } from '../../src/ir/model.js'
import type { FrameBox } from '../../src/layout/boxes.js'
import { groupKind, isLane, nodeKind } from './aspects.js'
import { type Cell, cellLines, type GeometryXml, numberText } from './cell.js'
import { geometryLine, isHtml, sameText, shownAttributes, styleFor, visibility } from './cell-parts.js'
import { edgeCells } from './edge-cells.js'
import { type DrawnBox, drawnBox } from './geometry.js'
import { fieldsHint, formatHints, textHint } from './hints.js'
import { decodeLabel, encodeLabel, htmlOfText } from './html.js'
import type { KeptCell } from './kept.js'
import { decodeTaskLabel, encodeLoopLabel, encodeNodeLabel } from './labels.js'
import { hintsFor } from './looks.js'
import { attributeName } from './names.js'
import { childrenOf, LAYER, originOf, type Page } from './page.js'
import { numberOf, parseStyle, type StyleMap } from './style.js'
import { groupValues, nodeValues, unseenHints } from './values.js'
import { cleanXml } from './xml.js'

/** A box inside its parent, as `x`, `y`, `width`, `height`. */
function boxGeometry(page: Page, box: DrawnBox, parent: string): GeometryXml {
  const origin = originOf(page, parent)
  return {
    attributes: [
      ['x', numberText(box.x - origin.x)],
      ['y', numberText(box.y - origin.y)],
      ['width', numberText(box.width)],
      ['height', numberText(box.height)],
    ],
    points: [],
  }
}

function nodeCell(page: Page, node: Node): Cell {
  const id = page.nodeIds.get(node.id)!
  const values = nodeValues(node)
  const style = styleFor(nodeKind, node.extras, values)
  const html = isHtml(style)
  const label = encodeNodeLabel(node, html)
  const hints = new Map<string, unknown>([...hintsFor(nodeKind, style, values), ...unseenHints(node)])
  hints.delete('shape')
  const shown = decodeTaskLabel(label)?.label ?? decodeLabel(label, html)
  if (!sameText(shown, node.label)) hints.set('label', textHint(node.label))
  if (node.fields?.length) hints.set('fields', fieldsHint(node.fields))
  if (!page.drawn && drawnBox(node.extras)) hints.set('placed', true)
  const parent = page.parents.get(id)!
  return {
    id,
    label,
    style,
    parent,
    attributes: [
      ...shownAttributes(style),
      ...[...node.properties].map(([name, value]) => [attributeName(name), value] as const),
      ['diaglot-kind', 'node'],
      ...(id === node.id ? [] : [['diaglot-id', node.id] as const]),
      ['diaglot-shape', node.shape],
      ...(page.mermaid ? [['mermaidId', cleanXml(node.id)] as const] : []),
      ...(hints.size > 0 ? [['diaglot', formatHints(hints)] as const] : []),
    ],
    own: [...visibility(style), ['vertex', '1']],
    geometry: boxGeometry(page, page.boxes.get(id)!, parent),
  }
}

function groupCell(page: Page, group: Group): Cell {
  const id = page.groupIds.get(group.id)!
  const values = groupValues(group, page.rows === true && group.kind === 'lane')
  const style = new Map(styleFor(groupKind, group.extras, values))
  const box = page.boxes.get(id)!
  const hints = new Map<string, unknown>([...hintsFor(groupKind, style, values), ...unseenHints(group)])
  const title = drawnBox(group.extras)?.title
  if (group.kind === 'lane' && isLane(style)) style.set('startSize', numberText(box.title ?? 30))
  else if (title !== undefined) style.set('startSize', numberText(title))
  const indent = numberOf(style.get('spacingLeft'))
  if (box.titleAt && indent !== undefined && style.get('align') === 'left') {
    style.set('spacingLeft', numberText(indent + box.titleAt))
    hints.set('titleAt', box.titleAt)
  }
  const html = isHtml(style)
  const label = encodeLabel(group.label, html)
  if (!sameText(decodeLabel(label, html), group.label)) hints.set('label', textHint(group.label))
  if (group.direction) hints.set('direction', group.direction)
  if (!page.drawn && drawnBox(group.extras)) hints.set('placed', true)
  const parent = page.parents.get(id)!
  return {
    id,
    label,
    style,
    parent,
    attributes: [
      ...shownAttributes(style),
      ['diaglot-kind', group.kind],
      ...(id === group.id ? [] : [['diaglot-id', group.id] as const]),
      ...(hints.size > 0 ? [['diaglot', formatHints(hints)] as const] : []),
    ],
    own: [...visibility(style), ['vertex', '1']],
    geometry: boxGeometry(page, box, parent),
  }
}

const POOL_STYLE =
  'swimlane;childLayout=stackLayout;resizeParent=1;resizeParentMax=0;startSize=0;whiteSpace=wrap;html=1;collapsible=0;'

function poolCell(page: Page, { id, box }: { id: string; box: DrawnBox }): Cell {
  const style = new Map(parseStyle(POOL_STYLE))
  if (page.rows) {
    style.set('horizontal', '0')
    style.set('horizontalStack', '0')
  }
  style.set('startSize', numberText(box.title ?? 0))
  return {
    id,
    label: htmlOfText(page.graph.title ?? ''),
    style,
    parent: LAYER,
    attributes: [['diaglot-kind', 'pool']],
    own: [['vertex', '1']],
    geometry: boxGeometry(page, box, LAYER),
  }
}

const LOOP_STYLE = parseStyle(
  'rounded=1;absoluteArcSize=1;arcSize=12;dashed=1;dashPattern=6 4;fillColor=none;strokeColor=#9673A6;fontColor=#6C4A80;fontSize=11;align=left;verticalAlign=top;spacingLeft=8;spacingTop=0;whiteSpace=wrap;html=1;pointerEvents=0;connectable=0;',
)

/** Where the title of a loop's frame stands, where it is not at the upper left. */
function loopStyle({ width, titleAt = 0, titleBelow, titleWidth }: FrameBox): StyleMap {
  const style = new Map(LOOP_STYLE)
  const left = (numberOf(style.get('spacingLeft')) ?? 0) + titleAt
  style.set('spacingLeft', numberText(left))
  if (titleBelow) style.set('verticalAlign', 'bottom')
  if (titleWidth !== undefined)
    style.set('spacingRight', numberText(Math.max(0, width - left - titleWidth - 5)))
  return style
}

/** The frame of a loop. It lies behind everything, so that it takes no clicks from what it surrounds. */
function loopCell(page: Page, i: number): Cell {
  const loop = page.graph.loops[i]!
  const box = page.layout.loops[i] ?? { x: 0, y: 0, width: 120, height: 40 }
  const hints = new Map<string, unknown>([['nodes', loop.nodes]])
  if (loop.group !== undefined) hints.set('group', loop.group)
  return {
    id: page.loopIds[i]!,
    label: encodeLoopLabel(loop.condition),
    style: loopStyle(box),
    parent: LAYER,
    attributes: [
      ['diaglot-kind', 'loop'],
      ['diaglot', formatHints(hints)],
    ],
    own: [['vertex', '1']],
    geometry: boxGeometry(page, box, LAYER),
  }
}

/** The lines of all cells of a page, in tree order, and what its mark counts. */
export function pageCells(page: Page): { readonly lines: string[]; readonly geometry: string[] } {
  const lines: string[] = []
  const geometry: string[] = []
  for (const item of cellsInOrder(page)) {
    if ('text' in item) lines.push(item.text)
    else {
      lines.push(...cellLines(item))
      geometry.push(geometryLine(item.id, item.style, item.geometry))
    }
  }
  return { lines, geometry }
}

/** The cells of a page in tree order, those that stay as they are as their text. Depth takes no recursion. */
export function cellsInOrder(page: Page, numbered = false): (Cell | KeptCell)[] {
  const children = childrenOf(page)
  const inFile: number[] = []
  const order: (Cell | KeptCell | { readonly edge: number })[] = []
  for (const i of page.loopIds.keys()) order.push(loopCell(page, i))
  const waiting: (() => void)[] = []
  const visit = (id: string): void => {
    const { groups, nodes, edges, kept } = children(id)
    const tasks: (() => void)[] = [
      ...kept.map(cell => () => {
        order.push(cell)
        visit(cell.id)
      }),
      ...(id === LAYER && page.pool
        ? [
            () => {
              order.push(poolCell(page, page.pool!))
              visit(page.pool!.id)
            },
          ]
        : []),
      ...groups.map(group => () => {
        order.push(groupCell(page, group))
        visit(page.groupIds.get(group.id)!)
      }),
      ...nodes.map(node => () => {
        order.push(nodeCell(page, node))
        visit(page.nodeIds.get(node.id)!)
      }),
      ...edges.map(i => () => {
        inFile.push(i)
        order.push({ edge: i })
        visit(page.edgeIds[i]!)
      }),
    ]
    for (let i = tasks.length - 1; i >= 0; i--) waiting.push(tasks[i]!)
  }
  const run = (id: string): void => {
    visit(id)
    for (let task = waiting.pop(); task; task = waiting.pop()) task()
  }
  run('0')
  run(LAYER)
  const withOrder = numbered || !inFile.every((edge, i) => edge === i)
  return order.flatMap(item => ('edge' in item ? edgeCells(page, item.edge, withOrder) : [item]))
}
