/** Addresses of editors: what was put in comes out, also by other programs; what strangers put in is told from a diagram, and ends. */
import fc from 'fast-check'
import lzString from 'lz-string'
import { deflate, deflateRaw, gzip, inflate, inflateRaw } from 'pako'
import { linkEditors, linkOf, openedAddress } from '../../src/links/links.js'
import { unpackedLzString } from '../../src/links/lz-string.js'
import { wellFormed } from '../../src/text/well-formed.js'
import { codePoint } from '../../test/generate/code-points.js'
import { type Count, type Target, target } from './targets.js'
import { corpusTexts, withEdits } from './texts.js'

/** What `src/text/inflate.ts` lets through. */
const LARGEST = 50 * 1024 * 1024

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

const text: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...corpusTexts(['.mmd', '.gv', '.fz', '.drawio'])),
  fc.string({ unit: codePoint, minLength: 1, maxLength: 60 }),
  fc.stringMatching(/^[ -~]{1,80}$/),
)

/** A text goes into an address of each editor and comes out of it. What no UTF-8 holds has no way through. */
function roundTrip(given: string, count: Count): void {
  const own = wellFormed(given)
  for (const { name, formats } of linkEditors()) {
    for (const format of formats) {
      const { address } = linkOf(given, { editor: name, format })
      const opened = openedAddress(address)
      // A mark of a file's encoding is none of its text.
      const isSame = opened.text === own || `\ufeff${opened.text}` === own
      const wrong = !isSame
        ? 'text'
        : opened.format !== format
          ? 'format'
          : opened.editor !== name && 'editor'
      if (wrong) throw new Error(`another ${wrong} comes out of ${address}: ${JSON.stringify(opened)}`)
      if (/[^!-~]/.test(address)) throw new Error(`an address with other letters: ${address}`)
      count('links')
    }
  }
}

/** How other programs pack, whatever they pack; and what is no packing at all. */
const packed: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(
      text,
      text.map(code => JSON.stringify({ code, mermaid: '{}' })),
      text.map(encodeURIComponent),
      fc.constantFrom('{"code": 1}', '{"__proto__": {"code": "x"}}', '{"code":', '[]', '{}', 'null', ''),
    ),
    fc.constantFrom('zlib', 'raw', 'gzip', 'plain', 'lz', 'uri', 'twice', 'cut', 'none'),
    fc.constantFrom(base64, base64url),
  )
  .map(([own, way, encode]) => {
    const bytes = Buffer.from(own)
    if (way === 'zlib') return encode(deflate(bytes))
    if (way === 'raw') return encode(deflateRaw(bytes))
    if (way === 'gzip') return encode(gzip(bytes))
    if (way === 'plain') return encode(bytes)
    if (way === 'lz') return lzString.compressToEncodedURIComponent(own)
    if (way === 'uri') return encodeURIComponent(own)
    if (way === 'twice') return encode(deflate(deflate(bytes)))
    if (way === 'cut') return encode(deflate(bytes).subarray(0, bytes.length >> 1))
    return own
  })

/** Where the editors and their friends have it. */
const addresses: readonly ((data: string) => string)[] = [
  data => `https://flowzap.xyz/playground?code=${data}`,
  data => `https://mermaid.live/edit#pako:${data}`,
  data => `https://mermaid.live/view#base64:${data}`,
  data => `https://mermaid-js.github.io/mermaid-live-editor/#/edit/${data}`,
  data => `https://mermaid.ink/img/${data}`,
  data => `https://mermaid.ink/svg/pako:${data}`,
  data => `https://app.diagrams.net/#R${data}`,
  data =>
    `https://app.diagrams.net/#create=${encodeURIComponent(JSON.stringify({ type: 'xml', compressed: true, data }))}`,
  data => `https://www.draw.io/?create=${encodeURIComponent(JSON.stringify({ type: 'mermaid', data }))}`,
  data => `https://app.diagrams.net/#U${data}`,
  data => `https://dreampuf.github.io/GraphvizOnline/?compressed=${data}`,
  data => `https://dreampuf.github.io/GraphvizOnline/#${data}`,
  data => `http://magjac.com/graphviz-visual-editor/?dot=${data}`,
  data => `https://edotor.net/?engine=dot#deflate:${data}`,
  data => `https://edotor.net/#${data}`,
  data => `https://kroki.io/mermaid/svg/${data}`,
  data => `https://kroki.io/graphviz/png/${data}`,
]

const shells = [
  ...['https://', 'http://', '#', '?', '&', '=', '%', '%2', '%zz', '%ff', '%00', '/', '..', '@', ':', '\\'],
  ...[
    'pako:',
    'base64:',
    'deflate:',
    '#create=',
    '#R',
    'compressed=',
    'code=',
    '{"data":',
    'eJw',
    'A=',
    '==',
  ],
]

