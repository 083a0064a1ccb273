/** What a graph's tree of subgraphs is read back as, without the way over text. */
import type { Graph, Value } from '../../src/ir/model.js'
import { evaluate } from './read/evaluate.js'
import { mapGraph } from './read/map.js'
import type { Attributes } from './words/resolved.js'
import type { Assignment, Operand, Statement } from './words/statement.js'
import { type Line, type Plan, planOf } from './write/plan.js'

const NOWHERE = [0, 0] as const

/**
 * The entries `subgraphs` and `after` that the graph's extras have once it is written and read. A subgraph that would take a
 * node out of its group no longer names it.
 */
export function structureExtras(graph: Graph): ReadonlyMap<string, Value> {
  const read = readAgain(graph)
  const own = read.extras.get('dot')
  const homes = (id: string): string | undefined => read.nodes.get(id)?.group
  const taken = [...graph.nodes.values()].filter(({ id, group }) => read.nodes.has(id) && homes(id) !== group)
  const tree = graph.extras.get('dot')?.get('subgraphs')
  if (taken.length > 0 && tree !== undefined) {
    const left = withoutNamed(tree, new Set(taken.map(({ id }) => id)), graph)
    const others = new Map(graph.extras.get('dot'))
    if (left) others.set('subgraphs', left)
    else others.delete('subgraphs')
    return structureExtras({ ...graph, extras: new Map([...graph.extras, ['dot', others]]) })
  }
  return new Map(
    ['subgraphs', 'after'].flatMap(key => (own?.has(key) ? [[key, own.get(key)!] as const] : [])),
  )
}

function readAgain(graph: Graph): Graph {
  const plan = planOf(graph)
  const statements = statementsOf(plan.lines, graph, plan)
  const id = graph.id === undefined ? {} : { id: { text: graph.id } }
  const { directed } = graph
  return mapGraph(evaluate({ ...id, directed, strict: graph.strict === true, statements, at: NOWHERE }))
}

/** Subgraphs that name none of some nodes, nor hold an edge of theirs; nothing where none of them did so. */
function withoutNamed(tree: Value, ids: ReadonlySet<string>, { edges }: Graph): Value | undefined {
  let found = false
  const isGone = (item: Value): boolean => {
    const edge = typeof item === 'number' ? edges[item] : undefined
    const gone = edge ? ids.has(edge.from.id) || ids.has(edge.to.id) : ids.has(item as string)
    if (gone) found = true
    return gone
  }
  const without = (value: Value | undefined): Value[] =>
    (Array.isArray(value) ? (value as readonly Value[]) : []).map(entry => {
      if (!(entry instanceof Map)) return entry
      const kept = new Map(entry as ReadonlyMap<string, Value>)
      for (const key of ['nodes', 'edges']) {
        const list = kept.get(key)
        if (Array.isArray(list))
          kept.set(
            key,
            (list as readonly Value[]).filter(item => !isGone(item)),
          )
      }
      if (kept.has('subgraphs')) kept.set('subgraphs', without(kept.get('subgraphs')))
      return kept
    })
  const left = without(tree)
  return found ? left : undefined
}

/** The plan as statements, without the attributes of nodes and edges. */
function statementsOf(lines: readonly Line[], graph: Graph, plan: Plan): Statement[] {
  return lines.flatMap((line): Statement[] => {
    if (line.kind === 'attributes')
      return [{ kind: 'defaults', of: 'graph', attributes: assignments(line.attributes) }]
    const attributes: readonly Assignment[] =
      line.kind === 'anchor' ? [{ name: 'diaglot', value: { text: 'anchor' } }] : []
    return [{ kind: 'chain', operands: operandsOf(line, graph, plan), attributes, at: NOWHERE }]
  })
}

function operandsOf(line: Exclude<Line, { kind: 'attributes' }>, graph: Graph, plan: Plan): Operand[] {
  if (line.kind === 'subgraph') {
    const statements = statementsOf(line.lines, graph, plan)
    return [{ kind: 'subgraph', ...(line.name && { id: line.name }), statements, at: NOWHERE }]
  }
  if (line.kind === 'edge') {
    const { tail, head } = plan.endsOf(graph.edges[line.place]!)
    return [mention(tail), mention(head)]
  }
  return [mention(line.id)]
}

function mention(id: string): Operand {
  return { kind: 'nodes', nodes: [{ id: { text: id }, at: NOWHERE }] }
}

function assignments(attributes: Attributes): Assignment[] {
  return [...attributes].map(([name, value]) => ({ name, value }))
}
