/**
 * Graphs that earlier versions wrote as JSON, or carried, have in `extras.drawio` what is of the document today
 * (`words/in-file.ts`).
 */
import type { Edge, Graph, Group, Node, Value } from '../../src/ir/model.js'
import { hasFields } from './words/cell-parts.js'
import { inFile, withInFile } from './words/in-file.js'

const OF_ALL = ['geometry', 'id', 'label', 'link', 'tooltip'] as const
const OF_NODE = [...OF_ALL, 'parts', 'look', 'titled'] as const
const OF_EDGE = [...OF_ALL, 'labels', 'parent', 'source', 'target'] as const
const OF_GRAPH = ['pool', 'order'] as const
const FILLING = ['placeholders', 'placeholder'] as const

type Own = ReadonlyMap<string, Value>

/** The graph with that in its document. The same where there is none of it. */
export function ofToday(graph: Graph): Graph {
  const moved = moving(graph, OF_GRAPH)
  const nodes = Array.from(graph.nodes, ([id, node]): [string, Node] => {
    const keys = hasFields(node) ? [...OF_NODE, 'style'] : OF_NODE
    return [id, moving(node, keys)]
  })
  const groups = Array.from(graph.groups, ([id, group]): [string, Group] => [id, moving(group, OF_ALL)])
  const edges = graph.edges.map(edge => moving(edge, OF_EDGE))
  return { ...moved, nodes: new Map(nodes), groups: new Map(groups), edges }
}

/** What the document says already counts. */
function moving<T extends Graph | Node | Group | Edge>(element: T, keys: readonly string[]): T {
  const own: Own | undefined = element.extras.get('drawio')
  if (!own) return element
  const attributes = own.get('attributes')
  const said = attributes instanceof Map ? new Map(attributes as Own) : undefined
  const filling = new Map([...(said ?? [])].filter(([name]) => isFilling(name)))
  if (filling.size === 0 && !keys.some(key => own.has(key))) return element
  const rest = new Map([...own].filter(([key]) => !keys.includes(key)))
  if (said && filling.size > 0) {
    for (const name of filling.keys()) said.delete(name)
    rest.set('attributes', said)
  }
  const there = inFile(element)
  const old = [
    ...keys.map(key => [key, formOf(key, own.get(key))] as const),
    ['placeholders', filling.size > 0 ? filling : undefined] as const,
  ]
  const extras = new Map([...element.extras, ['drawio', rest]])
  return withInFile(
    { ...element, extras },
    old.filter(([key, value]) => value !== undefined && !there?.has(key)),
  )
}

const isFilling = (name: string): boolean => FILLING.some(filling => filling === name)

/** Texts had a Map around them, the order of a page was one of lists by parent. */
function formOf(key: string, value: Value | undefined): Value | undefined {
  if (!(value instanceof Map)) return value
  const own = value as Own
  if (key === 'order')
    return [...own.values()].flatMap(ids => (Array.isArray(ids) ? (ids as readonly Value[]) : []))
  return own.get('text') ?? value
}
