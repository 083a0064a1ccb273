/**
 * The fields of the model as data: which ones there are and what they are made of. Comparing,
 * changing, counting and testing graphs all walk this one description, so a field that is added to
 * the model cannot be forgotten by one of them: the types below demand an entry for each.
 */
import { arrowNames } from './arrows.js'
import type { LeafType } from './leaf-types.js'
import type { Edge, End, Graph, Group, Link, Loop, Node, Style, Text } from './model.js'
import { directions, endKinds, groupKinds, lines, sides } from './model.js'
import { shapeNames } from './shapes.js'

/**
 * `leaf`: compared and changed as a whole; a `required` one is there wherever its record is. `record`: an object with known
 * names. `map`: a Map with names of strangers.
 */
export type FieldKind =
  | { readonly kind: 'leaf'; readonly holds: LeafType; readonly required?: true }
  | {
      readonly kind: 'record'
      readonly fields: Readonly<Record<string, FieldKind>>
      readonly optional?: true
    }
  | { readonly kind: 'map'; readonly values: FieldKind; readonly optional?: true }

/** Where an element stands in its source, and how its file has it: what graphs are not compared by. */
export type Uncompared = 'at' | 'directionAt' | 'document'

type FieldsOf<T, Without extends keyof T = never> = Readonly<
  Record<Exclude<keyof T, Uncompared | Without>, FieldKind>
>

const leafOf = (holds: LeafType): FieldKind => ({ kind: 'leaf', holds })
const required = (holds: LeafType): FieldKind => ({ kind: 'leaf', holds, required: true })
const oneOf = (words: readonly string[]): LeafType => ({ type: 'word', words })
const plainText: LeafType = { type: 'text' }
const reference: LeafType = { type: 'id' }
export const leaf = leafOf(plainText)
const css = leafOf({ type: 'css' })
const url = leafOf({ type: 'url' })
const flag = leafOf({ type: 'flag' })
const nameList = required({ type: 'texts' })
const size = leafOf({ type: 'number', least: 0 })
const anyValue = leafOf({ type: 'value' })
const record = <T, Without extends keyof T = never>(fields: FieldsOf<T, Without>): FieldKind => ({
  kind: 'record',
  fields,
})
const mapOf = (values: FieldKind): FieldKind => ({ kind: 'map', values })

/** A value that is absent when it is empty. */
const optional = (kind: FieldKind): FieldKind => (kind.kind === 'leaf' ? kind : { ...kind, optional: true })

export const textFields: FieldsOf<Text> = { text: required(plainText), rich: leafOf({ type: 'rich' }) }
const text = record<Text>(textFields)
const link = optional(record<Link>({ url, tooltip: leaf, target: leaf, callback: leaf }))
const extras = mapOf(mapOf(anyValue))
/** Held against its type where a program hands a graph over, and never compared. */
export const documentField = optional(extras)

export const styleFields: FieldsOf<Style> = {
  fill: css,
  stroke: css,
  strokeWidth: size,
  color: css,
  dash: css,
  opacity: leafOf({ type: 'number', least: 0, most: 1 }),
  fontFamily: css,
  fontSize: leafOf({ type: 'number', above: 0 }),
  fontWeight: css,
  fontStyle: css,
  rounded: flag,
  other: optional(mapOf(css)),
}
const style = record<Style>(styleFields)

const end = record<End>({
  kind: required(oneOf(endKinds)),
  id: required(reference),
  side: leafOf(oneOf(sides)),
  port: leaf,
  label: optional(text),
  arrow: required(oneOf(arrowNames)),
})

export const nodeFields = record<Node>({
  id: required(reference),
  label: text,
  shape: required(oneOf(shapeNames)),
  group: leafOf(reference),
  classes: nameList,
  style,
  link,
  properties: mapOf(leaf),
  image: url,
  fields: leafOf({ type: 'fields' }),
  hidden: flag,
  extras,
})

export const groupFields = record<Group>({
  id: required(reference),
  label: text,
  kind: required(oneOf(groupKinds)),
  parent: leafOf(reference),
  direction: leafOf(oneOf(directions)),
  classes: nameList,
  style,
  link,
  hidden: flag,
  extras,
})

export const edgeFields = record<Edge>({
  id: leaf,
  from: end,
  to: end,
  label: text,
  line: required(oneOf(lines)),
  length: size,
  classes: nameList,
  style,
  link,
  extras,
})

export const loopFields = record<Loop>({
  condition: required(plainText),
  nodes: nameList,
  group: leafOf(reference),
  extras,
})

/** The fields of a graph besides its four collections. */
export const graphFields = record<Graph, 'nodes' | 'groups' | 'edges' | 'loops'>({
  id: leaf,
  title: leaf,
  description: leaf,
  directed: required({ type: 'flag' }),
  strict: flag,
  direction: leafOf(oneOf(directions)),
  classes: mapOf(style),
  defaults: record({ node: optional(style), edge: optional(style) }),
  style,
  link,
  extras,
})
