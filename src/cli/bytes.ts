/** Bytes of files, pipes and devices, up to a limit: what is larger is no diagram, and is not read to its end. */
import { closeSync, constants, createReadStream, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { LARGEST_INPUT } from '../input/largest.js'
import { CommandError, exitCodes } from './exit.js'

const refused = (name: string, how: string) =>
  new CommandError(`${name} ${how} than 64 MB, and diaglot reads no larger input`, exitCodes.unreadable)

/**
 * The whole of a file, or of what a pipe or device gives. Throws a `CommandError` for what is too large or a folder. A file is read
 * on the spot: of a small one, waiting for another thread costs several times what reading does.
 * @param size how many bytes the file had when somebody looked: it is read without looking again where it still has as many
 */
export async function readBytes(path: string, name = path, size?: number): Promise<Uint8Array> {
  try {
    const bytes = size === undefined || size > LARGEST_INPUT ? undefined : readAsFound(path, size)
    if (bytes) return bytes
    const found = statSync(path)
    if (found.isDirectory()) throw new CommandError(`${name} is a folder, not a file`, exitCodes.unreadable)
    if (found.size > LARGEST_INPUT) throw refused(name, 'is larger')
    // A file has a size, and is read at once; a pipe or a device has none.
    return found.isFile() ? readFileSync(path) : await readStream(createReadStream(path), name)
  } catch (error) {
    if (error instanceof CommandError) throw error
    // A search gives such names with a sign in the place of what cannot be read.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && name.includes('\ufffd'))
      throw new CommandError(
        `${name} cannot be opened: its name is not in UTF-8; rename it`,
        exitCodes.unreadable,
      )
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new CommandError(`there is no file ${name}`, exitCodes.unreadable)
    throw new CommandError(`cannot read ${name}: ${reasonOf(error)}`, exitCodes.unreadable)
  }
}

/** A pipe that took the place of the file would be waited for. Windows has no such pipes, and no such flag. */
const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** Nothing where the file has another size than it had. */
function readAsFound(path: string, size: number): Uint8Array | undefined {
  const file = openSync(path, WITHOUT_WAITING)
  try {
    // One more would show that it has grown.
    const bytes = Buffer.allocUnsafe(size + 1)
    return readSync(file, bytes, 0, size + 1, null) === size ? bytes.subarray(0, size) : undefined
  } finally {
    closeSync(file)
  }
}

/** All that a stream gives. How much that is shows only on the way, so the limit is checked there. */
export async function readStream(stream: AsyncIterable<unknown>, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > LARGEST_INPUT) throw refused(name, 'gives more')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The words of the system for what went wrong, without its code and path. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  // Making a folder says so where one of its parents is a file.
  if (/^EEXIST.*mkdir/.test(text)) return 'a part of its path is a file and no folder'
  return /^[A-Z]+: ([^,]*)/.exec(text)?.[1] ?? text
}
