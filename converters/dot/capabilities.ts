/** What DOT can hold. */
import type { Capabilities, Rich, TextRules } from '../../src/format.js'
import type { Graph } from '../../src/ir/model.js'
import { dotHtmlOfRuns } from '../../src/text/rich/dot-runs.js'
import { runsOf } from '../../src/text/rich/rich.js'
import { isFormatted } from '../../src/text/rich/runs.js'
import { nearestLength, nearestPort } from './edge.js'
import { cleanText, withoutHalves } from './escapes.js'
import { nearestFields, nearestNodeShape, readRich } from './node.js'
import { ownOfEdge, ownOfGraph, ownOfGroup, ownOfNode } from './own.js'
import { representatives } from './representatives.js'
import { nearestArrow } from './shapes.js'
import { linkRules, nearestString, styleRules } from './style.js'

const text: TextRules = { lines: true, rich: ['dot-html'], readRich, nearestRich, clean: cleanText }
const plainText: TextRules = { lines: true, rich: [], clean: cleanText }

/** An HTML-like label with what Graphviz has of the formatting of another format. */
function nearestRich(rich: Rich): { readonly rich: Rich; readonly whole: boolean } | undefined {
  const formatted = runsOf(rich)
  if (!formatted || !isFormatted(formatted.runs)) return undefined
  const { source, whole } = dotHtmlOfRuns(formatted.runs)
  return { rich: { syntax: 'dot-html', source }, whole: whole && formatted.whole }
}

/** For the graph at hand: its own extras depend on what stands around an element. */
export function dotCapabilities(graph: Graph): Capabilities {
  return {
    graph: {
      id: id => (id === undefined ? undefined : cleanId(id) || undefined),
      title: plainText,
      undirected: true,
      strict: !hasParallels(graph),
      direction: direction => direction ?? 'TB',
      style: styleRules.graph,
      link: linkRules,
      extras: ownOfGraph(graph),
    },
    node: {
      text,
      shape: nearestNodeShape,
      style: styleRules.node,
      link: linkRules,
      image: true,
      fields: nearestFields,
      hidden: true,
      extras: ownOfNode(graph),
    },
    group: {
      text,
      kinds: ['cluster'],
      nested: true,
      style: styleRules.group,
      link: linkRules,
      hidden: true,
      extras: ownOfGroup(graph),
    },
    edge: {
      text,
      id: id => (id === undefined ? undefined : nearestString(id)),
      line: line => line,
      arrows: (from, to) => [nearestArrow(from), nearestArrow(to)],
      groupEnds: true,
      side: side => side,
      port: nearestPort,
      endLabel: text,
      length: nearestLength,
      style: styleRules.edge,
      link: linkRules,
      order: 'any',
      extras: ownOfEdge(graph),
    },
    ids: { node: cleanId, group: cleanId, shared: false },
  }
}

/** No NUL and no half of a surrogate pair. Graphviz gives names that begin with `%` to what has none. */
function cleanId(id: string): string {
  const clean = withoutHalves(id.replaceAll('\0', ''))
  return clean.startsWith('%') ? `_${clean}` : clean
}

/** Graphviz makes one edge of the parallel edges of a strict graph. */
function hasParallels({ directed, nodes, groups, edges }: Graph): boolean {
  const endOf = representatives({ nodes, groups }, new Map())
  const seen = new Set<string>()
  for (const { from, to, extras } of edges) {
    const own = extras.get('dot')
    const ends = [endOf(from, own?.get('from')), endOf(to, own?.get('to'))]
    const name = JSON.stringify(directed ? ends : ends.sort())
    if (seen.has(name)) return true
    seen.add(name)
  }
  return false
}
