/** In which format an input is: named, told by its extension, or by the text itself. */
import { documentOfFile } from '../documents/documents.js'
import type { Format, FormatEntry } from '../format.js'
import { binaryKind, textKind } from '../input/kinds.js'
import { formatOfInput } from '../input/sniff.js'
import { formatOfFile } from '../registry.js'
import { decodeText } from '../text/utf16.js'
import { CommandError, exitCodes } from './exit.js'
import type { Input } from './inputs.js'

export interface Sources {
  /** Every format that there is. */
  readonly formats: readonly FormatEntry[]
  /** The format that `--from` names. */
  readonly from: FormatEntry | undefined
  /** What loads the part of a format that is needed; the whole where it is left out. */
  readonly part?: ((entry: FormatEntry) => Promise<Format>) | undefined
}

/** A picture is written only, and one of draw.io's holds a diagram all the same: what is in it tells. */
const isRead = ({ only }: FormatEntry): boolean => only !== 'write'

/** Whether the files of a format are inputs where only their folder is named. */
export function isTakenUnasked(entry: FormatEntry): boolean {
  return isRead(entry) && entry.inFolders !== false
}

export async function sourceFormat(
  sources: Sources,
  input: Pick<Input, 'name'>,
  bytes: Uint8Array,
): Promise<Format> {
  const document = sources.from ? undefined : documentOfFile(input.name, sources.formats)
  if (document)
    throw new CommandError(
      `${input.name} is a document in ${document.title}, and a file that is one diagram is needed here: put the diagram into a file of its own, or name its format with --from where the file is one`,
      exitCodes.unreadable,
    )
  return formatOfDiagram(sources, input, bytes)
}

/** The format of a file that is known to be no document. */
export async function formatOfDiagram(
  sources: Sources,
  input: Pick<Input, 'name'>,
  bytes: Uint8Array,
): Promise<Format> {
  const { from, formats, part = ({ load }) => load() } = sources
  const entry = from ?? formatOfFile(formats.filter(isRead), input.name)
  const format = entry
    ? await part(entry)
    : // What holds no diagram and is called like a format that is only written is told so.
      ((await sniffed(sources, bytes)) ?? (await formatOfFile(formats, input.name)?.load()))
  if (!format) {
    const kind = binaryKind(bytes) ?? textKind(new TextDecoder().decode(bytes.subarray(0, 100_000)))
    if (kind) throw new CommandError(`${input.name}: ${kind('a diagram').text}`, exitCodes.unreadable)
    throw new CommandError(`the format of ${input.name} is not clear; name it with --from`)
  }
  if (!format.read) throw new CommandError(`${format.title} can only be written, not read`)
  return format
}

const BLANKS = new Set([0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf, 0xfe, 0xff, 0])

/** An empty file is no diagram of any format. Throws a `CommandError` for nothing but blanks. */
export function mustHold({ name }: Pick<Input, 'name'>, bytes: Uint8Array): void {
  if (!bytes.every(byte => BLANKS.has(byte))) return
  const ways = name === '<stdin>' ? '; name files, folders or globs, or pipe a diagram in' : ''
  throw new CommandError(`${name} is empty: there is no diagram in it${ways}`, exitCodes.findings)
}

/** The formats of all inputs, each once. Only inputs whose names do not tell are looked into; what stays unclear is left out. */
export async function sourceFormats(sources: Sources, inputs: readonly Input[]): Promise<Format[]> {
  const { from, formats } = sources
  const found = new Set<Format>()
  for (const input of from ? [] : inputs) {
    const entry = formatOfFile(formats.filter(isRead), input.name)
    // What cannot be read says so when its turn comes.
    const bytes = entry ? undefined : await input.load().catch(() => undefined)
    const format = entry ? await entry.load() : bytes && (await sniffed(sources, bytes))
    if (format) found.add(format)
  }
  return from ? [await from.load()] : [...found]
}

async function sniffed(sources: Sources, bytes: Uint8Array): Promise<Format | undefined> {
  return formatOfInput(await everyFormat(sources), decodeText(bytes) ?? new TextDecoder().decode(bytes))
}

/** Only who must know all formats loads them. */
export function everyFormat({ formats }: Pick<Sources, 'formats'>): Promise<Format[]> {
  return Promise.all(formats.map(({ load }) => load()))
}
