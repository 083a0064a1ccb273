/** The fields of a node as somebody drew them: cells in their places, with their own looks, and the lines that were drawn. */
import type { Node } from '../ir/model.js'
import type { Box, DrawnField, DrawnFields, Point } from '../layout/boxes.js'
import { isBold, safeColor } from './css.js'
import { type Attributes, element } from './element.js'
import { figureElement, linesThrough, rect } from './figures.js'
import { label } from './labels.js'
import { fontSizeOf, styleAttributes, textColourOn } from './looks.js'
import { type Painter, roleAttributes } from './paint.js'

const FONT_SIZE = 12

/** What stands in a node, from its upper left corner on. @param ports of the fields, in the order of the cells */
export function drawnCells(
  node: Node,
  { leaves, lines }: DrawnFields,
  { x, y }: Point,
  ports: readonly (string | undefined)[],
  painter: Painter,
): string {
  const inNode = (box: Box): Box => ({ ...box, x: box.x - x, y: box.y - y })
  const cells = leaves.map((leaf, i) => cellElement(node, leaf, inNode, ports[i], painter))
  const rules = lines.map(line => linesThrough(line.map(point => [point.x - x, point.y - y])))
  const drawn = [...new Set(rules)].join('')
  return (
    cells.join('') +
    (drawn === ''
      ? ''
      : element('path', [
          ['d', drawn],
          ['fill', 'none'],
        ]))
  )
}

function cellElement(
  node: Node,
  { label: text, box, area, align, valign, whole, underlined, style }: DrawnField,
  inNode: (box: Box) => Box,
  port: string | undefined,
  painter: Painter,
): string {
  const own = safeColor(style.fill)
  const ground = own && textColourOn(own, 'node', painter)
  const { width, height, ...at } = inNode(box)
  const filled = own
    ? figureElement(rect(at.x, at.y, width, height), [
        ['fill', own],
        ['stroke', 'none'],
      ])
    : ''
  const fontSize = fontSizeOf(style, FONT_SIZE)
  // What the node's own text looks like is said of its title.
  const attributes: Attributes = [
    ['data-port', port],
    ['color', safeColor(style.color) ?? ground],
    ['text-decoration', underlined ? 'underline' : undefined],
    ...styleAttributes({
      fontWeight: 'normal',
      fontStyle: 'normal',
      ...(node.style.fontSize !== undefined && { fontSize }),
      ...style,
    }),
  ]
  const shown = label(text, inNode(area), {
    fontSize,
    bold: style.fontWeight !== undefined && isBold(style.fontWeight),
    ...(align && { align }),
    ...(valign && { valign }),
    ...(whole && { whole }),
    attributes,
  })
  // The colour of the node's own text is that of its title.
  const isOwn =
    node.style.color !== undefined && !attributes.some(([name, value]) => name === 'color' && value)
  return filled + (isOwn && shown !== '' ? element('g', roleAttributes(painter, 'node'), shown) : shown)
}
