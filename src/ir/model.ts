/**
 * The graph model: the one thing that every format is read into and written from.
 *
 * Plain data. Everything is readonly to everyone but its builder, and order is meaning: nodes,
 * groups and edges stand in the order of their source. Keys come from strangers, so what is keyed
 * by a string of theirs is a Map, never a bare object.
 *
 * It is described here and nowhere else: a new field is one line of this file, and what formats do with it.
 */
import { type Arrow, arrowNames } from './arrows.js'
import {
  anyValue,
  css,
  type Described,
  flag,
  id,
  mapOf,
  mark,
  named,
  names,
  number,
  oneOf,
  optional,
  type RecordKind,
  record,
  rich,
  text,
  tree,
  url,
  type Value,
} from './kinds.js'
import { shapeNames } from './shapes.js'

export type { Value } from './kinds.js'

/** A half-open pair of offsets (UTF-16 code units) into the text that a reader was given. */
export type Range = readonly [start: number, end: number]

/** Which way a diagram flows: top to bottom, bottom to top, left to right, right to left. */
export const directions = ['TB', 'BT', 'LR', 'RL'] as const
export type Direction = (typeof directions)[number]

/** Where on a node's outline an edge is fastened: a FlowZap handle, a DOT compass point, a draw.io exit or entry. */
export const sides = [
  'left',
  'right',
  'top',
  'bottom',
  'top-left',
  'top-right',
  'bottom-left',
  'bottom-right',
] as const
export type Side = (typeof sides)[number]

/** How an edge's line is drawn. An invisible edge only places its ends. */
export const lines = ['solid', 'dashed', 'dotted', 'thick', 'invisible'] as const
export type Line = (typeof lines)[number]

export const richSyntaxes = ['markdown', 'mermaid-html', 'dot-html', 'drawio-html'] as const
export type RichSyntax = (typeof richSyntaxes)[number]
/** The one of them in which a label may be the table that a node's fields are, and no title over them. */
export const TABLE_SYNTAX: RichSyntax = 'dot-html'

export const groupKinds = ['lane', 'cluster'] as const
export type GroupKind = (typeof groupKinds)[number]

const endKinds = ['node', 'group'] as const

/** What only one format says, by format name and then by a key of that format: `extras.dot.rankdir`. */
export interface Extras extends ReadonlyMap<string, ReadonlyMap<string, Value>> {}
export const extras = named<Extras>('extras', mapOf(mapOf(anyValue)))

/** Where something stands in its source. It is no part of what graphs are compared by. */
interface Placed {
  readonly at?: Range
}

/**
 * How the file of one format has an element, where that says no more than the model does: spelling, order, ids, comments, a person's
 * geometry. By format name, as `extras`; only that format reads it, and only as far as the element still says the same.
 */
export interface ElementDocument extends Extras {}
export const elementDocument = optional(named<ElementDocument>('document', mapOf(mapOf(anyValue))))

/** It is no part of what graphs are compared by, is neither lowered nor carried, and no format but JSON writes it for another. */
interface Documented {
  readonly document?: ElementDocument
}

/** What graphs are not compared by. */
export type Uncompared = keyof Placed | keyof Documented | 'directionAt'

/** What a label was read from: formatting, in the syntax of its format. */
export interface Rich extends Described<typeof richRecord> {}
const richRecord = record({ syntax: oneOf(richSyntaxes), source: text })

/** A label. `text` is always the plain reading, its lines split by `\n`; `rich` is what it was read from. */
export interface Text extends Described<typeof textRecord> {}
export const richText = rich(named<Rich>('rich', richRecord))
const textRecord = record({ text, rich: optional(richText) })
export const textFields: RecordKind<Text> = textRecord

export interface Link extends Described<typeof linkRecord> {}
const linkRecord = record({
  url: optional(url),
  tooltip: optional(text),
  target: optional(text),
  callback: optional(text),
})
export const link = named<Link>('link', linkRecord)

/**
 * How something looks. Colours are CSS colours (`#rrggbb`, a CSS name, `none`); `strokeWidth` and
 * `fontSize` are pixels; `opacity` runs from 0 to 1; `dash` is a list of pixel lengths as CSS
 * writes it (`5 5`). `other` holds properties that have no name here, as their format writes them.
 */
export interface Style extends Described<typeof styleRecord> {}
const styleRecord = record({
  fill: optional(css),
  stroke: optional(css),
  strokeWidth: optional(number({ least: 0 })),
  color: optional(css),
  dash: optional(css),
  opacity: optional(number({ least: 0, most: 1 })),
  fontFamily: optional(css),
  fontSize: optional(number({ above: 0 })),
  fontWeight: optional(css),
  fontStyle: optional(css),
  rounded: optional(flag),
  other: optional(mapOf(css)),
})
export const style = named<Style>('style', styleRecord)

