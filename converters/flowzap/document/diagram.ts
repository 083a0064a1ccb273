/**
 * What the statements of a FlowZap text add up to: which lane each stands in, which node each name
 * means. The reader makes a graph of it and the checks look for what is wrong with it, so both see
 * the same diagram.
 */
import type { Range } from '../../../src/ir/model.js'
import { Latest } from '../../../src/syntax/latest.js'
import { lineEndOf, lineStart } from '../words/lines.js'
import { NODE_ATTRIBUTES } from '../words/properties.js'
import { meantBy } from './meant.js'
import { outerLanes } from './nested-lanes.js'
import { statementsOf } from './not-understood.js'
import type {
  Attribute,
  EdgeStatement,
  LaneStatement,
  LineStatement,
  LoopStatement,
  NodeStatement,
  Statement,
  UnknownStatement,
} from './statements.js'

/** One `Lane { … }`. A lane that is opened twice has two. */
export interface Block {
  readonly statement: LaneStatement
  /** The closing brace; absent where the lane is never closed. */
  close?: Range
  /** Where the line of the closing brace starts, unless the opening brace stands on it too. */
  closeLine?: number
  /** The label that stands on the line after the brace. */
  labelLine?: LineStatement
  /** Where the block's last statement ends. */
  end: number
  /** Lanes that begin and end inside of this one, though lanes do not nest. */
  inner?: InnerLane[]
}

export interface InnerLane {
  readonly block: Block
  /** Whether more of the outer lane stands between this lane and the next one or the end. */
  more: boolean
}

export interface Lane {
  readonly id: string
  readonly order: number
  readonly blocks: Block[]
  /** The first label that is not empty. */
  label: string
}

export interface NodeEntry {
  readonly statement: NodeStatement
  readonly lane?: Lane
  readonly order: number
}

/** An edge, the lane it stands in and the nodes it names, where they are there. */
export interface EdgeEntry {
  readonly statement: EdgeStatement
  readonly lane: Lane | undefined
  readonly from: NodeEntry | undefined
  readonly to: NodeEntry | undefined
  /** True where the edge only repeats another outside the lane of its source. */
  readonly repeats: boolean
}

export interface LoopEntry {
  readonly statement: LoopStatement
  readonly lane?: Lane
}

export interface Diagram {
  readonly text: string
  /** The line end that the text uses. */
  readonly lineEnd: string
  readonly lanes: ReadonlyMap<string, Lane>
  /** By id: the first node of each. */
  readonly nodes: ReadonlyMap<string, NodeEntry>
  /** Nodes whose id was taken. */
  readonly duplicates: readonly NodeEntry[]
  readonly edges: readonly EdgeEntry[]
  readonly loops: readonly LoopEntry[]
  /** `//` comments, and `#` lines that are no lane's label. */
  readonly comments: readonly LineStatement[]
  /** Those that stand before each lane, node, edge and loop, by its entry here. */
  readonly commentsBefore: ReadonlyMap<object, readonly LineStatement[]>
  /** Those behind the last statement of each lane, and of the text. */
  readonly commentsAfter: ReadonlyMap<Lane, readonly LineStatement[]>
  readonly lastComments: readonly LineStatement[]
  readonly carried: readonly LineStatement[]
  readonly unknown: readonly UnknownStatement[]
  /** Closing braces that close nothing. */
  readonly strayCloses: readonly LineStatement[]
}

type EdgeDraft = { -readonly [K in keyof EdgeEntry]: EdgeEntry[K] }

interface OpenLane {
  readonly lane: Lane
  readonly block: Block
  fresh: boolean
  /** The lane around it. */
  readonly outer?: OpenLane | undefined
}

/** The diagram of the text that was read last, without mends. */
export const latestDiagram = new Latest<Diagram>()

