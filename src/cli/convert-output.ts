/** To which format `convert` writes, where the results go, and what does not go together. */
import { documentOfFile } from '../documents/documents.js'
import type { Format, FormatEntry } from '../format.js'
import { formatNamed, formatOfFile } from '../registry.js'
import { formatCalled } from './config/config.js'
import { CommandError } from './exit.js'
import { writingPart } from './halves.js'
import type { Input } from './inputs.js'
import type { ConvertOptions, Job, Output } from './job.js'
import { isFolder } from './outputs.js'

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

/** Throws a `CommandError` where no format is named, or one that is only read. */
export async function targetOf(
  formats: readonly FormatEntry[],
  { to, output = '', update, pages }: ConvertOptions,
): Promise<Format> {
  const file = output === '' && typeof update === 'string' ? update : output
  const entry = to === undefined ? file && formatOfFile(formats, file) : formatCalled(formats, to)
  if (!entry) throw new CommandError(`which format to write? ${unknownExtension(formats, file)}`)
  // What is brought up to date, and pages of files that may be of any format, need the whole.
  const format = await (update === undefined && pages !== 'merge' ? writingPart(entry) : entry.load())
  if (!format.write) throw new CommandError(`${format.title} can only be read, not written`)
  return format
}

/** Where the results go: several inputs need a folder unless they are merged, one input may go to standard output. */
export async function outputOf(
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
    if (!/[\\/]$/.test(output) && !isFolder(output)) return { kind: 'file', path: output }
    throw new CommandError('--pages merge writes one file, not a folder: -o FILE')
  }
  const several = isSeveral(inputs) || (words[0] !== undefined && isFolder(words[0]))
  if (output === undefined || output === '-') {
    if (several) throw new CommandError('several diagrams need a folder to go to: -o FOLDER')
    return { kind: 'stdout' }
  }
  if (/[\\/]$/.test(output) || isFolder(output)) return { kind: 'folder', path: output }
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
export async function isExchange(
  output: Output,
  target: Format,
  { from, pages, docComments }: ConvertOptions,
  [input]: readonly Input[],
  formats: readonly FormatEntry[],
): Promise<boolean> {
  const kind = output.kind === 'file' && !from ? documentOfFile(output.path, formats, docComments) : undefined
  const source = input && documentOfFile(input.inFolder, formats, docComments)
  const exchanges = output.kind === 'in-place' || (kind !== undefined && source !== undefined)
  if (!exchanges) return false
  if (kind && source && kind !== source)
    throw new CommandError(
      `${input!.name} is a document in ${source.title}, and cannot be written as ${kind.title}; a document stays of its kind`,
    )
  if (formatNamed(formats, target.name)?.only === 'write')
    throw new CommandError(
      `diagrams stand in documents as texts, and ${target.title} is a picture: name a folder for the pictures, -o FOLDER/`,
    )
  if (pages !== undefined) throw new CommandError('--pages is for files of diagrams, and not for documents')
  return true
}

/** Throws a `CommandError` for options that do not go with each other, or with the format. */
export function checkUpdate({ target, output, options: { update, pages, dryRun } }: Job): void {
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

/** Whether there are several files, or a search that may find several. */
export const isSeveral = (inputs: readonly Input[]): boolean =>
  inputs.length > 1 || inputs[0]?.searched !== undefined