/**
 * Levels that fields may nest. Who reads a record says where it is deeper, so nobody who walks over fields has to fear
 * for the stack.
 */
export const MAX_FIELD_LEVELS = 50

/** A part of a record or table: its text, the port that edges name it by, and the parts inside it. */
export interface Field extends Described<typeof fieldRecord> {
  readonly children?: readonly Field[]
}
const fieldRecord = record({ text, port: optional(text) })
const fields = tree<Field>(named('field', fieldRecord), 'children', MAX_FIELD_LEVELS)

export interface Node extends Described<typeof nodeRecord>, Placed, Documented {}
const nodeRecord = record({
  id,
  label: textFields,
  shape: oneOf(shapeNames),
  /** The id of the deepest group that holds the node. */
  group: optional(id),
  /** Names of `Graph.classes`, in the order in which they apply. */
  classes: names,
  style,
  link: optional(link),
  /** What the node says about itself besides its label: FlowZap's owner, description, system. */
  properties: mapOf(text),
  image: optional(url),
  fields: optional(fields),
  hidden: optional(mark),
  extras,
})
export const nodeFields = named<Node>('node', nodeRecord)

export interface Group extends Described<typeof groupRecord>, Placed, Documented {}
const groupRecord = record({
  /** Never empty: an element's `group` that is empty would read as none. */
  id,
  label: textFields,
  /** A lane is a row or column of a swimlane diagram; a cluster is a box around some nodes. */
  kind: oneOf(groupKinds),
  parent: optional(id),
  direction: optional(oneOf(directions)),
  classes: names,
  style,
  link: optional(link),
  hidden: optional(mark),
  extras,
})
export const groupFields = named<Group>('group', groupRecord)

export interface End extends Described<typeof endRecord> {}
const endRecord = record({
  kind: oneOf(endKinds),
  id,
  side: optional(oneOf(sides)),
  /** The `port` of one of the node's fields. */
  port: optional(text),
  label: optional(textFields),
  arrow: oneOf<Arrow>(arrowNames),
})
export const end = named<End>('end', endRecord)

export interface Edge extends Described<typeof edgeRecord>, Placed, Documented {}
const edgeRecord = record({
  id: optional(text),
  from: end,
  to: end,
  label: textFields,
  line: oneOf(lines),
  /** How many ranks the edge should span at least; 1 where the source does not say. */
  length: optional(number({ least: 0 })),
  classes: names,
  style,
  link: optional(link),
  extras,
})
export const edgeFields = named<Edge>('edge', edgeRecord)

/** A note that some nodes, of any group, repeat while a condition holds. It is no edge. */
export interface Loop extends Described<typeof loopRecord>, Placed, Documented {}
const loopRecord = record({
  condition: text,
  nodes: names,
  /** The lane that the loop statement stands in. */
  group: optional(id),
  extras,
})
export const loopFields = named<Loop>('loop', loopRecord)

export interface Defaults extends Described<typeof defaultsRecord> {}
const defaultsRecord = record({ node: optional(style), edge: optional(style) })
const defaults: RecordKind<Defaults> = defaultsRecord

/**
 * What the whole diagram is to look like: the name of a theme, and values that it has otherwise, under the names that they have where
 * themes are made (`primaryColor`, `lineColor`, `fontFamily`).
 */
export interface OwnTheme extends Described<typeof themeRecord> {}
const themeRecord = record({ name: optional(text), variables: mapOf(css) })
const theme = named<OwnTheme>('theme', themeRecord)

/** The fields of a graph besides its four collections. */
const graphRecord = record({
  id: optional(text),
  title: optional(text),
  description: optional(text),
  directed: flag,
  strict: optional(mark),
  direction: optional(oneOf(directions)),
  classes: mapOf(style),
  defaults,
  style,
  theme: optional(theme),
  link: optional(link),
  extras,
})
export const graphFields = named('graph', graphRecord)

/** What a graph holds many of: those that have an id in a Map by their ids, the others in a list. */
export const elementFields = { nodes: nodeFields, groups: groupFields, edges: edgeFields, loops: loopFields }

export interface Graph extends Described<typeof graphRecord>, Placed, Documented {
  readonly nodes: ReadonlyMap<string, Node>
  readonly groups: ReadonlyMap<string, Group>
  readonly edges: readonly Edge[]
  readonly loops: readonly Loop[]
  /** Where the source says the direction, if that is a place of its own. As `at`, it is no part of what graphs are compared by. */
  readonly directionAt?: Range
}
