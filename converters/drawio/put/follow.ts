/** What an edit of a page takes along: what the page says of elements that go, or that are called otherwise now. */
import type { PutChange } from '../../../src/format.js'
import { inverse } from '../../../src/ir/lists.js'
import type { Edge, End, Field, Graph, Node, Value } from '../../../src/ir/model.js'
import { cellElement } from '../document/cell-element.js'
import { parseXml } from '../document/xml.js'
import { edgeKind } from '../words/aspects.js'
import { textsInFile, withoutLabels } from '../words/beside.js'
import { isHtml, styleFor } from '../words/cell-parts.js'
import { sortLabels } from '../words/edge-labels.js'
import { drawnWith, idInFile, inFile, withInFile } from '../words/in-file.js'
import { edgeValues } from '../words/values.js'
import { alongOf, drawnLabels, labelCells } from '../write/line-labels.js'
import { withOrderOfPage } from './order-of-page.js'

/** `change.after` without cells that hang on what is gone, with the names of Mermaid that follow ids, ports only where lines end, and in the order of the page. */
export function followDrawio(change: PutChange): Graph {
  const { before, after, matched } = change
  const [oldNodes, oldGroups] = [inverse(matched.nodes), inverse(matched.groups)]
  const [ends, endsBefore] = [portsOf(after), portsOf(before)]
  const nodes = new Map<string, Node>()
  for (const [id, node] of after.nodes) {
    const old = oldNodes.get(id)
    const was = old === undefined ? undefined : before.nodes.get(old)
    nodes.set(id, was ? withoutPorts(renamedNode(was, node), was, { ends, endsBefore }) : node)
  }
  const groups = new Map(
    [...after.groups].map(([id, group]) => {
      const was = before.groups.get(oldGroups.get(id) ?? '')
      return [id, was ? withCellId(was, group) : group]
    }),
  )
  return withoutHanging(change, withOrderOfPage(change, { ...after, nodes, groups }))
}

/** An element that is called otherwise still has its cell, in which others stand. */
const withCellId = <T extends Parameters<typeof idInFile>[0] & { readonly id: string }>(was: T, now: T): T =>
  was.id === now.id ? now : withInFile(now, [['id', idInFile(was) ?? was.id]])

function renamedNode(was: Node, now: Node): Node {
  const node = withCellId(was, now)
  const own = node.extras.get('drawio')
  const attributes = own?.get('attributes')
  if (!own || !(attributes instanceof Map) || attributes.get('mermaidId') !== was.id) return node
  const named = new Map(attributes as ReadonlyMap<string, Value>).set('mermaidId', node.id)
  return { ...node, extras: new Map([...node.extras, ['drawio', new Map([...own, ['attributes', named]])]]) }
}

const portKey = ({ id, port }: Pick<End, 'id' | 'port'>): string => JSON.stringify([id, port])

const portsOf = ({ edges }: Graph): Set<string> =>
  new Set(edges.flatMap(({ from, to }) => [from, to].filter(({ port }) => port !== undefined).map(portKey)))

interface Ends {
  readonly ends: ReadonlySet<string>
  readonly endsBefore: ReadonlySet<string>
}

/**
 * Without the ports that no cell says, where an edge ended and none does any more: where none did, there is a line that is no edge. Fields
 * nest no deeper than a graph may have them.
 */
function withoutPorts(node: Node, was: Node, { ends, endsBefore }: Ends): Node {
  const ports = inFile(was)?.get('ports')
  if (!node.fields?.length || !Array.isArray(ports)) return node
  const given = new Set(
    (ports as readonly Value[]).filter(
      port => typeof port === 'string' && endsBefore.has(portKey({ id: was.id, port })),
    ),
  )
  const bare = ({ port, ...field }: Field): Field => ({
    ...field,
    ...(port !== undefined && (!given.has(port) || ends.has(portKey({ id: node.id, port }))) && { port }),
    ...(field.children && { children: field.children.map(bare) }),
  })
  return { ...node, fields: node.fields.map(bare) }
}

/** Without the cells that stand in what is gone, or are fastened to it, and those that hang on them. */
function withoutHanging({ before, after: given, matched }: PutChange, after: Graph): Graph {
  const own = after.extras.get('drawio')
  const cells = own?.get('cells')
  if (!own || !Array.isArray(cells)) return after
  const gone = goneCells(before, given, matched)
  if (gone.size === 0) return after
  const read = (cells as readonly Value[]).flatMap(text => (typeof text === 'string' ? hangingIn(text) : []))
  for (let size = -1; size !== gone.size; ) {
    size = gone.size
    for (const { id, on } of read) if (on.some(other => gone.has(other))) gone.add(id)
  }
  const left = read.filter(({ id }) => !gone.has(id)).map(({ text }) => text)
  if (left.length === cells.length) return after
  const values = new Map(own)
  if (left.length > 0) values.set('cells', left)
  else values.delete('cells')
  const extras = new Map(after.extras)
  if (values.size > 0) extras.set('drawio', values)
  else extras.delete('drawio')
  return { ...after, extras }
}

interface Hanging {
  readonly id: string
  readonly text: string
  /** What it stands in, and is fastened to. */
  readonly on: readonly string[]
}

function hangingIn(text: string): Hanging[] {
  const parsed = parseXml(text)
  const cell = parsed.ok ? cellElement(parsed.root) : undefined
  if (!parsed.ok || !cell) return []
  const id = parsed.root.attributes.get('id') ?? cell.attributes.get('id') ?? ''
  const isLine = cell.attributes.get('edge') === '1'
  const names = isLine ? ['parent', 'source', 'target'] : ['parent']
  return [{ id, text, on: names.flatMap(name => cell.attributes.get(name) ?? []) }]
}

/** The cells of nodes and lines that go, of labels that are said otherwise, and of rows of a chart, which stand in its table. */
function goneCells(before: Graph, after: Graph, matched: PutChange['matched']): Set<string> {
  const gone = new Set<string>()
  for (const node of before.nodes.values()) {
    if (matched.nodes.has(node.id)) continue
    gone.add(idInFile(node) ?? node.id)
    for (const id of drawnWith(node)) gone.add(id)
  }
  for (const group of before.groups.values()) {
    if (matched.groups.has(group.id)) continue
    if (inFile(group)?.has('parent')) gone.add(idInFile(group) ?? group.id)
    for (const id of drawnWith(group)) gone.add(id)
  }
  for (const [place, edge] of before.edges.entries()) {
    const now = after.edges[matched.edges.get(place) ?? -1]
    if (!now) gone.add(idInFile(edge) ?? '')
    for (const id of now ? labelsGone(edge, now) : labelCells(edge).map(label => label.id)) gone.add(id)
  }
  return gone
}

/** The labels on a line that its cells will not have any more. */
function labelsGone(was: Edge, now: Edge): string[] {
  const cells = labelCells(was)
  if (cells.length === 0) return []
  const bare = withoutLabels(
    now,
    textsInFile(now).map(({ name }) => name),
  )
  const drawn = drawnLabels(bare, isHtml(styleFor(edgeKind, now, edgeValues(now))))
  const { tail, head } = sortLabels(cells, alongOf)
  const ends = [bare.from.label && tail, bare.to.label && head].filter(cell => cell !== undefined)
  const left = new Set((drawn?.cells ?? ends).map(({ id }) => id))
  return cells.map(({ id }) => id).filter(id => !left.has(id))
}
