/** Nodes: outline, picture, texts. */
import type { Node, Text } from '../ir/model.js'
import { type Box, type DrawnFields, type LabelPlace, overlaps } from '../layout/boxes.js'
import { iconOf, labelAbove } from '../layout/measure/icons.js'
import { shownText } from '../layout/measure/shown-text.js'
import { labelBeside, labelOutside } from '../layout/measure/sizes.js'
import { measure } from '../layout/measure/text.js'
import { isBold, safePicture } from './css.js'
import { type Attributes, element } from './element.js'
import { type Figure, figureElement, rect } from './figures.js'
import { iconText, outlineOfIcon } from './icons.js'
import { BOLD, label } from './labels.js'
import { colourAttributes, faded, fontSizeOf, linked, ownColours, styleAttributes } from './looks.js'
import type { Drawn } from './outline-parts.js'
import { OUTLINES } from './outlines.js'
import { isReadableOnPage, type Painter, type Role, roleAttributes } from './paint.js'
import { drawnFields } from './records.js'

const FONT_SIZE = 12
/** Left and right of a text, and between a shape and the label below it. */
const SIDES = 6
const BELOW = 4
const LABEL_WRAP = 100

/** The picture that a node shows instead of its shape. */
const pictureOf = ({ image, fields }: Node): string | undefined =>
  image === undefined || fields?.length ? undefined : safePicture(image)

/** What a node's outline is drawn with. */
export function outlineOfNode(node: Node, { width, height }: Box): Drawn {
  if (pictureOf(node) !== undefined) return { figures: [rect(0, 0, width, height)], bare: true }
  const icon = iconOf(node)
  if (icon) return outlineOfIcon(icon, width, height)
  const drawn = OUTLINES[node.shape](width, height)
  if (!node.style.rounded) return drawn
  const figures = drawn.figures.map(
    (figure): Figure => (figure.kind === 'rect' ? { ...figure, radius: Math.max(figure.radius, 8) } : figure),
  )
  return { ...drawn, figures }
}

function roleOfNode(node: Node, drawn: Drawn, aside: boolean, { theme }: Painter): Role {
  if (drawn.solid) return 'ink'
  if (node.shape === 'note') return 'note'
  return (drawn.bare || aside) && ![theme.light, theme.dark].every(isReadableOnPage) ? 'open' : 'node'
}

export interface Around {
  /** Whether the diagram flows across the page. */
  readonly across: boolean
  /** The colour behind the node, where the diagram says one. */
  readonly behind: string | undefined
  /** How the fields of the node were drawn, where somebody did. */
  readonly fields: DrawnFields | undefined
  /** Where its label was put, where somebody did. */
  readonly place: LabelPlace | undefined
}

/** A node in its place. */
export function nodeElement(
  node: Node,
  box: Box,
  { across, behind, fields, place }: Around,
  painter: Painter,
): string {
  const drawn = outlineOfNode(node, box)
  const aside = place ? isBeside(place, box) : labelBeside(node)
  const role = roleOfNode(node, drawn, aside, painter)
  const isOpen = node.style.fill === 'none' || drawn.bare || aside
  const own = ownColours(node.style, role, painter, isOpen ? behind : undefined, aside)
  const colours = drawn.solid && own.stroke && !own.fill ? { ...own, fill: own.stroke } : own
  const attributes: Attributes = [
    ['data-id', node.id],
    ['data-shape', node.shape === 'rectangle' ? undefined : node.shape],
    ['transform', `translate(${box.x} ${box.y})`],
    ['visibility', node.hidden ? 'hidden' : undefined],
    ...colourAttributes(colours),
    ...styleAttributes(node.style),
  ]
  const fontSize = fontSizeOf(node.style, FONT_SIZE)
  const picture = pictureOf(node)
  const content =
    faded(
      node.style,
      outlineElements(node, drawn, own.fill !== undefined, own.stroke !== undefined) +
        (picture === undefined ? '' : pictureElement(picture, box)),
    ) + texts(node, box, drawn, { across, fields, place, fontSize, painter })
  const inner = linked(node.link, propertiesOf(node), content)
  if (role === 'node') return element('g', attributes, inner)
  return element('g', roleAttributes(painter, role), element('g', attributes, inner))
}

