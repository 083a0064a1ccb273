/** What marks count, of a page or of the labels on a line: how a node holds its fields, and each cell in it. */

import type { Cell } from '../document/cell.js'
import { formatStyle, type StyleMap } from '../document/style.js'
import { geometryLine } from './cell-parts.js'
import { geometryFingerprint } from './geometry.js'
import { type ChildLayout, formatChildLayout } from './records/child-layout.js'

/** How a node holds its fields. */
export const childLayoutLine = (id: string, look: ChildLayout | undefined): string =>
  `${id} ${look ? formatChildLayout(look) : ''}`

/** A cell in a node with fields, with its style: what a person coloured there has no other place than its own. */
export const partLine = ({ id, style, geometry }: Pick<Cell, 'id' | 'style' | 'geometry'>): string =>
  `${geometryLine(id, style, geometry)} ${formatStyle(visible(style))}`

const visible = (style: StyleMap): StyleMap => new Map([...style].filter(([key]) => !key.startsWith('#')))

/** The mark of the labels on an edge, with their looks. Their ids do not count: draw.io gives others to what is copied. */
export const labelsFingerprint = (labels: readonly Pick<Cell, 'style' | 'geometry'>[]): string =>
  geometryFingerprint(labels.map(label => partLine({ ...label, id: '' })))
