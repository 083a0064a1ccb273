/**
 * `.drawio.png`: a picture with the diagram in a text chunk. draw.io writes `tEXt` with the key `mxfile`
 * (formerly `mxGraphModel`) and the URI-encoded XML; it wrote `zTXt` with raw deflate, and other tools write
 * `zTXt` and `iTXt` as the PNG specification says. https://www.w3.org/TR/png-3/#11textinfo
 */

import type { Message } from '../../../src/messages/message.js'
import { type Budget, decodedUri, inflateText, newBudget } from '../../../src/text/inflate.js'
import { withoutHalves } from '../../../src/text/utf16.js'
import { pngPacked, pngTooLarge, pngWithoutDiagram } from './messages.js'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const KEYS = new Set(['mxfile', 'mxGraphModel'])

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, i) => bytes[i] === byte)

interface Chunk {
  readonly type: string
  readonly data: Uint8Array
}

function* chunksOf(bytes: Uint8Array): Generator<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = SIGNATURE.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const end = at + 8 + length
    if (end > bytes.length) return
    yield { type: latin1(bytes.subarray(at + 4, at + 8)), data: bytes.subarray(at + 8, end) }
    at = end + 4
  }
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

/** The XML in a picture. Gives `syntax/drawio` where there is none, and `limit/size`. */
export function textOfPng(bytes: Uint8Array): string | Message {
  const budget = newBudget()
  for (const { type, data } of chunksOf(bytes)) {
    if (type !== 'tEXt' && type !== 'zTXt' && type !== 'iTXt') continue
    const nul = data.subarray(0, 80).indexOf(0)
    if (nul < 0 || !KEYS.has(latin1(data.subarray(0, nul)))) continue
    const packed = chunkText(type, data.subarray(nul + 1), budget)
    if (packed === 'large') return pngTooLarge()
    const xml = packed === undefined ? undefined : unescaped(packed)
    return xml ?? pngPacked()
  }
  return pngWithoutDiagram()
}

/**
 * The picture with a file in it: behind the header, in a chunk `tEXt` under `mxfile`, URI-encoded, as draw.io puts it there.
 * @param png a PNG file
 */
export function pngWithFile(png: Uint8Array, file: string): Uint8Array {
  const data = new TextEncoder().encode(`tEXtmxfile\0${encodeURIComponent(withoutHalves(file))}`)
  const chunk = new Uint8Array(data.length + 8)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, data.length - 4)
  chunk.set(data, 4)
  view.setUint32(4 + data.length, crcOf(data))
  const made = new Uint8Array(png.length + chunk.length)
  made.set(png.subarray(0, HEADER_END))
  made.set(chunk, HEADER_END)
  made.set(png.subarray(HEADER_END), HEADER_END + chunk.length)
  return made
}

/** Behind the signature stands `IHDR`, with 13 bytes of data. */
const HEADER_END = SIGNATURE.length + 4 + 4 + 13 + 4

/** https://www.w3.org/TR/png-3/#5CRC-algorithm */
function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

function chunkText(type: string, data: Uint8Array, budget: Budget): string | 'large' | undefined {
  if (type === 'tEXt') return utf8(data) ?? latin1(data)
  if (type === 'zTXt') return inflateText(data.subarray(1), budget)
  const language = data.indexOf(0, 2)
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1)
  if (translated < 0) return undefined
  const text = data.subarray(translated + 1)
  return data[0] === 1 ? inflateText(text, budget) : utf8(text)
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** URI-encoded, with `+` for a blank in old files; or XML as it is. */
function unescaped(text: string): string | undefined {
  if (text.startsWith('<')) return text
  return decodedUri(text.includes('%20') ? text : text.replaceAll('+', ' '))
}
