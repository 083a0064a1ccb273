/** What the words of `diaglot convert` ask for: which files, to which format, and where the results go. */
import { documentOfFile } from '../documents/documents.js'
import type { Format, FormatEntry, FormatOptions } from '../format.js'
import { formatOfFile } from '../registry.js'
import { type Found, formatCalled } from './config/config.js'
import { picturesOf } from './encoded.js'
import { CommandError, exitCodes } from './exit.js'
import type { FoundFiles, Skipped } from './files/find.js'
import type { Converting } from './files/settings.js'
import { formatOptionsOf, mustTake, optionsOfFile } from './format-options.js'
import { findInputs, type Input, wordsOrPipe } from './inputs.js'
import type { ConvertOptions, Job, Output } from './job.js'
import { countOf } from './option-words.js'
import { placesFor } from './output-places.js'
import { isFile, isFolder } from './outputs.js'
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
  const words = wordsOrPipe(named)
  if (words.length === 0)
    throw new CommandError('which diagrams? Name files, folders or globs, or pipe one in')
  const found = await inputsOf(words, formats, from, config.ignore, root)
  // A file that cannot be read is told before its options.
  if (options.option && found.inputs.length === 1) await found.inputs[0]!.load()
  const maxLosses =
    options.maxLosses === undefined ? Number.POSITIVE_INFINITY : countOf('--max-losses', options.maxLosses)
  const output = await outputOf(formats, options, found.inputs, words)
  const exchanges = await isExchange(output, target, options, found.inputs, formats)
  await mustTake(config.options, formats)
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
      ...(from && { from: from.name }),
      ...(config.options && { options: config.options }),
      ...(config.overrides && { overrides: config.overrides }),
      root,
      convert,
    },
    inputs: found.inputs,
    written: new Set(),
    output,
  }
  const { job, skipped } = withPlaces(asked, found.skipped)
  checkUpdate(job)
  const isFilter = !isSeveral(found.inputs) && !exchanges && output.kind !== 'folder'
  return { job, skipped, isFilter }
}

/** Files that are named are taken, ignored or not. */
async function inputsOf(
  words: readonly string[],
  formats: readonly FormatEntry[],
  from: FormatEntry | undefined,
  ignore: readonly string[] = [],
  root: string,
): Promise<FoundFiles> {
  const found = await Promise.all(words.map(async word => word === '-' || (await isFile(word))))
  if (!found.includes(false)) return { inputs: await findInputs(words, []), skipped: {} }
  const { filesFor } = await import('./files/find.js')
  return filesFor(words, formats, { ignore, root, from, takesNamed: true })
}

