/**
 * From lowered graphs to DOT. The text is canonical: graph attributes first, then defaults that every node or
 * edge would repeat, then nodes in their subgraphs, then edges.
 */

import type { Drawing, FormatOptions } from '../../../src/format.js'
import { entryOf } from '../../../src/ir/lists.js'
import type { Edge, Graph, Value } from '../../../src/ir/model.js'
import { inOrder, sameAtom, withExtras } from '../words/attributes.js'
import { keptComments, LAST_COMMENTS } from '../words/comments.js'
import { edgeAttributes } from '../words/edge-attributes.js'
import { labelledAs } from '../words/extras.js'
import { ANCHOR, CARRY } from '../words/marks.js'
import { htmlName, writtenNames } from '../words/names.js'
import { type OnColor, onColorIn } from '../words/node.js'
import { nodeAttributes } from '../words/node-attributes.js'
import { quote } from '../words/quote.js'
import type { EdgeEnds } from '../words/representatives.js'
import type { Attributes } from '../words/resolved.js'
import type { Atom } from '../words/statement.js'
import { type Line, type Plan, planOf } from './plan.js'

/**
 * The DOT text of some graphs that were lowered for DOT; several graphs stand behind each other.
 * Source of the rules: https://graphviz.org/doc/info/lang.html.
 */
export function writeDot(drawings: readonly Drawing[], _options: FormatOptions = {}): string {
  return drawings.map(graphText).join('\n')
}

interface Writing {
  readonly graph: Graph
  readonly plan: Plan
  readonly onColor: OnColor
  readonly names: ReadonlyMap<string, string>
  readonly nodeDefaults: Attributes
  readonly edgeDefaults: Attributes
}

function graphText({ graph, carry }: Drawing): string {
  const names = writtenNames(graph)
  const plan = planOf(graph)
  const onColor = onColorIn(graph)
  const writing: Writing = {
    graph,
    plan,
    onColor,
    names,
    nodeDefaults: shared(
      [...graph.nodes.values()].map(node => writtenNode(graph, node.id, onColor)),
      new Set(['label']),
    ),
    edgeDefaults: shared(
      graph.edges.map(edge => writtenEdge(graph, edge, plan.endsOf(edge), names)),
      new Set(['label', 'tailport', 'headport', 'lhead', 'ltail']),
    ),
  }
  const id = graph.id || (graph.extras.get('dot')?.get('name') === '' ? '' : undefined)
  const head = [
    graph.strict && 'strict',
    graph.directed ? 'digraph' : 'graph',
    id !== undefined && quote({ text: id }),
  ]
  const own = graph.extras.get('dot')
  const out: string[] = [...keptComments(own), `${head.filter(part => part).join(' ')} {`]
  const [opening, rest] = openingLines(plan.lines)
  writeLines(opening, writing, out, '  ')
  for (const kind of ['node', 'edge'] as const) {
    const defaults = kind === 'node' ? writing.nodeDefaults : writing.edgeDefaults
    if (defaults.size > 0) out.push(`  ${kind}${attributeList(defaults)};`)
  }
  writeLines(rest, writing, out, '  ')
  for (const comment of keptComments(own, LAST_COMMENTS)) out.push(`  ${comment}`)
  if (carry !== undefined) out.push(`  ${CARRY}=${quote({ text: carry })};`)
  out.push('}', '')
  return out.join('\n')
}

function openingLines(lines: readonly Line[]): [opening: readonly Line[], rest: readonly Line[]] {
  const count = lines[0]?.kind === 'attributes' ? 1 : 0
  return [lines.slice(0, count), lines.slice(count)]
}

/**
 * The defaults that make the text shorter and cannot change a meaning: of the attributes that every element
 * has, the value that most of them have, where at least two do.
 */
function shared(elements: readonly Attributes[], except: ReadonlySet<string>): Attributes {
  const counts = new Map<string, Map<string, { atom: Atom; count: number }>>()
  for (const attributes of elements) {
    for (const [name, atom] of attributes) {
      if (except.has(name)) continue
      const values = entryOf(counts, name, () => new Map())
      const key = `${atom.html ? '<' : '"'}${atom.text}`
      const known = values.get(key)
      if (known) known.count++
      else values.set(key, { atom, count: 1 })
    }
  }
  const defaults = new Map<string, Atom>()
  for (const [name, values] of counts) {
    const all = [...values.values()]
    const total = all.reduce((sum, { count }) => sum + count, 0)
    const most = all.reduce((best, value) => (isBetter(value, best) ? value : best))
    if (total === elements.length && most.count > 1) defaults.set(name, most.atom)
  }
  return defaults
}

