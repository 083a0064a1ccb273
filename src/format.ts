/**
 * The contract that a format fulfils. A format is plain data and pure functions; what it can hold it
 * declares in its `Capabilities`, which the passes of `src/lower` read. A writer is given only
 * what it can write.
 */
import type { Capabilities } from './capabilities.js'
import type { Marks } from './diff/mark.js'
import type { Matched } from './diff/match.js'
import type { FormatOption, FormatOptions } from './format-options.js'
import type { Graph, Range } from './ir/model.js'
import type { Language } from './language/language.js'
import type { Layout } from './layout/boxes.js'
import type { CodeTable } from './messages/code.js'
import type { Message, Severity, TextEdit } from './messages/message.js'
import type { OfficialEntry } from './official.js'

export { type FormatOption, type FormatOptions, type OptionUse, onOrOff } from './format-options.js'

/** What a format that has comments takes for notes (`Node.note`). */
export const notesOption: FormatOption = {
  name: 'notes',
  values: ['comment', 'node'],
  for: ['write'],
  about: '`node`: texts that belong to nothing are nodes; left out, they are comments',
}

/**
 * What a graph was read from, for whoever writes the same format again: how it was written (order, spelling, comments) stands there and
 * not in the graph.
 */
export interface Document {
  /** The name of the format that it is in. */
  readonly format: string
  /** A text of that one graph alone. */
  readonly text: string
}

export interface ReadResult {
  /** Sound graphs: `flawsOf` finds nothing in any of them. */
  readonly graphs: readonly Graph[]
  readonly messages: readonly Message[]
  /** For each graph, the carried data that stood in the text, as it was given to the writer. */
  readonly carried?: readonly (string | undefined)[]
  /** For each graph, what it was read from. Left out by formats whose graphs say all of a text that counts. */
  readonly documents?: readonly (Document | undefined)[]
  /** For each graph, where its source puts everything, if that is more than an arrangement of ours. */
  readonly layouts?: readonly (Layout | undefined)[]
}

/** A lowered graph with what a writer needs beside it. */
export interface Drawing {
  readonly graph: Graph
  /** Only for formats that have `layOut`. */
  readonly layout?: Layout
  /** One line of text, without line breaks, to put in the format's harmless place. */
  readonly carry?: string
  /** What the graph was read from. One of the writer's own format says this very graph, and is written as it is. */
  readonly document?: Document
  /** The name of the format that the graph was read from, where it was read. */
  readonly from?: string
  /** What is to be marked in a picture. Formats that are no pictures know nothing of it. */
  readonly marks?: Marks
  /** What to call it among others in one file, where the graph has no title: its own file's name. */
  readonly name?: string
}

/** Boxes and routes, and what is said of them: `limit/layout` where a simpler way had to be taken. */
export interface LaidOut {
  readonly layout: Layout
  readonly messages: readonly Message[]
}

/** What is to become of a graph that stands in a text. */
export interface PutChange {
  /** As the text reads, without errors and without what it carries. */
  readonly before: Graph
  /** As it is to read: lowered for the format. */
  readonly after: Graph
  /** Which element of the one is which of the other. What is in no pair goes, or is new. */
  readonly matched: Matched
}

export interface UpdateResult {
  /** The existing text itself, unchanged, where nothing changed or it cannot be updated (an error says so). */
  readonly text: string
  readonly messages: readonly Message[]
}

/** What a format needs of its surroundings where its files are pictures: the library itself touches no files, and has no fonts. */
export interface Surroundings {
  /** An SVG picture, drawn so many times as large, as the bytes of a PNG file. */
  readonly rasterize: (svg: string, scale: number) => Promise<Uint8Array>
  /** How many times as large pictures are drawn; 1 where it is left out. */
  readonly scale?: number
}

