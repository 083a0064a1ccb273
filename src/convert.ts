/** The way of a diagram: text, graph, lowered graph, boxes, text. It is handed the formats that it works with. */

import { carryOf } from './carry/carry.js'
import { type ReadAs, type Restored, restore } from './carry/restore.js'
import { refusedMessage, restoredMessage, unreadMessage } from './carry/said.js'
import type { Drawing, Format, FormatOptions } from './format.js'
import { binaryKind } from './input/kinds.js'
import { readInput } from './input/read.js'
import { levelsOfGroups, MAX_GROUP_LEVELS } from './ir/group-levels.js'
import type { Graph } from './ir/model.js'
import { sizeOf } from './ir/size.js'
import { asCarried } from './lower/carried.js'
import { lower, withoutScripts } from './lower/lower.js'
import { refusalsOf } from './lower/refuse.js'
import { addTallies, carriedTally, NO_TALLY, type Tally } from './lower/tally.js'
import { hasErrors, type Message, message } from './messages/message.js'
import { utf16Text } from './text/utf16.js'

export interface ReadOutcome {
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
  /** The name of the format that the text turned out to be in, where it is not the one that it was taken for. */
  readonly format?: string
}

type CarriedFrom = readonly (string | undefined)[]

export interface OutputFile {
  /** A number from 1, where several graphs could not stand in one file. */
  readonly name?: string
  readonly text: string
}

export interface WriteOutcome {
  readonly files: readonly OutputFile[]
  /** The text of the first file; empty where there is none. */
  readonly text: string
  readonly messages: readonly Message[]
  /** What became of every leaf of the graphs. */
  readonly tally: Tally
}

export interface WriteSettings {
  /** The name of the format that the graphs were read from, if any. */
  readonly from?: string
  /** The formats that graphs are of, where a text of another format carried them: as reading gave it. Else it is `from`. */
  readonly carriedFrom?: CarriedFrom | undefined
  /** Whether what the target cannot hold rides along in a harmless place of its own. */
  readonly carry?: boolean
  readonly options?: FormatOptions
  /** True for graphs that were read: readers make no others than such as `flawsOf` finds nothing in. */
  readonly checked?: boolean | undefined
  /** What the graphs are called in a file of several, where they have no titles. */
  readonly names?: readonly string[]
  /** `split`: a file for each graph, also where the format holds several. */
  readonly pages?: Pages
  /** A text of the target format to bring up to date, where the format can do that. */
  readonly existing?: string
}

/** Several graphs in one file, or a file for each. */
export type Pages = 'merge' | 'split'

export interface ReadSettings {
  /** False where what the text carries of another format is not to be read. */
  readonly carry?: boolean | undefined
}

/** In bytes, or in characters of a text: far above what anyone draws, pictures in it included. */
export const LARGEST_INPUT = 64 * 1024 * 1024

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
    const text = 'The input is larger than 64 MB, and diaglot reads no larger one.'
    return { graphs: [], messages: [message('limit/size', text)], source: '' }
  }
  const source = typeof input === 'string' ? withoutMark(input) : decode(format, input)
  const kind = typeof input === 'string' ? undefined : binaryKind(input)
  // A picture may hold a diagram for those who know such pictures.
  if (kind && typeof source !== 'object' && !(source && format.sniff?.(source)))
    return { graphs: [], messages: [message('syntax/other-format', kind(format.title))], source: '' }
  if (source === undefined) {
    const text = `The file is not text that ${format.title} allows (UTF-8).`
    return { graphs: [], messages: [message('syntax/encoding', text)], source: '' }
  }
  if (typeof source === 'object') return { graphs: [], messages: [source], source: '' }
  const { graphs, messages, carried = [], format: other } = readInput(format, source, options, others)
  const found = { source, ...(other && { format: other.name }) }
  const carrying = carried.some(line => line !== undefined)
  if (!carrying) return { graphs, messages, carrying, ...found }
  if (!carry) return { graphs, messages: [...messages, unreadMessage()], carrying: false, ...found }
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

type Outcome = Restored & { readonly damaged?: boolean }

function withCarried(graph: Graph, line: string | undefined, readAs: ReadAs): Outcome {
  const restored = line === undefined ? { graph, count: 0, refused: [] } : restore(graph, line, readAs)
  return restored ?? { graph, count: 0, refused: [], damaged: true }
}

