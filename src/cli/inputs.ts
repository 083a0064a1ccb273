/** From the words on the command line to files: names, folders, globs, `-` for standard input. */
import { realpath, type Stats, statSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { relative, resolve, sep } from 'node:path'
import { readBytes, readStream } from './bytes.js'
import { CommandError, exitCodes } from './exit.js'
import { commonFolder, isInside, onceEach } from './folders.js'

export interface Input {
  /** As messages name it: `-` is `<stdin>`. */
  readonly name: string
  /** The path below the folder or the glob's fixed part that was given; how an output folder is filled. */
  readonly inFolder: string
  /** The file, where it is one. */
  readonly path?: string
  /** The folder that was searched for it; nothing where it was named itself. */
  readonly searched?: string
  /** How many bytes the file had when it was found, where a search looked. */
  readonly size?: number
  /** The file that `convert` is to bring up to date with it: one that is there, or that may still have to be made. */
  readonly update?: { readonly path: string; readonly isThere: boolean }
  /** The address that the diagram stands in, where it is none of a file. */
  readonly address?: string
  readonly load: () => Promise<Uint8Array>
}

/**
 * Every input that the words mean, without repetition, in their order; files of a folder and of a
 * glob are sorted. A folder means the files in it, at any depth, that end in one of `extensions`.
 * What is not there is an input all the same, and says so when it is read: the others are none the worse for it.
 * @param dangling gets the names of links that a search found, and that lead to nothing
 */
export async function findInputs(
  words: readonly string[],
  extensions: readonly string[],
  dangling: string[] = [],
): Promise<Input[]> {
  const inputs = new Map<string, Input>()
  for (const word of words) {
    for (const input of await inputsOf(word, extensions, dangling)) {
      const key = input.name === '<stdin>' ? '-' : (input.address ?? resolve(input.name))
      if (!inputs.has(key)) inputs.set(key, input)
    }
  }
  return [...inputs.values()]
}

async function inputsOf(word: string, extensions: readonly string[], dangling: string[]): Promise<Input[]> {
  if (word === '-') return [streamInput('<stdin>', 'stdin', () => readStream(process.stdin, '<stdin>'))]
  if (word === '') throw new CommandError('an input has an empty name')
  if (/^https?:\/\//i.test(word)) return [await addressInput(word)]
  const found = await stat(word).catch(() => undefined)
  if (found?.isFile()) return [fileInput(word, baseName(word))]
  if (found && !found.isDirectory()) return [streamInput(word, baseName(word), () => readBytes(word))]
  // Most calls name one file, and need no globs.
  const { glob, isDynamicPattern } = await import('tinyglobby')
  if (found) {
    const patterns = extensions.map(extension => `**/*${extension}`)
    const links: string[] = []
    const files = await glob(patterns, {
      cwd: word,
      ignore: ['**/node_modules/**'],
      caseSensitiveMatch: false,
      fs: { realpath: toldOfDangling(links) },
    })
    const isTaken = (link: string) => extensions.some(end => link.toLowerCase().endsWith(end))
    dangling.push(...links.filter(isTaken).map(link => joined(word, relative(word, link))))
    const sizes = filesAmong(files, word)
    const own = await onceEach([...sizes.keys()])
    return own.map(file => foundInput(file, word, sizes))
  }
  if (isDynamicPattern(word)) {
    const pattern = word.replaceAll('\\', '/')
    const links: string[] = []
    const found = await glob(pattern, {
      ignore: ['**/node_modules/**'],
      fs: { realpath: toldOfDangling(links) },
    })
    if (links.length > 0) {
      const { default: picomatch } = await import('picomatch')
      const fits = picomatch(pattern)
      dangling.push(...links.map(link => relative('.', link)).filter(link => fits(link)))
    }
    const sizes = filesAmong(found)
    if (sizes.size === 0) return [missingInput(word)]
    const files = [...sizes.keys()]
    const plain = word.slice(0, word.search(/[*?[{(!]/))
    const fixed = plain.slice(0, plain.lastIndexOf('/') + 1) || '.'
    // `*/../../a/*.fz` has files that are not below its fixed part.
    const searched = files.every(file => isInside(fixed, file)) ? fixed : commonFolder(files)
    return (await onceEach(files)).map(file => foundInput(file, searched, sizes))
  }
  return [fileInput(word, baseName(word))]
}

/** What finds where links lead for a search, which is not told of those that lead nowhere. */
function toldOfDangling(links: string[]): typeof realpath {
  const tell = ((path: string, done: (error: NodeJS.ErrnoException | null, resolved: string) => void) =>
    realpath(path, (error, resolved) => {
      if (error?.code === 'ENOENT') links.push(path)
      done(error, resolved)
    })) as typeof realpath
  return tell
}

/** A diagram that stands in an address of an editor: it is called after both, and nothing is loaded. */
async function addressInput(address: string): Promise<Input> {
  const { openedAddress } = await import('../links/links.js')
  const { text, file, messages } = openedAddress(address)
  const load = async () => {
    const [fault] = messages
    if (fault) throw new CommandError(`${file}: ${fault.text.replace(/\.$/, '')}`, exitCodes.unreadable)
    return Buffer.from(text ?? '')
  }
  return { name: file, inFolder: file, address, load }
}

export function fileInput(path: string, inFolder: string): Input {
  return { name: path, inFolder, path, load: () => readBytes(path) }
}

/** A file that a search found in a folder. */
function foundInput(path: string, searched: string, sizes: ReadonlyMap<string, number | undefined>): Input {
  const size = sizes.get(path)
  const input = { name: path, inFolder: relative(searched, path), path, searched }
  return fromDisk(size === undefined ? input : { ...input, size })
}

/** A file with what reads it: another thread is handed it without. */
export function fromDisk(input: Omit<Input, 'load'>): Input {
  const { path, size } = input
  return { ...input, load: () => readBytes(path!, path, size) }
}

/** A glob that no file matches. */
function missingInput(word: string): Input {
  const load = async () => {
    throw new CommandError(`no file matches ${word}`, exitCodes.unreadable)
  }
  return { name: word, inFolder: baseName(word), load }
}

/** The words for inputs; standard input where there are none and something is piped in. */
export function wordsOrPipe(words: readonly string[]): readonly string[] {
  if (words.length > 0 || process.stdin.isTTY) return words
  return ['-']
}

/** What comes from a pipe or a device comes once; it may be asked for twice, as a file may. */
function streamInput(name: string, inFolder: string, read: () => Promise<Uint8Array>): Input {
  let bytes: Promise<Uint8Array> | undefined
  const load = () => {
    bytes ??= read()
    return bytes
  }
  return { name, inFolder, load }
}

/**
 * Those that are files, in their order, each with its size where that is known: a pipe that happens to lie in a folder would be waited
 * for without end.
 */
function filesAmong(paths: readonly string[], folder = ''): Map<string, number | undefined> {
  const files = new Map<string, number | undefined>()
  for (const path of [...paths].sort(byCodePoint)) {
    const file = folder === '' ? path : joined(folder, path)
    const found = lookedAt(file)
    if (found?.isFile() !== false) files.set(file, found?.size)
  }
  return files
}

/** What is gone or cannot be looked at says so when it is read. */
function lookedAt(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

function joined(folder: string, file: string): string {
  if (/^\.[\\/]?$/.test(folder)) return file
  return folder.endsWith('/') || folder.endsWith(sep) ? `${folder}${file}` : `${folder}/${file}`
}

function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
