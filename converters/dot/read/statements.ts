/**
 * From the syntax tree to statements: what a DOT file says, one statement after the other, with every
 * name decoded and nothing resolved yet (https://graphviz.org/doc/info/lang.html).
 */

import type { Range } from '../../../src/ir/model.js'
import { type ChildOf, type PartOf, part, type Tree } from '../../../src/syntax/tree.js'
import type { TreeOf } from '../grammar.gen.js'
import type {
  Assignment,
  Atom,
  ChainStatement,
  DefaultsStatement,
  GraphStatement,
  NodeMention,
  Operand,
  Statement,
} from '../words/statement.js'
import { type Linting, runsOn } from './mends/lints.js'

/** What the walk over the tree reports, as the tree has it. */
export interface Trouble {
  /** A statement that the grammar did not understand, with the statement before it. */
  broken(
    broken: TreeOf<'Statement_broken'>,
    before: TreeOf<'Statement'> | undefined,
    directed: boolean,
  ): Saved
  /** `->` in a graph or `--` in a digraph; `mixed` where the statement has the right one too. */
  operator(operator: TreeOf<'edgeOperator'>, mixed: boolean): void
  /** A `{` that is never closed, and where it stands. */
  unclosed(open: number): void
  /** A graph's name that lacks quotes, and where it begins. */
  name(broken: TreeOf<'brokenName'>, start: number): void
  place(tree: Pick<Tree, 'start' | 'end'>): Range
  /** Who wants to know of every attribute, and of numbers that run into names. */
  readonly linting?: Linting | undefined
}

/** What could be saved of a broken statement, and whether the statement before it is part of that. */
export interface Saved {
  readonly replaces: boolean
  readonly statements: readonly Statement[]
}

/** A part of a graph or subgraph, behind its head. */
export type BodyPart = TreeOf<'SubgraphName' | 'open' | 'Statement' | 'close' | 'graphClose'>

/**
 * What a graph says. Its statements are made as they are asked for, once: a large file is never there as statements as a whole,
 * and trouble is reported on the way.
 * @param parts what stands behind its head. Each is looked at no longer than until the next but one is asked for.
 */
export function graphStatement(
  head: TreeOf<'GraphHead'>,
  parts: Iterable<BodyPart>,
  trouble: Trouble,
): GraphStatement {
  const directed = part(head, 'graphKind').text.length === 'digraph'.length
  const id = part(head, 'Id')
  const broken = part(head, 'brokenName')
  if (broken) trouble.name(broken, id?.start ?? broken.start)
  const open = part(head, 'open').start
  const statements = statementsOf({ open, parts }, { directed, trouble })
  const strict = head.first.rule === 'strict'
  return { strict, directed, ...(id && { id: atomOf(id) }), statements, at: trouble.place(head) }
}

export interface Walk {
  readonly directed: boolean
  readonly trouble: Trouble
}

interface Body {
  /** Where its brace stands. */
  readonly open: number
  readonly parts: Iterable<BodyPart>
}

/** A statement is held back until it is known that no broken one behind it takes its place. */
function* statementsOf({ open, parts }: Body, walk: Walk): Generator<Statement> {
  let before: TreeOf<'Statement'> | undefined
  let last: Last | undefined
  let held: Statement | undefined
  let isOpen = false
  for (const part of parts) {
    if (part.rule === 'Statement') {
      const kind = part.first
      last = checkNumber(last, part, true, walk)
      const saved =
        kind.rule === 'Statement_broken' ? walk.trouble.broken(kind, before, walk.directed) : undefined
      if (held && saved?.replaces) exhaust(held)
      else if (held) yield held
      held = kind.rule === 'Statement_sound' ? statementOf(kind.first, walk) : undefined
      if (saved) yield* saved.statements
      before = part
    } else {
      if (held) yield held
      held = undefined
      // Empty where the text ends too early.
      isOpen = part.rule !== 'open' && part.text === ''
    }
  }
  if (isOpen) walk.trouble.unclosed(open)
}

/** Nobody will run the statement, but what is wrong in it is still to be said. */
function exhaust(statement: Statement): void {
  if (statement.kind !== 'chain') return
  for (const operand of statement.operands) {
    if (operand.kind === 'subgraph') for (const inner of operand.statements) exhaust(inner)
  }
}

/** The statement of a `Sound` on its own, from a graph that is directed or not. */
export function soundStatement(tree: TreeOf<'Sound'>, trouble: Trouble): Statement {
  return statementOf(tree, {
    directed: true,
    trouble: { ...trouble, operator: () => undefined },
  })
}

/** What a `Sound` says. */
export function statementOf(sound: TreeOf<'Sound'>, walk: Walk): Statement {
  const tree = sound.first
  if (tree.rule === 'Chain') return chainOf(tree, walk)
  if (tree.rule === 'Assignment')
    return { kind: 'defaults', of: 'graph', attributes: [assignmentOf(tree, walk)] }
  const of = tree.first.text.toLowerCase() as DefaultsStatement['of']
  return { kind: 'defaults', of, attributes: attributesFrom(part(tree, 'AttributeList'), walk) }
}

