/** The cells of a node whose fields the source has otherwise now: what a person made of them stays with its field. */
import { inverse } from '../../../src/ir/lists.js'
import type { Field, Graph, Node } from '../../../src/ir/model.js'
import { sameFields } from '../../../src/ir/records.js'
import { flowsAcross } from '../../../src/layout/lanes/lanes.js'
import { shownText } from '../../../src/layout/measure/field-items.js'
import { fieldsSize } from '../../../src/layout/measure/fields.js'
import { cellLines } from '../document/cell.js'
import { canonicalCell } from '../document/cell-element.js'
import { encodeLabel } from '../document/html.js'
import type { RawCell } from '../document/raw.js'
import type { PageCells } from '../read/read.js'
import { isHtml } from '../words/cell-parts.js'
import { boxGeometry, drawnBox } from '../words/geometry.js'
import { withInFile } from '../words/in-file.js'
import { formatChildLayout } from '../words/records/child-layout.js'
import type { PlannedCell } from '../words/records/planned.js'
import type { DocumentParts } from '../write/records/document-parts.js'
import { cellOf, fieldAttributes, planCells, plannedChildLayout } from '../write/records/field-cells.js'
import { childLayoutsOf, withCell } from '../write/records/node-cells.js'
import type { Say } from './merge-parts.js'
import { fieldsOfSource } from './messages.js'

type FieldMerger = (old: Node, merged: Node) => Node
type KeyOf = (field: Field, place: number) => string | undefined

/**
 * For each new field the old one that it is: by its port, else by its text, else by its place. One that holds others is known by
 * the first port or text that it holds, else by its place among such. Depth takes no recursion.
 */
function matchFields(old: readonly Field[], fields: readonly Field[]): Map<Field, Field> {
  const matches = new Map<Field, Field>()
  const waiting: (readonly [readonly Field[], readonly Field[]])[] = [[old, fields]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [before, after] = next
    const left = new Set(before)
    const round = (keyOf: KeyOf, keyOfNew = keyOf): void => {
      const byKey = new Map<string, Field>()
      before.forEach((field, i) => {
        const key = left.has(field) ? keyOf(field, i) : undefined
        if (key !== undefined && !byKey.has(key)) byKey.set(key, field)
      })
      after.forEach((field, i) => {
        const key = matches.has(field) ? undefined : keyOfNew(field, i)
        const found = key === undefined ? undefined : byKey.get(key)
        if (!found || !left.delete(found)) return
        matches.set(field, found)
        waiting.push([found.children ?? [], field.children ?? []])
      })
    }
    round(({ port }) => port)
    round(({ text, children }) => (children?.length ? undefined : text))
    round(firstInside)
    round(placeAmongHolders(), placeAmongHolders())
    round((_, place) => String(place))
  }
  return matches
}

/** Of what stands right inside of a field; deeper ones are not looked at, so that depth costs nothing. */
function firstInside({ children = [] }: Field): string | undefined {
  const port = children.find(child => child.port !== undefined)?.port
  if (port !== undefined) return `port ${port}`
  const text = children.find(child => !child.children?.length)?.text
  return text === undefined ? undefined : `text ${text}`
}

function placeAmongHolders(): KeyOf {
  let place = 0
  return ({ children }) => (children?.length ? String(place++) : undefined)
}

/** Whether two lists of fields differ only in what their fields say. */
function sameTree(old: readonly Field[], fields: readonly Field[]): boolean {
  const waiting: (readonly [readonly Field[], readonly Field[]])[] = [[old, fields]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [before, after] = next
    if (before.length !== after.length) return false
    before.forEach(({ children = [] }, i) => {
      waiting.push([children, after[i]!.children ?? []])
    })
  }
  return true
}

/** The field of each cell, where old fields and new ones have the same tree: by place. */
function byPlace(old: readonly Field[], fields: readonly Field[]): Map<Field, Field> {
  const pairs = new Map<Field, Field>()
  const waiting: (readonly [Field, Field])[] = old.map((field, i) => [field, fields[i]!])
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [before, after] = next
    pairs.set(before, after)
    before.children?.forEach((child, i) => {
      waiting.push([child, after.children![i]!])
    })
  }
  return pairs
}

/** Brings the cells in a node's document in line with its fields. @param base the page as it is, with its cells */
export function fieldMerger(base: Graph, source: Graph, cells: PageCells, say: Say): FieldMerger {
  const { documentPartsIn } = childLayoutsOf(base)
  const across = flowsAcross(source)
  let ids: Set<string> | undefined
  return (old, merged) => {
    const { fields } = merged
    if (!old.fields?.length || !fields?.length || sameFields(old.fields, fields)) return merged
    if (old.label.text === merged.label.text) say(fieldsOfSource({ node: merged.id }))
    const held = documentPartsIn(old)
    if (held && sameTree(held.read.fields, fields)) return withParts(merged, relabelled(held, fields))
    const grown = withRoom(merged, across)
    if (!held) return grown
    ids ??= idsOn(cells)
    return rebuilt(grown, held, { across, ids, nodeId: cells.nodes.get(old.id)!.id })
  }
}

