/** The files of a command over many: names, folders and globs, without what is ignored; or what git names. */
import { resolve } from 'node:path'
import { documentKinds, sourceCode } from '../../documents/documents.js'
import type { FormatEntry } from '../../format.js'
import { countsOf } from '../counts.js'
import { CommandError, exitCodes } from '../exit.js'
import { isInside, onceEach } from '../folders.js'
import { findInputs, type Input } from '../inputs.js'
import { isFolder } from '../outputs.js'
import { isTakenUnasked } from '../sources.js'
import { type GitChoice, gitFiles } from './git.js'
import { type Ignoring, ignoredBy } from './ignored.js'

export interface Finding extends GitChoice, Ignoring {
  /** The format that is asked for: of a folder only its files are taken, and no documents. */
  readonly from?: FormatEntry | undefined
  /** Whether source code is searched for diagrams in its comments. */
  readonly docComments?: boolean
}

/** What a search did not give, and why. */
export interface Skipped {
  /** How many files, by the reason why: `ignored`. */
  readonly reasons?: Readonly<Record<string, number>>
  /** Folders in which there is nothing that is read. */
  readonly folders?: readonly string[]
  /** Links that lead to nothing. */
  readonly dangling?: readonly string[]
}

export interface FoundFiles {
  readonly inputs: readonly Input[]
  readonly skipped: Skipped
}

/** What is a diagram by its extension, or a document that may hold some. */
function takenExtensions(formats: readonly FormatEntry[], { from, docComments }: Finding): readonly string[] {
  if (from) return from.extensions
  const source = docComments ? [sourceCode] : []
  return [...formats.filter(isTakenUnasked), ...documentKinds, ...source].flatMap(
    ({ extensions }) => extensions,
  )
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
  const extensions = takenExtensions(formats, finding)
  const named = await gitFiles(words, finding)
  const areFolders = words.map(isFolder)
  const searched = words.filter((_, place) => areFolders[place])
  const asked = finding.from ? extensions : [...extensions, ...OTHERS]
  const isTaken = ({ name }: Input) => endOf(name, extensions) !== undefined
  const dangling: string[] = []
  const found = named ? named.filter(isTaken) : await findInputs(words, asked, dangling)
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
    ...(dangling.length > 0 && { dangling: [...new Set(await onceEach(dangling))].sort() }),
  }
  if (taken.length === 0 && !named && words.length > 0)
    throw nothingFound(words, reasons, dangling, finding.from)
  return { inputs: taken, skipped }
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

function nothingFound(
  words: readonly string[],
  reasons: ReadonlyMap<string, number>,
  dangling: readonly string[],
  from: FormatEntry | undefined,
): CommandError {
  const { ignored = 0, ...others } = Object.fromEntries(reasons)
  const why = [
    ...(ignored > 0 ? [`${ignored} ignored by a .gitignore, a .diaglotignore or the config`] : []),
    ...Object.entries(others).map(([end, times]) => `${times} ${end}`),
    ...dangling.map(link => `${link}, a link to nothing`),
  ]
  const only = from
    ? `; --from ${from.name} takes files called ${from.extensions.join(', ')}, and no documents`
    : ''
  const passed = why.length > 0 ? `; passed over: ${why.join(', ')}` : ''
  return new CommandError(`no diagram in ${words.join(', ')}${passed}${only}`, exitCodes.unreadable)
}

/** Of a list in its order, the part `2/4`: as even as can be, as Vitest has it. Throws a `CommandError` for what is no part. */
export function shardOf<T>(inputs: readonly T[], shard: string | undefined): readonly T[] {
  if (shard === undefined) return inputs
  const [, part, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(shard) ?? []
  const [index, count] = [Number(part), Number(of)]
  if (!(index >= 1 && index <= count))
    throw new CommandError(`--shard takes a part and how many there are, such as 2/4, not “${shard}”`)
  const size = Math.ceil(inputs.length / count)
  return inputs.slice(size * (index - 1), size * index)
}

/** Whether words name anything at all. */
export function someWords(words: readonly string[]): readonly string[] {
  if (words.length > 0) return words
  throw new CommandError('which files? Name files, folders or globs; . is this folder', exitCodes.usage)
}
