/** Where the flow inside of a group begins and ends, by the edges that join what stands in it. */
import { addToSet } from '../ir/lists.js'
import { type Editor, groupsOf, nodesOf } from './editor.js'
import { wayOf } from './flow.js'

export interface InnerFlow {
  /** For each group the first of its nodes that no edge of the group enters. */
  readonly begins: ReadonlyMap<string, string>
  /** For each group the last of its nodes that no edge of the group leaves. */
  readonly ends: ReadonlyMap<string, string>
}

export function innerFlowOf(editor: Editor): InnerFlow {
  const parents = new Map(groupsOf(editor).map(({ id, parent }) => [id, parent]))
  const homes = new Map(nodesOf(editor).map(({ id, group }) => [id, group]))
  const around = (node: string): string[] => {
    const found: string[] = []
    for (let group = homes.get(node); group !== undefined; group = parents.get(group)) found.push(group)
    return found
  }
  const entered = new Map<string, Set<string>>()
  const left = new Map<string, Set<string>>()
  const { line } = editor.target.capabilities.edge
  for (const edge of editor.draft.edges) {
    const [source, sink] = wayOf(edge)
    if (
      source.kind === 'group' ||
      sink.kind === 'group' ||
      source.id === sink.id ||
      line(edge.line) === undefined
    )
      continue
    const both = new Set(around(source.id))
    const shared = around(sink.id).filter(group => both.has(group))
    for (const group of shared) {
      addToSet(entered, group, sink.id)
      addToSet(left, group, source.id)
    }
  }
  const begins = new Map<string, string>()
  const ends = new Map<string, string>()
  for (const node of homes.keys()) {
    for (const group of around(node)) {
      if (!begins.has(group) && !entered.get(group)?.has(node)) begins.set(group, node)
      if (!left.get(group)?.has(node)) ends.set(group, node)
    }
  }
  return { begins, ends }
}
