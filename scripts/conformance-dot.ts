/**
 * How far the DOT reader agrees with Graphviz: compares every case of a file of JSON lines with what
 * the reader resolves, field by field.
 */
import { decodeDot } from '../converters/dot/decode.js'
import { resolveDot } from '../converters/dot/resolve.js'
import type { Attributes, ResolvedGraph, ResolvedSubgraph } from '../converters/dot/resolved.js'
import { isCluster, NODE_NAME_LABEL } from '../converters/dot/resolved.js'
import type { Atom } from '../converters/dot/statement.js'
import { hasErrors } from '../src/messages/message.js'

export type Value = string | { readonly html: string }
type Attrs = Readonly<Record<string, Value>>

export interface ExpectedEdge {
  readonly tail: string
  readonly head: string
  readonly key?: string
  readonly tailport?: string
  readonly headport?: string
  readonly attrs: Attrs
}

export interface ExpectedSubgraph {
  readonly id: string | null
  readonly cluster?: boolean
  readonly attrs: Attrs
  readonly nodes: readonly string[]
  readonly edges: readonly number[]
  readonly subgraphs: readonly ExpectedSubgraph[]
}

export interface ExpectedGraph {
  readonly id: string | null
  readonly strict: boolean
  readonly directed: boolean
  readonly attrs: Attrs
  readonly nodeDefaults: Attrs
  readonly edgeDefaults: Attrs
  readonly nodes: readonly { readonly id: string; readonly attrs: Attrs }[]
  readonly edges: readonly ExpectedEdge[]
  readonly subgraphs: readonly ExpectedSubgraph[]
}

export interface DotCase {
  readonly id: string
  readonly accepted: boolean
  readonly text?: string
  readonly base64?: string
  readonly expected?: readonly ExpectedGraph[]
}

/** A resolved graph in the form of the conformance cases. */
export function caseForm(graph: ResolvedGraph): ExpectedGraph {
  const edgeAttributes = (attributes: Attributes) => attrsOf(without(attributes, ['tailport', 'headport']))
  return {
    id: graph.id?.text ?? null,
    strict: graph.strict,
    directed: graph.directed,
    attrs: attrsOf(graph.attributes),
    nodeDefaults: attrsOf(nodeDefaults(graph)),
    edgeDefaults: attrsOf(graph.edgeDefaults),
    nodes: graph.nodes.map(node => ({ id: node.id.text, attrs: attrsOf(node.attributes, true) })),
    edges: graph.edges.map(({ tail, head, key, attributes }) => ({
      tail: tail.id.text,
      head: head.id.text,
      ...(key !== undefined && { key }),
      ...portOf('tailport', attributes),
      ...portOf('headport', attributes),
      attrs: edgeAttributes(attributes),
    })),
    subgraphs: graph.subgraphs.map(subgraphForm),
  }
}

/** `\N` is the default of every graph, and no empty default is listed. */
function nodeDefaults({ nodeDefaults: defaults }: ResolvedGraph): Attributes {
  return new Map([...defaults].filter(([name, { text }]) => name !== 'label' || text !== NODE_NAME_LABEL))
}

function subgraphForm(subgraph: ResolvedSubgraph): ExpectedSubgraph {
  return {
    id: subgraph.id?.text ?? null,
    cluster: isCluster(subgraph),
    attrs: attrsOf(subgraph.attributes),
    nodes: subgraph.nodes.map(({ id }) => id.text),
    edges: subgraph.edges.map(({ order }) => order),
    subgraphs: subgraph.subgraphs.map(subgraphForm),
  }
}

function portOf(name: 'tailport' | 'headport', attributes: Attributes) {
  const text = attributes.get(name)?.text
  return text ? { [name]: text } : {}
}

function without(attributes: Attributes, names: readonly string[]): Attributes {
  return new Map([...attributes].filter(([name]) => !names.includes(name)))
}

/** Empty values are left out, except a node's label, which is left out when it is the default. */
function attrsOf(attributes: Attributes, ofNode = false): Attrs {
  const shown = [...attributes].filter(([name, value]) => {
    if (ofNode && name === 'label' && !value.html && value.text === NODE_NAME_LABEL) return false
    return value.html || value.text !== '' || (ofNode && name === 'label')
  })
  return Object.fromEntries(shown.map(([name, value]) => [name, valueForm(value)]))
}

function valueForm({ text, html }: Atom): Value {
  return html ? { html: text } : text
}