/** What a node says of itself that its picture does not show. */
const propertiesOf = ({ properties }: Node): string[] =>
  [...properties].map(([name, value]) => `${name}: ${value}`)

function outlineElements(
  node: Node,
  { figures, lines = '', bare, thick }: Drawn,
  filled: boolean,
  outlined: boolean,
): string {
  const more: Attributes = [
    ...(bare
      ? ([
          ['fill', filled ? undefined : 'none'],
          ['stroke', outlined && lines === '' ? undefined : 'none'],
        ] as const)
      : []),
    ['stroke-width', thick && node.style.strokeWidth === undefined ? thick : undefined],
  ]
  const seen = !bare || filled || outlined
  const inside = node.shape === 'stop-dot' ? [figures[1]!] : []
  const shapes = seen
    ? figures
        .map(figure =>
          figureElement(figure, [...more, ['fill', inside.includes(figure) ? 'currentColor' : undefined]]),
        )
        .join('')
    : ''
  return (
    shapes +
    (lines === ''
      ? ''
      : element('path', [
          ['d', lines],
          ['fill', 'none'],
        ]))
  )
}

const pictureElement = (href: string, { width, height }: Box): string =>
  element('image', [
    ['href', href],
    ['width', width],
    ['height', height],
  ])

/** Whether a label stands beside the box that it belongs to. */
const isBeside = ({ area }: LabelPlace, box: Box): boolean => !overlaps(area, box)

interface TextLook extends Omit<Around, 'behind'> {
  readonly fontSize: number
  readonly painter: Painter
}

function texts(
  node: Node,
  box: Box,
  { insets = {} }: Drawn,
  { across, fields, place, fontSize, painter }: TextLook,
): string {
  const { width, height } = box
  const bold = node.style.fontWeight !== undefined && isBold(node.style.fontWeight)
  if (node.fields?.length) {
    const outside = labelOutside(node.shape) ? labelOutsideOf(node, box, fontSize, bold) : ''
    return drawnFields(node, box, across, fontSize, painter, fields) + outside
  }
  if (place) {
    const { area, ...look } = place
    return label(node.label, { ...area, x: area.x - box.x, y: area.y - box.y }, { fontSize, bold, ...look })
  }
  const icon = iconOf(node)
  if (icon || labelOutside(node.shape) || pictureOf(node) !== undefined) {
    const text = labelOutsideOf(node, box, fontSize, bold)
    return icon ? iconText(icon, box) + text : text
  }
  const { left = 0, top = 0, right = 0, bottom = 0 } = insets
  const area = {
    x: left + SIDES,
    y: top,
    width: width - left - right - 2 * SIDES,
    height: height - top - bottom,
  }
  const owner = node.shape === 'task' && !node.label.rich ? node.properties.get('owner') : undefined
  if (!owner) return label(shownText(node), area, { fontSize, bold })
  return taskTexts(node.label, owner, area, fontSize)
}

/** A task says who does it, under its title. */
function taskTexts(title: Text, owner: string, area: Box, fontSize: number): string {
  const { lines } = measure(title.text, area.width / BOLD, fontSize)
  const [line, gap] = [fontSize * 1.2, 2]
  const height = lines * line + gap + line
  const top = area.y + (area.height - height) / 2
  const above = { ...area, y: top, height: lines * line }
  const under = { ...area, y: top + lines * line + gap, height: line }
  return (
    label(title, above, { fontSize, bold: true, attributes: [['font-weight', 'bold']] }) +
    label({ text: owner }, under, {
      fontSize,
      attributes: [
        ['font-weight', 'normal'],
        ['opacity', 0.8],
      ],
    })
  )
}

function labelOutsideOf(node: Node, { width, height }: Box, fontSize: number, bold: boolean): string {
  const above = labelAbove(node)
  const area = {
    x: (width - LABEL_WRAP) / 2,
    y: above ? -BELOW : height + BELOW,
    width: LABEL_WRAP,
    height: 0,
  }
  return label(shownText(node), area, { fontSize, bold, valign: above ? 'bottom' : 'top' })
}
