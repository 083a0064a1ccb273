/**
 * From lowered graphs to DOT. The text is canonical: graph attributes first, then defaults that every node or
 * edge would repeat, then nodes in their subgraphs, then edges.
 */

import type { Drawing, FormatOptions } from '../../../src/format.js'
import { entryOf } from '../../../src/ir/lists.js'
import type { Edge, Graph, Node } from '../../../src/ir/model.js'
import { inOrder, sameAtom, withExtras } from '../words/attributes.js'
import { ANCHOR, CARRY } from '../words/diaglot-attributes.js'
import { edgeAttributes } from '../words/edge-attributes.js'
import { labelledAs } from '../words/extras.js'
import { clusterName } from '../words/names.js'
import { type OnColor, onColorIn } from '../words/node.js'
import { nodeAttributes } from '../words/node-attributes.js'
import { placesOf } from '../words/places.js'
import { quote } from '../words/quote.js'
import { anchorsOf, type EdgeEnds, representatives } from '../words/representatives.js'
import type { Attributes } from '../words/resolved.js'
import type { Atom } from '../words/statement.js'
import { nodesOf, type RankSet, type Tree, treeInExtras } from '../words/tree.js'
import { type Level, levelsOf } from './levels.js'
import { Lines } from './lines.js'

/**
 * The DOT text of some graphs that were lowered for DOT; several graphs stand behind each other, those with documents as these have them.
 * Source of the rules: https://graphviz.org/doc/info/lang.html.
 */
export function writeDot(drawings: readonly Drawing[], _options: FormatOptions = {}): string {
  let all = ''
  for (const drawing of drawings) {
    const { document } = drawing
    if (all !== '' && !all.endsWith('\n')) all += '\n'
    if (document?.format === 'dot') all += document.text
    else all += all === '' ? graphText(drawing) : `\n${graphText(drawing)}`
  }
  return all
}

interface Writing {
  readonly graph: Graph
  readonly endsOf: (edge: Edge) => EdgeEnds
  readonly anchors: ReadonlyMap<string, string>
  /** What is written of each node, by its id. */
  readonly nodes: ReadonlyMap<string, Attributes>
  readonly tree: Tree
  /** Clusters that name nodes of others, which are made elsewhere and maybe later. */
  readonly later: ReadonlySet<string>
  readonly nodeDefaults: Attributes
  readonly edgeDefaults: Attributes
}

function graphText({ graph, carry }: Drawing): string {
  const onColor = onColorIn(graph)
  const anchors = anchorsOf(graph)
  const endsOf = representatives(graph, anchors)
  const tree = treeInExtras(graph)
  const later = namingOthers(tree, graph)
  const nodes = new Map<string, Attributes>()
  for (const [id, node] of graph.nodes) nodes.set(id, writtenNode(node, onColor))
  const edges = graph.edges.map(edge => writtenEdge(graph, edge, endsOf(edge)))
  const writing: Writing = {
    graph,
    endsOf,
    anchors,
    nodes,
    tree,
    later,
    nodeDefaults: shared([...nodes.values()], new Set(['label'])),
    edgeDefaults: shared(edges, new Set(['label', 'tailport', 'headport', 'lhead', 'ltail'])),
  }
  const head = [
    graph.strict && 'strict',
    graph.directed ? 'digraph' : 'graph',
    graph.id && quote({ text: graph.id }),
  ]
  const out = new Lines()
  out.push(`${head.filter(part => part).join(' ')} {`)
  const root = levelsOf(graph)
  writeAttributes(root.first, out, '  ')
  for (const kind of ['node', 'edge'] as const) {
    const defaults = kind === 'node' ? writing.nodeDefaults : writing.edgeDefaults
    if (defaults.size > 0) out.push(`  ${kind}${attributeList(defaults)};`)
  }
  writeItems(root, writing, out, '  ')

  for (const group of later) writeOpened(group, writing, out)
  for (const [place, edge] of graph.edges.entries()) {
    out.push(`  ${edgeText(edge, edges[place]!, writing)};`)
  }
  writeAttributes(root.last, out, '  ')
  if (carry !== undefined) out.push(`  ${CARRY}=${quote({ text: carry })};`)
  out.push('}', '')
  return out.text()
}

