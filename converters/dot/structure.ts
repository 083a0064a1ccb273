/** What a graph's tree of subgraphs is read back as, without the way over text. */
import type { Graph, Value } from '../../src/ir/model.js'
import { evaluate } from './evaluate.js'
import { mapGraph } from './map.js'
import { type Line, type Plan, planOf } from './plan.js'
import type { Attributes } from './resolved.js'
import type { Assignment, Operand, Statement } from './statement.js'

const NOWHERE = [0, 0] as const

/** The entries `subgraphs` and `after` that the graph's extras have once it is written and read. */
export function structureExtras(graph: Graph): ReadonlyMap<string, Value> {
  const plan = planOf(graph)
  const statements = statementsOf(plan.lines, graph, plan)
  const id = graph.id === undefined ? {} : { id: { text: graph.id } }
  const { directed } = graph
  const read = mapGraph(evaluate({ ...id, directed, strict: graph.strict === true, statements, at: NOWHERE }))
  const own = read.extras.get('dot')
  return new Map(
    ['subgraphs', 'after'].flatMap(key => (own?.has(key) ? [[key, own.get(key)!] as const] : [])),
  )
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