/** Of values that as many elements have, the first by its text. */
function isBetter(a: { atom: Atom; count: number }, b: { atom: Atom; count: number }): boolean {
  return a.count > b.count || (a.count === b.count && a.atom.text < b.atom.text)
}

function without(attributes: Attributes, defaults: Attributes): Attributes {
  if (defaults.size === 0) return attributes
  return new Map([...attributes].filter(([name, value]) => !sameAtom(defaults.get(name), value)))
}

function writtenNode(graph: Graph, id: string, onColor: OnColor): Attributes {
  const node = graph.nodes.get(id)!
  return withExtras(nodeAttributes(node, onColor(node.group)), node.extras.get('dot'))
}

/** With the clusters at which it ends, and its key. */
function writtenEdge(
  graph: Graph,
  edge: Edge,
  ends: EdgeEnds,
  names: ReadonlyMap<string, string>,
): Attributes {
  const own = edge.extras.get('dot')
  const attributes = new Map(labelledAs(withExtras(edgeAttributes(edge, graph.directed), own), own))
  for (const name of ['ltail', 'lhead'] as const) {
    const id = ends[name]
    if (id !== undefined) attributes.set(name, { text: names.get(id) ?? id })
  }
  const key = own?.get('key')
  if (typeof key === 'string') attributes.set('key', { text: key })
  return attributes
}

function writeLines(lines: readonly Line[], writing: Writing, out: string[], indent: string): void {
  for (const line of lines) {
    for (const comment of keptComments(ownExtras(line, writing))) out.push(`${indent}${comment}`)
    if (line.kind === 'subgraph') {
      const name = line.name ? `subgraph ${quote(line.name)} ` : ''
      out.push(`${indent}${name}{`)
      writeLines(line.lines, writing, out, `${indent}  `)
      out.push(`${indent}}`)
    } else if (line.kind === 'attributes') {
      for (const [name, value] of inOrder(line.attributes))
        out.push(`${indent}${quote({ text: name })}=${quote(value)};`)
    } else {
      out.push(`${indent}${statementText(line, writing)};`)
    }
  }
}

/** The extras of what a line is about, where it says all of it. */
function ownExtras(line: Line, { graph }: Writing): ReadonlyMap<string, Value> | undefined {
  if (line.kind === 'edge') return graph.edges[line.place]!.extras.get('dot')
  if (line.kind === 'node') return line.declared ? graph.nodes.get(line.id)!.extras.get('dot') : undefined
  const group =
    line.kind === 'subgraph' && line.group !== undefined ? graph.groups.get(line.group) : undefined
  return group?.extras.get('dot')
}

function statementText(line: Exclude<Line, { kind: 'subgraph' | 'attributes' }>, writing: Writing): string {
  const { graph } = writing
  if (line.kind === 'edge') return edgeText(graph.edges[line.place]!, writing)
  if (line.kind === 'anchor') {
    const [name, value] = ANCHOR
    return `${quote({ text: line.id })} [${name}=${value}, label="", shape=point, style=invis]`
  }
  const id = nodeName(graph, line.id)
  return line.declared
    ? `${id}${attributeList(without(writtenNode(graph, line.id, writing.onColor), writing.nodeDefaults))}`
    : id
}

/** A name that was HTML in the source is another name than the same text in quotes. */
function nodeName({ nodes }: Graph, id: string): string {
  const html = htmlName(id, nodes.get(id)?.extras.get('dot')?.get('html'))
  return quote(html === undefined ? { text: id } : { text: html, html: true })
}

function edgeText(edge: Edge, { graph, plan, names, edgeDefaults }: Writing): string {
  const ends = plan.endsOf(edge)
  const attributes = new Map(without(writtenEdge(graph, edge, ends, names), edgeDefaults))
  const tail = nodeName(graph, ends.tail)
  const head = nodeName(graph, ends.head)
  const ports = ['tailport', 'headport'].map(name => {
    const port = attributes.get(name)
    attributes.delete(name)
    return port ? `:${portText(port)}` : ''
  })
  const operator = graph.directed ? '->' : '--'
  return `${tail}${ports[0]} ${operator} ${head}${ports[1]}${attributeList(attributes)}`
}

/** `port:n` is one value to Graphviz, however it is written. */
function portText({ text }: Atom): string {
  const parts = text.split(':')
  if (parts.length > 2 || parts.includes('')) return quote({ text })
  return parts.map(part => quote({ text: part })).join(':')
}

function attributeList(attributes: Attributes): string {
  if (attributes.size === 0) return ''
  return ` [${inOrder(attributes)
    .map(([name, value]) => `${quote({ text: name })}=${quote(value)}`)
    .join(', ')}]`
}
