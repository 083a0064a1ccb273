/**
 * Compares what the Mermaid reader understands with what mermaid's own parser does, case by case and field by field.
 * A case is a line of JSON: `{id, accepted, text, expected?}`, `expected` in the words of the parser's database.
 */
import { sanitizeUrl } from '@braintree/sanitize-url'
import { readMermaid } from '../converters/mermaid/index.js'
import { type Bracket, shapeOfBracket, shapeOfShapeName } from '../converters/mermaid/shapes.js'
import { cssOf, declarations } from '../converters/mermaid/words/styles.js'
import { plainHtml, plainMarkdown } from '../converters/mermaid/words/texts.js'
import type { Edge, Graph, Group, Link, Node, Style, Text, Value } from '../src/ir/model.js'
import { hasErrors } from '../src/messages/message.js'
import { decodeReferences } from '../src/text/html-references.js'
import { readMermaidLabel } from '../src/text/rich/mermaid-runs.js'

export interface Labelled {
  readonly labelType?: string
}
export interface ExpectedVertex extends Labelled {
  readonly id: string
  readonly label: string
  readonly shape?: string
  readonly classes?: readonly string[]
  readonly styles?: readonly string[]
  readonly link?: string
  readonly linkTarget?: string
  readonly tooltip?: string
  readonly icon?: string
  readonly img?: string
  readonly form?: string
  readonly pos?: string
  readonly width?: number
  readonly height?: number
  readonly constraint?: unknown
}
export interface ExpectedEdge extends Labelled {
  readonly from: string
  readonly to: string
  readonly label: string
  readonly type: string
  readonly stroke: string
  readonly length?: number
  readonly id?: string
  readonly styles?: readonly string[]
  readonly classes?: readonly string[]
  readonly interpolate?: string
  readonly animate?: unknown
  readonly animation?: string
}
export interface ExpectedSubgraph extends Labelled {
  readonly id: string
  readonly title: string
  readonly nodes?: readonly string[]
  readonly direction?: string
  readonly parent?: string
  readonly classes?: readonly string[]
  readonly metadata?: Record<string, unknown>
}
export interface Expected {
  readonly direction?: string
  readonly title?: string
  readonly accTitle?: string
  readonly accDescr?: string
  readonly vertices?: readonly ExpectedVertex[]
  readonly edges?: readonly ExpectedEdge[]
  readonly subgraphs?: readonly ExpectedSubgraph[]
  readonly classDefs?: readonly { readonly id: string; readonly styles: readonly string[] }[]
  readonly defaultLinkStyle?: readonly string[]
  readonly defaultInterpolate?: string
}
export interface Case {
  readonly id: string
  readonly accepted: boolean
  readonly text: string
  readonly expected?: Expected
}

/** A field that was compared, and how the two sides differ if they do. */
export interface Finding {
  readonly field: string
  readonly difference?: string
}

/** Compares one case. A rejected case has one field, its verdict. */
export function compareCase({ accepted, text, expected }: Case): Finding[] {
  const { graphs, messages } = readMermaid(text)
  const rejected = hasErrors(messages)
  const errors = messages.filter(({ severity }) => severity === 'error').map(({ text }) => text)
  if (!accepted)
    return [{ field: 'verdict', ...(!rejected && { difference: 'accepted a text that mermaid rejects' }) }]
  if (rejected) return [{ field: 'verdict', difference: `rejected: ${errors[0]}` }]
  return [{ field: 'verdict' }, ...compareGraph(graphs[0]!, expected ?? {})]
}

/** Compares a graph with what mermaid's parser understood of the same text. */
export function compareGraph(graph: Graph, expected: Expected): Finding[] {
  const findings: Finding[] = []
  const is = (field: string, own: unknown, other: unknown, where = '') => {
    const [a, b] = [JSON.stringify(own ?? null), JSON.stringify(other ?? null)]
    findings.push({ field, ...(a !== b && { difference: `${where}${a} instead of ${b}` }) })
  }
  is('direction', graph.direction, direction(expected.direction) ?? 'TB')
  is('title', graph.title, expected.title)
  is('accTitle', own(graph, 'accTitle'), expected.accTitle)
  is('accDescr', graph.description, expected.accDescr)
  is('defaultInterpolate', own(graph, 'curve'), expected.defaultInterpolate)
  is('defaultLinkStyle', styles(graph.defaults.edge), css(expected.defaultLinkStyle))
  compareClasses(graph, expected, is)
  compareVertices(graph, expected, is)
  compareSubgraphs(graph, expected, is)
  const edges = expected.edges ?? []
  is('edges', graph.edges.length, edges.length)
  for (const [index, edge] of edges.entries()) {
    const mine = graph.edges[index]
    if (mine)
      compareEdge(mine, edge, expected.defaultInterpolate, (field, a, b) =>
        is(field, a, b, `edge ${index}: `),
      )
  }
  return findings
}

