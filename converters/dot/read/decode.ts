/**
 * From bytes to text as Graphviz reads them: UTF-8, unless the graph says `charset=latin1`. Bytes that
 * are no UTF-8 are read as Latin-1, one by one. Beyond Graphviz, UTF-16 is read too.
 */
import { utf16Text } from '../../../src/text/utf16.js'

const LATIN1_CHARSET = /\bcharset"?\s*=\s*"?(?:latin-?1|l1|iso[-_]8859-?1)\b/i

/** The text of a DOT file. Every sequence of bytes has one. Source of the rule: Graphviz's `charset` attribute. */
export function decodeDot(bytes: Uint8Array): string {
  // A mark of the encoding is no part of the text.
  return textIn(bytes).replace(/^\ufeff/, '')
}

function textIn(bytes: Uint8Array): string {
  const wide = utf16Text(bytes)
  if (wide !== undefined) return wide
  const text = utf8(bytes)
  if (text !== undefined && !LATIN1_CHARSET.test(text)) return text
  const latin1 = latin1Text(bytes)
  return LATIN1_CHARSET.test(latin1) ? latin1 : mixedText(bytes)
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The `latin1` of TextDecoder is Windows-1252, which differs in 0x80 to 0x9f. */
function latin1Text(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 8192) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  }
  return parts.join('')
}

function mixedText(bytes: Uint8Array): string {
  const parts: string[] = []
  let pending = 0
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at)
    if (length === 0) {
      parts.push(utf8(bytes.subarray(pending, at)) ?? '', String.fromCharCode(bytes[at]!))
      pending = at + 1
    }
    at += length || 1
  }
  parts.push(utf8(bytes.subarray(pending)) ?? '')
  return parts.join('')
}

/** How many bytes make a character here, or 0 where they make none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!
  if (lead < 0x80) return 1
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
  return utf8(bytes.subarray(at, at + length))?.length ? length : 0
}
