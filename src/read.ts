/** From a text, or the bytes of a file, to its graphs: the format's own reader, and what stands around it. */

import { restored, refused as saidRefused, unread } from './carry/messages.js'
import { type ReadAs, type Restored, restore } from './carry/restore.js'
import type { Document, Format, FormatOptions, ReadResult } from './format.js'
import { binaryKind } from './input/kinds.js'
import { LARGEST_INPUT } from './input/largest.js'
import { badEncoding, tooLarge } from './input/messages.js'
import { readInput } from './input/read.js'
import type { Graph } from './ir/model.js'
import { hasErrors, type Message } from './messages/message.js'
import { decodeAs } from './text/utf16.js'

export interface ReadOutcome<Name extends string = string> {
  readonly graphs: readonly Graph[]
  readonly messages: readonly Message[]
  /** The text that the places of graphs and messages count in. */
  readonly source: string
  /** Whether the text carried what its format cannot hold. */
  readonly carrying?: boolean
  /**
   * For each graph that came back from carrying, the name of the format that it is of; empty where the text did not say.
   * `undefined` for a graph that is only what its text says.
   */
  readonly carriedFrom?: CarriedFrom
  /** For each graph, what it was read from, where its format keeps that: to be handed on to who writes it. */
  readonly documents?: Documents
  /** For each graph, where its source puts everything: to be handed on, too. */
  readonly layouts?: Layouts
  /** The name of the format that the text turned out to be in, where it is not the one that it was taken for. */
  readonly format?: Name
}

export type Documents = readonly (Document | undefined)[]
export type Layouts = NonNullable<ReadResult['layouts']>

export type CarriedFrom = readonly (string | undefined)[]

/** What a document says by itself: places count in the text that it is a piece of. */
export interface DocumentReading {
  readonly graph: Graph
  /** Empty where it carries nothing. */
  readonly carried: string
}

/** What was read of documents as they were made, so that who puts a graph into one need not read it once more. */
const readings = new WeakMap<Document, DocumentReading>()

/** What a document says, where it comes from reading a text of its format. */
export const readingOf = (document: Document): DocumentReading | undefined => readings.get(document)

function rememberReadings(
  { name }: Format,
  documents: Documents,
  graphs: readonly Graph[],
  carried: readonly (string | undefined)[],
): void {
  for (const [place, document] of documents.entries())
    if (document?.format === name)
      readings.set(document, { graph: graphs[place]!, carried: carried[place] ?? '' })
}

export interface ReadSettings {
  /** False where what the text carries of another format is not to be read. */
  readonly carry?: boolean | undefined
}

/**
 * Reads a text, or the bytes of a file, in a format. Never throws for what is in it: gives the format's own
 * messages, those of `readInput` for what is no diagram of this format, `limit/size` for an input that is too large to be
 * a diagram, `syntax/encoding` for bytes that are no text, and of carried data `repair/restored`, `repair/carried` or
 * `repair/carry-unread`.
 * @param others the formats that the text may be in instead; asked only where it has errors
 */
export function readWith(
  format: Format,
  input: string | Uint8Array,
  options: FormatOptions = {},
  others: readonly Format[] = [],
  { carry = true }: ReadSettings = {},
): ReadOutcome {
  if (!format.read) throw new TypeError(`${format.title} can only be written`)
  if (input.length > LARGEST_INPUT) {
    return { graphs: [], messages: [tooLarge()], source: '' }
  }
  const source = typeof input === 'string' ? withoutMark(input) : decodeAs(format, input)
  const kind = typeof input === 'string' ? undefined : binaryKind(input)
  // A picture may hold a diagram for those who know such pictures.
  if (kind && typeof source !== 'object' && !(source && format.sniff?.(source)))
    return { graphs: [], messages: [kind(format.title)], source: '' }
  if (source === undefined) {
    return { graphs: [], messages: [badEncoding(format)], source: '' }
  }
  if (typeof source === 'object') return { graphs: [], messages: [source], source: '' }
  const reading = readInput(format, source, options, others)
  const { graphs, messages, carried = [], documents, layouts, format: other } = reading
  const found = {
    source,
    ...(documents && { documents }),
    ...(layouts && { layouts }),
    ...(other && { format: other.name }),
  }
  if (documents && !hasErrors(messages)) rememberReadings(other ?? format, documents, graphs, carried)
  const carrying = carried.some(line => line !== undefined)
  if (!carrying) return { graphs, messages, carrying, ...found }
  if (!carry) return { graphs, messages: [...messages, unread()], carrying: false, ...found }
  const readAs = { format: other ?? format, options }
  const restored = graphs.map((graph, place) => withCarried(graph, carried[place], readAs))
  return {
    graphs: restored.map(({ graph }) => graph),
    messages: [...messages, ...saidOf(restored, readAs.format)],
    carrying,
    carriedFrom: restored.map(({ count, from = '' }) => (count > 0 ? from : undefined)),
    ...found,
  }
}

/**
 * As `readWith`, with the formats that the text may be in instead loaded only where it has errors.
 * @param others gives them
 */
export async function readAmong(
  format: Format,
  input: string | Uint8Array,
  options: FormatOptions | undefined,
  others: (() => Promise<readonly Format[]>) | undefined,
  settings: ReadSettings = {},
): Promise<ReadOutcome> {
  const first = readWith(format, input, options, [], settings)
  return others && hasErrors(first.messages)
    ? readWith(format, input, options, await others(), settings)
    : first
}

type Outcome = Restored & { readonly damaged?: boolean }

function withCarried(graph: Graph, line: string | undefined, readAs: ReadAs): Outcome {
  const restored =
    line === undefined ? { graph, count: 0, undone: 0, refused: [] } : restore(graph, line, readAs)
  return restored ?? { graph, count: 0, undone: 0, refused: [], damaged: true }
}

function saidOf(outcomes: readonly Outcome[], { title }: Format): Message[] {
  const count = outcomes.reduce((sum, outcome) => sum + outcome.count, 0)
  const undone = outcomes.reduce((sum, outcome) => sum + outcome.undone, 0)
  const damaged = outcomes.filter(outcome => outcome.damaged).length
  const refused = outcomes.flatMap(outcome => outcome.refused)
  return [
    ...(count > 0 ? [restored({ count, undone, title })] : []),
    ...(damaged > 0 || refused.length > 0 ? [saidRefused({ refusals: refused, damaged, title })] : []),
  ]
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text
}
