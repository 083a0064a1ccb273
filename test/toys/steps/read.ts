/** Steps as a graph. Errors: `syntax/first-word`, `syntax/unexpected`, `syntax/duplicate-id`, `syntax/undefined-node`, `syntax/reference`. */
import type { ReadResult } from '../../../src/format.js'
import { byId, makeEdge, makeGraph, makeGroup, makeNode, nodeEnd, plain } from '../../../src/ir/build.js'
import type { Edge, Graph, Group, Node } from '../../../src/ir/model.js'
import type { Message } from '../../../src/messages/message.js'
import { idTaken, noFirstWord, noStep, unknownPart, unknownStep } from './messages.js'
import { CARRIED, type Statement, statementsOf } from './statements.js'

interface Reading {
  title?: string
  readonly groups: Map<string, Group>
  readonly nodes: Map<string, Node>
  readonly edges: Edge[]
  readonly messages: Message[]
}

export function readSteps(text: string): ReadResult {
  const statements = statementsOf(text)
  const reading: Reading = { groups: new Map(), nodes: new Map(), edges: [], messages: [] }
  for (const [place, statement] of statements.entries()) readStatement(reading, statement, place === 0)
  const [first] = statements
  if (first?.words[0] !== 'steps') reading.messages.push(noFirstWord(first && [first.start, first.end]))
  const carried = statements
    .map(({ start, end }) => text.slice(start, end))
    .find(line => line.startsWith(CARRIED))
  const graphs = first?.words[0] === 'steps' ? [graphOf(reading)] : []
  return { graphs, messages: reading.messages, carried: [carried?.slice(CARRIED.length)] }
}

function readStatement(reading: Reading, statement: Statement, isFirst: boolean): void {
  const { words, label, start, end } = statement
  const [kind = '', id = '', second, ...rest] = words
  const about = { id, label: plain(label ?? ''), at: [start, end] as const }
  const group = second === undefined ? {} : { group: second }
  const isLabelled = typeof label === 'string' && rest.length === 0 && /^\w+$/.test(id)
  if (kind === '#') return
  if (isFirst && kind === 'steps' && words.length === 1 && label === undefined) return
  if (kind === 'title' && words.length === 1 && typeof label === 'string' && reading.title === undefined) {
    reading.title = label
  } else if (kind === 'part' && isLabelled && second === undefined)
    add(reading, reading.groups, makeGroup({ ...about, kind: 'cluster' }))
  else if (kind === 'step' && isLabelled)
    add(reading, reading.nodes, makeNode({ ...about, ...group, shape: 'rectangle' }))
  else if (kind === 'question' && isLabelled)
    add(reading, reading.nodes, makeNode({ ...about, ...group, shape: 'diamond' }))
  else if (kind === 'go' && isLabelled && second !== undefined) {
    const { id: from, ...edge } = about
    reading.edges.push(makeEdge({ ...edge, from: nodeEnd(from), to: nodeEnd(second, 'normal') }))
  } else if (!isFirst || kind === 'steps') reading.messages.push(noStep([start, end]))
}

function add<T extends Group | Node>(reading: Reading, table: Map<string, T>, element: T): void {
  if (table.has(element.id)) reading.messages.push(idTaken(element, element.at ?? [0, 0]))
  else table.set(element.id, element)
}

/** What refers to something that is not there is left out, or stands in no part. */
function graphOf(reading: Reading): Graph {
  const { title, groups, nodes, edges } = reading
  const placed = [...nodes.values()].map(({ group, ...node }) => {
    if (group === undefined || groups.has(group)) return group === undefined ? node : { ...node, group }
    reading.messages.push(unknownPart({ part: group }, node.at!))
    return node
  })
  const joined = edges.filter(({ from, to, at }) => {
    const missing = [from, to].find(({ id }) => !nodes.has(id))
    if (missing) reading.messages.push(unknownStep({ step: missing.id }, at!))
    return !missing
  })
  return makeGraph({
    ...(title !== undefined && { title }),
    direction: 'TB',
    groups,
    nodes: byId(placed),
    edges: joined,
  })
}
