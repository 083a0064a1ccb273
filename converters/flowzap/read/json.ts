/**
 * Reads FlowZap's JSON graph: what FlowZap's compiler makes of FlowZap Code, `lanes`, `nodes`, `edges`
 * and `stats`. `stats` only counts the others and is not read; it has no loops.
 */

import { type Node as Json, type ParseError, parseTree } from 'jsonc-parser'
import type { ReadResult } from '../../../src/format.js'
import { extrasOf, makeEdge, makeGraph, makeGroup, makeNode, nodeEnd, plain } from '../../../src/ir/build.js'
import type { Edge, Graph, Group, Node, Range, Side, Value } from '../../../src/ir/model.js'
import type { Shape } from '../../../src/ir/shapes.js'
import type { Message } from '../../../src/messages/message.js'
import { isSide } from '../document/meant.js'
import { readShape } from '../shapes.js'
import * as words from './messages.js'

/** The form itself is four levels deep; `properties` may hold more. */
const MAX_DEPTH = 100

/** What `kind` says where a node has no `shape`. */
const kinds: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['start', 'circle'],
  ['end', 'circle'],
  ['step', 'rectangle'],
  ['process', 'rectangle'],
  ['decision', 'diamond'],
  ['task', 'task'],
])

/** What one graph is read with. */
interface Reading {
  /** Where the text ends: the parser takes what is never closed to reach beyond. */
  readonly end: number
  readonly messages: Message[]
  readonly groups: Map<string, Group>
  readonly nodes: Map<string, Node>
}

/** Whether a text looks like FlowZap's JSON graph: an object of lanes, nodes and edges with lane ids. */
export function sniffFlowzapJson(text: string): boolean {
  if (!/^\uFEFF?\s*\{/.test(text)) return false
  return text.includes('"lanes"') && text.includes('"nodes"') && !text.includes('"diaglot"')
}

/**
 * Reads the JSON graph that FlowZap exports. A faulty element is left out and reading goes on; never throws for what is in the text.
 * @param text JSON
 * @returns one graph, and messages: `syntax/unexpected` for what is no JSON or has the wrong type,
 * `syntax/duplicate-id`, `syntax/undefined-node`, `syntax/undefined-lane`, `syntax/unknown-shape`,
 * `syntax/unknown-side`, `limit/nesting`
 * @see docs/flowzap.md
 * @example
 * const { graphs, messages } = readFlowzapJson(exported)
 */
export function readFlowzapJson(text: string): ReadResult {
  const deep = tooDeepAt(text)
  if (deep !== undefined) {
    return { graphs: [], messages: [words.nestedTooDeep({ levels: MAX_DEPTH }, [deep, deep + 1])] }
  }
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true })
  const first = errors[0]
  const messages: Message[] = []
  const reading: Reading = { end: text.length, messages, groups: new Map(), nodes: new Map() }
  const end = text.trimEnd().length
  if (first && end > 0 && first.offset >= end) {
    messages.push(words.cutOff([end, end]))
  } else if (first) {
    const stop = Math.min(first.offset + Math.max(1, first.length), text.length)
    const at: Range = [Math.min(first.offset, stop), stop]
    messages.push(words.noJson(at))
  }
  if (root?.type !== 'object') {
    const at: Range = root ? rangeOf(root, reading) : [0, text.length]
    if (!first) messages.push(words.noObject(at))
    return { graphs: [], messages }
  }
  const isOther =
    (root.children?.length ?? 0) > 0 && !['lanes', 'nodes', 'edges'].some(name => member(root, name))
  if (!first && isOther) {
    return { graphs: [], messages: [words.otherJson(rangeOf(root, reading))] }
  }
  return { graphs: [graphOf(root, reading)], messages }
}

function graphOf(root: Json, reading: Reading): Graph {
  for (const lane of objects(root, 'lanes', reading)) readLane(lane, reading)
  for (const node of objects(root, 'nodes', reading)) readNode(node, reading)
  const edges = objects(root, 'edges', reading).flatMap(edge => readEdge(edge, reading))
  return makeGraph({ direction: 'LR', groups: reading.groups, nodes: reading.nodes, edges })
}

function readLane(lane: Json, reading: Reading): void {
  const id = idOf(lane, 'lane', reading.groups, reading)
  if (id === undefined) return
  const label = stringOf(lane, 'label', reading) || id
  const extras = extraOf('type', stringOf(lane, 'type', reading))
  reading.groups.set(
    id,
    makeGroup({ id, kind: 'lane', label: plain(label), at: rangeOf(lane, reading), ...extras }),
  )
}

function readNode(node: Json, reading: Reading): void {
  const id = idOf(node, 'node', reading.nodes, reading)
  if (id === undefined) return
  const laneId = stringOf(node, 'laneId', reading)
  const hasLane = laneId !== undefined && reading.groups.has(laneId)
  if (laneId !== undefined && !hasLane)
    say(reading, at => words.unknownLane({ id: laneId }, at), member(node, 'laneId')!)
  const kind = stringOf(node, 'kind', reading)
  const properties = propertiesOf(node)
  reading.nodes.set(
    id,
    makeNode({
      id,
      label: plain(stringOf(node, 'label', reading) ?? ''),
      shape: shapeOf(node, kind, reading),
      at: rangeOf(node, reading),
      ...(hasLane && { group: laneId }),
      ...(properties.size > 0 && { properties }),
      ...extraOf('kind', kind),
    }),
  )
}

