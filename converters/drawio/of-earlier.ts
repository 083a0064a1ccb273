/**
 * Graphs that earlier versions wrote as JSON, or carried, have in `extras.drawio` what is of the document today
 * (`words/in-file.ts`).
 */
import type { Edge, Extras, Graph, Group, Node, Value } from '../../src/ir/model.js'
import { canonicalCell } from './document/cell-element.js'
import { hasFields } from './words/cell-parts.js'
import { inFile, withInFile } from './words/in-file.js'

const OF_ALL = ['geometry', 'id', 'label', 'link', 'tooltip', 'wrapper', 'parent'] as const
const OF_NODE = [...OF_ALL, 'on', 'parts', 'look', 'titled'] as const
const OF_GROUP = [...OF_ALL, 'on', 'title'] as const
const OF_EDGE = [...OF_ALL, 'labels', 'source', 'target'] as const
const OF_GRAPH = ['pool', 'order', 'name', 'id', 'vars'] as const
const FILLING = ['placeholders', 'placeholder'] as const

type Own = ReadonlyMap<string, Value>

/** The graph with that in its document. The same where there is none of it. */
export function ofToday(earlier: Graph): Graph {
  const graph = withOwnTitles(earlier)
  const moved = moving(graph, OF_GRAPH)
  const nodes = Array.from(graph.nodes, ([id, node]): [string, Node] => {
    const keys = hasFields(node) ? [...OF_NODE, 'style'] : OF_NODE
    return [id, moving(node, keys)]
  })
  const groups = Array.from(graph.groups, ([id, group]): [string, Group] => [id, moving(group, OF_GROUP)])
  const edges = graph.edges.map(edge => moving(edge, OF_EDGE))
  return { ...moved, nodes: new Map(nodes), groups: new Map(groups), edges }
}

/** Groups named the cell of their title, which stood among the others of the page. */
function withOwnTitles(graph: Graph): Graph {
  const list = graph.extras.get('drawio')?.get('cells')
  const named = [...graph.groups.values()].filter(({ extras }) => extras.get('drawio')?.has('titleCell'))
  if (named.length === 0) return graph
  const texts = new Map<Value, string>()
  for (const text of Array.isArray(list) ? (list as readonly Value[]) : []) {
    const cell = typeof text === 'string' ? canonicalCell(text) : undefined
    if (cell && !texts.has(cell.id)) texts.set(cell.id, cell.text)
  }
  const groups = new Map(graph.groups)
  for (const group of named) {
    const own = new Map(group.extras.get('drawio'))
    const id = own.get('titleCell') ?? null
    const title = texts.get(id)
    texts.delete(id)
    own.delete('titleCell')
    if (title !== undefined) own.set('title', title)
    groups.set(group.id, withOwn(group, own))
  }
  const own = new Map(graph.extras.get('drawio')).set('cells', [...texts.values()])
  return { ...withOwn(graph, own), groups }
}

const withOwn = <T extends { readonly extras: Extras }>(element: T, own: Own): T => ({
  ...element,
  extras: new Map([...element.extras, ['drawio', own]]),
})

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
  return withInFile(
    withOwn(element, rest),
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
