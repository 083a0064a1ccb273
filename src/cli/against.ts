/** Files of the working tree beside what git has of them in a version. */
import { documentOfFile } from '../documents/documents.js'
import type { FormatEntry } from '../format.js'
import { formatOfFile } from '../registry.js'
import { NOTHING, type ReadOptions, type SideOfFiles, sideOf } from './compared.js'
import { CommandError, exitCodes } from './exit.js'
import { changedSince, commitOf, fileAt } from './git-versions.js'
import { findInputs } from './inputs.js'
import { isFile, isFolder } from './outputs.js'

/** Of each file that changed: the version that git has, and the file. A side without a file has no diagrams. */
export async function sidesSince(
  ref: string,
  words: readonly string[],
  formats: readonly FormatEntry[],
  options: ReadOptions,
  asked: FormatEntry | undefined,
): Promise<(readonly [SideOfFiles, SideOfFiles])[]> {
  if (words.length === 0)
    throw new CommandError('which files? Name files or folders; . is all below this folder')
  if (words.includes('-')) throw new CommandError('--against compares files, and standard input is none')
  const commit = await commitOf(ref)
  const readable = formats.filter(({ only }) => only !== 'write')
  const pairs: (readonly [SideOfFiles, SideOfFiles])[] = []
  for (const path of await pathsOf(commit, words, asked ? [asked] : readable)) {
    const old = await fileAt(commit, path)
    const name = `${path} (${ref})`
    const before: SideOfFiles = old
      ? await sideOf(
          { name, inFolder: path, load: async () => old },
          formats,
          options,
          asked ?? formatOfFile(readable, path),
        )
      : NOTHING
    const there = await isFile(path)
    if (!old && !there)
      throw new CommandError(`there is no file ${path}, here or in ${ref}`, exitCodes.unreadable)
    const [input] = there ? await findInputs([path], []) : []
    const after: SideOfFiles = input ? await sideOf(input, formats, options, asked) : NOTHING
    pairs.push([before, after])
  }
  return pairs
}

/** Named files as they are named; of folders those that changed and have the extension of a format. */
async function pathsOf(
  commit: string,
  words: readonly string[],
  formats: readonly FormatEntry[],
): Promise<string[]> {
  const paths: string[] = []
  const taken = formats.filter(({ inFolders = true }) => inFolders || formats.length === 1)
  const isTaken = (path: string) =>
    formatOfFile(taken, path) !== undefined || documentOfFile(path, formats) !== undefined
  for (const word of words) {
    if (!(await isFolder(word))) paths.push(word)
    else paths.push(...(await changedSince(commit, [word])).filter(isTaken))
  }
  return [...new Set(paths)]
}
