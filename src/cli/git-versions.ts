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
