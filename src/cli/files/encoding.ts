/** A text in the encoding of the file that it stands in the place of. */
import { Buffer } from 'node:buffer'
import type { Format } from '../../format.js'
import { decodeAs } from '../../text/utf16.js'
import { bytesOf } from '../disk.js'
import { CommandError, exitCodes } from '../exit.js'
import type { Content } from '../outputs.js'

/** How a text can stand in a file. Latin-1 is read by formats that have it; with other letters than its own it gives another text, which shows. */
const encodings: readonly ((text: string) => Content)[] = [
  text => text,
  text => `\ufeff${text}`,
  text => Buffer.from(`\ufeff${text}`, 'utf16le'),
  text => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  text => Buffer.from(text, 'utf16le'),
  text => Buffer.from(text, 'utf16le').swap16(),
  text => Buffer.from(text, 'latin1'),
]

/**
 * A text in an encoding that gives the old bytes for the old text, with the byte order mark where there is one; `undefined` where none does (the
 * bytes say more than their text, or are none), or where another text would be read then.
 * @param format that reads the file; left out for a document
 */
export function recoded(
  old: Uint8Array,
  text: string,
  format: Pick<Format, 'decode'> = {},
): Content | undefined {
  const before = decodeAs(format, old)
  if (typeof before !== 'string') return undefined
  for (const encode of encodings) {
    if (!Buffer.from(encode(before)).equals(old)) continue
    const content = encode(text)
    if (decodeAs(format, Buffer.from(content)) === text) return content
  }
  return undefined
}

/** The text in the encoding of the old bytes. Throws a `CommandError` where it cannot stand in that. */
export function encodedLike(name: string, old: Uint8Array, text: string, format?: Format): Content {
  const content = recoded(old, text, format)
  if (content !== undefined) return content
  throw new CommandError(
    `${name} stays as it is: its encoding cannot hold the new text; save it as UTF-8 first`,
    exitCodes.unreadable,
  )
}

/** The text in the encoding of the file that it is to replace; in UTF-8 where none is there. Throws a `CommandError` where it cannot stand in that. */
export function encodedAsIn(path: string, text: string, format: Format): Content {
  const old = bytesOf(path)
  return old === undefined ? text : encodedLike(path, old, text, format)
}
