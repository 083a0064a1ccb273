/** Files are written whole or not at all; an unchanged file is not touched. */
import { randomUUID } from 'node:crypto'
import {
  chmod,
  lstat,
  mkdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Format } from '../format.js'
import { decodeText } from '../text/utf16.js'
import { readBytes, reasonOf } from './bytes.js'
import { CommandError, exitCodes } from './exit.js'

/** What a file holds: a text, or the bytes of a picture. */
export type Content = string | Uint8Array

/** Of the mode of a file: its owner, its group or everybody may write it. */
const ANYBODY_WRITES = 0o222

/** Writes beside the target and renames, so that nobody ever sees half a file. Returns whether the file changed. */
export async function writeWhole(path: string, content: Content): Promise<boolean> {
  try {
    const target = await targetOf(path)
    const found = await stat(path).catch(() => undefined)
    // Who follows it writes where somebody else says, and not where was asked for.
    if (!found && (await lstat(path).catch(() => undefined))?.isSymbolicLink())
      throw new CommandError(
        `cannot write ${path}: it is a link to a file that is not there`,
        exitCodes.unreadable,
      )
    if (found?.isDirectory())
      throw new CommandError(`cannot write ${path}: it is a folder`, exitCodes.unreadable)
    if (found && !found.isFile()) {
      // A device or a pipe: there is nothing to compare with, and renaming would put a file in its place.
      await writeFile(target, content)
      return true
    }
    if (found && (await holds(target, content))) return false
    const mode = found?.mode
    // Renaming asks the folder, and not the file: who made it read-only meant the file.
    if (mode !== undefined && (mode & ANYBODY_WRITES) === 0)
      throw new CommandError(
        `cannot write ${path}: it is read-only, and is left as it is`,
        exitCodes.unreadable,
      )
    await mkdir(dirname(target), { recursive: true })
    await replaceWith(target, content, mode)
    return true
  } catch (error) {
    if (error instanceof CommandError) throw error
    throw new CommandError(`cannot write ${path}: ${reasonOf(error)}`, exitCodes.unreadable)
  }
}

/** What a draft is called that a run left behind which was stopped at once. */
export const DRAFT: RegExp = /^\.[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.diaglot$/

/**
 * Puts a file in the place of another, or of none, in one step. Throws what the system says.
 * @param mode its permissions, just so, whatever new files get by themselves
 */
export async function replaceWith(target: string, content: Content, mode?: number): Promise<void> {
  const draft = join(dirname(target), `.${randomUUID()}.diaglot`)
  try {
    // A file that stands there already, or a link, is nobody's draft.
    await writeFile(draft, content, { flag: 'wx', ...(mode !== undefined && { mode }) })
    if (mode !== undefined) await chmod(draft, mode & 0o7777)
    await rename(draft, target)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** The file that a path means: where a link points, also when nothing is there yet; `new/../a` is `a`, with or without a folder `new`. */
export async function targetOf(path: string): Promise<string> {
  const link = await readlink(path).catch(() => undefined)
  const written = link === undefined ? resolve(path) : resolve(dirname(path), link)
  return realpath(path).catch(() => realpath(written).catch(() => written))
}

/** The text of a file that is to be brought up to date. */
export async function readText(path: string, format: Format): Promise<string> {
  const bytes = await readBytes(path)
  const text = format.decode ? format.decode(bytes) : decodeText(bytes)
  if (typeof text !== 'string') throw new CommandError(`${path} holds no text`, exitCodes.unreadable)
  return text
}

export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true
}

export async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() === true
}

/** Whether a file holds just this. */
export async function holds(path: string, content: Content): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile() || found.size !== Buffer.byteLength(content)) return false
  return (await readFile(path).catch(() => undefined))?.equals(Buffer.from(content)) === true
}

export async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined
}

/** Waits until everything has gone, so that a pipe gets all of it before the process ends. */
export async function writeStdout(content: Content): Promise<void> {
  if (typeof content !== 'string' && process.stdout.isTTY)
    throw new CommandError('a picture is nothing that a terminal shows; name a file for it: -o FILE')
  await new Promise<void>((done, failed) => {
    process.stdout.write(content, error => (error ? failed(error) : done()))
  })
}
