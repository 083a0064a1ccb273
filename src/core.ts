/**
 * The library without a format of its own: every function works with the formats that it is handed, as values or, among `formats`,
 * by name. Who converts between two formats loads those two (`diaglot/core`).
 *
 * Nothing throws for what is in a diagram; that comes back as messages. A wrong call (a format that is not
 * among those at hand or cannot be written, an option that the formats of the call do not take) throws a `TypeError`.
 */
import { type ConvertOutcome, convertWith, type WriteOutcome, writeWith } from './convert.js'
import { comparedGraphs } from './diff/diff.js'
import type { Difference } from './diff/difference.js'
import { type FmtOutcome, fmtWith } from './fmt/fmt.js'
import type { Format } from './format.js'
import type { Graph } from './ir/model.js'
import { type FixOutcome, fixWith } from './lint/fix.js'
import { lintWith } from './lint/lint.js'
import { codesOf, ruleFault, unknownCode } from './lint/settings.js'
import { targetOf } from './lower/editor.js'
import { lower as lowerTo } from './lower/lower.js'
import { refusalsOf } from './lower/refuse.js'
import { NO_TALLY } from './lower/tally.js'
import { type MergeResult, mergeWithMessages } from './merge/merge.js'
import { bringBack } from './put/bring-back.js'
import { type PutOutcome, putGraphs } from './put/put.js'
import { type ReadOutcome, readWith } from './read.js'
import {
  type Among,
  type ConvertSettings,
  checkOptions,
  type DiffSettings,
  type FixSettings,
  type FmtSettings,
  formatOf,
  type LintOutcome,
  type LintSettings,
  type LowerOutcome,
  type LowerSettings,
  type PutSettings,
  type ReadSettings,
  sourceFormat,
  usesOf,
  type WriteSettings,
} from './settings.js'

/**
 * Reads a text, or the bytes of a file, into its graphs.
 * @param input text, or bytes in UTF-8 or UTF-16 or of a PNG picture of draw.io; 64 MB at most
 * @param settings the format, or the formats among which the file name and the text decide
 * @returns sound graphs (`flawsOf` finds nothing), messages of the format (`syntax/…`, `lint/…`, `repair/…`, `limit/…`) with places
 * that count in `source` in UTF-16 code units, and `source` itself. Where there are errors, the graphs are what could be read.
 * @see docs/messages.md for every code, ARCHITECTURE.md for the way of a text
 * @example
 * import { read } from 'diaglot/core'
 * import { mermaid } from 'diaglot/mermaid'
 * const { graphs, messages } = read('flowchart LR\n  a --> b\n', { format: mermaid })
 */
export function read(input: string | Uint8Array, settings: ReadSettings & Among = {}): ReadOutcome {
  const { formats = [], options, carry } = settings
  const format = sourceFormat(input, settings)
  checkOptions(options, [{ format, use: 'read' }])
  return readWith(format, input, options, formats, { carry })
}

/**
 * Writes graphs as the text of a format: lowered to what it can hold, laid out where it has geometry.
 * @param graphs one or several; one that is not sound is not written
 * @param settings the format to write, and how
 * @returns `text` of the first file and all `files` (several where the format holds one graph each); messages: `loss/…` for what the
 * format cannot hold, or `repair/…` for a graph of its own, with the changes that were made; `graph/…` for a graph with flaws, `limit/…`;
 * and `tally`, what became of every leaf
 * @see docs/messages.md for every code, docs/carrying.md for `carry`
 * @example
 * import { write } from 'diaglot/core'
 * import { dot } from 'diaglot/dot'
 * const { text, messages } = await write(graphs, { format: dot })
 */
export async function write(
  graphs: Graph | readonly Graph[],
  { format, from, formats = [], ...settings }: WriteSettings & Among,
): Promise<WriteOutcome> {
  const target = formatOf(format, formats)
  checkOptions(settings.options, usesOf(target, settings.existing))
  const source = from === undefined ? {} : { from: typeof from === 'string' ? from : from.name }
  return writeWith(target, listOf(graphs), { ...settings, ...source })
}

/**
 * Reads a text in one format and writes it in another.
 * @param input as for `read`
 * @param settings the two formats, and how to write
 * @returns as `write`, with the graphs and the source that were read; the messages are those of reading and of writing. With errors
 * and `soundOnly`, no files and an empty text.
 * @see docs/messages.md for every code
 * @example
 * import { convert } from 'diaglot/core'
 * import { flowzap } from 'diaglot/flowzap'
 * import { mermaid } from 'diaglot/mermaid'
 * const { text, messages } = await convert('flowchart LR\n  a --> b\n', { from: mermaid, to: flowzap, soundOnly: true })
 */
