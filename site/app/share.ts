/** The address of the page that holds a diagram: behind `#`, which no browser sends anywhere. */
import { type FormatName, isFormat } from '../shared/formats.js'

export interface Shared {
  readonly text: string
  readonly format: FormatName
}

/** What unpacks to more was not made by this page. */
const LARGEST = 10_000_000

const PIECE = 0x2000

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let size = 0
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > LARGEST) {
      await reader.cancel()
      throw new RangeError('too large')
    }
    pieces.push(value)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** `#mermaid:` and the text, deflated, in base64 for addresses. */
export async function packed({ text, format }: Shared): Promise<string> {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'))
  let binary = ''
  for (let at = 0; at < bytes.length; at += PIECE)
    binary += String.fromCharCode(...bytes.subarray(at, at + PIECE))
  return `#${format}:${btoa(binary)
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/={1,2}$/, '')}`
}

/** What stands behind `#`; nothing where that is something else, `damaged` where it cannot be unpacked. */
export async function unpacked(hash: string): Promise<Shared | 'damaged' | undefined> {
  const [, format = '', data = ''] = /^#([a-z-]+):([\w-]*)$/.exec(hash) ?? []
  if (!isFormat(format)) return undefined
  try {
    const binary = atob(data.replace(/-/g, '+').replace(/_/g, '/'))
    const bytes = Uint8Array.from(binary, letter => letter.charCodeAt(0))
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      await through(bytes, new DecompressionStream('deflate-raw')),
    )
    return { text, format }
  } catch {
    return 'damaged'
  }
}
