/**
 * A graph's text as an outline that can be edited: bodies in braces with their statements, each with the blanks and comments
 * around it. What nobody touches is printed as it was.
 */
import { type ChildOf, part, parts } from '../../../src/syntax/tree.js'
import type { TreeOf } from '../grammar.gen.js'
import { atomOf } from '../read/statements.js'
import { commentsIn } from '../words/comments.js'
import type { Atom } from '../words/statement.js'

/** A node's name where a statement names it. */
export interface Mention {
  readonly key: string
  /** As it is written, with its port. */
  readonly text: string
  readonly at?: TreeOf<'Node'>
}

export interface NodesOperand {
  readonly kind: 'nodes'
  mentions: Mention[]
  /** As it was, as long as nothing in it has changed. */
  raw?: string
}

export interface Body {
  readonly kind: 'body'
  /** All up to the brace that opens it, with that. */
  head: string
  readonly items: Item[]
  /** All from the last statement to the brace that closes it, with that. */
  tail: string
  readonly id?: Atom
  readonly tree?: TreeOf<'Graph' | 'Subgraph'>
}

export type Operand = NodesOperand | Body

/** One edge that a statement makes or finds again. */
export interface Use {
  /** Its place among the edges of the graph that the text reads as; `undefined` for one that is new. */
  readonly edge: number | undefined
  readonly tail: Mention
  readonly head: Mention
}

export interface Other {
  readonly kind: 'other'
  lead: string
  trail: string
  readonly text: string
  readonly tree?: TreeOf<'Assignment' | 'Defaults'>
}

export interface Chain {
  readonly kind: 'chain'
  /** Blanks and comments before it. */
  lead: string
  /** Comments behind it on its line. */
  trail: string
  operands: Operand[]
  /** What stands between the operands. */
  between: string[]
  /** Its attribute lists, with the blanks before them, and its semicolon. */
  list: string
  end: string
  uses: Use[]
  readonly tree?: TreeOf<'Chain'>
  /** Whether it only makes a node where that was made, which something behind it may do as well. */
  readonly spare?: true
}

export type Item = Other | Chain

export function keyOf({ text, html }: Atom): string {
  return html ? `<${text}` : `"${text}`
}

/** The outline of a `Graph` or `Subgraph` of the tree. Its edges are still to be told. */
export function bodyOf(tree: TreeOf<'Graph' | 'Subgraph'>, text: string): Body {
  const items: Item[] = []
  let head = ''
  let name: TreeOf<'Id'> | undefined
  let from = tree.start
  let tail = ''
  for (let piece: ChildOf<typeof tree> | undefined = tree.first; piece; piece = piece.next) {
    if (piece.rule === 'SubgraphName') name = part(piece, 'Id')
    else if (piece.rule === 'open' || piece.rule === 'GraphHead') {
      if (piece.rule === 'GraphHead') name = part(piece, 'Id')
      head = text.slice(tree.start, piece.end)
      from = piece.end
    } else if (piece.rule === 'Statement') {
      const lead = splitLead(text.slice(from, piece.start), items.at(-1))
      items.push(itemOf(piece, lead, text))
      from = piece.end
    } else tail = splitLead(text.slice(from, piece.start), items.at(-1)) + piece.text
  }
  return { kind: 'body', head, items, tail, tree, ...(name && { id: atomOf(name) }) }
}

/** Comments on the line of the statement before belong to that. */
function splitLead(gap: string, before: Item | undefined): string {
  if (!before) return gap
  const lineEnd = gap.indexOf('\n') + 1 || gap.length + 1
  const beside = commentsIn(gap).filter(({ start }) => start < lineEnd - 1)
  const last = beside.at(-1)
  if (!last) return gap
  const end = last.start + last.text.length
  before.trail = gap.slice(0, end)
  return gap.slice(end)
}

function itemOf(statement: TreeOf<'Statement'>, lead: string, text: string): Item {
  const tree = statement.first.first.first
  if (tree?.rule !== 'Chain')
    return { kind: 'other', lead, trail: '', text: statement.text, ...(tree && { tree }) }
  const operands: Operand[] = []
  const between: string[] = []
  let end = tree.start
  for (const operand of parts(tree, 'Operand')) {
    if (operands.length > 0) between.push(text.slice(end, operand.start))
    end = operand.end
    operands.push(operandOf(operand.first, text))
  }
  return {
    kind: 'chain',
    lead,
    trail: '',
    operands,
    between,
    list: text.slice(end, tree.end),
    end: text.slice(tree.end, statement.end),
    uses: [],
    tree,
  }
}

function operandOf(tree: TreeOf<'Subgraph' | 'NodeList'>, text: string): Operand {
  if (tree.rule === 'Subgraph') return bodyOf(tree, text)
  const mentions = tree.children.map(node => ({
    key: keyOf(atomOf(node.first)),
    text: node.text,
    at: node,
  }))
  return { kind: 'nodes', mentions, raw: tree.text }
}

export function printBody({ head, items, tail }: Body): string {
  return head + printItems(items) + tail
}

export function printItems(items: readonly Item[]): string {
  let before: Item | undefined
  const parts: string[] = []
  let last = ''
  for (const item of items) {
    const text = printItem(item)
    // A statement that has lost the one before it must not run into another.
    const meets = item.lead === '' && /[^\s;{}]$/.test(last) && /^[^\s;{}]/.test(text)
    const isAsRead = before?.tree !== undefined && before.tree.end === item.tree?.start
    parts.push(meets && !isAsRead ? ' ' : item.lead, text, item.trail)
    last = (text + item.trail).slice(-1)
    before = item
  }
  return parts.join('')
}

function printItem(item: Item): string {
  if (item.kind === 'other') return item.text
  const { operands, between, list, end } = item
  const parts = operands.map(
    (operand, place) => (place > 0 ? between[place - 1]! : '') + printOperand(operand),
  )
  return parts.join('') + list + end
}

function printOperand(operand: Operand): string {
  if (operand.kind === 'body') return printBody(operand)
  return operand.raw ?? operand.mentions.map(({ text }) => text).join(', ')
}
