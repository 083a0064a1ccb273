/** How a cell with fields, and each cell in it, counts in the mark of a page. */

import type { Cell } from '../document/cell.js'
import { formatStyle, type StyleMap } from '../document/style.js'
import { geometryLine } from './cell-parts.js'
import { type Look, lookText } from './records/look.js'

/** How a node holds its fields. */
export const lookLine = (id: string, look: Look | undefined): string => `${id} ${look ? lookText(look) : ''}`

/** A cell in a node with fields, with its style: what a person coloured there has no other place than its own. */
export const partLine = ({ id, style, geometry }: Pick<Cell, 'id' | 'style' | 'geometry'>): string =>
  `${geometryLine(id, style, geometry)} ${formatStyle(visible(style))}`

const visible = (style: StyleMap): StyleMap => new Map([...style].filter(([key]) => !key.startsWith('#')))
