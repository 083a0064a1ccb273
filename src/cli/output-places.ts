/** Where the results of several inputs go, so that no two of them meet and no result is taken for an input. */
import { relative, resolve } from 'node:path'
import { documentOfFile } from '../documents/documents.js'
import { countsOf } from './counts.js'
import { CommandError, exitCodes } from './exit.js'
import { commonFolder, isInside } from './folders.js'
import type { Input } from './inputs.js'
import type { Job, Output } from './job.js'
import { pathOf } from './written.js'

type Folder = Extract<Output, { kind: 'folder' }>

/**
 * The inputs that are converted, each with its place below the output folder: without results of an earlier run that a search found
 * among them; and where two have one name, all with the folders that they lie in. Throws a `CommandError` where two would still be
 * written to one file, or where nothing is left.
 */
export function placesFor(job: Job): readonly Input[] {
  const { output, inputs, options } = job
  if (output.kind !== 'folder' || options.pages === 'merge') return inputs
  const made = countsOf(inputs.map(input => resolve(pathOf(job, output, input))))
  const sources = inputs.filter(input => !isResult(job, output, input, made))
  if (sources.length === 0)
    throw new CommandError(
      `nothing to convert: what was found is in ${output.path} already; --force writes it anew`,
      exitCodes.unreadable,
    )
  const named = withKinds(job, output, sources)
  if (!clashIn(job, output, named)) return named
  const below = commonFolder(named.flatMap(({ path }) => path ?? []))
  const placed = named.map(input =>
    input.path === undefined ? input : { ...input, inFolder: relative(below, resolve(input.path)) },
  )
  const clash = clashIn(job, output, placed)
  if (clash)
    throw new CommandError(
      `${clash.first} and ${clash.second} would both be written to ${clash.path}; convert them one after the other, to folders of their own: --from takes the files of one format`,
    )
  return placed
}

/**
 * @param made how many inputs are written to each path
 * @returns whether a search found what an earlier run wrote: a file in an output folder inside of the one that is searched, or one whose
 * result it is itself.
 */
function isResult(job: Job, output: Folder, input: Input, made: ReadonlyMap<string, number>): boolean {
  const { path, searched } = input
  if (path === undefined || searched === undefined) return false
  if (isInside(output.path, path) && !isInside(output.path, searched)) return true
  if (resolve(pathOf(job, output, input)) !== resolve(path)) return false
  return job.options.force !== true || (made.get(resolve(path)) ?? 0) > 1
}

/** A document beside a diagram, or another document, of its name: what is made of it is called after its kind, too (`page-md`). */
function withKinds(job: Job, output: Folder, inputs: readonly Input[]): readonly Input[] {
  const counts = countsOf(inputs.map(input => pathOf(job, output, input)))
  return inputs.map(input => {
    if (counts.get(pathOf(job, output, input)) === 1 || !documentOfFile(input.inFolder, job.formats))
      return input
    return { ...input, inFolder: input.inFolder.replace(/\.([^.]+)$/, '-$1.$1') }
  })
}

/** Two inputs that would be written to one file. */
function clashIn(job: Job, output: Folder, inputs: readonly Input[]) {
  const writers = new Map<string, string>()
  for (const { name, ...input } of inputs) {
    const path = pathOf(job, output, { name, ...input })
    const first = writers.get(path)
    if (first !== undefined) return { first, second: name, path }
    writers.set(path, name)
  }
  return undefined
}
