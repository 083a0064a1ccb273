/** `diaglot merge`: what two sides changed since a common version, in one text; also as a driver that git calls. */
import { NOTHING_FOUND } from '../documents/block.js'
import { documentOfFile } from '../documents/documents.js'
import type { Format, FormatEntry } from '../format.js'
import { makeGraph } from '../ir/build.js'
import { hasErrors } from '../messages/message.js'
import { readAmong } from '../read.js'
import { formatOfFile } from '../registry.js'
import { decodeText } from '../text/utf16.js'
import { oneInput } from './compared.js'
import { formatCalled } from './config/config.js'
import { CommandError, type ExitCode, exitCodes } from './exit.js'
import { encodedLike } from './files/encoding.js'
import type { FileResult } from './files/result.js'
import { Tally } from './files/tally.js'
import type { Input } from './inputs.js'
import { readText, writeWhole } from './outputs.js'
import { exitCodeOf, reported } from './reported.js'
import { madeReporters, type ReportWords } from './reporters/reporting.js'
import { everyFormat, sourceFormat } from './sources.js'
import { colorWords, oneOf } from './terminal.js'

export interface MergeOptions extends ReportWords {
  readonly from?: string
  readonly output?: string
  /** The name that the file has, where those that are given are called otherwise. */
  readonly path?: string
}

export async function mergeCommand(
  words: readonly string[],
  options: MergeOptions,
  formats: readonly FormatEntry[],
): Promise<ExitCode> {
  oneOf('--color', options.color, colorWords)
  // Each conflict is named, however many there are.
  const made = await madeReporters({ ...options, verbose: true }, formats, false)
  const inputs = await Promise.all(words.map(oneInput))
  const tally = new Tally('merged', true)
  const results = merged(inputs as [Input, Input, Input], options, formats)
  const sum = await reported(results, { made, tally, progress: undefined, isSilent: () => true })
  return exitCodeOf(sum, tally.worst)
}

/** A version that has errors, and ends it; else the result, with what is said of it. */
async function* merged(
  [base, ours, theirs]: readonly [Input, Input, Input],
  options: MergeOptions,
  formats: readonly FormatEntry[],
): AsyncGenerator<FileResult> {
  const asked = options.from === undefined ? undefined : formatCalled(formats, options.from)
  const named = options.path ?? ours.inFolder
  const kind = asked ? undefined : documentOfFile(named, formats)
  if (kind) {
    const { mergedDocuments } = await import('./merge-documents.js')
    yield await mergedDocuments([base, ours, theirs], { ...options, kind }, formats)
    return
  }
  const entry = asked ?? (options.path === undefined ? undefined : formatOfFile(formats, options.path))
  const own = await readSide(ours, formats, entry, options)
  const isNew = await isBlank(base)
  const before = isNew ? beginningOf(own) : await readSide(base, formats, entry, options)
  const other = await readSide(theirs, formats, entry, options)
  const broken = [own, before, other].find(side => side.broken)?.broken
  const byLines = () => mergedLines([base, ours, theirs], own.format, options)
  if (broken) {
    yield (await byLines()) ?? broken
    return
  }
  if (!own.format.put)
    throw new CommandError(
      `nothing can be put into a text of ${own.format.title}, so nothing is merged into ${ours.name}`,
    )
  const { mergeTexts } = await import('../merge/texts.js')
  const source = await readText(ours.name, own.format)
  const { text, messages } = mergeTexts(before, { format: own.format, text: source }, other)
  const isUndone = messages.some(({ code }) => code === 'merge/diagrams' || code === 'syntax/update')
  const lines = isUndone ? await byLines() : undefined
  if (lines) {
    yield lines
    return
  }
  const toStdout = options.output === undefined || options.output === '-'
  const content = encodedLike(ours.name, own.bytes, text, own.format)
  if (!isUndone && !toStdout) await writeWhole(options.output!, content)
  yield {
    name: options.path ?? ours.name,
    source,
    messages,
    diagrams: own.graphs.length,
    passedOver: [],
    changed: !isUndone && text !== source,
    ...(!isUndone && toStdout && { text: content }),
  }
}

/** The base of a file that both sides added is an empty one, to git: each diagram began as nothing. */
function beginningOf(own: Side): Side {
  return { ...own, graphs: own.graphs.map(({ directed }) => makeGraph({ directed })) }
}

async function isBlank({ load }: Input): Promise<boolean> {
  return decodeText(await load())?.trim() === ''
}

/**
 * Where git asks for a merge that cannot be made by what the diagrams say, it gets what it would have made itself, with its marks: a file with
 * ours alone would look merged. Nothing for who did not ask as git does, or where a version is no text.
 */
async function mergedLines(
  versions: readonly [Input, Input, Input],
  format: Format,
  { path, output }: MergeOptions,
): Promise<FileResult | undefined> {
  if (path === undefined || output === undefined || output === '-') return undefined
  const bytes = await Promise.all(versions.map(({ load }) => load()))
  const [base, ours, theirs] = bytes.map(decodeText)
  if (base === undefined || ours === undefined || theirs === undefined) return undefined
  const { mergeDocuments } = await import('../merge/documents.js')
  const { fileAsLines } = await import('../merge/messages.js')
  const { text, messages } = mergeDocuments([base, ours, theirs], {
    find: () => NOTHING_FOUND,
    formatOf: () => undefined,
  })
  await writeWhole(output, encodedLike(path, bytes[1]!, text, format))
  return {
    name: path,
    source: text,
    messages: [fileAsLines({}), ...messages],
    diagrams: 0,
    passedOver: [],
    changed: text !== ours,
  }
}

interface Side {
  readonly graphs: Awaited<ReturnType<typeof readAmong>>['graphs']
  readonly format: Format
  readonly bytes: Uint8Array
  /** Nobody knows what is meant by a text that has errors, and much would be lost. */
  readonly broken?: FileResult
}

async function readSide(
  input: Input,
  formats: readonly FormatEntry[],
  entry: FormatEntry | undefined,
  { path }: MergeOptions,
): Promise<Side> {
  const bytes = await input.load()
  const from = entry ?? formatOfFile(formats, input.inFolder)
  const format = await sourceFormat(
    { formats, from: from?.only === 'write' ? undefined : from },
    input,
    bytes,
  )
  const { graphs, messages, source } = await readAmong(format, bytes, {}, () => everyFormat({ formats }), {
    carry: false,
  })
  if (!hasErrors(messages)) return { graphs, format, bytes }
  const name = path ?? input.name
  const text = `${name} has errors, so nothing is merged`
  const broken: FileResult = {
    name,
    source,
    messages: messages.filter(({ severity }) => severity === 'error'),
    diagrams: 0,
    passedOver: [],
    changed: false,
    failure: { text, exitCode: exitCodes.unreadable },
  }
  return { graphs, format, bytes, broken }
}
