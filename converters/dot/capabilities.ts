/** What DOT can hold. */
import type { Capabilities, TextRules } from '../../src/capabilities.js'
import { blockOrder } from '../../src/ir/blocks.js'
import type { Graph, Node, Rich } from '../../src/ir/model.js'
import { dotHtmlOfRuns } from '../../src/text/rich/dot-runs.js'
import { runsOf } from '../../src/text/rich/rich.js'
import { isFormatted } from '../../src/text/rich/runs.js'
import { withoutHalves } from '../../src/text/utf16.js'
import { edgeExtras, graphExtras, groupExtras, nodeExtras } from './extras.js'
import { nearestArrow } from './shapes.js'
import { nearestLength, nearestPort } from './words/edge.js'
import { cleanText } from './words/escapes.js'
import { nearestFields, nearestNodeShape, readRich } from './words/nearest-node.js'
import { seenThrough } from './words/node.js'
import { perObject } from './words/per-object.js'
import { endsIn } from './words/representatives.js'
import { linkRules, nearestString, styleRules } from './words/style.js'
import { writtenPorts } from './words/written-ports.js'

const text: TextRules = { lines: true, rich: ['dot-html'], readRich, nearestRich, clean: cleanText }
const plainText: TextRules = { lines: true, rich: [], clean: cleanText }

/** An HTML-like label with what Graphviz has of the formatting of another format. */
function nearestRich(rich: Rich): { readonly rich: Rich; readonly whole: boolean } | undefined {
  const formatted = runsOf(rich)
  if (!formatted || !isFormatted(formatted.runs)) return undefined
  const { source, whole } = dotHtmlOfRuns(formatted.runs)
  return { rich: { syntax: 'dot-html', source }, whole: whole && formatted.whole }
}

export const dotCapabilities: Capabilities = {
  graph: {
    id: id => (id === undefined ? undefined : cleanId(id) || undefined),
    title: plainText,
    undirected: true,
    strict: graph => !hasParallels(graph),
    direction: direction => direction ?? 'TB',
    style: styleRules.graph,
    link: linkRules,
    extras: graphExtras,
  },
  node: {
    text,
    shape: nearestNodeShape,
    style: styleRules.node,
    link: linkRules,
    image: true,
    fields: nearestFields,
    hidden: true,
    seenThrough,
    extras: nodeExtras,
    order: blockOrder,
    anyOrder: true,
  },
  group: {
    text,
    kinds: ['cluster'],
    nested: true,
    style: styleRules.group,
    link: linkRules,
    hidden: true,
    extras: groupExtras,
  },
  edge: {
    text,
    id: id => (id === undefined ? undefined : nearestString(id)),
    line: line => line,
    arrows: (from, to) => [nearestArrow(from), nearestArrow(to)],
    groupEnds: true,
    side: side => side,
    port: portAt,
    endLabel: text,
    length: nearestLength,
    style: styleRules.edge,
    link: linkRules,
    order: 'any',
    extras: edgeExtras,
  },
  ids: { node: cleanId, group: cleanId, shared: false },
}

/** No NUL and no half of a surrogate pair. Graphviz gives names that begin with `%` to what has none. */
function cleanId(id: string): string {
  const clean = withoutHalves(id.replaceAll('\0', ''))
  return clean.startsWith('%') ? `_${clean}` : clean
}

/** Ports by the fields of the node that they name, and for a node without such a field what any edge may say. */
function portAt(port: string, node: Node | undefined): string | undefined {
  if (!node?.fields) return nearestPort(port)
  const ports = portsOf(node)
  if (!ports.has(port)) return nearestPort(port)
  const written = ports.get(port)
  return written === undefined ? undefined : nearestPort(written)
}

const portsOf = perObject(writtenPorts)

/** Graphviz makes one edge of the parallel edges of a strict graph. */
function hasParallels(graph: Graph): boolean {
  const { directed, edges } = graph
  const endsOf = endsIn(graph)
  const seen = new Set<string>()
  for (const edge of edges) {
    const { tail, head } = endsOf(edge)
    const name = JSON.stringify(directed ? [tail, head] : [tail, head].sort())
    if (seen.has(name)) return true
    seen.add(name)
  }
  return false
}
