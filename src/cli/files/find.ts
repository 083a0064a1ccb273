/** The files of a command over many: names, folders and globs, without what is ignored; or what git names. */
import { stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import type { Ignore } from 'ignore'
import { documentKinds } from '../../documents/documents.js'
import type { FormatEntry } from '../../format.js'
import { ignoreFile } from '../config/config.js'
import { countsOf } from '../counts.js'
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

/** Files of diagrams that no format here reads. Of a folder they are counted, so that nobody thinks that they were looked at. */
const OTHERS =
  '.puml .plantuml .pu .iuml .wsd .d2 .ditaa .bpmn .dbml .excalidraw .vsdx .vsd .graphml .nomnoml .blockdiag .seqdiag .pikchr'.split(
    ' ',
  )

const endOf = (name: string, extensions: readonly string[]): string | undefined =>
  extensions.find(end => name.toLowerCase().endsWith(end))

/** The inputs that words, or git, name. Throws a `CommandError` where a word means nothing, and where nothing is found. */
export async function filesFor(
  words: readonly string[],
  formats: readonly FormatEntry[],
  finding: Finding,
): Promise<FoundFiles> {
  const extensions = takenExtensions(formats, finding.from)
  const named = await gitFiles(words, finding)
  const areFolders = await Promise.all(words.map(isFolder))
  const searched = words.filter((_, place) => areFolders[place])
  const asked = finding.from ? extensions : [...extensions, ...OTHERS]
  const isTaken = ({ name }: Input) => endOf(name, extensions) !== undefined
  const found = named ? named.filter(isTaken) : await findInputs(words, asked)
  const ignored = await ignoredBy(found, finding, named !== undefined || searched.length > 0)
  const own = found.filter(input => !ignored.has(input))
  const isOther = (input: Input) =>
    input.searched !== undefined && searched.includes(input.searched) && !isTaken(input)
  const taken = own.filter(input => !isOther(input))
  const reasons = countsOf([
    ...[...ignored].filter(isTaken).map(() => 'ignored'),
    ...own.filter(isOther).map(({ name }) => endOf(name, OTHERS)!),
  ])
  const folders = named ? [] : emptyAmong(searched, found)
  const skipped = {
    ...(reasons.size > 0 && { reasons: Object.fromEntries(reasons) }),
    ...(folders.length > 0 && { folders }),
  }
  if (taken.length === 0 && !named && words.length > 0) throw nothingFound(words, reasons)
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

function nothingFound(words: readonly string[], reasons: ReadonlyMap<string, number>): CommandError {
  const { ignored = 0, ...others } = Object.fromEntries(reasons)
  const why = [
    ...(ignored > 0 ? [`${ignored} ignored by a .gitignore, a .diaglotignore or the config`] : []),
    ...Object.entries(others).map(([end, times]) => `${times} ${end}`),
  ]
  const passed = why.length > 0 ? `; passed over: ${why.join(', ')}` : ''
  return new CommandError(`no diagram in ${words.join(', ')}${passed}`, exitCodes.unreadable)
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
