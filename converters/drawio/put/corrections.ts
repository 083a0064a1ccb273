/** What has to be said on a page besides, since it would not read as it has to otherwise. */
import type { Edge, End, Graph } from '../../../src/ir/model.js'
import { cellElement } from '../document/cell-element.js'
import { parseXml } from '../document/xml.js'
import type { readPage } from '../read/read.js'
import { labelNamed, textsInFile } from '../words/beside.js'
import { inFile } from '../words/in-file.js'
import { hasLooseEnds } from '../words/loose-terminals.js'
import { opaqueCells } from '../words/opaque-cells.js'
import { type Stated, saysMore } from '../words/stated.js'
import type { CellUpdate } from './cells.js'
import type { ExistingPage } from './pages.js'
import { isOurs } from './related.js'

export type Corrections = Pick<
  CellUpdate,
  'fingerprint' | 'onLayer' | 'kinds' | 'stated' | 'fastened' | 'relabelled'
>

/**
 * What has to be said besides: the mark of where everything stands now, as long as that is ours and no person’s; on a page that we did
 * not write the direction and title that it does not show; of cells what they are, where they do not look like it; which lines have
 * to be fastened, since what a loose end was read to lead to is not there any more; and which need labels of their own, since the texts
 * beside them would not be read as such.
 */
export function correctionsOf(
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
  const kinds = new Map<string, string>()
  for (const table of ['nodes', 'groups'] as const) {
    // A text that is read as the label of a line has a cell, and is no node.
    const read = new Set([...cells[table]].flatMap(([name, { id }]) => (graph[table].has(name) ? [id] : [])))
    for (const [now, old] of update.oldNames?.[table] ?? []) {
      const id = update.cells[table].get(old)?.id
      const element = wanted[table].get(now)
      if (id === undefined || !element || read.has(id)) continue
      kinds.set(id, 'kind' in element ? element.kind : 'node')
    }
  }
  return {
    ...(!update.cells.drawn && fingerprint !== undefined && { fingerprint }),
    onLayer: missing,
    ...(isOurs(update.cells)
      ? { kinds: new Set(kinds.keys()) }
      : { stated: { ...(kinds.size > 0 ? NOTHING_KEPT : noLongerKept(graph, wanted)), kinds } }),
    fastened: noLongerMeant({ graph, cells }, update),
    relabelled: new Set([
      ...noLongerLabels({ graph, cells }, update),
      ...noLongerTitles({ graph, cells }, wanted, update),
    ]),
  }
}

/** All that two rounds found. */
export function together(a: Corrections, b: Corrections): Corrections {
  const ids = (name: 'kinds' | 'fastened' | 'relabelled') => new Set([...(a[name] ?? []), ...(b[name] ?? [])])
  const kept = (name: 'kept' | 'loose') => new Set([...(a.stated?.[name] ?? []), ...(b.stated?.[name] ?? [])])
  const kinds = new Map([...(a.stated?.kinds ?? []), ...(b.stated?.kinds ?? [])])
  return {
    ...b,
    onLayer: new Map([...(a.onLayer ?? []), ...(b.onLayer ?? [])]),
    kinds: ids('kinds'),
    stated: { kept: kept('kept'), loose: kept('loose'), kinds },
    fastened: ids('fastened'),
    relabelled: ids('relabelled'),
  }
}

/** Whether there is nothing more to be said. */
export const isNothing = ({ onLayer, kinds, stated, fastened, relabelled }: Corrections): boolean =>
  !saysMore(stated) && ![onLayer, kinds, fastened, relabelled].some(found => found?.size)

/** What is read as something else may be so only since what it belongs to is; so that is said first. */
const NOTHING_KEPT = { kept: new Set<string>(), loose: new Set<string>() } as const

/** The ids of cells that are to be kept, and read as nodes, groups, labels or edges now: lines that only end near shapes, and the others. */
function noLongerKept(read: Graph, wanted: Graph): Pick<Stated, 'kept' | 'loose'> {
  const [kept, loose] = [new Set<string>(), new Set<string>()]
  const [there, own] = [read, wanted].map(graph => graph.extras.get('drawio')?.get('cells'))
  if (own === undefined || String(there) === String(own)) return { kept, loose }
  const still = new Set(opaqueCells(read).flatMap(({ id, titles }) => (titles ? [] : [id])))
  for (const { id, text, titles } of opaqueCells(wanted)) {
    if (titles || still.has(id)) continue
    const parsed = parseXml(text)
    const attributes = (parsed.ok && cellElement(parsed.root)?.attributes) || new Map<string, string>()
    const isFastened = attributes.has('source') && attributes.has('target')
    ;(attributes.has('edge') && !isFastened ? loose : kept).add(id)
  }
  return { kept, loose }
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
