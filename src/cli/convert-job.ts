/** What the words of `diaglot convert` ask for: which files, to which format, and where the results go. */
import { documentOfFile } from '../documents/documents.js'
import type { FormatEntry, FormatOptions } from '../format.js'
import { type Found, formatCalled } from './config/config.js'
import { checkUpdate, isExchange, isSeveral, outputOf, targetOf } from './convert-output.js'
import { picturesOf } from './encoded.js'
import { CommandError, exitCodes } from './exit.js'
import type { Finding, FoundFiles, Skipped } from './files/find.js'
import type { Converting } from './files/settings.js'
import { formatOptionsOf, mustTakeAll, optionsOfFile } from './format-options.js'
import { findInputs, type Input, wordsOrPipe } from './inputs.js'
import type { ConvertOptions, Job } from './job.js'
import { countOf } from './option-words.js'
import { placesFor } from './output-places.js'
import { isFile } from './outputs.js'
import { sourceFormats } from './sources.js'

interface Asked {
  readonly job: Job
  readonly skipped: Skipped
  /** Whether one file goes to one file or to standard output, as through a filter. */
  readonly isFilter: boolean
}

/** Throws a `CommandError` for a call that makes no sense. */
export async function jobOf(
  named: readonly string[],
  options: ConvertOptions,
  { config, root }: Found,
  formats: readonly FormatEntry[],
): Promise<Asked> {
  if (options.output === '') throw new CommandError('-o needs a file or a folder, and got an empty name')
  const from = options.from === undefined ? undefined : formatCalled(formats, options.from)
  const target = await targetOf(formats, options)
  const pictures = picturesOf(target, options)
  if (from?.only === 'write')
    throw new CommandError(`${(await from.load()).title} can only be written, not read`)
  const choice = choiceIn(options)
  const isGit = choice !== undefined && choice !== '--shard'
  const words = named.length === 0 && isGit ? ['.'] : wordsOrPipe(named)
  if (words.length === 0)
    throw new CommandError('which diagrams? Name files, folders or globs, or pipe one in')
  const docComments = options.docComments ?? config.docComments ?? false
  const finding = { from, root, ignore: config.ignore ?? [], docComments }
  const found = await inputsOf(words, formats, finding)
  // A file that cannot be read is told before its options.
  if (options.option && found.inputs.length === 1) await found.inputs[0]!.load()
  const maxLosses =
    options.maxLosses === undefined ? Number.POSITIVE_INFINITY : countOf('--max-losses', options.maxLosses)
  const output = await outputOf(formats, options, found.inputs, words)
  const exchanges = await isExchange(output, target, { ...options, docComments }, found.inputs, formats)
  await mustTakeAll(config, formats)
  const own: FormatOptions = {
    ...optionsOfFile(target, options.to === undefined ? undefined : `x.${options.to}`),
    ...optionsOfFile(target, options.output ?? options.update),
    ...(await formatOptionsOf(options, formats, target, () =>
      sourceFormats({ formats, from }, found.inputs),
    )),
  }
  const convert: Converting = {
    to: target.name,
    options: own,
    exchanges,
    recover: options.recover === true,
    maxLosses,
    ...pictures,
    ...(options.carry !== undefined && { carry: options.carry }),
    ...(options.pages === 'split' && { pages: 'split' }),
  }
  const asked: Job = {
    formats,
    target,
    from,
    formatOptions: { ...config.options, ...own },
    options,
    settings: {
      task: 'convert',
      write: false,
      ...(docComments && { docComments }),
      ...(from && { from: from.name }),
      ...(config.options && { options: config.options }),
      ...(config.overrides && { overrides: config.overrides }),
      root,
      convert,
    },
    inputs: found.inputs,
    written: new Map(),
    output,
  }
  const { job: placed, skipped } = withPlaces(asked, found.skipped)
  checkUpdate(placed)
  const job =
    choice === undefined
      ? placed
      : { ...placed, inputs: await (await import('./chosen.js')).chosen(placed.inputs, options, choice) }
  const isFilter = !isSeveral(found.inputs) && !exchanges && output.kind !== 'folder'
  return { job, skipped, isFilter }
}

/** The option by which only some of the inputs are asked for. */
const choiceIn = ({ changedSince, staged, shard }: ConvertOptions): string | undefined => {
  if (changedSince !== undefined) return '--changed-since'
  if (staged) return '--staged'
  return shard === undefined ? undefined : '--shard'
}

/** Files that are named are taken, ignored or not. */
async function inputsOf(
  words: readonly string[],
  formats: readonly FormatEntry[],
  finding: Finding,
): Promise<FoundFiles> {
  const found = words.map(word => word === '-' || isFile(word))
  if (!found.includes(false)) return { inputs: await findInputs(words, []), skipped: {} }
  const { filesFor } = await import('./files/find.js')
  return filesFor(words, formats, { ...finding, takesNamed: true })
}

/** Each input with its place, and without those that are not converted. */
function withPlaces(job: Job, skipped: Skipped): { readonly job: Job; readonly skipped: Skipped } {
  const reasons = new Map(Object.entries(skipped.reasons ?? {}))
  const left = (inputs: readonly Input[], reason: string): void => {
    if (inputs.length < job.inputs.length) reasons.set(reason, job.inputs.length - inputs.length)
  }
  const inputs = job.output.kind === 'in-place' ? documentsAmong(job) : placesFor(job)
  left(inputs, job.output.kind === 'in-place' ? 'in no document' : 'from an earlier run')
  return { job: { ...job, inputs }, skipped: { ...skipped, reasons: Object.fromEntries(reasons) } }
}

/** The documents. Throws a `CommandError` for another file that is named, and where there is none. */
function documentsAmong({ inputs, formats, settings }: Job): readonly Input[] {
  const documents = inputs.filter(
    ({ inFolder, path }) => path !== undefined && documentOfFile(inFolder, formats, settings.docComments),
  )
  const other = inputs.find(input => input.searched === undefined && !documents.includes(input))
  if (other)
    throw new CommandError(
      `--in-place exchanges the diagrams of documents, and ${other.name} is none: name a file or a folder with -o`,
    )
  if (documents.length === 0)
    throw new CommandError(
      '--in-place exchanges the diagrams of documents, and there is no document: name a folder with -o',
      exitCodes.unreadable,
    )
  return documents
}
