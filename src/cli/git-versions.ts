/** Versions of files that git has. */
import { CommandError } from './exit.js'
import { git, namesIn } from './files/git.js'

/** A name that git takes for a commit, and never for an option, as the commit that it means. */
export async function commitOf(ref: string): Promise<string> {
  if (ref === '' || ref.startsWith('-'))
    throw new CommandError(`--against needs a commit, a branch or a tag, not “${ref}”`)
  const words = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]
  const found = await git(words).catch(error => {
    // Outside of a repository git has more to say than that there is no such commit.
    if (/repository/.test(String(error))) throw error
    throw new CommandError(`git knows no commit “${ref}”`)
  })
  return found.toString().trim()
}

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
