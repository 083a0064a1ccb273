/** The cells of a page: nodes, groups, the pool, loops and edges. */
import type { End, Extras, Group, Node, Text, Value } from '../../src/ir/model.js'
import type { Point } from '../../src/layout/boxes.js'
import {
  edgeKind,
  groupKind,
  hintsFor,
  type Kind,
  mergeStyle,
  nodeKind,
  type Values,
  writeAspects,
} from './aspects.js'
import { type Cell, cellLines, type GeometryXml, numberText } from './cell.js'
import { type DrawnBox, drawnBox, drawnLine, pinsForSide, pinsOf, rounded, sideOfPins } from './geometry.js'
import { fieldsHint, formatHints, textHint } from './hints.js'
import { decodeLabel, encodeLabel, htmlOfText } from './html.js'
import { decodeTaskLabel, encodeLoopLabel, encodeNodeLabel } from './labels.js'
import { attributeName } from './names.js'
import { cellOfEnd, childrenOf, edgeParent, LAYER, originOf, type Page, routeOf } from './page.js'
import { formatStyle, parseStyle, type StyleMap } from './style.js'
import { edgeValues, groupValues, nodeValues, unseenHints } from './values.js'

/** The style to write: the one a person drew, as far as it still says what the model says, else our own. */
export function styleFor(kind: Kind, extras: Extras, values: Values): StyleMap {
  const drawn: Value | undefined = extras.get('drawio')?.get('style')
  if (typeof drawn !== 'string') return writeAspects(kind, values)
  const style = new Map(parseStyle(drawn))
  for (const [key, value] of writeAspects(kind, values)) if (key.startsWith('#')) style.set(key, value)
  return mergeStyle(kind, style, values)
}

export const isHtml = (style: StyleMap): boolean => style.get('html') === '1'

const sameText = (a: Text, b: Text): boolean =>
  a.text === b.text && a.rich?.syntax === b.rich?.syntax && a.rich?.source === b.rich?.source

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

/** Attributes of the wrapper that show the `#` aspects. */
function* shownAttributes(style: StyleMap): Generator<readonly [string, string]> {
  for (const key of ['tooltip', 'link', 'linkTarget']) {
    const value = style.get(`#${key}`)
    if (typeof value === 'string') yield [key, value]
  }
}

const visibility = (style: StyleMap): [string, string][] =>
  style.get('#visible') === '0' ? [['visible', '0']] : []

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
  if (group.kind === 'lane' && style.has('swimlane')) style.set('startSize', numberText(box.title ?? 30))
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

/** The frame of a loop. It lies behind everything, so that it takes no clicks from what it surrounds. */
function loopCell(page: Page, i: number): Cell {
  const loop = page.graph.loops[i]!
  const box = page.layout.loops[i] ?? { x: 0, y: 0, width: 120, height: 40 }
  const hints = new Map<string, unknown>([['nodes', loop.nodes]])
  if (loop.group !== undefined) hints.set('group', loop.group)
  return {
    id: page.loopIds[i]!,
    label: encodeLoopLabel(loop.condition),
    style: LOOP_STYLE,
    parent: LAYER,
    attributes: [
      ['diaglot-kind', 'loop'],
      ['diaglot', formatHints(hints)],
    ],
    own: [['vertex', '1']],
    geometry: boxGeometry(page, box, LAYER),
  }
}

/** The style keys that fasten an edge's end: as a person drew them, or on the side that an author wrote. */
function endPins(
  page: Page,
  end: End,
  name: 'exit' | 'entry',
  drawn: StyleMap | undefined,
  port?: Point,
): StyleMap {
  if (drawn && drawn.size > 0 && sideOfPins(drawn, name) === end.side) return drawn
  if (!end.side) return new Map()
  const box = page.boxes.get(cellOfEnd(page, end))
  if (!box || !port || end.side.includes('-')) return pinsForSide(end.side, name)
  return pinsForSide(end.side, name, { x: (port.x - box.x) / box.width, y: (port.y - box.y) / box.height })
}

/** How far along a path a point lies, from -1 at its start to 1 at its end. */
function placeAlong(path: readonly Point[], at: Point): number {
  let total = 0
  let best = { distance: Infinity, along: 0 }
  for (let i = 0; i + 1 < path.length; i++) {
    const [a, b] = [path[i]!, path[i + 1]!]
    const [dx, dy] = [b.x - a.x, b.y - a.y]
    const length = Math.hypot(dx, dy)
    const part =
      length === 0 ? 0 : Math.min(1, Math.max(0, ((at.x - a.x) * dx + (at.y - a.y) * dy) / length ** 2))
    const distance = Math.hypot(a.x + dx * part - at.x, a.y + dy * part - at.y)
    if (distance < best.distance - 0.01) best = { distance, along: total + part * length }
    total += length
  }
  return total === 0 ? 0 : Math.round(((2 * best.along) / total - 1) * 1000) / 1000
}

