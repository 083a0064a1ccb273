/** From a FlowZap text to its list of statements, in source order. */

import type { Range } from '../../../src/ir/model.js'
import { type Names, namesIn } from '../../../src/syntax/names.js'
import { type ChildOf, type Failure, part, parts, type Tree } from '../../../src/syntax/tree.js'
import { parser, type TreeOf } from '../grammar.gen.js'
import { isNote } from '../words/comments.js'

/** A word of a statement and the offset at which it stands. */
export interface Word {
  readonly text: string
  readonly start: number
}

export function placeOfWord({ text, start }: Word): Range {
  return [start, start + text.length]
}

/** Ask places.ts where the parts of these stand. */
export interface Attribute {
  readonly name: string
  readonly sign: string
  /** The text between the quotes with its escapes read. */
  readonly text: string
  /** Whether something in it could be taken for an escape. */
  readonly escapes: boolean
  readonly at: number
  readonly end: number
}

export interface EdgeEnd {
  readonly start: number
  /** The lane before the node. */
  readonly lane: string | undefined
  readonly node: string
  readonly nodeStart: number
  readonly side: string | undefined
  readonly end: number
}

/** A lane before a node's id in a loop. */
export interface Prefix {
  readonly text: string
  /** To behind the dot. */
  readonly at: Range
}

export interface LaneStatement {
  readonly kind: 'lane'
  readonly at: Range
  readonly id: Word
  /** What stands after the `#` of the same line. */
  readonly label?: Word
  /** The offset behind the opening brace. */
  readonly open: number
  /** The closing brace of `Orders {}`. */
  readonly close?: Range
  /** What stands behind the brace is not understood; an `unknown` statement before this one says so. */
  readonly broken?: true
}

export interface NodeStatement {
  readonly kind: 'node'
  readonly at: Range
  readonly id: string
  readonly shape: string
  readonly attributes: readonly Attribute[]
}

export interface EdgeStatement {
  readonly kind: 'edge'
  readonly at: Range
  readonly from: EdgeEnd
  readonly to: EdgeEnd
  readonly attributes: readonly Attribute[]
  /** The place of `[…]`. */
  readonly bracket?: Range
}

export interface LoopStatement {
  readonly kind: 'loop'
  readonly at: Range
  readonly condition: Word
  readonly nodes: readonly { readonly lane?: Prefix; readonly node: Word }[]
}

/** `}`, a `//` comment, a `#` line (`text` is what follows the sign), a `//@` line (`text` is its payload). */
export interface LineStatement {
  readonly kind: 'close' | 'comment' | 'label' | 'carried'
  readonly at: Range
  readonly text: string
}

export interface UnknownStatement {
  readonly kind: 'unknown'
  readonly at: Range
  /** How far the line was understood, and what could have stood there. */
  readonly failure: Failure
}

export type Statement =
  | LaneStatement
  | NodeStatement
  | EdgeStatement
  | LoopStatement
  | LineStatement
  | UnknownStatement

/** The lines of a FlowZap text, from an offset on. Never throws; a line that is no statement is one of kind `unknown`. */
export function* linesOf(text: string, start = 0): Generator<Statement> {
  // As the grammar's rule `Diagram` says, but line by line.
  const pieces = parser.pieces(text, start)
  const words = namesIn(text)
  pieces.next('byteOrderMark')
  do {
    const line = pieces.next('Line')
    if (line) yield* lineOf(text, line, words)
  } while (pieces.next('lineEnds'))
}

function* lineOf(text: string, line: TreeOf<'Line'>, words: Names): Generator<Statement> {
  const content = line.first.first
  if (content.rule === 'Proper') yield properOf(content.first.first, words)
  else if (content.rule === 'FreeLane') yield laneOf(content)
  else if (content.rule !== 'stop') yield unknownOf(text, content)
  if (content.rule === 'BrokenLane') yield { ...laneOf(content), broken: true }
}

function properOf(tree: ChildOf<TreeOf<'Statement'>>, words: Names): Statement {
  const at = rangeOf(tree)
  switch (tree.rule) {
    case 'Node':
      return nodeOf(tree, words)
    case 'Edge':
      return edgeOf(tree, words)
    case 'Lane':
      return laneOf(tree)
    case 'Loop':
      return loopOf(tree)
    case 'LaneEnd':
      return { kind: 'close', at, text: tree.text }
    case 'laneLabel':
      return { kind: 'label', at, text: labelOf(tree).text }
    case 'carried':
      if (isNote(tree.text.slice(2))) return { kind: 'comment', at, text: tree.text.slice(2) }
      return { kind: 'carried', at, text: tree.text.slice(tree.text.startsWith('//@ ') ? 4 : 3) }
    case 'comment':
      return { kind: 'comment', at, text: tree.text.slice(2) }
  }
}