/**
 * The defaults that make the text shorter and cannot change a meaning: of the attributes that every element
 * has, the value that most of them have, where at least two do.
 */
function shared(elements: readonly Attributes[], except: ReadonlySet<string>): Attributes {
  const counts = new Map<string, Values>()
  for (const attributes of elements) {
    for (const [name, atom] of attributes) {
      if (except.has(name)) continue
      const values = entryOf(counts, name, newValues)
      const known = (atom.html ? values.html : values.plain).get(atom.text)
      if (known) known.count++
      else {
        const counted = { atom, count: 1 }
        ;(atom.html ? values.html : values.plain).set(atom.text, counted)
        values.all.push(counted)
      }
    }
  }
  const defaults = new Map<string, Atom>()
  for (const [name, { all }] of counts) {
    const total = all.reduce((sum, { count }) => sum + count, 0)
    const most = all.reduce((best, value) => (isBetter(value, best) ? value : best))
    if (total === elements.length && most.count > 1) defaults.set(name, most.atom)
  }
  return defaults
}

interface Counted {
  readonly atom: Atom
  count: number
}

/** The values of an attribute, in the order in which they come, and by their texts. */
interface Values {
  readonly all: Counted[]
  readonly plain: Map<string, Counted>
  readonly html: Map<string, Counted>
}

const newValues = (): Values => ({ all: [], plain: new Map(), html: new Map() })

/** Of values that as many elements have, the first by its text. */
function isBetter(a: Counted, b: Counted): boolean {
  return a.count > b.count || (a.count === b.count && a.atom.text < b.atom.text)
}

function writtenNode(node: Node, onColor: OnColor): Attributes {
  return withExtras(nodeAttributes(node, onColor(node.group)), node.extras.get('dot'))
}

/** With the clusters at which it ends, and its key. */
function writtenEdge({ directed }: Graph, edge: Edge, ends: EdgeEnds): Attributes {
  const own = edge.extras.get('dot')
  const written = labelledAs(withExtras(edgeAttributes(edge, directed), own), own)
  const key = own?.get('key')
  if (ends.ltail === undefined && ends.lhead === undefined && typeof key !== 'string')
    return written.size === 0 ? NO_ATTRIBUTES : written
  const attributes = new Map(written)
  for (const name of ['ltail', 'lhead'] as const) {
    const id = ends[name]
    if (id !== undefined) attributes.set(name, { text: clusterName(id) })
  }
  if (typeof key === 'string') attributes.set('key', { text: key })
  return attributes
}

function writeAttributes(attributes: Attributes, out: Lines, indent: string): void {
  for (const [name, value] of inOrder(attributes))
    out.push(`${indent}${quote({ text: name })}=${quote(value)};`)
}

/** The nodes and clusters of a level, and what its cluster holds besides them. */
function writeItems({ group, items }: Level, writing: Writing, out: Lines, indent: string): void {
  for (const item of items) {
    if (typeof item === 'string') {
      out.push(`${indent}${nodeText(item, writing)};`)
      continue
    }
    const name = item.group!
    out.push(`${indent}subgraph ${quote({ text: clusterName(name) })} {`)
    writeAttributes(item.first, out, `${indent}  `)
    writeItems(item, writing, out, `${indent}  `)
    writeAttributes(item.last, out, `${indent}  `)
    out.push(`${indent}}`)
  }
  if (group === undefined || !writing.later.has(group)) writeBesides(group, writing, out, indent)
  const anchor = group === undefined ? undefined : writing.anchors.get(group)
  if (anchor !== undefined) out.push(`${indent}${anchorText(anchor)};`)
}

