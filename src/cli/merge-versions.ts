/** `diaglot merge`: what two sides changed since a common version, in one text; also as a driver that git calls. */
import { documentOfFile } from '../documents/documents.js'
import type { Format, FormatEntry } from '../format.js'
import { hasErrors } from '../messages/message.js'
import { readAmong } from '../read.js'
import { formatOfFile } from '../registry.js'
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
  const sides: Side[] = []
  for (const input of [ours, base, theirs]) {
    const side = await readSide(input, formats, entry)
    if (side.broken) {
      yield side.broken
      return
    }
    sides.push(side)
    const { format } = side
    if (input === ours && !format.put)
      throw new CommandError(
        `nothing can be put into a text of ${format.title}, so nothing is merged into ${ours.name}`,
      )
  }
  const [own, before, other] = sides as [Side, Side, Side]
  const { mergeTexts } = await import('../merge/texts.js')
  const source = await readText(ours.name, own.format)
  const { text, messages } = mergeTexts(before, { format: own.format, text: source }, other)
  const isUndone = messages.some(({ code }) => code === 'merge/diagrams' || code === 'syntax/update')
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
  const text = `${input.name} has errors, so nothing is merged`
  const broken: FileResult = {
    name: input.name,
    source,
    messages: messages.filter(({ severity }) => severity === 'error'),
    diagrams: 0,
    passedOver: [],
    changed: false,
    failure: { text, exitCode: exitCodes.unreadable },
  }
  return { graphs, format, bytes, broken }
}