export async function convert(
  input: string | Uint8Array,
  { to, from, file, formats = [], ...settings }: ConvertSettings & Among,
): Promise<ConvertOutcome> {
  const target = formatOf(to, formats)
  const source = sourceFormat(input, { ...(from && { format: from }), ...(file && { file }), formats })
  checkOptions(settings.options, [{ format: source, use: 'read' }, ...usesOf(target, settings.existing)])
  return convertWith(source, target, input, { ...settings, others: async () => formats })
}

/**
 * Puts an edited graph into the text that it was read from: only what changed in the graph changes there, and comments, order
 * and layout of everything else stay. The result is read to prove it.
 * @param text as it was read, without errors
 * @param graphs one for each graph of the text, in its order
 * @param settings the format, or the formats among which the file name and the text decide
 * @returns the text, and as message `syntax/update` where it stays as it was: it has errors, holds another number of graphs, or a change
 * cannot be made in it; `graph/…` where a graph has flaws; with `from`, `repair/updated` for each graph that was brought up to date. What the
 * format cannot hold of an edited graph is lowered without a word; `write` says it.
 * @see ARCHITECTURE.md, law 6; docs/library.md for two texts of one diagram that follow each other
 * @example
 * import { edit, put, read } from 'diaglot/core'
 * import { mermaid } from 'diaglot/mermaid'
 * const [graph] = read(text, { format: mermaid }).graphs
 * const edited = put(text, edit(graph).relabel('a', 'Start').done(), { format: mermaid })
 */
export function put(
  text: string,
  graphs: Graph | readonly Graph[],
  settings: PutSettings & Among = {},
): PutOutcome {
  const format = sourceFormat(text, settings)
  checkOptions(settings.options, [
    { format, use: 'read' },
    { format, use: 'update' },
  ])
  const { from, formats = [] } = settings
  if (from === undefined) return putGraphs(format, text, listOf(graphs), settings.options)
  const flaws = listOf(graphs).flatMap(graph => refusalsOf(graph))
  if (flaws.length > 0) return { text, messages: flaws }
  return bringBack(format, text, formatOf(from, formats), listOf(graphs), settings.options)
}

/**
 * A text in the style of its format: indentation, blanks, empty lines. Order, names, texts and comments stay, and so does the graph: the
 * result is read to prove it. Formatted again, it is the same bytes; line ends and a mark of the encoding stay as the author has them.
 * @param text of a diagram, or of several in one file
 * @param settings the format, or the formats among which the file name and the text decide; `canonical` for what the writer gives
 * @returns the text, `source` (the text that messages count in) and the name of the format; as messages the errors of the text and
 * `syntax/fmt` where it stays as it was: it has errors, or what comes out is not proved to say the same
 * @see docs/fmt.md for the style of each format, ARCHITECTURE.md, law 2
 * @example
 * import { fmt } from 'diaglot/core'
 * import { mermaid } from 'diaglot/mermaid'
 * const { text, messages } = await fmt('flowchart LR\na-->b', { format: mermaid })
 */
export async function fmt(text: string, settings: FmtSettings & Among = {}): Promise<FmtOutcome> {
  const { options, canonical } = settings
  const format = sourceFormat(text, settings)
  checkOptions(options, [{ format, use: 'read' }, ...(canonical ? [{ format, use: 'write' } as const] : [])])
  return fmtWith(format, text, { options, canonical })
}

/**
 * Lints a text: reads it, and looks for what its format allows and nobody means.
 * @param input as for `read`
 * @param settings the format, or the formats among which the file name and the text decide; `rules`: severities by code, and `off`
 * @returns messages in the order of their places: what reading says (`syntax/…`, `repair/…`, `limit/…`), `lint/…` of the format's rules and of
 * those over the model, and `lint/unused-ignore`; without what a comment in the text ignores (`diaglot-ignore CODE`)
 * @see docs/lint.md for every rule, and how to ignore one
 * @example
 * import { lint } from 'diaglot/core'
 * import { mermaid } from 'diaglot/mermaid'
 * const { messages } = lint('flowchart LR\n  a --> b\n  a --> b\n', { format: mermaid, rules: { 'lint/orphan': 'off' } })
 */
export function lint(input: string | Uint8Array, settings: LintSettings & Among = {}): LintOutcome {
  const { format, inner } = linting(input, settings)
  const { found, reading } = lintWith(format, input, inner)
  return {
    messages: found.map(({ message }) => message),
    source: reading.source,
    format: reading.format ?? format.name,
  }
}

/**
 * Fixes a text: makes the fixes of what `lint` finds until there is nothing more to fix, and only those that are proved. What mends a
 * mistake has to leave the graph that is read in spite of it; what a rule asks for has to leave the graph as it is, or to change
 * what its message says and nothing else.
 * @param text as for `read`, no bytes
 * @param settings as for `lint`; `only`: the codes whose fixes are made
 * @returns the text, of which only the bytes that had to are others; the messages whose fixes were made (`applied`, with places in the
 * text that was given); those whose fixes were not (`refused`, each with a sentence why); and the messages that are left
 * @see docs/lint.md for what is proved
 * @example
 * import { fix } from 'diaglot/core'
 * import { mermaid } from 'diaglot/mermaid'
 * const { text } = fix('flowchart LR\n  a[Pay (now)] --> b\n', { format: mermaid })
 */
