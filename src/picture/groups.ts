/** Lanes, clusters, the pool around lanes, and the frames of loops. */
import { childrenOf } from '../ir/group-tree.js'
import type { Graph, Group } from '../ir/model.js'
import type { FrameBox, GroupBox, Layout } from '../layout/boxes.js'
import { LOOP_PREFIX } from '../layout/lanes/frames.js'
import { flowsAcross, inLanes } from '../layout/lanes/lanes.js'
import { isBold, safeColor } from './css.js'
import { type Attributes, element } from './element.js'
import { figureElement, rect } from './figures.js'
import { label } from './labels.js'
import { colourAttributes, faded, fontSizeOf, linked, ownColours, styleAttributes } from './looks.js'
import { type Painter, type Role, roleAttributes } from './paint.js'

const FONT_SIZE = 12
const TITLE_SIDE = 8
const TITLE_TOP = 7

/** The groups level by level, the outermost first, each with how many groups it stands in. */
export function* groupsByDepth({ groups }: Graph): Generator<readonly [group: Group, depth: number]> {
  const children = childrenOf(groups)
  let level = children.get(undefined) ?? []
  for (let depth = 0; level.length > 0; depth++) {
    for (const group of level) yield [group, depth]
    level = level.flatMap(({ id }) => children.get(id) ?? [])
  }
}

/** All groups of a picture, those inside of others later. */
export function groupElements(graph: Graph, layout: Layout, painter: Painter): string {
  const across = inLanes(graph) && flowsAcross(graph)
  let lanes = 0
  return [...groupsByDepth(graph)]
    .map(([group, depth]) => {
      const box = layout.groups.get(group.id)
      if (!box) return ''
      const role: Role =
        group.kind === 'lane'
          ? `lane${lanes++ % painter.theme.light.lanes.length}`
          : `group${Math.min(depth, painter.theme.light.groups.length - 1)}`
      return groupElement(group, box, role, box.aside ?? across, painter)
    })
    .join('')
}

function groupElement(group: Group, box: GroupBox, role: Role, across: boolean, painter: Painter): string {
  const { x, y, width, height } = box
  const { style } = group
  const lane = group.kind === 'lane'
  const attributes: Attributes = [
    ['data-id', group.id],
    ['data-direction', group.direction],
    ['visibility', group.hidden ? 'hidden' : undefined],
    ...colourAttributes(ownColours(style, role, painter)),
    ...styleAttributes(style),
  ]
  const body = box.title > 0 ? safeColor(box.body) : undefined
  const outline = figureElement(rect(x, y, width, height, style.rounded || !lane ? 8 : 0), [['fill', body]])
  const content =
    faded(style, outline) +
    (lane && box.title > 0 ? laneTitle(group, box, role, across, painter) : clusterTitle(group, box))
  return element(
    'g',
    roleAttributes(painter, role),
    element('g', attributes, linked(group.link, [], content)),
  )
}

/** The title of a cluster stands at its upper left. */
function clusterTitle(group: Group, { x, y, width, height, titleAt = 0 }: GroupBox): string {
  const left = TITLE_SIDE + titleAt
  const area = { x: x + left, y: y + TITLE_TOP, width: Math.max(width - left - TITLE_SIDE, 40), height }
  return label(group.label, area, { ...titleLook(group), align: 'left', valign: 'top', filled: true })
}

/** The strip of a lane, at the left of a row and on top of a column. A row's title is turned. */
function laneTitle(
  group: Group,
  { x, y, width, height, title }: GroupBox,
  role: Role,
  across: boolean,
  painter: Painter,
): string {
  const strip = across ? rect(x, y, title, height) : rect(x, y, width, title)
  const own = group.style.fill !== undefined
  const drawn = figureElement(strip, own ? [] : roleAttributes(painter, `${role as `lane${number}`}-title`))
  const [cx, cy] = across ? [x + title / 2, y + height / 2] : [x + width / 2, y + title / 2]
  const [long, short] = across ? [height, title] : [width, title]
  const area = { x: cx - long / 2 + 6, y: cy - short / 2, width: long - 12, height: short }
  const look = titleLook(group)
  const turned: Attributes = across ? [['transform', `rotate(-90 ${cx} ${cy})`]] : []
  return (
    faded(group.style, drawn) +
    label(group.label, area, { ...look, attributes: [...look.attributes, ...turned] })
  )
}

function titleLook({ style }: Group) {
  const attributes: Attributes = style.fontWeight === undefined ? [['font-weight', 'bold']] : []
  const bold = style.fontWeight === undefined || isBold(style.fontWeight)
  return { fontSize: fontSizeOf(style, FONT_SIZE), bold, attributes }
}

/** The border around all lanes, and the strip with the diagram's title. */
export function poolElement(graph: Graph, { pool }: Layout, painter: Painter): string {
  if (!pool || pool.title === 0) return ''
  const { x, y, width, height, title } = pool
  const across = flowsAcross(graph)
  const [cx, cy] = across ? [x + title / 2, y + height / 2] : [x + width / 2, y + title / 2]
  const [long, short] = across ? [height, title] : [width, title]
  const area = { x: cx - long / 2 + 6, y: cy - short / 2, width: long - 12, height: short }
  const turned: Attributes = across ? [['transform', `rotate(-90 ${cx} ${cy})`]] : []
  const text = label({ text: graph.title ?? '' }, area, {
    fontSize: 13,
    bold: true,
    attributes: [['font-weight', 'bold'], ...turned],
  })
  const strip = figureElement(across ? rect(x, y, title, height) : rect(x, y, width, title))
  return element('g', roleAttributes(painter, 'lane0-title'), strip + text)
}

export const LOOP_FONT = 11

/** The frame of a loop, with its condition. */
export function loopElement(condition: string, frame: FrameBox): string {
  const { x, y, width, height, titleBox } = frame
  const outline = figureElement(rect(x, y, width, height, 8), [['fill', 'none']])
  const area = titleBox ?? { x: x + TITLE_SIDE, y: y + 4, width: width - 2 * TITLE_SIDE, height: 0 }
  const text = label(
    { text: LOOP_PREFIX + condition },
    { ...area, width: area.width + 1 },
    { fontSize: LOOP_FONT, align: 'left', valign: 'top', filled: true },
  )
  return element('g', [], outline + text)
}
