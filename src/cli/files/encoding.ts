/** A text in the encoding of the file that it stands in the place of. */
import { Buffer } from 'node:buffer'
import { bytesOf } from '../disk.js'
import type { Content } from '../outputs.js'

/** The text that begins with the byte order mark of the old bytes; as bytes, where those were UTF-16. */
export function encodedLike(old: Uint8Array, text: string): Content {
  if (old[0] === 0xff && old[1] === 0xfe) return Buffer.from(`\ufeff${text}`, 'utf16le')
  if (old[0] === 0xfe && old[1] === 0xff) return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  const marked = old[0] === 0xef && old[1] === 0xbb && old[2] === 0xbf
  return marked ? `\ufeff${text}` : text
}

/** The text in the encoding of the file that it is to replace; in UTF-8 where none is there. */
export function encodedAsIn(path: string, text: string): Content {
  return encodedLike(bytesOf(path) ?? NOTHING, text)
}

const NOTHING = new Uint8Array()
