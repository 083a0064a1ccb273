import { deflateRawSync, deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { drawio } from '../../converters/drawio/index.js'
import { readWith } from '../../src/read.js'
import { formatOfFile, formatOfText } from '../../src/registry.js'
import { entries as formats } from '../setup/formats.js'
import { counted, extent, runs } from '../setup/runs.js'
import { growth, PROPORTION } from '../setup/work.js'

const cells =
  '<mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="n" value="Ünï 中 100% + &amp;amp;" style="html=1;" vertex="1" parent="1"><mxGeometry x="10" y="20" width="80" height="40" as="geometry"/></mxCell>'
const model = `<mxGraphModel><root>${cells}</root></mxGraphModel>`
const file = `<mxfile host="app.diagrams.net"><diagram id="p" name="Page-1">${model}</diagram></mxfile>`
const packed = deflateRawSync(Buffer.from(encodeURIComponent(model))).toString('base64')
const packedFile = `<mxfile><diagram id="p" name="Page-1">${packed}</diagram></mxfile>`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const chunk = (type: string, ...data: (string | Buffer)[]): Buffer => {
  const body = Buffer.concat(
    data.map(part => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
  )
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  return Buffer.concat([length, Buffer.from(type, 'latin1'), body, Buffer.alloc(4)])
}
const png = (...chunks: Buffer[]): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', Buffer.alloc(13)),
      ...chunks,
      chunk('IEND'),
    ]),
  )

const labelsOf = (input: string | Uint8Array): unknown => {
  const { graphs, messages } = readWith(drawio, input)
  return [graphs.map(({ nodes }) => [...nodes.values()].map(({ label }) => label.text)), messages]
}
const readable = [[['Ünï 中 100% + &']], []]

const svg = (content: string, prolog = ''): string =>
  `${prolog}<svg xmlns="http://www.w3.org/2000/svg" width="81" content="${content}"><defs/><g><foreignObject><div>x<br></div></foreignObject></g></svg>`
const DOCTYPE =
  '<?xml version="1.0" encoding="UTF-8"?>\n<!-- Do not edit -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'
const html = (xml: string): string =>
  `<!--[if IE]><meta http-equiv="X-UA-Compatible" content="IE=5"><![endif]-->\n<!DOCTYPE html>\n<html><head><title>x</title></head><body><div class="mxgraph" style="max-width:100%;" data-mxgraph="${escaped(JSON.stringify({ highlight: '#0000ff', nav: true, xml }))}"></div><br><script src="https://viewer.diagrams.net/js/viewer-static.min.js"></script></body></html>`

describe('text that holds a diagram', () => {
  test.each([
    ['svg, escaped XML', svg(escaped(file))],
    ['svg with a document type', svg(escaped(file), DOCTYPE)],
    ['svg, a compressed page', svg(escaped(packedFile), DOCTYPE)],
    ['svg, URI-encoded', svg(encodeURIComponent(file))],
    ['svg, base64', svg(Buffer.from(file).toString('base64'))],
    ['svg, base64 of URI-encoded', svg(Buffer.from(encodeURIComponent(model)).toString('base64'))],
    ['a web page', html(file)],
    ['a web page, compressed', html(packedFile)],
    ['a page in CDATA', `<mxfile><diagram name="Page-1"><![CDATA[${model}]]></diagram></mxfile>`],
    [
      'a compressed page in CDATA, in lines',
      `<mxfile><diagram>\n<![CDATA[${packed.replace(/.{40}/g, '$&\r\n  ')}]]>\n</diagram></mxfile>`,
    ],
    [
      'a compressed page in lines',
      `<mxfile><diagram>\n\t${packed.replace(/.{60}/g, '$&\n\t')}\n</diagram></mxfile>`,
    ],
    [
      'a page in a web page of single quotes',
      `<div class='mxgraph' data-mxgraph='${JSON.stringify({ xml: file }).replaceAll('&', '&amp;').replaceAll("'", '&#39;')}'></div>`,
    ],
    ['a page of escaped XML', `<mxfile><diagram name="Page-1">${escaped(model)}</diagram></mxfile>`],
  ])('%s', (_, text) => {
    expect(labelsOf(text)).toEqual(readable)
    expect(labelsOf(new TextEncoder().encode(text))).toEqual(readable)
    expect(formatOfText([drawio], text)).toBe(drawio)
  })

  test('a web page with two diagrams is two graphs', () => {
    expect(readWith(drawio, html(file) + html(packedFile)).graphs).toHaveLength(2)
  })

  test('UTF-16', () => {
    const bytes = Buffer.from(`\ufeff${file}`, 'utf16le')
    expect(labelsOf(new Uint8Array(bytes))).toEqual(readable)
  })

  test('what a picture or a web page holds has its place in no text: places point at what holds it', () => {
    const broken = svg(escaped(file.replace('"n"', '"n" a="1" a="2"')))
    const { graphs, messages } = readWith(drawio, broken)
    expect(graphs).toEqual([])
    expect(messages.map(({ code, at }) => [code, at && broken.slice(...at).slice(0, 5)])).toEqual([
      ['syntax/xml', '<svg '],
    ])
    const inside = svg(escaped(file))
    const at = readWith(drawio, inside).graphs[0]!.nodes.get('n')!.at
    expect(inside.slice(...at!).startsWith('<svg ')).toBe(true)
  })

  test.each([
    [
      'a library of shapes',
      '<mxlibrary>[{"xml":"&lt;mxGraphModel/&gt;","w":1,"h":1}]</mxlibrary>',
      'syntax/drawio',
    ],
    ['a web page without a diagram', '<html><body data-mxgraph=""></body></html>', 'syntax/drawio'],
    ['an svg picture without a diagram', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'syntax/drawio'],
    ['an svg picture with another content', svg('hello'), 'syntax/drawio'],
    ['entities in a picture', svg('&x;', '<!DOCTYPE svg [<!ENTITY x "y">]>'), 'syntax/xml'],
    [
      'entities in the diagram of a picture',
      svg(escaped(`<!DOCTYPE a [<!ENTITY x "y">]>${file}`)),
      'syntax/xml',
    ],
    ['a web page whose data are no JSON', '<div data-mxgraph="{"></div>', 'syntax/drawio'],
  ])('%s', (_, text, code) => {
    const { graphs, messages } = readWith(drawio, text)
    expect([graphs.length, messages.map(said => said.code)]).toEqual([0, [code]])
  })
})

