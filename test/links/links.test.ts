/** Addresses of editors: what other decoders find in ours, and what we find in theirs. */
import fc from 'fast-check'
import lzString from 'lz-string'
import { deflate, deflateRaw, inflate, inflateRaw } from 'pako'
import { describe, expect, test } from 'vitest'
import { linkEditors, linkOf, openedAddress } from '../../src/links/links.js'
import { unpackedLzString } from '../../src/links/lz-string.js'
import { extent, runs } from '../setup/runs.js'

const fz = 'Main { # Main\nn1: circle label:"Grüße 😀"\n}\n'
const mmd = 'graph LR\n  a["Grüße 😀 + / = %"] --> b\n'
const gv = 'digraph {\n  a -> b [label="Grüße + 100%"]\n}\n'
const xml = '<mxfile><diagram name="Ö &amp; %"><mxGraphModel/></diagram></mxfile>'

const address = (text: string, editor: string, format?: string) =>
  linkOf(text, format === undefined ? { editor } : { editor, format }).address
const bytes = (data: string) => Uint8Array.from(Buffer.from(data, 'base64'))
const text = (data: Uint8Array) => new TextDecoder().decode(data)
const base64 = (data: Uint8Array) => Buffer.from(data).toString('base64')

describe('another decoder finds the text', () => {
  test('FlowZap: base64url of the code', () => {
    const url = new URL(address(fz, 'flowzap'))
    expect(`${url.origin}${url.pathname}`).toBe('https://flowzap.xyz/playground')
    expect(url.searchParams.get('code')).not.toMatch(/[+/= ]/)
    expect(Buffer.from(url.searchParams.get('code')!, 'base64url').toString()).toBe(fz)
  })

  test('mermaid.live: zlib of the state of the editor', () => {
    const [, data] = /^https:\/\/mermaid\.live\/edit#pako:([\w-]+)$/.exec(address(mmd, 'mermaid'))!
    const state = JSON.parse(text(inflate(bytes(data!))))
    expect(state.code).toBe(mmd)
    expect(JSON.parse(state.mermaid)).toEqual({ theme: 'default' })
  })

  test('draw.io: raw deflate of what is encoded as a part of an address', () => {
    const { hash, hostname } = new URL(address(xml, 'drawio'))
    expect(hostname).toBe('app.diagrams.net')
    const { type, compressed, data } = JSON.parse(decodeURIComponent(hash.slice('#create='.length)))
    expect([type, compressed]).toEqual(['xml', true])
    expect(decodeURIComponent(text(inflateRaw(bytes(data))))).toBe(xml)
  })

  test('GraphvizOnline: encoded as a part of an address', () => {
    const { hash, search } = new URL(address(gv, 'graphviz'))
    expect([decodeURIComponent(hash.slice(1)), search]).toEqual([gv, '?engine=dot'])
  })

  test('Edotor and Kroki: zlib, as small as it gets', () => {
    const { hash } = new URL(address(gv, 'edotor'))
    expect(text(inflate(bytes(hash.slice('#deflate:'.length))))).toBe(gv)
    const { pathname } = new URL(address(mmd, 'kroki', 'mermaid'))
    expect(pathname).toMatch(/^\/mermaid\/svg\/[\w-]+$/)
    expect(text(inflate(bytes(pathname.split('/')[3]!)))).toBe(mmd)
    expect(new URL(address(gv, 'kroki', 'dot')).pathname).toMatch(/^\/graphviz\/svg\//)
    expect(bytes(pathname.split('/')[3]!)[1]).toBe(0xda)
  })
})

describe('what other programs write is read', () => {
  const state = JSON.stringify({ code: mmd, mermaid: { theme: 'dark' } })
  const zlib = (own: string) => base64(deflate(own))
  const raw = base64(deflateRaw(encodeURIComponent(xml)))
  const create = (value: object) =>
    `https://app.diagrams.net/#create=${encodeURIComponent(JSON.stringify(value))}`
  test.each<readonly [string, string, string]>([
    [
      `https://flowzap.xyz/playground?view=sequence&code=${Buffer.from(fz).toString('base64')}`,
      'flowzap',
      fz,
    ],
    [`https://mermaid.live/view#pako:${zlib(state)}`, 'mermaid', mmd],
    [`https://mermaid.live/edit#base64:${Buffer.from(state).toString('base64')}`, 'mermaid', mmd],
    [
      `https://mermaid-js.github.io/mermaid-live-editor/#/edit/${Buffer.from(state).toString('base64')}`,
      'mermaid',
      mmd,
    ],
    [`https://mermaid.example.com/edit#pako:${zlib(state)}`, 'mermaid', mmd],
    [`https://mermaid.ink/img/${Buffer.from(mmd).toString('base64url')}`, 'mermaid', mmd],
    [`https://mermaid.ink/svg/pako:${Buffer.from(deflate(state)).toString('base64url')}`, 'mermaid', mmd],
    [`https://viewer.diagrams.net/?lightbox=1#R${encodeURIComponent(raw)}`, 'drawio', xml],
    [
      `https://viewer.diagrams.net/#R${encodeURIComponent(base64(deflateRaw(xml)))}`,
      'drawio',
      xml.replace('%', '%'),
    ],
    [`https://www.draw.io/#R${encodeURIComponent(xml)}`, 'drawio', xml],
    [create({ type: 'xml', compressed: true, data: raw }), 'drawio', xml],
    [create({ type: 'xml', data: xml }), 'drawio', xml],
    [create({ type: 'mermaid', data: mmd }), 'mermaid', mmd],
    [`https://dreampuf.github.io/GraphvizOnline/#${encodeURIComponent(gv)}`, 'dot', gv],
    [
      `https://dreampuf.github.io/GraphvizOnline/?compressed=${lzString.compressToEncodedURIComponent(gv)}`,
      'dot',
      gv,
    ],
    [`https://dreampuf.github.io/GraphvizOnline/?engine=dot&raw=${encodeURIComponent(gv)}`, 'dot', gv],
    [`http://magjac.com/graphviz-visual-editor/?dot=${encodeURIComponent(gv)}`, 'dot', gv],
    [`https://edotor.net/?engine=dot#${encodeURIComponent(gv)}`, 'dot', gv],
    [`https://edotor.net/?engine=dot#deflate:${zlib(gv).replace(/\+/g, '-').replace(/\//g, '_')}`, 'dot', gv],
    [`http://localhost:8000/graphviz/png/${Buffer.from(deflate(gv)).toString('base64url')}`, 'dot', gv],
  ])('%s', (own, format, expected) => {
    expect(openedAddress(own)).toMatchObject({ text: expected, format, messages: [] })
  })

  test('ours, whatever is in them', () => {
    const source = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
    fc.assert(
      fc.property(source, own => {
        for (const { name, formats } of linkEditors()) {
          for (const format of formats) {
            const opened = openedAddress(linkOf(own, { editor: name, format }).address)
            expect([name, opened.text, opened.format]).toEqual([name, own, format])
          }
        }
      }),
      { numRuns: runs(300) },
    )
  })

  test('lz-string', () => {
    const source = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }),
      fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 1, maxLength: 2000 }),
    )
    fc.assert(
      fc.property(source, own => {
        expect(unpackedLzString(lzString.compressToEncodedURIComponent(own))).toEqual({ text: own })
      }),
      { numRuns: runs(300) },
    )
  })
})