function chainOf(tree: TreeOf<'Chain'>, walk: Walk): ChainStatement {
  const operands: Operand[] = []
  let list: Lists | undefined
  let isRight = false
  for (let part: ChildOf<typeof tree> | undefined = tree.first; part && !list; part = part.next) {
    if (part.rule === 'Operand') operands.push(operandOf(part, walk))
    else if (part.rule === 'AttributeList') list = part
    else if ((part.text === '->') === walk.directed) isRight = true
    else walk.trouble.operator(part, isRight)
  }
  return { kind: 'chain', operands, attributes: attributesFrom(list, walk), at: walk.trouble.place(tree) }
}

/** One name or number: most operands are no more, and need no further look. */
const BARE = /^[\w.]+$/

function operandOf(operand: TreeOf<'Operand'>, walk: Walk): Operand {
  const { text } = operand
  if (BARE.test(text)) return { kind: 'nodes', nodes: [{ id: { text }, at: walk.trouble.place(operand) }] }
  const tree = operand.first
  if (tree.rule === 'NodeList') {
    return { kind: 'nodes', nodes: tree.children.map(node => mentionOf(node, walk)) }
  }
  const name = tree.first.rule === 'SubgraphName' ? tree.first : undefined
  const id = name && part(name, 'Id')
  const open = name ? name.next.start : tree.start
  return {
    kind: 'subgraph',
    ...(id && { id: atomOf(id) }),
    statements: statementsOf({ open, parts: partsOf(tree) }, walk),
    at: walk.trouble.place(tree),
  }
}

function* partsOf(tree: TreeOf<'Subgraph'>): Generator<BodyPart> {
  for (let part: ChildOf<typeof tree> | undefined = tree.first; part; part = part.next) yield part
}

function mentionOf(tree: TreeOf<'Node'>, walk: Walk): NodeMention {
  const id = tree.first
  const at = walk.trouble.place(tree)
  if (!id.next) return { id: atomOf(id), at }
  return { id: atomOf(id), port: id.next.children.map(part => atomOf(part).text).join(':'), at }
}

const NO_ATTRIBUTES: readonly Assignment[] = []

type Lists = Exclude<PartOf<TreeOf<'Chain' | 'Defaults'>, 'AttributeList'>, undefined>

/** The attributes in the brackets behind a statement, from the first list on, list after list. */
function attributesFrom(first: Lists | undefined, walk: Walk): readonly Assignment[] {
  if (!first) return NO_ATTRIBUTES
  const attributes: Assignment[] = []
  for (let list: Lists | undefined = first; list; list = list.next) {
    let before: Last | undefined
    for (let part = list.first; part; part = part.next) {
      attributes.push(assignmentOf(part, walk))
      before = checkNumber(before, part, false, walk)
    }
  }
  return attributes
}

function assignmentOf(tree: TreeOf<'Assignment' | 'Attribute'>, { trouble }: Walk): Assignment {
  const name = tree.first
  const value = name.next
  const key = atomOf(name).text
  const atom = atomOf(value)
  const assignment = { name: key, value: key === 'rankdir' ? { ...atom, at: trouble.place(tree) } : atom }
  trouble.linting?.attribute(assignment, name, value)
  return assignment
}

/** The end of a statement or an attribute, as long as the next one is not read. */
export interface Last {
  readonly end: number
  readonly text: string
}

/** `123abc` is a number and a name, which Graphviz warns of. Gives what to ask with next time. */
function checkNumber(before: Last | undefined, next: Tree, isName: boolean, { trouble }: Walk): Last {
  const { start, end, text } = next
  if (before?.end === start && runsOn(before.text, text)) trouble.linting?.number(start, isName)
  return { end, text: text.slice(-40) }
}

/** The name that an `Id` stands for. Adding strings makes plain text of HTML, as in Graphviz. */
export function atomOf(id: TreeOf<'Id'>): Atom {
  const { text } = id
  const isQuoted = text.startsWith('"')
  if (!isQuoted && !text.startsWith('<')) return { text }
  if (isQuoted && text.indexOf('"', 1) === text.length - 1) return { text: unquoted(text) }
  const strings = id.first.children
  if (strings.length === 1)
    return isQuoted ? { text: unquoted(text) } : { text: text.slice(1, -1), html: true }
  return {
    text: strings.map(({ text }) => (text.startsWith('<') ? text.slice(1, -1) : unquoted(text))).join(''),
  }
}

/** `\"` is a quote and a backslash before a line break joins the lines; every other backslash stays. */
function unquoted(text: string): string {
  const inner = text.slice(1, -1)
  if (!inner.includes('\\')) return inner
  return inner.replace(/\\([\\"\n])/g, (both, next: string) =>
    next === '"' ? '"' : next === '\n' ? '' : both,
  )
}
