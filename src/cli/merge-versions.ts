/** `diaglot merge`: what two sides changed since a common version, in one text; also as a driver that git calls. */
import type { Format, FormatEntry } from '../format.js'
import { hasErrors } from '../messages/message.js'
import { readAmong } from '../read.js'
import { formatOfFile } from '../registry.js'
import { oneInput } from './compared.js'
import { formatCalled } from './config/config.js'
import { CommandError, type ExitCode, exitCodes } from './exit.js'
import type { Input } from './inputs.js'
import { readText, writeStdout, writeWhole } from './outputs.js'
import { everyFormat, sourceFormat } from './sources.js'
import { oneOf, type ReportOptions, report } from './terminal.js'

export interface MergeOptions extends ReportOptions {
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
  oneOf('--color', options.color, ['auto', 'always', 'never'])
  oneOf('--reporter', options.reporter, ['pretty', 'json'])
  const inputs = await Promise.all(words.map(oneInput))
  const [base, ours, theirs] = inputs as [Input, Input, Input]
  const asked = options.from === undefined ? undefined : formatCalled(formats, options.from)
  const entry = asked ?? (options.path === undefined ? undefined : formatOfFile(formats, options.path))
  const read = (input: Input) => readSound(input, formats, entry, options)
  const { format } = await read(ours)
  const { mergeTexts } = await import('../merge/texts.js')
  if (!format.put)
    throw new CommandError(
      `nothing can be put into a text of ${format.title}, so nothing is merged into ${ours.name}`,
    )
  const text = await readText(ours.name, format)
  const outcome = mergeTexts(await read(base), { format, text }, await read(theirs))
  // Each conflict is named, however many there are.
  report(outcome.messages, { file: options.path ?? ours.name, source: text }, { ...options, verbose: true })
  const undone = outcome.messages.some(({ code }) => code === 'merge/diagrams' || code === 'syntax/update')
  if (!undone) {
    if (options.output === undefined || options.output === '-') await writeStdout(outcome.text)
    else await writeWhole(options.output, outcome.text)
  }
  return hasErrors(outcome.messages) ? exitCodes.findings : exitCodes.clean
}

/** Graphs of a text without errors: nobody knows what is meant by one that has some, and much would be lost. */
async function readSound(
  input: Input,
  formats: readonly FormatEntry[],
  entry: FormatEntry | undefined,
  options: MergeOptions,
): Promise<{ graphs: Awaited<ReturnType<typeof readAmong>>['graphs']; format: Format }> {
  const bytes = await input.load()
  const from = entry ?? formatOfFile(formats, input.inFolder)
  const format = await sourceFormat(
    { formats, from: from?.only === 'write' ? undefined : from },
    input,
    bytes,
  )
  const reading = await readAmong(format, bytes, {}, () => everyFormat({ formats }), { carry: false })
  const said = reading.messages.filter(({ severity }) => severity === 'error')
  report(said, { file: input.name, source: reading.source }, options)
  if (said.length > 0)
    throw new CommandError(`${input.name} has errors, so nothing is merged`, exitCodes.unreadable)
  return { graphs: reading.graphs, format }
}
