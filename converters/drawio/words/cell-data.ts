/**
 * The data that stand beside a cell, which draw.io keeps on saving, under the names that they have here. In a file they stand in
 * an element of ours inside of the wrapper (see `document/data-element.ts`), and with earlier versions at the wrapper itself.
 *
 * `diaglot-kind`  node, lane, cluster, edge, pool or loop; inside of a node with fields, `fields` for a frame around
 *                 them, and `field` for a row that is one
 * `diaglot-id`    the id in the graph, where the cell's own id could not be the same
 * `diaglot-shape` the node's shape
 * `diaglot-port`  the name by which edges know the field
 * `diaglot-order` the edge's place among all edges of the page, where the file's order is another
 * `diaglot`       JSON: whatever else the cell does not show
 */
import type { Field, RichSyntax, Text } from '../../../src/ir/model.js'
import { richSyntaxes } from '../../../src/ir/model.js'
import { withoutEmptyChildren } from '../../../src/ir/records.js'
import { geometryFingerprint } from './geometry.js'

/** By name: an aspect's value (`null`: it has none), or one of the larger values below. */
export type CellData = ReadonlyMap<string, unknown>

/** JSON in ASCII where XML demands it, so that an attribute holds any string. */
export function formatCellData(cellData: CellData): string {
  const json = JSON.stringify(Object.fromEntries(cellData))
  return json.replace(
    /[\u007f-\u009f\ufffe\uffff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The hints in an attribute, or none where a person made something else of it. */
export function parseCellData(json: string | undefined): CellData {
  if (json === undefined) return new Map()
  try {
    const value: unknown = JSON.parse(json)
    return isRecord(value) ? new Map(Object.entries(value)) : new Map()
  } catch {
    return new Map()
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function stringDatum(cellData: CellData, name: string): string | undefined {
  const value = cellData.get(name)
  return typeof value === 'string' ? value : undefined
}

export function numberDatum(cellData: CellData, name: string): number | undefined {
  const value = cellData.get(name)
  return typeof value === 'number' ? value : undefined
}

export function textDatum(value: Text): unknown {
  return value.rich ? [value.text, value.rich.syntax, value.rich.source] : [value.text]
}

export function readTextDatum(value: unknown): Text | undefined {
  if (!Array.isArray(value) || typeof value[0] !== 'string') return undefined
  const [text, syntax, source] = value as [string, unknown, unknown]
  if (typeof source !== 'string' || !richSyntaxes.includes(syntax as RichSyntax)) return { text }
  return { text, rich: { syntax: syntax as RichSyntax, source } }
}

/** Fields as a flat list with depths, which holds any nesting. */
export function fieldsDatum(fields: readonly Field[]): unknown[] {
  const flat: unknown[] = []
  const waiting = fields.map(field => ({ field, depth: 0 })).reverse()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { field, depth } = next
    flat.push(field.port === undefined ? [depth, field.text] : [depth, field.text, field.port])
    for (let i = (field.children?.length ?? 0) - 1; i >= 0; i--) {
      waiting.push({ field: field.children![i]!, depth: depth + 1 })
    }
  }
  return flat
}

/** A number for some fields: what is hinted beside them counts while they are those. */
export const fieldsFingerprint = (fields: readonly Field[]): string =>
  geometryFingerprint([JSON.stringify(fieldsDatum(fields))])

export function readFieldsDatum(value: unknown): Field[] | undefined {
  if (!Array.isArray(value)) return undefined
  const top: Field[] = []
  const lists: Field[][] = [top]
  for (const entry of value as unknown[]) {
    if (!Array.isArray(entry)) return undefined
    const [depth, text, port] = entry as [unknown, unknown, unknown]
    if (typeof depth !== 'number' || typeof text !== 'string') return undefined
    const list = lists[depth]
    if (!list) return undefined
    const children: Field[] = []
    list.push({ text, ...(typeof port === 'string' && { port }), children })
    lists.length = depth + 1
    lists.push(children)
  }
  return withoutEmptyChildren(top)
}

export function pairsDatum(pairs: ReadonlyMap<string, string>): unknown {
  return [...pairs]
}

export function readPairsDatum(value: unknown): Map<string, string> | undefined {
  if (!Array.isArray(value)) return undefined
  const pairs = new Map<string, string>()
  for (const pair of value as unknown[]) {
    if (Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'string')
      pairs.set(pair[0], pair[1])
  }
  return pairs
}
