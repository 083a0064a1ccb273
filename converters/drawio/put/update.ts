/** `--update`: a draw.io file that a person went on editing, brought up to date with its source. */
import type { Matched } from '../../../src/diff/match.js'
import type { Drawing, FormatOptions, UpdateResult } from '../../../src/format.js'
import { sameGraph } from '../../../src/ir/difference.js'
import type { Graph } from '../../../src/ir/model.js'
import { wrapOf } from '../../../src/layout/wrap.js'
import { inPlaces, withEdits } from '../../../src/messages/edits.js'
import type { Message, TextEdit } from '../../../src/messages/message.js'
import type { Theme } from '../../../src/theme/theme.js'
import { isAsWritten, withDigest } from '../document/digest.js'
import type { XmlElement } from '../document/xml.js'
import { type PageCells, readPage } from '../read/read.js'
import { baseText, readBase, tabOf } from '../words/base.js'
import { namesInWords, placeNamed } from '../words/choice.js'
import { inFileOf, withInFile } from '../words/in-file.js'
import { pageName } from '../words/page-settings.js'
import { wrapInFile } from '../words/page-size.js'
import { pageTheme, themeOfLayer } from '../words/theme.js'
import { NO_LAYOUT } from '../write/page.js'
import { modelLines, pageId, pageLines, tabFor } from '../write/write.js'
import { type Themes, updateCells } from './cells.js'
import { knownFrom } from './known.js'
import { type Merged, mergeGraph } from './merge.js'
import type { Say } from './merge-parts.js'
import { noPageToUpdate, onePageAlone } from './messages.js'
import { oldNamesOf, withNewNames } from './names.js'
import { layerNamed, onLayer } from './on-layer.js'
import { fileEdits, type PageEdits, settingsEdit, tagEdit } from './page-edits.js'
import { type ExistingFile, type ExistingPage, existingPages } from './pages.js'
import { placeNew } from './place.js'
import { isOurs, unrelated } from './related.js'
import { placedSince, updatedSince } from './since-written.js'
import { sayChanges } from './since-written-report.js'
import { withoutUsualParts } from './usual-parts.js'

/**
 * Adds, renames and removes what the drawings say otherwise than the existing file, and keeps everything else
 * as it is there: places, sizes, styles, bends, page settings, cells and layers of a person's own. A page on
 * which nobody moved or added anything is laid out anew when its source changed. Where nothing changed, the
 * text is the same. Never throws. Gives `syntax/update` and `repair/update-…`.
 */
export function updateDrawio(
  existing: string,
  drawings: readonly Drawing[],
  options: FormatOptions = {},
): UpdateResult {
  const file = existingPages(existing)
  if ('code' in file) return { text: existing, messages: [file] }
  const pairs =
    options.page === undefined ? pairPages(file.pages, drawings) : pageAlone(file, drawings, options.page)
  if ('code' in pairs) return { text: existing, messages: [pairs] }
  const messages: Message[] = []
  const edits: TextEdit[] = []
  const refused: Message[] = []
  const fresh: Drawing[] = []
  drawings.forEach((drawing, i) => {
    const page = pairs[i]
    if (!page) {
      fresh.push(drawing)
      return
    }
    const updated = updatePage(page, drawing, options)
    if ('code' in updated) {
      refused.push(updated)
      return
    }
    for (const said of updated.messages) messages.push(said)
    for (const edit of fileEdits(page, updated)) edits.push(edit)
  })
  if (refused.length > 0) return { text: existing, messages: refused }
  for (const edit of addedPages(existing, file.root, fresh, file.pages.length, options)) edits.push(edit)
  const text = withEdits(existing, inPlaces(edits))
  // What nobody had edited is ours as before.
  return { text: text !== existing && isAsWritten(existing) ? withDigest(text) : text, messages }
}

/** The page that was asked for, for the one drawing that there is. */
function pageAlone(
  { pages }: ExistingFile,
  drawings: readonly Drawing[],
  wanted: string | boolean,
): ExistingPage[] | Message {
  if (drawings.length !== 1) return onePageAlone({ given: drawings.length })
  const names = pages.map(({ source }) => source.name)
  const place = placeNamed(names, String(wanted))
  return place === undefined
    ? noPageToUpdate({ wanted: String(wanted), names: namesInWords(names) })
    : [pages[place]!]
}

