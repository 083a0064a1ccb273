/** Where the label of a cell stands, by its style. https://www.drawio.com/doc/faq/style-properties-list */
import type { Box, LabelPlace } from '../../../src/layout/boxes.js'
import { numberOf, type StyleMap } from '../document/style.js'

/** Between the edge of a cell and its text, where the style adds nothing to it. */
const SPACING = 4

/** The words of draw.io's style sheet that stand for other places of the label than the middle. */
const LEFT_AT_TOP = 'text'

const oneOf = <T extends string>(value: string | null | undefined, ...words: readonly T[]): T | undefined =>
  words.find(word => word === value)

/** The place of a label in, or beside, a cell's box. */
export function labelPlace({ x, y, width, height }: Box, style: StyleMap): LabelPlace {
  const isText = style.has(LEFT_AT_TOP)
  const align = oneOf(style.get('align') ?? (isText ? 'left' : undefined), 'left', 'right')
  const valign = oneOf(style.get('verticalAlign') ?? (isText ? 'top' : undefined), 'top', 'bottom')
  const beside = oneOf(style.get('labelPosition'), 'left', 'right')
  const past = oneOf(style.get('verticalLabelPosition'), 'top', 'bottom')
  const spacing = (side: string): number => SPACING + (numberOf(style.get(`spacing${side}`)) ?? 0)
  const [left, right] = [
    align === 'right' ? SPACING : spacing('Left'),
    align === 'left' ? SPACING : spacing('Right'),
  ]
  const [top, bottom] = [valign === 'top' ? spacing('Top') : 0, valign === 'bottom' ? spacing('Bottom') : 0]
  const dx = beside === 'left' ? -width : beside === 'right' ? width : 0
  const dy = past === 'top' ? -height : past === 'bottom' ? height : 0
  return {
    area: {
      x: x + dx + left,
      y: y + dy + top,
      width: Math.max(1, width - left - right),
      height: Math.max(0, height - top - bottom),
    },
    ...(align && { align }),
    ...(valign && { valign }),
    ...(style.get('whiteSpace') !== 'wrap' && { whole: true }),
  }
}

const KEYS = ['align', 'verticalAlign', 'labelPosition', 'verticalLabelPosition', LEFT_AT_TOP] as const
const MIDDLE: ReadonlySet<string | null | undefined> = new Set(['center', 'middle', undefined])

/** Whether a style says where a label stands, and it is not the middle of the cell. */
export const placesLabel = (style: StyleMap): boolean =>
  KEYS.some(key => (key === LEFT_AT_TOP ? style.has(key) : !MIDDLE.has(style.get(key))))
