/**
 * Which of its own extras DOT can still write. An element is written and read again: what does not come
 * back, or would make something else of the element, is left out.
 */
import type { OwnExtras } from '../../src/capabilities.js'
import { NO_EXTRAS } from '../../src/ir/build.js'
import type { Edge, Graph, Group, Node, Value } from '../../src/ir/model.js'
import { withoutHalves } from '../../src/text/utf16.js'
import { sameLook } from './same.js'
import { structureExtras } from './structure.js'
import { sameAtom, textOfExtra, withExtras } from './words/attributes.js'
import { COMMENTS, keptComments, LAST_COMMENTS } from './words/comments.js'
import { edgeAttributes } from './words/edge-attributes.js'
import { edgeLook, type HasPort } from './words/edge-look.js'
import type { Names } from './words/escapes.js'
import { AS_XLABEL, extrasFor, LABEL_AS } from './words/extras.js'
import { isDrawn } from './words/group.js'
import { graphAttributes, groupAttributes } from './words/group-attributes.js'
import { graphLook, groupLook } from './words/group-look.js'
import { htmlName, writtenNames } from './words/names.js'
import { onColorIn } from './words/node.js'
import { nodeAttributes } from './words/node-attributes.js'
import { nodeExtras } from './words/node-extras.js'
import { nodeLook } from './words/node-look.js'
import { holds } from './words/representatives.js'
import { type Attributes, isTrue } from './words/resolved.js'
import type { Atom } from './words/statement.js'
import { writtenPorts } from './words/written-ports.js'
import { hasGroupEnds } from './write/levels.js'
import { type Plan, planOf } from './write/plan.js'

type Own = ReadonlyMap<string, Value>

/** How the attributes of one kind of element are read and written. */
interface Judge {
  readonly written: Map<string, Atom>
  readonly look: (attributes: Attributes) => object
  readonly model: object
  readonly extras: (source: Attributes) => Map<string, Value>
}

/** The extras that stand for attributes, as they would be read back. */
function attributeExtras(all: Own, { written, look, model, extras }: Judge): Map<string, Value> {
  const own = new Map([...all].filter(([key, value]) => isWritable(key) && isWritable(value)))
  const together = withExtras(written, own)
  if (together === written) return new Map()
  if (sameLook(look(together), model)) return extras(together)
  const kept = new Map<string, Value>()
  for (const [key, value] of own) {
    kept.set(key, value)
    if (!sameLook(look(withExtras(written, kept)), model)) kept.delete(key)
  }
  return extras(withExtras(written, kept))
}

function keepComments(own: Own, extras: Map<string, Value>, key: string = COMMENTS): void {
  const comments = keptComments(own, key)
  if (comments.length > 0) extras.set(key, comments)
}

/** No file holds NUL or half of a surrogate pair. */
function isWritable(value: Value): boolean {
  if (value instanceof Map) return [...value.values()].every(isWritable)
  return typeof value !== 'string' || (!value.includes('\0') && withoutHalves(value) === value)
}

export function ownOfNode(graph: Graph): OwnExtras<Node> {
  const isOnColor = onColorIn(graph)
  return (node, own) => {
    const onColor = isOnColor(node.group)
    const extras = attributeExtras(own, {
      written: nodeAttributes(node, onColor),
      look: attributes => nodeLook(node.id, attributes, graph.id, onColor),
      model: node,
      extras: source => nodeExtras(source, nodeAttributes(node, onColor)),
    })
    if (htmlName(node.id, own.get('html')) !== undefined) extras.set('html', own.get('html')!)
    keepComments(own, extras)
    return extras
  }
}

export function ownOfGroup(graph: Graph): OwnExtras<Group> {
  const names = writtenNames(graph)
  const outerOf = ({ parent }: Group): Attributes => {
    const outer = parent === undefined ? undefined : graph.groups.get(parent)
    if (outer) return withExtras(groupAttributes(outer), outer.extras.get('dot'))
    return withExtras(graphAttributes(graph, hasGroupEnds(graph)), graph.extras.get('dot'))
  }
  return (group, own) => {
    const outer = outerOf(group)
    const written = groupAttributes(group)
    const extras = attributeExtras(own, {
      written,
      look: attributes => groupLook(attributes, graph.id === undefined ? {} : { graph: graph.id }),
      model: group,
      extras: source =>
        extrasFor(
          new Map([...source].filter(([name, value]) => isDrawn(name) || !sameAtom(value, outer.get(name)))),
          written,
        ),
    })
    if (own.get('passes') === true && passes(graph, group.id, withExtras(written, extras)))
      extras.set('passes', true)
    const name = own.get('name')
    if (name instanceof Map && name.get('text') === names.get(group.id) && name.get('was') === group.id) {
      extras.set('name', name)
    }
    if (names.get(group.id)?.startsWith('cluster')) keepComments(own, extras)
    return extras
  }
}

