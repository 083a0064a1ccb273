/** How large a node is drawn: its text plus what its shape needs around it. */
import type { Node } from '../../ir/model.js'
import type { Shape } from '../../ir/shapes.js'
import { fieldsSize } from './fields.js'
import { iconOf, sideOfIcon } from './icons.js'
import { measuredText } from './lists.js'
import { pictureSize, USUAL_PICTURE } from './picture-sizes.js'
import { BOX, fixed, ROOMS, type Room, STEP, snap } from './rooms.js'
import { shownText } from './shown-text.js'
import type { Size } from './size.js'
import { measure, measureBalanced, measureBlock, type TextBox } from './text.js'

/** A node that shows a picture: the label stands below. */
const PICTURE: Room = { wrap: 100, around: fixed(USUAL_PICTURE), outside: true }

function roomOf(node: Node): Room {
  const { shape, image, fields } = node
  const icon = iconOf(node)
  if (icon) {
    const side = sideOfIcon(icon)
    return { wrap: 100, around: fixed(side), outside: true }
  }
  return image !== undefined && shape !== 'image' && shape !== 'icon' && !fields?.length
    ? PICTURE
    : (ROOMS[shape] ?? BOX)
}

/** Whether a shape's label stands outside of it. */
export function labelOutside(shape: Shape): boolean {
  return ROOMS[shape]?.outside === true
}

/** Whether a node's label stands outside of it. */
export const isLabelOutside = (node: Node): boolean => roomOf(node).outside === true

/** Whether a node's label stands beside what the node fills, on what lies behind it. */
export function labelBeside(node: Node): boolean {
  const { outside = false, beside = false } = roomOf(node)
  return outside || beside
}

/** Longer texts than this draw.io may break as it likes: nobody puts them below a shape that is narrower than they are. */
const LONG_BELOW = 200

/** How far the label of such a shape reaches below it: draw.io breaks it at the width of the shape, pictures of ours at 100 pixels. */
export function outsideLabel(node: Node): TextBox {
  const { text } = shownText(node)
  const { fontSize } = node.style
  if (!roomOf(node).outside || text === '') return { width: 0, height: 0, lines: 0 }
  const block = measureBlock(text, 100, fontSize)
  if (text.length > LONG_BELOW) return block
  const narrow = measure(text, Math.max(1, sizeOf(node, false).width - WRAPPED_AT[1]), fontSize)
  return narrow.height > block.height ? { ...narrow, width: Math.max(narrow.width, block.width) } : block
}

/** Between these, less than a box's width, lies the width at which draw.io wraps its text, whatever the font. */
const WRAPPED_AT = [0, 6] as const

/** How far from the sides of a box its lines stay, both together, where its shape says nothing else. */
const CLEAR = 14

/**
 * draw.io wraps at nearly the whole width of a box: where its lines would touch the sides then, the box is widened. Where they are fewer in
 * the wider box, it is no higher than these need.
 */
function looser(size: Size, room: Room, text: string, fontSize: number | undefined): Size {
  let { width } = size
  let wrapped: TextBox[] = []
  for (let step = 0; step < 20; step++) {
    wrapped = WRAPPED_AT.map(less => measure(text, width - less, fontSize))
    const widest = Math.max(...wrapped.map(lines => lines.width))
    if (widest <= width - (room.clear ?? CLEAR)) break
    width = Math.max(width + STEP, snap(widest + 16))
  }
  if (width === size.width || room.upright) return { width, height: size.height }
  const needed = Math.max(...wrapped.map(lines => room.around(lines).height))
  return { width, height: Math.min(size.height, needed) }
}

/** How much wider bold letters are than others. */
const BOLD = 1.08

/** So much narrower texts are wrapped where many columns stand side by side: a box gets higher there, where there is room, and not wider. */
const NARROW = 0.7

/**
 * The size of a node's box.
 * @param across whether the diagram flows across the page, which turns bars upright
 * @param narrow whether it stands in one of many columns
 */
export function sizeOf(node: Node, across: boolean, narrow = false): Size {
  if (node.fields?.length) return fieldsSize(node, across)
  const room = roomOf(node)
  const given = room === PICTURE || node.shape === 'image' ? pictureSize(node) : undefined
  if (given) return given
  const owner = node.shape === 'task' ? node.properties.get('owner') : undefined
  const own = measuredText(shownText(node))
  const text = owner === undefined ? own : `${own}\n${owner}`
  // Above its owner, a task's title is bold.
  const fontSize = owner === undefined ? node.style.fontSize : (node.style.fontSize ?? 12) * BOLD
  if (room.sizing) return room.sizing(text, fontSize)
  const wrap = narrow && !room.outside ? room.wrap * NARROW : room.wrap
  const size = room.around(measureBalanced(text, wrap, fontSize))
  if (!room.outside) return looser(size, room, text, fontSize)
  return node.shape === 'fork' && across ? { width: size.height, height: size.width } : size
}
