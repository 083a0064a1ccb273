/** UTF-16: bytes in it, which PowerShell writes for `tool > file`, and the halves of characters that texts in it can have. */

/** Where half of a pair of surrogates stands, or -1: no file can hold one, only a program hands it on. */
export function firstHalf(text: string): number {
  return text.search(/\p{Surrogate}/u)
}

/** A text with `�` for each half of a pair, which is as long, so places stay. */
export function withoutHalves(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd')
}

/**
 * The text of bytes in UTF-16, without its byte-order mark; `undefined` where they are something else, or nobody can be
 * sure. Without a mark, they are UTF-16 where every second byte of the first few characters is zero and the others are
 * not: a diagram begins with ASCII characters, and no other text has NULs there.
 */
export function utf16Text(bytes: Uint8Array): string | undefined {
  const encoding = encodingOf(bytes)
  if (!encoding) return undefined
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** So many characters are looked at where there is no mark. */
const LOOKED_AT = 4

function encodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes.length < 2 * LOOKED_AT || bytes.length % 2 !== 0) return undefined
  const isAscii = (at: number) => bytes[at]! > 0 && bytes[at]! < 0x80
  for (const [encoding, letter] of [
    ['utf-16le', 0],
    ['utf-16be', 1],
  ] as const) {
    let matches = true
    for (let at = 0; at < 2 * LOOKED_AT; at += 2) {
      if (!isAscii(at + letter) || bytes[at + 1 - letter] !== 0) matches = false
    }
    if (matches) return encoding
  }
  return undefined
}

/** UTF-8, or UTF-16 where that is sure; `undefined` for anything else. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const text = utf16Text(bytes)
  if (text !== undefined) return text
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The text of bytes as a format reads them: in UTF-8 or UTF-16 where it has no way of its own. */
export function decodeAs<Refusal>(
  format: { readonly decode?: ((bytes: Uint8Array) => string | Refusal | undefined) | undefined },
  bytes: Uint8Array,
): string | Refusal | undefined {
  return format.decode ? format.decode(bytes) : decodeText(bytes)
}
