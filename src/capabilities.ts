/**
 * What a format can hold, as it declares it: the passes of `src/lower` read it, and a writer is given only what it can write.
 */
import type { Arrow } from './ir/arrows.js'
import type {
  Defaults,
  Direction,
  Edge,
  Graph,
  Group,
  GroupKind,
  Line,
  Link,
  Loop,
  Node,
  OwnTheme,
  Rich,
  RichSyntax,
  Side,
  Style,
  Value,
} from './ir/model.js'
import type { Shape } from './ir/shapes.js'

/**
 * Most of a declaration are functions from a value to the nearest value that the format can hold.
 * A value that it can hold maps to itself, so every such function is idempotent.
 */
export type Nearest<T> = (value: T) => T

/** How the format writes one kind of text. */
export interface TextRules {
  /** Whether a text may have several lines. Where not, lowering joins them with a space. */
  readonly lines: boolean
  /** The rich forms that the format can write; others are dropped and the plain reading stays. */
  readonly rich: readonly RichSyntax[]
  /**
   * The plain reading that the format's reader gives the rich form of a label with this text, or `undefined` where the
   * rich form cannot be written. Lowering drops a rich form whose reading is not the label's own text.
   */
  readonly readRich?: (rich: Rich, text: string) => string | undefined
  /**
   * For a rich form that cannot be written: the nearest that can, and whether it says all that the first one did.
   * Left out, or where it gives nothing, only the text stays.
   */
  readonly nearestRich?: (
    rich: Rich,
    text: string,
  ) => { readonly rich: Rich; readonly whole: boolean } | undefined
  /** True where blanks around a text only make room, so that a text from another format loses them. */
  readonly trims?: boolean
  /** The text with what the format cannot hold removed or replaced (quotes, control characters, emoji …). */
  readonly clean?: Nearest<string>
  /** True where an empty text cannot be told from none and the reader shows the element's id instead. */
  readonly emptyReadsAsId?: boolean
  /** True where a text of another format of which `clean` leaves nothing gives way to the element's id. */
  readonly lostReadsAsId?: boolean
}

/**
 * For each named property of a style, whether the format holds it (`true`), or the nearest value it
 * holds (`undefined`: none). A property that is not listed is dropped.
 */
export type StyleRules = {
  readonly [K in Exclude<keyof Style, 'other'>]?: true | ((value: NonNullable<Style[K]>) => Style[K])
} & {
  /** Which other properties it holds, by name and value. */
  readonly other?: (name: string, value: string) => boolean
}

/** For a format that holds every property as it is. */
export const everyStyle: StyleRules = {
  fill: true,
  stroke: true,
  strokeWidth: true,
  color: true,
  dash: true,
  opacity: true,
  fontFamily: true,
  fontSize: true,
  fontWeight: true,
  fontStyle: true,
  rounded: true,
  other: () => true,
}

/** For each part of a link, whether the format holds it, or the nearest value it holds. */
export type LinkRules = {
  readonly [K in keyof Link]?: true | ((value: string) => string | undefined)
} & {
  /** The parts that can be written together, of a link whose every part can be. Left out where any can. */
  readonly whole?: Nearest<Link>
}

/** The keys of the format's own extras on an element that it can write, given the element and the graph around it as they are now. */
export type OwnExtras<T> = (
  element: T,
  own: ReadonlyMap<string, Value>,
  graph: Graph,
) => ReadonlyMap<string, Value>

export interface GraphRules {
  readonly id?: Nearest<string | undefined>
  readonly title?: TextRules
  readonly description?: TextRules
  /** Whether it holds `directed: false`. */
  readonly undirected?: boolean
  /** Whether it holds `strict: true`, or that of a graph. */
  readonly strict?: boolean | ((graph: Graph) => boolean)
  /** The directions it holds. `undefined` in, a direction out: what a text without one means. */
  readonly direction: (direction: Direction | undefined) => Direction | undefined
  readonly classes?: StyleRules
  /** The nearest class name it can write. */
  readonly className?: Nearest<string>
  readonly defaults?: { readonly [K in keyof Defaults]?: StyleRules }
  readonly style?: StyleRules
  /** Whether it holds themes, or the nearest theme that it holds. */
  readonly theme?: true | Nearest<OwnTheme | undefined>
  readonly link?: LinkRules
  readonly extras?: OwnExtras<Graph>
}

