/** `diaglot convert`: one diagram or a folder of them, from one format to another. */

import { convertWith, type Pages } from '../convert.js'
import type { Format, FormatEntry } from '../format.js'
import { hasErrors } from '../messages/message.js'
import { readAmong } from '../read.js'
import { formatOfFile } from '../registry.js'
import { formatCalled } from './config/config.js'
import { checkPictures } from './encoded.js'
import { CommandError, type ExitCode, exitCodes, failureOf } from './exit.js'
import { formatOptionsOf, optionsOfFile } from './format-options.js'
import { findInputs, type Input, wordsOrPipe } from './inputs.js'
import type { ConvertOptions, Job, Output } from './job.js'
import { mergeInputs } from './merge.js'
import { countOf } from './option-words.js'
import { existingText, pathOf, tooManyLosses, writeOutcome } from './outcome.js'
import { placesFor } from './output-places.js'
import { isFolder, writeStdout } from './outputs.js'
import { save } from './save.js'
import { everyFormat, isTakenUnasked, mustHold, sourceFormat, sourceFormats } from './sources.js'
import { oneOf, report, say } from './terminal.js'

export async function convertCommand(
  named: readonly string[],
  options: ConvertOptions,
  formats: readonly FormatEntry[],
): Promise<ExitCode> {
  oneOf('--color', options.color, ['auto', 'always', 'never'])
  oneOf('--reporter', options.reporter, ['pretty', 'json'])
  oneOf('--pages', options.pages, ['merge', 'split'])
  if (options.output === '') throw new CommandError('-o needs a file or a folder, and got an empty name')
  const from = options.from === undefined ? undefined : formatCalled(formats, options.from)
  const target = await targetOf(formats, options)
  checkPictures(target, options)
  if (from?.only === 'write')
    throw new CommandError(`${(await from.load()).title} can only be written, not read`)
  const taken = from ? [from] : formats.filter(isTakenUnasked)
  const words = wordsOrPipe(named)
  if (words.length === 0)
    throw new CommandError('which diagrams? Name files, folders or globs, or pipe one in')
  const found = await findInputs(
    words,
    taken.flatMap(({ extensions }) => extensions),
  )
  if (found.length === 0) throw new CommandError(`no diagram in ${words.join(', ')}`, exitCodes.unreadable)
  // A file that cannot be read is told before its options.
  if (options.option && found.length === 1) await found[0]!.load()
  const asked: Job = {
    formats,
    target,
    from,
    formatOptions: {
      ...optionsOfFile(target, options.to === undefined ? undefined : `x.${options.to}`),
      ...optionsOfFile(target, options.output ?? options.update),
      ...(await formatOptionsOf(options, formats, target, () => sourceFormats({ formats, from }, found))),
    },
    options,
    maxLosses:
      options.maxLosses === undefined ? Number.POSITIVE_INFINITY : countOf('--max-losses', options.maxLosses),
    inputs: found,
    written: new Set(),
    output: await outputOf(formats, options, found, words),
  }
  const job: Job = { ...asked, inputs: placesFor(asked) }
  const { inputs } = job
  checkUpdate(job)
  if (options.pages === 'merge') return mergeInputs(job, inputs)
  let worst: ExitCode = exitCodes.clean
  for (const input of inputs) {
    const code = await convertOne(job, input).catch(error => {
      if (inputs.length === 1) throw error
      const { text, exitCode } = failureOf(error, input.name)
      say(text, options)
      return exitCode
    })
    if (code > worst) worst = code
  }
  return worst
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
  { output: named, pages, update }: ConvertOptions,
  inputs: readonly Input[],
  words: readonly string[],
): Promise<Output> {
  const output = named ?? (typeof update === 'string' ? update : undefined)
  if (pages === 'merge') {
    if (output === undefined || output === '-') return { kind: 'stdout' }
    if (!/[\\/]$/.test(output) && !(await isFolder(output))) return { kind: 'file', path: output }
    throw new CommandError('--pages merge writes one file, not a folder: -o FILE')
  }
  const several = inputs.length > 1 || (words[0] !== undefined && (await isFolder(words[0])))
  if (output === undefined || output === '-') {
    if (several) throw new CommandError('several diagrams need a folder to go to: -o FOLDER')
    return { kind: 'stdout' }
  }
  if (/[\\/]$/.test(output) || (await isFolder(output))) return { kind: 'folder', path: output }
  if (!several) return { kind: 'file', path: output }
  if (!formatOfFile(formats, output)) return { kind: 'folder', path: output }
  throw new CommandError(
    `several diagrams need a folder to go to, and ${output} is the name of a file: -o FOLDER, or --pages merge for pages of one file`,
  )
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

async function convertOne(job: Job, input: Input): Promise<ExitCode> {
  const bytes = await input.load()
  mustHold(input, bytes)
  const source = await sourceFormat(job, input, bytes)
  const existing = await existingText(job, input)
  if (existing !== undefined && job.target.put && !job.target.update)
    return bringBackOne(job, input, source, bytes, existing)
  const outcome = await convertWith(source, job.target, bytes, {
    carry: job.options.carry,
    soundOnly: !job.options.recover,
    options: job.formatOptions,
    others: () => everyFormat(job),
    ...(job.options.pages && { pages: job.options.pages as Pages }),
    ...(existing !== undefined && { existing }),
  })
  report(outcome.messages, { file: input.name, source: outcome.source }, job.options)
  const broken = hasErrors(outcome.messages)
  // A file that cannot be brought up to date stays as it is, whatever is asked for.
  if (outcome.messages.some(({ code }) => code === 'syntax/update')) return exitCodes.findings
  if (broken && !job.options.recover) {
    say(`${input.name} has errors and was not converted; --recover writes what could be read`, job.options)
    return exitCodes.findings
  }
  // What stays as it is, is not drawn again either.
  const stays = existing !== undefined && outcome.text === existing && job.output.kind !== 'stdout'
  if (!stays) await writeOutcome(job, input, outcome)
  return broken || tooManyLosses(job, input, outcome.messages) ? exitCodes.findings : exitCodes.clean
}

/** An edit of a diagram in another format, brought back into the text that it was made from. */
async function bringBackOne(
  job: Job,
  input: Input,
  source: Format,
  bytes: Uint8Array,
  existing: string,
): Promise<ExitCode> {
  const reading = await readAmong(source, bytes, job.formatOptions, () => everyFormat(job), { carry: false })
  report(reading.messages, { file: input.name, source: reading.source }, job.options)
  if (hasErrors(reading.messages)) {
    say(`${input.name} has errors, so nothing is brought back from it`, job.options)
    return exitCodes.findings
  }
  const { bringBack } = await import('../put/bring-back.js')
  const { text, messages } = bringBack(job.target, existing, source, reading.graphs, job.formatOptions)
  const { output } = job
  const path = output.kind === 'stdout' ? undefined : pathOf(job, output, input)
  report(messages, { file: path ?? input.name, source: existing }, job.options)
  if (hasErrors(messages)) return exitCodes.findings
  if (path === undefined) await writeStdout(text)
  else await save(job, path, text)
  return exitCodes.clean
}
