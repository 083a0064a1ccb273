/** What the fields say that an edge ends at, as its label, where the target has no fields and the edge no label. */
import { isBlank } from '../../ir/blank.js'
import type { Path } from '../../ir/change.js'
import type { Edge, End, Field, Node } from '../../ir/model.js'
import { plainFields } from '../../ir/records.js'
import { change, type Editor, nodesOf } from '../editor.js'
import { fieldsInLabel } from './edge-messages.js'

export function labelByFields(editor: Editor): void {
  if (!editor.target.capabilities.customs?.fieldLabels) return
  const texts = new Map<string, ReadonlyMap<string, string>>()
  for (const node of nodesOf(editor)) {
    if (node.fields && editor.foreign.nodes.has(node.id)) texts.set(node.id, textsByPort(node))
  }
  if (texts.size === 0) return
  const textAt = ({ kind, id, port }: End) =>
    kind === 'node' && port !== undefined ? texts.get(id)?.get(port) : undefined
  for (const [place, edge] of editor.draft.edges.entries()) {
    const ends = [textAt(edge.from), textAt(edge.to)].filter(text => text !== undefined)
    if (ends.length === 0 || hasText(edge)) continue
    const label = [...new Set(ends)].join(' → ')
    const edits: [Path, unknown][] = [[['edges', place, 'label', 'text'], label]]
    if (edge.label.rich) edits.push([['edges', place, 'label', 'rich'], undefined])
    for (const name of ['from', 'to'] as const) {
      if (textAt(edge[name]) !== undefined) edits.push([['edges', place, name, 'port'], undefined])
    }
    change(editor, fieldsInLabel({ title: editor.target.title, edge, label }, edge.at), edits)
  }
}

function hasText({ label, from, to }: Edge): boolean {
  return [label, from.label, to.label].some(text => text !== undefined && !isBlank(text.text))
}

/** The text of each field that an edge can name, on one line: its own, or of one without, those of the fields in it. */
function textsByPort({ fields }: Node): Map<string, string> {
  const texts = new Map<string, string>()
  for (const field of all(fields ?? [])) {
    const { text, port, children = [] } = field
    if (port === undefined || texts.has(port)) continue
    const words = (isBlank(text) ? plainFields(children) : text).trim().replace(/\s+/g, ' ')
    if (!isBlank(words)) texts.set(port, words)
  }
  return texts
}

/** Fields with those inside them, each before its own. */
function* all(fields: readonly Field[]): Generator<Field> {
  const waiting = [...fields].reverse()
  for (let field = waiting.pop(); field; field = waiting.pop()) {
    yield field
    for (const child of [...(field.children ?? [])].reverse()) waiting.push(child)
  }
}
