/** The nodes, groups and edges of a page, from its sorted cells. */

import { inverse } from '../../../src/ir/lists.js'
import type { Edge, Group, Node } from '../../../src/ir/model.js'
import type { DrawnFields } from '../../../src/layout/boxes.js'
import type { Message } from '../../../src/messages/message.js'
import { isBesideLayers, type RawCell } from '../document/raw.js'
import { numberOf } from '../document/style.js'
import type { LabelPlaces } from '../words/beside.js'
import { isEdgeLabel } from '../words/edge-labels.js'
import type { ReadFields } from '../words/records/fields-in-cells.js'
import { attachments, looseEnds, noShapes } from './attach.js'
import { type FindTexts, findTexts, placesOf, statedTexts, textsSaid } from './besides.js'
import { displayedCell } from './displayed.js'
import { behindNumbered, inFreePlaces, type Met } from './edge-order.js'
import type { Place } from './element-parts.js'
import { type EndId, readEdge, readGroup, readNode } from './elements.js'
import { nameOf } from './infer.js'
import { type EndName, endNames } from './line-ends.js'
import { type AttachedLine, attachedEdges, looseEdge } from './messages.js'
import { inferNotes, markNotes, notesSaid } from './notes.js'
import { drawnFields } from './records/drawn-fields.js'
import { readRecords } from './records/read.js'
import type { Sorted } from './sort.js'

/** The cells that the nodes, groups and edges of a graph were made of. */
export interface PartCells {
  readonly nodes: ReadonlyMap<string, RawCell>
  readonly groups: ReadonlyMap<string, RawCell>
  /** In the order of the graph's edges. */
  readonly edges: readonly RawCell[]
}

export interface Parts {
  readonly nodes: readonly Node[]
  readonly groups: readonly Group[]
  /** By node id: how fields were drawn. */
  readonly fields: ReadonlyMap<string, DrawnFields>
  readonly edges: readonly Edge[]
  /** Texts that are labels of edges. */
  readonly texts: ReadonlySet<RawCell>
  /** By edge: where its labels stand that are texts beside its line. */
  readonly besides: readonly (LabelPlaces | undefined)[]
  readonly opaque: readonly RawCell[]
  readonly nodeIds: ReadonlySet<string>
  readonly groupIds: ReadonlySet<string>
  readonly cells: PartCells
}

const NODE_KINDS: ReadonlySet<string> = new Set(['node'])
const GROUP_KINDS: ReadonlySet<string> = new Set(['lane', 'cluster'])

/** The ids that a cell may have as a node or group, best first. */
function wantedIds({ id, attributes }: RawCell, kinds: ReadonlySet<string>): (string | undefined)[] {
  const kind = attributes.get('diaglot-kind') ?? ''
  return [
    kinds.has(kind) ? attributes.get('diaglot-id') : undefined,
    kind === '' ? attributes.get('mermaidId') : undefined,
    id,
  ]
}

const bestOf = (cell: RawCell, kinds: ReadonlySet<string>): string =>
  wantedIds(cell, kinds).find(id => id !== undefined) ?? cell.id

/** The id of a cell as a node and as a group, unless another cell has it. */
export const nodeIdOf = (cell: RawCell): string => bestOf(cell, NODE_KINDS)
export const groupIdOf = (cell: RawCell): string => bestOf(cell, GROUP_KINDS)

/** Ids for cells: the one that stands beside the cell where it is still free, else the cell's own. */
function giveIds(
  cells: readonly RawCell[],
  kinds: ReadonlySet<string>,
): { ids: Map<RawCell, string>; taken: Set<string> } {
  const taken = new Set<string>()
  const ids = new Map<RawCell, string>()
  for (const cell of cells) {
    let id = wantedIds(cell, kinds).find(wanted => wanted !== undefined && !taken.has(wanted))
    for (let n = 2; id === undefined || taken.has(id); n++) id = `${cell.id}_${n}`
    taken.add(id)
    ids.set(cell, id)
  }
  return { ids, taken }
}

