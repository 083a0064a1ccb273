/** A graph into the page of a draw.io file that it came from. */
import type { FormatOptions, PutChange } from '../../../src/format.js'
import type { Graph } from '../../../src/ir/model.js'
import { inPlaces, withEdits } from '../../../src/messages/edits.js'
import type { TextEdit } from '../../../src/messages/message.js'
import { parseXml } from '../document/xml.js'
import { type PageOptions, pageOptions, readPage } from '../read/read.js'
import { pageName } from '../words/page-settings.js'
import { NO_LAYOUT } from '../write/page.js'
import { type CellUpdate, updateCells } from './cells.js'
import { oldNamesOf, withNewNames, withSameLines } from './names.js'
import { fileEdits, settingsEdit } from './page-edits.js'
import { type ExistingPage, existingPages } from './pages.js'
import { placeNew } from './place.js'
import { withOldPlaces } from './places.js'
import { withoutUsualParts } from './usual-parts.js'

/**
 * The edits that make a page read as another graph. Cells of what did not change keep their bytes, and where they stand; what is
 * new stands near its neighbours, and the rest makes room where there is none. A packed page is packed anew.
 */
export function putDrawio(text: string, change: PutChange, options: FormatOptions): readonly TextEdit[] {
  const file = existingPages(text)
  const page = 'code' in file ? undefined : file.pages.find(candidate => isPageOf(candidate, change.before))
  if (!page) return []
  const { graph, cells, carried, fingerprint } = readPage(page.source, page.place, {
    ...pageOptions(options),
    whole: true,
  })
  const base = withoutUsualParts(graph, cells)
  const matched = withSameLines(change)
  const merged = withOldPlaces(base, { ...change, matched })
  const named = withNewNames(base, cells, matched)
  const placed = placeNew(merged, named.graph, named.cells, NO_LAYOUT)
  const update = { base, merged, placed, cells, carry: carried, oldNames: oldNamesOf(matched) }
  const first = updateCells(
    { ...update, ...(!cells.drawn && fingerprint !== undefined && { fingerprint }) },
    page.text,
  )
  const again = readAgain(page, withEdits(page.text, inPlaces(first)), pageOptions(options))
  const said = again ? correctionsOf(again, merged.graph, cells.drawn) : {}
  const edits = updateCells({ ...update, ...said }, page.text)
  const settings = settingsEdit(page, base, merged.graph)
  const { title } = merged.graph
  const name = title === base.title ? undefined : pageName(title, page.place)
  return inPlaces(fileEdits(page, { edits: settings ? [settings, ...edits] : edits, name }))
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

/**
 * What the first layer has to say besides: the mark of where everything stands now, as long as that is ours and no person’s; and
 * the direction, where the places on a page that we did not write no longer show it.
 */
function correctionsOf(
  { graph, fingerprint }: ReturnType<typeof readPage>,
  wanted: Graph,
  drawn: boolean,
): Pick<CellUpdate, 'fingerprint' | 'direction'> {
  const { direction } = wanted
  return {
    ...(!drawn && fingerprint !== undefined && { fingerprint }),
    ...(direction && graph.direction !== direction && { direction }),
  }
}
