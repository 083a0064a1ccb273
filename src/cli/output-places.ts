/** Where the results of several inputs go, so that no two of them meet and no result is taken for an input. */
import { basename, dirname, join, relative, resolve } from 'node:path'
import { documentOfFile } from '../documents/documents.js'
import { countsOf } from './counts.js'
import { CommandError, exitCodes } from './exit.js'
import { commonFolder, isInside } from './folders.js'
import type { Input } from './inputs.js'
import type { Job, Output } from './job.js'
import { extensionOf, pathOf } from './written.js'

type Folder = Extract<Output, { kind: 'folder' }>

/**
 * The inputs that are converted, each with its place below the output folder: without results of an earlier run that a search found
 * among them; where two have one name, all with the folders that they lie in; and where these are one, with their kinds. Throws a `CommandError`
 * where nothing is left.
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
  const isDocument = ({ inFolder }: Input) =>
    documentOfFile(inFolder, job.formats, job.settings.docComments) !== undefined
  const pathIn = (input: Input) => pathOf(job, output, input)
  const folderIn = ({ path }: Input) => (path === undefined ? '' : dirname(resolve(path)))
  const documents = withKinds(job, sources, pathIn, isDocument)
  // Those of different folders keep their names, and get their folders.
  const named = withKinds(
    job,
    documents,
    input => `${folderIn(input)}\n${pathIn(input)}`,
    input => !isDocument(input),
  )
  const folders = new Map<string, Set<string>>()
  for (const input of named)
    folders.set(pathIn(input), (folders.get(pathIn(input)) ?? new Set()).add(folderIn(input)))
  if (![...folders.values()].some(({ size }) => size > 1)) return named
  const below = commonFolder(named.flatMap(({ path }) => path ?? []))
  return named.map(input =>
    input.path === undefined ? input : { ...input, inFolder: withFolder(below, input) },
  )
}

/** The path below a folder, with the name that was given to it. */
function withFolder(below: string, { path, inFolder }: Input): string {
  return join(relative(below, dirname(resolve(path!))), basename(inFolder))
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

/**
 * Inputs that would be written to one file: what is made of them is called after their kinds, too. Of a document beside a diagram that is
 * the document (`page-md`), of two diagrams both (`page-mmd`, `page-gv`).
 * @param isMeant which of them are called so
 */
function withKinds(
  job: Job,
  inputs: readonly Input[],
  keyOf: (input: Input) => string,
  isMeant: (input: Input) => boolean,
): readonly Input[] {
  const counts = countsOf(inputs.map(keyOf))
  return inputs.map(input => {
    if (counts.get(keyOf(input)) === 1 || !isMeant(input)) return input
    const extension = extensionOf(input.inFolder, job.formats)
    const start = input.inFolder.slice(0, input.inFolder.length - extension.length)
    return { ...input, inFolder: `${start}${extension.replaceAll('.', '-')}${extension}` }
  })
}