/** Notes as comments: lines in the document of the graph, in the format's own name. */
export interface NoteRules {
  readonly key: string
  /** A line as it stands there, or nothing where none of it can. */
  readonly line: (text: string) => string | undefined
  /** Whether they stand in an extra of the graph that is one text. */
  readonly whole?: true
}

export interface NodeRules {
  readonly text: TextRules
  /** The nearest shape; a format may ask what else the node has. */
  readonly shape: (shape: Shape, node: Node) => Shape
  /** Names of `properties` that it holds; `true` for any. */
  readonly properties?: readonly string[] | true
  readonly propertyText?: TextRules
  readonly classes?: boolean
  readonly style?: StyleRules
  readonly link?: LinkRules
  /** Whether it shows pictures, or the nearest address of one that it can show in such a node. */
  readonly image?: boolean | ((url: string, node: Node) => string | undefined)
  /** How many signs of a picture that stands in its address (`data:`) the text of a diagram of another format takes. Left out: any. */
  readonly longestPicture?: number
  /** Whether it holds fields, or the fields that it holds of a node. */
  readonly fields?: boolean | ((node: Node) => Node['fields'])
  readonly hidden?: boolean
  /** Whether it holds that a node is a note, or where notes go that are none of its nodes. Left out where a note is a node like others. */
  readonly notes?: true | NoteRules
  /** Whether a node of a shape shows the colour of the group behind it where it has no fill. Left out where nodes are painted anyway. */
  readonly seenThrough?: (shape: Shape) => boolean
  readonly extras?: OwnExtras<Node>
  /** What it holds of the extras that another format has on a node. Left out: nothing. */
  readonly others?: (
    node: Node,
    format: string,
    own: ReadonlyMap<string, Value>,
  ) => ReadonlyMap<string, Value>
  /** Whether what a format, another one, says of a node under a key shows in the drawing, though it is written nowhere. */
  readonly draws?: (node: Node, format: string, key: string) => boolean
  /**
   * The ids of a lowered graph's nodes in the order in which it writes them: a text that holds the nodes of a group together
   * does not hold every order. A graph in that order stays in it. Left out where any order can be written.
   */
  readonly order?: (graph: Graph) => readonly string[]
  /** Whether a text can hold every order all the same, so that a graph that is put into one keeps its own. */
  readonly anyOrder?: boolean
}

export interface GroupRules {
  readonly text: TextRules
  /** The kinds it holds, nearest first. */
  readonly kinds: readonly GroupKind[]
  /** The kind that a group at this level can only have; left out where every level holds all `kinds`. */
  readonly kindAt?: (level: 'top' | 'inner') => GroupKind
  /** Whether a group may stand in a group. Where not, lowering flattens them. */
  readonly nested: boolean
  /** What groups of another format become the lanes: the outermost, the classes of nodes in their place, or none. Left out: each that holds nodes. */
  readonly from?: 'top' | 'leaf' | 'class' | 'none'
  /** Whether every node must stand in a group. */
  readonly required?: boolean
  /** Whether it holds directions of groups, or what a group flows as: `undefined` in, a direction out, what one without means. */
  readonly direction?: true | Nearest<Direction | undefined>
  readonly classes?: boolean
  readonly style?: StyleRules
  readonly link?: LinkRules
  readonly hidden?: boolean
  readonly extras?: OwnExtras<Group>
  /** As `NodeRules.order`, for groups: the order of those that stand in one group, or in none, is the one that counts. */
  readonly order?: (graph: Graph) => readonly string[]
}

