/** Names, where one stands for the same thing under another name now: every mention; and the words at the head of the graph. */

import type { PutChange } from '../../../src/format.js'
import type { Graph } from '../../../src/ir/model.js'
import type { TextEdit } from '../../../src/messages/message.js'
import { part, parts } from '../../../src/syntax/tree.js'
import type { TreeOf } from '../grammar.gen.js'
import { atomOf } from '../read/statements.js'
import { idOf } from '../read/tree.js'
import { clusterName } from '../words/names.js'
import { quote } from '../words/quote.js'
import type { Reading } from './reading.js'

export function nameEdits(
  { tree, resolved, homes }: Reading,
  { before, after, matched }: PutChange,
): TextEdit[] {
  const html = new Set(resolved.nodes.flatMap(node => (node.id.html ? (idOf(node, homes) ?? []) : [])))
  const nodes = renamed(matched.nodes, before.nodes)
  for (const id of html) nodes.delete(id)
  const groups = new Map<string, string>()
  const names = new Map([...homes.groups].map(([subgraph, id]) => [id, subgraph.id?.text]))
  const counts = new Map<string, number>()
  for (const name of names.values()) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  for (const [id, other] of renamed(matched.groups, before.groups)) {
    const old = names.get(id)
    // The same name under another parent is another cluster's.
    if (old === undefined || counts.get(old)! > 1) continue
    const name = clusterName(other)
    groups.set(old, name)
    // The invisible node at which edges of a cluster end has its name.
    if (!before.nodes.has(old) && !after.nodes.has(name)) nodes.set(old, name)
  }
  const edits = headEdits(tree.first, before, after)
  if (nodes.size === 0 && groups.size === 0 && before.directed === after.directed) return edits
  const visit = (tree: TreeOf): void => {
    if (tree.rule === 'Node') replace(tree.first, nodes)
    else if (tree.rule === 'SubgraphName') {
      const name = part(tree, 'Id')
      if (name) replace(name, groups)
    } else if (tree.rule === 'Attribute') {
      if (/^l(head|tail)$/.test(atomOf(tree.first).text)) replace(tree.first.next, groups)
    } else if (tree.rule === 'edgeOperator') {
      if (before.directed !== after.directed)
        edits.push({ start: tree.start, end: tree.end, text: after.directed ? '->' : '--' })
    } else for (const inner of tree.children) visit(inner)
  }
  const replace = (id: TreeOf<'Id'>, table: ReadonlyMap<string, string>): void => {
    const atom = atomOf(id)
    const other = atom.html ? undefined : table.get(atom.text)
    if (other === undefined) return
    const plain = quote({ text: other })
    const text = id.text.startsWith('"') && plain === other ? `"${other}"` : plain
    edits.push({ start: id.start, end: id.end, text })
  }
  for (const statement of parts(tree, 'Statement')) visit(statement)
  return edits
}

/** Pairs under another name, unless that name stands for something else in the text. */
function renamed(
  pairs: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, unknown>,
): Map<string, string> {
  const found = [...pairs].filter(([id, other]) => id !== other)
  const leaving = new Set(found.map(([id]) => id))
  return new Map(found.filter(([, other]) => !before.has(other) || leaving.has(other)))
}

/** `strict`, the word of the graph, its name. */
function headEdits(head: TreeOf<'GraphHead'>, before: Graph, after: Graph): TextEdit[] {
  const kind = part(head, 'graphKind')
  const strict = part(head, 'strict')
  const id = part(head, 'Id')
  const edits: TextEdit[] = []
  if (before.strict && !after.strict && strict) edits.push({ start: strict.start, end: kind.start, text: '' })
  if (!before.strict && after.strict) edits.push({ start: kind.start, end: kind.start, text: 'strict ' })
  if (before.directed !== after.directed)
    edits.push({ start: kind.start, end: kind.end, text: after.directed ? 'digraph' : 'graph' })
  if (before.id !== after.id) {
    const name = after.id === undefined ? '' : quote({ text: after.id })
    if (id) edits.push({ start: name ? id.start : kind.end, end: id.end, text: name })
    else edits.push({ start: kind.end, end: kind.end, text: ` ${name}` })
  }
  return edits
}
