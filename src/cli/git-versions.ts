/** Versions of files that git has. */
import { git, namesIn } from './files/git.js'

/** The bytes of a file in a commit; nothing where it is not there. @param path as it is named in this folder */
export async function fileAt(commit: string, path: string): Promise<Buffer | undefined> {
  const listed = (await git(['ls-tree', '-z', commit, '--', path])).toString()
  const blob = /^\d+ blob ([0-9a-f]+)\t/.exec(listed)?.[1]
  return blob === undefined ? undefined : git(['cat-file', 'blob', blob])
}

/** Files below some folders that are others than in a commit, new ones too, as they are named in this folder. */
export async function changedSince(commit: string, folders: readonly string[]): Promise<string[]> {
  const below = folders.map(path => `:(literal)${path}`)
  const lists = await Promise.all([
    git(['diff', '--name-only', '--relative', '--no-renames', '-z', commit, '--', ...below]),
    git(['ls-files', '--others', '--exclude-standard', '-z', '--', ...below]),
  ])
  return [...new Set(lists.flatMap(namesIn))].sort()
}

/** What files below some folders were called in a commit that have another name now, by that name, as git finds them by their content. */
export async function renamedSince(
  commit: string,
  folders: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (folders.length === 0) return new Map()
  const below = folders.map(path => `:(literal)${path}`)
  const listed = await git([
    ...['diff', '--name-status', '--relative', '--find-renames', '--diff-filter=R', '-z', commit, '--'],
    ...below,
  ])
  // A mark with the likeness, the old name, and the new one.
  const words = namesIn(listed)
  const renamed = new Map<string, string>()
  for (let place = 0; place + 2 < words.length; place += 3) renamed.set(words[place + 2]!, words[place + 1]!)
  return renamed
}
