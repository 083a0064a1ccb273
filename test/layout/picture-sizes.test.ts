/** Pictures are drawn as large as their source says, in the inches of Graphviz. */
import { expect, test } from 'vitest'
import { dot } from '../../converters/dot/index.js'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { convertWith } from '../../src/convert.js'

/** Width and height of the node `a` in draw.io. */
async function drawn(attributes: string, before = ''): Promise<[string, string]> {
  const { text } = await convertWith(dot, drawio, `digraph { ${before} a [image="x.png" ${attributes}] }`)
  expect(readDrawio(text).graphs[0]!.nodes.get('a')!.image).toBe('x.png')
  const [, width, height] = /id="a">\s*<mxCell[^>]*>\s*<mxGeometry [^>]*width="(\d+)" height="(\d+)"/.exec(
    text,
  )!
  return [width!, height!]
}

test.each([
  ['', '', ['96', '96']],
  [
    'shape=none label=source labelloc=b height=1.9 width=1.4 fixedsize=true imagescale=true',
    '',
    ['101', '137'],
  ],
  ['height=1.9 width=1.4', '', ['101', '137']],
  ['width=0.5 height=0.5', '', ['96', '96']],
  ['width=0.5 height=0.5 fixedsize=true', '', ['36', '36']],
  ['width=0.5 height=0.5 fixedsize=shape', '', ['36', '36']],
  ['width=2 fixedsize=true', '', ['144', '36']],
  ['', 'node [width=1.4 height=1.9 fixedsize=true]', ['101', '137']],
  ['width=1e9 height=wide fixedsize=true', '', ['96', '96']],
  ['width=-1 height=0 fixedsize=true', '', ['96', '96']],
])('%s %s', async (attributes, before, size) => {
  expect(await drawn(attributes, before)).toEqual(size)
})

test('a node without a picture is as large as its text', async () => {
  const { text } = await convertWith(dot, drawio, 'digraph { a [width=4 height=4 fixedsize=true shape=box] }')
  expect(text).toContain('width="100" height="40"')
})

test.each([
  ['w: 60, h: 40', ['60', '40']],
  ['h: 80, constraint: "on"', ['80', '80']],
  ['w: 120', ['120', '120']],
  ['w: 1e9', ['48', '48']],
  ['w: 60, h: 40, constraint: "off"', ['60', '40']],
  ['h: 40, pos: "b"', ['40', '40']],
  ['pos: "t"', ['48', '48']],
])('of Mermaid: %s', async (data, size) => {
  const source = `flowchart LR\n  a@{ img: "https://example.com/x.png", label: "A", ${data} }\n`
  const { text, messages } = await convertWith(mermaid, drawio, source)
  const [, width, height] = /id="a">\s*<mxCell[^>]*>\s*<mxGeometry [^>]*width="(\d+)" height="(\d+)"/.exec(
    text,
  )!
  expect([width, height]).toEqual(size)
  // What is drawn is no loss: pictures keep their proportions, and labels stand below them, or above.
  const isDrawn = !/1e9|"off"/.test(data)
  expect(messages.some(({ code }) => code === 'loss/extras')).toBe(!isDrawn)
})
