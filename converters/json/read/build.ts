/** From JSON values that fit the schema to the model. */
import type { Node as JsonNode } from 'jsonc-parser'
import {
  byId,
  makeEdge,
  makeGraph,
  makeGroup,
  makeLoop,
  makeNode,
  NO_EXTRAS,
  NO_STYLE,
} from '../../../src/ir/build.js'
import type {
  Direction,
  Edge,
  End,
  Extras,
  Field,
  Graph,
  Group,
  Link,
  Loop,
  Node,
  Range,
  Style,
  Text,
  Value,
} from '../../../src/ir/model.js'
import { withoutEmptyChildren } from '../../../src/ir/records.js'
import { type Message, message } from '../../../src/messages/message.js'

type Rich = NonNullable<Text['rich']>
type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue }
type JsonStyle = Omit<Style, 'other'> & { other?: Record<string, string> }
type JsonLabel = { label?: string; labelRich?: Rich }
type Optional<T> = { [K in keyof T]?: T[K] | undefined }

type JsonExtras = Record<string, Record<string, JsonValue>>

type JsonElement = JsonLabel & {
  id: string
  classes?: string[]
  style?: JsonStyle
  link?: Link
  hidden?: boolean
  extras?: JsonExtras
  document?: JsonExtras
}
type JsonNodeForm = JsonElement & {
  shape?: Node['shape']
  group?: string | null
  properties?: Record<string, string>
  image?: string
  fields?: Field[]
}
type JsonGroupForm = JsonElement & { kind?: Group['kind']; parent?: string | null; direction?: Direction }
type JsonEnd = JsonLabel & { node?: string; group?: string; side?: End['side']; port?: string }
type JsonEdge = Omit<JsonElement, 'id'> & {
  id?: string
  from: JsonEnd
  to: JsonEnd
  line?: Edge['line']
  length?: number
  arrows?: { start?: End['arrow']; end?: End['arrow'] }
}
type JsonLoop = { condition: string; nodes: string[]; group?: string; extras?: JsonExtras }

export type JsonGraph = {
  id?: string
  title?: string | null
  description?: string
  directed?: boolean
  strict?: boolean
  direction?: Direction | null
  style?: JsonStyle
  link?: Link
  classes?: Record<string, JsonStyle>
  defaults?: { node?: JsonStyle; edge?: JsonStyle }
  extras?: JsonExtras
  document?: JsonExtras
  nodes?: JsonNodeForm[]
  groups?: JsonGroupForm[]
  edges?: JsonEdge[]
  loops?: JsonLoop[]
}

/** The value of a name in a JSON object of jsonc-parser’s tree. */
export function inJson(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return node?.children?.find(property => property.children?.[0]?.value === name)?.children?.[1]
}

/** Builds the graph; two elements with one id are an error, and the first stays. */
export function graphFromJson(json: JsonGraph, node: JsonNode, messages: Message[]): Graph {
  const places = (name: string) => inJson(node, name)?.children ?? []
  const at = (list: readonly JsonNode[], place: number): { at: Range } => {
    const { offset = 0, length = 0 } = list[place] ?? {}
    return { at: [offset, offset + length] }
  }
  const [nodePlaces, groupPlaces, edgePlaces, loopPlaces] = ['nodes', 'groups', 'edges', 'loops'].map(
    places,
  ) as [JsonNode[], JsonNode[], JsonNode[], JsonNode[]]
  const nodes = (json.nodes ?? []).map((item, i) => ({ ...nodeFrom(item), ...at(nodePlaces, i) }))
  const groups = (json.groups ?? []).map((item, i) => ({ ...groupFrom(item), ...at(groupPlaces, i) }))
  return makeGraph({
    ...present({
      id: json.id,
      title: json.title || undefined,
      description: json.description,
      strict: json.strict || undefined,
      direction: json.direction ?? undefined,
      link: json.link,
      document: json.document && extrasFrom(json.document),
    }),
    directed: json.directed ?? true,
    nodes: byId(unique(nodes, 'node', messages)),
    groups: byId(unique(groups, 'group', messages)),
    edges: (json.edges ?? []).map((item, i) => ({ ...edgeFrom(item), ...at(edgePlaces, i) })),
    loops: (json.loops ?? []).map((item, i) => ({ ...loopFrom(item), ...at(loopPlaces, i) })),
    classes: new Map(Object.entries(json.classes ?? {}).map(([name, style]) => [name, styleFrom(style)])),
    defaults: present({
      node: json.defaults?.node && styleFrom(json.defaults.node),
      edge: json.defaults?.edge && styleFrom(json.defaults.edge),
    }),
    style: styleFrom(json.style),
    extras: extrasFrom(json.extras),
    at: [node.offset, node.offset + node.length],
  })
}