/** What the parts of one page have in common. */
export interface PartOptions {
  readonly page: Place
  /** Whether a line that ends at shapes without being fastened to them is an edge. */
  readonly attach: (from: EndId, to: EndId) => boolean
  /** The ids of lines that the page says to be meant for no shape that they only end near. */
  readonly stays: ReadonlySet<string>
  readonly variables: ReadonlyMap<string, string>
  /** Whether a picture without a text is called what its library calls it. */
  readonly isNamed: (cell: RawCell) => boolean
  /** Which texts are labels of the lines that they stand beside. */
  readonly besideTexts: FindTexts | 'none'
  /** Which cells are notes, or that it is to be found out; nothing where only the cells themselves say so. */
  readonly isNote: ((cell: RawCell) => boolean) | 'found' | undefined
}

/** A line that is no edge stays with the labels on it. */
const withLabels = (line: RawCell): RawCell[] => [line, ...line.children.filter(isEdgeLabel)]

export function readElements(
  sorted: Sorted,
  { page, attach, stays, variables, isNamed, isNote, besideTexts }: PartOptions,
  messages: Message[],
): Parts {
  const nodeIds = giveIds(sorted.nodes, NODE_KINDS)
  const groupIds = giveIds(sorted.groups, GROUP_KINDS)
  const groupOf = (cell: RawCell): string | undefined => {
    const group = sorted.inside.get(cell.id)?.group
    return group && groupIds.ids.get(group)
  }
  const parentsOf = (cell: RawCell): Place => {
    const { opaque, apart } = sorted.inside.get(cell.id) ?? {}
    const around = opaque ?? (apart || isBesideLayers(cell) ? cell.around : undefined)
    const on = apart ? groupOf(cell) : undefined
    const parts = sorted.drawnWith?.get(cell)?.map(({ id }) => id)
    return {
      ...page,
      ...(around && { parent: around.id }),
      ...(on !== undefined && { on }),
      ...(parts && { drawnWith: parts }),
    }
  }
  const show = (cell: RawCell) => displayedCell(cell, variables, messages)
  const records = readRecords(sorted)
  const endOf = (id: string | undefined): EndId | undefined => {
    const cell = id === undefined ? undefined : sorted.owner.get(id)
    if (!cell) return undefined
    const node = nodeIds.ids.get(cell)
    const port = records.get(cell)?.portOf.get(id!)
    if (node !== undefined) return { kind: 'node', id: node, ...(port !== undefined && { port }) }
    const group = groupIds.ids.get(cell)
    return group === undefined ? undefined : { kind: 'group', id: group }
  }
  const fastened = (cell: RawCell, end: EndName): RawCell | undefined =>
    endOf(cell[end]) && sorted.owner.get(cell[end]!)
  const others = noShapes(sorted)
  // What the page states to be a label was seen as a text beside the lines when they were read first.
  const stated =
    besideTexts === 'stated' ? [...statedTexts(sorted).values()].flatMap(texts => [...texts.values()]) : []
  const seen = stated.length === 0 ? sorted : { ...sorted, nodes: [...sorted.nodes, ...stated] }
  const { attached, passed } = attachments(seen, others.lines, fastened, stays)
  /** The ends of a line that is an edge. */
  const linked = (cell: RawCell): readonly [EndId, EndId] | undefined => {
    const near = attached.get(cell)
    const [from, to] = endNames.map(end => endOf(cell[end]) ?? endOf(near?.get(end)?.cell.id))
    return from && to && (!near || attach(from, to)) ? [from, to] : undefined
  }
  const besides = besideTexts === 'none' ? new Map() : findTexts(sorted, { linked, attached }, besideTexts)
  const taken = new Set([...besides.values()].flatMap(texts => [...texts.values()]))
  if (page.foreign) for (const said of textsSaid([...taken])) messages.push(said)
  const groups = sorted.groups.map(cell => {
    const { displayed, raw } = show(cell)
    const title = sorted.titles?.get(cell)
    const place = { ...parentsOf(cell), raw, ...(title && { title }) }
    return readGroup(displayed, groupIds.ids.get(cell)!, groupOf(cell), place)
  })
  const fields = new Map<string, DrawnFields>()
  const nodes = sorted.nodes
    .filter(cell => !taken.has(cell))
    .map(cell => {
      const { displayed, raw } = show(cell)
      const title = sorted.titles?.get(cell)
      const record = records.get(cell)
      const id = nodeIds.ids.get(cell)!
      const drawn = record && drawnFields(cell, record)
      if (drawn) fields.set(id, drawn)
      return readNode(displayed, id, groupOf(cell), {
        ...parentsOf(cell),
        raw,
        record,
        isNamed: isNamed(cell),
        ...(title && { title }),
      })
    })
  const met: Met[] = []
  const loose = new Map<RawCell, Message>()
  const said: { readonly cell: RawCell; readonly line: AttachedLine }[] = []
  for (const cell of sorted.edges) {
    const near = attached.get(cell)
    const ends = looseEnds(
      cell,
      endNames.filter(end => !fastened(cell, end)),
      near,
      others,
    )
    const link = linked(cell)
    if (!link) {
      loose.set(cell, looseEdge({ name: nameOf(cell), ends }, cell.at))
      continue
    }
    if (near) said.push({ cell, line: { name: nameOf(cell), ends } })
    const { displayed, raw } = show(cell)
    const inside = endsInside(cell, sorted, records)
    const beside = besides.get(cell)
    const edge = readEdge(displayed, ...link, {
      ...page,
      raw,
      ends: inside,
      ...(near && { attached: near }),
      ...(beside && { beside }),
    })
    met.push({ edge, cell, order: numberOf(cell.attributes.get('diaglot-order')) })
  }
  for (const [cell, message] of loose) {
    // What is the way of another edge is said with that.
    const whole = passed.get(cell)
    if (!whole || loose.has(whole)) messages.push(message)
  }
  if (said[0]) messages.push(attachedEdges({ lines: said.map(({ line }) => line) }, said[0].cell.at))
  const found = page.foreign ? inFreePlaces(met) : behindNumbered(met)
  const cells = inverse(nodeIds.ids)
  const notes =
    isNote === 'found'
      ? inferNotes(sorted, { nodes, edges: found.map(({ edge }) => edge) }, id => cells.get(id))
      : new Set(isNote && sorted.nodes.filter(isNote).map(cell => nodeIds.ids.get(cell)!))
  if (isNote === 'found')
    for (const said of notesSaid([...notes].map(id => cells.get(id)!))) messages.push(said)
  return {
    nodes: markNotes(nodes, ({ id }) => notes.has(id)),
    fields,
    groups,
    edges: found.map(({ edge }) => edge),
    texts: taken,
    besides: found.map(({ cell }) => placesOf(besides.get(cell))),
    opaque: [...sorted.opaque, ...[...loose.keys()].flatMap(withLabels)],
    nodeIds: nodeIds.taken,
    groupIds: groupIds.taken,
    cells: {
      nodes: cells,
      groups: inverse(groupIds.ids),
      edges: found.map(({ cell }) => cell),
    },
  }
}

/** The cells inside of nodes that a line is fastened to, where they are not those that lines to a field end at. */
function endsInside(
  cell: RawCell,
  { owner }: Sorted,
  records: ReadonlyMap<RawCell, ReadFields>,
): Map<string, string> {
  const ends = new Map<string, string>()
  for (const name of ['source', 'target'] as const) {
    const id = cell[name]
    const node = id === undefined ? undefined : owner.get(id)
    if (id === undefined || !node || node.id === id) continue
    const record = records.get(node)
    const port = record?.portOf.get(id)
    if (port === undefined || record?.cellOf.get(port)?.id !== id) ends.set(name, id)
  }
  return ends
}
