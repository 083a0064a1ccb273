/** What draw.io shows of a cell, where its file has the texts in another way than we would. */

import type { Message } from '../../../src/messages/message.js'
import { encodeLabel, sanitizeHtml } from '../document/html.js'
import { isSafeUrl } from '../document/links.js'
import type { RawCell } from '../document/raw.js'
import { parseCellData, readTextDatum } from '../words/cell-data.js'
import { isHtml } from '../words/cell-parts.js'
import { displayedLabel, type Lookup, lookupIn, shownText } from '../words/placeholders.js'
import { isOtherwise } from '../words/source-texts.js'
import { unsafeLink } from './messages.js'

export interface Displayed {
  readonly displayed: RawCell
  /** What the file says of `label`, `link` and `tooltip`, where that is something else. */
  readonly raw: ReadonlyMap<string, string>
}

const NOTHING: ReadonlyMap<string, string> = new Map()

/** Gives `repair/unsafe-link`. @param variables of the file and page */
export function displayedCell(
  cell: RawCell,
  variables: ReadonlyMap<string, string>,
  messages: Message[],
): Displayed {
  const { attributes } = cell
  const lookup = lookupIn(cell, variables)
  const html = isHtml(cell.style)
  const clean = (text: string): string => (html ? sanitizeHtml(text) : text)
  const written = clean(cell.label)
  const label = clean(displayedLabel(written, attributes, lookup))
  const on = attributes.get('placeholders') === '1'
  // Where something was taken out of a label, the label itself keeps it, and is written without.
  const own =
    (on || written === cell.label) && isOtherwise(written, label, html) && !isInCellData(cell, label, html)
  const raw = own ? new Map([['label', written]]) : NOTHING
  return on
    ? withLinks({ displayed: label === written ? cell : { ...cell, label }, raw }, lookup, messages)
    : { displayed: cell, raw }
}

/** Whether the text of a label stands beside it, so that the label itself says nothing more. */
function isInCellData({ attributes }: RawCell, label: string, html: boolean): boolean {
  const datum = readTextDatum(parseCellData(attributes.get('diaglot')).get('label'))
  return datum !== undefined && encodeLabel(datum, html) === label
}

/** Gives `repair/unsafe-link`. */
function withLinks(
  { displayed: cell, raw: label }: Displayed,
  lookup: Lookup,
  messages: Message[],
): Displayed {
  const { attributes } = cell
  const raw = new Map(label)
  const style = new Map(cell.style)
  for (const name of ['link', 'tooltip']) {
    const text = style.get(`#${name}`)
    const said = typeof text === 'string' ? shownText(text, attributes, lookup) : undefined
    if (said === undefined || said === text) continue
    if (name === 'link' && !isSafeUrl(said)) {
      style.delete('#link')
      messages.push(unsafeLink(cell, cell.at))
      continue
    }
    style.set(`#${name}`, said)
    raw.set(name, text!)
  }
  return { displayed: { ...cell, style }, raw }
}
