/** Names, where one stands for the same thing under another name now: every mention; and the words at the head of the graph. */

import type { PutChange } from '../../../src/format.js'
import type { Graph } from '../../../src/ir/model.js'
import type { TextEdit } from '../../../src/messages/message.js'
import type { Tree } from '../../../src/syntax/tree.js'
import { atomOf } from '../read/statements.js'
import { clusterName, writtenNames } from '../words/names.js'
import { quote } from '../words/quote.js'

export function nameEdits(tree: Tree, { before, after, matched }: PutChange): TextEdit[] {
  const nodes = renamed(matched.nodes, before.nodes)
  const groups = new Map<string, string>()
  const names = writtenNames(after)
  for (const [id, other] of renamed(matched.groups, before.groups)) {
    const name = names.get(other)
    if (!name) continue
    const old = textName(before, id)
    groups.set(old, name)
    // The invisible node at which edges of a cluster end has its name.
    if (!before.nodes.has(old) && !after.nodes.has(name)) nodes.set(old, name)
  }
  const edits = headEdits(tree, before, after)
  if (nodes.size === 0 && groups.size === 0 && before.directed === after.directed) return edits
  const visit = (part: Tree): void => {
    if (part.rule === 'Node') replace(part.first!, nodes)
    else if (part.rule === 'SubgraphName') {
      for (const name of part.children) if (name.rule === 'Id') replace(name, groups)
    } else if (part.rule === 'Attribute') {
      if (/^l(head|tail)$/.test(atomOf(part.first!).text)) replace(part.first!.next!, groups)
    } else if (part.rule === 'edgeOperator') {
      if (before.directed !== after.directed)
        edits.push({ start: part.start, end: part.end, text: after.directed ? '->' : '--' })
    } else for (let inner = part.first; inner; inner = inner.next) visit(inner)
  }
  const replace = (id: Tree, table: ReadonlyMap<string, string>): void => {
    const atom = atomOf(id)
    const other = atom.html ? undefined : table.get(atom.text)
    if (other === undefined) return
    const plain = quote({ text: other })
    const text = id.text.startsWith('"') && plain === other ? `"${other}"` : plain
    edits.push({ start: id.start, end: id.end, text })
  }
  for (let part = tree.first; part; part = part.next) if (part.rule === 'Statement') visit(part)
  return edits
}

/** Pairs under another name, unless that name stands for something else in the text. */
function renamed(
  pairs: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, { readonly extras: Graph['extras'] }>,
): Map<string, string> {
  const found = [...pairs].filter(
    ([id, other]) => id !== other && !before.get(id)?.extras.get('dot')?.has('html'),
  )
  const leaving = new Set(found.map(([id]) => id))
  return new Map(found.filter(([, other]) => !before.has(other) || leaving.has(other)))
}

function textName(graph: Graph, id: string): string {
  const extra = graph.groups.get(id)?.extras.get('dot')?.get('name')
  const name = extra instanceof Map ? extra.get('text') : undefined
  return typeof name === 'string' ? name : clusterName(id)
}

/** `strict`, the word of the graph, its name. */
function headEdits(tree: Tree, before: Graph, after: Graph): TextEdit[] {
  const parts = tree.children
  const find = (rule: string) => parts.find(part => part.rule === rule)
  const kind = find('graphKind')!
  const strict = find('strict')
  const id = find('Id')
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