/** What every format says of itself. */
interface About {
  /** As on the command line: `flowzap`. */
  readonly name: string
  /** As in a sentence: `FlowZap Code`. */
  readonly title: string
  /** With the dot, lower case; the first is the one that is written. */
  readonly extensions: readonly string[]
  /** Options that an extension stands for, where a file is written under it: `.drawio.svg` is a picture. */
  readonly extensionOptions?: Readonly<Record<string, FormatOptions>>
  /** What else than its name and its extensions stands behind a Markdown fence around a text of it. */
  readonly fences?: readonly string[]
  /**
   * What a text of it is called in documents, where that is not its name: behind a fence, as a directive of Sphinx or a block of
   * Asciidoctor, and as the class of an HTML element, if its own software draws elements of that class.
   */
  readonly inDocuments?: { readonly fence?: string; readonly directive?: string; readonly element?: string }
  /** Options of its directive that no other takes. */
  readonly directiveOptions?: readonly string[]
  /**
   * Kinds of documents, by name, whose usual readers draw a text of it that stands there: GitHub draws some formats in Markdown, extensions of
   * Sphinx and Asciidoctor some in theirs. Left out where nobody does.
   */
  readonly drawnIn?: readonly string[]
  /** Codes of messages that it brings beside the core's, each with a severity, and with a paragraph where there is more of it than a half. */
  readonly codes?: CodeTable
  /** By code: how grave a finding of the linter is in this format, where that is not what the code says; `off` where it is often meant. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>
  /** Left out where it takes none. */
  readonly options?: readonly FormatOption[]
  /** Whether several graphs fit one file. */
  readonly many?: boolean
}

/** What a format has that can be read. */
interface Reader {
  /** Never throws for what is in the text. */
  readonly read: (text: string, options: FormatOptions) => ReadResult
  /** Whether a text without a telling extension looks like this format. */
  readonly sniff?: (text: string) => boolean
  /**
   * The edits that bring a text, read without errors, into the style of the format: blanks, line breaks, indentation, and signs that do
   * nothing but part one thing from the next. Statements, their order, names, texts and comments stay as they are. What is in the style
   * already gets none, and what the writer gives is in it. `src/fmt` reads the result and takes nothing on trust.
   */
  readonly fmt?: (text: string) => readonly TextEdit[]
  /**
   * From bytes to text, where that is more than UTF-8. Throws nothing: `undefined` for bytes that are no text,
   * or a message that says more.
   */
  readonly decode?: (bytes: Uint8Array) => string | Message | undefined
  /**
   * What its linter says of a text: what its reader said, and what its rules find besides; where a rule says the same more
   * strictly, the rule's in place of the reader's. Never throws for what is in the text.
   */
  readonly lint?: (text: string, reading: ReadResult, options: FormatOptions) => readonly Message[]
  /** In place of `read` and `lint`, where the linter wants to see what the graph does not say: the second remembers what the first saw. */
  readonly linter?: Required<Pick<Reader, 'read' | 'lint'>> | undefined
  /** The comments of a text, in their order: in one, an author can say that a finding is meant (`diaglot-ignore`). */
  readonly comments?: (text: string) => readonly Range[]
  /** What an editor knows of its texts: words, ids, what may stand where. Left out where that is nothing. */
  readonly language?: Language
  /** What a file says so in another way than in a comment. */
  readonly ignored?: (text: string) => readonly Ignored[]
}

/** Findings that an author says are meant. */
export interface Ignored {
  /** The codes, as in a comment; none for all. */
  readonly words: string
  /** Where it says so. */
  readonly at: Range
  /** Where a finding has to begin. */
  readonly over: Range
  /** Whether the ranges of others may stand in this one. */
  readonly isWide?: boolean
}

/** What a format has that can be written. */
interface Writer {
  /** What it can write, for the graph at hand and the options given. */
  readonly capabilities: (graph: Graph, options: FormatOptions) => Capabilities
  /** Canonical: same drawings, same bytes. */
  readonly write: (drawings: readonly Drawing[], options: FormatOptions) => string
  /**
   * A graph as this version has it, of one that an earlier version wrote as JSON or carried: what stood in `extras` then, and is of
   * the document. Called before lowering.
   */
  readonly ofToday?: (graph: Graph) => Graph
  /**
   * Boxes for a lowered graph, where the writer needs them.
   * @param source the graph before it was lowered
   * @param found where the text that the graph was read from puts everything
   */
  readonly layOut?: (graph: Graph, source: Graph, found?: Layout, options?: FormatOptions) => Promise<LaidOut>
  /**
   * Whether a text is as the format wrote it, so that nothing of a person's is lost where it is written anew. Left out
   * where files of the format are not gone on with by hand: they are replaced as a compiler replaces its output.
   */
  readonly asWritten?: (text: string) => boolean
  /**
   * The finished text in the form that the options ask for, where the format has others than the one that it writes and updates: a picture
   * that shows what the text says, and holds it. A text that has the form already stays. Left out where there are none.
   * @param drawings what the text was just written of; nothing where an existing text was brought up to date
   */
  readonly inForm?: (text: string, options: FormatOptions, drawings?: readonly Drawing[]) => Promise<string>
  /**
   * The bytes of a file, where those are another thing than its text: a picture that the text describes. Nothing where the text is the
   * file; a message (`limit/size`) where there cannot be such a file.
   */
  readonly encode?: (
    text: string,
    options: FormatOptions,
    surroundings: Surroundings,
  ) => Promise<Uint8Array | Message | undefined>
  /** What can only be said of the finished text (a size limit of the format's own service). */
  readonly check?: (text: string) => readonly Message[]
}

