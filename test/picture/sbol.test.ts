/** Symbols of synthetic biology, and texts that stand beside what is filled. */
import { Graphviz } from '@hpcc-js/wasm-graphviz'
import { describe, expect, test } from 'vitest'
import { convert } from '../../src/index.js'
import { makeNode } from '../../src/ir/build.js'
import { sizeOf } from '../../src/layout/measure/sizes.js'
import { pointsOf } from '../../src/picture/figures.js'
import { OUTLINES } from '../../src/picture/outlines.js'
import { SBOL } from '../../src/picture/sbol.js'

const SYMBOLS = Object.keys(SBOL) as (keyof typeof SBOL)[]
const STANDING = SYMBOLS.filter(shape => OUTLINES[shape](100, 70).ends)

describe('symbols of synthetic biology', () => {
  test('a promoter is a bent arrow that stands on its strand', () => {
    // A point is 4/3 pixels; the middle of the strand is at 50, 35.
    const { figures, lines, insets } = OUTLINES.promoter(100, 70)
    expect(figures).toEqual([{ kind: 'path', d: 'M62 11L26 11L26 35L34 35L34 19L62 19L62 23L78 15L62 7Z' }])
    expect(lines).toBe('M0 35L100 35')
    expect(insets).toEqual({ top: 47 })
  })

  test.each(STANDING)('%s stays in its box, and off its text, in small boxes too', shape => {
    for (const [w, h] of [
      [80, 70],
      [200, 110],
      [30, 20],
    ] as const) {
      const { figures, insets } = OUTLINES[shape](w, h)
      const points = figures.flatMap(pointsOf).flat()
      expect(Math.min(...points.map(([x]) => x))).toBeGreaterThanOrEqual(0)
      expect(Math.max(...points.map(([x]) => x))).toBeLessThanOrEqual(w)
      expect(Math.min(...points.map(([, y]) => y))).toBeGreaterThanOrEqual(0)
      expect(Math.max(...points.map(([, y]) => y))).toBeLessThanOrEqual(insets!.top! + 0.01)
    }
  })

  test.each(STANDING)('the text of %s fits below the strand', shape => {
    const node = makeNode({ id: 'a', shape, label: { text: 'two\nlines' } })
    const { width, height } = sizeOf(node, true)
    // Two lines of 14.4.
    expect(height - OUTLINES[shape](width, height).insets!.top!).toBeGreaterThan(28.8)
  })

  /** Polygons with as many corners as Graphviz draws, in the same order of sizes. */
  test('as many polygons with as many corners as Graphviz draws', async () => {
    const graphviz = await Graphviz.load()
    const corners = (points: readonly string[]) => points.map(row => row.trim().split(' ').length - 1).sort()
    for (const shape of STANDING.filter(name => name !== 'insulator')) {
      const svg = graphviz.layout(`digraph { bgcolor=transparent; a [shape=${shape}] }`, 'svg', 'dot')
      const theirs = [...svg.matchAll(/<polygon [^>]*points="([^"]*)"/g)].map(([, row]) => row!)
      const ours = OUTLINES[shape](100, 70).figures.map(figure => pointsOf(figure)[0]!.length - 1)
      expect([shape, ours.sort()]).toEqual([shape, corners(theirs)])
    }
  })

  test('lines between symbols lead the strand on', async () => {
    const source = 'digraph { rankdir=LR; a [shape=promoter]; b [shape=terminator]; a -> b [arrowhead=none] }'
    const { text } = await convert(source, { from: 'dot', to: 'svg' })
    const place = (id: string) => {
      const [, x, y] = new RegExp(`data-id="${id}"[^>]*translate\\(([\\d.-]+) ([\\d.-]+)\\)`).exec(text)!
      return [Number(x), Number(y)] as const
    }
    const [[ax, ay], [bx]] = [place('a'), place('b')]
    const { width } = sizeOf(makeNode({ id: 'a', shape: 'promoter', label: { text: 'a' } }), true)
    expect(text).toContain(`<path d="M${ax + width} ${ay + 35}L${bx} ${ay + 35}" fill="none"/>`)
  })
})

describe('texts beside what is filled', () => {
  const svgOf = async (source: string, from: 'dot' | 'mermaid', scheme = 'light') =>
    (await convert(source, { from, to: 'svg', options: { scheme } })).text

  test('are not made bright for a dark fill that they do not stand on', async () => {
    const promoter = 'digraph { a [shape=promoter, style=filled, fillcolor=black] }'
    expect(await svgOf(promoter, 'dot')).toMatch(/<g data-id="a"[^>]* fill="black">/)
    const bolt = 'flowchart LR\n  a@{shape: bolt, label: "x"}\n  style a fill:#000\n'
    expect(await svgOf(bolt, 'mermaid')).toMatch(/<g data-id="a"[^>]* fill="#000">/)
    const box = 'digraph { a [style=filled, fillcolor=black] }'
    expect(await svgOf(box, 'dot')).toMatch(/<g data-id="a"[^>]* fill="black" color="#ffffff">/)
  })

  test('can be read on the page where the theme of the diagram has bright texts in dark boxes', async () => {
    const source = `%%{init: {"theme": "base", "themeVariables": {"primaryColor": "#0b3d91", "primaryTextColor": "#ffffff"}}}%%
flowchart LR
  a --> b@{shape: text, label: "x"}
  c@{shape: bolt, label: "y"}
`
    const svg = await svgOf(source, 'mermaid')
    expect(svg).toMatch(/<g class="dg-node"[^>]* color="#ffffff"[^>]*>\n<g data-id="a"/)
    for (const id of ['b', 'c'])
      expect(svg).toMatch(new RegExp(`<g class="dg-open"[^>]* color="#[0-5][^>]*"><g data-id="${id}"`))
  })

  test('keep a picture light where they are dark', async () => {
    const dark = (colour: string) =>
      svgOf(`flowchart LR\n  a@{shape: bolt, label: "x"}\n  style a color:${colour}\n`, 'mermaid', 'auto')
    expect(await dark('#000080')).not.toContain('<style>')
    expect(await dark('#ff0000')).toContain('<style>')
  })
})
