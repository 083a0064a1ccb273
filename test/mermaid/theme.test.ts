import { describe, expect, test } from 'vitest'
import { dot } from '../../converters/dot/index.js'
import { drawio } from '../../converters/drawio/index.js'
import { flowzap } from '../../converters/flowzap/index.js'
import { json } from '../../converters/json/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { convertWith, writeWith } from '../../src/convert.js'
import { sameGraph } from '../../src/ir/difference.js'
import type { Graph, OwnTheme } from '../../src/ir/model.js'
import { putGraphs } from '../../src/put/put.js'

const read = (text: string): Graph => mermaid.read!(text, {}).graphs[0]!
const again = async (text: string): Promise<string> => (await convertWith(mermaid, mermaid, text)).text
const theme = (name: string | undefined, variables: Record<string, string> = {}): OwnTheme => ({
  ...(name !== undefined && { name }),
  variables: new Map(Object.entries(variables)),
})

const chart = 'flowchart\n    a\n    b\n    a --> b\n'

/** Settings as people write them, each with the theme that it asks for. */
const cases: [settings: string, OwnTheme | undefined][] = [
  ['%%{init: {"theme":"forest"}}%%\n', theme('forest')],
  ['%%{init: {"flowchart":{"curve":"basis"},"theme":"forest"}}%%\n', theme('forest')],
  ['%%{initialize: {"theme":"neutral"}}%%\n', theme('neutral')],
  ['---\nconfig:\n  theme: dark\n---\n', theme('dark')],
  ['---\nconfig:\n  look: classic\n  theme: dark\n---\n', theme('dark')],
  [
    '%%{init: {"theme":"base","themeVariables":{"primaryColor":"#ff0000","lineColor":"navy"}}}%%\n',
    theme('base', { primaryColor: '#ff0000', lineColor: 'navy' }),
  ],
  // Without a name the variables are those of the theme that there is.
  [
    '%%{init: {"themeVariables":{"fontFamily":"\\"Noto Sans\\", serif"}}}%%\n',
    theme(undefined, { fontFamily: '"Noto Sans", serif' }),
  ],
  // What is no text stays a setting, beside the theme.
  [
    '%%{init: {"theme":"base","themeVariables":{"darkMode":true,"primaryColor":"#111"}}}%%\n',
    theme('base', { primaryColor: '#111' }),
  ],
  // A directive wins over the frontmatter, a later one over an earlier one, value by value.
  [
    '---\nconfig:\n  theme: dark\n  themeVariables:\n    lineColor: red\n---\n%%{init: {"theme":"forest"}}%%\n%%{init: {"themeVariables":{"primaryColor":"#222"}}}%%\n',
    theme('forest', { lineColor: 'red', primaryColor: '#222' }),
  ],
  // None of mermaid's: a setting of the flowchart, a number, a theme of the frontmatter itself, and what no setting could be.
  ['%%{init: {"flowchart":{"theme":"forest"}}}%%\n', undefined],
  ['%%{init: {"theme":7}}%%\n', undefined],
  ['---\ntheme: forest\n---\n', undefined],
  ['%%{init: {"theme":"a{b}"}}%%\n', undefined],
]

describe('the theme of a flowchart', () => {
  test.each(cases)('is read: %s', (settings, wanted) => expect(read(settings + chart).theme).toEqual(wanted))

  test.each(cases)('and its text stays as it was: %s', async settings =>
    expect(await again(settings + chart)).toBe(settings + chart),
  )

  test.each(cases)('and is held by JSON, there and back: %s', async settings => {
    const graph = read(settings + chart)
    const { text } = await writeWith(json, [graph])
    const back = json.read!(text, {}).graphs[0]!
    expect(sameGraph(back, graph)).toBe(true)
    expect((await writeWith(mermaid, [back])).text).toBe(settings + chart)
  })

  test('is no setting besides', () => {
    const graph = read(`%%{init: {"theme":"forest","look":"handDrawn"}}%%\n${chart}`)
    expect(graph.extras.get('mermaid')).toEqual(
      new Map([
        [
          'directives',
          [
            new Map<string, unknown>([
              ['type', 'init'],
              ['argument', new Map([['look', 'handDrawn']])],
            ]),
          ],
        ],
      ]),
    )
    expect(read(`%%{init: {"theme":"forest"}}%%\n${chart}`).extras.size).toBe(0)
  })
})

