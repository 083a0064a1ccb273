/**
 * The library with every format of its own, by name or as a value: `read` a text into graphs, `write` graphs as text, `convert` from
 * one format to another, `put` an edited graph back into its text. Formats of your own are handed over as values; `diaglot/core`
 * has the same functions without any format.
 */
import { formats as all } from '../converters/all.js'
import { dotCodes } from '../converters/dot/index.js'
import { drawioCodes } from '../converters/drawio/index.js'
import { flowzapCodes } from '../converters/flowzap/index.js'
import type { FormatName } from '../converters/index.js'
import { jsonCodes } from '../converters/json/index.js'
import { mermaidCodes } from '../converters/mermaid/index.js'
import type { ConvertOutcome, WriteOutcome } from './convert.js'
import * as core from './core.js'
import type { FmtOutcome } from './fmt/fmt.js'
import type { Format } from './format.js'
import type { Graph } from './ir/model.js'
import type { FixOutcome } from './lint/fix.js'
import type { PutOutcome } from './put/put.js'
import type { ReadOutcome } from './read.js'

/** Every format that there is. */
export const formats: readonly (Format & { readonly name: FormatName })[] = all

/** Every code that a message of the library can have, with its severity and a paragraph about it. */
export const codes: typeof core.codes &
  typeof dotCodes &
  typeof drawioCodes &
  typeof flowzapCodes &
  typeof jsonCodes &
  typeof mermaidCodes = {
  ...core.codes,
  ...dotCodes,
  ...drawioCodes,
  ...flowzapCodes,
  ...jsonCodes,
  ...mermaidCodes,
}

export type { FormatName }
export type ReadSettings = core.ReadSettings<FormatName>
export type WriteSettings = core.WriteSettings<FormatName>
export type ConvertSettings = core.ConvertSettings<FormatName>
export type PutSettings = core.PutSettings<FormatName>
export type FmtSettings = core.FmtSettings<FormatName>
export type LowerSettings = core.LowerSettings<FormatName>
export type LintSettings = core.LintSettings<FormatName>
export type FixSettings = core.FixSettings<FormatName>
export type LintOutcome = core.LintOutcome<FormatName>

/**
 * Reads a text, or the bytes of a file, into its graphs.
 * @param input text, or bytes in UTF-8 or UTF-16 or of a PNG picture of draw.io; 64 MB at most
 * @param settings the format, or what tells it: the file name and then the text
 * @returns sound graphs (`flawsOf` finds nothing), messages of the format (`syntax/…`, `lint/…`, `repair/…`, `limit/…`) with places
 * that count in `source` in UTF-16 code units, and `source` itself. Where there are errors, the graphs are what could be read;
 * `format` is what the text turned out to be in, where it is not what was said.
 * @see docs/messages.md for every code, ARCHITECTURE.md for the way of a text
 * @example
 * const { graphs, messages } = read('flowchart LR\n  a --> b\n', { format: 'mermaid' })
 */
