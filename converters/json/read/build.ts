/** From JSON values that fit the schema to the model. */

import type { Node as JsonNode } from 'jsonc-parser'
import { byId } from '../../../src/ir/build.js'
import type { Edge, Graph, Group, Loop, Node, Range } from '../../../src/ir/model.js'
import type { Message } from '../../../src/messages/message.js'
import { elementForms, graphForm } from '../words/form.js'
import type { Json, JsonObject } from '../words/json.js'
import { idTwice } from './messages.js'

/** The value of a name in a JSON object of jsonc-parser’s tree: the last one, as `JSON.parse` has it. */
export function inJson(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return node?.children?.findLast(property => property.children?.[0]?.value === name)?.children?.[1]
}

/** Builds the graph; two elements with one id are an error, and the first stays. */
export function graphFromJson(json: JsonObject, node: JsonNode, messages: Message[]): Graph {
  return {
    ...(graphForm.read(json) as Graph),
    nodes: byId(unique(elements<Node>('nodes', json, node), 'node', messages)),
    groups: byId(unique(elements<Group>('groups', json, node), 'group', messages)),
    edges: elements<Edge>('edges', json, node),
    loops: elements<Loop>('loops', json, node),
    at: rangeOf(node),
  }
}

/** The elements of a list, each with its place. */
function elements<T>(name: keyof typeof elementForms, json: JsonObject, node: JsonNode): (T & Placed)[] {
  const items = (json[name] ?? []) as Json[]
  const places = inJson(node, name)?.children ?? []
  const { read } = elementForms[name]
  return items.map((item, i) => {
    const element = read(item) as T & { at: Range }
    element.at = rangeOf(places[i]!)
    return element
  })
}

interface Placed {
  readonly at: Range
}

export function rangeOf({ offset, length }: JsonNode): Range {
  return [offset, offset + length]
}

function* unique<T extends Placed & { readonly id: string }>(
  items: readonly T[],
  what: string,
  messages: Message[],
): Generator<T> {
  const seen = new Set<string>()
  for (const item of items) {
    if (seen.has(item.id)) {
      messages.push(idTwice({ what, id: item.id }, item.at))
    } else yield item
    seen.add(item.id)
  }
}