/** Never throws, whatever the text. @param statements of the text, where they are known, or of some of it */
export function diagramOf(text: string, statements: readonly Statement[] = statementsOf(text)): Diagram {
  const outer = outerLanes(statements)
  const draft = new Map<string, Lane>()
  const nodes = new Map<string, NodeEntry>()
  const duplicates: NodeEntry[] = []
  const edges: EdgeDraft[] = []
  const loops: LoopEntry[] = []
  const comments: LineStatement[] = []
  const commentsBefore = new Map<object, readonly LineStatement[]>()
  const commentsAfter = new Map<Lane, readonly LineStatement[]>()
  let waiting: LineStatement[] = []
  const carried: LineStatement[] = []
  const unknown: UnknownStatement[] = []
  const strayCloses: LineStatement[] = []
  let open: OpenLane | undefined

  const comment = (statement: LineStatement): void => {
    comments.push(statement)
    waiting.push(statement)
  }
  const giveComments = <K extends object, T extends K>(to: T, all: Map<K, readonly LineStatement[]>): T => {
    if (waiting.length > 0) {
      all.set(to, [...(all.get(to) ?? []), ...waiting])
      waiting = []
    }
    return to
  }

  const take = (statement: Statement): void => {
    const lane = open && { lane: open.lane }
    switch (statement.kind) {
      case 'lane':
        open = openLane(draft, statement, open && outer.has(open.block.statement) ? open : undefined)
        giveComments(draft.get(statement.id.text)!, commentsBefore)
        return
      case 'close':
        if (open) {
          closeBlock(open.block, statement.at, text)
          giveComments(open.lane, commentsAfter)
        } else strayCloses.push(statement)
        return
      case 'node': {
        const entry = { statement, order: nodes.size, ...lane }
        if (nodes.has(statement.id)) duplicates.push(entry)
        else nodes.set(statement.id, giveComments(entry, commentsBefore))
        return
      }
      case 'edge':
        edges.push(
          giveComments(
            { statement, lane: open?.lane, from: undefined, to: undefined, repeats: false },
            commentsBefore,
          ),
        )
        return
      case 'loop':
        loops.push(giveComments({ statement, ...lane }, commentsBefore))
        return
      case 'label':
        if (open?.fresh && open.block.statement.label === undefined) labelFromLine(open, statement)
        else comment(statement)
        return
      case 'comment':
        comment(statement)
        return
      case 'carried':
        carried.push(statement)
        return
      case 'unknown':
        unknown.push(statement)
    }
  }

  for (const statement of statements) {
    const before = open
    take(statement)
    if (open === undefined || open !== before) continue
    open.block.end = statement.at[1]
    if (statement.kind !== 'comment' && statement.kind !== 'carried') open.fresh = false
    const inner = open.block.inner?.at(-1)
    if (inner && parts.has(statement.kind)) inner.more = true
    if (open.block.close) open = open.outer
  }
  resolve(edges, nodes)
  return {
    text,
    lineEnd: lineEndOf(text),
    lanes: draft,
    nodes,
    duplicates,
    edges,
    loops,
    comments,
    commentsBefore,
    commentsAfter,
    lastComments: waiting,
    carried,
    unknown,
    strayCloses,
  }
}

/** What a lane holds. */
const parts: ReadonlySet<Statement['kind']> = new Set(['node', 'edge', 'loop'])

/**
 * Opens a lane, or goes on with it where it was open before. Lanes do not nest, so one that is still open ends, unless
 * it goes on behind this one.
 */
function openLane(
  lanes: Map<string, Lane>,
  statement: LaneStatement,
  outer: OpenLane | undefined,
): OpenLane | undefined {
  const id = statement.id.text
  let lane = lanes.get(id)
  if (lane === undefined) {
    lane = { id, order: lanes.size, blocks: [], label: '' }
    lanes.set(id, lane)
  }
  lane.label ||= statement.label?.text ?? ''
  const block: Block = { statement, end: statement.at[1] }
  lane.blocks.push(block)
  if (outer) {
    outer.block.inner ??= []
    outer.block.inner.push({ block, more: false })
  }
  if (statement.close === undefined) return { lane, block, fresh: true, outer }
  block.close = statement.close
  return outer
}

function closeBlock(block: Block, at: Range, text: string): void {
  block.close = at
  block.closeLine = lineStart(text, at[0])
}

function labelFromLine(open: { lane: Lane; block: Block }, statement: LineStatement): void {
  open.block.labelLine = statement
  open.lane.label ||= statement.text
}

/**
 * Finds the nodes of edges, which may be declared after them. FlowZap's HTTP log generator repeats
 * every edge in every lane: of identical edges those outside the lane of their source are repeats, but
 * for the first where none stands in it. Identical edges in their lane are parallel edges.
 */
function resolve(edges: readonly EdgeDraft[], nodes: ReadonlyMap<string, NodeEntry>): void {
  for (const edge of edges) {
    edge.from = nodes.get(edge.statement.from.node)
    edge.to = nodes.get(edge.statement.to.node)
  }
  if (edges.every(isAtHome)) return
  const known = new Set<string>()
  for (const edge of edges) if (isAtHome(edge)) known.add(identity(edge.statement))
  for (const edge of edges) {
    if (isAtHome(edge)) continue
    const key = identity(edge.statement)
    edge.repeats = known.has(key)
    known.add(key)
  }
}

/** Whether an edge stands in the lane of its source. */
export function isAtHome({ lane, from }: Pick<EdgeEntry, 'lane' | 'from'>): boolean {
  return from !== undefined && from.lane === lane
}

function identity({ from, to, attributes }: EdgeStatement): string {
  const ends = [from, to].map(end => [end.node, end.side ?? ''])
  return JSON.stringify([ends, attributeOf(attributes, 'label') ?? ''])
}

/** The text of the first attribute of a name; of one that is misspelt, where none has it. */
export function attributeOf(attributes: readonly Attribute[], name: string): string | undefined {
  const exact = attributes.find(attribute => attribute.name === name)
  if (exact) return exact.text
  const isKnown = (word: string) => NODE_ATTRIBUTES.includes(word)
  return attributes.find(({ name: word }) => !isKnown(word) && meantBy(word, NODE_ATTRIBUTES) === name)?.text
}
