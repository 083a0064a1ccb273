/** Notes: texts that stand beside a diagram and are no step of it. Where the target has comments, they are some. */
import type { NoteRules } from '../../capabilities.js'
import { applyChange, type Path, valueAt } from '../../ir/change.js'
import type { Value } from '../../ir/model.js'
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
    const own = beside.whole
      ? valueAt(draft, ['extras', target.name, beside.key])
      : commentsThere(editor, beside)
    const lines: string[] = Array.isArray(own) ? own : own ? String(own).split('\n') : []
    const added = node.label.text.split(/[\r\n\u2028\u2029]+/).flatMap(line => beside.line(line.trim()) ?? [])
    const merged = added.every(line => lines.includes(line)) ? lines : [...lines, ...added]
    const gone: readonly [Path, unknown] = [['nodes', id], undefined]
    if (beside.whole) {
      change(editor, said, [gone, [['extras', target.name, beside.key], merged.join('\n')]])
      continue
    }
    change(editor, said, [gone])
    // Comments are the document's, of which nobody keeps an account.
    const values = new Map<string, Value>([
      ...(draft.fields.document?.get(target.name) ?? []),
      [beside.key, merged],
    ])
    applyChange(draft, ['document'], new Map([...(draft.fields.document ?? []), [target.name, values]]))
  }
}

const commentsThere = ({ draft, target }: Editor, { key }: NoteRules): unknown =>
  draft.fields.document?.get(target.name)?.get(key)
