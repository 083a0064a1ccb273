/** Values of JSON text that are to be others: only what differs in them is written anew. */
import type { Node as JsonNode } from 'jsonc-parser'
import { addTo } from '../../../src/ir/lists.js'
import type { TextEdit } from '../../../src/messages/message.js'
import type { Json, JsonObject } from '../words/json.js'
import { containerOf, indentOf, isInLine, type JsonText, membersOf, spanOf } from './place.js'
import { print } from './print.js'
import { innerIndent, splice } from './splice.js'

/** The edits that make one value of another. */
export type Change = (node: JsonNode, was: Json, now: Json) => TextEdit[]

/** A value that is to be another. Its depth is that of a graph's extras, which the reader limits. */
export function changeValue(json: JsonText, node: JsonNode, was: Json | undefined, now: Json): TextEdit[] {
  if (isObject(was) && isObject(now) && node.type === 'object') return changeObject(json, node, was, now)
  if (Array.isArray(was) && Array.isArray(now) && node.children?.length === was.length)
    return changeList(json, node, was, now)
  if (was === now) return []
  const span = spanOf(json, node)
  const manner = { like: node, indent: indentOf(json, span.start), inline: false }
  return [{ ...span, text: print(json, now, manner) }]
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const partOf = (object: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined

/**
 * The members of an object, brought up to date.
 * @param was what the object is read as: more than it says where it leaves something out
 * @param own for some of its values, how they are brought up to date
 */
export function changeObject(
  json: JsonText,
  node: JsonNode,
  was: JsonObject,
  now: JsonObject,
  own: ReadonlyMap<string, Change> = new Map(),
): TextEdit[] {
  const container = containerOf(json, node)
  const members = membersOf(node)
  const edits: TextEdit[] = []
  const gone = new Set<number>()
  for (const [key, { place }] of members)
    if (partOf(was, key) !== undefined && partOf(now, key) === undefined) gone.add(place)
  const fresh = new Map<number, string[]>()
  const indent = innerIndent(json, container)
  const inline = isInLine(json, container)
  const list = [...own.keys()].map(key => members.get(key)?.value).find(value => value?.children?.length)
  let previous = -1
  for (const [key, value] of Object.entries(now)) {
    if (value === undefined) continue
    const old = partOf(was, key)
    const member = members.get(key)
    if (member) {
      previous = Math.max(previous, member.place)
      const change = own.get(key)
      const more =
        change && old !== undefined
          ? change(member.value, old, value)
          : changeValue(json, member.value, old, value)
      for (const edit of more) edits.push(edit)
    } else if (!isImplied(key, was, now)) {
      const like = own.has(key) ? list : undefined
      const manner = { like, indent, inline: inline && !like }
      addTo(fresh, previous, `${JSON.stringify(key)}:${json.gap}${print(json, value, manner)}`)
    }
  }
  return [...edits, ...splice(json, container, { gone, fresh })]
}

/** Whether a member that the text leaves out may go on being left out: a node or group without a label shows its id. */
function isImplied(key: string, was: JsonObject, now: JsonObject): boolean {
  if (key === 'label' && was.id !== undefined) return sameJson(now.label, isEdge(now) ? '' : now.id)
  return sameJson(partOf(was, key), now[key])
}

const isEdge = (element: JsonObject): boolean => Object.hasOwn(element, 'from')

export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

/** A list of values that are known only by what they are: what is the same at its start and at its end stays. */
function changeList(json: JsonText, node: JsonNode, was: readonly Json[], now: readonly Json[]): TextEdit[] {
  const items = node.children ?? []
  const changed = (place: number, to: number) => changeValue(json, items[place]!, was[place], now[to]!)
  if (was.length === now.length) return items.flatMap((_, place) => changed(place, place))
  const [old, wanted] = [was, now].map(list => list.map(value => JSON.stringify(value)))
  const shorter = Math.min(was.length, now.length)
  let head = 0
  while (head < shorter && old![head] === wanted![head]) head++
  let tail = 0
  while (tail < shorter - head && old!.at(-1 - tail) === wanted!.at(-1 - tail)) tail++
  const pairs = shorter - head - tail
  const edits = Array.from({ length: pairs }, (_, i) => changed(head + i, head + i)).flat()
  const from = head + pairs
  const container = containerOf(json, node)
  const gone = new Set(Array.from({ length: was.length - tail - from }, (_, i) => from + i))
  const manner = {
    like: items[0],
    indent: innerIndent(json, container),
    inline: isInLine(json, container),
  }
  const texts = now.slice(from, now.length - tail).map(value => print(json, value, manner))
  const fresh = new Map(texts.length > 0 ? [[from - 1, texts]] : [])
  return [...edits, ...splice(json, container, { gone, fresh })]
}
