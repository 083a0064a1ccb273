/**
 * From the syntax tree to statements: what a DOT file says, one statement after the other, with every
 * name decoded and nothing resolved yet (https://graphviz.org/doc/info/lang.html).
 */
import type { Tree } from '../../src/grammar/tree.js'
import type { Range } from '../../src/ir/model.js'

/** A name or a value. `html` marks what stood between angle brackets. */
export interface Atom {
  readonly text: string
  readonly html?: true
}

export interface Assignment {
  readonly name: string
  readonly value: Atom
}

export interface NodeMention {
  readonly id: Atom
  /** As Graphviz keeps it: `port`, `n` or `port:n`. */
  readonly port?: string
  readonly at: Range
}

export type Operand = { readonly kind: 'nodes'; readonly nodes: readonly NodeMention[] } | SubgraphStatement

export interface SubgraphStatement {
  readonly kind: 'subgraph'
  /** Left out for an anonymous subgraph. */
  readonly id?: Atom
  readonly statements: readonly Statement[]
  readonly at: Range
}

/** `node [..]`, `edge [..]`, `graph [..]` and `name = value`, which is the last with one attribute. */
export interface DefaultsStatement {
  readonly kind: 'defaults'
  readonly of: 'graph' | 'node' | 'edge'
  readonly attributes: readonly Assignment[]
}

/** A node statement, a subgraph, or an edge statement: one operand or several. */
export interface ChainStatement {
  readonly kind: 'chain'
  readonly operands: readonly Operand[]
  readonly attributes: readonly Assignment[]
  readonly at: Range
}

export type Statement = DefaultsStatement | ChainStatement

export interface GraphStatement {
  readonly strict: boolean
  readonly directed: boolean
  readonly id?: Atom
  readonly statements: readonly Statement[]
  readonly at: Range
}

/** What the walk over the tree reports, as the tree has it. */
export interface Trouble {
  /** A statement that the grammar did not understand, with the statement before it. */
  broken(broken: Tree, before: Tree | undefined): Saved
  /** `->` in a graph or `--` in a digraph. */
  operator(operator: Tree, graphKind: Tree): void
  /** A `{` that is never closed; `body` is the graph or subgraph. */
  unclosed(body: Tree): void
  /** A graph's name that lacks quotes, and where it begins. */
  name(broken: Tree, start: number): void
  place(tree: Tree): Range
}

/** What could be saved of a broken statement, and whether the statement before it is part of that. */
export interface Saved {
  readonly replaces: boolean
  readonly statements: readonly Statement[]
}

/** The statements of one `Graph` of the tree. */
export function graphStatement(tree: Tree, trouble: Trouble): GraphStatement {
  const kind = child(tree, 'graphKind')!
  const directed = kind.text.length === 'digraph'.length
  const id = child(tree, 'Id')
  const walk: Walk = { directed, kind, trouble }
  const broken = child(tree, 'brokenName')
  if (broken) trouble.name(broken, id?.start ?? broken.start)
  const statements = statementsOf(tree, walk)
  if (child(tree, 'graphClose')?.text === '') trouble.unclosed(tree)
  return {
    strict: child(tree, 'strict') !== undefined,
    directed,
    ...(id && { id: atomOf(id) }),
    statements,
    at: trouble.place(tree),
  }
}

interface Walk {
  readonly directed: boolean
  readonly kind: Tree
  readonly trouble: Trouble
}

function statementsOf(body: Tree, walk: Walk): Statement[] {
  const statements: Statement[] = []
  let before: Tree | undefined
  for (const tree of body.children) {
    if (tree.rule !== 'Statement') continue
    const kind = tree.children[0]!
    if (kind.rule === 'Statement_broken') {
      const saved = walk.trouble.broken(kind, before)
      if (saved.replaces) statements.pop()
      for (const statement of saved.statements) statements.push(statement)
    } else {
      statements.push(statementOf(kind.children[0]!, walk))
    }
    before = tree
  }
  return statements
}

/** The statement of a `Sound` on its own, from a graph that is directed or not. */
export function soundStatement(tree: Tree, trouble: Trouble): Statement {
  const kind = tree
  return statementOf(tree, { directed: true, kind, trouble: { ...trouble, operator: () => undefined } })
}

function statementOf(sound: Tree, walk: Walk): Statement {
  const tree = sound.children[0]!
  if (tree.rule === 'Assignment') return { kind: 'defaults', of: 'graph', attributes: [assignmentOf(tree)] }
  if (tree.rule === 'Chain') return chainOf(tree, walk)
  const of = child(tree, 'defaultsKind')!.text.toLowerCase() as DefaultsStatement['of']
  return { kind: 'defaults', of, attributes: attributesOf(tree) }
}

function chainOf(tree: Tree, walk: Walk): ChainStatement {
  const operands: Operand[] = []
  for (const part of tree.children) {
    if (part.rule === 'Operand') operands.push(operandOf(part.children[0]!, walk))
    else if (part.rule === 'edgeOperator' && (part.text === '->') !== walk.directed) {
      walk.trouble.operator(part, walk.kind)
    }
  }
  return { kind: 'chain', operands, attributes: attributesOf(tree), at: walk.trouble.place(tree) }
}

function operandOf(tree: Tree, walk: Walk): Operand {
  if (tree.rule === 'Subgraph') {
    const name = child(tree, 'SubgraphName')
    const id = name && child(name, 'Id')
    const statements = statementsOf(tree, walk)
    if (child(tree, 'close')?.text === '') walk.trouble.unclosed(tree)
    return {
      kind: 'subgraph',
      ...(id && { id: atomOf(id) }),
      statements,
      at: walk.trouble.place(tree),
    }
  }
  return { kind: 'nodes', nodes: tree.children.map(node => mentionOf(node, walk)) }
}

function mentionOf(tree: Tree, walk: Walk): NodeMention {
  const [id, port] = tree.children
  const at = walk.trouble.place(tree)
  if (!port) return { id: atomOf(id!), at }
  return { id: atomOf(id!), port: port.children.map(part => atomOf(part).text).join(':'), at }
}

/** The attributes in the brackets behind a statement, list after list. */
export function attributesOf(tree: Tree): Assignment[] {
  const attributes: Assignment[] = []
  for (const list of tree.children) {
    if (list.rule !== 'AttributeList') continue
    for (const attribute of list.children) attributes.push(assignmentOf(attribute))
  }
  return attributes
}

function assignmentOf(tree: Tree): Assignment {
  return { name: atomOf(tree.children[0]!).text, value: atomOf(tree.children[1]!) }
}

/** The name that an `Id` stands for. Adding strings makes plain text of HTML, as in Graphviz. */
export function atomOf(id: Tree): Atom {
  const inner = id.children[0]!
  if (inner.rule !== 'Strings') return { text: inner.text }
  const strings = inner.children
  if (strings.length === 1) {
    const { text } = strings[0]!
    return text.startsWith('<') ? { text: text.slice(1, -1), html: true } : { text: unquoted(text) }
  }
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

function child(tree: Tree, rule: string): Tree | undefined {
  return tree.children.find(candidate => candidate.rule === rule)
}