function laneOf(tree: TreeOf<'Lane' | 'FreeLane' | 'BrokenLane'>): LaneStatement {
  const id = tree.first
  const open = part(tree, 'openBrace').end
  const rest = tree.rule === 'BrokenLane' ? undefined : part(tree, 'LaneRest')?.first
  const end = rest?.end ?? open
  return {
    kind: 'lane',
    at: [id.start, end],
    id: trimmed(id.text, id.start),
    open,
    ...(rest?.rule === 'laneLabel' && { label: labelOf(rest) }),
    ...(rest?.rule === 'closeBrace' && { close: rangeOf(rest) }),
  }
}

function nodeOf(tree: TreeOf<'Node'>, words: Names): NodeStatement {
  return {
    kind: 'node',
    at: rangeOf(tree),
    id: nameOf(part(tree, 'nodeId'), words),
    shape: nameOf(part(tree, 'shape'), words),
    attributes: attributesOf(tree, words),
  }
}

function edgeOf(tree: TreeOf<'Edge'>, words: Names): EdgeStatement {
  const from = tree.first
  const to = from.next.next
  const bracket = to.next
  return {
    kind: 'edge',
    at: rangeOf(tree),
    from: endOf(from, words),
    to: endOf(to, words),
    attributes: bracket ? attributesOf(bracket, words) : NO_ATTRIBUTES,
    ...(bracket && { bracket: rangeOf(bracket) }),
  }
}

function endOf(tree: TreeOf<'End'>, words: Names): EdgeEnd {
  const { first } = tree
  const node = first.rule === 'prefix' ? first.next : first
  const side = node.next?.first.next
  return {
    start: tree.start,
    lane: first.rule === 'prefix' ? laneIn(first) : undefined,
    node: nameOf(node, words),
    nodeStart: node.start,
    side: side && nameOf(side, words),
    end: tree.end,
  }
}

function loopOf(tree: TreeOf<'Loop'>): LoopStatement {
  const condition = part(tree, 'condition')
  const nodes = parts(tree, 'LoopNode').map(each => {
    const lane = part(each, 'loopPrefix')
    const node = part(each, 'nodeId')
    return { node: { text: node.text, start: node.start }, ...(lane && { lane: prefixOf(lane) }) }
  })
  return { kind: 'loop', at: rangeOf(tree), condition: trimmed(condition.text, condition.start), nodes }
}

const NO_ATTRIBUTES: readonly Attribute[] = []

function attributesOf(tree: TreeOf<'Node' | 'Bracket'>, words: Names): readonly Attribute[] {
  const attributes: Attribute[] = []
  let attribute: ChildOf<typeof tree> | undefined = part(tree, 'Attribute')
  for (; attribute?.rule === 'Attribute'; attribute = attribute.next) {
    const name = attribute.first
    const sign = name.next
    const quoted = sign.next.text
    attributes.push({
      name: nameOf(name, words),
      sign: sign.text,
      text: unescaped(quoted.slice(1, -1)),
      escapes: quoted.includes('\\') && /\\[\\"]/.test(quoted),
      at: attribute.start,
      end: attribute.end,
    })
  }
  return attributes.length === 0 ? NO_ATTRIBUTES : attributes
}

/** The line again, as a proper statement: that fails, and the failure says what was expected where. */
function unknownOf(text: string, { start, end }: Tree): UnknownStatement {
  const result = parser.parse(text, { rule: 'Proper', start, end })
  const failure = result.ok ? { offset: start, expected: [] } : result.failure
  return { kind: 'unknown', at: [start, end], failure }
}

function unescaped(text: string): string {
  return text.includes('\\') ? text.replace(/\\(["\\])/g, '$1') : text
}

/** What stands after `#`, without the blanks around it. */
function labelOf(tree: TreeOf<'laneLabel'>): Word {
  return trimmed(tree.text.slice(1), tree.start + 1)
}

function prefixOf(tree: TreeOf<'loopPrefix'>): Prefix {
  return { text: laneIn(tree), at: rangeOf(tree) }
}

function laneIn(prefix: TreeOf<'prefix' | 'loopPrefix'>): string {
  return trimmed(prefix.text.slice(0, -1), prefix.start).text
}

/** Without the spaces and tabs at either end: the blanks of the grammar, and no others. */
function trimmed(text: string, offset: number): Word {
  let start = 0
  let end = text.length
  while (start < end && isBlank(text, start)) start++
  while (end > start && isBlank(text, end - 1)) end--
  return { text: text.slice(start, end), start: offset + start }
}

function isBlank(text: string, index: number): boolean {
  return text[index] === ' ' || text[index] === '\t'
}

/** One string for each word, however often it is written. */
function nameOf({ start, end }: Tree, words: Names): string {
  return words.nameOf(words.numberAt(start, end))
}

function rangeOf({ start, end }: Tree): Range {
  return [start, end]
}
