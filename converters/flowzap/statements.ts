/** From the syntax tree of a FlowZap file to its list of statements, in source order, each with its places. */
import type { Failure, Tree } from '../../src/grammar/tree.js'
import type { Range } from '../../src/ir/model.js'
import { parser } from './grammar.gen.js'

/** A word of a statement and where it stands. */
export interface Word {
  readonly text: string
  readonly at: Range
}

export interface Attribute {
  readonly name: Word
  readonly separator: Word
  /** The text between the quotes with its escapes read; `at` and `raw` hold the quotes too. */
  readonly value: Word
  readonly raw: string
}

export interface EdgeEnd {
  readonly at: Range
  readonly lane?: Prefix
  readonly node: Word
  readonly side?: Word
  /** The place of `.handle(…)`. */
  readonly handle?: Range
}

/** A lane before a node's id; `at` ends behind the dot. */
export type Prefix = Word

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
  readonly id: Word
  readonly shape: Word
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

/** The statements of a FlowZap text. Never throws; a line that is no statement is one of kind `unknown`. */
export function statementsOf(text: string): Statement[] {
  const result = parser.parse(text)
  if (!result.ok) return [{ kind: 'unknown', at: [0, text.length], failure: result.failure }]
  const statements: Statement[] = []
  for (const line of result.tree.children) {
    const content = line.children[0]?.children[0]
    if (content === undefined) continue
    if (content.rule === 'Proper') statements.push(properOf(content.children[0]!.children[0]!))
    else if (content.rule === 'FreeLane') statements.push(laneOf(content))
    else if (content.rule !== 'stop') statements.push(unknownOf(text, content))
    if (content.rule === 'BrokenLane') statements.push({ ...laneOf(content), broken: true })
  }
  return statements
}

function properOf(tree: Tree): Statement {
  const at = rangeOf(tree)
  switch (tree.rule) {
    case 'Node':
      return nodeOf(tree)
    case 'Edge':
      return edgeOf(tree)
    case 'Lane':
      return laneOf(tree)
    case 'Loop':
      return loopOf(tree)
    case 'LaneEnd':
      return { kind: 'close', at, text: tree.text }
    case 'laneLabel':
      return { kind: 'label', at, text: labelOf(tree).text }
    case 'carried':
      return { kind: 'carried', at, text: tree.text.slice(tree.text.startsWith('//@ ') ? 4 : 3) }
    default:
      return { kind: 'comment', at, text: tree.text.slice(2) }
  }
}

function laneOf(tree: Tree): LaneStatement {
  const id = child(tree, 'laneId') ?? child(tree, 'freeLaneId')!
  const open = child(tree, 'openBrace')!.end
  const rest = child(tree, 'LaneRest')?.children[0]
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

function nodeOf(tree: Tree): NodeStatement {
  return {
    kind: 'node',
    at: rangeOf(tree),
    id: wordOf(child(tree, 'nodeId')!),
    shape: wordOf(child(tree, 'shape')!),
    attributes: attributesOf(tree),
  }
}

function edgeOf(tree: Tree): EdgeStatement {
  const [from, , to, bracket] = tree.children
  return {
    kind: 'edge',
    at: rangeOf(tree),
    from: endOf(from!),
    to: endOf(to!),
    attributes: bracket ? attributesOf(bracket) : [],
    ...(bracket && { bracket: rangeOf(bracket) }),
  }
}

function endOf(tree: Tree): EdgeEnd {
  const lane = child(tree, 'prefix')
  const handle = child(tree, 'Handle')
  return {
    at: rangeOf(tree),
    node: wordOf(child(tree, 'nodeId')!),
    ...(lane && { lane: prefixOf(lane) }),
    ...(handle && { handle: rangeOf(handle), side: wordOf(child(handle, 'side')!) }),
  }
}

function loopOf(tree: Tree): LoopStatement {
  const condition = child(tree, 'condition')!
  const nodes = tree.children
    .filter(({ rule }) => rule === 'LoopNode')
    .map(each => {
      const lane = child(each, 'loopPrefix')
      return { node: wordOf(child(each, 'nodeId')!), ...(lane && { lane: prefixOf(lane) }) }
    })
  return { kind: 'loop', at: rangeOf(tree), condition: trimmed(condition.text, condition.start), nodes }
}

function attributesOf(tree: Tree): Attribute[] {
  return tree.children
    .filter(({ rule }) => rule === 'Attribute')
    .map(({ children: [name, separator, value] }) => ({
      name: wordOf(name!),
      separator: wordOf(separator!),
      value: { text: unescaped(value!.text.slice(1, -1)), at: rangeOf(value!) },
      raw: value!.text,
    }))
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
function labelOf(tree: Tree): Word {
  return trimmed(tree.text.slice(1), tree.start + 1)
}

function prefixOf(tree: Tree): Prefix {
  return { text: trimmed(tree.text.slice(0, -1), tree.start).text, at: rangeOf(tree) }
}

/** Without the spaces and tabs at either end: the blanks of the grammar, and no others. */
function trimmed(text: string, offset: number): Word {
  let start = 0
  let end = text.length
  while (start < end && isBlank(text, start)) start++
  while (end > start && isBlank(text, end - 1)) end--
  return { text: text.slice(start, end), at: [offset + start, offset + end] }
}

function isBlank(text: string, index: number): boolean {
  return text[index] === ' ' || text[index] === '\t'
}

function wordOf(tree: Tree): Word {
  return { text: tree.text, at: rangeOf(tree) }
}

function rangeOf({ start, end }: Tree): Range {
  return [start, end]
}

function child(tree: Tree, rule: string): Tree | undefined {
  return tree.children.find(each => each.rule === rule)
}
