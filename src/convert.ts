/** The way of a diagram: text, graph, lowered graph, boxes, text. It is handed the formats that it works with. */

import type { Drawing, Format } from './format.js'
import type { Graph } from './ir/model.js'
import { NO_TALLY, type Tally } from './lower/tally.js'
import { hasErrors, type Message } from './messages/message.js'
import { type PrepareSettings, prepareWith } from './prepare.js'
import { type ReadOutcome, readAmong } from './read.js'
import { fileNames } from './text/file-names.js'

export interface OutputFile {
  /** Where several graphs could not stand in one file: the title of the graph as files are called, else its number from 1. */
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

export interface WriteSettings extends PrepareSettings {
  /** `split`: a file for each graph, also where the format holds several. */
  readonly pages?: Pages
  /** A text of the target format to bring up to date, where the format can do that. */
  readonly existing?: string
}

/** Several graphs in one file, or a file for each. */
export type Pages = 'merge' | 'split'

/** Lowers each graph, lays it out where the format has geometry, and writes the text. */
export async function writeWith(
  format: Format,
  graphs: readonly Graph[],
  given: WriteSettings = {},
): Promise<WriteOutcome> {
  const { existing, options } = given
  const kept = existing === undefined ? undefined : format.drawnWith?.(existing)
  const settings = kept ? { ...given, options: { ...kept, ...options } } : given
  const { drawings, messages, tally } = await prepareWith(format, graphs, settings)
  const { files, messages: said } = await finishWith(format, drawings, settings)
  return { files, text: files[0]?.text ?? '', messages: [...messages, ...said], tally }
}

/** The second half: the text of all drawings, or of each, new or as what changed in an existing one. */
export async function finishWith(
  format: Format,
  drawings: readonly Drawing[],
  { options = {}, pages, existing }: WriteSettings = {},
): Promise<Pick<WriteOutcome, 'files' | 'messages'>> {
  if (!format.write) throw new TypeError(`${format.title} can only be read`)
  if (existing !== undefined && format.update) {
    const { text, messages } = format.update(existing, drawings, options)
    return { files: [{ text: (await format.inForm?.(text, options)) ?? text }], messages }
  }
  const many = format.many === true && pages !== 'split'
  const files: OutputFile[] = []
  const names =
    many || drawings.length === 1 ? [] : fileNames(drawings.map(({ graph, name }) => graph.title ?? name))
  const said: Message[] = []
  for (const [place, some] of (many ? [drawings] : drawings.map(drawing => [drawing])).entries()) {
    const text = format.write(some, options)
    // What is said of the written text has its places there, and not in the source.
    for (const { at: _, ...finding } of format.check?.(text) ?? []) said.push(finding)
    const name = names[place]
    const formed = (await format.inForm?.(text, options, some)) ?? text
    files.push({ ...(name && { name }), text: formed })
  }
  return { files, messages: said }
}

export interface ConvertOutcome extends WriteOutcome {
  readonly graphs: readonly Graph[]
  readonly source: string
}

/**
 * Reads and writes. Where the input has errors, what could be read is still written, unless `soundOnly` is set.
 * Where `carry` is left out, a text that carries goes on carrying.
 * @param to the format, or what gives as much of it as is needed for what was read
 */
export async function convertWith(
  from: Format,
  to: Format | ((reading: ReadOutcome) => Promise<Format>),
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
  const reading = await readAmong(from, input, settings.options, others, { carry })
  const { graphs, messages, source, carrying, carriedFrom, documents, layouts, format = from.name } = reading
  if (soundOnly && hasErrors(messages))
    return { files: [], text: '', tally: NO_TALLY, graphs, source, messages }
  const written = await writeWith(typeof to === 'function' ? await to(reading) : to, graphs, {
    ...settings,
    checked: true,
    from: format,
    carriedFrom,
    documents: settings.documents ?? documents,
    layouts: settings.layouts ?? layouts,
    carry: carry ?? carrying === true,
  })
  return { ...written, graphs, source, messages: [...messages, ...written.messages] }
}