const hostile = withEdits(
  fc.tuple(packed, fc.constantFrom(...addresses)).map(([data, address]) => address(data)),
  addresses.map(address => address('eNpLL0osyFDwUeDSUsjOz8nMS1fQtVNILErOSC1JBQCJoglE')),
  shells,
)

/** Whatever stands in an address: a text with its format, or an error that says why there is none. */
function opened(address: string, count: Count): void {
  const found = openedAddress(address)
  const errors = found.messages.filter(({ severity }) => severity === 'error')
  if ((found.text === undefined) !== errors.length > 0)
    throw new Error(`${errors.length} errors, and ${found.text === undefined ? 'no' : 'a'} text: ${address}`)
  if ((found.text === undefined) !== (found.format === undefined))
    throw new Error(`a text without a format, or a format without a text: ${address}`)
  if (found.text !== undefined && found.text.length > LARGEST) throw new Error(`a text without an end`)
  if (!/^[^/\\\0]+$/.test(found.file))
    throw new Error(`a file called ${JSON.stringify(found.file)}: ${address}`)
  count('links')
}

/** `Buffer` passes over what is no base64. */
const isBase64 = (data: string): boolean => /^[\w-]+$/.test(data) && data.length % 4 !== 1

/** Deflated data that other programs unpack to the same text, or refuse. */
function unpackedAlike(data: string, count: Count): void {
  const found = openedAddress(`https://kroki.io/graphviz/svg/${data}`)
  const bytes = Buffer.from(data, 'base64')
  const isZlib = bytes.length > 1 && bytes[0] === 0x78 && bytes.readUInt16BE(0) % 31 === 0
  let theirs: string | undefined
  try {
    const whole = isZlib ? inflate(bytes) : inflateRaw(bytes)
    theirs = new TextDecoder('utf-8', { fatal: true }).decode(whole)
  } catch {
    theirs = undefined
  }
  // What is cut off, or has another sum, pako refuses and we may read.
  if (theirs !== undefined && theirs !== '' && found.text !== theirs && isBase64(data))
    throw new Error(`pako unpacks ${JSON.stringify(theirs)}, diaglot ${JSON.stringify(found)}: ${data}`)
  count('links')
}

/** What lz-string unpacks to a text that it packs the same way again, is that text here. */
function unpackedByLzString(data: string, count: Count): void {
  const found = unpackedLzString(data)
  const ours = 'text' in found ? found.text : undefined
  let theirs: string | null | undefined
  try {
    theirs = lzString.decompressFromEncodedURIComponent(data)
  } catch {
    theirs = undefined
  }
  if (theirs && lzString.compressToEncodedURIComponent(theirs) === data && ours !== theirs)
    throw new Error(`lz-string unpacks ${JSON.stringify(theirs)}, diaglot ${JSON.stringify(found)}: ${data}`)
  count('links')
}

/** A little that unpacks to a lot: bytes of one kind, and of several, packed once and twice. */
function bomb([megabytes, unit, twice]: [number, string, boolean], count: Count): void {
  const long = Buffer.alloc(megabytes << 20, unit)
  const once = deflate(long, { level: 1 })
  const data = base64url(twice ? deflate(once) : once)
  for (const address of [
    `https://mermaid.live/edit#pako:${data}`,
    `https://edotor.net/#deflate:${data}`,
    `https://app.diagrams.net/#R${encodeURIComponent(Buffer.from(once).toString('base64'))}`,
  ])
    opened(address, count)
  if (!twice) {
    const { text: found, messages } = openedAddress(`https://kroki.io/dot/svg/${data}`)
    const isLarge = long.length > LARGEST
    const says = messages.some(({ code }) => code === 'limit/size')
    if (says !== isLarge || (found === undefined) !== isLarge)
      throw new Error(`${megabytes} MB are ${says ? '' : 'not '}said to be too large`)
    count('links')
  }
}

export function linkTargets(): Target[] {
  return [
    target('links: there and back', 0.5, 200, text, roundTrip),
    target(
      'links: of strangers',
      0.5,
      200,
      fc.oneof(hostile, withEdits(text, ['https://x'], shells)),
      opened,
    ),
    target('links: deflated by others', 0.3, 200, withEdits(packed, ['eJwDAAAAAAE=']), unpackedAlike),
    target(
      'links: by lz-string',
      0.3,
      200,
      fc.oneof(packed, withEdits(packed, ['BIU='])),
      unpackedByLzString,
    ),
    target(
      'links: bombs',
      0.2,
      1,
      fc.tuple(fc.constantFrom(1, 49, 51, 80), fc.constantFrom('a', '<', 'ab\n', 'é', '%20'), fc.boolean()),
      bomb,
    ),
  ]
}
