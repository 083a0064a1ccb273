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
  NodeMention,
  Operand,
  Statement,
} from '../words/statement.js'
import { PLACED, unescaped } from './atoms.js'
import { type Linting, runsOn } from './mends/lints.js'
import type { Close, Head, Plain } from './plain.js'

/** What the walk over the tree reports, as the tree has it. */
export interface Trouble {
  /** A statement that the grammar did not understand, with the one before it where that may go on there. */
  broken(broken: TreeOf<'Statement_broken'>, before: Piece | undefined, directed: boolean): Saved
  /** `->` in a graph or `--` in a digraph; `mixed` where the statement has the right one too. */
  operator(operator: Pick<Tree, 'text' | 'start' | 'end'>, mixed: boolean): void
  /** A `{` that is never closed, and where it stands. */
  unclosed(open: number): void
  /** A graph's name that lacks quotes, and where it begins. */
  name(broken: TreeOf<'brokenName'>, start: number): void
  place(tree: Pick<Tree, 'start' | 'end'>): Range
  range(start: number, end: number): Range
  /** Who wants to know of every attribute, and of numbers that run into names. */
  readonly linting?: Linting | undefined
}

/** What could be saved of a broken statement, and whether the statement before it is part of that. */
export interface Saved {
  readonly replaces: boolean
  readonly statements: readonly Statement[]
}

/** A part of a graph or subgraph, behind its head. */
export type BodyPart = Plain | TreeOf<'Statement' | 'SubgraphName' | 'open' | 'close'> | Close

export type Piece = Pick<Tree, 'start' | 'end'>

/** A graph's head as the grammar has it. */
export function headOf(tree: TreeOf<'GraphHead'>, trouble: Trouble): Head {
  const { start, end } = tree
  const id = part(tree, 'Id')
  const broken = part(tree, 'brokenName')
  if (broken) trouble.name(broken, id?.start ?? broken.start)
  return {
    strict: tree.first.rule === 'strict',
    directed: part(tree, 'graphKind').text.length === 'digraph'.length,
    id: id && atomOf(id),
    open: part(tree, 'open').start,
    start,
    end,
  }
}

export interface Walk {
  /** In which places stand. */
  readonly text: string
  readonly directed: boolean
  readonly trouble: Trouble
  /** Whether statements and attributes are to say where they stand. */
  readonly noted?: boolean | undefined
}

export interface Body {
  /** Where its brace stands. */
  readonly open: number
  readonly parts: Iterable<BodyPart>
}

/**
 * The statements of a body, made as they are asked for, once: a large file is never there as statements as a whole, and trouble is
 * reported on the way. A statement is held back until it is known that no broken one behind it takes its place.
 */
export function* statementsOf({ open, parts }: Body, walk: Walk): Generator<Statement> {
  let before: (Piece & { readonly isSound: boolean }) | undefined
  let held: Statement | undefined
  let isOpen = false
  for (const part of parts) {
    if (part.rule === 'plain') {
      checkNumber(before, part, true, walk)
      if (held) yield held
      const { start, end } = part
      held = walk.noted ? { ...part.statement, stands: { start, end } } : part.statement
      before = part
    } else if (part.rule === 'Statement') {
      const kind = part.first
      checkNumber(before, part, true, walk)
      if (kind.rule === 'Statement_broken') {
        const goesOn = before?.isSound === true && walk.text[before.end - 1] !== ';'
        const saved = walk.trouble.broken(kind, goesOn ? before : undefined, walk.directed)
        if (held && !saved.replaces) yield held
        held = undefined
        yield* saved.statements
      } else {
        if (held) yield held
        held = statementOf(kind.first, walk)
      }
      // Its tree may be gone by then.
      before = { start: part.start, end: part.end, isSound: kind.rule === 'Statement_sound' }
      if (held && walk.noted) held = { ...held, stands: { start: before.start, end: before.end } }
    } else {
      if (held) yield held
      held = undefined
      // Empty where the text ends too early.
      isOpen = part.rule === 'close' && part.text === ''
    }
  }
  if (isOpen) walk.trouble.unclosed(open)
}

/** The statement of a `Sound` on its own, from a graph that is directed or not. */
export function soundStatement(tree: TreeOf<'Sound'>, text: string, trouble: Trouble): Statement {
  return statementOf(tree, {
    text,
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

/** What an operand says, all of it: its tree is not needed any more. */
export function operandOf(operand: TreeOf<'Operand'>, walk: Walk): Operand {
  const { text } = operand
  if (BARE.test(text)) return { kind: 'node', id: { text }, at: walk.trouble.place(operand) }
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
    statements: [...statementsOf({ open, parts: partsOf(tree) }, walk)],
    at: walk.trouble.place(tree),
  }
}

function* partsOf(tree: TreeOf<'Subgraph'>): Generator<BodyPart> {
  for (let part: ChildOf<typeof tree> | undefined = tree.first; part; part = part.next) yield part
}

function mentionOf(tree: TreeOf<'Node'>, walk: Walk): NodeMention {
  const id = tree.first
  const at = walk.trouble.place(tree)
  if (!id.next) return { kind: 'node', id: atomOf(id), at }
  return { kind: 'node', id: atomOf(id), port: id.next.children.map(part => atomOf(part).text).join(':'), at }
}

const NO_ATTRIBUTES: readonly Assignment[] = []

type Lists = Exclude<PartOf<TreeOf<'Chain' | 'Defaults'>, 'AttributeList'>, undefined>

/** The attributes in the brackets behind a statement, from the first list on, list after list. */
function attributesFrom(first: Lists | undefined, walk: Walk): readonly Assignment[] {
  if (!first) return NO_ATTRIBUTES
  const attributes: Assignment[] = []
  for (let list: Lists | undefined = first; list; list = list.next) addAttributes(list, walk, attributes)
  return attributes
}

/** Adds what a list says. */
export function addAttributes(list: TreeOf<'AttributeList'>, walk: Walk, attributes: Assignment[]): void {
  let before: ChildOf<typeof list> | undefined
  for (let part = list.first; part; part = part.next) {
    attributes.push(assignmentOf(part, walk))
    checkNumber(before, part, false, walk)
    before = part
  }
}

function assignmentOf(tree: TreeOf<'Assignment' | 'Attribute'>, { trouble, noted }: Walk): Assignment {
  const name = tree.first
  const value = name.next
  const key = atomOf(name).text
  const atom = atomOf(value)
  const assignment = { name: key, value: key === PLACED ? { ...atom, at: trouble.place(tree) } : atom }
  trouble.linting?.attribute(assignment, name, value)
  return noted ? { ...assignment, places: [name.start, name.end, value.start, value.end] } : assignment
}

/** `123abc` is a number and a name, which Graphviz warns of. */
function checkNumber(before: Piece | undefined, next: Piece, isName: boolean, { trouble, text }: Walk): void {
  const { start } = next
  if (before?.end !== start || !trouble.linting) return
  if (runsOn(text.slice(before.start, start), text.slice(start, start + 1)))
    trouble.linting.number(start, isName)
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

const unquoted = (text: string): string => unescaped(text.slice(1, -1))
