/** A graph into the FlowZap Code that it came from. */
import type { PutChange } from '../../../src/format.js'
import type { TextEdit } from '../../../src/messages/message.js'
import { diagramOf } from '../document/diagram.js'
import { edgeItems, loopItems, nodeItems } from './items.js'
import { addLanes, keptLanes } from './lanes.js'
import { linesOf } from './lines.js'
import { putItems } from './place.js'
import type { Work } from './work.js'

/**
 * The edits that make FlowZap Code read as another graph: line by line, since a line holds one statement. A statement
 * that stays in its lane keeps its line; a new one stands behind the one that comes before it in the graph.
 */
export function putFlowzap(text: string, change: PutChange): readonly TextEdit[] {
  const diagram = diagramOf(text)
  const work: Work = { text, lines: linesOf(text), diagram, change, ends: new Map(), fresh: new Map() }
  const lanes = keptLanes(work)
  for (const items of [nodeItems(work, lanes), edgeItems(work, lanes), loopItems(work, lanes)])
    putItems(work, items)
  addLanes(work, lanes)
  return work.lines.edits()
}
