/** No address that runs a script leaves, whatever field of a graph it stands in and whatever format is written. */
import { describe, expect, test } from 'vitest'
import { writeWith } from '../src/convert.js'
import { byId, makeEdge, makeGraph, makeGroup, makeNode, nodeEnd } from '../src/ir/build.js'
import type { Graph, Text, Value } from '../src/ir/model.js'
import { richSyntaxes } from '../src/ir/model.js'
import { readWith } from '../src/read.js'
import { formats } from './setup/formats.js'

const written = formats.filter(format => format.write)

const SCRIPTS = [
  'javascript:alert(1)',
  'java\tscript:alert(1)',
  'vbscript:alert(1)',
  'data:text/html,alert(1)',
  'data:action/json,{"actions":[{"open":"javascript:alert(1)"}]}',
]

/** A graph that says an address wherever a graph can say one. */
function graphWith(url: string): Graph {
  const link = { url, tooltip: 'tip', callback: url }
  const style = { fill: `url(${url})`, other: new Map([['background-image', `url(${url})`]]) }
  const own = new Map<string, Value>(
    [
      'URL',
      'href',
      'edgeURL',
      'headURL',
      'tailhref',
      'labelURL',
      'image',
      'shapefile',
      'stylesheet',
      'icon',
      'link',
    ].map(key => [key, url] as const),
  )
  const nested = new Map<string, Value>([
    ...own,
    ['subgraphs', [new Map([['attributes', own]])]],
    ['frontmatter', own],
  ] as const)
  const extras = new Map([
    ['dot', nested],
    ['mermaid', nested],
    ['drawio', nested],
    ['other', nested],
  ])
  const quoted = url.replaceAll('"', '&quot;')
  const label = (place: number): Text => ({
    text: 'see this',
    rich: { syntax: richSyntaxes[place]!, source: `<b>see</b> <a href="${quoted}">this</a>` },
  })
  return makeGraph({
    link,
    style,
    extras,
    classes: new Map([['c', style]]),
    defaults: { node: style, edge: style },
    groups: byId([makeGroup({ id: 'g', kind: 'cluster', label: label(0), link, style, extras })]),
    nodes: byId(
      richSyntaxes.map((_, place) =>
        makeNode({
          id: `n${place}`,
          label: label(place),
          shape: 'image',
          image: url,
          link,
          style,
          classes: ['c'],
          extras,
        }),
      ),
    ),
    edges: [
      makeEdge({
        from: { ...nodeEnd('n0'), label: label(1) },
        to: { ...nodeEnd('n1'), label: label(2) },
        label: label(3),
        link,
        style,
        extras,
      }),
    ],
  })
}

/** Every spelling in which a text could hold the address. */
const spelled = /alert\(1\)|alert%281%29|alert&#40;/

describe.each(written.map(format => [format.name, format] as const))('%s', (_, format) => {
  test.each(SCRIPTS)('%j', async url => {
    const { text, messages } = await writeWith(format, [graphWith(url)], { carry: true })
    expect(text).not.toMatch(spelled)
    expect(messages.some(({ code }) => code === 'loss/link')).toBe(true)
  })
})

describe('in its own format, it is a repair', () => {
  test.each([
    ['mermaid', 'flowchart\na\nclick a "javascript:alert(1)"\n'],
    [
      'dot',
      'digraph { a [URL="data:action/json,{\\"actions\\":[{\\"open\\":\\"javascript:alert(1)\\"}]}"] }',
    ],
    ['dot', 'digraph { a -> b [headURL="javascript:alert(1)", label=<<B>x</B>>] }'],
    ['json', '{"diaglot":1,"nodes":[{"id":"a","link":{"url":"javascript:alert(1)"}}]}'],
  ])('%s: %s', async (name, source) => {
    const format = formats.find(each => each.name === name)!
    const { graphs } = readWith(format, source)
    const { text, messages } = await writeWith(format, graphs, { from: name })
    expect(text).not.toMatch(spelled)
    expect(messages.map(({ code }) => code)).toEqual(['repair/unsafe-link'])
  })
})

test('what is read and never followed stays', async () => {
  const dot = formats.find(({ name }) => name === 'dot')!
  const source = 'digraph {\n  a [label="javascript:alert(1)", tooltip="javascript:alert(1)"];\n}\n'
  const { graphs } = readWith(dot, source)
  expect((await writeWith(dot, graphs, { from: 'dot' })).text).toBe(source)
})