function shapeOf(node: Json, kind: string | undefined, reading: Reading): Shape {
  const word = stringOf(node, 'shape', reading)
  if (word === undefined) return (kind !== undefined && (kinds.get(kind) ?? readShape(kind))) || 'rectangle'
  const shape = readShape(word)
  if (shape) return shape
  say(reading, at => words.unknownShape({ shape: word }, at), member(node, 'shape')!)
  return 'rectangle'
}

/** Texts as they are; other values as their JSON. */
function propertiesOf(node: Json): Map<string, string> {
  const values = new Map<string, string>()
  for (const [name, value] of membersOf(member(node, 'properties'))) {
    if (value.type === 'null' || value.value === '') continue
    values.set(name, value.type === 'string' ? value.value : jsonText(value))
  }
  return values
}

function readEdge(edge: Json, reading: Reading): Edge[] {
  const from = endOf(edge, 'from', 'sourceHandle', reading)
  const to = endOf(edge, 'to', 'targetHandle', reading)
  if (!from || !to) return []
  const id = stringOf(edge, 'id', reading)
  return [
    makeEdge({
      from: nodeEnd(from.id, 'none', from.side && { side: from.side }),
      to: nodeEnd(to.id, 'normal', to.side && { side: to.side }),
      label: plain(stringOf(edge, 'label', reading) ?? ''),
      at: rangeOf(edge, reading),
      ...(id && { id }),
    }),
  ]
}

/** The node decides its lane: `fromLane` and `toLane` only repeat it. */
function endOf(
  edge: Json,
  role: 'from' | 'to',
  handle: string,
  reading: Reading,
): { id: string; side?: Side } | undefined {
  const id = stringOf(edge, role, reading)
  if (id === undefined || !reading.nodes.has(id)) {
    const place = member(edge, role) ?? edge
    if (id === undefined) say(reading, at => words.noEnd({ role }, at), place)
    else say(reading, at => words.unknownNode({ id }, at), place)
    return undefined
  }
  const side = stringOf(edge, handle, reading)
  if (!side) return { id }
  if (isSide(side)) return { id, side: side as Side }
  say(reading, at => words.unknownSide({ side }, at), member(edge, handle)!)
  return { id }
}

function idOf(
  element: Json,
  what: string,
  taken: ReadonlyMap<string, unknown>,
  reading: Reading,
): string | undefined {
  const id = stringOf(element, 'id', reading)
  if (id === undefined || id === '') {
    say(reading, at => words.noId({ what }, at), element)
    return undefined
  }
  if (!taken.has(id)) return id
  say(reading, at => words.idTaken({ id, what }, at), member(element, 'id')!)
  return undefined
}

/** The objects of a list; without the list, none. */
function objects(root: Json, name: string, reading: Reading): Json[] {
  const list = member(root, name)
  if (list === undefined) return []
  if (list.type !== 'array') {
    say(reading, at => words.noList({ name }, at), list)
    return []
  }
  return (list.children ?? []).filter(item => {
    if (item.type === 'object') return true
    say(reading, at => words.noObjectInList({ name }, at), item)
    return false
  })
}

/** A text of an object; `null` is as good as absent. */
function stringOf(element: Json, name: string, reading: Reading): string | undefined {
  const value = member(element, name)
  if (value === undefined || value.type === 'null') return undefined
  if (value.type === 'string') return value.value
  if (value.type === 'number') return String(value.value)
  say(reading, at => words.noText({ name }, at), value)
  return undefined
}

function member(element: Json, name: string): Json | undefined {
  return element.children?.find(({ children }) => children?.[0]?.value === name)?.children?.[1]
}

function* membersOf(element: Json | undefined): Iterable<[string, Json]> {
  if (element?.type !== 'object') return
  for (const { children } of element.children ?? [])
    if (children?.[0] && children[1]) yield [children[0].value, children[1]]
}

function jsonText(value: Json): string {
  const children = value.children ?? []
  if (value.type === 'array') return `[${children.map(jsonText).join(',')}]`
  if (value.type !== 'object') return JSON.stringify(value.value)
  return `{${[...membersOf(value)].map(([name, each]) => `${JSON.stringify(name)}:${jsonText(each)}`).join(',')}}`
}

/** What the model has no word for. */
function extraOf(name: string, value: Value | undefined) {
  return value === undefined ? {} : { extras: extrasOf('flowzap-json', new Map([[name, value]])) }
}

function say(reading: Reading, said: (at: Range) => Message, place: Json): void {
  reading.messages.push(said(rangeOf(place, reading)))
}

function rangeOf({ offset, length }: Json, { end }: Reading): Range {
  return [Math.min(offset, end), Math.min(offset + length, end)]
}

/** The offset of the first bracket beyond the limit, in one scan that skips strings. */
function tooDeepAt(text: string): number | undefined {
  let depth = 0
  let inString = false
  for (const { index, 0: token } of text.matchAll(/\\["\\]|["\n[\]{}]/g)) {
    if (token === '\n') inString = false
    else if (inString) inString = token !== '"'
    else if (token.endsWith('"')) inString = true
    else if (token === '{' || token === '[') depth++
    else if (token === '}' || token === ']') depth--
    if (depth > MAX_DEPTH) return index
  }
  return undefined
}
