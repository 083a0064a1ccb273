/**
 * What a text in one format carries of a graph that it cannot hold: one line of JSON that the format's
 * writer puts in a harmless place. It names elements as the text names them, and for each leaf that was
 * changed, what was written and what it was.
 */
import { fromPlain, toPlain } from '../ir/plain.js'

/** How the text was written: what the graph was lowered with, so that a reader can lower it the same way. */
export interface Written {
  /** The name of the format that the graph is of; empty where nobody knows. */
  readonly from?: string | undefined
  /** The options of the format that it was written with. */
  readonly options?: Readonly<Record<string, string | boolean | undefined>>
}

/** One leaf of one element: the path to it, what the text says, and what the graph said. */
export type CarriedLeaf = readonly [path: readonly string[], written: unknown, original: unknown]

/**
 * Which edge of the text is meant: its ends' ids, its label, and its place among the edges that share these. So an
 * edit of one of several parallel edges does not change which one the others are.
 */
export type EdgeKey = readonly [from: string, to: string, label: string, nth: number]

/** How many edges of the text have the same ends and the same label. */
export type EdgeCount = readonly [from: string, to: string, label: string, count: number]

type Lost = readonly (readonly [place: number, element: unknown])[]
/** Where the element's id is not the one that it had, because the text has that for another: with the id that it had. */
type LostByName = readonly (readonly [place: number, element: unknown, id?: string])[]

/** Every part is a list; a line leaves out those that are empty. */
export interface Payload {
  readonly graph: readonly CarriedLeaf[]
  /** By the id in the text. */
  readonly nodes: readonly (readonly [id: string, leaves: readonly CarriedLeaf[]])[]
  readonly groups: readonly (readonly [id: string, leaves: readonly CarriedLeaf[]])[]
  readonly edges: readonly (readonly [key: EdgeKey, leaves: readonly CarriedLeaf[]])[]
  readonly loops: readonly (readonly [place: number, leaves: readonly CarriedLeaf[]])[]
  /** Elements that the text does not have at all, with their places in the graph; they speak of ids in the text. */
  readonly lostNodes: LostByName
  readonly lostGroups: LostByName
  readonly lostEdges: Lost
  readonly lostLoops: Lost
  /** Ids in the text of elements that the graph did not have. */
  readonly addedNodes: readonly string[]
  readonly addedGroups: readonly string[]
  /** The order in the graph of the text's elements, where it differs: ids, keys of edges, places of loops in the text. */
  readonly nodeOrder: readonly string[]
  readonly groupOrder: readonly string[]
  readonly edgeOrder: readonly EdgeKey[]
  readonly loopOrder: readonly number[]
  /** Of edges that are spoken of here and not the only ones of their kind. */
  readonly parallel: readonly EdgeCount[]
  /** The format that the graph was read from, and the options that the text was written with. */
  readonly from: readonly string[]
  readonly options: readonly (readonly [name: string, value: string])[]
}

/** What makes each part of a payload what it should be. */
const parts: { readonly [K in keyof Payload]: (item: unknown) => boolean } = {
  graph: isLeaf,
  nodes: item => isPair(item) && isText(item[0]) && areLeaves(item[1]),
  groups: item => isPair(item) && isText(item[0]) && areLeaves(item[1]),
  edges: item => isPair(item) && isKey(item[0]) && areLeaves(item[1]),
  loops: item => isPair(item) && isPlace(item[0]) && areLeaves(item[1]),
  lostNodes: isLostByName,
  lostGroups: isLostByName,
  lostEdges: item => isPair(item) && isPlace(item[0]),
  lostLoops: item => isPair(item) && isPlace(item[0]),
  addedNodes: isText,
  addedGroups: isText,
  nodeOrder: isText,
  groupOrder: isText,
  edgeOrder: isKey,
  loopOrder: isPlace,
  parallel: isKey,
  from: isText,
  options: item => isPair(item) && item.every(isText),
}

const VERSION = 1

/** Whether a payload says nothing. */
export function isNothing(payload: Payload): boolean {
  return Object.values(payload).every((list: readonly unknown[]) => list.length === 0)
}

/** One line of ASCII JSON. Lists that are empty are left out. */
export function payloadText(payload: Payload): string {
  const filled = Object.entries(payload).filter(([, list]) => (list as readonly unknown[]).length > 0)
  const json = JSON.stringify({
    v: VERSION,
    ...Object.fromEntries(filled.map(([key, list]) => [key, toPlain(list)])),
  })
  return json.replace(/[\u007f-\uffff]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** The payload of a line, or nothing where the line is none of ours or was damaged. */
export function payloadOf(text: string): Payload | undefined {
  const json = jsonOf(text)
  if (typeof json !== 'object' || json === null || (json as { v?: unknown }).v !== VERSION) return undefined
  const lists: Record<string, unknown> = {}
  for (const [name, isPart] of Object.entries(parts)) {
    const list = Object.hasOwn(json, name) ? (json as Record<string, unknown>)[name] : []
    if (!Array.isArray(list) || !list.every(isPart)) return undefined
    lists[name] = list
  }
  return lists as unknown as Payload
}

function jsonOf(text: string): unknown {
  try {
    return fromPlain(JSON.parse(text))
  } catch {
    // No JSON, or so deep that no writer of ours made it.
    return undefined
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isPair(value: unknown): value is [unknown, unknown] {
  return Array.isArray(value) && value.length === 2
}

function isPlace(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}

function isLeaf(value: unknown): boolean {
  return Array.isArray(value) && value.length === 3 && Array.isArray(value[0]) && value[0].every(isText)
}

function areLeaves(value: unknown): boolean {
  return Array.isArray(value) && value.every(isLeaf)
}

function isKey(value: unknown): boolean {
  return Array.isArray(value) && value.length === 4 && value.slice(0, 3).every(isText) && isPlace(value[3])
}

function isLostByName(value: unknown): boolean {
  if (!Array.isArray(value) || !isPlace(value[0])) return false
  return value.length === 2 || (value.length === 3 && isText(value[2]))
}
