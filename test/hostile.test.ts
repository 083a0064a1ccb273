/** Inputs that nobody draws, through every output: nothing throws, and what is broken is said with its place. */
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { convertWith } from '../src/convert.js'
import { type FormatName, flawsOf, read } from '../src/index.js'
import { readWith } from '../src/read.js'
import { formats } from './setup/formats.js'
import { extent, runs } from './setup/runs.js'

const outputs = formats.filter(format => format.write).map(format => [format.name, format] as const)

const each = (count: number, item: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => item(index)).join('')
const blanks = ' '.repeat(300_000)
const long = 'lorem ipsum '.repeat(20_000)
const page = (cells: string) =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`
const cell = (id: string, more: string, inside = '<mxGeometry width="80" height="40" as="geometry"/>') =>
  `<mxCell id="${id}" ${more}>${inside}</mxCell>`
const vertex = (id: string, more = '') => cell(id, `value="${id}" vertex="1" parent="1" ${more}`)
const packed = (text: string) =>
  `<mxfile><diagram>${deflateRawSync(text).toString('base64')}</diagram></mxfile>`

/** The text or bytes, and the codes of the errors that are said of it. */
type Case = readonly [
  name: string,
  format: FormatName | 'steps',
  input: string | Uint8Array,
  errors: readonly string[],
]

const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))
const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(Buffer.concat(parts.map(part => Buffer.from(part as string))))

const texts: readonly Case[] = [
  ['a long label', 'flowzap', `A { # ${long}\nn1: circle label:"${long}"\n}`, []],
  ['a long label', 'mermaid', `flowchart\na["${long}"] -- ${long} --> b`, []],
  ['a long label', 'dot', `digraph { a [label="${long}"]; a -> b [headlabel="${long}"] }`, []],
  ['a long label', 'drawio', page(vertex('a', `style="html=1" tooltip="${long}"`)), []],
  ['a long label', 'json', JSON.stringify({ diaglot: 1, nodes: [{ id: 'a', label: long }] }), []],
  // What takes time with the square of the length does not end with so many.
  ['blanks', 'flowzap', `A { # L${blanks}x\nn1: circle label:"a${blanks}b"\n}`, []],
  [
    'blanks',
    'mermaid',
    `---\ntitle: a${blanks}b\n---\nflowchart\na["x${blanks}y"] --> b["<b>x</b>${blanks}y"]`,
    [],
  ],
  ['blanks', 'mermaid', `flowchart\nsubgraph a${blanks}x]`, ['syntax/subgraph', 'syntax/unexpected']],
  [
    'blanks',
    'dot',
    `digraph {${blanks}a [label=<x${blanks}y>, xlabel="x${blanks}y", style="${'('.repeat(300_000)}"] }`,
    [],
  ],
  [
    'blanks',
    'drawio',
    page(
      `<mxCell id="a" value="&lt;b&gt;x&lt;/b&gt;${blanks}y" style="html=1"${blanks}vertex="1" parent="1"/>`,
    ),
    [],
  ],
  [
    'digits',
    'dot',
    `digraph { a [penwidth="${'0'.repeat(300_000)}x", fillcolor="0 0 ${'0'.repeat(300_000)}x"] }`,
    [],
  ],
  ['descriptions that never close', 'mermaid', `flowchart\n${'accDescr{'.repeat(30_000)} direction TB`, []],
  // A blank that is a letter to DOT: every way to part the words would be tried.
  ['blanks in names', 'dot', `digraph { 0 <- 0${'\u00a0:\u00a0'.repeat(60)}!\n}`, ['syntax/unexpected']],
  ['semicolons', 'flowzap', ';'.repeat(100_000), ['syntax/unexpected']],
  ['semicolons', 'mermaid', `flowchart\n${';'.repeat(100_000)}`, []],
  ['semicolons', 'dot', `digraph { a${';'.repeat(10_000)} }`, ['syntax/unexpected']],
  ['NUL', 'flowzap', 'A { # L\nn1: circle label:"a\0b"\n}', []],
  ['NUL', 'mermaid', 'flowchart\na["x\0y"]', []],
  ['NUL', 'drawio', page('<mxCell id="a" value="x\0y" vertex="1" parent="1"/>'), []],
  [
    'names of objects',
    'mermaid',
    'flowchart\n__proto__ --> constructor\nsubgraph toString\nvalueOf\nend',
    [],
  ],
  [
    'names of objects',
    'dot',
    'digraph { a [shape=record, label="<__proto__> x|<constructor> y", __proto__=1]; a:__proto__ -> a:constructor [key=__proto__]; subgraph cluster___proto__ { toString } }',
    [],
  ],
  [
    'names of objects',
    'drawio',
    page(
      '<object id="__proto__" label="x" __proto__="y" constructor="z"><mxCell style="__proto__=1" vertex="1" parent="1"><mxGeometry width="9" height="9" as="geometry"/></mxCell></object>',
    ),
    [],
  ],
  [
    'names of objects',
    'json',
    '{"diaglot":1,"nodes":[{"id":"__proto__","group":"__proto__","properties":{"__proto__":"x"},"extras":{"__proto__":{"__proto__":1}}}],"groups":[{"id":"__proto__"}],"classes":{"__proto__":{"fill":"red"}}}',
    [],
  ],
  [
    'halves of surrogate pairs',
    'json',
    '{"diaglot":1,"nodes":[{"id":"\\ud800","label":"a\\udc00b\\u0000"}],"edges":[{"from":{"node":"\\ud800","port":"\\ud800"},"to":{"node":"\\ud800"},"label":"\\udfff"}]}',
    [],
  ],
  [
    'numbers beyond numbers',
    'json',
    '{"diaglot":1,"nodes":[{"id":"a","style":{"strokeWidth":1e308,"fontSize":-0,"opacity":-5}}],"edges":[{"from":{"node":"a"},"to":{"node":"a"},"length":1e308}]}',
    [],
  ],
  [
    'infinite numbers',
    'json',
    '{"diaglot":1,"nodes":[{"id":"a","style":{"strokeWidth":1e999}}]}',
    ['syntax/schema'],
  ],
  [
    'numbers beyond numbers',
    'dot',
    'digraph { a [penwidth="1e999", fontsize=99999999999999999999, width=Infinity]; n [fontsize=NaN]; m [fontsize=-5]; a -> b [minlen="1e300", weight=-1]; c -> b [minlen=NaN] }',
    [],
  ],
  [
    'numbers beyond numbers',
    'drawio',
    page(
      cell(
        'a',
        'style="strokeWidth=1e999;fontSize=NaN;opacity=-50;rotation=1e400" vertex="1" parent="1"',
        '<mxGeometry x="NaN" y="Infinity" width="1e308" height="-1e308" as="geometry"/>',
      ) +
        cell(
          'e',
          'style="exitX=NaN;entryY=9e99" edge="1" source="a" target="a" parent="1"',
          '<mxGeometry x="NaN" relative="1" as="geometry"><Array as="points"><mxPoint x="1e400" y="NaN"/></Array></mxGeometry>',
        ),
    ),
    [],
  ],
  [
    'cells in themselves',
    'drawio',
    page(
      vertex('s').replace('parent="1"', 'parent="s"') +
        vertex('a').replace('parent="1"', 'parent="b"') +
        vertex('b').replace('parent="1"', 'parent="a"'),
    ),
    [],
  ],
  [
    'an entity bomb',
    'drawio',
    `<!DOCTYPE l [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>${page(vertex('a').replace('value="a"', 'value="&b;"'))}`,
    ['syntax/xml'],
  ],
  [
    'an external entity',
    'drawio',
    `<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]>${page('<mxCell id="a" value="&x;" vertex="1"/>')}`,
    ['syntax/xml'],
  ],
  ['a page that cannot be unpacked', 'drawio', '<mxfile><diagram>!!!!</diagram></mxfile>', ['syntax/drawio']],
  ['elements without end', 'drawio', `<mxfile>${'<a>'.repeat(50_000)}`, ['limit/nesting']],
  ['brackets without end', 'json', '['.repeat(100_000), ['limit/nesting']],
  ['braces without end', 'dot', `digraph ${'{'.repeat(10_000)}`, ['limit/nesting']],
  [
    'subgraphs without end',
    'mermaid',
    `flowchart\n${each(3_000, i => `subgraph s${i}\n`)}`,
    ['syntax/subgraph', 'limit/nesting'],
  ],
  ['YAML without end', 'mermaid', `---\na: ${'['.repeat(5_000)}\n---\nflowchart\na`, ['syntax/yaml']],
  ['groups in themselves', 'json', '{"diaglot":1,"groups":[{"id":"a","parent":"a"}]}', ['syntax/reference']],
  [
    'many attributes',
    'flowzap',
    `A { # L\nn1: circle ${each(runs(8_000), i => `a${i}:"v" `)}\n}`,
    ['syntax/unknown-attribute'],
  ],
  ['many attributes', 'dot', `digraph { a [${each(runs(8_000), i => `k${i}=v;`)}] }`, []],
  ['many attributes', 'drawio', page(vertex('a', `style="${each(runs(8_000), i => `k${i}=v;`)}"`)), []],
  ['UTF-16', 'flowzap', utf16('A { # Läne\nn1: circle label:"é"\n}'), []],
  ['UTF-16', 'mermaid', utf16('flowchart\na[é]'), []],
  ['UTF-16', 'drawio', utf16(page(vertex('a'))), []],
  ['UTF-16', 'json', utf16('{"diaglot":1,"nodes":[{"id":"é"}]}'), []],
  ['bytes that are no text', 'flowzap', bytes('A { # ', [0xff, 0xc3, 0x28], '\n}'), ['syntax/encoding']],
  ['bytes that are no text', 'mermaid', bytes('flowchart\n', [0xff, 0xc3, 0x28]), ['syntax/encoding']],
  ['bytes that are no text', 'json', bytes('"', [0xc3, 0x28], '"'), ['syntax/encoding']],
  [
    'the beginning of a picture',
    'drawio',
    bytes([137, 80, 78, 71, 13, 10, 26, 10, 255, 255, 255, 255]),
    ['syntax/drawio'],
  ],
  ['half a picture', 'drawio', '<svg xmlns="x" content="&lt;mxfile', ['syntax/cut-off']],
  ['nothing', 'flowzap', '', []],
  ['nothing', 'mermaid', '', ['syntax/unexpected']],
  ['nothing', 'dot', '', ['syntax/unexpected']],
  ['nothing', 'drawio', '', ['syntax/xml']],
  ['nothing', 'json', '', ['syntax/unexpected']],
  ['a long label', 'steps', `steps\nstep a ${JSON.stringify(long)}`, []],
  ['names of objects', 'steps', 'steps\npart __proto__ ""\nstep constructor __proto__ "x"', []],
  ['bytes that are no text', 'steps', bytes('steps\n', [0xff, 0xc3, 0x28]), ['syntax/encoding']],
  ['nothing', 'steps', '', ['syntax/first-word']],
]

