/** Files that git names: those that changed since a commit, or that are staged. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { CommandError, exitCodes } from '../exit.js'
import { fileInput, type Input } from '../inputs.js'

export interface GitChoice {
  readonly changedSince?: string
  readonly staged?: boolean
}

/** What git prints, as bytes. Throws a `CommandError` with what it says of a mistake. */
export async function git(words: readonly string[], folder = '.'): Promise<Buffer> {
  try {
    const { stdout } = await promisify(execFile)('git', [...words], {
      cwd: folder,
      encoding: 'buffer',
      maxBuffer: 1 << 30,
    })
    return stdout
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: Buffer }
    if (code === 'ENOENT')
      throw new CommandError('git is not there, and is asked for files', exitCodes.unreadable)
    const said = stderr?.toString().trim().split('\n')[0] || String(error)
    if (said.includes('not a git repository'))
      throw new CommandError(`${resolve(folder)} is in no git repository`, exitCodes.unreadable)
    throw new CommandError(`git ${words[0]}: ${said}`, exitCodes.unreadable)
  }
}

/** The names that git lists with `-z`. */
export const namesIn = (list: Buffer): string[] =>
  list
    .toString()
    .split('\0')
    .filter(name => name !== '')

/** A name that git takes for a commit, and never for an option, as the commit that it means. @param option what it stands behind */
export async function commitOf(ref: string, option: string): Promise<string> {
  if (ref === '' || ref.startsWith('-'))
    throw new CommandError(`${option} needs a commit, a branch or a tag, not “${ref}”`)
  const words = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]
  const found = await git(words).catch(error => {
    // Outside of a repository git has more to say than that there is no such commit.
    if (String(error).includes('repository')) throw error
    throw new CommandError(`git knows no commit “${ref}”`)
  })
  return found.toString().trim()
}

export interface GitPaths {
  /** The folder of the repository. */
  readonly top: string
  /** Whole paths of files, in their order. */
  readonly paths: readonly string[]
}

/** The files that changed or are staged, of the whole repository; nothing where git is not asked. Throws a `CommandError` for what is no commit. */
export async function gitPaths({ changedSince, staged }: GitChoice): Promise<GitPaths | undefined> {
  if (changedSince === undefined && !staged) return undefined
  if (changedSince !== undefined && staged)
    throw new CommandError('--changed-since and --staged are two choices of files: take one')
  const commit = changedSince === undefined ? '' : await commitOf(changedSince, '--changed-since')
  const top = (await git(['rev-parse', '--show-toplevel'])).toString().replace(/\n$/, '')
  const paths = new Set<string>()
  const asked = staged
    ? [['diff', '--cached', '--name-only', '-z', '--diff-filter=ACMR']]
    : [
        // From where the branches parted, as a pull request has it.
        ['diff', '--name-only', '-z', '--diff-filter=ACMR', '--merge-base', commit, '--'],
        ['ls-files', '--others', '--exclude-standard', '-z', '--full-name', ':/'],
      ]
  for (const words of asked) for (const name of namesIn(await git(words))) paths.add(join(top, name))
  return { top, paths: [...paths].sort() }
}

/** The inputs that changed or are staged, below the folders that words name; nothing where git is not asked. */
export async function gitFiles(words: readonly string[], choice: GitChoice): Promise<Input[] | undefined> {
  const found = await gitPaths(choice)
  if (!found) return undefined
  const { top, paths } = found
  const tests = await Promise.all(words.map(word => isMeant(word)))
  for (const [place, word] of words.entries())
    if (!paths.some(tests[place]!) && !existsSync(word) && !(await isGlob(word)))
      throw new CommandError(`there is no file ${word}`, exitCodes.unreadable)
  const isNamed = (path: string) => words.length === 0 || tests.some(isOne => isOne(path))
  return paths.filter(isNamed).map(path => {
    const name = relative('.', path) || path
    const input = fileInput(name, name)
    return choice.staged ? stagedInput(input, path, top) : input
  })
}

const isGlob = async (word: string): Promise<boolean> => (await import('tinyglobby')).isDynamicPattern(word)

/** What a word means: a file, all in a folder, or what a glob fits. */
async function isMeant(word: string): Promise<(path: string) => boolean> {
  const named = resolve(word)
  if (existsSync(word) || !(await isGlob(word)))
    return path => path === named || path.startsWith(named.endsWith(sep) ? named : `${named}${sep}`)
  const { default: picomatch } = await import('picomatch')
  const fits = picomatch(word.replace(/^(?:\.\/)+/, ''))
  return path => fits(relative('.', path).split(sep).join('/'))
}

/** What is staged is looked at, whatever stands in the folder. @param path the whole one of the input */
export function stagedInput({ path: _, ...input }: Input, path: string, top: string): Input {
  // With the number of what is staged, since a name may begin with one, too.
  return { ...input, load: () => git(['show', `:0:${relative(top, path).split(sep).join('/')}`]) }
}