export function ownOfEdge(graph: Graph): OwnExtras<Edge> {
  const { endsOf } = planOf(graph)
  const keys = keyCounts(graph, endsOf)
  const stopsAnew = stoppingIn(graph)
  return (edge, own) => {
    const { tail, head } = endsOf(edge)
    const usual = own.has('from') || own.has('to') ? endsOf({ ...edge, extras: NO_EXTRAS }) : { tail, head }
    const { directed } = graph
    const names: Names = {
      tail,
      head,
      edge: directed ? '->' : '--',
      ...(graph.id && { graph: graph.id }),
    }
    const written = edgeAttributes(edge, directed)
    const { from, to } = edge
    const hasPort: HasPort = (end, port) => {
      const node = graph.nodes.get(end === 'tail' ? tail : head)
      return node?.fields !== undefined && [...writtenPorts(node).values()].includes(port)
    }
    const extras = attributeExtras(own, {
      written,
      look: attributes => withEdgeId(edgeLook(attributes, names, directed, hasPort)),
      model: withEdgeId({ ...edge, from: withoutPlace(from), to: withoutPlace(to) }),
      extras: source => extrasFor(source, written),
    })
    const key = own.get('key')
    if (typeof key === 'string' && keys.get(keyOf(graph, tail, head, key)) === 1) extras.set('key', key)
    keepComments(own, extras)
    const isXlabel =
      own.has(LABEL_AS) && written.has('label') && !extras.has('xlabel') && !extras.has('label')
    if (isXlabel) extras.set(LABEL_AS, AS_XLABEL)
    for (const name of ['ltail', 'lhead'] as const) {
      if (stopsAnew(edge, name, extras.get(name))) extras.delete(name)
    }
    if (own.get('from') === tail && usual.tail !== tail) extras.set('from', tail)
    if (own.get('to') === head && usual.head !== head) extras.set('to', head)
    return extras
  }
}

/** The id of an edge is one of its attributes; those of nodes and groups are their names. */
const withEdgeId = <T extends Pick<Edge, 'id'>>(edge: T): T & { readonly edgeId: string | undefined } => ({
  ...edge,
  edgeId: edge.id,
})

function withoutPlace({ kind: _, id: __, ...rest }: Edge['from']): object {
  return rest
}

/** Whether a group in this one, or in the graph, shows the label of the one around it. */
function passes({ groups }: Graph, id: string | undefined, written: Attributes): boolean {
  if (!written.has('label')) return false
  return [...groups.values()].some(group => {
    const label = withExtras(groupAttributes(group), group.extras.get('dot')).has('label')
    return group.parent === id && !label
  })
}

/** Whether an `lhead` or `ltail` that said nothing where it was read would now make an edge end at a cluster. */
function stoppingIn(graph: Graph) {
  const compound = textOfExtra(graph.extras.get('dot')?.get('compound'))
  if (!hasGroupEnds(graph) && !isTrue(compound)) return () => false
  const byName = new Map<string, string>()
  for (const [id, name] of writtenNames(graph)) if (!byName.has(name)) byName.set(name, id)
  return ({ from, to }: Edge, name: 'ltail' | 'lhead', value: Value | undefined) => {
    const id = byName.get(textOfExtra(value) ?? '')
    if (id === undefined) return false
    const [end, other] = name === 'ltail' ? [from, to] : [to, from]
    return holds(id, end, graph) && !holds(id, other, graph)
  }
}

/** Edges with the same ends and the same key are one edge to Graphviz. */
function keyCounts(graph: Graph, endsOf: Plan['endsOf']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const edge of graph.edges) {
    const key = edge.extras.get('dot')?.get('key')
    if (typeof key !== 'string') continue
    const { tail, head } = endsOf(edge)
    const name = keyOf(graph, tail, head, key)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

function keyOf({ directed }: Graph, tail: string, head: string, key: string): string {
  const ends = directed || tail < head ? [tail, head] : [head, tail]
  return JSON.stringify([...ends, key])
}

/**
 * Those of the graph itself. `whole` is the graph with its nodes, groups and edges, which the tree of
 * subgraphs depends on.
 */
export function ownOfGraph(whole: Graph): OwnExtras<Graph> {
  return (graph, own) => {
    const compound = hasGroupEnds(whole)
    const written = graphAttributes(graph, compound)
    const extras = attributeExtras(own, {
      written,
      look: attributes => graphLook(attributes, graph.id === undefined ? {} : { graph: graph.id }),
      model: graph,
      extras: source => extrasFor(source, written),
    })
    if (['subgraphs', 'after'].some(key => own.has(key))) {
      for (const [key, value] of structureExtras(whole)) extras.set(key, value)
    }
    if (own.get('passes') === true && passes(whole, undefined, withExtras(written, extras)))
      extras.set('passes', true)
    if (!graph.id && own.get('name') === '') extras.set('name', '')
    keepComments(own, extras)
    keepComments(own, extras, LAST_COMMENTS)
    return extras
  }
}
