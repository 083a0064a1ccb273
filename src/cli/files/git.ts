/** Files that git names: those that changed since a commit, or that are staged. */
import { execFile } from 'node:child_process'
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
    throw new CommandError(`git ${words[0]}: ${said}`, exitCodes.unreadable)
  }
}

/** The names that git lists with `-z`. */
export const namesIn = (list: Buffer): string[] =>
  list
    .toString()
    .split('\0')
    .filter(name => name !== '')

/** The inputs that changed or are staged, below the folders that words name; nothing where git is not asked. */
export async function gitFiles(
  words: readonly string[],
  { changedSince, staged }: GitChoice,
): Promise<Input[] | undefined> {
  if (changedSince === undefined && !staged) return undefined
  if (changedSince?.startsWith('-'))
    throw new CommandError(`--changed-since takes a commit, not “${changedSince}”`)
  const top = (await git(['rev-parse', '--show-toplevel'])).toString().trim()
  const paths = new Set<string>()
  const asked = staged
    ? [['diff', '--cached', '--name-only', '-z', '--diff-filter=ACMR']]
    : [
        // From where the branches parted, as a pull request has it.
        ['diff', '--name-only', '-z', '--diff-filter=ACMR', '--merge-base', changedSince!],
        ['ls-files', '--others', '--exclude-standard', '-z', '--full-name', ':/'],
      ]
  for (const words of asked) for (const name of namesIn(await git(words))) paths.add(join(top, name))
  const folders = words.map(word => resolve(word))
  const isNamed = (path: string) =>
    folders.length === 0 || folders.some(folder => path === folder || path.startsWith(`${folder}${sep}`))
  return [...paths]
    .filter(isNamed)
    .sort()
    .map(path => {
      const name = relative('.', path) || path
      return staged ? stagedInput(name, relative(top, path)) : fileInput(name, name)
    })
}

/** What is staged is looked at, whatever stands in the folder. */
function stagedInput(name: string, inRepository: string): Input {
  return {
    name,
    inFolder: name,
    load: () => git(['show', `:${inRepository.split(sep).join('/')}`]),
  }
}