/** To unpack it takes a second each time; `test/drawio/read.test.ts` has one for every run. */
const dear: readonly Case[] =
  extent === 'long'
    ? [['a page that unpacks without end', 'drawio', packed('%20'.repeat(20_000_000)), ['limit/size']]]
    : []

describe.each([...texts, ...dear])('%s in %s', (_, name, input, errors) => {
  const from = formats.find(format => format.name === name)!
  // Which input goes where in a short run changes with the input; in the long run, each goes everywhere.
  const started = texts.findIndex(other => other[2] === input)
  const chosen = extent === 'long' ? outputs : [outputs[started % outputs.length]!]
  test.each(chosen)('to %s', async (_, to) => {
    for (const carry of [false, true]) {
      const { graphs, messages, source, text } = await convertWith(from, to, input, {
        carry,
        others: async () => formats,
      })
      // What was read is written without being looked at again.
      expect(graphs.flatMap(flawsOf)).toEqual([])
      const found = messages.filter(
        ({ code, severity }) => severity === 'error' && code !== 'limit/flowzap-size',
      )
      expect([...new Set(found.map(({ code }) => code))]).toEqual(errors)
      for (const { at = [0, 0] } of messages) {
        expect(0 <= at[0] && at[0] <= at[1] && at[1] <= source.length).toBe(true)
      }
      if (errors.length > 0 || text === '' || !to.read) continue
      const back = readWith(to, text).messages.filter(({ severity }) => severity === 'error')
      expect(back).toEqual([])
    }
  })
})

test.each<[FormatName, string]>([
  [
    'flowzap',
    'A { # L\nn1: circle label:"a"\nn2: circle label:"b"\nn1.handle(right) -> n2.handle(left)\n}\n',
  ],
  ['mermaid', 'flowchart LR\n  a --> b\n  subgraph s\n    c\n  end\n'],
  ['dot', 'digraph {\n  a -> b;\n  c;\n}\n'],
])('%s reads the same whatever ends its lines', (format, text) => {
  const [expected] = read(text, { format }).graphs
  for (const end of ['\r\n', '\r']) {
    const { graphs, messages } = read(text.replaceAll('\n', end), { format })
    expect(messages).toEqual([])
    expect([...graphs[0]!.nodes.keys()]).toEqual([...expected!.nodes.keys()])
    expect(graphs[0]!.edges).toHaveLength(expected!.edges.length)
    expect([...graphs[0]!.groups.keys()]).toEqual([...expected!.groups.keys()])
  }
})
