/**
 * What a text in one format carries of a graph that it cannot hold: one line of JSON that the format's
 * writer puts in a harmless place. It names elements as the text names them, and for each leaf that was
 * changed, what was written and what it was.
 */
import type { Value } from '../ir/model.js'

/** One leaf of one element: the path to it, what the text says, and what the graph said. */
export type CarriedLeaf = readonly [path: readonly string[], written: unknown, original: unknown]

/**
 * Which edge of the text is meant: its ends' ids, its label, and its place among the edges that share these. So an
 * edit of one of several parallel edges does not change which one the others are.
 */
export type EdgeKey = readonly [from: string, to: string, label: string, nth: number]

export interface Payload {
  readonly graph: readonly CarriedLeaf[]
  /** By the id in the text. */
  readonly nodes: readonly (readonly [id: string, leaves: readonly CarriedLeaf[]])[]
  readonly groups: readonly (readonly [id: string, leaves: readonly CarriedLeaf[]])[]
  readonly edges: readonly (readonly [key: EdgeKey, leaves: readonly CarriedLeaf[]])[]
  readonly loops: readonly (readonly [place: number, leaves: readonly CarriedLeaf[]])[]
  /** Elements that the text does not have at all, with their places in the graph; they speak of ids in the text. */
  readonly lostEdges: readonly (readonly [place: number, edge: unknown])[]
  readonly lostLoops: readonly (readonly [place: number, loop: unknown])[]
  /** Ids in the text of elements that the graph did not have. */
  readonly addedNodes: readonly string[]
  readonly addedGroups: readonly string[]
  /** The order in the graph of the text's nodes, groups and edges, where it differs. */
  readonly nodeOrder: readonly string[]
  readonly groupOrder: readonly string[]
  readonly edgeOrder: readonly EdgeKey[]
  /** The order in the graph of the text's loops, by their places in the text. */
  readonly loopOrder: readonly number[]
}

export const emptyPayload: Payload = {
  graph: [],
  nodes: [],
  groups: [],
  edges: [],
  loops: [],
  lostEdges: [],
  lostLoops: [],
  addedNodes: [],
  addedGroups: [],
  nodeOrder: [],
  groupOrder: [],
  edgeOrder: [],
  loopOrder: [],
}

const VERSION = 1

/** One line of ASCII JSON; empty for a payload that holds nothing. Lists that are empty are left out. */
export function payloadText(payload: Payload): string {
  const filled = Object.entries(payload).filter(([, list]) => (list as readonly unknown[]).length > 0)
  if (filled.length === 0) return ''
  const json = JSON.stringify({
    v: VERSION,
    ...Object.fromEntries(filled.map(([key, list]) => [key, encode(list)])),
  })
  return json.replace(/[\u007f-\uffff]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** The payload of a line, or nothing where the line is none of ours or was damaged. */
export function payloadOf(text: string): Payload | undefined {
  try {
    const json: unknown = JSON.parse(text)
    if (typeof json !== 'object' || json === null || (json as { v?: unknown }).v !== VERSION) return undefined
    const lists: Record<string, unknown> = {}
    for (const key of Object.keys(emptyPayload)) {
      const list = (json as Record<string, unknown>)[key] ?? []
      if (!Array.isArray(list)) return undefined
      lists[key] = decode(list)
    }
    const payload = lists as unknown as Payload
    return isSound(payload) ? payload : undefined
  } catch {
    return undefined
  }
}

/** JSON has no Maps and nothing for what is absent. */
function encode(value: unknown): unknown {
  if (value === undefined) return { $absent: true }
  if (Array.isArray(value)) return value.map(encode)
  if (value instanceof Map) return { $map: [...(value as Map<string, Value>)].map(encode) }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, encode(inner)]))
}

function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decode)
  if (typeof value !== 'object' || value === null) return value
  const object = value as Record<string, unknown>
  if (object.$absent === true) return undefined
  if (Array.isArray(object.$map))
    return new Map((object.$map as unknown[][]).map(pair => decode(pair) as [string, unknown]))
  return Object.fromEntries(Object.entries(object).map(([key, inner]) => [key, decode(inner)]))
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isPair = (value: unknown): value is [unknown, unknown] => Array.isArray(value) && value.length === 2
const isPlace = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0

function isLeaf(value: unknown): boolean {
  return Array.isArray(value) && value.length === 3 && Array.isArray(value[0]) && value[0].every(isText)
}

function isKey(value: unknown): boolean {
  return Array.isArray(value) && value.length === 4 && value.slice(0, 3).every(isText) && isPlace(value[3])
}

const isLeaves = (value: unknown): boolean => Array.isArray(value) && value.every(isLeaf)

/** Whether the lists are made of what they should be made of: a stranger may have edited the line. */
function isSound(payload: Payload): boolean {
  const pairs = (
    list: readonly unknown[],
    first: (value: unknown) => boolean,
    second: (value: unknown) => boolean,
  ) => list.every(item => isPair(item) && first(item[0]) && second(item[1]))
  const isObject = (value: unknown) => typeof value === 'object' && value !== null
  return (
    isLeaves(payload.graph) &&
    pairs(payload.nodes, isText, isLeaves) &&
    pairs(payload.groups, isText, isLeaves) &&
    pairs(payload.edges, isKey, isLeaves) &&
    pairs(payload.loops, isPlace, isLeaves) &&
    pairs(payload.lostEdges, isPlace, isObject) &&
    pairs(payload.lostLoops, isPlace, isObject) &&
    [...payload.addedNodes, ...payload.addedGroups, ...payload.nodeOrder, ...payload.groupOrder].every(
      isText,
    ) &&
    payload.edgeOrder.every(isKey) &&
    payload.loopOrder.every(isPlace)
  )
}
