/** The attributes of a DOT file where they are written, each with what it is said of. */
import type { Range } from '../../../src/ir/model.js'
import type { Pieces } from '../../../src/syntax/tree.js'
import type { Trees } from '../grammar.gen.js'
import { type GraphStatements, graphsNoted } from '../read/file.js'
import { authorRange, type Source } from '../read/source.js'
import type { Assignment, Atom, NodeList, NodeMention, Stands, Statement } from '../words/statement.js'

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

/** Statements of a scope that wait, or are gone through: deep ones may stand in each other. */
interface Open {
  readonly scope: Scope
  readonly statements: Iterable<Statement>
}

/** What an attribute is said of. */
type Owner = Pick<Written, 'of' | 'isDefault'> & Partial<Pick<Written, 'node' | 'behind'>>

/**
 * The graphs of a file that has no errors; others have none.
 * @param whole as for `readOnce`
 */
export function writtenIn(source: Source, whole?: Pieces<Trees>): WrittenGraph[] {
  const written: WrittenGraph[] = []
  const graphs = graphsNoted(source, whole)
  let next = graphs.next()
  for (; !next.done; next = graphs.next()) written.push(writtenGraph(next.value, source))
  return next.value ? written : []
}

/** Subgraphs wait on a list: a file may nest them as deep as it likes. */
function writtenGraph(graph: GraphStatements, source: Source): WrittenGraph {
  const root = newScope(undefined, undefined, authorRange(source, graph.start, graph.start))
  const attributes: Written[] = []
  const scopes: Scope[] = []
  const open: Open[] = [{ scope: root, statements: graph.statements }]
  // Each is made at once: there may be as many as there are nodes and edges.
  const add = (
    pairs: readonly Assignment[],
    statement: number,
    scope: Scope,
    { of, isDefault, node, behind }: Owner,
  ) => {
    for (const { name, value, places } of pairs) {
      const [nameStart, nameEnd, start, end] = places!
      const nameAt = authorRange(source, nameStart, nameEnd)
      const at = authorRange(source, start, end)
      attributes.push({ of, isDefault, name, nameAt, value, at, scope, statement, node, behind })
      if (of === 'graph') scope.assigned.add(name)
    }
  }
  for (let last = open.pop(); last; last = open.pop()) {
    const { scope } = last
    let before: Statement | undefined
    for (const statement of last.statements) {
      // Of a mended one nothing is known.
      if (!statement.stands) continue
      const { start } = statement.stands
      const previous = before
      before = statement
      if (statement.kind === 'defaults') {
        const { of, attributes: pairs } = statement
        const isDefault = pairs[0]?.places?.[0] !== start
        const behind = isDefault ? undefined : endBefore(previous, statement.stands, source)
        add(pairs, start, scope, { of, isDefault, behind })
        continue
      }
      const { operands } = statement
      for (const operand of operands) {
        if (operand.kind !== 'subgraph') continue
        const within = newScope(operand.id, scope, operand.at)
        scopes.push(within)
        open.push({ scope: within, statements: operand.statements })
      }
      const only = operands.length === 1 ? operands[0] : undefined
      if (only?.kind === 'subgraph') continue
      const of = only ? 'node' : 'edge'
      const node = only && nameOf(only)
      add(statement.attributes, start, scope, { of, isDefault: false, node })
    }
  }
  return { root, attributes: inPlaces(attributes), scopes }
}

/** Only what stands in subgraphs comes behind what it stands before. */
function inPlaces(attributes: Written[]): Written[] {
  const isSorted = attributes.every(({ nameAt }, i) => i === 0 || attributes[i - 1]!.nameAt[0] <= nameAt[0])
  return isSorted ? attributes : attributes.sort((a, b) => a.nameAt[0] - b.nameAt[0])
}

/** The name of a node, where it is one. */
function nameOf(operand: NodeMention | NodeList): string | undefined {
  if (operand.kind === 'node') return operand.id.text
  return operand.nodes.length === 1 ? operand.nodes[0]!.id.text : undefined
}

/** Where an edge or a node ends, without a list and a semicolon, that stands before the last statement of the same line. */
function endBefore(
  before: Statement | undefined,
  { start, end }: Stands,
  source: Source,
): number | undefined {
  if (before?.kind !== 'chain' || !before.stands) return undefined
  const { text } = source
  const { stands } = before
  if (/[\];}]/.test(text.slice(stands.start, stands.end).trimEnd().slice(-1))) return undefined
  const lineEnd = /[^\S\n]*(?:[\r\n}]|$)/y
  lineEnd.lastIndex = end
  const isOnLine = /^[^\S\n,]+$/.test(text.slice(stands.end, start)) && lineEnd.test(text)
  return isOnLine ? authorRange(source, stands.start, stands.end)[1] : undefined
}

function newScope(id: Atom | undefined, parent: Scope | undefined, at: Range): Scope {
  return { id, parent, at, assigned: new Set() }
}