describe('pictures', () => {
  const uri = encodeURIComponent(file)
  const raw = deflateRawSync(Buffer.from(encodeURIComponent(model).replaceAll('%20', '+')))
  test.each([
    ['tEXt mxfile', png(chunk('tEXt', 'Software\0x'), chunk('tEXt', 'mxfile\0', uri))],
    ['tEXt mxGraphModel', png(chunk('tEXt', 'mxGraphModel\0', encodeURIComponent(model)))],
    ['tEXt after the picture', png(chunk('IDAT', Buffer.alloc(5000, 1)), chunk('tEXt', 'mxfile\0', uri))],
    ['zTXt, raw deflate, + for blanks', png(chunk('zTXt', 'mxGraphModel\0\0', raw))],
    ['zTXt, zlib', png(chunk('zTXt', 'mxfile\0\0', deflateSync(Buffer.from(uri))))],
    ['iTXt', png(chunk('iTXt', 'mxfile\0\0\0en\0\0', Buffer.from(file)))],
    ['iTXt, zlib', png(chunk('iTXt', 'mxfile\0\x01\0\0\0', deflateSync(Buffer.from(file))))],
  ])('%s', (_, bytes) => {
    expect(labelsOf(bytes)).toEqual(readable)
    expect(formatOfText([drawio], new TextDecoder().decode(bytes))).toBe(drawio)
  })

  test.each([
    ['no diagram', png(chunk('tEXt', 'Software\0x')), 'syntax/drawio'],
    ['broken deflate', png(chunk('zTXt', 'mxfile\0\0', Buffer.alloc(50, 0xff))), 'syntax/drawio'],
    ['a chunk longer than the file', png(chunk('tEXt', 'mxfile\0', uri)).subarray(0, 90), 'syntax/drawio'],
    ['no text at all', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0]), 'syntax/other-format'],
    [
      'unpacks without end',
      png(chunk('zTXt', 'mxfile\0\0', deflateRawSync(Buffer.alloc(80 * 1024 * 1024, 'a')))),
      'limit/size',
    ],
  ])('%s', (_, bytes, code) => {
    const { graphs, messages } = readWith(drawio, bytes)
    expect([graphs.length, messages.map(said => said.code)]).toEqual([0, [code]])
  })
})

test('names of files', () => {
  for (const name of ['a.drawio', 'a.dio', 'A.DRAWIO.SVG', 'a.drawio.png', 'a.drawio.html', 'a.drawio.xml']) {
    expect(formatOfFile(formats, name)?.name).toBe('drawio')
  }
  // A picture without a diagram is written only.
  expect(formatOfFile(formats, 'a.svg')?.only).toBe('write')
  expect(formatOfFile(formats, 'a.html')).toBeUndefined()
  expect(formatOfFile(formats, 'a.xml')).toBeUndefined()
  expect(formats.find(({ name }) => name === 'drawio')!.extensions).toEqual(drawio.extensions)
})

test('what is no diagram says what it is', () => {
  const library = '<mxlibrary title="Mine">[]</mxlibrary>'
  expect(formatOfText([drawio], library)).toBe(drawio)
  const [said] = readWith(drawio, library).messages
  expect(said?.text).toContain('library of shapes')
  expect(said?.at && library.slice(...said.at)).toBe('<mxlibrary title="Mine">')
})

describe.runIf(extent === 'long')('limits', () => {
  test.runIf(extent === 'long')('many pages that are large stop at a limit for the file', () => {
    const bomb = deflateRawSync(Buffer.alloc(45 * 1024 * 1024, 'a')).toString('base64')
    const text = `<mxfile>${`<diagram>${bomb}</diagram>`.repeat(16)}</mxfile>`
    const codes = readWith(drawio, text).messages.map(({ code }) => code)
    expect(codes).toEqual(['syntax/drawio', ...Array(15).fill('limit/size')])
  })

  test.runIf(extent === 'long')('elements without end', () => {
    expect(readWith(drawio, `<mxfile>${'<a/>'.repeat(2_000_001)}`).messages[0]!.code).toBe('limit/size')
  })

  test('nesting without end', () => {
    expect(readWith(drawio, `<mxfile>${'<a>'.repeat(30_000)}`).messages[0]!.code).toBe('limit/nesting')
  })

  test.each([
    ['letters', 'x'],
    ['angle brackets', '<'],
    ['tags', '<a '],
    ['comments', '<!-- '],
    ['processing instructions', '<? '],
    ['svg', '<svg '],
    ['data-mxgraph', '<p data-mxgraph="'],
    ['attributes', "<mxfile a='"],
  ])('much of %s is refused, at a cost in proportion', async (_, piece) => {
    const refused = (text: string) => {
      formatOfText([drawio], text)
      const { graphs, messages } = readWith(drawio, text)
      expect(graphs).toEqual([])
      expect(messages.map(({ severity }) => severity)).toContain('error')
    }
    expect(await growth(counted(2_000), size => refused(piece.repeat(size)))).toBeLessThan(PROPORTION)
    refused(piece.repeat(runs(Math.ceil(10_000_000 / piece.length))))
  })
})
