/** Graphs into the text that they came from: only what changed in them changes there, and the result is read to prove it. */

import { matchGraphs } from '../diff/match.js'
import type { Format, FormatOptions } from '../format.js'
import { sameGraph } from '../ir/difference.js'
import type { Graph } from '../ir/model.js'
import { targetOf } from '../lower/editor.js'
import { type Lowered, lowerToPut } from '../lower/lower.js'
import { refusalsOf } from '../lower/refuse.js'
import { inPlaces, overlap, withEdits } from '../messages/edits.js'
import { hasErrors, type Message, type TextEdit } from '../messages/message.js'
import { readWith } from '../read.js'
import { withDocuments } from './documents.js'
import { faultBetween } from './faults.js'
import { changesMeet, otherNumber, readsBadly, readsOtherwise, textHasErrors } from './messages.js'
import { withNodesSettled } from './settle.js'

export interface PutOutcome {
  /** The text that was given, unchanged, where the graphs are its own or an error says why they cannot be put into it. */
  readonly text: string
  readonly messages: readonly Message[]
}

/** The graphs that a text holds, beside why nothing can be put into it, where that is so. */
export interface Standing {
  readonly graphs: readonly Graph[]
  readonly refusal?: PutOutcome
}

/**
 * Reads a text to put graphs into it. Refused with `syntax/update` where it has errors, since nobody knows what an edit would do
 * there, and where it holds another number of graphs.
 */
export function standingIn(
  format: Format,
  text: string,
  count: number,
  options: FormatOptions = {},
): Standing {
  if (!format.put) throw new TypeError(`${format.title} has no way to put a graph into a text`)
  const { graphs, messages } = readWith(format, text, options, [], { carry: false })
  if (hasErrors(messages))
    return { graphs, refusal: refused(text, textHasErrors({ first: firstError(messages) })) }
  if (graphs.length === count) return { graphs }
  return { graphs, refusal: refused(text, otherNumber({ there: graphs.length, given: count })) }
}

/** Whether a text says something that the software which the options name cannot read. */
export const isUnread = (format: Format, text: string, options: FormatOptions): boolean =>
  (format.unread?.(text, options).length ?? 0) > 0

/**
 * Makes a text read as other graphs. Bytes that belong to nothing that changed are the same, but for what the software that the options
 * name cannot read.
 * @param before the graphs that stand in it, read without errors
 * @param after one for each of them, lowered for the format
 * @returns the text, and `syntax/update` where it stays as it is because a change cannot be made in it so that it reads as wanted
 */
export function putInto(
  format: Format,
  text: string,
  before: readonly Graph[],
  after: readonly Graph[],
  options: FormatOptions = {},
): PutOutcome {
  // The places of a reading do not count the mark that a text may begin with.
  const mark = text.startsWith('\ufeff') ? '\ufeff' : ''
  const bare = text.slice(mark.length)
  const found = editsToPut(format, bare, before, after, options)
  return 'code' in found ? refused(text, found) : { text: mark + withEdits(bare, found), messages: [] }
}

/**
 * The edits that `putInto` makes, in the order of their places, or why they cannot be made; none where nothing changes.
 * @param text without the mark that it may begin with
 */
export function editsToPut(
  format: Format,
  text: string,
  before: readonly Graph[],
  after: readonly Graph[],
  options: FormatOptions = {},
): readonly TextEdit[] | Message {
  const isRespelled = isUnread(format, text, options)
  const places = [...before.keys()].filter(place => isRespelled || !sameGraph(before[place]!, after[place]!))
  const all: TextEdit[] = []
  for (const place of places) {
    const found = editsFor(format, text, before[place]!, after[place]!, options)
    if ('code' in found) return found
    all.push(...found)
  }
  const edits = inPlaces(all)
  if (places.length === 0) return edits
  const fault = overlap(edits) ? changesMeet() : faultOf(format, withEdits(text, edits), after, options)
  return fault ?? edits
}

/** Puts graphs that are lowered for the format into a text: see `standingIn` and `putInto`. */
export function putWith(
  format: Format,
  text: string,
  graphs: readonly Graph[],
  options: FormatOptions = {},
): PutOutcome {
  const { graphs: before, refusal } = standingIn(format, text, graphs.length, options)
  return refusal ?? putInto(format, text, before, graphs, options)
}

/**
 * Puts graphs as somebody edited them: refused with `graph/…` where one is not sound, lowered for the format where it differs from
 * what the text holds.
 */
export function putGraphs(
  format: Format,
  text: string,
  graphs: readonly Graph[],
  options: FormatOptions = {},
): PutOutcome {
  const { graphs: before, refusal } = standingIn(format, text, graphs.length, options)
  const flaws = graphs.flatMap(graph => refusalsOf(graph))
  if (flaws.length > 0) return { text, messages: flaws }
  if (refusal) return refusal
  const isRespelled = isUnread(format, text, options)
  const after = graphs.map((graph, place) =>
    !isRespelled && sameGraph(before[place]!, graph)
      ? before[place]!
      : loweredToPut(format, graph, options, before[place]!),
  )
  return putInto(format, text, before, after, options)
}

/**
 * A graph as a text of the format can hold it, its nodes in their order where only the writer of the format has one of its own.
 * @param before what stands in the text; what came or moved since then stands near what it is with
 */
export function loweredToPut(
  format: Format,
  graph: Graph,
  options: FormatOptions = {},
  before?: Graph,
): Graph {
  return outcomeToPut(format, graph, options, before).graph
}

/** As `loweredToPut`, with what is said of it. */
export function outcomeToPut(
  format: Format,
  graph: Graph,
  options: FormatOptions = {},
  before?: Graph,
): Pick<Lowered, 'graph' | 'messages'> {
  const ready = before ? readyToPut(format, graph, before) : graph
  return lowerToPut(ready, targetOf(format, ready, options, true))
}

/** The graph with extras that speak of what its elements are now, and with what came or moved near what it is with. */
export function readyToPut(format: Format, graph: Graph, before: Graph): Graph {
  const given = { before, after: graph, matched: matchGraphs(before, graph) }
  const change = { ...given, after: withDocuments(given) }
  const after = format.follow?.(change) ?? change.after
  const { anyOrder } = targetOf(format, after, {}, true).capabilities.node
  return anyOrder ? withNodesSettled({ ...change, after }) : after
}

function editsFor(
  format: Format,
  text: string,
  before: Graph,
  after: Graph,
  options: FormatOptions,
): readonly TextEdit[] | Message {
  return format.put!(text, { before, after, matched: matchGraphs(before, after) }, options)
}

/** Why the edited text does not read as it should. */
function faultOf(
  format: Format,
  edited: string,
  graphs: readonly Graph[],
  options: FormatOptions,
): Message | undefined {
  const reading = readWith(format, edited, options, [], { carry: false })
  if (hasErrors(reading.messages))
    return readsBadly({ said: firstError(reading.messages).replace(/\.$/, '') })
  if (reading.graphs.length !== graphs.length)
    return readsBadly({ said: `${reading.graphs.length} diagrams would be there` })
  for (const [place, graph] of reading.graphs.entries()) {
    const wanted = graphs[place]!
    const fault = faultBetween(graph, format.asShown?.(wanted, graph) ?? wanted)
    if (fault) return readsOtherwise(fault)
  }
  return undefined
}

const firstError = (messages: readonly Message[]): string =>
  messages.find(({ severity }) => severity === 'error')?.text ?? ''

function refused(text: string, why: Message): PutOutcome {
  return { text, messages: [why] }
}