export function fix(text: string, settings: FixSettings & Among = {}): FixOutcome {
  const { format, inner } = linting(text, settings)
  return fixWith(format, text, { ...inner, only: settings.only })
}

function linting(input: string | Uint8Array, settings: FixSettings & Among) {
  const { formats = [], options, rules = {}, only = [] } = settings
  const format = sourceFormat(input, settings)
  checkOptions(options, [{ format, use: 'read' }])
  const known = codesOf([format, ...formats])
  const fault = ruleFault(rules, known) ?? unknownCode(only, known)
  if (fault !== undefined) throw new TypeError(fault)
  return { format, inner: { options, rules, others: formats, known } }
}

/**
 * The graph as a format can hold it: what its writer would be given.
 * @param graph a sound one
 * @param settings the format, and the one that the graph came from
 * @returns the lowered graph, and as messages what had to change (`loss/…`, or `repair/…` where the graph is of that format): their
 * `changes`, applied in order to the graph, give the lowered one. `graph/…` and the graph as it was where it has flaws.
 * @see ARCHITECTURE.md, law 4
 * @example
 * import { lower } from 'diaglot/core'
 * import { flowzap } from 'diaglot/flowzap'
 * const { graph: held, messages } = lower(graph, { format: flowzap })
 */
export function lower(
  graph: Graph,
  { format, from, options, formats = [] }: LowerSettings & Among,
): LowerOutcome {
  const target = formatOf(format, formats)
  checkOptions(options, [{ format: target, use: 'write' }])
  const refused = refusalsOf(graph)
  if (refused.length > 0) return { graph, messages: refused, tally: NO_TALLY }
  const origin = typeof from === 'string' ? from : from?.name
  const lowered = lowerTo(graph, targetOf(target, graph, options ?? {}, origin === target.name))
  return { graph: lowered.graph, messages: lowered.messages, tally: lowered.tally }
}

/**
 * What changed between two graphs, in the words of the model: what was added, removed, changed and moved.
 * @param before the graph as it was
 * @param after the graph as it is now
 * @param settings the formats that they were read in, where these are two: what a conversion loses, adds or calls otherwise is no change
 * @returns differences, each typed and in a sentence (`node n7 renamed from “Check” to “Verify”`); none where both say the same. Comments,
 * places, and the order of anything but lanes say nothing. No messages.
 * @see docs/diff-and-merge.md
 * @example
 * import { diff, edit } from 'diaglot/core'
 * diff(graph, edit(graph).relabel('a', 'Start').done())[0]?.text
 */
export function diff(
  before: Graph,
  after: Graph,
  { before: from, after: to, formats = [] }: DiffSettings & Among = {},
): readonly Difference[] {
  const side = (graph: Graph, format: Format | string | undefined) => ({
    graph,
    // What does not hang together cannot be lowered, and is compared as it is.
    format: format === undefined || refusalsOf(graph).length > 0 ? undefined : formatOf(format, formats),
  })
  return comparedGraphs(side(before, from), side(after, to)).differences
}

/**
 * What two sides changed since a common graph, in one graph.
 * @param base the graph from which both come
 * @param ours one side
 * @param theirs the other
 * @returns `graph` with both edits; where they contradict each other, with ours. `conflicts`, and as messages `merge/conflict` for each: where
 * both changed one field of one element to different values, or one side removed what the other changed or hung something new on.
 * `graph/…`, and ours as it is, where a graph has flaws.
 * @see docs/diff-and-merge.md
 * @example
 * import { edit, merge } from 'diaglot/core'
 * const { graph: both, conflicts } = merge(base, edit(base).relabel('a', 'Start').done(), theirs)
 */
export function merge(base: Graph, ours: Graph, theirs: Graph): MergeResult {
  return mergeWithMessages(base, ours, theirs)
}

function listOf(graphs: Graph | readonly Graph[]): readonly Graph[] {
  // What is no graph at all is refused further on, as a graph with flaws is.
  return Array.isArray(graphs) ? graphs : [graphs as Graph]
}

export { linkEditors, linkOf, openedAddress } from './links/links.js'
export type {
  Among,
  ConvertSettings,
  DiffSettings,
  FixSettings,
  FmtSettings,
  LintOutcome,
  LintSettings,
  LowerOutcome,
  LowerSettings,
  PutSettings,
  ReadSettings,
  WriteSettings,
} from './settings.js'
export * from './vocabulary.js'
