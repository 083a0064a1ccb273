/** What draw.io shows of a cell whose texts have placeholders. */
import { type Message, message } from '../../src/messages/message.js'
import { isHtml } from './cell-parts.js'
import { sanitizeHtml } from './html.js'
import { isSafeUrl } from './links.js'
import { lookupIn, shownLabel, shownText } from './placeholders.js'
import type { RawCell } from './raw.js'

export interface Shown {
  readonly shown: RawCell
  /** What the file says of `label`, `link` and `tooltip`, where that is something else. */
  readonly raw: ReadonlyMap<string, string>
}

const NOTHING: ReadonlyMap<string, string> = new Map()

/** Gives `repair/unsafe-link`. @param variables of the file and page */
export function shownCell(
  cell: RawCell,
  variables: ReadonlyMap<string, string>,
  messages: Message[],
): Shown {
  const { attributes } = cell
  if (attributes.get('placeholders') !== '1') return { shown: cell, raw: NOTHING }
  const lookup = lookupIn(cell, variables)
  const raw = new Map<string, string>()
  const written = isHtml(cell.style) ? sanitizeHtml(cell.label) : cell.label
  const label = shownLabel(written, attributes, lookup)
  if (label !== written) raw.set('label', written)
  const style = new Map(cell.style)
  for (const name of ['link', 'tooltip']) {
    const text = style.get(`#${name}`)
    const said = typeof text === 'string' ? shownText(text, attributes, lookup) : undefined
    if (said === undefined || said === text) continue
    if (name === 'link' && !isSafeUrl(said)) {
      style.delete('#link')
      const why = `The link of the cell “${cell.id}” would run a script; it is left out.`
      messages.push(message('repair/unsafe-link', why, cell.at && { at: cell.at }))
      continue
    }
    style.set(`#${name}`, said)
    raw.set(name, text!)
  }
  return { shown: { ...cell, style, ...(label !== written && { label }) }, raw }
}