/** What only a format can have that is both read and written. */
interface Both {
  /** Whether the writer has a harmless place for `Drawing.carry`. */
  readonly carries?: boolean
  /**
   * Brings a text that a person went on editing up to date with drawings, and changes in it only what
   * they say otherwise. Never throws for what is in the text.
   */
  readonly update?: (existing: string, drawings: readonly Drawing[], options: FormatOptions) => UpdateResult
  /** The options that a text says it was drawn with: they hold for an update that says nothing of them. Never throws. */
  readonly drawnWith?: (existing: string) => FormatOptions
  /** Of a graph that was read: what its file says was written there last, lowered; nothing where it says nothing of that. */
  readonly lastWritten?: (graph: Graph) => Graph | undefined
  /**
   * An edited graph, not lowered yet, in which the extras that speak of other elements speak of what these are now: `change.after`.
   * Left out where extras name no other elements.
   */
  readonly follow?: (change: PutChange) => Graph
  /**
   * A graph as it is once it stands in a text: with what nobody says and reading finds there all the same. Left out where reading finds
   * only what is said.
   * @param reading what is read of the text
   */
  readonly asShown?: (wanted: Graph, reading: Graph) => Graph
  /**
   * The edits that make a text read as a graph that is another than the one that stands there. They touch only what
   * differs: comments, order, spelling and layout of everything else stay, and what is new stands near its neighbours, indented and
   * quoted as the text does it. The edits do not overlap and stand in order. `src/put` reads the result and takes nothing on trust.
   * @returns the edits, or a message (`syntax/update`) that says what the text cannot say
   */
  readonly put?: (text: string, change: PutChange, options: FormatOptions) => readonly TextEdit[] | Message
  /**
   * What stands in a text and cannot be read by the release of the format's own software that the options name; `put` writes that in another
   * way, also where the graph stays. Left out where options name no release.
   */
  readonly unread?: (text: string, options: FormatOptions) => readonly Message[]
}

type Without<T> = { readonly [K in keyof T]?: undefined }

/** A format that is read, written, or both; where `write` is there, `capabilities` are too. */
export type Format = About &
  ((Reader & Writer & Both) | (Reader & Without<Writer & Both>) | (Writer & Without<Reader & Both>))

/** A part of a format: what both of its halves have, or what one of them has besides. */
export type FormatPart = Partial<About & Reader & Writer & Both>

export interface FormatFlag {
  /** The name of an option. */
  readonly option: string
  /** Of an option that is a text: what the help calls that. Left out for one that is on or off. */
  readonly takes?: string
  /** What it does, for the help. */
  readonly about: string
}

/**
 * A format, or its reading or writing half, of what both halves have and what this one has besides. A call without a spread in it, so
 * that a bundler can leave out a half that nobody uses.
 */
export function formatOf(...parts: readonly (FormatPart | Format)[]): Format {
  return Object.assign({}, ...parts) as Format
}

/** A format in the list, before it is loaded. Name and extensions are those of the format itself. */
export interface FormatEntry {
  readonly name: string
  readonly extensions: readonly string[]
  /** For a format that is only read, or only written. */
  readonly only?: 'read' | 'write'
  /**
   * False where most files with such an extension are something else: those of a folder are taken only where it is said that
   * they are of this format.
   */
  readonly inFolders?: boolean
  /** Options that the command line has as flags of their own: `--compress` for `-O compress=true`. */
  readonly flags?: readonly FormatFlag[]
  /** The format's own software, which a user's project may have. */
  readonly official?: OfficialEntry
  readonly load: () => Promise<Format>
  /** The half that reads, where that is much less than the whole: what it reads without options is what the whole reads. */
  readonly reader?: () => Promise<Format>
  /** The half that writes. It writes what the whole writes, but for graphs that have documents of its own (`Drawing.document`). */
  readonly writer?: () => Promise<Format>
}
