/** What marks count, of a page or of the labels on a line: how a node holds its fields, and each cell in it. */

import type { Cell } from '../document/cell.js'
import { formatStyle, type StyleMap } from '../document/style.js'
import { geometryLine } from './cell-parts.js'
import { geometryMark } from './geometry.js'
import { type Look, lookText } from './records/look.js'

/** How a node holds its fields. */
export const lookLine = (id: string, look: Look | undefined): string => `${id} ${look ? lookText(look) : ''}`

/** A cell in a node with fields, with its style: what a person coloured there has no other place than its own. */
export const partLine = ({ id, style, geometry }: Pick<Cell, 'id' | 'style' | 'geometry'>): string =>
  `${geometryLine(id, style, geometry)} ${formatStyle(visible(style))}`

const visible = (style: StyleMap): StyleMap => new Map([...style].filter(([key]) => !key.startsWith('#')))

/** The mark of the labels on an edge, with their looks. Their ids do not count: draw.io gives others to what is copied. */
export const labelsMark = (labels: readonly Pick<Cell, 'style' | 'geometry'>[]): string =>
  geometryMark(labels.map(label => partLine({ ...label, id: '' })))
