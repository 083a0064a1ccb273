/** The attributes of a DOT file where they are written, each with what it is said of. */
import type { Range } from '../../../src/ir/model.js'
import { part, parts } from '../../../src/syntax/tree.js'
import { parser, type TreeOf } from '../grammar.gen.js'
import { authorRange, type Source } from '../read/source.js'
import { atomOf } from '../read/statements.js'
import type { Atom } from '../words/statement.js'

/** The graph, or a subgraph of it: statements between two braces. */
export interface Scope {
  readonly id: Atom | undefined
  readonly parent: Scope | undefined
  readonly at: Range
  /** The names of attributes that are said of it. */
  readonly assigned: Set<string>
}

export interface Written {
  readonly of: 'node' | 'edge' | 'graph'
  /** Whether it is a default: `node [shape=box]`. */
  readonly isDefault: boolean
  readonly name: string
  readonly nameAt: Range
  readonly value: Atom
  readonly at: Range
  readonly scope: Scope
  /** Its statement, which may have several lists. */
  readonly statement: number
  /** The name of the node that it is said of, where that is one. */
  readonly node: string | undefined
  /** For an attribute of the graph: where the statement ends that stands before it on its line, and nothing behind it. */
  readonly behind: number | undefined
}

export interface WrittenGraph {
  readonly root: Scope
  /** In the order of the file. */
  readonly attributes: readonly Written[]
  /** Every subgraph. */
  readonly scopes: readonly Scope[]
}

type Lists = TreeOf<'Chain' | 'Defaults'>

interface Open {
  readonly tree: TreeOf<'Graph' | 'Subgraph'>
  readonly scope: Scope
}

/** The graphs of a file that the grammar takes; others have none. */
export function writtenIn(source: Source): WrittenGraph[] {
  const parsed = parser.parse(source.text)
  if (!parsed.ok) return []
  return parts(parsed.tree, 'Graph').map(graph => writtenGraph(graph, source))
}

/** Subgraphs wait on a list: a file may nest them as deep as it likes. */
function writtenGraph(graph: TreeOf<'Graph'>, source: Source): WrittenGraph {
  const place = ({ start, end }: { readonly start: number; readonly end: number }) =>
    authorRange(source, start, end)
  const root = newScope(undefined, undefined, place(graph))
  const attributes: Written[] = []
  const scopes: Scope[] = []
  const open: Open[] = [{ tree: graph, scope: root }]
  const add = (written: Omit<Written, 'name' | 'nameAt' | 'value' | 'at'>, tree: Pair) => {
    const name = atomOf(tree.first).text
    const value = tree.first.next
    attributes.push({ ...written, name, nameAt: place(tree.first), value: atomOf(value), at: place(value) })
    if (written.of === 'graph') written.scope.assigned.add(name)
  }
  for (let last = open.pop(); last; last = open.pop()) {
    const { scope } = last
    let before: TreeOf<'Statement'> | undefined
    for (const statement of parts(last.tree, 'Statement')) {
      const tree = statement.first.rule === 'Statement_sound' ? statement.first.first.first : undefined
      if (!tree) continue
      const common = { scope, statement: statement.start, node: undefined, behind: undefined }
      const last = before
      before = statement
      if (tree.rule === 'Assignment') {
        const behind = last && isOnLine(last, statement, source.text) ? place(last)[1] : undefined
        add({ ...common, of: 'graph', isDefault: false, behind }, tree)
      } else if (tree.rule === 'Defaults') {
        const of = tree.first.text.toLowerCase() as Written['of']
        for (const pair of pairsOf(tree)) add({ ...common, of, isDefault: true }, pair)
      } else {
        const operands = parts(tree, 'Operand')
        for (const { first: inner } of operands) {
          if (inner.rule !== 'Subgraph') continue
          const name = inner.first.rule === 'SubgraphName' ? part(inner.first, 'Id') : undefined
          const within = newScope(name && atomOf(name), scope, place(inner))
          scopes.push(within)
          open.push({ tree: inner, scope: within })
        }
        const only = operands.length === 1 ? operands[0]!.first : undefined
        if (only?.rule === 'Subgraph') continue
        const node = only?.children.length === 1 ? atomOf(only.first.first).text : undefined
        const of = only ? 'node' : 'edge'
        for (const pair of pairsOf(tree)) add({ ...common, of, isDefault: false, node }, pair)
      }
    }
  }
  return { root, attributes: attributes.sort((a, b) => a.nameAt[0] - b.nameAt[0]), scopes }
}

/** Whether an edge or a node, without a list and a semicolon, stands before the last statement of the same line. */
function isOnLine(before: TreeOf<'Statement'>, { start, end }: TreeOf<'Statement'>, text: string): boolean {
  if (/[\];}]\s*$/.test(before.text)) return false
  const isChain = before.first.rule === 'Statement_sound' && before.first.first.first.rule === 'Chain'
  const lineEnd = /[^\S\n]*(?:[\r\n}]|$)/y
  lineEnd.lastIndex = end
  return isChain && /^[^\S\n,]+$/.test(text.slice(before.end, start)) && lineEnd.test(text)
}

type Pair = TreeOf<'Assignment' | 'Attribute'>

function pairsOf(tree: Lists): Pair[] {
  return parts(tree, 'AttributeList').flatMap(list => parts(list, 'Attribute'))
}

function newScope(id: Atom | undefined, parent: Scope | undefined, at: Range): Scope {
  return { id, parent, at, assigned: new Set() }
}
