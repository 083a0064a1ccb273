/** The files of a command over many: names, folders and globs, without what is ignored; or what git names. */
import { stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import type { Ignore } from 'ignore'
import { documentKinds } from '../../documents/documents.js'
import type { FormatEntry } from '../../format.js'
import { ignoreFile } from '../config/config.js'
import { CommandError, exitCodes } from '../exit.js'
import { isInside } from '../folders.js'
import { findInputs, type Input } from '../inputs.js'
import { isFolder } from '../outputs.js'
import { isTakenUnasked } from '../sources.js'
import { type GitChoice, gitFiles } from './git.js'

export interface Finding extends GitChoice {
  /** Of those that are found, the part with this number of so many: `2/4`. */
  readonly shard?: string
  /** Lines of the config, as in a `.gitignore`. */
  readonly ignore?: readonly string[]
  /** The folder that they start from. */
  readonly root: string
  /** The format that is asked for: of a folder only its files are taken, and no documents. */
  readonly from?: FormatEntry | undefined
  /** Whether files that are named themselves are taken though they are ignored. */
  readonly takesNamed?: boolean
}

/** What a search did not give, and why. */
export interface Skipped {
  /** How many files, by the reason why: `ignored`. */
  readonly reasons?: Readonly<Record<string, number>>
  /** Folders in which there is nothing that is read. */
  readonly folders?: readonly string[]
}

export interface FoundFiles {
  readonly inputs: readonly Input[]
  readonly skipped: Skipped
}

/** What is a diagram by its extension, or a document that may hold some. */
function takenExtensions(formats: readonly FormatEntry[], from: FormatEntry | undefined): readonly string[] {
  if (from) return from.extensions
  return [...formats.filter(isTakenUnasked), ...documentKinds].flatMap(({ extensions }) => extensions)
}

/** The inputs that words, or git, name. Throws a `CommandError` where a word means nothing, and where nothing is found. */
export async function filesFor(
  words: readonly string[],
  formats: readonly FormatEntry[],
  finding: Finding,
): Promise<FoundFiles> {
  const extensions = takenExtensions(formats, finding.from)
  const named = await gitFiles(words, finding)
  const isTaken = ({ name }: Input) => extensions.some(end => name.toLowerCase().endsWith(end))
  const all = named ? named.filter(isTaken) : await findInputs(words, extensions)
  const areFolders = await Promise.all(words.map(isFolder))
  const ignored = await ignoredBy(all, finding, named !== undefined || areFolders.includes(true))
  const taken = all.filter(input => !ignored.has(input))
  const folders = named
    ? []
    : emptyAmong(
        words.filter((_, place) => areFolders[place]),
        all,
      )
  const skipped = {
    ...(ignored.size > 0 && { reasons: { ignored: ignored.size } }),
    ...(folders.length > 0 && { folders }),
  }
  if (taken.length === 0 && !named && words.length > 0) throw nothingFound(words, ignored.size)
  return { inputs: shardOf(taken, finding.shard), skipped }
}

/** The folders in which nothing was found. What lies in two of them was found in the first. */
function emptyAmong(folders: readonly string[], inputs: readonly Input[]): string[] {
  const searched = new Set(inputs.flatMap(({ searched }) => searched ?? []))
  return folders.filter(
    folder =>
      !searched.has(folder) &&
      !inputs.some(({ path }) => path !== undefined && isInside(resolve(folder), resolve(path))),
  )
}

function nothingFound(words: readonly string[], ignored: number): CommandError {
  const why =
    ignored === 0
      ? ''
      : ` that is not ignored: a .gitignore, a .diaglotignore or the config passes over ${ignored === 1 ? 'the file' : `all ${ignored} files`}`
  return new CommandError(`no diagram in ${words.join(', ')}${why}`, exitCodes.unreadable)
}

/** Of a list in its order, the part `2/4`: as even as can be, as Vitest has it. */
function shardOf(inputs: readonly Input[], shard: string | undefined): readonly Input[] {
  if (shard === undefined) return inputs
  const [, part, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(shard) ?? []
  const [index, count] = [Number(part), Number(of)]
  if (!(index >= 1 && index <= count))
    throw new CommandError(`--shard takes a part and how many there are, such as 2/4, not “${shard}”`)
  const size = Math.ceil(inputs.length / count)
  return inputs.slice(size * (index - 1), size * index)
}

/**
 * The inputs that a `.diaglotignore` or the config ignores; and, where folders were searched, those that git ignores. Files that are named
 * are read though git ignores them.
 */
async function ignoredBy(
  inputs: readonly Input[],
  { ignore: lines = [], root, takesNamed = false }: Finding,
  searched: boolean,
): Promise<Set<Input>> {
  const rules = new IgnoreFiles(searched ? ['.gitignore', '.diaglotignore'] : ['.diaglotignore'])
  const own = lines.length === 0 ? undefined : (await import('ignore')).default().add([...lines])
  const found = new Set<Input>()
  for (const input of inputs) {
    if (input.path === undefined || (takesNamed && input.searched === undefined)) continue
    const path = resolve(input.path)
    const fromRoot = relative(root, path).split(sep).join('/')
    const byConfig =
      own !== undefined && !fromRoot.startsWith('..') && fromRoot !== '' && own.ignores(fromRoot)
    if (byConfig || (await rules.ignores(path))) found.add(input)
  }
  return found
}

/** Ignore files of folders, each read once. A repository's own end at the folder that holds `.git`. */
class IgnoreFiles {
  readonly #folders = new Map<
    string,
    Promise<readonly { readonly folder: string; readonly rules: Ignore }[]>
  >()
  constructor(readonly names: readonly string[]) {}

  async ignores(path: string): Promise<boolean> {
    let ignored = false
    for (const { folder, rules } of await this.#above(dirname(path))) {
      const result = rules.test(relative(folder, path).split(sep).join('/'))
      if (result.ignored) ignored = true
      else if (result.unignored) ignored = false
    }
    return ignored
  }

  #above(folder: string): Promise<readonly { readonly folder: string; readonly rules: Ignore }[]> {
    const known = this.#folders.get(folder)
    if (known) return known
    const found = this.#read(folder)
    this.#folders.set(folder, found)
    return found
  }

  async #read(folder: string) {
    const texts = await Promise.all(this.names.map(name => ignoreFile(join(folder, name))))
    const own = texts.some(text => text !== '')
      ? [{ folder, rules: texts.reduce((all, text) => all.add(text), (await import('ignore')).default()) }]
      : []
    const isTop =
      dirname(folder) === folder ||
      basename(folder) === '' ||
      (await stat(join(folder, '.git')).catch(() => undefined)) !== undefined
    return isTop ? own : [...(await this.#above(dirname(folder))), ...own]
  }
}

/** Whether words name anything at all. */
export function someWords(words: readonly string[]): readonly string[] {
  if (words.length > 0) return words
  throw new CommandError('which files? Name files, folders or globs; . is this folder', exitCodes.usage)
}
