/** The lists of nodes, groups, edges and loops in JSON text. */
import type { Node as JsonNode } from 'jsonc-parser'
import { addTo } from '../../../src/ir/lists.js'
import { longestIncreasing } from '../../../src/ir/order.js'
import { inPlaces, withEdits } from '../../../src/messages/edits.js'
import type { TextEdit } from '../../../src/messages/message.js'
import { usual } from '../words/departures.js'
import type { JsonObject } from '../words/json.js'
import { changeObject, sameJson } from './change.js'
import { containerOf, isInLine, type JsonText, membersOf, spanOf } from './place.js'
import { print } from './print.js'
import { innerIndent, splice } from './splice.js'

interface Where {
  readonly json: JsonText
  /** The object of the whole graph. */
  readonly root: JsonNode
  /** The list. */
  readonly node: JsonNode
}

/**
 * The elements of a list, brought up to date. One that stands in another place now takes its text along; a new one stands behind
 * the one that comes before it.
 * @param pairs from places in the list as it was to places in the list as it is to be
 */
export function putElements(
  { json, root, node }: Where,
  was: readonly JsonObject[],
  now: readonly JsonObject[],
  pairs: ReadonlyMap<number, number>,
): TextEdit[] {
  const items = node.children ?? []
  const container = containerOf(json, node)
  const there = [...pairs].sort(([a], [b]) => a - b)
  const staying = longestIncreasing(there.map(([, to]) => to))
  const stays = new Set(there.filter((_, i) => staying.has(i)).map(([place]) => place))
  const origins = new Map(there.map(([place, to]) => [to, place]))
  const changes = (place: number, element: JsonObject) =>
    changeObject(json, items[place]!, was[place]!, element)
  const model = items[0] ?? modelIn(root)
  const inline = isInLine(json, container)
  const indent = innerIndent(json, container)
  const edits: TextEdit[] = []
  const fresh = new Map<number, string[]>()
  let previous = -1
  for (const [to, element] of now.entries()) {
    const place = origins.get(to)
    if (place !== undefined && stays.has(place)) {
      for (const edit of changes(place, element)) edits.push(edit)
      previous = place
    } else if (place !== undefined) {
      const { start, end } = spanOf(json, items[place]!)
      addTo(fresh, previous, withEdits(json.text, inPlaces(changes(place, element)), start, end))
    } else {
      const like = items[Math.max(previous, 0)]
      addTo(fresh, previous, print(json, asBrief(element, like), { like: like ?? model, indent, inline }))
    }
  }
  const gone = new Set([...items.keys()].filter(place => !stays.has(place)))
  return [...edits, ...splice(json, container, { gone, fresh })]
}

/** An element of another list of the graph, for one that has none. */
function modelIn(root: JsonNode): JsonNode | undefined {
  const members = membersOf(root)
  for (const name of ['nodes', 'edges', 'groups', 'loops']) {
    const item = members.get(name)?.value.children?.[0]
    if (item) return item
  }
  return undefined
}

/** A new element without what another one of the file leaves out, too, and what is read anyway. */
function asBrief(element: JsonObject, like: JsonNode | undefined): JsonObject {
  const said = like && membersOf(like)
  const implied = (key: string) => {
    if (key !== 'label') return usual.get(key)
    return Object.hasOwn(element, 'from') ? '' : element.id
  }
  return Object.fromEntries(
    Object.entries(element).filter(
      ([key, value]) => !said || said.has(key) || value === undefined || !sameJson(value, implied(key)),
    ),
  )
}
