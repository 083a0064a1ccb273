/** What git knows: versions of files, and which of them changed. */
import { spawnSync } from 'node:child_process'
import { LARGEST_INPUT } from '../read.js'
import { CommandError, exitCodes } from './exit.js'

/** The output of git. Throws a `CommandError` with what git says where it fails. */
export function git(words: readonly string[], cwd = '.'): Buffer {
  const { status, stdout, stderr, error } = spawnSync('git', words, {
    cwd,
    maxBuffer: 2 * LARGEST_INPUT,
    env: { ...process.env, LC_ALL: 'C' },
  })
  if (error) throw new CommandError(`git cannot be run: ${error.message}`, exitCodes.unreadable)
  if (status === 0) return stdout
  const why = stderr
    .toString()
    .trim()
    .split('\n')[0]
    ?.replace(/^(?:fatal|error): /, '')
  throw new CommandError(`git ${words[0]}: ${why || `it ended with ${status}`}`, exitCodes.unreadable)
}

/** A name that git takes for a version, and never for an option. */
export function versionOf(ref: string): string {
  if (ref === '' || ref.startsWith('-'))
    throw new CommandError(`--against needs a commit, a branch or a tag, not “${ref}”`)
  return git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])
    .toString()
    .trim()
}

/** The bytes of a file in a version; nothing where it is not there. @param path as it is named in this folder */
export function fileAt(commit: string, path: string): Buffer | undefined {
  const listed = git(['ls-tree', '-z', '--full-name', commit, '--', `:(literal)${path}`]).toString()
  const blob = /^\d+ blob ([0-9a-f]+)\t/.exec(listed)?.[1]
  return blob === undefined ? undefined : git(['cat-file', 'blob', blob])
}

/** Files below some paths that are others than in a version, new ones too, as they are named in this folder. */
export function changedSince(commit: string, paths: readonly string[]): string[] {
  const below = paths.map(path => `:(literal)${path}`)
  const changed = git(['diff', '--name-only', '--relative', '--no-renames', '-z', commit, '--', ...below])
  const fresh = git(['ls-files', '--others', '--exclude-standard', '-z', '--', ...below])
  const names = [changed, fresh].flatMap(list => list.toString().split('\0')).filter(name => name !== '')
  return [...new Set(names)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}