type Is = (field: string, own: unknown, other: unknown, where?: string) => void

function compareClasses(graph: Graph, expected: Expected, is: Is): void {
  const defined = new Map((expected.classDefs ?? []).map(({ id, styles }) => [id, styles]))
  is(
    'classDefs',
    [...graph.classes.keys()],
    [...defined.keys()].filter(id => id !== 'default'),
  )
  is('classDefs styles', styles(graph.defaults.node), css(defined.get('default')), 'default: ')
  for (const [id, style] of graph.classes)
    is('classDefs styles', styles(style), css(defined.get(id)), `${id}: `)
}

function compareVertices(graph: Graph, expected: Expected, is: Is): void {
  const vertices = (expected.vertices ?? []).filter(({ id }) => !graph.groups.has(id))
  is(
    'vertices',
    [...graph.nodes.keys()],
    vertices.map(({ id }) => id),
  )
  for (const vertex of vertices) {
    const node = graph.nodes.get(vertex.id)
    if (node) compareVertex(node, vertex, (field, a, b) => is(field, a, b, `${vertex.id}: `))
  }
}

function compareVertex(node: Node, vertex: ExpectedVertex, is: Is): void {
  // A node without a label shows its id, in which a backslash is a backslash.
  if (vertex.shape === undefined && vertex.label === vertex.id) is('vertex label', node.label.text, vertex.id)
  else compareText('vertex', node.label, vertex, vertex.label, is)
  const picture = vertex.img ? 'image' : vertex.icon ? 'icon' : undefined
  is('vertex shape', node.shape, node.shape === picture ? picture : shape(vertex.shape))
  const name = own(node, 'shape') as ReadonlyMap<string, Value> | undefined
  if (name) is('vertex shape name', name.get('name'), vertex.shape)
  is('vertex classes', node.classes, classes(vertex.classes))
  is('vertex styles', styles(node.style), css(vertex.styles))
  is('vertex link', node.link?.url && cleanUrl(node.link), vertex.link)
  is('vertex linkTarget', node.link?.target, vertex.linkTarget)
  is('vertex tooltip', node.link?.tooltip, vertex.tooltip)
  is('vertex img', node.image, vertex.img)
  is('vertex width', own(node, 'w'), vertex.width)
  is('vertex height', own(node, 'h'), vertex.height)
  for (const key of ['icon', 'form', 'pos', 'constraint'] as const)
    is(`vertex ${key}`, own(node, key), vertex[key])
}

function compareSubgraphs(graph: Graph, expected: Expected, is: Is): void {
  const subgraphs = expected.subgraphs ?? []
  is('subgraphs', [...graph.groups.keys()].sort(), subgraphs.map(({ id }) => id).sort())
  const phantoms = new Map((expected.vertices ?? []).map(vertex => [vertex.id, vertex]))
  // Mermaid also lists what only looks like a mention: a stray `;`, an accessible title.
  const named = new Set([...phantoms.keys(), ...graph.groups.keys()])
  for (const subgraph of subgraphs) {
    const group = graph.groups.get(subgraph.id)
    if (!group) continue
    const where = `${subgraph.id}: `
    const phantom = phantoms.get(subgraph.id)
    compareText('subgraph', group.label, subgraph, subgraph.title, (field, a, b) => is(field, a, b, where))
    is('subgraph direction', group.direction, direction(subgraph.direction), where)
    is('subgraph parent', group.parent, subgraph.parent, where)
    is(
      'subgraph nodes',
      membersOf(graph, group),
      (subgraph.nodes ?? []).filter(id => named.has(id)).sort(),
      where,
    )
    is('subgraph classes', group.classes, classes(phantom ? phantom.classes : subgraph.classes), where)
    is('subgraph styles', styles(group.style), css(phantom?.styles), where)
    is('subgraph metadata', plainValue(own(group, 'metadata')), subgraph.metadata, where)
  }
}

function membersOf(graph: Graph, { id }: Group): string[] {
  const nodes = [...graph.nodes.values()].filter(({ group }) => group === id)
  const groups = [...graph.groups.values()].filter(({ parent }) => parent === id)
  return [...nodes, ...groups].map(({ id }) => id).sort()
}

const arrows: Readonly<Record<string, string>> = {
  arrow_open: 'none',
  arrow_point: 'normal',
  arrow_circle: 'circle',
  arrow_cross: 'cross',
}
const lines: Readonly<Record<string, string>> = {
  normal: 'solid',
  thick: 'thick',
  dotted: 'dotted',
  invisible: 'invisible',
  INVALID: 'solid',
}

