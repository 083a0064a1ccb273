/** A node with fields, read from its cells. */
import type { Field, Node, Text, Value } from '../../../../src/ir/model.js'
import { plainFields, titleOf } from '../../../../src/ir/records.js'
import { isTurning } from '../../../../src/layout/measure/fields.js'
import { decodeLabel } from '../../document/html.js'
import type { RawCell } from '../../document/raw.js'
import { isHtml } from '../../words/cell-parts.js'
import { drawnBox } from '../../words/geometry.js'
import { fieldsMark, type Hints, readTextHint } from '../../words/hints.js'
import { encodeNodeLabel } from '../../words/labels.js'
import { lookOfStyle, lookText } from '../../words/records/look.js'
import type { Parts } from '../../words/records/parts.js'
import { planCells, plannedLook } from '../../write/records/cells.js'
import { isPlanned, partTexts } from './drawn.js'

/** What the cells of a node show. */
export interface NodeRecord {
  readonly fields: readonly Field[]
  readonly parts: Parts
  /** Ports that the cells do not say themselves. */
  readonly given: ReadonlyMap<RawCell, string>
  /** Whether the diagram flows across the page, where that is known already. */
  readonly across?: boolean | undefined
}

/** Adds the label: the title, or where there is none, what the fields say. A hint counts while they say the same. */
export function withTitle(node: Node, cell: RawCell, hints: Hints): Node {
  const fields = node.fields ?? []
  const hint = readTextHint(hints.get('label'))
  if (cell.label === '') {
    const stands = hint !== undefined && hints.get('labelOf') === fieldsMark(fields)
    return { ...node, label: stands ? hint : { text: plainFields(fields) } }
  }
  const html = isHtml(cell.style)
  const same = (label: Text): boolean => encodeNodeLabel({ ...node, label }, html, true) === cell.label
  return { ...node, label: hint && same(hint) ? hint : decodeLabel(cell.label, html) }
}

/** Keeps the cells as they are drawn, where they would be written otherwise. */
export function withDrawnParts(node: Node, cell: RawCell, { parts, given, across }: NodeRecord): Node {
  const look = lookOfStyle(cell.style)
  const box = drawnBox(node.extras)
  if (!box) return node
  // Of other shapes the direction does not matter.
  const turned = across ?? (isTurning(node) ? undefined : false)
  const planned = turned !== undefined && look && lookText(look) === lookText(plannedLook(node, turned))
  if (planned && isPlanned(cell, parts, planCells(node, box, turned))) return node
  const own = new Map<string, Value>(node.extras.get('drawio'))
  own.set('parts', partTexts(cell, parts, given))
  if (look) own.set('look', lookText(look))
  if (look && look.title > 0 && cell.label !== '' && titleOf(node) === undefined) own.set('titled', true)
  return { ...node, extras: new Map([...node.extras, ['drawio', own]]) }
}
