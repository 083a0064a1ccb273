/** The fields of a node: cells with their texts, and the lines between them. */
import type { Field, Node } from '../ir/model.js'
import { titleOf } from '../ir/records.js'
import type { Box, DrawnFields } from '../layout/boxes.js'
import { shownText } from '../layout/measure/field-items.js'
import { type FieldBox, type FieldsPlan, planFields } from '../layout/measure/fields.js'
import { labelOutside } from '../layout/measure/sizes.js'
import { looksOfTable } from '../layout/measure/table-looks.js'
import { PLAIN } from '../text/rich/runs.js'
import { isColor } from './css.js'
import { drawnCells } from './drawn-fields.js'
import { type Attributes, element, numberText } from './element.js'
import { label, labelOfRuns } from './labels.js'
import { textColourOn } from './looks.js'
import type { Painter } from './paint.js'

const INSET = 6

/**
 * What stands in a node with fields, from its upper left corner on.
 * @param size the node's box
 * @param drawn how somebody drew the fields
 */
export function drawnFields(
  node: Node,
  size: Box,
  across: boolean,
  fontSize: number,
  painter: Painter,
  drawn?: DrawnFields,
): string {
  const plan = planFields(node, size, across)
  const shown = plan.boxes.flatMap(({ field, holds }) => (field && !holds ? [field] : []))
  if (drawn && showsThese(drawn, shown)) {
    const ports = shown.map(({ port }) => port)
    const { title } = drawn
    const frame = { x: 0, y: title, width: size.width, height: size.height - title }
    const cells = drawnCells(node, drawn, size, ports, painter)
    return cells + titleOfFields(node, { title, frame }, size, fontSize)
  }
  const titled = titleOf(node) !== undefined
  const looks = looksOfTable(node)?.cellOf
  const cells = plan.boxes.map(box => {
    const { field } = box
    if (!field || box.holds) return ''
    const look = looks?.get(field)
    const own = look?.fill !== undefined && isColor(look.fill) ? look.fill : undefined
    const fill = own === undefined ? '' : cellFill(box.box, own)
    const align = look?.align ?? (titled ? 'left' : undefined)
    const text = shownText(field)
    const runs = look && look.runs.length > 0 && look.text === text ? look.runs : [{ text, format: PLAIN }]
    const area = { ...box.box, x: box.box.x + INSET, width: box.box.width - 2 * INSET }
    const attributes: Attributes = [
      ['data-port', field.port],
      ['color', own && node.style.color === undefined ? textColourOn(own, 'node', painter) : undefined],
      // Bold or slanted is the title, then.
      ...(titled
        ? ([
            ['font-weight', 'normal'],
            ['font-style', 'normal'],
          ] as const)
        : []),
    ]
    return fill + labelOfRuns(runs, area, { fontSize, ...(align && { align }), attributes })
  })
  const borders = plan.boxes.map(({ box, field, holds }) => {
    const stroke = field && !holds ? looks?.get(field)?.stroke : undefined
    return stroke !== undefined && isColor(stroke) ? cellBorder(box, stroke) : ''
  })
  const lines = linesBetween(plan)
  const rules =
    lines === ''
      ? ''
      : element('path', [
          ['d', lines],
          ['fill', 'none'],
        ])
  return cells.join('') + titleOfFields(node, plan, size, fontSize) + rules + borders.join('')
}

/** Whether fields that were drawn still say what the node's do. */
const showsThese = ({ leaves }: DrawnFields, fields: readonly Field[]): boolean =>
  leaves.length === fields.length && leaves.every(({ text }, i) => text === shownText(fields[i]!))

const cellRect = ({ x, y, width, height }: Box, look: Attributes): string =>
  element('rect', [['x', x], ['y', y], ['width', width], ['height', height], ...look])

const cellFill = (box: Box, fill: string): string =>
  cellRect(box, [
    ['fill', fill],
    ['stroke', 'none'],
  ])

const cellBorder = (box: Box, stroke: string): string =>
  cellRect(box, [
    ['fill', 'none'],
    ['stroke', stroke],
  ])

function titleOfFields(
  node: Node,
  { title, frame }: Pick<FieldsPlan, 'title' | 'frame'>,
  { width }: Box,
  fontSize: number,
): string {
  if (title === 0 || labelOutside(node.shape)) return ''
  const area = { x: frame.x, y: frame.y - title, width: Math.min(width, frame.width), height: title }
  return label(node.label, area, {
    fontSize,
    bold: true,
    attributes: [['font-weight', node.style.fontWeight ?? 'bold']],
  })
}

/** A box has a line before it, but the first; where cells take several rows or columns, each has lines of its own. */
function linesBetween({ boxes, form, frame, title, whole, spanned }: FieldsPlan): string {
  const n = numberText
  const around = ({ x, y, width, height }: Box): string =>
    `M${n(x)} ${n(y)}H${n(x + width)}V${n(y + height)}H${n(x)}Z`
  const before = ({ parent, place, box: { x, y, width, height } }: FieldBox): string => {
    if (place === 0) return ''
    const outer = parent < 0 ? form : boxes[parent]!.holds
    return outer === 'across' || outer === 'row'
      ? `M${n(x)} ${n(y)}V${n(y + height)}`
      : `M${n(x)} ${n(y)}H${n(x + width)}`
  }
  const lines = spanned
    ? boxes.filter(({ field, holds }) => field && !holds).map(({ box }) => around(box))
    : boxes.map(before)
  const strip = title > 0 ? `M${n(frame.x)} ${n(frame.y)}H${n(frame.x + frame.width)}` : ''
  return (whole ? '' : around(frame)) + strip + lines.join('')
}
