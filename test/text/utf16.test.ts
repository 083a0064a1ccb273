/** Files in UTF-16, as PowerShell writes them. */
import { describe, expect, test } from 'vitest'
import { formats } from '../../converters/index.js'
import { sourceFormat } from '../../src/cli/sources.js'
import { type FormatName, read } from '../../src/index.js'
import { formatOfText } from '../../src/registry.js'
import { utf16Text } from '../../src/text/utf16.js'

const little = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))
const big = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16())

const texts: [format: FormatName, text: string][] = [
  ['dot', 'digraph { a -> b [label="é"] }\r\n'],
  ['mermaid', 'flowchart LR\r\n  a -->|é| b\r\n'],
  [
    'flowzap',
    'A { # A\nn1: circle label:"a"\nn2: circle label:"b"\nn1.handle(right) -> n2.handle(left) [label="é"]\n}\n',
  ],
  [
    'json',
    '{"diaglot":1,"nodes":[{"id":"a"},{"id":"b"}],"edges":[{"from":{"node":"a"},"to":{"node":"b"},"label":"é"}]}',
  ],
  [
    'drawio',
    '<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" value="a" vertex="1" parent="1"/><mxCell id="b" value="b" vertex="1" parent="1"/><mxCell id="e" value="é" edge="1" source="a" target="b" parent="1"/></root></mxGraphModel>',
  ],
]

describe.each(texts)('%s', (format, text) => {
  test.each([
    ['little endian with a mark', little(`\ufeff${text}`)],
    ['big endian with a mark', big(`\ufeff${text}`)],
    ['little endian without one', little(text)],
    ['big endian without one', big(text)],
  ])('%s', async (_, bytes) => {
    const { graphs, messages } = read(bytes, { format })
    expect(messages.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(graphs[0]?.edges.map(({ from, to, label }) => [from.id, label.text, to.id].length)).toEqual([3])
    expect(graphs[0]?.edges[0]?.label.text).toBe('é')
    const all = await Promise.all(formats.map(({ load }) => load()))
    expect(formatOfText(all, utf16Text(bytes)!)?.name).toBe(format)
  })
})

test.each([
  ['an odd number of bytes', new Uint8Array([...little('digraph'), 0x7d])],
  ['UTF-8', new TextEncoder().encode('digraph { a }')],
  ['a NUL in UTF-8', new TextEncoder().encode('d\0igraph { a }')],
  ['a short text', little('abc')],
  ['halves of characters', little('\ufeff\ud800x')],
])('%s is not taken for it', (_, bytes) => {
  expect(utf16Text(bytes)).toBeUndefined()
})

test('DOT in Latin-1 with a charset stays what it was', () => {
  const bytes = new Uint8Array(Buffer.from('digraph { charset=latin1; a [label="é"] }', 'latin1'))
  expect(read(bytes, { format: 'dot' }).graphs[0]?.nodes.get('a')?.label.text).toBe('é')
})

test('what comes from a pipe tells its format', async () => {
  for (const bytes of [little('\ufeffdigraph { a -> b }\r\n'), big('digraph { a -> b }')]) {
    const input = { name: '<stdin>', inFolder: 'stdin', load: async () => bytes }
    const format = await sourceFormat({ from: undefined }, input, bytes)
    expect(format.name).toBe('dot')
  }
})
