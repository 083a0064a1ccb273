/** What a conversion gave, in the file, the folder or the stream that it was asked for in. */

import { join } from 'node:path'
import type { ConvertOutcome } from '../convert.js'
import type { FormatEntry } from '../format.js'
import { isLoss, type Message } from '../messages/message.js'
import { contentOf } from './encoded.js'
import { CommandError, exitCodes } from './exit.js'
import { extensionWith } from './format-options.js'
import type { Input } from './inputs.js'
import type { Job, Output } from './job.js'
import { exists, holds, readText, writeStdout } from './outputs.js'
import { guardFile } from './overwrite.js'
import { save } from './save.js'
import { say } from './terminal.js'

/** The text to bring up to date. A file that `-o` names may still have to be made; one that `--update` names is there. */
export async function existingText(job: Job, input: Input): Promise<string | undefined> {
  const { output, target, options } = job
  const { update } = options
  if (update === undefined || update === false) return undefined
  if (typeof update === 'string') return readText(update, target)
  if (output.kind === 'stdout') return undefined
  const path = pathOf(job, output, input)
  return (await exists(path)) ? readText(path, target) : undefined
}

export function tooManyLosses(
  { maxLosses, options }: Job,
  input: Input,
  messages: readonly Message[],
): boolean {
  const losses = messages.filter(isLoss).length
  if (losses <= maxLosses) return false
  say(`${input.name} loses ${losses} things, more than the ${maxLosses} that are allowed`, options)
  return true
}

export async function writeOutcome(
  job: Job,
  input: Input,
  { files }: Pick<ConvertOutcome, 'files'>,
): Promise<void> {
  const { output, options } = job
  if (output.kind === 'stdout') {
    if (files.length > 1) {
      throw new CommandError(
        `${input.name} holds ${files.length} diagrams, which need a folder to go to: -o FOLDER/`,
      )
    }
    await writeStdout(await contentOf(job, files[0]?.text ?? ''))
    return
  }
  if (files.length === 0) say(`${input.name} holds no diagram`, options)
  for (const { name, text } of files) {
    const path = pathOf(job, output, input, name)
    if (job.written.has(path)) {
      throw new CommandError(`${input.name} and another input would both be written to ${path}`)
    }
    job.written.add(path)
    const content = await contentOf(job, text)
    const isUpdated = options.update === true && name === undefined
    if (
      output.kind === 'folder' &&
      !options.force &&
      !isUpdated &&
      (await exists(path)) &&
      !(await holds(path, content))
    ) {
      const why = `${path} is there already and differs; --force replaces it`
      throw new CommandError(why, exitCodes.unreadable)
    }
    if (output.kind === 'file') await guardFile(job, path, content)
    await save(job, path, content)
  }
}

export function pathOf(
  { target, formats, formatOptions }: Pick<Job, 'target' | 'formats' | 'formatOptions'>,
  output: Exclude<Output, { kind: 'stdout' }>,
  input: Input,
  name?: string,
): string {
  const extension = extensionWith(target, formatOptions)
  const suffix = name === undefined ? '' : `-${name}`
  const own = `${stem(input.inFolder, formats)}${suffix}${extension}`
  if (output.kind === 'folder') return join(output.path, own)
  if (suffix === '') return output.path
  const known = [...target.extensions]
    .sort((a, b) => b.length - a.length)
    .find(end => output.path.toLowerCase().endsWith(end))
  // A name without an extension is that of a folder, for several diagrams of one file as for several files.
  if (known === undefined) return join(output.path, own)
  return `${output.path.slice(0, output.path.length - known.length)}${suffix}${known}`
}

/** The name of an input's file without its extension, with the folders below the one that was given. */
export const nameOf = ({ inFolder }: Input, formats: readonly FormatEntry[]): string =>
  stem(inFolder, formats).replaceAll('\\', '/')

/** The path without the extension of the format that it is in. */
function stem(path: string, formats: readonly FormatEntry[]): string {
  const known = formats
    .flatMap(({ extensions }) => extensions)
    .filter(extension => path.toLowerCase().endsWith(extension))
    .sort((a, b) => b.length - a.length)[0]
  return known === undefined ? path : path.slice(0, -known.length)
}