describe('what is no diagram is said', () => {
  const said = (own: string) => openedAddress(own).messages.map(({ code }) => code)
  test.each([
    ['https://mermaid.live/edit#pako:eNpVj8', ['syntax/address']],
    ['https://mermaid.live/edit#base64:e30', ['syntax/address']],
    ['https://edotor.net/#deflate:AAAA', ['syntax/address']],
    ['https://edotor.net/#%E0%A4%A', ['syntax/address']],
    ['https://dreampuf.github.io/GraphvizOnline/?compressed=CYSw5gTghg', ['syntax/address']],
    ['https://dreampuf.github.io/GraphvizOnline/?compressed=!!', ['syntax/address']],
    ['https://dreampuf.github.io/GraphvizOnline/?url=https://x/a.gv', ['syntax/address']],
    ['https://app.diagrams.net/#Hjgraph%2Fdrawio%2Fmaster%2Fa.drawio', ['syntax/address']],
    ['https://app.diagrams.net/#create=%7B', ['syntax/address']],
    ['https://example.com/a.mmd', ['syntax/address']],
    ['https://[', ['syntax/address']],
  ])('%.60s', (own, codes) => expect(said(own)).toEqual(codes))

  test.runIf(extent === 'long')('data that are made to exhaust a machine', () => {
    const bomb = Buffer.from(deflate(new Uint8Array(60 * 1024 * 1024))).toString('base64url')
    const ends = [
      'mermaid.live/edit#pako:',
      'kroki.io/mermaid/svg/',
      'edotor.net/#deflate:',
      'app.diagrams.net/#R',
    ]
    for (const end of ends) expect(said(`https://${end}${bomb}`)).toEqual(['limit/size'])
  })

  test('lz-string that unpacks to very much', () => {
    const many = lzString.compressToEncodedURIComponent('a'.repeat(100_000))
    expect(many.length).toBeLessThan(1_000)
    expect(unpackedLzString(many, 99_999)).toEqual({ fault: 'large' })
    expect(unpackedLzString(many)).toEqual({ text: 'a'.repeat(100_000) })
  })

  test('an address that some programs cut', () => {
    const long = fz.repeat(60)
    expect(linkOf(long, { editor: 'flowzap' }).messages.map(({ code }) => code)).toEqual(['limit/address'])
    expect(linkOf(fz, { editor: 'flowzap' }).messages).toEqual([])
  })

  test('an editor that there is not, and a format that it does not take', () => {
    expect(() => linkOf(fz, { editor: 'miro' })).toThrow(TypeError)
    expect(() => linkOf(fz, { editor: 'edotor', format: 'flowzap' })).toThrow(TypeError)
  })
})

test.each(['mailto:', 'label: x', 'x:/GraphvizOnline/?compressed=!', 'x:/dot/svg/eNpLTE4BAAJNASc'])(
  'an address without a host has a file with a name: %s',
  address => expect(openedAddress(address).file).toMatch(/^address(\.gv)?$/),
)
