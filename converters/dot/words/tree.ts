/** The tree of subgraphs, as far as groups do not tell it: subgraphs that are no clusters, nodes in a
 * second cluster, edges that belong to a subgraph. It is kept in `extras.dot.subgraphs` of the graph. */
import type { Value } from '../../../src/ir/model.js'
import type { Atom } from './statement.js'

/** One subgraph: a cluster by its group, or another one with its name, if it has one, and its attributes. */
export interface Entry {
  readonly group?: string
  readonly name?: Atom
  readonly attributes: ReadonlyMap<string, Atom>
  /** Nodes that stand directly in it, and that its group does not hold anyway; they are made in the graph's own order. */
  readonly nodes: readonly string[]
  /** Places of the edges that were made directly in it. */
  readonly edges: readonly number[]
  readonly subgraphs: readonly Entry[]
}

export function treeValue(entries: readonly Entry[]): Value {
  return entries.map(({ group, name, attributes, nodes, edges, subgraphs }) => {
    const value = new Map<string, Value>()
    if (group !== undefined) value.set('group', group)
    if (name) value.set('name', atomValue(name))
    if (attributes.size > 0) {
      value.set('attributes', new Map([...attributes].map(([key, atom]) => [key, atomValue(atom)])))
    }
    if (nodes.length > 0) value.set('nodes', nodes)
    if (edges.length > 0) value.set('edges', edges)
    if (subgraphs.length > 0) value.set('subgraphs', treeValue(subgraphs))
    return value
  })
}

function atomValue({ text, html }: Atom): Value {
  return html ? new Map([['html', text]]) : text
}

export function valueAtom(value: Value | undefined): Atom | undefined {
  if (typeof value === 'string') return { text: value }
  const html = value instanceof Map ? value.get('html') : undefined
  return typeof html === 'string' ? { text: html, html: true } : undefined
}
