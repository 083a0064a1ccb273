/** The order of nodes, which is that of their first mentions: where it is another, nodes are named before. */
import type { Graph } from '../../../src/ir/model.js'
import type { TextEdit } from '../../../src/messages/message.js'
import { indentAt, linesBefore } from './lines.js'
import { allowsIn, edited, type State } from './state.js'

/** Names nodes, by their ids alone, before the statements that would mention later ones first. */
export function inOrder(state: State, after: Graph): State | undefined {
  const { doc } = state
  const wanted = [...after.nodes.keys()]
  const places = new Map(wanted.map((id, place) => [id, place]))
  const allows = allowsIn(state, after)
  const edits: TextEdit[] = []
  /** How many of the wanted nodes are mentioned before each statement. */
  const before: number[] = []
  let done = 0
  for (const statement of doc.statements) {
    before.push(done)
    for (const id of statement.firsts) {
      const place = places.get(id)
      if (place === undefined || place < done) continue
      if (place > done) {
        const named = (from: number) => wanted.slice(before[from], place)
        let at = statement
        // A mention in a subgraph makes a member of it.
        while (at.block && !named(at.index).every(id => allows(at.block, 'node', id))) at = at.block.heading
        edits.push(linesBefore(doc, at.index, named(at.index), indentAt(doc, at.at[0])))
      }
      done = place + 1
    }
  }
  return edits.length === 0 ? state : edited(state, edits)
}
