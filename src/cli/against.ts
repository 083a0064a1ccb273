/** Files of the working tree beside what git has of them in a version. */
import { documentOfFile } from '../documents/documents.js'
import type { FormatEntry } from '../format.js'
import { formatOfFile } from '../registry.js'
import { NOTHING, type ReadOptions, type SideOfFiles, sideOf } from './compared.js'
import { CommandError, exitCodes } from './exit.js'
import { commitOf } from './files/git.js'
import { changedSince, fileAt, renamedSince } from './git-versions.js'
import { findInputs, type Input } from './inputs.js'
import { isFile, isFolder } from './outputs.js'

export type Sides = readonly [before: SideOfFiles, after: SideOfFiles]

/**
 * Of each file that changed: the version that git has, and the file; or why they cannot be compared, which stops none of the others. A side
 * without a file has no diagrams.
 */
export async function sidesSince(
  ref: string,
  words: readonly string[],
  formats: readonly FormatEntry[],
  options: ReadOptions,
  asked: FormatEntry | undefined,
): Promise<(Sides | CommandError)[]> {
  if (words.length === 0)
    throw new CommandError('which files? Name files or folders; . is all below this folder')
  if (words.includes('-')) throw new CommandError('--against compares files, and standard input is none')
  const commit = await commitOf(ref, '--against')
  const readable = formats.filter(({ only }) => only !== 'write')
  const renamed = await renamedSince(commit, words.filter(isFolder))
  const gone = new Set(renamed.values())
  const pairs: (Sides | CommandError)[] = []
  for (const path of await pathsOf(commit, words, asked ? [asked] : readable, options.docComments)) {
    // It is compared under the name that it has now.
    if (gone.has(path) && !words.includes(path)) continue
    const was = renamed.get(path) ?? path
    const reading = { ...options, passesOver: true }
    const of = (input: Input, format = asked) => sideOf(input, formats, reading, format)
    const old = await fileAt(commit, was)
    const there = isFile(path)
    const both = async (): Promise<Sides> => {
      if (!old && !there)
        throw new CommandError(`there is no file ${path}, here or in ${ref}`, exitCodes.unreadable)
      const version = { name: `${was} (${ref})`, inFolder: was, load: async () => old! }
      const before = old ? await of(version, asked ?? formatOfFile(readable, was)) : NOTHING
      const [input] = there ? await findInputs([path], []) : []
      return [before, input ? await of(input) : NOTHING]
    }
    pairs.push(
      await both().catch(error => {
        if (error instanceof CommandError) return error
        throw error
      }),
    )
  }
  return pairs
}

/** Named files as they are named; of folders those that changed and have the extension of a format. */
async function pathsOf(
  commit: string,
  words: readonly string[],
  formats: readonly FormatEntry[],
  docComments: boolean | undefined,
): Promise<string[]> {
  const paths: string[] = []
  const taken = formats.filter(({ inFolders = true }) => inFolders || formats.length === 1)
  const isTaken = (path: string) =>
    formatOfFile(taken, path) !== undefined || documentOfFile(path, formats, docComments) !== undefined
  for (const word of words) {
    if (!isFolder(word)) paths.push(word)
    else paths.push(...(await changedSince(commit, [word])).filter(isTaken))
  }
  return [...new Set(paths)]
}
