/** The fields of a node: cells with their texts, and the lines between them. */
import type { Node } from '../ir/model.js'
import { titleOf } from '../ir/records.js'
import type { Box } from '../layout/boxes.js'
import { shownText } from '../layout/measure/field-items.js'
import { type FieldBox, type FieldsPlan, planFields } from '../layout/measure/fields.js'
import { labelOutside } from '../layout/measure/sizes.js'
import { looksOfTable } from '../layout/measure/table-looks.js'
import { PLAIN } from '../text/rich/runs.js'
import { isColor } from './css.js'
import { type Attributes, element, numberText } from './element.js'
import { label, labelOfRuns } from './labels.js'
import { textColourOn } from './looks.js'
import type { Painter } from './paint.js'

const INSET = 6

/** What stands in a node with fields, from its upper left corner on. */
export function drawnFields(
  node: Node,
  size: Box,
  across: boolean,
  fontSize: number,
  painter: Painter,
): string {
  const plan = planFields(node, size, across)
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
  const lines = linesBetween(plan)
  const drawn =
    lines === ''
      ? ''
      : element('path', [
          ['d', lines],
          ['fill', 'none'],
        ])
  return cells.join('') + titleOfFields(node, plan, size, fontSize) + drawn
}

const cellFill = ({ x, y, width, height }: Box, fill: string): string =>
  element('rect', [
    ['x', x],
    ['y', y],
    ['width', width],
    ['height', height],
    ['fill', fill],
    ['stroke', 'none'],
  ])

function titleOfFields(node: Node, { title, frame }: FieldsPlan, { width }: Box, fontSize: number): string {
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
