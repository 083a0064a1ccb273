/** Files are written whole or not at all; an unchanged file is not touched. */
import { chmodSync, mkdirSync, renameSync, rmSync, type Stats, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Format } from '../format.js'
import { decodeAs } from '../text/utf16.js'
import { readBytes, reasonOf } from './bytes.js'
import { bytesOf, linkOf, lstatOf, realPathOf, statOf } from './disk.js'
import { CommandError, exitCodes } from './exit.js'

/** What a file holds: a text, or the bytes of a picture. */
export type Content = string | Uint8Array

/** Of the mode of a file: its owner, its group or everybody may write it. */
const ANYBODY_WRITES = 0o222

/** Writes beside the target and renames, so that nobody ever sees half a file. Returns whether the file changed. */
export async function writeWhole(path: string, content: Content): Promise<boolean> {
  try {
    const own = lstatOf(path)
    const target = targetFrom(path, own)
    const found = own?.isSymbolicLink() ? statOf(path) : own
    // Who follows it writes where somebody else says, and not where was asked for.
    if (own && !found)
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
    if (found && holds(target, content)) return false
    const mode = found?.mode
    // Renaming asks the folder, and not the file: who made it read-only meant the file.
    if (mode !== undefined && (mode & ANYBODY_WRITES) === 0)
      throw new CommandError(
        `cannot write ${path}: it is read-only, and is left as it is`,
        exitCodes.unreadable,
      )
    inFolder(target, () => replaceWith(target, content, mode))
    return true
  } catch (error) {
    if (error instanceof CommandError) throw error
    throw new CommandError(`cannot write ${path}: ${reasonOf(error)}`, exitCodes.unreadable)
  }
}

/** Nearly always the folder is there, and making it costs as much as writing: it is made where writing fails without it. */
function inFolder(target: string, write: () => void): void {
  try {
    write()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error
    mkdirSync(dirname(target), { recursive: true })
    write()
  }
}

/** What a draft is called that a run left behind which was stopped at once. */
export const DRAFT: RegExp = /^\.[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.diaglot$/

/**
 * Puts a file in the place of another, or of none, in one step. Throws what the system says.
 * @param mode its permissions, just so, whatever new files get by themselves
 */
export function replaceWith(target: string, content: Content, mode?: number): void {
  // Of the global, which Node loads when it is used.
  const draft = join(dirname(target), `.${crypto.randomUUID()}.diaglot`)
  try {
    // A file that stands there already, or a link, is nobody's draft.
    writeFileSync(draft, content, { flag: 'wx', ...(mode !== undefined && { mode }) })
    if (mode !== undefined) chmodSync(draft, mode & 0o7777)
    renameSync(draft, target)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

/** The file that a path means: where a link points, also when nothing is there yet; `new/../a` is `a`, with or without a folder `new`. */
export const targetOf = (path: string): string => targetFrom(path, lstatOf(path))

/** @param own what stands there itself */
function targetFrom(path: string, own: Stats | undefined): string {
  if (!own && !/(?:^|[\\/])\.\.(?:[\\/]|$)/.test(path)) return resolve(path)
  const link = own?.isSymbolicLink() ? linkOf(path) : undefined
  const written = link === undefined ? resolve(path) : resolve(dirname(path), link)
  return realPathOf(path) ?? realPathOf(written) ?? written
}

/** The text of a file that is to be brought up to date. */
export async function readText(path: string, format: Format): Promise<string> {
  return textOfBytes(path, await readBytes(path), format)
}

/** The text that the bytes of a file are. Throws a `CommandError` where they are none. */
export function textOfBytes(path: string, bytes: Uint8Array, format: Format): string {
  const text = decodeAs(format, bytes)
  if (typeof text !== 'string') throw new CommandError(`${path} holds no text`, exitCodes.unreadable)
  return text
}

export const isFolder = (path: string): boolean => statOf(path)?.isDirectory() === true

export const isFile = (path: string): boolean => statOf(path)?.isFile() === true

/** Whether a file holds just this. */
export function holds(path: string, content: Content): boolean {
  const found = statOf(path)
  if (!found?.isFile() || found.size !== Buffer.byteLength(content)) return false
  return bytesOf(path)?.equals(Buffer.from(content)) === true
}

export const exists = (path: string): boolean => statOf(path) !== undefined

/** Waits until everything has gone, so that a pipe gets all of it before the process ends. */
export async function writeStdout(content: Content): Promise<void> {
  if (typeof content !== 'string' && process.stdout.isTTY)
    throw new CommandError('a picture is nothing that a terminal shows; name a file for it: -o FILE')
  await new Promise<void>((done, failed) => {
    process.stdout.write(content, error => (error ? failed(error) : done()))
  })
}
