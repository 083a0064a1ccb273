/**
 * The library: `read` a text into graphs, `write` graphs as text, `convert` from one format to another.
 *
 * Nothing throws for what is in a diagram; that comes back as messages. A wrong call (a format that does
 * not exist or that cannot be written, an option that the formats of the call do not take) throws a `TypeError`.
 */
import { formats as entries } from '../converters/index.js'
import { type ConvertOutcome, convertWith, type Pages, type WriteOutcome, writeWith } from './convert.js'
import type { Format, FormatOptions } from './format.js'
import { formatOfInput } from './input/sniff.js'
import type { Graph } from './ir/model.js'
import { optionFault, type Using } from './options.js'
import { type PutOutcome, putGraphs } from './put/put.js'
import { type ReadOutcome, readWith } from './read.js'
import { formatNamed, formatOfFile } from './registry.js'

/** Every format that there is. */
export const formats: readonly Format[] = await Promise.all(entries.map(({ load }) => load()))

export interface ReadSettings {
  /** The name of the format; left out, the file name and then the text decide. */
  readonly format?: string
  readonly file?: string
  readonly options?: FormatOptions
  /** False where what the text carries of another format is not to be read. */
  readonly carry?: boolean
}

/** Reads a text, or the bytes of a file, into its graphs. */
export function read(input: string | Uint8Array, settings: ReadSettings = {}): ReadOutcome {
  const format = sourceFormat(input, settings)
  checkOptions(settings.options, [{ format, use: 'read' }])
  return readWith(format, input, settings.options, formats, settings)
}

export interface WriteSettings {
  readonly format: string
  /** The format that the graphs came from, so that what is put right is called a repair and not a loss. */
  readonly from?: string
  /** Whether what the format cannot hold rides along in a harmless place of the text. */
  readonly carry?: boolean
  readonly options?: FormatOptions
  /** `split`: a file for each graph, also where the format holds several. */
  readonly pages?: Pages
  /** A draw.io file to bring up to date: what a person changed in it stays. */
  readonly existing?: string
}

/** Writes graphs as the text of a format. */
export async function write(
  graphs: Graph | readonly Graph[],
  { format, ...settings }: WriteSettings,
): Promise<WriteOutcome> {
  const target = mustFind(format)
  checkOptions(settings.options, [{ format: target, use: 'write' }])
  return writeWith(target, listOf(graphs), settings)
}

export interface ConvertSettings {
  readonly to: string
  readonly from?: string
  readonly file?: string
  readonly carry?: boolean
  readonly options?: FormatOptions
  /** `split`: a file for each graph, also where the format holds several. */
  readonly pages?: Pages
  /** A draw.io file to bring up to date: what a person changed in it stays. */
  readonly existing?: string
}

/** Reads a text in one format and writes it in another. */
export async function convert(
  input: string | Uint8Array,
  { to, from, file, ...settings }: ConvertSettings,
): Promise<ConvertOutcome> {
  const target = mustFind(to)
  const source = sourceFormat(input, { ...(from && { format: from }), ...(file && { file }) })
  checkOptions(settings.options, [
    { format: source, use: 'read' },
    { format: target, use: 'write' },
  ])
  return convertWith(source, target, input, { ...settings, others: async () => formats })
}

/** As for reading; what the text carries is not read. */
export type PutSettings = Omit<ReadSettings, 'carry'>

/**
 * Puts an edited graph into the text that it was read from: only what changed in the graph changes there, and comments, order
 * and layout of everything else stay. The result is read to prove it.
 * @param graphs one for each graph of the text, in its order
 * @returns the text, and `syntax/update` where it stays as it was: it has errors, holds another number of graphs, or a change
 * cannot be made in it. What the format cannot hold of an edited graph is lowered without a word; `write` says it.
 */
export function put(
  text: string,
  graphs: Graph | readonly Graph[],
  { options, ...settings }: PutSettings = {},
): PutOutcome {
  const format = sourceFormat(text, settings)
  checkOptions(options, [{ format, use: 'read' }])
  return putGraphs(format, text, listOf(graphs), options)
}

function listOf(graphs: Graph | readonly Graph[]): readonly Graph[] {
  // What is no graph at all is refused further on, as a graph with flaws is.
  return Array.isArray(graphs) ? graphs : [graphs as Graph]
}

function checkOptions(options: FormatOptions = {}, using: readonly Using[]): void {
  const fault = optionFault(options, using)
  if (fault !== undefined) throw new TypeError(fault)
}

function mustFind(name: string): Format {
  const format = formatNamed(formats, name)
  if (!format)
    throw new TypeError(`there is no format “${name}”; there are ${formats.map(f => f.name).join(', ')}`)
  return format
}

function sourceFormat(input: string | Uint8Array, { format, file }: ReadSettings): Format {
  if (format !== undefined) return mustFind(format)
  const byFile = file === undefined ? undefined : formatOfFile(formats, file)
  const text = typeof input === 'string' ? input : new TextDecoder().decode(input)
  const found = byFile ?? formatOfInput(formats, text)
  if (!found) throw new TypeError('the format cannot be told from the text; name it with `format`')
  return found
}

export type { ConvertOutcome, OutputFile, WriteOutcome } from './convert.js'
export { edit, type GraphBuilder, type GraphEditor, graph } from './edit/edit.js'
export type {
  EdgeFields,
  EdgeRef,
  EndRef,
  GraphFields,
  GroupFields,
  NewEdge,
  NewGroup,
  NewLoop,
  NewNode,
  NodeFields,
  Ref,
} from './edit/given.js'
export type { Format, FormatOption, FormatOptions, OptionUse } from './format.js'
export { differences, firstDifference, sameGraph } from './ir/difference.js'
export type * from './ir/model.js'
export { flawsOf } from './ir/validate.js'
export type { Tally } from './lower/tally.js'
export { codes } from './messages/codes.js'
export { hasErrors, type Message } from './messages/message.js'
export { lineTable, placeOf } from './messages/place.js'
export { reportJson } from './messages/reporters/json.js'
export { reportPretty } from './messages/reporters/pretty.js'
export type { PutOutcome } from './put/put.js'
export type { ReadOutcome } from './read.js'
