/**
 * The library without a format of its own: every function works with the formats that it is handed, as values or, among `formats`,
 * by name. Who converts between two formats loads those two (`diaglot/core`).
 *
 * Nothing throws for what is in a diagram; that comes back as messages. A wrong call (a format that is not
 * among those at hand or cannot be written, an option that the formats of the call do not take) throws a `TypeError`.
 */
import { type ConvertOutcome, convertWith, type Pages, type WriteOutcome, writeWith } from './convert.js'
import { comparedGraphs } from './diff/diff.js'
import type { Difference } from './diff/difference.js'
import { type FmtOutcome, fmtWith } from './fmt/fmt.js'
import type { Document, Format, FormatOptions } from './format.js'
import { formatOfInput } from './input/sniff.js'
import type { Graph } from './ir/model.js'
import { type FixOutcome, fixWith } from './lint/fix.js'
import { lintWith } from './lint/lint.js'
import { codesOf, type Rules, ruleFault, unknownCode } from './lint/settings.js'
import { targetOf } from './lower/editor.js'
import { lower as lowerTo } from './lower/lower.js'
import { refusalsOf } from './lower/refuse.js'
import { NO_TALLY, type Tally } from './lower/tally.js'
import { type MergeResult, mergeWithMessages } from './merge/merge.js'
import type { Message } from './messages/message.js'
import { optionFault, type Using } from './options.js'
import { bringBack } from './put/bring-back.js'
import { type PutOutcome, putGraphs } from './put/put.js'
import { type ReadOutcome, readWith } from './read.js'
import { formatNamed, formatOfFile } from './registry.js'

/** Formats that a call can name, that a text without a name may be in, and that one with errors may be in instead. */
export interface Among {
  readonly formats?: readonly Format[]
}

export interface ReadSettings<Name extends string = string> {
  /** The format, or its name; left out, the file name and then the text decide. */
  readonly format?: Format | Name
  /** The name of the file that the text is from. Nothing is read from there. */
  readonly file?: string
  readonly options?: FormatOptions
  /** False where what the text carries of another format is not to be read. */
  readonly carry?: boolean
}

export interface WriteSettings<Name extends string = string> {
  readonly format: Format | Name
  /** The format that the graphs came from, so that what is put right is called a repair and not a loss. */
  readonly from?: Format | Name
  /** For each graph what it was read from, as `read` gave it: where that is of this format, only what changed in the graph changes there. */
  readonly documents?: readonly (Document | undefined)[] | undefined
  /** For each graph where its source puts everything, as `read` gave it, for a format with geometry. */
  readonly layouts?: ReadOutcome['layouts'] | undefined
  /** Whether what the format cannot hold rides along in a harmless place of the text. */
  readonly carry?: boolean
  readonly options?: FormatOptions
  /** `split`: a file for each graph, also where the format holds several. */
  readonly pages?: Pages
  /** A draw.io file to bring up to date: what a person changed in it stays. */
  readonly existing?: string
}

export interface ConvertSettings<Name extends string = string> {
  readonly to: Format | Name
  readonly from?: Format | Name
  /** The name of the file that the text is from. Nothing is read from there. */
  readonly file?: string
  /** Left out, a text that carries goes on carrying. */
  readonly carry?: boolean
  /** True where nothing is to be written of an input that has errors. Left out, what could be read is written. */
  readonly soundOnly?: boolean
  readonly options?: FormatOptions
  /** `split`: a file for each graph, also where the format holds several. */
  readonly pages?: Pages
  /** A draw.io file to bring up to date: what a person changed in it stays. */
  readonly existing?: string
}

/** As for reading; what the text carries is not read. */
export interface PutSettings<Name extends string = string> extends Omit<ReadSettings<Name>, 'carry'> {
  /**
   * The format of another file that the graphs were read from, with `carry: false`: what differs between it and the text is put, and what that format
   * cannot hold stays as the text has it. Left out, the text becomes what the graphs say.
   */
  readonly from?: Format | Name
}

export interface FmtSettings<Name extends string = string> extends Omit<ReadSettings<Name>, 'carry'> {
  /** True for the form that the writer of the format gives, in place of the style in which statements stay where they are. */
  readonly canonical?: boolean
}

/** As for reading, with how grave each finding is. */
export interface LintSettings<Name extends string = string> extends Omit<ReadSettings<Name>, 'carry'> {
  /** By code: another severity than the code has by itself, or `off`. A rule that is only said on request is said where it is set. */
  readonly rules?: Rules
}

export interface FixSettings<Name extends string = string> extends LintSettings<Name> {
  /** The codes whose fixes are made. Left out, all that change nothing of what the author says, and take nothing away. */
  readonly only?: readonly string[]
}

export interface LintOutcome<Name extends string = string> {
  /** In the order of their places. */
  readonly messages: readonly Message[]
  /** The text that the places of messages count in. */
  readonly source: string
  /** The name of the format that the text was read in. */
  readonly format: Name
}

/** As for writing, of one graph that carries nothing. */
export type LowerSettings<Name extends string = string> = Pick<
  WriteSettings<Name>,
  'format' | 'from' | 'options'
>

export interface DiffSettings<Name extends string = string> {
  /** The formats that the two graphs were read in. Where they are two, only what both can hold is compared. */
  readonly before?: Format | Name
  readonly after?: Format | Name
}

export interface LowerOutcome {
  /** As the format can hold it. The graph itself where it cannot be lowered: an error says why. */
  readonly graph: Graph
  readonly messages: readonly Message[]
  /** What became of every leaf of the graph. */
  readonly tally: Tally
}

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

/** What is done with a target: an existing text is brought up to date. */
const usesOf = (format: Format, existing: string | undefined): Using[] => [
  { format, use: 'write' },
  ...(existing === undefined ? [] : [{ format, use: 'update' } as const]),
]

function checkOptions(options: FormatOptions = {}, using: readonly Using[]): void {
  const fault = optionFault(options, using)
  if (fault !== undefined) throw new TypeError(fault)
}

function formatOf(format: Format | string, formats: readonly Format[]): Format {
  if (typeof format !== 'string') {
    if (typeof format === 'object' && format !== null && typeof format.name === 'string') return format
    throw new TypeError('a format is its name, or an object with a name that reads or writes')
  }
  const found = formatNamed(formats, format)
  if (found) return found
  const names =
    formats.length === 0 ? 'none was handed over' : `there are ${formats.map(f => f.name).join(', ')}`
  throw new TypeError(`there is no format “${format}”; ${names}`)
}

function sourceFormat(
  input: string | Uint8Array,
  { format, file, formats = [] }: Pick<ReadSettings, 'format' | 'file'> & Among,
): Format {
  if (format !== undefined) return formatOf(format, formats)
  // A picture is written only, and some hold a diagram all the same: what is in it tells.
  const readable = formats.filter(({ read }) => read)
  const byFile = file === undefined ? undefined : formatOfFile(readable, file)
  const found =
    byFile ?? formatOfInput(formats, typeof input === 'string' ? input : new TextDecoder().decode(input))
  if (!found) throw new TypeError('the format cannot be told from the text; name it with `format`')
  return found
}

export { linkEditors, linkOf, openedAddress } from './links/links.js'
export * from './vocabulary.js'
