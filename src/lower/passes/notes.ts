/** Notes: texts that stand beside a diagram and are no step of it. Where the target has comments, they are some. */
import { valueAt } from '../../ir/change.js'
import { change, type Editor, nodesOf } from '../editor.js'
import { noted } from './node-messages.js'

/** A note that an edge ends at, or that a loop names, is a node; so are the notes of a diagram of nothing else. */
export function lowerNotes(editor: Editor): void {
  const { draft, target } = editor
  const rules = target.capabilities.node.notes
  if (rules === true) return
  const all = nodesOf(editor)
  const notes = all.filter(({ note }) => note)
  if (notes.length === 0) return
  const named = new Set(draft.loops.flatMap(({ nodes }) => nodes))
  for (const { from, to } of draft.edges) named.add(from.id).add(to.id)
  for (const node of notes) {
    const { id, at } = node
    const beside = rules && !named.has(id) && notes.length < all.length ? rules : undefined
    const said = noted({ title: target.title, node, beside: beside !== undefined }, at)
    if (!beside) {
      change(editor, said, [[['nodes', id, 'note'], undefined]])
      continue
    }
    const path = ['extras', target.name, beside.key]
    const own = valueAt(draft, path)
    const lines = Array.isArray(own) ? own : own ? String(own).split('\n') : []
    const added = node.label.text.split(/[\r\n\u2028\u2029]+/).flatMap(line => beside.line(line.trim()) ?? [])
    const merged = added.every(line => lines.includes(line)) ? lines : [...lines, ...added]
    change(editor, said, [
      [['nodes', id], undefined],
      [path, beside.whole ? merged.join('\n') : merged],
    ])
  }
}