function edgeCells(page: Page, i: number, order: boolean): Cell[] {
  const edge = page.graph.edges[i]!
  const id = page.edgeIds[i]!
  const values = edgeValues(edge)
  const drawn = drawnLine(edge.extras)
  const route = page.drawn || drawn ? { bends: [] } : routeOf(page.layout, i)
  const path = route.path ?? []
  const style = new Map(styleFor(edgeKind, edge.extras, values))
  const hints = new Map<string, unknown>([...hintsFor(edgeKind, style, values), ...unseenHints(edge)])
  for (const pins of [
    endPins(page, edge.from, 'exit', drawn?.exit, route.start),
    endPins(page, edge.to, 'entry', drawn?.entry, route.end),
  ]) {
    for (const [key, value] of pins) style.set(key, value)
  }
  const html = isHtml(style)
  const label = encodeLabel(edge.label, html)
  if (!sameText(decodeLabel(label, html), edge.label)) hints.set('label', textHint(edge.label))
  const parent = edgeParent(page, edge)
  const origin = originOf(page, parent)
  const labels = endLabels(page, i, drawn, hints)
  for (const [name, value] of [
    ['id', edge.id],
    ['length', edge.length],
    ['fromPort', edge.from.port],
    ['toPort', edge.to.port],
  ] as const) {
    if (value !== undefined) hints.set(name, value)
  }
  if (edge.extras.get('drawio')?.get('id') === id) hints.set('cell', true)
  if (!page.drawn && drawn) hints.set('placed', true)
  const place = drawn?.label ?? (route.label ? ([placeAlong(path, route.label), 0] as const) : undefined)
  const points = drawn?.points ?? route.bends.map(({ x, y }) => [rounded(x), rounded(y)] as const)
  const cell: Cell = {
    id,
    label,
    style,
    parent,
    attributes: [
      ...shownAttributes(style),
      ...(order ? [['diaglot-order', String(i + 1)] as const] : []),
      ...(hints.size > 0 ? [['diaglot', formatHints(hints)] as const] : []),
    ],
    own: [
      ...visibility(style),
      ['edge', '1'],
      ['source', cellOfEnd(page, edge.from)],
      ['target', cellOfEnd(page, edge.to)],
    ],
    geometry: {
      attributes: [
        ...(place
          ? ([
              ['x', numberText(place[0])],
              ['y', numberText(place[1])],
            ] as const)
          : []),
        ['relative', '1'],
      ],
      points: points.map(([x, y]) => [x - origin.x, y - origin.y]),
      ...(drawn?.offset && { offset: drawn.offset }),
    },
  }
  return [cell, ...labels]
}

const END_LABEL_STYLE = parseStyle(
  'edgeLabel;html=1;align=center;verticalAlign=middle;resizable=0;points=[];',
)

/** Labels at the ends of an edge are cells of their own. */
function endLabels(
  page: Page,
  i: number,
  drawn: ReturnType<typeof drawnLine>,
  hints: Map<string, unknown>,
): Cell[] {
  const edge = page.graph.edges[i]!
  const cells: Cell[] = []
  for (const [name, end, place] of [
    ['fromLabel', edge.from, -0.8],
    ['toLabel', edge.to, 0.8],
  ] as const) {
    if (!end.label) continue
    const label = encodeLabel(end.label, true)
    if (!sameText(decodeLabel(label, true), end.label)) hints.set(name, textHint(end.label))
    const [x, y] = drawn?.[name] ?? [place, 0]
    cells.push({
      id: page.newId(`${page.edgeIds[i]}-${name === 'fromLabel' ? 'tail' : 'head'}`, 'label'),
      label,
      style: END_LABEL_STYLE,
      parent: page.edgeIds[i]!,
      attributes: [],
      own: [
        ['vertex', '1'],
        ['connectable', '0'],
      ],
      geometry: {
        attributes: [
          ['x', numberText(x)],
          ['y', numberText(y)],
          ['relative', '1'],
        ],
        points: [],
        offset: [0, 0],
      },
    })
  }
  return cells
}

/** What the mark of a page counts: where a cell stands and how large it is. */
export function geometryLine(
  id: string,
  style: StyleMap,
  { attributes, points, offset }: GeometryXml,
): string {
  const numbers = ['x', 'y', 'width', 'height'].map(key =>
    numberText(Number(attributes.find(([name]) => name === key)?.[1] ?? 0)),
  )
  const flat = [...points.flat(), ...(offset ?? [0, 0])].map(numberText)
  const pins = formatStyle(new Map([...pinsOf(style, 'exit'), ...pinsOf(style, 'entry')]))
  return `${id} ${numbers.join(' ')} ${flat.join(' ')} ${pins} ${style.get('startSize') ?? ''}`
}

/** The lines of all cells of a page, in tree order, and what its mark counts. Depth takes no recursion. */
export function pageCells(page: Page): { readonly lines: string[]; readonly geometry: string[] } {
  const children = childrenOf(page)
  const inFile: number[] = []
  const order: (Cell | { readonly text: string } | { readonly edge: number })[] = []
  for (const i of page.loopIds.keys()) order.push(loopCell(page, i))
  const waiting: (() => void)[] = []
  const visit = (id: string): void => {
    const { groups, nodes, edges, kept } = children(id)
    const tasks: (() => void)[] = [
      ...kept.map(cell => () => {
        order.push({ text: cell.text })
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
  const ordered = inFile.every((edge, i) => edge === i)
  const lines: string[] = []
  const geometry: string[] = []
  for (const item of order) {
    if ('text' in item) lines.push(item.text)
    else {
      for (const cell of 'edge' in item ? edgeCells(page, item.edge, !ordered) : [item]) {
        lines.push(...cellLines(cell))
        geometry.push(geometryLine(cell.id, cell.style, cell.geometry))
      }
    }
  }
  return { lines, geometry }
}
