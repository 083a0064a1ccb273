/**
 * From a graph to one that a format can hold, pass by pass. What a pass changes is said in messages whose
 * `changes`, applied in order to the graph, give exactly the lowered graph.
 */

import { graphOf } from '../ir/change.js'
import type { Graph } from '../ir/model.js'
import type { Message } from '../messages/message.js'
import { type Editor, editorOf, type Target, uncountedEditorOf } from './editor.js'
import { chooseLanes } from './passes/chosen-lanes.js'
import { lowerClasses } from './passes/classes.js'
import { sayComments } from './passes/comments.js'
import { lowerEdges } from './passes/edges.js'
import { lowerExtras } from './passes/extras.js'
import { labelByFields } from './passes/field-labels.js'
import { lowerGraphFields, lowerStrict } from './passes/graph-fields.js'
import { lowerGroupEnds } from './passes/group-ends.js'
import { lowerGroups } from './passes/groups.js'
import { lowerIds } from './passes/ids.js'
import { dropJunctions } from './passes/junctions.js'
import { lowerLoops } from './passes/loops.js'
import { nameByIds } from './passes/lost-names.js'
import { lowerGroupOrder, lowerNodeOrder } from './passes/node-order.js'
import { lowerNodes } from './passes/nodes.js'
import { lowerNotes } from './passes/notes.js'
import { lowerOrder } from './passes/order.js'
import { dropScripts } from './passes/scripts.js'
import { addSides } from './passes/sides.js'
import { dropSpacers } from './passes/spacers.js'
import { lowerStyles } from './passes/styles.js'
import { lowerTexts } from './passes/text.js'
import { lowerUnfilled } from './passes/unfilled.js'
import { type Origins, type Tally, tallyOf } from './tally.js'

/**
 * The order is part of the meaning: what would run a script goes before anything looks at it, classes are written out before
 * styles are cut down, groups are settled before anything asks which lane a node is in, what only takes room goes before an
 * edge could end at it, ids change when nothing refers to the old ones any more by
 * reason, and a format's own extras are judged beside what they would be written with. Nodes are put in order last, behind all of these.
 */
const passes: readonly ((editor: Editor) => void)[] = [
  dropScripts,
  sayComments,
  lowerGraphFields,
  lowerClasses,
  lowerStyles,
  lowerNotes,
  dropSpacers,
  dropJunctions,
  labelByFields,
  lowerGroupEnds,
  chooseLanes,
  lowerGroups,
  lowerNodes,
  lowerUnfilled,
  lowerEdges,
  lowerTexts,
  lowerLoops,
  lowerOrder,
  addSides,
  lowerIds,
  nameByIds,
  lowerExtras,
  lowerGroupOrder,
  lowerStrict,
]

export interface Lowered {
  readonly graph: Graph
  readonly messages: readonly Message[]
  /** What is to be said instead where all that is lost rides along. Nothing is in it where the target does not carry. */
  readonly carriedMessages: readonly Message[]
  readonly tally: Tally
  readonly origins: Origins
}

/**
 * Lowers a graph for a target. The graph itself is not changed; a graph that fits comes back equal and without messages.
 * @param quiet without a word about it, and without counting: for who only asks what a text would show
 */
export function lower(graph: Graph, target: Target, quiet = false): Lowered {
  const editor = passed(editorOf(graph, target, quiet))
  return outcomeOf(editor, lowerNodeOrder(editor))
}

/** A graph lowered for a text that may keep its nodes where they are, and what becomes of it where no text does. */
export interface LoweredToPut extends Lowered {
  /** The nodes in the order in which the target writes them: what `lower` gives, without lowering once more. */
  readonly inOrder: () => Lowered
}

/** As `lower`, but the nodes stay in their order where a text of the target can hold any. */
export function lowerToPut(graph: Graph, target: Target): LoweredToPut {
  const editor = passed(editorOf(graph, target))
  if (!target.capabilities.node.anyOrder) lowerNodeOrder(editor)
  const inOrder = () => outcomeOf(editor, lowerNodeOrder(editor))
  return { ...outcomeOf(editor), inOrder }
}

/** What `lower` makes of a graph, quietly. */
export function lowerQuietly(graph: Graph, target: Target): Pick<Lowered, 'graph' | 'origins'> {
  return lower(graph, target, true)
}

function passed(editor: Editor): Editor {
  for (const pass of passes) pass(editor)
  return editor
}

/** @param graph the draft as a graph, where it was made already */
function outcomeOf({ draft, messages, carriedMessages, ledger }: Editor, graph = graphOf(draft)): Lowered {
  return {
    graph,
    messages: [...messages],
    carriedMessages: [...carriedMessages],
    tally: tallyOf(ledger),
    origins: ledger,
  }
}

/** The graph without addresses that run code: what is carried is no text that anyone sees, and still leaves. */
export function withoutScripts(graph: Graph, target: Target): Graph {
  const editor = uncountedEditorOf(graph, target)
  dropScripts(editor)
  return editor.messages.length === 0 ? graph : graphOf(editor.draft)
}