/** The page of each drawing: by its name, else the one in its place among those that are left. */
function pairPages(
  pages: readonly ExistingPage[],
  drawings: readonly Drawing[],
): (ExistingPage | undefined)[] {
  const left = new Set(pages)
  const wanted = drawings.map(({ graph, name }, i) => pageName(graph.title ?? name, i + 1))
  const pairs = wanted.map(name => {
    for (const page of left) {
      if (page.source.name !== name) continue
      left.delete(page)
      return page
    }
    return undefined
  })
  const known = pages.length === drawings.length || drawings.length === 1
  return pairs.map((page, i) => {
    if (page || !known) return page
    const next = drawings.length === 1 ? [...left][0] : left.has(pages[i]!) ? pages[i] : undefined
    if (next) left.delete(next)
    return next
  })
}

interface UpdatedPage extends PageEdits {
  readonly messages: readonly Message[]
}

function updatePage(page: ExistingPage, given: Drawing, options: FormatOptions): UpdatedPage | Message {
  const read = readPage(page.source, page.place)
  const { cells } = read
  const themes = themesOf(cells, options)
  const base = readBase(cells.layers[0]?.attributes.get('diaglot-base'))
  const drawing = named(given, base)
  const layer = options.layer === undefined ? undefined : layerNamed(cells, String(options.layer))
  if (typeof layer === 'object') return layer
  const onFirst = layer === undefined || layer === cells.layers[0]?.id
  const untouched = onFirst && !cells.drawn && !read.graph.extras.get('drawio')?.has('cells')
  if (untouched && (!base || sameGraph(read.graph, base)))
    return updateUntouched(page, read, drawing, {
      base,
      themes,
      wrap: wrapOf(options) ?? wrapInFile(drawing.graph),
    })
  const whole = readWhole(page, drawing.graph)
  const refused = unrelated(page.source, whole.graph, drawing.graph, whole.cells)
  if (refused) return refused
  const messages: Message[] = []
  const say: Say = said => {
    messages.push(said)
  }
  const since = base && updatedSince(whole.graph, base, drawing.graph, whole.cells)
  if (since) sayChanges(whole.graph, since, drawing.graph, say)
  const isSame =
    base && sameGraph(base, drawing.graph) && read.carried === drawing.carry && themes.before === themes.after
  if (isSame) return { edits: [], name: undefined, messages }
  const merged = since
    ? placedSince(whole.graph, since, whole.cells, say)
    : mergeGraph(whole.graph, drawing.graph, whole.cells)
  for (const said of merged.messages) messages.push(said)
  return {
    ...patched(page, whole, merged, drawing, {
      matched: since?.matched,
      themes,
      layer,
      written: baseFor(drawing, base),
    }),
    messages,
  }
}

/** A drawing without a title has that which its page had from the name of its file. */
function named(drawing: Drawing, base: Graph | undefined): Drawing {
  const tab = tabOf(base)
  if (tab === undefined || drawing.graph.title !== undefined) return drawing
  return { ...drawing, name: tab, graph: { ...drawing.graph, title: tab } }
}

/** What the page is to say of what is written on it now: a title that is only the name of its file is none. */
function baseFor({ graph, name }: Drawing, base: Graph | undefined): string {
  const tab = tabOf(base)
  if (tab === undefined || graph.title !== tab) return baseText(graph, tabFor(graph, name))
  const { title: _, ...untitled } = graph
  return baseText(untitled, tab)
}

type Read = ReturnType<typeof readPage>

interface Untouched {
  readonly base: Graph | undefined
  readonly themes: Themes
  /** How long the rows of the flow may be in the drawing. */
  readonly wrap: number | undefined
}

/** A page that is as it was written, as it would be written now. */
function updateUntouched(
  page: ExistingPage,
  read: Read,
  drawing: Drawing,
  { base, themes, wrap }: Untouched,
): UpdatedPage | Message {
  const refused = unrelated(page.source, read.graph, drawing.graph, read.cells)
  if (refused) return refused
  const merged = base
    ? asInSource(read, base, drawing.graph)
    : mergeGraph(read.graph, drawing.graph, read.cells)
  const { graph, messages } = merged
  const name = graph.title === read.graph.title ? undefined : pageName(graph.title, page.place)
  const same =
    sameGraph(read.graph, graph) && read.carried === drawing.carry && themes.before === themes.after
  if (same) return { edits: [], name, messages }
  const anew = { ...drawing, graph: withInFile(graph, [['base', baseFor(drawing, base)]]) }
  return { edits: [wholeModel(page, anew, themes.after, wrap)], name, messages }
}

