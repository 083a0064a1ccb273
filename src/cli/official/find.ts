/** The software of formats, in the project of whoever asks for it. */
import { readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import type { FormatEntry } from '../../format.js'
import type { OfficialEntry } from '../../official.js'
import { CommandError, exitCodes } from '../exit.js'
import type { OfficialAt } from './ask.js'

/**
 * Where the packages are that the flags ask for: those of the folder that the command is called in, or of a folder that is looked at. Throws a
 * `CommandError` that says how they are installed.
 * @param flags what is asked for, such as `with-mermaid`
 * @param words the files and folders that are looked at
 * @param thread the program of a thread that asks them
 */
export async function officials(
  formats: readonly FormatEntry[],
  flags: readonly string[],
  words: readonly string[],
  thread: URL | undefined,
): Promise<readonly OfficialAt[]> {
  const asked = formats.filter(({ official }) => official && flags.includes(official.flag))
  if (asked.length === 0) return []
  if (!thread) throw new CommandError(`--${asked[0]!.official!.flag} needs threads, and here are none`)
  const folders = ['.', ...(await Promise.all(words.map(folderOf)))]
  return Promise.all(
    asked.map(async ({ name, official }) => ({
      format: name,
      thread: thread.href,
      packages: Object.fromEntries(
        official!.packages.map(each => [each, packageIn(folders, each, official!)]),
      ),
      versions: await Promise.all(official!.packages.map(each => versionIn(folders, each))),
    })),
  )
}

const folderOf = async (word: string): Promise<string> =>
  (await stat(word).catch(() => undefined))?.isDirectory() ? word : dirname(word)

function packageIn(folders: readonly string[], name: string, { flag, packages }: OfficialEntry): string {
  const found = firstOf(folders, folder => createRequire(join(resolve(folder), 'from')).resolve(name))
  if (found !== undefined) return found
  throw new CommandError(
    `--${flag} asks a package of your project, and ${name} is not there: npm install --save-dev ${packages.join(' ')}`,
    exitCodes.unreadable,
  )
}

/** So that what was clean for one version is looked at again by the next. */
async function versionIn(folders: readonly string[], name: string): Promise<string> {
  const path = firstOf(folders, folder => {
    const [first] = createRequire(join(resolve(folder), 'from')).resolve.paths(name) ?? []
    return createRequire(join(first ?? '', 'from')).resolve(`${first}/${name}/package.json`)
  })
  return path === undefined ? '' : String(JSON.parse(await readFile(path, 'utf8')).version)
}

function firstOf(folders: readonly string[], resolved: (folder: string) => string): string | undefined {
  for (const folder of folders) {
    try {
      return resolved(folder)
    } catch {
      // It may be in the next one.
    }
  }
  return undefined
}