export function read(input: string | Uint8Array, settings: ReadSettings = {}): ReadOutcome<FormatName> {
  return core.read(input, { ...settings, formats }) as ReadOutcome<FormatName>
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
 * const { text, messages } = await write(graph().node('a').done(), { format: 'drawio' })
 */
export function write(graphs: Graph | readonly Graph[], settings: WriteSettings): Promise<WriteOutcome> {
  return core.write(graphs, { ...settings, formats })
}

/**
 * Reads a text in one format and writes it in another.
 * @param input as for `read`
 * @param settings the two formats, and how to write
 * @returns as `write`, with the graphs and the source that were read; the messages are those of reading and of writing. With errors
 * and `soundOnly`, no files and an empty text.
 * @see docs/messages.md for every code
 * @example
 * const { text, messages } = await convert('digraph { a -> b }', { from: 'dot', to: 'flowzap', soundOnly: true })
 */
export function convert(input: string | Uint8Array, settings: ConvertSettings): Promise<ConvertOutcome> {
  return core.convert(input, { ...settings, formats })
}

/**
 * Puts an edited graph into the text that it was read from: only what changed in the graph changes there, and comments, order
 * and layout of everything else stay. The result is read to prove it.
 * @param text as it was read, without errors
 * @param graphs one for each graph of the text, in its order
 * @param settings the format, or what tells it: the file name and then the text
 * @returns the text, and as message `syntax/update` where it stays as it was: it has errors, holds another number of graphs, or a change
 * cannot be made in it; `graph/…` where a graph has flaws; with `from`, `repair/updated` for each graph that was brought up to date. What the
 * format cannot hold of an edited graph is lowered without a word; `write` says it.
 * @see ARCHITECTURE.md, law 6; docs/library.md for two texts of one diagram that follow each other
 * @example
 * const text = 'flowchart LR\n  a --> b\n'
 * const [before] = read(text, { format: 'mermaid' }).graphs
 * put(text, edit(before!).relabel('a', 'Start').done(), { format: 'mermaid' }).text
 */
export function put(text: string, graphs: Graph | readonly Graph[], settings: PutSettings = {}): PutOutcome {
  return core.put(text, graphs, { ...settings, formats })
}

/**
 * A text in the style of its format: indentation, blanks, empty lines. Order, names, texts and comments stay, and so does the graph: the
 * result is read to prove it. Formatted again, it is the same bytes; line ends and a mark of the encoding stay as the author has them.
 * @param text of a diagram, or of several in one file
 * @param settings the format, or what tells it: the file name and then the text; `canonical` for what the writer gives
 * @returns the text, `source` (the text that messages count in) and the name of the format; as messages the errors of the text and
 * `syntax/fmt` where it stays as it was: it has errors, or what comes out is not proved to say the same
 * @see docs/fmt.md for the style of each format, ARCHITECTURE.md, law 2
 * @example
 * const { text, messages } = await fmt('flowchart LR\na-->b', { format: 'mermaid' })
 */
export function fmt(text: string, settings: FmtSettings = {}): Promise<FmtOutcome<FormatName>> {
  return core.fmt(text, { ...settings, formats }) as Promise<FmtOutcome<FormatName>>
}

/**
 * Lints a text: reads it, and looks for what its format allows and nobody means.
 * @param input as for `read`
 * @param settings the format, or what tells it: the file name and then the text; `rules`: severities by code, and `off`
 * @returns messages in the order of their places: what reading says (`syntax/…`, `repair/…`, `limit/…`), `lint/…` of the format's rules and of
 * those over the model, and `lint/unused-ignore`; without what a comment in the text ignores (`diaglot-ignore CODE`)
 * @see docs/lint.md for every rule, and how to ignore one
 * @example
 * const { messages } = lint('flowchart LR\n  a --> b\n  a --> b\n', { format: 'mermaid', rules: { 'lint/orphan': 'off' } })
 */
export function lint(input: string | Uint8Array, settings: LintSettings = {}): LintOutcome {
  return core.lint(input, { ...settings, formats }) as LintOutcome
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
 * const { text } = fix('flowchart LR\n  a[Pay (now)] --> b\n', { format: 'mermaid' })
 */
export function fix(text: string, settings: FixSettings = {}): FixOutcome {
  return core.fix(text, { ...settings, formats })
}

/**
 * The graph as a format can hold it: what its writer would be given.
 * @param source a sound graph
 * @param settings the format, and the one that the graph came from
 * @returns the lowered graph, and as messages what had to change (`loss/…`, or `repair/…` where the graph is of that format): their
 * `changes`, applied in order to the graph, give the lowered one. `graph/…` and the graph as it was where it has flaws.
 * @see ARCHITECTURE.md, law 4
 * @example
 * const { graph: held, messages } = lower(graph().node('a', { shape: 'hexagon' }).done(), { format: 'flowzap' })
 */
export function lower(source: Graph, settings: LowerSettings): core.LowerOutcome {
  return core.lower(source, { ...settings, formats })
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
 * const [a] = read('flowchart LR\n  n7[Check]\n', { format: 'mermaid' }).graphs
 * const [b] = read('digraph { n7 [label=Verify] }', { format: 'dot' }).graphs
 * diff(a!, b!, { before: 'mermaid', after: 'dot' })[0]?.text
 */
export function diff(before: Graph, after: Graph, settings: DiffSettings = {}): readonly core.Difference[] {
  return core.diff(before, after, { ...settings, formats })
}

export type DiffSettings = core.DiffSettings<FormatName>
export type { LowerOutcome } from './core.js'
export { linkEditors, linkOf, merge, openedAddress } from './core.js'
export * from './vocabulary.js'