export interface EdgeRules {
  readonly text: TextRules
  readonly id?: Nearest<string | undefined>
  /** The nearest line; `undefined` where an edge with such a line can only be left out. */
  readonly line: (line: Line) => Line | undefined
  /** The nearest pair of arrowheads, at the edge's start and end, on the line that the edge will have. */
  readonly arrows: (from: Arrow, to: Arrow, line?: Line) => readonly [from: Arrow, to: Arrow]
  /** Whether an edge may end at a group. */
  readonly groupEnds?: boolean
  /** The nearest side it can fasten an edge to; `undefined` where it has none. */
  readonly side: (side: Side) => Side | undefined
  /**
   * Where both ends of every edge must name a side: the sides of each edge. Those that it names stay; lowering adds the others.
   * @param own whether the diagram is of this very format, and only left some out
   */
  readonly sidesFor?: (parts: Parts, own: boolean) => readonly SidePair[]
  /** Whether it holds ports, or the nearest port that it can name at an end of an edge: at a node, as it was before lowering. */
  readonly port?: boolean | ((port: string, node: Node | undefined) => string | undefined)
  readonly endLabel?: TextRules
  /** The nearest length; `undefined` where it holds none. */
  readonly length?: Nearest<number | undefined>
  readonly classes?: boolean
  readonly style?: StyleRules
  readonly link?: LinkRules
  /** `by-source-lane`: edges can only be written lane by lane, in the lane of their source. */
  readonly order?: 'any' | 'by-source-lane'
  readonly extras?: OwnExtras<Edge>
}

export interface LoopRules {
  readonly text: TextRules
  /** Whether a loop must stand in a lane. */
  readonly groupRequired?: boolean
  readonly extras?: OwnExtras<Loop>
}

/** The parts of a graph in their order. */
export interface Parts {
  readonly nodes: readonly Node[]
  readonly groups: readonly Group[]
  readonly edges: readonly Edge[]
}

export type SidePair = readonly [from: Side, to: Side]

/** Ids that are counted from 1 without a gap: what stands before the number. */
export interface Numbered {
  readonly numbered: string
}

/** How a format narrows ids. */
export interface IdRules {
  readonly node: 'any' | Numbered | Nearest<string>
  readonly group: 'any' | Nearest<string>
  /** True where a node and a group cannot have the same id. */
  readonly shared: boolean
  /** True where an edge's id must differ from every other edge's, and from those of nodes and groups. */
  readonly uniqueEdges?: boolean
}

/** The part that a node plays in the flow, by the edges that will be seen. */
export interface Part {
  /** How many edges lead to it, and how many leave it; those from a node to itself are neither. */
  readonly incoming: number
  readonly outgoing: number
  /** How many of those that leave it have a label. */
  readonly branches: number
}

/**
 * What a careful person does who draws a diagram of another format in this one, beyond what the format demands. It
 * touches nothing that was read as this format, carried from it, or stands as this format writes it
 * (`src/lower/foreign.ts`).
 */
export interface Customs {
  /** The shape of a node by the part that it plays in the flow. Given one that the format has, it may give another. */
  readonly shape: (shape: Shape, node: Node, part: Part) => Shape
  /**
   * Whether a node only takes room: it shows nothing and leads nowhere. It goes, with its edges. One that is none where no edge
   * touches it is none with edges.
   */
  readonly isSpacer: (node: Node, part: Part) => boolean
  /** Whether nothing is seen of a node but the edges that meet there. They lead on without it, where they can. */
  readonly isJunction: (node: Node) => boolean
  /** The id of a group that nobody gave an id by hand, made from its title. The id itself where there is none. */
  readonly groupId: (id: string, title: string) => string
  /** Whether the texts of the fields that an edge ends at become its label, where it has none. */
  readonly fieldLabels: boolean
}

export interface Capabilities {
  /** What to call the target in a sentence, where its options make it another than the format by itself: a version. */
  readonly title?: string
  readonly graph: GraphRules
  readonly node: NodeRules
  readonly group: GroupRules
  readonly edge: EdgeRules
  /** Left out where the format has no loops. */
  readonly loop?: LoopRules
  readonly ids: IdRules
  /** Left out where the format takes a foreign diagram as it is, as far as it holds it. */
  readonly customs?: Customs
  /** True where the format keeps the extras of every format (JSON). */
  readonly allExtras?: boolean
}
