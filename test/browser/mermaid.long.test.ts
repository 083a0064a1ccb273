/** The pictures of Mermaid and Graphviz that the corpus is looked at in. */

import { afterAll, describe, expect, it } from 'vitest'
import { chromiumMissing, closeChromium } from '../../scripts/browser/chromium.js'
import { drawDot, drawMermaid, drawSvg } from '../../scripts/browser/svg.js'

const missing = chromiumMissing('Mermaid in Chromium')
afterAll(closeChromium)

describe.skipIf(missing)('Mermaid in Chromium', () => {
  it('draws a flowchart with a subgraph', async () => {
    const { errors, kind, svg } = await drawMermaid(
      'flowchart LR\n subgraph s [承認]\n a[開始] -->|go| b{OK?}\n end\n',
    )
    expect(errors).toEqual([])
    expect(kind).toBe('flowchart-v2')
    for (const label of ['承認', '開始', 'go', 'OK?']) expect(svg).toContain(label)
  })

  it('gives the error of a diagram that it refuses, and draws the next', async () => {
    const refused = await drawMermaid('flowchart LR\n a -->\n')
    expect(refused.errors[0]).toMatch(/^Parse error on line \d/)
    expect(refused.svg).toBeUndefined()
    expect((await drawMermaid('flowchart TB\n a --> b\n')).errors).toEqual([])
  })

  it('keeps the pictures of calls at the same time apart', async () => {
    const pictures = await Promise.all(
      ['apple', 'berry', 'cherry'].map(id => drawMermaid(`flowchart LR\n ${id} --> z\n`)),
    )
    expect(pictures.map(({ svg }) => ['apple', 'berry', 'cherry'].filter(id => svg?.includes(id)))).toEqual([
      ['apple'],
      ['berry'],
      ['cherry'],
    ])
  })
})

describe.skipIf(missing)('Graphviz and SVG in Chromium', () => {
  it('draws a digraph', async () => {
    const { errors, png, svg } = await drawDot('digraph { a -> b }')
    expect(errors).toEqual([])
    expect(svg).toContain('<title>a</title>')
    expect(png?.subarray(1, 4).toString('latin1')).toBe('PNG')
  })

  it('gives the error of a graph that Graphviz refuses', async () => {
    expect((await drawDot('digraph { a -> ')).errors[0]).toContain('syntax error')
  })

  it('gives an error for a text that is no SVG', async () => {
    expect((await drawSvg('<p>hello</p>')).errors).toEqual(['there is no <svg> in the text'])
  })
})