/** Every id of a page. */
function idsOn({ layers }: PageCells): Set<string> {
  const ids = new Set<string>()
  const waiting = [...layers]
  for (let cell = waiting.pop(); cell; cell = waiting.pop()) {
    ids.add(cell.id)
    for (const child of cell.children) waiting.push(child)
  }
  return ids
}

const withParts = (node: Node, parts: readonly string[]): Node => withInFile(node, [['parts', parts]])

/** The node as large as its fields need it, at its place. */
function withRoom(node: Node, across: boolean): Node {
  const box = drawnBox(node)
  if (!box) return node
  const least = fieldsSize(node, across)
  const [width, height] = [Math.max(box.width, least.width), Math.max(box.height, least.height)]
  if (width === box.width && height === box.height) return node
  return withInFile(node, [['geometry', boxGeometry({ ...box, width, height })]])
}

/** The same cells with what their fields say now. */
function relabelled({ cells, read, texts }: DocumentParts, fields: readonly Field[]): string[] {
  const now = byPlace(read.fields, fields)
  const before = inverse(read.shownBy)
  return cells.map((cell, i) => {
    const old = before.get(cell)
    const field = old && now.get(old)
    if (!old || !field || sameFields([field], [old])) return texts[i]!
    const holds = cell.children.length > 0 && (old.children?.length ?? 0) > 0
    const same = holds || shownText(field) === shownText(old)
    const label = same ? cell.label : encodeLabel({ text: shownText(field) }, isHtml(cell.style))
    return withCell(cell, label, fieldAttributes(field, holds))
  })
}

interface Around {
  readonly across: boolean
  /** Ids that are not free, and the one of the node's own cell. */
  readonly ids: Set<string>
  readonly nodeId: string
}

/** New cells, in the places that they would have anew, with the ids, styles and attributes that the cells of their fields had. */
function rebuilt(node: Node, { read }: DocumentParts, { across, ids: taken, nodeId }: Around): Node {
  const box = drawnBox(node)!
  const matches = matchFields(read.fields, node.fields!)
  const planned = planCells(node, box, across)
  const old = planned.map(({ field }) => {
    const before = field && matches.get(field)
    return before && read.shownBy.get(before)
  })
  const ids = planned.map(({ key }, i) => old[i]?.id ?? freshId(`${nodeId}-${key}`, taken))
  const texts = planned.map((part, i) => {
    const outer = planned[part.parent]
    const field = part.field && matches.get(part.field)
    const cell = cellOf(withOldCell(part, old[i], field), ids[i]!, {
      id: ids[part.parent] ?? '',
      box: outer?.box ?? { x: 0, y: 0 },
    })
    return canonicalCell([...cellLines(cell)].join(''))?.text.replace(' parent=""', '') ?? ''
  })
  return withInFile(node, [
    ['parts', texts],
    ['look', formatChildLayout(plannedChildLayout(node, across))],
  ])
}

function freshId(wanted: string, taken: Set<string>): string {
  let id = wanted
  for (let n = 2; taken.has(id); n++) id = `${wanted}_${n}`
  taken.add(id)
  return id
}

/** A cell with what a person made of the one that its field had; with its very label, where that says the same. */
function withOldCell(planned: PlannedCell, old: RawCell | undefined, before: Field | undefined): PlannedCell {
  const part = restyled(planned, old)
  if (!old || !before || !part.field) return part
  const leaves = old.children.length === 0 && !part.style.has('childLayout')
  const same = leaves && isHtml(old.style) && shownText(before) === shownText(part.field)
  const theirs = [...old.attributes].filter(
    ([name]) => !/^(label|id|diaglot(-.*)?)$/.test(name) && (same || name !== 'placeholders'),
  )
  return {
    ...part,
    label: same ? old.label : part.label,
    attributes: [...theirs, ...part.attributes],
  }
}

/** A cell with the colours and font that its field had. */
function restyled(planned: PlannedCell, old: RawCell | undefined): PlannedCell {
  if (!old || planned.style.has('childLayout') || old.style.has('childLayout')) return planned
  const style = new Map(planned.style)
  for (const [key, value] of old.style)
    if (/Color$|^font|[Oo]pacity$|^align$|^spacing/.test(key)) style.set(key, value)
  return { ...planned, style }
}
