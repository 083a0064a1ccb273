/** A graph into the page of a draw.io file that it came from. */
import type { FormatOptions, PutChange } from '../../../src/format.js'
import type { Direction, Graph } from '../../../src/ir/model.js'
import { directionInWords } from '../../../src/lower/names.js'
import { inPlaces, withEdits } from '../../../src/messages/edits.js'
import type { Message, TextEdit } from '../../../src/messages/message.js'
import { parseXml } from '../document/xml.js'
import { type PageOptions, pageOptions, readPage } from '../read/read.js'
import { pageName } from '../words/page-settings.js'
import { NO_LAYOUT } from '../write/page.js'
import { withPicturesRead } from './along.js'
import { updateCells } from './cells.js'
import { type Corrections, correctionsOf, isNothing, together } from './corrections.js'
import { lanesFlow } from './messages.js'
import { oldNamesOf, withNewNames, withSameLines } from './names.js'
import { withOldFields } from './old-fields.js'
import { layerNamed, onLayer } from './on-layer.js'
import { fileEdits, settingsEdit } from './page-edits.js'
import { type ExistingPage, existingPages } from './pages.js'
import { placeNew } from './place.js'
import { withOldPlaces } from './places.js'
import { withoutUsualParts } from './usual-parts.js'

/**
 * The edits that make a page read as another graph. Cells of what did not change keep their bytes, and where they stand; what is
 * new stands near its neighbours, and the rest makes room where there is none. A packed page is packed anew.
 */
export function putDrawio(
  text: string,
  change: PutChange,
  options: FormatOptions,
): readonly TextEdit[] | Message {
  const file = existingPages(text)
  const page = 'code' in file ? undefined : file.pages.find(candidate => isPageOf(candidate, change.before))
  if (!page) return []
  const { graph, cells, carried, fingerprint } = readPage(page.source, page.place, {
    ...pageOptions(options),
    whole: true,
  })
  const base = withoutUsualParts(graph, cells)
  const matched = withSameLines(change)
  const placed = withOldPlaces(base, { ...change, matched })
  const merged = withOldFields(placed, base, { source: change.after, matched, cells })
  const named = withNewNames(base, cells, matched)
  const layer = options.layer === undefined ? undefined : layerNamed(cells, String(options.layer))
  if (typeof layer === 'object') return layer
  const anywhere = placeNew(merged, named.graph, named.cells, NO_LAYOUT)
  const laid = layer === undefined ? anywhere : onLayer(anywhere, merged, named.cells, layer)
  const update = { base, merged, placed: laid, cells, carry: carried, oldNames: oldNamesOf(matched) }
  const { direction } = merged.graph
  let corrections: Corrections = !cells.drawn && fingerprint !== undefined ? { fingerprint } : {}
  let edits = updateCells({ ...update, ...corrections }, page.text)
  // What cells say that they are bears on what the page shows, so after the first round there may be something to say of that.
  for (let round = 0; round < 4; round++) {
    const again = readAgain(page, withEdits(page.text, inPlaces(edits)), pageOptions(options))
    if (!again) break
    const more = correctionsOf(again, merged.graph, update, page)
    const isTurned = direction && direction !== change.before.direction
    if (isTurned && more.onLayer?.has('direction') && corrections.onLayer?.has('direction'))
      return lanesFlow({ shown: inWords(again.graph.direction), wanted: inWords(direction) })
    corrections = together(corrections, more)
    edits = updateCells({ ...update, ...corrections }, page.text)
    if (isNothing(more)) break
  }
  const settings = settingsEdit(page, base, merged.graph)
  const { title } = merged.graph
  const name = title === base.title ? undefined : pageName(title, page.place)
  return inPlaces(fileEdits(page, { edits: settings ? [settings, ...edits] : edits, name }))
}

/**
 * What only the look of a page says is nothing that an edit has to keep: a graph that says no direction flows as its places show, and a
 * text that belonged to nothing is no note any more once a line ends at it, or it has a link or another shape; nor the other way round. Pictures are
 * where their shapes are.
 */
export function withLookRead(asked: Graph, read: Graph): Graph {
  const { direction, nodes } = read
  const wanted = withPicturesRead(asked, read)
  const flowing = wanted.direction === undefined && direction ? { ...wanted, direction } : wanted
  if ([...wanted.nodes].every(([id, { note }]) => note === nodes.get(id)?.note || !nodes.has(id)))
    return flowing
  const seen = [...wanted.nodes].map(([id, node]) => {
    const read = nodes.get(id)
    const { note, ...rest } = node
    return [id, !read || read.note === note ? node : read.note ? { ...rest, note: read.note } : rest] as const
  })
  return { ...flowing, nodes: new Map(seen) }
}

/** Whether a graph was read from a page, by the place that the reader gave it. */
function isPageOf({ source, packed, diagram }: ExistingPage, { at }: Graph): boolean {
  if (!at) return false
  const { start, end } = packed && diagram ? { start: diagram.start, end: diagram.tagEnd } : source.model
  return at[0] === start && at[1] === end
}

/** A page as it reads with its cells brought up to date. */
function readAgain({ packed, place, source }: ExistingPage, text: string, options: PageOptions) {
  if (packed) {
    const parsed = parseXml(text)
    return parsed.ok ? readPage({ ...source, model: parsed.root }, place, options) : undefined
  }
  const file = existingPages(text)
  const page = 'code' in file ? undefined : file.pages.find(candidate => candidate.place === place)
  return page && readPage(page.source, place, options)
}

/** A page that shows no direction flows down. */
const inWords = (direction: Direction = 'TB'): string => directionInWords(direction)
