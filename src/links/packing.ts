/** How editors pack a text into an address, and the ways back, each with an end. */
import { deflateSync, strToU8, zlibSync } from 'fflate'
import { bytesOfBase64, inflateText, newBudget } from '../text/inflate.js'

/** How many bytes are handed on as arguments at once. */
const PIECE = 0x2000

/** RFC 4648, section 4. */
export function base64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += PIECE)
    binary += String.fromCharCode(...bytes.subarray(at, at + PIECE))
  return btoa(binary)
}

/** RFC 4648, section 5: for addresses, without the signs at the end. */
export const base64url = (bytes: Uint8Array): string =>
  base64(bytes)
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/={1,2}$/, '')

export const utf8 = (text: string): Uint8Array => strToU8(text)

/** RFC 1950, as small as it gets. */
export const zlib = (text: string): Uint8Array => zlibSync(utf8(text), { level: 9 })

/** RFC 1951, without the header of a zlib stream. */
export const deflateRaw = (text: string): Uint8Array => deflateSync(utf8(text), { level: 9 })

/** Why there is no text: the data are damaged, or unpack to more than anybody draws. */
export type Fault = 'damaged' | 'large'

export type Unpacked = { readonly text: string } | { readonly fault: Fault }

/** Both kinds of base64, with and without signs at its end; what `+` became in a query, too. */
export function bytesOf(data: string): Uint8Array | undefined {
  const plain = data
    .replace(/-/g, '+')
    .replace(/_/g, '/')
    .replace(/ /g, '+')
    .replace(/={1,2}$/, '')
  return plain === '' ? undefined : bytesOfBase64(plain)
}

/** A text in base64. */
export function unpackedPlain(data: string): Unpacked {
  const bytes = bytesOf(data)
  try {
    if (bytes) return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    // Said below.
  }
  return { fault: 'damaged' }
}

/** A text that is deflated, with or without the header of a zlib stream, in base64. */
export function unpacked(data: string): Unpacked {
  const bytes = bytesOf(data)
  const text = bytes && inflateText(bytes, newBudget())
  if (text === 'large') return { fault: 'large' }
  return text === undefined || text === '' ? { fault: 'damaged' } : { text }
}
