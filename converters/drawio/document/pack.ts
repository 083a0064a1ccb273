/** draw.io's way of packing a page: URI encoding, raw deflate, base64. The way back is in `envelope.ts`. */
import { deflateSync, strToU8 } from 'fflate'

/** How many bytes are handed on as arguments at once. */
const PIECE = 0x2000

/** The text that stands in a `diagram` for a page. Same page, same text. The page holds no lone surrogates: XML cannot. */
export function packPage(xml: string): string {
  const bytes = deflateSync(strToU8(encodeURIComponent(xml)), { level: 9 })
  let binary = ''
  for (let at = 0; at < bytes.length; at += PIECE) {
    binary += String.fromCharCode(...bytes.subarray(at, at + PIECE))
  }
  return btoa(binary)
}
