/** Unpacking with an end: deflated data can be made to unpack to any size, so it is taken in pieces and stopped. */
import { Inflate } from 'fflate'

/** No file that a person draws unpacks to this much, all of its pages together; one that does is made to exhaust the machine. */
const LARGEST_FILE = 50 * 1024 * 1024

const PIECE = 16 * 1024

/** What one file may still unpack to, over all of its pages. */
export interface Budget {
  left: number
}

export const newBudget = (): Budget => ({ left: LARGEST_FILE })

/**
 * The text (UTF-8) of raw deflated bytes, or of a zlib stream where its two bytes of header say so. `large` as
 * soon as it passes the limit, `undefined` for what is no such data.
 */
export function inflateText(bytes: Uint8Array, budget: Budget): string | 'large' | undefined {
  const raw = isZlib(bytes) ? bytes.subarray(2) : bytes
  const limit = Math.max(0, budget.left)
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    let text = ''
    let size = 0
    const inflate = new Inflate(chunk => {
      size += chunk.length
      if (size <= limit) text += decoder.decode(chunk, { stream: true })
    })
    for (let at = 0; at < raw.length && size <= limit; at += PIECE) {
      inflate.push(raw.subarray(at, at + PIECE), at + PIECE >= raw.length)
    }
    budget.left -= size
    return size > limit ? 'large' : text + decoder.decode()
  } catch {
    return undefined
  }
}

/** RFC 1950: method 8, and a check over both bytes. Raw deflate that a drawing tool writes never begins so. */
const isZlib = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x78 && ((bytes[0] << 8) | (bytes[1] ?? 0)) % 31 === 0

/** The bytes that base64 stands for, blanks aside; `undefined` where it is none. */
export function bytesOfBase64(text: string): Uint8Array | undefined {
  let binary: string
  try {
    binary = atob(text.replace(/\s+/g, ''))
  } catch {
    return undefined
  }
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}

/** What `encodeURIComponent` wrote; `undefined` for a `%` that it would not write. */
export function decodedUri(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
