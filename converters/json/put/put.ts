/** A graph into the JSON text that it came from. */
import { type Node as JsonNode, parseTree } from 'jsonc-parser'
import type { Matched } from '../../../src/diff/match.js'
import type { PutChange } from '../../../src/format.js'
import { inPlaces } from '../../../src/messages/edits.js'
import type { TextEdit } from '../../../src/messages/message.js'
import type { Json, JsonObject } from '../words/json.js'
import { graphToJson } from '../write/write.js'
import { type Change, changeObject } from './change.js'
import { putElements } from './elements.js'
import { jsonText } from './place.js'

/** The lists of a graph, whose elements are known by more than their places. */
const LISTS = ['nodes', 'groups', 'edges', 'loops'] as const

/**
 * The edits that make JSON text read as another graph: of its values that differ, and of nothing else. A new member stands where
 * the canonical form has it, a new element behind the one that comes before it in the graph, each written as its neighbours are.
 */
export function putJson(text: string, { before, after, matched }: PutChange): readonly TextEdit[] {
  const [start, end] = before.at ?? [0, text.length]
  const root = parseTree(text.slice(start, end))
  if (!root) return []
  const json = jsonText(text, start)
  const [was, now] = [graphToJson(before), graphToJson(after)]
  const pairs = pairsOf(matched, before, after)
  const lists = new Map<string, Change>(
    LISTS.map(name => [
      name,
      (node: JsonNode, old: Json, wanted: Json) =>
        putElements({ json, root, node }, old as JsonObject[], wanted as JsonObject[], pairs[name]),
    ]),
  )
  return inPlaces(changeObject(json, root, was, now, lists))
}

/** For each list, from places before to places after. */
function pairsOf(
  { nodes, groups, edges, loops }: Matched,
  before: PutChange['before'],
  after: PutChange['after'],
) {
  const places = (
    old: ReadonlyMap<string, unknown>,
    now: ReadonlyMap<string, unknown>,
    ids: ReadonlyMap<string, string>,
  ) => {
    const at = new Map([...now.keys()].map((id, place) => [id, place]))
    return new Map(
      [...old.keys()].flatMap((id, place) => {
        const found = at.get(ids.get(id) ?? '')
        return ids.has(id) && found !== undefined ? [[place, found] as const] : []
      }),
    )
  }
  return {
    nodes: places(before.nodes, after.nodes, nodes),
    groups: places(before.groups, after.groups, groups),
    edges,
    loops,
  }
}
