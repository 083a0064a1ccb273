/** Pictures that lie on a shape or beside it move with it. */
import type { Graph, Value } from '../../../src/ir/model.js'
import { rounded } from '../document/box.js'
import { cellElement } from '../document/cell-element.js'
import type { RawCell } from '../document/raw.js'
import { parseXml, type XmlElement } from '../document/xml.js'
import { elementText } from '../document/xml-text.js'
import type { PageCells } from '../read/read.js'
import { drawnWith } from '../words/in-file.js'
import { originOf } from '../write/page.js'
import type { Place } from './patch.js'
import type { Side } from './written.js'

interface Update {
  readonly base: Graph
  readonly cells: PageCells
}

/**
 * By id: where the pictures of what moves stand then, as far from it as before. Who changes the group of a shape, has them in what that stands in.
 * Texts that are its label are none of them: these stay or go with the label (`labels-of-page.ts`).
 */
export function movedAlong(
  raws: ReadonlyMap<string, RawCell>,
  old: Side,
  now: Side,
  { base, cells }: Update,
): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>()
  const titles = new Set([...old.page.titles.values()].map(({ id }) => id))
  for (const table of ['nodes', 'groups'] as const)
    for (const [id, cell] of cells[table]) {
      const parts = drawnWith(base[table].get(id) ?? {})
      const [from, to] = [old.page.boxes.get(cell.id), now.page.boxes.get(cell.id)]
      if (parts.length === 0 || !from || !to || !now.cells.has(cell.id)) continue
      const [oldParent, parent] = [old.page.parents.get(cell.id), now.page.parents.get(cell.id)]
      for (const part of parts) {
        const raw = raws.get(part)
        if (!raw || raw.relative || titles.has(part) || now.cells.has(part) || holds(raw, cell)) continue
        const around = oldParent === parent || parent === undefined ? raw.parent : parent
        const origin = originOf(now.page, around)
        const place = {
          parent: around,
          x: rounded(raw.box.x + to.x - from.x - origin.x),
          y: rounded(raw.box.y + to.y - from.y - origin.y),
        }
        const was = originOf(old.page, raw.parent)
        const isSame = raw.box.x - was.x === place.x && raw.box.y - was.y === place.y
        if (around !== raw.parent || !isSame) found.set(part, place)
      }
    }
  return found
}

/** Whether a cell stands in another, however deep. */
function holds(outer: RawCell, cell: RawCell): boolean {
  const passed = new Set<RawCell>()
  for (let up = cell.around; up && !passed.has(up); up = up.around) {
    if (up === outer) return true
    passed.add(up)
  }
  return false
}

/**
 * Where the pictures of shapes stand is nothing that a graph asks for: what is wanted has them where the page has them.
 * @param read what the page reads as
 */
export function withPicturesRead(wanted: Graph, read: Graph): Graph {
  const [own, there] = [cellsOf(wanted), cellsOf(read)]
  if (own.length === 0 || own.length !== there.length || own.every((text, i) => text === there[i]))
    return wanted
  const pictures = new Set([...read.nodes.values(), ...read.groups.values()].flatMap(drawnWith))
  const texts = new Map(there.flatMap(text => readCell(text)))
  const isSame = (text: string): boolean =>
    readCell(text).every(([id, cell]) => {
      const other = texts.get(id)
      return other && (other.text === text || (pictures.has(id) && bare(other.root) === bare(cell.root)))
    })
  if (!own.every(isSame)) return wanted
  const values = new Map(wanted.extras.get('drawio')).set('cells', there)
  return { ...wanted, extras: new Map([...wanted.extras, ['drawio', values]]) }
}

function cellsOf({ extras }: Graph): readonly string[] {
  const cells = extras.get('drawio')?.get('cells')
  return Array.isArray(cells)
    ? (cells as readonly Value[]).filter((text): text is string => typeof text === 'string')
    : []
}

interface CellText {
  readonly text: string
  readonly root: XmlElement
}

function readCell(text: string): (readonly [string, CellText])[] {
  const parsed = parseXml(text)
  const id = parsed.ok ? parsed.root.attributes.get('id') : undefined
  return parsed.ok && id !== undefined ? [[id, { text, root: parsed.root }]] : []
}

/** A cell without its place, as text. */
function bare(root: XmlElement): string {
  const cell = cellElement(root)
  if (!cell) return elementText(root)
  const attributes = new Map(cell.attributes)
  attributes.delete('parent')
  const children = cell.children.map(child => {
    if (child.name !== 'mxGeometry') return child
    const place = new Map(child.attributes)
    for (const key of ['x', 'y']) place.delete(key)
    return { ...child, attributes: place }
  })
  const inner = { ...cell, attributes, children }
  if (cell === root) return elementText(inner)
  return elementText({ ...root, children: root.children.map(child => (child === cell ? inner : child)) })
}
