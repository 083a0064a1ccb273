/** `.drawio.svg`, `.drawio.png` and `.drawio.html`: pictures that show a diagram and hold it. */

import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { pngWithFile, textOfPng } from '../../converters/drawio/document/png.js'
import { drawio } from '../../converters/drawio/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { convertWith, writeWith } from '../../src/convert.js'
import type { FormatOptions, Surroundings } from '../../src/format.js'
import { firstDifference } from '../../src/ir/difference.js'
import type { Graph } from '../../src/ir/model.js'
import { graphs } from '../generate/graphs.js'
import { runs } from '../setup/runs.js'

const source = 'flowchart LR\n    a["x < y & #quot;z#quot;"] --> b[订单 🚀]\n'
const written = async (text: string, options: FormatOptions, existing?: string): Promise<string> =>
  (await convertWith(mermaid, drawio, text, { options, ...(existing !== undefined && { existing }) })).text
const read = (text: string | Uint8Array): Graph => {
  const decoded = typeof text === 'string' ? text : drawio.decode!(text)
  expect(decoded).toBeTypeOf('string')
  return drawio.read!(decoded as string, {}).graphs[0]!
}

/** The smallest PNG: one black pixel. What stands here was put together by hand from the specification. */
const PIXEL = Uint8Array.from(
  Buffer.from(
    '89504e470d0a1a0a0000000d4948445200000001000000010800000000' +
      '3a7e9b55' +
      '0000000a49444154789c6360000000020001' +
      '48afa471' +
      '0000000049454e44ae426082',
    'hex',
  ),
)
const surroundings: Surroundings = { rasterize: async () => PIXEL }
const pngOf = async (text: string): Promise<Uint8Array> =>
  (await drawio.encode!(text, { as: 'png' }, surroundings)) as Uint8Array

describe.each(['svg', 'html', 'png'])('a draw.io file as %s', as => {
  test('holds the file that it would be without a picture', async () => {
    const plain = await written(source, {})
    const form = await written(source, { as })
    const held = as === 'png' ? textOfPng(await pngOf(form)) : contentOf(form)
    expect(held).toBe(plain)
  })

  test('is read as the same graph', async () => {
    const form = await written(source, { as })
    const file = as === 'png' ? await pngOf(form) : form
    expect(firstDifference(read(await written(source, {})), read(file))).toBeUndefined()
    expect(drawio.sniff!(typeof file === 'string' ? file : new TextDecoder().decode(file))).toBe(true)
  })

  test('counts as changed only where somebody changed it', async () => {
    const form = await written(source, { as })
    const file = as === 'png' ? (drawio.decode!(await pngOf(form)) as string) : form
    expect(drawio.asWritten!(file)).toBe(true)
    expect(drawio.asWritten!(file.replace(/订单/g, '定单'))).toBe(false)
  })

  test('is brought up to date, file and picture', async () => {
    const form = await written(source, { as })
    const existing = as === 'png' ? (drawio.decode!(await pngOf(form)) as string) : form
    expect(await written(source, { as }, existing)).toBe(form)
    const changed = `${source}    b --> c[Later]\n`
    const updated = await written(changed, { as }, existing)
    expect(firstDifference(read(await written(changed, {})), read(updated))).toBeUndefined()
    const shown = updated.replace(/ (content|data-mxgraph)="[^"]*"/g, '')
    expect(shown).toContain('>Later<')
    expect(shown).not.toContain('mxfile')
  })

  test('random graphs come back', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, async graph => {
        const plain = (await writeWith(drawio, [graph])).text
        const { text } = await writeWith(drawio, [graph], { options: { as } })
        expect(firstDifference(read(plain), read(as === 'png' ? await pngOf(text) : text))).toBeUndefined()
      }),
      { numRuns: runs(60), seed: 5 },
    )
  })
})

/** What an attribute holds, by another reader. */
function contentOf(form: string): string {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseAttributeValue: false,
    trimValues: false,
    htmlEntities: true,
  })
  const tag = /<svg [^>]*content="[^"]*"[^>]*>|<div class="mxgraph" data-mxgraph="[^"]*">/.exec(form)![0]
  const [element] = Object.values(
    parser.parse(`${tag}${tag.startsWith('<svg') ? '</svg>' : '</div>'}`),
  ) as Record<string, string>[]
  return tag.startsWith('<svg')
    ? element!.content!
    : (JSON.parse(element!['data-mxgraph']!) as { xml: string }).xml
}

test('an SVG is one document that XML parsers take', async () => {
  expect(XMLValidator.validate(await written(source, { as: 'svg' }))).toBe(true)
})

test('a page loads nothing and shows every diagram of the file', async () => {
  const pages = [source, source.replace('订单 🚀', 'Second')].map(text => mermaid.read!(text, {}).graphs[0]!)
  const { text } = await writeWith(drawio, pages, { options: { as: 'html' } })
  const shown = text.replace(/ data-mxgraph="[^"]*"/, '')
  expect(shown.match(/<svg /g)).toHaveLength(2)
  expect(shown).toContain('>Second<')
  expect(shown.replaceAll('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
    /<script|<link|https?:|\son\w+=/i,
  )
  expect(drawio.read!(text, {}).graphs).toHaveLength(2)
})

test('a PNG holds its file behind the header, with the check that belongs to it', () => {
  // Length 13 and `tEXt`; `mxfile`, a zero and `<mxf/>` URI-encoded; CRC as https://www.w3.org/TR/png-3/#5CRC-algorithm has it.
  const chunk = [
    '00000013',
    '74455874',
    '6d7866696c6500',
    Buffer.from('%3Cmxf%2F%3E').toString('hex'),
    'd3b2fe9c',
  ].join('')
  const hex = Buffer.from(pngWithFile(PIXEL, '<mxf/>')).toString('hex')
  const pixel = Buffer.from(PIXEL).toString('hex')
  expect(hex).toBe(pixel.slice(0, 66) + chunk + pixel.slice(66))
})

test('a theme colours page and picture', async () => {
  const text = await written(source, { as: 'svg', theme: 'soft' })
  expect(text.match(/#edf3fb/g)!.length).toBeGreaterThan(1)
  expect(await written(source, { as: 'svg' })).not.toContain('#edf3fb')
})

test('a picture stands where a person put everything', async () => {
  const moved = (await written(source, {})).replace(
    /(id="a"[\s\S]*?<mxGeometry )x="\d+" y="\d+"/,
    '$1x="1234" y="567"',
  )
  const { text } = await convertWith(drawio, drawio, moved, { options: { as: 'svg' } })
  expect(text).toContain('translate(1234 567)')
})

test('a picture that is brought up to date keeps the theme of its page', async () => {
  const existing = await written(source, { as: 'svg', theme: 'soft' })
  const updated = await written(`${source}    b --> c[Later]\n`, { as: 'svg' }, existing)
  const shown = updated.replace(/ content="[^"]*"/, '')
  expect(shown).toContain('>Later<')
  expect(shown).toContain('#edf3fb')
})

test.each(['svg', 'html'])('a plain file that shows the source already gets the form %s', async as => {
  const plain = await written(source, {})
  const { text } = await convertWith(mermaid, drawio, source, { options: { as }, existing: plain })
  expect(text).not.toBe(plain)
  expect(contentOf(text)).toBe(plain)
})

test('a file without a diagram cannot be brought up to date, and that is said', async () => {
  const existing = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
  const { text, messages } = await convertWith(mermaid, drawio, source, { existing, options: { as: 'svg' } })
  expect(text).toBe(existing)
  expect(messages.map(({ code }) => code)).toEqual(['syntax/update'])
})
