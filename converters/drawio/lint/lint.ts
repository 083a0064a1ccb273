/** The linter of draw.io: what its editor allows and nobody means. */
import type { ReadResult } from '../../../src/format.js'
import type { Range } from '../../../src/ir/model.js'
import { hasErrors, type Message } from '../../../src/messages/message.js'
import { textOfHtml } from '../document/html.js'
import type { RawCell } from '../document/raw.js'
import { numberOf } from '../document/style.js'
import * as say from './messages.js'
import { type CellsOfPage, cellsOfPages } from './pages.js'

/**
 * What is to be said of a file that was read: what the reader says and, where there are no errors, what the rules find. Gives
 * `lint/stacked-shape`, `lint/outside-container` and `lint/empty-page`.
 * @see https://www.drawio.com/doc/
 */
export function lintDrawio(text: string, { messages }: ReadResult): readonly Message[] {
  if (hasErrors(messages)) return messages
  const pages = cellsOfPages(text)
  return [
    ...messages,
    ...emptyPages(pages),
    ...pages.flatMap(({ cells }) => [...stacked(cells), ...outside(cells)]),
  ]
}

/** A shape by itself: no label of a line, no port, nothing that is laid out by what it stands in. */
const isShape = ({ kind, relative, around, box }: RawCell): boolean =>
  kind === 'vertex' && !relative && around?.kind !== 'edge' && box.width > 0 && box.height > 0

/** Pasted twice, without being moved: it has the place, the look and the words of another one, and nothing in it. */
function* stacked(cells: readonly RawCell[]): Generator<Message> {
  const seen = new Set<string>()
  for (const cell of cells) {
    if (!isShape(cell) || cell.children.length > 0 || nameOf(cell) === '') continue
    const { x, y, width, height } = cell.box
    const key = JSON.stringify([cell.parent, x, y, width, height, cell.label, [...cell.style]])
    if (seen.has(key)) yield say.stacked({ name: nameOf(cell) }, placeOf(cell))
    seen.add(key)
  }
}

/** Moved to somewhere else on the page without the lane's letting go of it: it would go along wherever the lane goes. */
function* outside(cells: readonly RawCell[]): Generator<Message> {
  for (const cell of cells) {
    const { around } = cell
    if (!around || !isShape(cell) || !isShape(around) || around.style.get('shape') !== undefined) continue
    if (!around.style.has('swimlane') || isFolded(around) || nameOf(cell) === '' || nameOf(around) === '')
      continue
    if (isTurned(cell) || isTurned(around) || !areApart(cell.box, around.box)) continue
    yield say.outside({ name: nameOf(cell), container: nameOf(around) }, placeOf(cell))
  }
}

function* emptyPages(pages: readonly CellsOfPage[]): Generator<Message> {
  const isEmpty = ({ cells }: CellsOfPage): boolean => !cells.some(({ kind }) => kind !== 'other')
  if (pages.every(isEmpty)) return
  for (const page of pages) if (isEmpty(page)) yield say.emptyPage({ page: page.name }, page.at)
}

const isFolded = ({ element }: RawCell): boolean =>
  [element, ...element.children].some(({ attributes }) => attributes.get('collapsed') === '1')

const isTurned = ({ style }: RawCell): boolean => (numberOf(style.get('rotation')) ?? 0) % 360 !== 0

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const areApart = (a: Box, b: Box): boolean =>
  a.x > b.x + b.width || b.x > a.x + a.width || a.y > b.y + b.height || b.y > a.y + a.height

function nameOf({ label, style }: RawCell): string {
  const text = (style.get('html') === '1' ? textOfHtml(label) : label).replace(/\s+/g, ' ').trim()
  return text.length > 40 ? `${[...text].slice(0, 36).join('')}…` : text
}

const placeOf = ({ at, element }: RawCell): Range => at ?? [element.start, element.tagEnd]