/** Of a page that shows just its base: the source, and what it changed. */
function asInSource({ graph: page, cells }: Read, base: Graph, source: Graph) {
  const messages: Message[] = []
  const since = updatedSince(page, base, source, cells)
  sayChanges(page, since, source, said => {
    messages.push(said)
  })
  return { graph: { ...source, ...inFileOf(page) }, messages }
}

interface How {
  /** What of the page is in the merged graph under which name. */
  readonly matched: Matched | undefined
  readonly themes: Themes
  /** What the page is to say of what was written there last. */
  readonly written: string
  /** The layer that what is new goes on. */
  readonly layer: string | undefined
}

/** The edits of a page on which a person did something. */
function patched(
  page: ExistingPage,
  { graph: base, cells }: Read,
  merged: Merged,
  { layout = NO_LAYOUT, carry, from }: Drawing,
  { matched, themes, layer, written }: How,
): PageEdits {
  const named = matched ? withNewNames(base, cells, matched) : { graph: base, cells }
  const anywhere = placeNew(merged, named.graph, named.cells, layout)
  const placed = layer === undefined ? anywhere : onLayer(anywhere, merged, named.cells, layer)
  const update = { base, merged, placed, cells, carry, themes, written, mermaid: from === 'mermaid' }
  const edits = updateCells({ ...update, ...(matched && { oldNames: oldNamesOf(matched) }) }, page.text)
  const settings = settingsEdit(page, base, merged.graph)
  const { title } = merged.graph
  const name = title === base.title ? undefined : pageName(title, page.place)
  return { edits: settings ? [settings, ...edits] : edits, name }
}

/** A page of ours keeps its theme, unless another one is asked for; one of somebody else has none. */
function themesOf({ layers }: PageCells, { theme }: FormatOptions): Themes {
  const before = themeOfLayer(layers[0])
  const after = theme === undefined || !isOurs({ layers }) ? before : pageTheme(theme)
  return { before, after }
}

/** A page with where everything stands. One that we did not write says nowhere which way its diagram flows: as the source does, then. */
function readWhole({ source, place }: ExistingPage, graph: Graph): ReturnType<typeof readPage> {
  const page = readPage(source, place, { whole: true, known: knownFrom(graph) })
  const read = { ...page, graph: withoutUsualParts(page.graph, page.cells) }
  if (isOurs(read.cells)) return read
  const { direction: _, ...rest } = read.graph
  return { ...read, graph: { ...rest, ...(graph.direction && { direction: graph.direction }) } }
}

/** A page on which everything is ours, as it would be written now. */
function wholeModel(
  { source, text, packed, diagram }: ExistingPage,
  drawing: Drawing,
  theme: Theme | undefined,
  wrap: number | undefined,
): TextEdit {
  const indent =
    packed || !diagram ? '' : (/(?:^|\n)([ \t]*)$/.exec(text.slice(0, source.model.start))?.[1] ?? '')
  const { start, end } = source.model
  return { start, end, text: [...modelLines(drawing, theme, wrap)].join(`\n${indent}`) }
}

/** Pages for drawings that have none yet, behind the others. */
function addedPages(
  existing: string,
  root: XmlElement,
  drawings: readonly Drawing[],
  count: number,
  options: FormatOptions,
): TextEdit[] {
  if (drawings.length === 0 || root.name !== 'mxfile') return []
  const taken = new Set(root.children.map(({ attributes }) => attributes.get('id') ?? ''))
  const lines = drawings.flatMap((drawing, i) => {
    const place = count + i + 1
    return [...pageLines(drawing, place, pageId(drawing, place, taken), options)]
  })
  const text = lines.map(line => `  ${line}\n`).join('')
  const pages = new Map([['pages', String(count + drawings.length)]])
  const tag = root.attributes.has('pages') ? [tagEdit(root, pages)] : []
  if (root.children.length === 0 && root.tagEnd === root.end) return []
  const end = existing.lastIndexOf('</', root.end)
  return [...tag, { start: end, end, text }]
}
