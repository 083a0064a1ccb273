/**
 * A graph as lines of text, one for each thing that it says: what git compares where it shows a diagram. Elements are called by their
 * words, so that ids which are only numbers make no line another.
 */

import { childrenOf } from '../ir/group-tree.js'
import { leaves } from '../ir/leaves.js'
import { addTo } from '../ir/lists.js'
import {
  type Edge,
  type End,
  edgeFields,
  type Graph,
  type Group,
  graphFields,
  groupFields,
  type Node,
  nodeFields,
} from '../ir/model.js'
import { isMadeUp } from '../lower/names.js'
import { printable } from '../messages/reporters/pretty.js'
import { isNumbered } from './match.js'
import { shown, wordsOf } from './sentences.js'

/** Fields that stand in the line of the element itself. */
const IN_LINE = new Set([
  'id',
  'label',
  'shape',
  'kind',
  'group',
  'parent',
  'from',
  'to',
  'line',
  'title',
  'direction',
])

/** @returns lines, each with its end */
export function outlineOf(graph: Graph): string {
  const names = namesOf(graph)
  const lines = [['diagram', quoted(graph.title), graph.direction].filter(Boolean).join(' ')]
  lines.push(...details(graphFields, graph, '  '))
  const members = new Map<string | undefined, Node[]>()
  for (const node of graph.nodes.values()) addTo(members, node.group, node)
  const children = childrenOf(graph.groups)
  const waiting: { group: Group | undefined; depth: number }[] = [{ group: undefined, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { group, depth } = next
    const indent = '  '.repeat(Math.min(depth, 20))
    if (group) {
      lines.push(`${indent}${group.kind === 'lane' ? 'lane' : 'group'} ${named(group, false)}`)
      lines.push(...details(groupFields, group, `${indent}  `))
    }
    const inner = group ? `${indent}  ` : '  '
    for (const node of members.get(group?.id) ?? []) {
      lines.push(`${inner}node ${names.get(node.id)} ${node.shape}`)
      lines.push(...details(nodeFields, node, `${inner}  `))
    }
    for (const child of [...(children.get(group?.id) ?? [])].reverse())
      waiting.push({ group: child, depth: depth + 1 })
  }
  for (const edge of graph.edges) {
    lines.push(['  edge', edgeLine(edge, graph, names), quoted(edge.label.text)].filter(Boolean).join(' '))
    lines.push(...details(edgeFields, edge, '    '))
  }
  for (const { condition, nodes } of graph.loops)
    lines.push(`  loop ${quoted(condition)}: ${nodes.map(id => names.get(id) ?? id).join(', ')}`)
  return `${lines.map(printable).join('\n')}\n`
}

const quoted = (text: string | undefined): string =>
  text ? `“${text.replace(/\\/g, '\\\\').replace(/\n/g, '\\n')}”` : ''

function named({ id, label }: Pick<Node, 'id' | 'label'>, numbered: boolean): string {
  if (label.text === '' || label.text === id) return id
  return numbered || isMadeUp(id) ? quoted(label.text) : `${id} ${quoted(label.text)}`
}

/** What each node is called; those that are called alike are counted. */
function namesOf(graph: Graph): Map<string, string> {
  const numbered = isNumbered(graph)
  const counts = new Map<string, number>()
  return new Map(
    Array.from(graph.nodes.values(), node => {
      const name = named(node, numbered)
      const count = (counts.get(name) ?? 0) + 1
      counts.set(name, count)
      return [node.id, count === 1 ? name : `${name} (${count})`]
    }),
  )
}

function edgeLine({ from, to, line }: Edge, graph: Graph, names: ReadonlyMap<string, string>): string {
  const end = ({ kind, id, port }: End) => {
    const group = kind === 'group' ? graph.groups.get(id) : undefined
    const name = group ? named(group, false) : (names.get(id) ?? id)
    return port === undefined ? name : `${name}:${port}`
  }
  const arrows = [from.arrow, to.arrow].join()
  const way = { 'none,normal': '→', 'none,none': '—', 'normal,normal': '↔', 'normal,none': '←' }[arrows]
  const style = line === 'solid' ? '' : ` ${line}`
  return `${end(from)} ${way ?? `${from.arrow} → ${to.arrow}`} ${end(to)}${style}`
}

function details(kind: Parameters<typeof leaves>[0], element: unknown, indent: string): string[] {
  return leaves(kind, element).flatMap(([path, value]) => {
    const [first, second] = path
    const isEnd = first === 'from' || first === 'to'
    if (isEnd ? second !== 'side' && second !== 'label' : IN_LINE.has(first!) && path.at(-1) !== 'rich')
      return []
    if (path.at(-1) === 'rich' || (first === 'directed' && value === true)) return []
    return [`${indent}${wordsOf(path.join('.'))}: ${shown(value)}`]
  })
}
