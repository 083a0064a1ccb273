/** Three texts as one: the edit of theirs put into the text of ours, so that everything else of it stays as it is. */
import { comparedGraphs } from '../diff/diff.js'
import { matchGraphs } from '../diff/match.js'
import type { Format, FormatOptions } from '../format.js'
import { sameGraph } from '../ir/difference.js'
import type { Graph } from '../ir/model.js'
import { targetOf } from '../lower/editor.js'
import { lowerQuietly } from '../lower/lower.js'
import type { Message } from '../messages/message.js'
import { loweredToPut, putInto, standingIn } from '../put/put.js'
import { takeOver } from '../put/take-over.js'
import type { Conflict } from './conflict.js'
import { mergeGraphs } from './merge.js'
import { conflictMessage, mergedInto, otherDiagrams } from './messages.js'

/** Graphs, and the format that they were read in. */
export interface Read {
  readonly graphs: readonly Graph[]
  readonly format: Format
}

export interface MergeOutcome {
  /** The text of ours with what theirs changed in it; the text of ours itself where nothing can be put into it. */
  readonly text: string
  /** Where both sides contradict each other; the text has ours there. */
  readonly conflicts: readonly Conflict[]
  /** `merge/conflict` for each conflict, `merge/taken`; `merge/diagrams` and `syntax/update` where nothing is done. */
  readonly messages: readonly Message[]
}

/**
 * @param format of ours; it can put a graph into its text
 * @param text of ours, without errors
 */
export function mergeTexts(
  base: Read,
  { format, text }: { readonly format: Format; readonly text: string },
  theirs: Read,
  options: FormatOptions = {},
): MergeOutcome {
  const count = base.graphs.length
  const { graphs: ours, refusal } = standingIn(format, text, count, options)
  if (theirs.graphs.length !== count || ours.length !== count) {
    const numbers = { base: count, ours: ours.length, theirs: theirs.graphs.length }
    return { text, conflicts: [], messages: [otherDiagrams(numbers)] }
  }
  if (refusal) return { text, conflicts: [], messages: refusal.messages }
  const graphs: Graph[] = []
  const conflicts: Conflict[] = []
  let changes = 0
  for (const [place, mine] of ours.entries()) {
    const parts = { base: base.graphs[place]!, theirs: theirs.graphs[place]! }
    const [before, after] = asIn(format, { base, theirs }, parts, options)
    const merged = mergeGraphs(before, mine, after)
    conflicts.push(...merged.conflicts)
    if (sameGraph(merged.graph, mine)) {
      graphs.push(mine)
      continue
    }
    const lowered = loweredToPut(format, merged.graph, options, mine)
    changes += comparedGraphs({ graph: mine }, { graph: lowered }).differences.length
    graphs.push(lowered)
  }
  const put = putInto(format, text, ours, graphs, options)
  const said = conflicts.map(conflictMessage)
  if (put.messages.length > 0) return { text, conflicts, messages: [...said, ...put.messages] }
  const taken = changes > 0 ? [mergedInto({ title: format.title, changes })] : []
  return { text: put.text, conflicts, messages: [...said, ...taken] }
}

/** Base and theirs as the format of ours holds them, so that nothing is taken for a change that only a conversion did. */
function asIn(
  format: Format,
  { base, theirs }: { readonly base: Read; readonly theirs: Read },
  graphs: { readonly base: Graph; readonly theirs: Graph },
  options: FormatOptions,
): readonly [Graph, Graph] {
  const lowered = (graph: Graph, from: Format): Graph =>
    from.name === format.name ? graph : lowerQuietly(graph, targetOf(format, graph, options, false)).graph
  const before = lowered(graphs.base, base.format)
  if (theirs.format.name === format.name) return [before, graphs.theirs]
  return [
    before,
    lowered(edited(graphs.base, base.format, graphs.theirs, theirs.format, options), base.format),
  ]
}

/** The base with what was edited in a file of another format that was made from it. */
function edited(base: Graph, from: Format, theirs: Graph, to: Format, options: FormatOptions): Graph {
  if (from.name === to.name) return theirs
  const target = targetOf(to, base, options, false)
  const { graph, origins } = lowerQuietly(base, target)
  const shown = { graph, origins, sidesRequired: target.capabilities.edge.sidesFor !== undefined }
  return takeOver(base, shown, theirs, matchGraphs(graph, theirs, { texts: true })).graph
}
