/** What the functions of the library are called with, and the formats that a call means. A wrong call throws a `TypeError`. */
import type { Pages } from './convert.js'
import type { Document, Format, FormatOptions } from './format.js'
import { formatOfInput } from './input/sniff.js'
import type { Graph } from './ir/model.js'
import type { Rules } from './lint/settings.js'
import type { Tally } from './lower/tally.js'
import type { Message } from './messages/message.js'
import { optionFault, type Using } from './options.js'
import type { ReadOutcome } from './read.js'
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

/** What is done with a target: an existing text is brought up to date. */
export const usesOf = (format: Format, existing: string | undefined): Using[] => [
  { format, use: 'write' },
  ...(existing === undefined ? [] : [{ format, use: 'update' } as const]),
]

export function checkOptions(options: FormatOptions = {}, using: readonly Using[]): void {
  const fault = optionFault(options, using)
  if (fault !== undefined) throw new TypeError(fault)
}

export function formatOf(format: Format | string, formats: readonly Format[]): Format {
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

export function sourceFormat(
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
