/**
 * The base of a page: its diagram as it was written there last. It stands beside the first layer, packed, so that `--update` can tell
 * what the source changed since then from what a person changed on the page.
 */
import { makeEdge, makeGraph, makeGroup, makeLoop, makeNode, nodeEnd } from '../../../src/ir/build.js'
import type { Kind } from '../../../src/ir/kinds.js'
import { type Leaf, leaves, withLeaf } from '../../../src/ir/leaves.js'
import {
  type Edge,
  edgeFields,
  type Graph,
  graphFields,
  groupFields,
  loopFields,
  nodeFields,
  type Value,
} from '../../../src/ir/model.js'
import { fromPlain, toPlain } from '../../../src/ir/plain.js'
import { flawsOf } from '../../../src/ir/validate.js'
import { newBudget } from '../../../src/text/inflate.js'
import { unpackPage } from '../document/envelope.js'
import { packPage } from '../document/pack.js'
import { inFile, withInFile } from './in-file.js'

const VERSION = 1

/** What elements are made of, before their leaves are set. */
const blank = {
  graph: makeGraph(),
  nodes: makeNode({ id: '', shape: 'rectangle' }),
  groups: makeGroup({ id: '', kind: 'cluster' }),
  edges: makeEdge({ from: nodeEnd(''), to: nodeEnd('') }),
  loops: makeLoop({ condition: '', nodes: [] }),
}

/**
 * The words for a graph, packed as draw.io packs a page. Places in the source and documents are no part of it. Same graph, same words.
 * @param tab what the page is called where the graph has no title: its file's name, which reads as the title of the page
 */
export function baseText(graph: Graph, tab?: string): string {
  const all = (kind: Kind, elements: Iterable<unknown>) => Array.from(elements, each => leaves(kind, each))
  const base = {
    v: VERSION,
    ...(graph.title === undefined && tab !== undefined && { tab }),
    graph: leaves(graphFields, graph),
    nodes: all(nodeFields, graph.nodes.values()),
    groups: all(groupFields, graph.groups.values()),
    edges: all(edgeFields, graph.edges),
    loops: all(loopFields, graph.loops),
  }
  return packPage(JSON.stringify(toPlain(base)))
}

/** The graph of such words; nothing where they are none, or no sound graph: a stranger may have written them. */
export function readBase(words: Value | undefined): Graph | undefined {
  const text = typeof words !== 'string' ? undefined : unpackPage(words, newBudget())
  if (text === undefined || text === 'large') return undefined
  try {
    const graph = graphOf(fromPlain(JSON.parse(text)) as Lists)
    return graph && flawsOf(graph).length === 0 ? graph : undefined
  } catch {
    return undefined
  }
}

/** What was parsed: of each element its leaves. Whether they make a graph is asked of the graph. */
interface Lists
  extends Readonly<Record<'nodes' | 'groups' | 'edges' | 'loops', readonly (readonly Leaf[])[]>> {
  readonly v: unknown
  readonly tab?: unknown
  readonly graph: readonly Leaf[]
}

function graphOf(lists: Lists): Graph | undefined {
  if (lists.v !== VERSION) return undefined
  const whole = <T>(kind: Kind, value: T, found: readonly Leaf[]): T =>
    found.reduce((part, [path, leaf]) => withLeaf(kind, part, path, leaf) as T, value)
  const nodes = lists.nodes.map(each => whole(nodeFields, blank.nodes, each))
  const groups = lists.groups.map(each => whole(groupFields, blank.groups, each))
  const { tab } = lists
  const graph = whole(graphFields, blank.graph, lists.graph)
  return {
    ...(typeof tab === 'string' ? withInFile({ ...graph, title: tab }, [['tab', tab]]) : graph),
    nodes: new Map(nodes.map(node => [node.id, node])),
    groups: new Map(groups.map(group => [group.id, group])),
    edges: lists.edges.map((each): Edge => whole(edgeFields, blank.edges, each)),
    loops: lists.loops.map(each => whole(loopFields, blank.loops, each)),
  }
}

/** The title of a base that is only the name of its file. */
export function tabOf(base: Graph | undefined): string | undefined {
  const tab = base && inFile(base)?.get('tab')
  return typeof tab === 'string' && tab === base?.title ? tab : undefined
}
