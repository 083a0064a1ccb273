/** A Mermaid text as an editor sees it: its statements in their order, with the places of all that they say. */

import type { Range } from '../../../src/ir/model.js'
import type { ChildOf } from '../../../src/syntax/tree.js'
import { part } from '../../../src/syntax/tree.js'
import { markDirections } from '../document/direction-marks.js'
import { prepare } from '../document/prepare.js'
import { parser, type TreeOf } from '../grammar.gen.js'
import { type Chain, chainOf, type Mention, mentionOf } from './chain-places.js'
import { commentsBefore, waitingComments } from './comments.js'
import { emptyFlow, type Flow } from './flow.js'
import { readHeader } from './lines.js'
import { placeOf, rawText, type Source } from './source.js'
import { readStatement } from './statements.js'
import type { Walk } from './walk.js'

/** A subgraph from its heading to its `end`. One id may have several. */
export interface Block {
  id: string
  /** Whether its id is one that mermaid makes up, by the number of subgraphs that closed before. */
  readonly unnamed: boolean
  readonly heading: Statement
  end: Statement | undefined
  readonly parent: Block | undefined
}

type Tree = ChildOf<TreeOf<'Statement'>>

export interface Statement {
  readonly index: number
  readonly rule: Tree['rule']
  readonly tree: Tree
  /** Without the semicolon or line break behind it. */
  readonly at: Range
  /** The subgraph that it stands in; a heading and its `end` stand around theirs. */
  readonly block: Block | undefined
  /** The subgraph that is open behind it. */
  readonly inside: Block | undefined
  /** For a heading and an `end`. */
  readonly bounds?: Block
  readonly chain?: Chain<Mention>
  /** The numbers of the edges that it makes. */
  readonly edges: Range
  /** The ids that nothing before it mentions, in order. */
  readonly firsts: readonly string[]
  /** The comments that the reader gives to it. */
  readonly comments: readonly Range[]
}

export interface Document {
  readonly text: string
  readonly source: Source
  readonly header: Range
  readonly statements: readonly Statement[]
  readonly blocks: readonly Block[]
  readonly eol: string
  /** The offsets at which lines begin. */
  readonly lines: readonly number[]
  /** What all statements say together. */
  readonly flow: Flow
  /** The comments at the end, which belong to nothing. */
  readonly trailing: readonly Range[]
}

/** A table of a document, made when it is first asked for. */
export function once<T>(make: (doc: Document) => T): (doc: Document) => T {
  const tables = new WeakMap<Document, { readonly table: T }>()
  return doc => {
    let known = tables.get(doc)
    if (!known) {
      known = { table: make(doc) }
      tables.set(doc, known)
    }
    return known.table
  }
}

/** The document of a text; `undefined` where a part of it cannot be read. */
export function documentOf(text: string): Document | undefined {
  const prepared = prepare(text)
  const source: Source = { prepared, marked: markDirections(prepared.edited.text), messages: [] }
  // As a whole: what is read piece by piece is gone with the next piece.
  const parsed = parser.parse(source.marked.edited.text)
  if (!parsed.ok) return undefined
  const waiting = waitingComments(prepared.comments)
  const flow = emptyFlow()
  const walk: Walk = { source, flow, open: [], waiting }
  const found: Found = { source, walk, statements: [], blocks: [], open: [], seen: new Set() }
  let header: Range | undefined
  for (let line: ChildOf<TreeOf<'Flowchart'>> | undefined = parsed.tree.first; line; line = line.next) {
    if (line.first?.rule === 'unreadable') return undefined
    if (line.rule === 'Header') {
      header = placeOf(source, line)
      readHeader(walk, line)
    }
    const only = line.first?.rule === 'Statement' ? line.first.first : undefined
    if (only) add(found, text, only)
  }
  if (!header || walk.open.length > 0) return undefined
  const trailing = waiting.comments.slice(waiting.next).map(({ at }) => at)
  flow.commentsAfter = commentsBefore(waiting, Number.POSITIVE_INFINITY)
  const { statements, blocks } = found
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const lines = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({ index, 0: { length } }) => index + length)]
  return { text, source, header, statements, blocks, eol, lines, trailing, flow }
}

interface Found {
  readonly source: Source
  readonly walk: Walk
  readonly statements: Statement[]
  readonly blocks: Block[]
  readonly open: Block[]
  readonly seen: Set<string>
}

function add({ source, walk, statements, blocks, open, seen }: Found, text: string, tree: Tree): void {
  const { flow, waiting } = walk
  const { rule } = tree
  const closing = rule === 'SubgraphEnd' ? open.pop() : undefined
  if (closing?.unnamed) closing.id = `subGraph${flow.closed}`
  const [firstEdge, firstComment] = [flow.edges.length, waiting.next]
  readStatement(walk, tree)
  const around = open.at(-1)
  const heading = rule === 'Subgraph' ? walk.open.at(-1) : undefined
  const chain = tree.rule === 'Chain' ? chainOf(source, tree, firstEdge, mentionOf) : undefined
  const mentions = chain
    ? chain.groups.flat().map(({ id }) => id)
    : tree.rule === 'Style'
      ? [rawText(source, part(tree, 'nodeId'))]
      : []
  const firsts: string[] = []
  for (const id of mentions) {
    if (seen.has(id) || !flow.vertices.has(id)) continue
    seen.add(id)
    firsts.push(id)
  }
  const statement: { -readonly [K in keyof Statement]: Statement[K] } = {
    index: statements.length,
    rule,
    tree,
    at: withoutSeparator(text, placeOf(source, tree)),
    block: around,
    inside: around,
    edges: [firstEdge, flow.edges.length],
    firsts,
    comments: waiting.comments.slice(firstComment, waiting.next).map(({ at }) => at),
  }
  if (chain) statement.chain = chain
  if (heading) {
    const block = {
      id: heading.id ?? '',
      unnamed: heading.id === undefined,
      heading: statement,
      end: undefined,
      parent: around,
    }
    open.push(block)
    blocks.push(block)
    Object.assign(statement, { inside: block, bounds: block })
  }
  if (closing) {
    closing.end = statement
    statement.bounds = closing
  }
  statements.push(statement)
}

/** Without what separates it from others, and without the blanks before the word `direction`. */
function withoutSeparator(text: string, [first, end]: Range): Range {
  let start = first
  while (start < end && /\s/.test(text[start]!)) start++
  let to = end
  while (to > start && /[\s;]/.test(text[to - 1]!)) to--
  return [start, to]
}
