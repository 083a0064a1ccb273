import { inflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { flowzap } from '../../converters/flowzap/index.js'
import { finishWith, writeWith } from '../../src/convert.js'
import type { Drawing } from '../../src/format.js'
import { byId, makeGraph, makeNode } from '../../src/ir/build.js'
import { firstDifference } from '../../src/ir/difference.js'
import type { Graph } from '../../src/ir/model.js'
import { prepareWith } from '../../src/prepare.js'
import { readWith } from '../../src/read.js'

const one = (id: string, title?: string): Graph =>
  makeGraph({
    nodes: byId([makeNode({ id, shape: 'rectangle', label: { text: id } })]),
    ...(title !== undefined && { title }),
  })

async function drawingsOf(graphs: readonly Graph[], names: readonly string[]): Promise<readonly Drawing[]> {
  return (await prepareWith(drawio, graphs, { names })).drawings
}

const tabs = (text: string): string[][] =>
  [...text.matchAll(/<diagram id="([^"]*)" name="([^"]*)">/g)].map(match => match.slice(1, 3))

describe('several graphs in one file', () => {
  test('a page for each, named by its title or its file, with an id that stays when others come and go', async () => {
    const drawings = await drawingsOf([one('a'), one('b', 'Billing'), one('c')], ['orders', 'bill', 'orders'])
    const [first, second, third] = drawings
    expect(tabs((await finishWith(drawio, drawings)).files[0]!.text)).toEqual([
      ['page-orders', 'orders'],
      ['page-bill', 'Billing'],
      ['page-orders_2', 'orders'],
    ])
    expect(tabs((await finishWith(drawio, [second!, third!, first!])).files[0]!.text)).toEqual([
      ['page-bill', 'Billing'],
      ['page-orders', 'orders'],
      ['page-orders_2', 'orders'],
    ])
  })

  test('the pages are read as the graphs, and written again as the same bytes', async () => {
    const drawings = await drawingsOf([one('a', 'A'), one('b', 'B')], ['x', 'y'])
    const { text } = (await finishWith(drawio, drawings)).files[0]!
    const { graphs, messages } = readDrawio(text)
    expect(messages).toEqual([])
    expect(graphs.map(graph => [graph.title, ...graph.nodes.keys()])).toEqual([
      ['A', 'a'],
      ['B', 'b'],
    ])
    expect((await writeWith(drawio, graphs)).text).toBe(text)
  })

  test('split makes a file for each where the format would hold them all', async () => {
    const { files } = await writeWith(drawio, [one('a'), one('b')], { pages: 'split' })
    expect(files.map(({ name }) => name)).toEqual(['1', '2'])
    expect(files.map(({ text }) => [...readDrawio(text).graphs[0]!.nodes.keys()])).toEqual([['a'], ['b']])
    expect((await writeWith(drawio, [one('a'), one('b')])).files).toHaveLength(1)
  })
})

describe('compressed pages', () => {
  const source =
    'Lane { # Bestellung 注文\nn1: circle label:"Start ✓"\nn2: rectangle label:"a < b"\nn1.handle(right) -> n2.handle(left)\n}\n'

  test('hold the page as draw.io packs it: URI encoding, raw deflate, base64', async () => {
    const { graphs } = readWith(flowzap, source)
    const plain = (await writeWith(drawio, graphs)).text
    const packed = (await writeWith(drawio, graphs, { options: { compress: true } })).text
    const base64 = /<diagram[^>]*>([^<]*)<\/diagram>/.exec(packed)![1]!
    const page = decodeURIComponent(inflateRawSync(Buffer.from(base64, 'base64')).toString('utf8'))
    const model = /<mxGraphModel[\s\S]*<\/mxGraphModel>/.exec(plain)![0]
    expect(page.replace(/^ +/gm, '')).toBe(model.replace(/^ +/gm, ''))
    expect(packed.length).toBeLessThan(plain.length)
  })

  test('are read as the same graph, and written as the same bytes', async () => {
    const { graphs } = readWith(flowzap, source)
    const packed = (await writeWith(drawio, graphs, { options: { compress: true } })).text
    const again = readDrawio(packed)
    const plain = readDrawio((await writeWith(drawio, graphs)).text)
    expect(again.messages).toEqual([])
    expect(firstDifference(again.graphs[0]!, plain.graphs[0]!)).toBeUndefined()
    expect((await writeWith(drawio, again.graphs, { options: { compress: true } })).text).toBe(packed)
  })

  test('`-O compress=false` leaves them plain', async () => {
    const options = { compress: 'false' }
    expect((await writeWith(drawio, [one('a')], { options })).text).toContain('<mxGraphModel')
  })
})