const isSeveral = (inputs: readonly Input[]): boolean =>
  inputs.length > 1 || inputs[0]?.searched !== undefined

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
function documentsAmong({ inputs, formats }: Job): readonly Input[] {
  const documents = inputs.filter(
    ({ inFolder, path }) => path !== undefined && documentOfFile(inFolder, formats),
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

/** What can be done about an output whose name tells no format. */
function unknownExtension(formats: readonly FormatEntry[], file: string): string {
  const writable = formats.filter(({ only }) => only !== 'read')
  const extension = /\.[^./\\]+$/.exec(file)?.[0]
  const known = writable.flatMap(({ extensions }) => extensions).join(', ')
  const names = writable.map(({ name }) => name).join(', ')
  if (extension === undefined)
    return `Name it with --to (${names}), or give -o a file with its extension (${known})`
  return `No format has the extension ${extension}; there are ${known}. Or name one with --to: ${names}`
}

async function targetOf(
  formats: readonly FormatEntry[],
  { to, output = '', update }: ConvertOptions,
): Promise<Format> {
  const file = output === '' && typeof update === 'string' ? update : output
  const entry = to === undefined ? file && formatOfFile(formats, file) : formatCalled(formats, to)
  if (!entry) throw new CommandError(`which format to write? ${unknownExtension(formats, file)}`)
  const format = await entry.load()
  if (!format.write) throw new CommandError(`${format.title} can only be read, not written`)
  return format
}

/** Where the results go: several inputs need a folder unless they are merged, one input may go to standard output. */
async function outputOf(
  formats: readonly FormatEntry[],
  { output: named, pages, update, inPlace }: ConvertOptions,
  inputs: readonly Input[],
  words: readonly string[],
): Promise<Output> {
  const output = named ?? (typeof update === 'string' ? update : undefined)
  if (inPlace) {
    if (output !== undefined || update !== undefined || pages !== undefined)
      throw new CommandError('--in-place writes documents where they are: without -o, --update and --pages')
    return { kind: 'in-place' }
  }
  if (pages === 'merge') {
    if (output === undefined || output === '-') return { kind: 'stdout' }
    if (!/[\\/]$/.test(output) && !(await isFolder(output))) return { kind: 'file', path: output }
    throw new CommandError('--pages merge writes one file, not a folder: -o FILE')
  }
  const several = isSeveral(inputs) || (words[0] !== undefined && (await isFolder(words[0])))
  if (output === undefined || output === '-') {
    if (several) throw new CommandError('several diagrams need a folder to go to: -o FOLDER')
    return { kind: 'stdout' }
  }
  if (/[\\/]$/.test(output) || (await isFolder(output))) return { kind: 'folder', path: output }
  if (!several) return { kind: 'file', path: output }
  if (documentOfFile(output, formats))
    throw new CommandError(
      `several files need a folder to go to, and ${output} is the name of a document: -o FOLDER, or --in-place to exchange the diagrams in the documents themselves`,
    )
  if (!formatOfFile(formats, output)) return { kind: 'folder', path: output }
  throw new CommandError(
    `several diagrams need a folder to go to, and ${output} is the name of a file: -o FOLDER, or --pages merge for pages of one file`,
  )
}

/** Whether a document is written, with other diagrams in the place of those of the input. */
async function isExchange(
  output: Output,
  target: Format,
  { from, pages }: ConvertOptions,
  [input]: readonly Input[],
  formats: readonly FormatEntry[],
): Promise<boolean> {
  const kind = output.kind === 'file' && !from ? documentOfFile(output.path, formats) : undefined
  const source = input && documentOfFile(input.inFolder, formats)
  const exchanges = output.kind === 'in-place' || (kind !== undefined && source !== undefined)
  if (!exchanges) return false
  if (kind && source && kind !== source)
    throw new CommandError(
      `${input!.name} is a document in ${source.title}, and cannot be written as ${kind.title}; a document stays of its kind`,
    )
  if (!target.read)
    throw new CommandError(
      `diagrams stand in documents as texts, and ${target.title} is a picture: name a folder for the pictures, -o FOLDER/`,
    )
  if (pages !== undefined) throw new CommandError('--pages is for files of diagrams, and not for documents')
  return true
}

function checkUpdate({ target, output, options: { update, pages, dryRun } }: Job): void {
  if (dryRun && output.kind === 'stdout')
    throw new CommandError('--dry-run shows what would change in files: name one with -o, or with --update')
  if (pages === 'merge' && !target.many)
    throw new CommandError(
      `--pages merge needs a format that holds several diagrams; ${target.title} holds one`,
    )
  if (update === undefined) return
  if (!target.update && !target.put)
    throw new CommandError(`--update is not for ${target.title}: it is written anew`)
  if (pages === 'merge' && !target.update)
    throw new CommandError(`--update brings one ${target.title} file up to date with one input`)
  if (pages === 'split') throw new CommandError('--update keeps one file, and --pages split writes several')
  if (output.kind === 'folder' && typeof update === 'string')
    throw new CommandError(`--update of a folder: ${update} names one file; leave the name out`)
  if (output.kind === 'stdout' && update === true)
    throw new CommandError('which file to bring up to date? Name it: --update FILE, or --update -o FILE')
}
