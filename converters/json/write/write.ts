/** From a graph to the JSON form of the design: one object, or an array for several graphs. */
import type { Drawing } from '../../../src/format.js'
import { NO_EXTRAS } from '../../../src/ir/build.js'
import { isEmpty } from '../../../src/ir/leaves.js'
import type {
  Edge,
  End,
  Field,
  Graph,
  Group,
  Link,
  Loop,
  Node,
  Style,
  Text,
  Value,
} from '../../../src/ir/model.js'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined }
export type JsonObject = { [key: string]: Json | undefined }

/** Canonical JSON: two spaces, fixed order of names, empty fields left out, a line break at the end. */
export function writeJson(drawings: readonly Drawing[]): string {
  const graphs = drawings.map(({ graph }) => graphToJson(graph))
  const [only] = graphs
  return `${JSON.stringify(graphs.length === 1 ? only : graphs, null, 2)}\n`
}

/** The JSON form of one graph, as plain JSON values. */
export function graphToJson(graph: Graph): JsonObject {
  return {
    diaglot: 1,
    ...filled({ id: graph.id }),
    title: graph.title || null,
    ...filled({ description: graph.description }),
    directed: graph.directed,
    ...filled({ strict: graph.strict }),
    direction: graph.direction ?? null,
    ...filled({
      style: styleToJson(graph.style),
      link: linkToJson(graph.link),
      classes: objectOf(graph.classes, style => styleToJson(style) ?? {}),
      defaults: filled({
        node: styleToJson(graph.defaults.node),
        edge: styleToJson(graph.defaults.edge),
      }),
      extras: objectOf(graph.extras, valueToJson),
      document: objectOf(graph.document ?? NO_EXTRAS, valueToJson),
    }),
    nodes: [...graph.nodes.values()].map(nodeToJson),
    groups: [...graph.groups.values()].map(groupToJson),
    edges: graph.edges.map(edgeToJson),
    loops: graph.loops.map(loopToJson),
  }
}

function nodeToJson(node: Node): JsonObject {
  return {
    id: node.id,
    ...labelToJson(node.label),
    shape: node.shape,
    group: node.group ?? null,
    ...filled({
      classes: [...node.classes],
      style: styleToJson(node.style),
      link: linkToJson(node.link),
      properties: objectOf(node.properties, text => text),
      image: node.image,
      fields: node.fields?.map(fieldToJson),
      hidden: node.hidden,
      extras: objectOf(node.extras, valueToJson),
      document: objectOf(node.document ?? NO_EXTRAS, valueToJson),
    }),
  }
}

function groupToJson(group: Group): JsonObject {
  return {
    id: group.id,
    ...labelToJson(group.label),
    kind: group.kind,
    parent: group.parent ?? null,
    ...filled({
      direction: group.direction,
      classes: [...group.classes],
      style: styleToJson(group.style),
      link: linkToJson(group.link),
      hidden: group.hidden,
      extras: objectOf(group.extras, valueToJson),
      document: objectOf(group.document ?? NO_EXTRAS, valueToJson),
    }),
  }
}

function edgeToJson(edge: Edge): JsonObject {
  return {
    ...filled({ id: edge.id }),
    from: endToJson(edge.from),
    to: endToJson(edge.to),
    ...labelToJson(edge.label),
    line: edge.line,
    arrows: { start: edge.from.arrow, end: edge.to.arrow },
    ...filled({
      length: edge.length,
      classes: [...edge.classes],
      style: styleToJson(edge.style),
      link: linkToJson(edge.link),
      extras: objectOf(edge.extras, valueToJson),
      document: objectOf(edge.document ?? NO_EXTRAS, valueToJson),
    }),
  }
}

function endToJson(end: End): JsonObject {
  return {
    [end.kind]: end.id,
    ...filled({ side: end.side, port: end.port }),
    ...(end.label && labelToJson(end.label)),
  }
}

function loopToJson(loop: Loop): JsonObject {
  return {
    condition: loop.condition,
    nodes: [...loop.nodes],
    ...filled({ group: loop.group, extras: objectOf(loop.extras, valueToJson) }),
  }
}

function labelToJson(label: Text): JsonObject {
  return { label: label.text, ...(label.rich && { labelRich: { ...label.rich } }) }
}

function fieldToJson(field: Field): JsonObject {
  return {
    text: field.text,
    ...(field.port !== undefined && { port: field.port }),
    ...(field.children && { children: field.children.map(fieldToJson) }),
  }
}

function styleToJson(style: Style | undefined): JsonObject | undefined {
  if (!style) return undefined
  const { other, ...named } = style
  return filled({ ...named, other: objectOf(other ?? new Map(), text => text) })
}

function linkToJson(link: Link | undefined): JsonObject | undefined {
  return link && filled({ ...link })
}

function valueToJson(value: Value | ReadonlyMap<string, Value>): Json {
  if (value instanceof Map) return objectOf(value as ReadonlyMap<string, Value>, valueToJson)
  if (Array.isArray(value)) return value.map(valueToJson)
  return value as Json
}

/** `Object.fromEntries` defines own properties, so a key `__proto__` is a key like the others. */
function objectOf<T>(map: ReadonlyMap<string, T>, toJson: (value: T) => Json): JsonObject {
  return Object.fromEntries([...map].map(([key, value]) => [key, toJson(value)]))
}

/** The object without its empty fields. */
function filled(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).filter(
      ([, value]) =>
        !isEmpty(value) &&
        !(
          typeof value === 'object' &&
          value !== null &&
          !Array.isArray(value) &&
          Object.keys(value).length === 0
        ),
    ),
  )
}
