/** What a file says of how it was drawn. */
import type { FormatOptions } from '../../../src/format.js'
import { fileIn } from '../document/envelope.js'
import { readPage } from '../read/read.js'
import { wrapOfLayer } from '../words/page-size.js'
import { existingPages } from './pages.js'

/**
 * Goes in: a file in any form. Comes out: `wrap`, where all of its pages that we laid out say the same. Gives no messages: what is wrong
 * with a file, the update says. Source of the rule: ours, see “The page” in docs/drawio.md.
 */
export function drawnWith(existing: string): FormatOptions {
  const file = existingPages(fileIn(existing) ?? '')
  if ('code' in file || !file.pages.some(({ text }) => text.includes('wrap="'))) return {}
  const said = new Set(
    file.pages.map(({ source, place }) => wrapOfLayer(readPage(source, place).cells.layers[0])),
  )
  const [wrap] = said
  return said.size === 1 && wrap !== undefined ? { wrap } : {}
}
