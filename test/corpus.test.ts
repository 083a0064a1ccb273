import { readdirSync, readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { lintFlowzap } from '../converters/flowzap/index.js'
import { type About, filesOf, pictured, pictureOf, templates } from '../scripts/corpus.js'
import { writeWith } from '../src/convert.js'
import { firstDifference } from '../src/ir/difference.js'
import type { Extras, Graph } from '../src/ir/model.js'
import { readWith } from '../src/read.js'
import { formatNamed } from '../src/registry.js'
import { sameFormat } from './laws/laws.js'
import { corpusFolder, formats, isToy } from './setup/formats.js'
import { sample } from './setup/runs.js'

const both = formats.filter(format => format.read && format.write)
/** The formats that stand beside every template. */
const kept = both.filter(format => !isToy(format))

function named(name: string) {
  const format = formatNamed(formats, name)
  if (!format) throw new Error(`no format ${name}`)
  return format
}

const flowzap = named('flowzap')
const text = (slug: string, file: string) => readFileSync(`corpus/templates/${slug}/${file}`, 'utf8')

describe('the templates', () => {
  test('there are eighteen', () => expect(templates).toHaveLength(18))

  test.each(sample(templates, 2))('%s: every file is what is written today', async slug => {
    for (const [name, expected] of await filesOf(slug)) expect(text(slug, name), name).toBe(expected)
  })

  test.each(templates)('%s: valid by every lint rule, in canonical form, counted right', async slug => {
    const code = text(slug, 'diagram.fz')
    expect(lintFlowzap(code)).toEqual([])
    const { graphs, messages } = readWith(flowzap, code)
    expect(messages).toEqual([])
    expect((await writeWith(flowzap, graphs, { from: 'flowzap' })).text).toBe(code)
    const about = load(text(slug, 'about.yaml')) as About
    const lines = code.split('\n')
    expect(about.counts).toEqual({
      lanes: lines.filter(line => line.includes('{ #')).length,
      nodes: lines.filter(line => /^n\d+: /.test(line)).length,
      edges: lines.filter(line => / -> /.test(line) && line.includes('.handle(')).length,
      loops: lines.filter(line => line.startsWith('loop [')).length,
    })
    expect(about.title).not.toBe('')
    expect(about.title_zh).toMatch(/\p{Script=Han}/u)
  })

  test.each(sample(templates, 6))('%s: to each format and back is the same text', async slug => {
    const code = text(slug, 'diagram.fz')
    const { graphs } = readWith(flowzap, code)
    for (const format of both) {
      const there = await writeWith(format, graphs, { from: 'flowzap', carry: true })
      const back = readWith(format, there.text)
      expect(
        back.messages.filter(({ severity }) => severity === 'error'),
        format.name,
      ).toEqual([])
      expect((await writeWith(flowzap, back.graphs, { from: 'flowzap' })).text, format.name).toBe(code)
    }
  })

  test.each(sample(templates, 2))('%s: without carrying, what every format shows is the same', async slug => {
    const [graph] = readWith(flowzap, text(slug, 'diagram.fz')).graphs
    if (!graph) throw new Error('no graph')
    for (const format of kept) {
      const [back] = readWith(format, text(slug, `diagram${format.extensions[0]}`)).graphs
      if (!back) throw new Error(`${format.name} holds no graph`)
      const shown = (g: typeof graph) => ({
        nodes: [...g.nodes.values()].map(({ id, label, group }) => [id, label.text, group]),
        groups: [...g.groups.values()].map(({ id, label }) => [id, label.text]),
        edges: g.edges.map(({ from, to, label }) => [from.id, to.id, label.text, to.arrow]),
      })
      expect(shown(back), format.name).toEqual(shown(graph))
    }
  })

  test.each(sample(templates, 6))('%s: law 3 for each of its files', async slug => {
    for (const format of kept) {
      expect(
        await sameFormat(format, text(slug, `diagram${format.extensions[0]}`)),
        format.name,
      ).toBeUndefined()
    }
  })
})

describe('the pictures of nested diagrams', () => {
  test('there is one of each', () => {
    expect(readdirSync('corpus/svg').sort()).toEqual(pictured.map(name => `${name}.svg`))
  })

  test.each(sample(pictured, 4))('%s: it is what is drawn today', async name => {
    const [path, expected] = await pictureOf(name)
    expect(readFileSync(path, 'utf8')).toBe(expected)
  })
})

/**
 * A graph without what only draw.io says of it: that comes back cell by cell (`test/drawio/untouched.test.ts`), and
 * nobody could write it by hand.
 */
const withoutDrawio = (graph: Graph): Graph => {
  const bare = <T extends { readonly extras: Extras }>(element: T): T => ({
    ...element,
    extras: new Map([...element.extras].filter(([format]) => format !== 'drawio')),
  })
  return {
    ...bare(graph),
    nodes: new Map([...graph.nodes].map(([id, node]) => [id, bare(node)])),
    groups: new Map([...graph.groups].map(([id, group]) => [id, bare(group)])),
    edges: graph.edges.map(bare),
  }
}

/** Folders of small diagrams: one feature a file, with the graph it means beside it as JSON. */
const features = both
  .filter(({ name }) => name !== 'json')
  .flatMap(format => {
    const folder = corpusFolder(format)
    if (folder === undefined) throw new Error(`there are no small diagrams of ${format.name}`)
    return readdirSync(folder)
      .filter(file => format.extensions.some(extension => file.endsWith(extension)))
      .map(file => [`${folder}/${file}`, format] as const)
  })

describe('the small diagrams', () => {
  test.each(['mermaid', 'dot'])('there are at least forty for %s', name => {
    expect(features.filter(([path]) => path.startsWith(`corpus/${name}/`)).length).toBeGreaterThanOrEqual(40)
  })

  test.each(features)('%s means the graph beside it', (path, format) => {
    const meant = readWith(named('json'), readFileSync(path.replace(/\.[a-z]+$/, '.json'), 'utf8'))
    const { graphs } = readWith(format, new Uint8Array(readFileSync(path)))
    expect(meant.messages).toEqual([])
    expect(graphs).toHaveLength(meant.graphs.length)
    for (const [place, graph] of graphs.entries()) {
      const expected = meant.graphs[place]
      const bare = format.name === 'drawio' ? withoutDrawio : (graph: Graph) => graph
      expect(expected && firstDifference(bare(expected), bare(graph))).toBeUndefined()
    }
  })

  test.each(sample(features, 6))('%s obeys law 3', async (path, format) => {
    expect(await sameFormat(format, readFileSync(path, 'utf8'))).toBeUndefined()
  })

  test.each(sample(features, 6))('%s becomes valid FlowZap Code', async (path, format) => {
    const { graphs } = readWith(format, new Uint8Array(readFileSync(path)))
    for (const graph of graphs) {
      const { text: code } = await writeWith(flowzap, [graph])
      const errors = lintFlowzap(code).filter(({ severity }) => severity === 'error')
      expect(graph.nodes.size > 0 || graph.groups.size > 0 ? errors : [], code).toEqual([])
    }
  })
})