function saidOf(outcomes: readonly Outcome[], { title }: Format): Message[] {
  const count = outcomes.reduce((sum, outcome) => sum + outcome.count, 0)
  const damaged = outcomes.filter(outcome => outcome.damaged).length
  const refused = outcomes.flatMap(outcome => outcome.refused)
  return [...restoredMessage(count, title), ...refusedMessage(refused, damaged, title)]
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

function decode(format: Format, bytes: Uint8Array): string | Message | undefined {
  if (format.decode) return format.decode(bytes)
  return decodeText(bytes)
}

/** UTF-8, or UTF-16 where that is sure; `undefined` for anything else. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const text = utf16Text(bytes)
  if (text !== undefined) return text
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Drawings that are ready to be written, what was said of them, and what became of their graphs. */
export interface Prepared {
  readonly drawings: readonly Drawing[]
  readonly messages: readonly Message[]
  readonly tally: Tally
}

/** A machine holds texts of about 500 million characters, and a quote can take eight in XML. */
const MAX_SIZE = 50_000_000

/** Why a graph cannot be written in any format. */
function limitOf(graph: Graph): Message | undefined {
  const at = graph.at && { at: graph.at }
  if (levelsOfGroups(graph) > MAX_GROUP_LEVELS) {
    const text = `Groups stand in groups on more than ${MAX_GROUP_LEVELS} levels, so the diagram is not written.`
    return message('limit/nesting', text, at)
  }
  if (sizeOf(graph, MAX_SIZE) <= MAX_SIZE) return undefined
  const text =
    'Written out, the texts of this diagram have more than 50 million characters, so it is not written.'
  return message('limit/size', text, at)
}

/** Lowers each graph, lays it out where the format has geometry, and writes the text. */
export async function writeWith(
  format: Format,
  graphs: readonly Graph[],
  settings: WriteSettings = {},
): Promise<WriteOutcome> {
  const { drawings, messages, tally } = await prepareWith(format, graphs, settings)
  const { files, messages: said } = finishWith(format, drawings, settings)
  return { files, text: files[0]?.text ?? '', messages: [...messages, ...said], tally }
}

/** So many graphs are laid out at the same time: the layout engine waits for a timer before each. */
const AT_ONCE = 100

/** The first half of writing: each graph lowered and laid out. */
export async function prepareWith(
  format: Format,
  graphs: readonly Graph[],
  settings: WriteSettings = {},
): Promise<Prepared> {
  const messages: Message[] = []
  const drawings: Drawing[] = []
  let tally = NO_TALLY
  for (let start = 0; start < graphs.length; start += AT_ONCE) {
    const some = graphs.slice(start, start + AT_ONCE)
    const parts = await Promise.all(
      some.map((graph, place) => prepareOne(format, graph, start + place, settings)),
    )
    for (const part of parts) {
      for (const drawing of part.drawings) drawings.push(drawing)
      for (const said of part.messages) messages.push(said)
      tally = addTallies(tally, part.tally)
    }
  }
  return { drawings, messages, tally }
}

async function prepareOne(
  format: Format,
  graph: Graph,
  place: number,
  { from, carriedFrom, names, carry = false, options = {}, checked = false }: WriteSettings,
): Promise<Prepared> {
  if (!format.capabilities) throw new TypeError(`${format.title} can only be read`)
  const refused = checked ? [] : refusalsOf(graph)
  if (refused.length > 0) return { drawings: [], messages: refused, tally: NO_TALLY }
  const limit = limitOf(graph)
  if (limit) return { drawings: [], messages: [limit], tally: NO_TALLY }
  const { name, title } = format
  const called = names?.[place]
  const origin = carriedFrom?.[place] ?? from
  const target = { name, title, capabilities: format.capabilities(graph, options), same: origin === name }
  const lowered = lower(graph, target)
  const line =
    carry && format.carries
      ? carryOf(withoutScripts(graph, target), lowered, { from: origin, options: writing(format, options) })
      : ''
  const { drawing, messages: said } = await laidOut(format, lowered.graph, graph)
  const carried = line !== '' && fits(format, drawing, line, options)
  const tooLarge = line !== '' && !carried ? [message('loss/carry', tooLong(format))] : []
  const losses = carried ? lowered.messages.map(asCarried) : lowered.messages
  return {
    drawings: [
      {
        ...drawing,
        ...(from && { from }),
        ...(carried && { carry: line }),
        ...(called && { name: called }),
      },
    ],
    messages: [...said, ...tooLarge, ...losses],
    tally: carried ? carriedTally(lowered.tally) : lowered.tally,
  }
}

/** The options that a format takes for writing: a reader that knows them sees what was written with other eyes. */
function writing({ options: known = [] }: Format, given: FormatOptions): FormatOptions {
  const taken = known.filter(option => option.for.includes('write')).map(({ name }) => name)
  return Object.fromEntries(taken.flatMap(name => (given[name] === undefined ? [] : [[name, given[name]]])))
}

/** The second half: the text of all drawings, or of each, new or as what changed in an existing one. */
export function finishWith(
  format: Format,
  drawings: readonly Drawing[],
  { options = {}, pages, existing }: WriteSettings = {},
): Pick<WriteOutcome, 'files' | 'messages'> {
  if (!format.write) throw new TypeError(`${format.title} can only be read`)
  if (existing !== undefined && format.update) {
    const { text, messages } = format.update(existing, drawings, options)
    return { files: [{ text }], messages }
  }
  const many = format.many === true && pages !== 'split'
  const files = filesOf(format.write, many, drawings, options)
  // What is said of the written text has its places there, and not in the source.
  const said = files.flatMap(({ text }) => format.check?.(text) ?? [])
  return { files, messages: said.map(({ at: _, ...finding }) => finding) }
}

/** Whether the text stays within what the format's own service takes when the line is in it. */
function fits(format: Format, drawing: Drawing, carry: string, options: FormatOptions): boolean {
  const text = format.write?.([{ ...drawing, carry }], options) ?? ''
  return !format.check?.(text).some(({ code }) => code.startsWith('limit/'))
}

function tooLong({ title }: Format): string {
  return `If what ${title} cannot hold were carried along, the text would be longer than ${title} takes; so it is not carried.`
}

async function laidOut(
  format: Format,
  graph: Graph,
  source: Graph,
): Promise<{ drawing: Drawing; messages: readonly Message[] }> {
  if (!format.geometry) return { drawing: { graph }, messages: [] }
  const { layOut } = await import('./layout/layout.js')
  const { withPictureSizes } = await import('./layout/picture-sizes.js')
  const { layout, messages } = await layOut(withPictureSizes(graph, source))
  return { drawing: { graph, layout }, messages }
}

function filesOf(
  write: NonNullable<Format['write']>,
  many: boolean,
  drawings: readonly Drawing[],
  options: FormatOptions,
): OutputFile[] {
  if (many || drawings.length === 1) return [{ text: write(drawings, options) }]
  return drawings.map((drawing, place) => ({ name: String(place + 1), text: write([drawing], options) }))
}

export interface ConvertOutcome extends WriteOutcome {
  readonly graphs: readonly Graph[]
  readonly source: string
}

/**
 * Reads and writes. Where the input has errors, what could be read is still written, unless `soundOnly` is set.
 * Where `carry` is left out, a text that carries goes on carrying.
 */
export async function convertWith(
  from: Format,
  to: Format,
  input: string | Uint8Array,
  {
    carry,
    soundOnly = false,
    others,
    ...settings
  }: Omit<WriteSettings, 'from' | 'carry'> & {
    readonly carry?: boolean | undefined
    readonly soundOnly?: boolean
    /** The formats that the input may be in instead; loaded only where it has errors. */
    readonly others?: () => Promise<readonly Format[]>
  } = {},
): Promise<ConvertOutcome> {
  const read = (known?: readonly Format[]) => readWith(from, input, settings.options, known, { carry })
  const first = read()
  const reading = others && hasErrors(first.messages) ? read(await others()) : first
  const { graphs, messages, source, carrying, carriedFrom, format = from.name } = reading
  if (soundOnly && hasErrors(messages))
    return { files: [], text: '', tally: NO_TALLY, graphs, source, messages }
  const written = await writeWith(to, graphs, {
    ...settings,
    checked: true,
    from: format,
    carriedFrom,
    carry: carry ?? carrying === true,
  })
  return { ...written, graphs, source, messages: [...messages, ...written.messages] }
}
