/** Icons: the form around them, and the sign of Unicode or the name that stands for the picture. */
import type { Box } from '../layout/boxes.js'
import { type Icon, signOfIcon } from '../layout/measure/icons.js'
import { ellipse, rect } from './figures.js'
import { label } from './labels.js'
import { type Drawn, one } from './outline-parts.js'

/** What stands in an icon's place: a sign stands alone, unless a form is asked for; a name has a box in any case. */
export function outlineOfIcon(icon: Icon, width: number, height: number): Drawn {
  if (icon.form === 'circle') return one(ellipse(width / 2, height / 2, width / 2, height / 2))
  if (icon.form === undefined && signOfIcon(icon).sign !== undefined)
    return { figures: [rect(0, 0, width, height)], bare: true }
  return one(rect(0, 0, width, height, icon.form === 'square' ? 0 : 8))
}

/** How large a sign is, in parts of the icon, and letters of a name that stand in its place. */
const SIGN = 0.75
const NAME = 0.19
const LEAST_LETTERS = 6

export function iconText(icon: Icon, { width, height }: Box): string {
  const { sign, words } = signOfIcon(icon)
  const fontSize =
    sign !== undefined ? Math.round(icon.size * SIGN) : Math.max(LEAST_LETTERS, Math.round(icon.size * NAME))
  return label(
    { text: sign ?? words },
    { x: 0, y: 0, width, height },
    { fontSize, whole: sign !== undefined, attributes: [['font-size', fontSize]] },
  )
}
