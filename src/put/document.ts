/** Graphs that are written in the format that they came from: put into their documents, so that order, spelling and comments stay. */
import type { Document, Format, FormatOptions } from '../format.js'
import type { Graph } from '../ir/model.js'
import { hasErrors } from '../messages/message.js'
import { type DocumentReading, readingOf } from '../read.js'
import { putInto } from './put.js'

/** What stands in a document. */
export interface OwnDocument extends DocumentReading {
  readonly document: Document
}

/** A document that a graph of its format can be put into; `undefined` for one of another format, or that says no single graph. */
export function ownDocument(
  format: Format,
  document: Document | undefined,
  options: FormatOptions,
): OwnDocument | undefined {
  if (document?.format !== format.name || !format.put) return undefined
  const known = readingOf(document)
  if (known) return { document, ...known }
  const { graphs, messages, carried = [] } = format.read(document.text, options)
  const [graph] = graphs
  if (!graph || graphs.length > 1 || hasErrors(messages)) return undefined
  return { document, graph, carried: carried[0] ?? '' }
}

/** The document once it says a lowered graph; `undefined` where the graph cannot be put into it. */
export function documentWith(
  format: Format,
  { document, graph: before }: OwnDocument,
  after: Graph,
  options: FormatOptions,
): Document | undefined {
  const { text, messages } = putInto(format, document.text, [before], [after], options)
  return hasErrors(messages) ? undefined : { ...document, text }
}