describe('a theme that is another than the text had', () => {
  const text = `%% first\n%%{init: {"theme":"forest","look":"handDrawn"}}%%\n${chart}`
  const changed = (own: OwnTheme | undefined): Graph => {
    const { theme: _, ...graph } = read(text)
    return own ? { ...graph, theme: own } : graph
  }

  test('is written in the frontmatter, and the other settings stay', async () => {
    const { text: written } = await writeWith(mermaid, [changed(theme('dark', { lineColor: '#333' }))])
    expect(written).toBe(
      '---\nconfig:\n  theme: dark\n  themeVariables:\n    lineColor: \'#333\'\n---\n%%{init: {"look":"handDrawn"}}%%\n%% first\nflowchart\n    a\n    b\n    a --> b\n',
    )
    expect(read(written).theme).toEqual(theme('dark', { lineColor: '#333' }))
  })

  test('goes where it is gone', async () => {
    const { text: written } = await writeWith(mermaid, [changed(undefined)])
    expect(written).toBe('%%{init: {"look":"handDrawn"}}%%\n%% first\nflowchart\n    a\n    b\n    a --> b\n')
  })

  test('is put into the text', () => {
    const graph = changed(theme('dark'))
    const { text: put } = putGraphs(mermaid, text, [graph], {})
    expect(read(put)).toSatisfy((found: Graph) => sameGraph(found, graph))
    expect(put).toContain('a --> b')
    expect(put).toContain('%% first')
  })

  test('is written as far as Mermaid can say it', async () => {
    const { text: written, messages } = await writeWith(mermaid, [
      { ...read(chart), theme: theme('a b', { 'x-y': 'red', lineColor: 'a\nb', primaryColor: '#123' }) },
    ])
    expect(read(written).theme).toEqual(theme(undefined, { primaryColor: '#123' }))
    expect(messages.map(({ code }) => code)).toEqual(['loss/theme'])
  })
})

test('a graph of an earlier version has its theme among the settings', async () => {
  const earlier = JSON.stringify({
    diaglot: 1,
    direction: 'TB',
    nodes: [{ id: 'a' }],
    extras: {
      mermaid: {
        directives: [{ type: 'init', argument: { theme: 'forest' } }],
        frontmatter: { config: { theme: 'dark', look: 'classic' } },
      },
    },
  })
  const { text } = await convertWith(json, mermaid, earlier)
  expect(read(text)).toMatchObject({ theme: theme('forest') })
  expect(text).toBe('---\nconfig:\n  theme: forest\n  look: classic\n---\nflowchart\n    a\n')
})

describe('formats without themes', () => {
  const text = `%%{init: {"theme":"forest","themeVariables":{"lineColor":"red"}}}%%\n${chart}`

  test.each([dot, flowzap, drawio])('say so once: $name', async format => {
    const { messages } = await convertWith(mermaid, format, text)
    const said = messages.filter(({ text }) => /theme|directives/.test(text))
    expect(said.map(({ code, severity, text }) => [code, severity, text])).toEqual([
      ['loss/theme', 'info', `The diagram’s theme “forest” is left out: ${format.title} has no themes.`],
    ])
  })

  test.each([dot, flowzap, drawio])('carry it: $name', async format => {
    const { text: carrying, messages } = await convertWith(mermaid, format, text, { carry: true })
    expect(messages.find(({ code }) => code === 'loss/theme')?.loss).toBe('carried')
    const { text: back } = await convertWith(format, mermaid, carrying)
    expect(read(back).theme).toEqual(theme('forest', { lineColor: 'red' }))
  })
})
