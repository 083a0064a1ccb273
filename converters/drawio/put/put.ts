/** A graph into the page of a draw.io file that it came from. */
import type { FormatOptions, PutChange } from '../../../src/format.js'
import type { Direction, Edge, End, Graph } from '../../../src/ir/model.js'
import { directionInWords } from '../../../src/lower/names.js'
import { inPlaces, withEdits } from '../../../src/messages/edits.js'
import type { Message, TextEdit } from '../../../src/messages/message.js'
import { parseXml } from '../document/xml.js'
import { type PageOptions, pageOptions, readPage } from '../read/read.js'
import { labelNamed, textsInFile } from '../words/beside.js'
import { inFile } from '../words/in-file.js'
import { hasLooseEnds } from '../words/loose-terminals.js'
import { pageName } from '../words/page-settings.js'
import { NO_LAYOUT } from '../write/page.js'
import { withPicturesRead } from './along.js'
import { type CellUpdate, updateCells } from './cells.js'
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
  for (let round = 0; round < 3; round++) {
    const again = readAgain(page, withEdits(page.text, inPlaces(edits)), pageOptions(options))
    if (!again) break
    const more = correctionsOf(again, merged.graph, update, page)
    const isTurned = direction && direction !== change.before.direction
    if (isTurned && more.onLayer?.has('direction') && corrections.onLayer?.has('direction'))
      return lanesFlow({ shown: inWords(again.graph.direction), wanted: inWords(direction) })
    corrections = {
      ...more,
      onLayer: new Map([...(corrections.onLayer ?? []), ...(more.onLayer ?? [])]),
      kinds: new Set([...(corrections.kinds ?? []), ...(more.kinds ?? [])]),
      fastened: new Set([...(corrections.fastened ?? []), ...(more.fastened ?? [])]),
      relabelled: new Set([...(corrections.relabelled ?? []), ...(more.relabelled ?? [])]),
    }
    edits = updateCells({ ...update, ...corrections }, page.text)
    if (![more.onLayer, more.kinds, more.fastened, more.relabelled].some(found => found?.size)) break
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

type Corrections = Pick<CellUpdate, 'fingerprint' | 'onLayer' | 'kinds' | 'fastened' | 'relabelled'>

/**
 * What has to be said besides: the mark of where everything stands now, as long as that is ours and no person’s; on a page that we did
 * not write the direction and title that it does not show; of cells what they are, where they do not look like it; which lines have
 * to be fastened, since what a loose end was read to lead to is not there any more; and which need labels of their own, since the texts
 * beside them would not be read as such.
 */
function correctionsOf(
  { graph, cells, fingerprint }: ReturnType<typeof readPage>,
  wanted: Graph,
  update: CellUpdate,
  { diagram }: ExistingPage,
): Corrections {
  const { direction, title } = wanted
  const missing = new Map<string, string>()
  if (direction && graph.direction !== direction) missing.set('direction', direction)
  // A page in a file has its title on its tab.
  if (!diagram && title !== undefined && graph.title !== title) missing.set('title', title)
  const kinds = new Set<string>()
  for (const table of ['nodes', 'groups'] as const) {
    // A text that is read as the label of a line has a cell, and is no node.
    const read = new Set([...cells[table]].flatMap(([name, { id }]) => (graph[table].has(name) ? [id] : [])))
    for (const [now, old] of update.oldNames?.[table] ?? []) {
      const id = update.cells[table].get(old)?.id
      if (id !== undefined && wanted[table].has(now) && !read.has(id)) kinds.add(id)
    }
  }
  return {
    ...(!update.cells.drawn && fingerprint !== undefined && { fingerprint }),
    onLayer: missing,
    kinds,
    fastened: noLongerMeant({ graph, cells }, update),
    relabelled: new Set([
      ...noLongerLabels({ graph, cells }, update),
      ...noLongerTitles({ graph, cells }, wanted, update),
    ]),
  }
}

/** The ids of lines with labels in texts beside them that are not read as these labels any more. */
const noLongerLabels = (read: Read, update: CellUpdate): Set<string> =>
  readOtherwise(read, update, (edge, now) => {
    const texts = textsInFile(edge)
    if (texts.length === 0) return false
    return !now || texts.some(({ name, says }) => labelNamed(now, name)?.text !== says.text)
  })

/** The ids of nodes and groups called by texts that are not read as what they are called any more. */
function noLongerTitles({ graph, cells }: Read, wanted: Graph, update: CellUpdate): Set<string> {
  const found = new Set<string>()
  for (const table of ['nodes', 'groups'] as const) {
    const read = new Map([...cells[table]].map(([name, { id }]) => [id, graph[table].get(name)?.label.text]))
    for (const [now, old] of update.oldNames?.[table] ?? []) {
      const id = update.cells[table].get(old)?.id
      const element = wanted[table].get(now)
      if (id === undefined || !element || inFile(element)?.get('title') === undefined) continue
      if (read.has(id) && read.get(id) !== element.label.text) found.add(id)
    }
  }
  return found
}

/** The ids of lines with loose ends that are read as other edges now, or as none. */
const noLongerMeant = (read: Read, update: CellUpdate): Set<string> => {
  const saysSame = (a: End, b: End): boolean => a.kind === b.kind && a.id === b.id && a.arrow === b.arrow
  return readOtherwise(read, update, (edge, now) => {
    if (!hasLooseEnds(edge)) return false
    return !now || !saysSame(now.from, edge.from) || !saysSame(now.to, edge.to)
  })
}

type Read = Pick<ReturnType<typeof readPage>, 'graph' | 'cells'>

/** The ids of those lines of a page that are not read as they have to be. @param isOther by the edge, and how it is read now, if it is */
function readOtherwise(
  { graph, cells }: Read,
  { merged, cells: before }: CellUpdate,
  isOther: (edge: Edge, now: Edge | undefined) => boolean,
): Set<string> {
  const read = new Map(cells.edges.map(({ id }, place) => [id, graph.edges[place]!]))
  const found = new Set<string>()
  merged.graph.edges.forEach((edge, i) => {
    const id = before.edges[merged.edgeFrom[i] ?? -1]?.id
    if (id !== undefined && isOther(edge, read.get(id))) found.add(id)
  })
  return found
}