function* unique<T extends { id: string; at: Range }>(
  items: readonly T[],
  what: string,
  messages: Message[],
): Generator<T> {
  const seen = new Set<string>()
  for (const item of items) {
    if (seen.has(item.id)) {
      messages.push(message('syntax/reference', `There are two ${what}s “${item.id}”.`, { at: item.at }))
    } else yield item
    seen.add(item.id)
  }
}

function nodeFrom(json: JsonNodeForm): Node {
  return makeNode({
    ...elementFrom(json),
    id: json.id,
    label: textFrom(json, json.id),
    shape: json.shape ?? 'rectangle',
    ...present({
      group: json.group ?? undefined,
      properties: json.properties && new Map(Object.entries(json.properties)),
      image: json.image,
      fields: json.fields?.length ? withoutEmptyChildren(json.fields) : undefined,
    }),
  })
}

function groupFrom(json: JsonGroupForm): Group {
  return makeGroup({
    ...elementFrom(json),
    id: json.id,
    label: textFrom(json, json.id),
    kind: json.kind ?? 'cluster',
    ...present({ parent: json.parent ?? undefined, direction: json.direction }),
  })
}

function edgeFrom(json: JsonEdge): Edge {
  const { hidden: _, ...element } = elementFrom(json)
  return makeEdge({
    ...element,
    from: endFrom(json.from, json.arrows?.start ?? 'none'),
    to: endFrom(json.to, json.arrows?.end ?? 'normal'),
    label: textFrom(json, ''),
    ...present({ id: json.id, line: json.line, length: json.length }),
  })
}

function endFrom(json: JsonEnd, arrow: End['arrow']): End {
  return {
    kind: json.node === undefined ? 'group' : 'node',
    id: json.node ?? json.group ?? '',
    arrow,
    ...present({
      side: json.side,
      port: json.port,
      label: json.label === undefined ? undefined : textFrom(json, ''),
    }),
  }
}

function loopFrom(json: JsonLoop): Loop {
  return makeLoop({
    condition: json.condition,
    nodes: json.nodes,
    extras: extrasFrom(json.extras),
    ...present({ group: json.group }),
  })
}

function elementFrom(json: Omit<JsonElement, 'id'>) {
  return {
    style: styleFrom(json.style),
    extras: extrasFrom(json.extras),
    ...present({
      classes: json.classes,
      link: json.link,
      hidden: json.hidden || undefined,
      document: json.document && extrasFrom(json.document),
    }),
  }
}

/** Where the file says no label, the id is shown, as a person who wrote the file by hand expects. */
function textFrom({ label, labelRich }: JsonLabel, otherwise: string): Text {
  return { text: label ?? otherwise, ...(labelRich && { rich: labelRich }) }
}

function styleFrom(json: JsonStyle | undefined): Style {
  if (!json) return NO_STYLE
  const { other, ...named } = json
  return other ? { ...named, other: new Map(Object.entries(other)) } : named
}

function extrasFrom(json: JsonExtras | undefined): Extras {
  if (!json) return NO_EXTRAS
  return new Map(Object.entries(json).map(([format, values]) => [format, mapFrom(values)]))
}

function mapFrom(json: Record<string, JsonValue>): ReadonlyMap<string, Value> {
  return new Map(Object.entries(json).map(([key, value]) => [key, valueFrom(value)]))
}

function valueFrom(json: JsonValue): Value {
  if (Array.isArray(json)) return json.map(valueFrom)
  return typeof json === 'object' && json !== null ? mapFrom(json) : json
}

/** The object without what is undefined. */
function present<T extends object>(object: Optional<T>): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T
}