/** What is compared, in the order in which it is printed. */
const FIELDS = {
  id: graph => graph.id,
  strict: graph => graph.strict,
  directed: graph => graph.directed,
  'graph attributes': graph => graph.attrs,
  'node defaults': graph => graph.nodeDefaults,
  'edge defaults': graph => graph.edgeDefaults,
  nodes: graph => graph.nodes.map(({ id }) => id),
  'node attributes': graph => graph.nodes.map(({ attrs }) => attrs),
  edges: graph => graph.edges.map(({ tail, head }) => [tail, head]),
  keys: graph => graph.edges.map(({ key }) => key ?? null),
  ports: graph => graph.edges.map(({ tailport, headport }) => [tailport ?? null, headport ?? null]),
  'edge attributes': graph => graph.edges.map(({ attrs }) => attrs),
  subgraphs: graph => everySubgraph(graph, ({ id, subgraphs }) => [id, subgraphs.length]),
  clusters: graph => everySubgraph(graph, ({ cluster }) => cluster === true),
  'subgraph attributes': graph => everySubgraph(graph, ({ attrs }) => attrs),
  'member nodes': graph => everySubgraph(graph, ({ nodes }) => nodes),
  'member edges': graph => everySubgraph(graph, ({ edges }) => edges),
} satisfies Record<string, (graph: ExpectedGraph) => unknown>

function everySubgraph(
  { subgraphs }: Pick<ExpectedGraph, 'subgraphs'>,
  part: (subgraph: ExpectedSubgraph) => unknown,
): unknown[] {
  return subgraphs.flatMap(subgraph => [part(subgraph), ...everySubgraph(subgraph, part)])
}

/** The names of the fields in which two lists of graphs differ, each with a short account. */
export function disagreements(
  expected: readonly ExpectedGraph[],
  actual: readonly ExpectedGraph[],
): Map<string, string> {
  const found = new Map<string, string>()
  if (expected.length !== actual.length) {
    found.set('graphs', `${expected.length} graphs expected, ${actual.length} read`)
    return found
  }
  for (const [index, graph] of expected.entries()) {
    for (const [field, part] of Object.entries(FIELDS)) {
      const difference = firstDifference(part(graph), part(actual[index]!))
      if (difference && !found.has(field)) found.set(field, difference)
    }
  }
  return found
}

function firstDifference(expected: unknown, actual: unknown): string | undefined {
  const [wanted, got] = [canonical(expected), canonical(actual)]
  if (wanted === got) return undefined
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
    const index = expected.findIndex((item, at) => canonical(item) !== canonical(actual[at]))
    return `[${index}] ${canonical(expected[index])} expected, ${canonical(actual[index])} read`
  }
  return `${wanted} expected, ${got} read`
}

/** JSON with its keys sorted. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

export function textOf({ text, base64 }: DotCase): string {
  return text ?? decodeDot(Buffer.from(base64 ?? '', 'base64'))
}

/** Where the reader differs from Graphviz on one case: empty where they agree. */
export function compareCase(dotCase: DotCase): Map<string, string> {
  const { graphs, messages } = resolveDot(textOf(dotCase))
  const accepted = !hasErrors(messages)
  if (accepted !== dotCase.accepted) {
    const why = accepted ? 'Graphviz rejects it' : `${messages[0]?.text} at ${messages[0]?.at?.[0]}`
    return new Map([['accepted', why]])
  }
  if (!accepted || !dotCase.expected) return new Map()
  return disagreements(dotCase.expected, graphs.map(caseForm))
}

/**
 * Compares every case of a text of JSON lines. Prints agreement per field, each disagreement and, last,
 * `agree N of M`. Returns whether all agree.
 */
export function conformanceDot(jsonLines: string, print: (line: string) => void): boolean {
  const cases = jsonLines
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as DotCase)
  const differing = new Map<string, number>()
  const reports: string[] = []
  let agree = 0
  for (const dotCase of cases) {
    const found = compareCase(dotCase)
    if (found.size === 0) agree++
    for (const [field, account] of found) {
      differing.set(field, (differing.get(field) ?? 0) + 1)
      reports.push(`${dotCase.id}: ${field}: ${account.slice(0, 300)}`)
    }
  }
  for (const field of ['accepted', 'graphs', ...Object.keys(FIELDS)]) {
    print(`${field}: ${cases.length - (differing.get(field) ?? 0)} of ${cases.length}`)
  }
  for (const report of reports) print(report)
  print(`agree ${agree} of ${cases.length}`)
  return agree === cases.length
}
