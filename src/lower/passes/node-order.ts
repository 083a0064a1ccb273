/** Nodes in the order in which the target writes them, where it can only write them in one: lane by lane, block by block. */
import { graphOf } from '../../ir/change.js'
import { change, type Editor, nodesOf } from '../editor.js'
import { reorders } from '../tally.js'

/** Last of all passes: which order is written, depends on groups, ids and extras. */
export function lowerNodeOrder(editor: Editor): void {
  const { capabilities, title, same } = editor.target
  const order = capabilities.node.order?.(graphOf(editor.draft))
  if (!order) return
  const nodes = nodesOf(editor)
  const first = nodes.find(({ id }, place) => id !== order[place])
  if (!first) return
  const moves = reorders(editor.ledger, 'nodes', order)
  const text = moves
    ? `${title} writes nodes group by group, so they stand in another order than in the source.`
    : `${title} writes nodes group by group, so a node that was added stands among those of its group.`
  const code = same ? 'repair/node-order' : 'loss/node-order'
  const loss = moves ? 'reordered' : 'added'
  change(editor, { code, text, at: first.at, loss }, [[['order', 'nodes'], order]])
}
