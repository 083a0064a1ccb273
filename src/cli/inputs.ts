/** From the words on the command line to files: names, folders, globs, `-` for standard input. */
import { readFile, stat } from 'node:fs/promises'
import { relative, resolve, sep } from 'node:path'
import { CommandError, exitCodes } from './exit.js'

export interface Input {
  /** As messages name it: `-` is `<stdin>`. */
  readonly name: string
  /** The path below the folder or the glob's fixed part that was given; how an output folder is filled. */
  readonly inFolder: string
  readonly load: () => Promise<Uint8Array>
}

/**
 * Every input that the words mean, without repetition, in their order; files of a folder and of a
 * glob are sorted. A folder means the files in it, at any depth, that end in one of `extensions`.
 */
export async function findInputs(words: readonly string[], extensions: readonly string[]): Promise<Input[]> {
  const inputs = new Map<string, Input>()
  for (const word of words) {
    for (const input of await inputsOf(word, extensions)) {
      const key = input.name === '<stdin>' ? '-' : resolve(input.name)
      if (!inputs.has(key)) inputs.set(key, input)
    }
  }
  return [...inputs.values()]
}

async function inputsOf(word: string, extensions: readonly string[]): Promise<Input[]> {
  if (word === '-') return [stdinInput()]
  if (word === '') throw new CommandError('an input has an empty name')
  const found = await stat(word).catch(() => undefined)
  if (found && !found.isDirectory()) return [fileInput(word, baseName(word))]
  // Most calls name one file, and need no globs.
  const { glob, isDynamicPattern } = await import('tinyglobby')
  if (found) {
    const patterns = extensions.map(extension => `**/*${extension}`)
    const files = await glob(patterns, {
      cwd: word,
      ignore: ['**/node_modules/**'],
      caseSensitiveMatch: false,
    })
    return files.sort(byCodePoint).map(file => fileInput(joined(word, file), file))
  }
  if (isDynamicPattern(word)) {
    const files = (await glob(word.replaceAll('\\', '/'), { ignore: ['**/node_modules/**'] })).sort(
      byCodePoint,
    )
    if (files.length === 0) throw new CommandError(`no file matches ${word}`, exitCodes.unreadable)
    const base = word.slice(0, word.search(/[*?[{(!]/)).replace(/[^/]*$/, '')
    return files.map(file => fileInput(file, relative(base || '.', file)))
  }
  throw new CommandError(`there is no file ${word}`, exitCodes.unreadable)
}

function fileInput(path: string, inFolder: string): Input {
  const load = async () => {
    try {
      return await readFile(path)
    } catch (error) {
      throw new CommandError(`cannot read ${path}: ${reasonOf(error)}`, exitCodes.unreadable)
    }
  }
  return { name: path, inFolder, load }
}

/** What comes from a pipe comes once; it may be asked for twice, as a file may. */
function stdinInput(): Input {
  let bytes: Promise<Uint8Array> | undefined
  const load = () => {
    bytes ??= readStdin()
    return bytes
  }
  return { name: '<stdin>', inFolder: 'stdin', load }
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** The words of the system for what went wrong, without its code and path. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  // Making a folder says so where one of its parents is a file.
  if (/^EEXIST.*mkdir/.test(text)) return 'a part of its path is a file and no folder'
  return /^[A-Z]+: ([^,]*)/.exec(text)?.[1] ?? text
}

function joined(folder: string, file: string): string {
  return folder.endsWith('/') || folder.endsWith(sep) ? `${folder}${file}` : `${folder}/${file}`
}

function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