function namingOthers(tree: Tree, graph: Graph): ReadonlySet<string> {
  const found = new Set<string>()
  if (tree.size === 0) return found
  const { holds } = placesOf(graph)
  for (const [group, { nodes, ranks }] of tree) {
    const isOther = (set: RankSet) => [...nodesOf(set)].some(id => !holds(group, id))
    if (group !== undefined && (nodes.length > 0 || ranks.some(isOther))) found.add(group)
  }
  return found
}

/** A cluster once more, in those around it. */
function writeOpened(group: string, writing: Writing, out: Lines): void {
  const path: string[] = []
  for (let at: string | undefined = group; at !== undefined; at = writing.graph.groups.get(at)?.parent)
    path.unshift(at)
  for (const [depth, id] of path.entries())
    out.push(`${'  '.repeat(depth + 1)}subgraph ${quote({ text: clusterName(id) })} {`)
  writeBesides(group, writing, out, '  '.repeat(path.length + 1))
  for (const depth of path.keys()) out.push(`${'  '.repeat(path.length - depth)}}`)
}

function writeBesides(group: string | undefined, { tree }: Writing, out: Lines, indent: string): void {
  const { ranks = [], nodes = [] } = tree.get(group) ?? {}
  for (const id of nodes) out.push(`${indent}${quote({ text: id })};`)
  for (const set of ranks) writeRank(set, out, indent)
}

function writeRank({ rank, nodes, subgraphs }: RankSet, out: Lines, indent: string): void {
  out.push(`${indent}{`, `${indent}  rank=${rank};`)
  for (const id of nodes) out.push(`${indent}  ${quote({ text: id })};`)
  for (const inner of subgraphs) writeRank(inner, out, `${indent}  `)
  out.push(`${indent}}`)
}

function anchorText(id: string): string {
  const [name, value] = ANCHOR
  return `${quote({ text: id })} [${name}=${value}, label="", shape=point, style=invis]`
}

function nodeText(id: string, { nodes, nodeDefaults }: Writing): string {
  return `${quote({ text: id })}${attributeList(nodes.get(id)!, nodeDefaults)}`
}

function edgeText(edge: Edge, all: Attributes, { graph, endsOf, edgeDefaults }: Writing): string {
  const ends = endsOf(edge)
  let [tail, head] = [quote({ text: ends.tail }), quote({ text: ends.head })]
  // No defaults are made of ports.
  const [tailport, headport] = [all.get('tailport'), all.get('headport')]
  if (tailport) tail += `:${portText(tailport)}`
  if (headport) head += `:${portText(headport)}`
  return `${tail} ${graph.directed ? '->' : '--'} ${head}${attributeList(all, edgeDefaults, PORTS)}`
}

const PORTS: readonly string[] = ['tailport', 'headport']

/** `port:n` is one value to Graphviz, however it is written. */
function portText({ text }: Atom): string {
  if (!text.includes(':')) return quote({ text })
  const parts = text.split(':')
  if (parts.length > 2 || parts.includes('')) return quote({ text })
  return parts.map(part => quote({ text: part })).join(':')
}

/** Without what the defaults say, and without some that stand elsewhere. */
function attributeList(
  attributes: Attributes,
  defaults: Attributes = NO_ATTRIBUTES,
  elsewhere: readonly string[] = [],
): string {
  let size = attributes.size
  for (const name of elsewhere) if (attributes.has(name)) size--
  if (size === 0) return ''
  const words: string[] = []
  for (const [name, value] of inOrder(attributes)) {
    if (elsewhere.includes(name) || (defaults.size > 0 && sameAtom(defaults.get(name), value))) continue
    words.push(`${quote({ text: name })}=${quote(value)}`)
  }
  return words.length === 0 ? '' : ` [${words.join(', ')}]`
}

const NO_ATTRIBUTES: Attributes = new Map()
