/**
 * The graph model: the one thing that every format is read into and written from.
 *
 * Plain data. Everything is readonly to everyone but its builder, and order is meaning: nodes,
 * groups and edges stand in the order of their source. Keys come from strangers, so what is keyed
 * by a string of theirs is a Map, never a bare object.
 */
import type { Arrow } from './arrows.js'
import type { Shape } from './shapes.js'

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

/** Any JSON value, with Maps for objects. */
export type Value = null | boolean | number | string | readonly Value[] | ReadonlyMap<string, Value>

/** What only one format says, by format name and then by a key of that format: `extras.dot.rankdir`. */
export type Extras = ReadonlyMap<string, ReadonlyMap<string, Value>>

/**
 * How the file of one format has an element, where that says no more than the model does: spelling, order, ids, a person's
 * geometry. By format name, as `extras`; only that format reads it, and only as far as the element still says the same. It is no
 * part of what graphs are compared by, is neither lowered nor carried, and no format but JSON writes it for another.
 */
export type ElementDocument = Extras

/** A label. `text` is always the plain reading, its lines split by `\n`; `rich` is what it was read from. */
export interface Text {
  readonly text: string
  readonly rich?: { readonly syntax: RichSyntax; readonly source: string }
}

export interface Link {
  readonly url?: string
  readonly tooltip?: string
  readonly target?: string
  readonly callback?: string
}

/**
 * How something looks. Colours are CSS colours (`#rrggbb`, a CSS name, `none`); `strokeWidth` and
 * `fontSize` are pixels; `opacity` runs from 0 to 1; `dash` is a list of pixel lengths as CSS
 * writes it (`5 5`). `other` holds properties that have no name here, as their format writes them.
 */
export interface Style {
  readonly fill?: string
  readonly stroke?: string
  readonly strokeWidth?: number
  readonly color?: string
  readonly dash?: string
  readonly opacity?: number
  readonly fontFamily?: string
  readonly fontSize?: number
  readonly fontWeight?: string
  readonly fontStyle?: string
  readonly rounded?: boolean
  readonly other?: ReadonlyMap<string, string>
}

/**
 * Levels that fields may nest. Who reads a record says where it is deeper, so nobody who walks over fields has to fear
 * for the stack.
 */
export const MAX_FIELD_LEVELS = 50

/** A part of a record or table: its text, the port that edges name it by, and the parts inside it. */
export interface Field {
  readonly text: string
  readonly port?: string
  readonly children?: readonly Field[]
}

export interface Node {
  readonly id: string
  readonly label: Text
  readonly shape: Shape
  /** The id of the deepest group that holds the node. */
  readonly group?: string
  /** Names of `Graph.classes`, in the order in which they apply. */
  readonly classes: readonly string[]
  readonly style: Style
  readonly link?: Link
  /** What the node says about itself besides its label: FlowZap's owner, description, system. */
  readonly properties: ReadonlyMap<string, string>
  readonly image?: string
  readonly fields?: readonly Field[]
  readonly hidden?: boolean
  readonly extras: Extras
  readonly document?: ElementDocument
  readonly at?: Range
}

export const groupKinds = ['lane', 'cluster'] as const
export type GroupKind = (typeof groupKinds)[number]

export interface Group {
  /** Never empty: an element's `group` that is empty would read as none. */
  readonly id: string
  readonly label: Text
  /** A lane is a row or column of a swimlane diagram; a cluster is a box around some nodes. */
  readonly kind: GroupKind
  readonly parent?: string
  readonly direction?: Direction
  readonly classes: readonly string[]
  readonly style: Style
  readonly link?: Link
  readonly hidden?: boolean
  readonly extras: Extras
  readonly document?: ElementDocument
  readonly at?: Range
}

export const endKinds = ['node', 'group'] as const

export interface End {
  readonly kind: (typeof endKinds)[number]
  readonly id: string
  readonly side?: Side
  /** The `port` of one of the node's fields. */
  readonly port?: string
  readonly label?: Text
  readonly arrow: Arrow
}

export interface Edge {
  readonly id?: string
  readonly from: End
  readonly to: End
  readonly label: Text
  readonly line: Line
  /** How many ranks the edge should span at least; 1 where the source does not say. */
  readonly length?: number
  readonly classes: readonly string[]
  readonly style: Style
  readonly link?: Link
  readonly extras: Extras
  readonly document?: ElementDocument
  readonly at?: Range
}

/** A note that some nodes, of any group, repeat while a condition holds. It is no edge. */
export interface Loop {
  readonly condition: string
  readonly nodes: readonly string[]
  /** The lane that the loop statement stands in. */
  readonly group?: string
  readonly extras: Extras
  readonly at?: Range
}

export interface Defaults {
  readonly node?: Style
  readonly edge?: Style
}

export interface Graph {
  readonly id?: string
  readonly title?: string
  readonly description?: string
  readonly directed: boolean
  readonly strict?: boolean
  readonly direction?: Direction
  readonly nodes: ReadonlyMap<string, Node>
  readonly groups: ReadonlyMap<string, Group>
  readonly edges: readonly Edge[]
  readonly loops: readonly Loop[]
  readonly classes: ReadonlyMap<string, Style>
  readonly defaults: Defaults
  readonly style: Style
  readonly link?: Link
  readonly extras: Extras
  readonly document?: ElementDocument
  readonly at?: Range
  /** Where the source says the direction, if that is a place of its own. As `at`, it is no part of what graphs are compared by. */
  readonly directionAt?: Range
}
