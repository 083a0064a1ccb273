/** Graphs into the text that they came from: only what changed in them changes there, and the result is read to prove it. */
import { readWith } from '../convert.js'
import { matchGraphs } from '../diff/match.js'
import type { Format, FormatOptions } from '../format.js'
import { firstDifference, sameGraph } from '../ir/difference.js'
import type { Graph } from '../ir/model.js'
import { lower } from '../lower/lower.js'
import { refusalsOf } from '../lower/refuse.js'
import { hasErrors, type Message, message, type TextEdit } from '../messages/message.js'
import { applyEdits } from './edits.js'

export interface PutOutcome {
  /** The text that was given, unchanged, where the graphs are its own or an error says why they cannot be put into it. */
  readonly text: string
  readonly messages: readonly Message[]
}

/**
 * Puts graphs into a text of a format. Bytes that belong to nothing that changed are the same.
 * @param text read without errors, else it is refused: nobody knows what an edit would do there
 * @param graphs one for each graph in the text, in its order, lowered for the format
 * @returns the text, and `syntax/update` where it stays as it is because it has errors, holds another number of graphs, or a
 * change cannot be made in it so that it reads as what is wanted
 */
export function putWith(
  format: Format,
  text: string,
  graphs: readonly Graph[],
  options: FormatOptions = {},
): PutOutcome {
  if (!format.put) throw new TypeError(`${format.title} has no way to put a graph into a text`)
  const reading = readWith(format, text, options, [], { carry: false })
  if (hasErrors(reading.messages))
    return refused(text, `The text has errors, so nothing is changed in it: ${firstError(reading.messages)}`)
  if (reading.graphs.length !== graphs.length) {
    const counts = `${reading.graphs.length} diagrams stand in the text, and there are ${graphs.length} to put into it`
    return refused(text, `${counts}, so nobody can say which belongs to which.`)
  }
  const edits = reading.graphs.flatMap((before, place) =>
    editsFor(format, text, before, graphs[place]!, options),
  )
  if (edits.length === 0 && reading.graphs.every((before, place) => sameGraph(before, graphs[place]!)))
    return { text, messages: [] }
  const edited = applyEdits(text, edits)
  const fault = edited === undefined ? 'two changes meet' : faultOf(format, edited, graphs, options)
  if (fault === undefined) return { text: edited!, messages: [] }
  return refused(text, `The changes cannot be made in this text so that it reads as wanted (${fault}).`)
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
  if (!format.put || !format.capabilities)
    throw new TypeError(`${format.title} has no way to put a graph into a text`)
  const flaws = graphs.flatMap(graph => refusalsOf(graph))
  if (flaws.length > 0) return { text, messages: flaws }
  const reading = readWith(format, text, options, [], { carry: false })
  const { name, title } = format
  const wanted = graphs.map((graph, place) => {
    const before = reading.graphs[place]
    if (before && sameGraph(before, graph)) return before
    return lower(graph, { name, title, capabilities: format.capabilities!(graph, options), same: true }).graph
  })
  return putWith(format, text, wanted, options)
}

function editsFor(
  format: Format,
  text: string,
  before: Graph,
  after: Graph,
  options: FormatOptions,
): readonly TextEdit[] {
  if (sameGraph(before, after)) return []
  return format.put!(text, { before, after, matched: matchGraphs(before, after) }, options)
}

/** How the edited text reads otherwise than it should. */
function faultOf(
  format: Format,
  edited: string,
  graphs: readonly Graph[],
  options: FormatOptions,
): string | undefined {
  const reading = readWith(format, edited, options, [], { carry: false })
  if (hasErrors(reading.messages)) return firstError(reading.messages)
  if (reading.graphs.length !== graphs.length) return `${reading.graphs.length} diagrams are read`
  for (const [place, graph] of reading.graphs.entries()) {
    const difference = firstDifference(graph, graphs[place]!)
    if (difference !== undefined) return difference
  }
  return undefined
}

const firstError = (messages: readonly Message[]): string =>
  messages.find(({ severity }) => severity === 'error')?.text ?? ''

function refused(text: string, why: string): PutOutcome {
  return { text, messages: [message('syntax/update', why)] }
}