function compareEdge(edge: Edge, other: ExpectedEdge, defaultCurve: string | undefined, is: Is): void {
  const double = other.type.startsWith('double_')
  const arrow = other.type === 'INVALID' ? 'normal' : arrows[other.type.replace('double_', '')]
  is('edge from', edge.from.id, other.from)
  is('edge to', edge.to.id, other.to)
  compareText('edge', edge.label, other, other.label, is)
  is('edge type', [edge.from.arrow, edge.to.arrow], [double ? arrow : 'none', arrow])
  is('edge stroke', edge.line, lines[other.stroke])
  is('edge length', edge.length ?? 1, other.length ?? 1)
  is('edge id', edge.id, other.id)
  is('edge classes', edge.classes, classes(other.classes))
  is('edge styles', linkStyles(edge.style), css(other.styles))
  const curveOf = (curve: unknown) => String(curve ?? defaultCurve ?? '')
  is('edge interpolate', curveOf(own(edge, 'curve')), curveOf(other.interpolate))
  is('edge animate', own(edge, 'animate'), other.animate)
  is('edge animation', own(edge, 'animation'), other.animation)
}

/**
 * A label agrees when its rich source is mermaid's text, or its plain reading the one of that text. A markdown text
 * without markup is as good as a plain one.
 */
function compareText(what: string, text: Text, { labelType }: Labelled, label: string, is: Is): void {
  const markdown = labelType === 'markdown'
  const plain = markdown ? plainMarkdown(label) : plainHtml(label)
  const rich = text.rich
  if (rich) is(`${what} label`, decodeReferences(rich.source), decodeReferences(label))
  else is(`${what} label`, text.text, plain)
  is(`${what} labelType`, rich?.syntax === 'markdown', markdown && readMermaidLabel(label, true).rich)
}

function own(element: { readonly extras: Graph['extras'] }, key: string): Value | undefined {
  return element.extras.get('mermaid')?.get(key)
}

function direction(name: string | undefined): string | undefined {
  return name === 'TD' ? 'TB' : name === 'BR' ? undefined : name
}

function shape(name: string | undefined): string {
  if (name === undefined) return 'rectangle'
  return shapeOfShapeName(name) && !isBracket(name)
    ? shapeOfShapeName(name)!
    : (shapeOfBracket(name as Bracket) ?? 'unknown')
}

/** Names that both a bracket and `@{ shape }` give mean the same, but for none. */
function isBracket(name: string): boolean {
  return shapeOfBracket(name as Bracket) !== undefined
}

function classes(names: readonly string[] | undefined): string[] {
  return [...new Set(names ?? [])].filter(name => name !== 'clickable')
}

/** Declarations as `name:value`, in the order of their names, a width without a unit in pixels. */
function css(list: readonly string[] | undefined): string[] {
  return Array.from(declarations(list ?? []), ([name, value]) => {
    const pixels = name === 'stroke-width' && /^\d+(?:\.\d+)?$/.test(value) ? `${value}px` : value
    return `${name}:${pixels.replace(/^\.(?=\d)/, '0.').replace(/^(\d+)\.0+$/, '$1')}`
  }).sort()
}

function styles(style: Style | undefined): string[] {
  return css(cssOf(style ?? {}))
}

/** Mermaid adds `fill:none` to a link's styles that say nothing of a fill. */
function linkStyles(style: Style): string[] {
  const own = styles(style)
  return own.length === 0 || own.some(entry => entry.startsWith('fill')) ? own : [...own, 'fill:none'].sort()
}

function cleanUrl({ url }: Link): string {
  try {
    return sanitizeUrl(url)
  } catch {
    return 'about:blank'
  }
}

function plainValue(value: Value | undefined): unknown {
  if (value instanceof Map)
    return Object.fromEntries(
      Array.from(value as ReadonlyMap<string, Value>, ([key, item]) => [key, plainValue(item)]),
    )
  return Array.isArray(value) ? value.map(item => plainValue(item as Value)) : value
}

/** Compares every case of a JSON Lines text and prints what came out. Returns whether all agree. */
export function conformMermaid(jsonl: string, print: (line: string) => void): boolean {
  const tally = new Map<string, { agree: number; total: number }>()
  let agree = 0
  let total = 0
  for (const line of jsonl.split('\n')) {
    if (line.trim() === '') continue
    const row = JSON.parse(line) as Case
    const findings = compareCase(row)
    const differences = findings.filter(({ difference }) => difference !== undefined)
    for (const { field, difference } of findings) {
      const count = tally.get(field) ?? { agree: 0, total: 0 }
      tally.set(field, { agree: count.agree + (difference === undefined ? 1 : 0), total: count.total + 1 })
    }
    for (const { field, difference } of differences.slice(0, 3))
      print(`${row.id}: ${field}: ${difference!.slice(0, 300)}`)
    total++
    if (differences.length === 0) agree++
  }
  for (const [field, count] of tally) print(`${field.padEnd(22)} ${count.agree} of ${count.total}`)
  print(`agree ${agree} of ${total}`)
  return agree === total
}
