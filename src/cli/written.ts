/** What a conversion gave, in the file, the folder or the stream that it was asked for in. */
import { join } from 'node:path'
import { documentKinds } from '../documents/documents.js'
import type { FormatEntry } from '../format.js'
import { CommandError, exitCodes, failureOf } from './exit.js'
import { encodedAsIn } from './files/encoding.js'
import type { FileResult } from './files/result.js'
import { extensionWith } from './format-options.js'
import type { Input } from './inputs.js'
import type { Job, Output } from './job.js'
import { type Content, exists, holds, isFolder } from './outputs.js'
import { guardFile } from './overwrite.js'
import { saved } from './save.js'
import type { Made } from './tasks/task.js'

/** The file to bring up to date. One that `-o` names may still have to be made; one that `--update` names is there. */
export function updateOf(job: Job, input: Input): Input['update'] {
  const { update } = job.options
  if (update === undefined || update === false) return undefined
  if (typeof update === 'string') return { path: update, isThere: true }
  if (job.output.kind === 'stdout') return undefined
  return { path: pathOf(job, job.output, input), isThere: false }
}

/** What was made of each input, written in their order, by this thread alone: where two meet, the first stays. */
export async function* written(job: Job, results: AsyncIterable<FileResult>): AsyncGenerator<FileResult> {
  let place = 0
  for await (const { made = [], brought, ...result } of results) {
    const input = job.inputs[place++]!
    yield { ...result, ...(await writtenOne(job, input, result.name, made)) }
    if (!brought) continue
    const name = job.output.kind === 'stdout' ? input.name : pathOf(job, job.output, input)
    yield { ...brought, name, diagrams: 0, passedOver: [], changed: false, isOutput: true }
  }
}

/** What became of the files of an input. What is wrong with one is in what it returns, and does not stop the others. */
export async function writtenOne(
  job: Job,
  input: Input,
  name: string,
  made: readonly Made[],
): Promise<Partial<FileResult>> {
  const outputs = { written: 0, unchanged: 0 }
  const patches: string[] = []
  const told = () => ({
    ...(outputs.written + outputs.unchanged > 0 && { outputs, changed: outputs.written > 0 }),
    ...(patches.length > 0 && { patch: patches.join('') }),
  })
  try {
    if (job.output.kind === 'stdout') return streamed(name, made)
    for (const { name, content: given } of made) {
      const path = pathOf(job, job.output, input, name)
      const isPut = job.options.update !== undefined && typeof given === 'string'
      const content = isPut ? encodedAsIn(path, given, job.target) : given
      await mayWrite(job, input, path, content, name)
      const { changed, patch } = await saved(job.options.dryRun === true, path, content)
      outputs[changed ? 'written' : 'unchanged']++
      if (patch !== undefined) patches.push(patch)
    }
    return told()
  } catch (error) {
    const diagrams = outputs.written + outputs.unchanged
    return { ...told(), diagrams, failure: failureOf(error, name) }
  }
}

function streamed(name: string, made: readonly Made[]): Pick<FileResult, 'text'> {
  const [first] = made
  if (!first) return {}
  if (made.length > 1 || first.name !== undefined)
    throw new CommandError(
      `${name} holds ${made.length === 1 ? 'several' : made.length} diagrams, which need a folder to go to: -o FOLDER/`,
    )
  return { text: first.content }
}

/** Throws a `CommandError` for a file that this call has written already, or that nobody said may be replaced. */
async function mayWrite(
  job: Job,
  input: Input,
  path: string,
  content: Content,
  name: string | undefined,
): Promise<void> {
  const { output, options } = job
  const other = job.written.get(path)
  if (other !== undefined)
    throw new CommandError(
      `${input.name} is not written: ${path} is what ${other} becomes; convert it to a folder of its own`,
      exitCodes.unreadable,
    )
  job.written.set(path, input.name)
  const isUpdated = options.update === true && name === undefined
  if (
    output.kind === 'folder' &&
    !options.force &&
    !isUpdated &&
    exists(path) &&
    !isFolder(path) &&
    !holds(path, content)
  )
    throw new CommandError(`${path} is there already and differs; --force replaces it`, exitCodes.unreadable)
  if (output.kind === 'file') await guardFile(job, path, content)
}

/** @param name what tells the file from others of the same input */
export function pathOf(
  { target, formats, formatOptions }: Pick<Job, 'target' | 'formats' | 'formatOptions'>,
  output: Exclude<Output, { kind: 'stdout' }>,
  input: Input,
  name?: string,
): string {
  if (output.kind === 'in-place') return input.path ?? input.name
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

/** The path without the extension of the format, or the kind of document, that it is in. */
function stem(path: string, formats: readonly FormatEntry[]): string {
  const known = extensionOf(path, formats)
  return known === '' ? path : path.slice(0, -known.length)
}

/** The extension of the format, or the kind of document, that a file is in; empty where it has none of them. */
export function extensionOf(path: string, formats: readonly FormatEntry[]): string {
  const name = path.toLowerCase()
  const known = extensionsOf(formats).find(extension => name.endsWith(extension))
  return known === undefined ? '' : path.slice(-known.length)
}

/** Of a list of formats, made once: thousands of files are asked for. */
const extensionLists = new WeakMap<readonly FormatEntry[], readonly string[]>()

/** The extensions of formats and documents, the longest first. */
function extensionsOf(formats: readonly FormatEntry[]): readonly string[] {
  const made =
    extensionLists.get(formats) ??
    [...formats, ...documentKinds]
      .flatMap(({ extensions }): readonly string[] => extensions)
      .sort((a, b) => b.length - a.length)
  extensionLists.set(formats, made)
  return made
}
