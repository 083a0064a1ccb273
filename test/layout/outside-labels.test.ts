/** Where a label stands below a shape, lines that leave downwards, or come from below, end below it. */
import { describe, expect, test } from 'vitest'
import { dot } from '../../converters/dot/index.js'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { svg } from '../../converters/svg/index.js'
import { convertWith } from '../../src/convert.js'

const picture = (way: string, label = 'A picture') =>
  `flowchart ${way}\n a --> p@{ img: "data:image/svg+xml,x", label: "${label}", w: 60, h: 60 }\n p --> b`

/** How each line is fastened: its pins, in the order of the page. */
const pins = (page: string): string[] =>
  [...page.matchAll(/<mxCell [^>]*style="([^"]*)" edge="1"/g)].map(([, style]) =>
    style!
      .split(';')
      .filter(key => /^(exit|entry)/.test(key))
      .join(';'),
  )

describe('in draw.io', () => {
  // A line of 12 px is 14.4 high: 15 in whole pixels, and 8 for what is free around it.
  test('a line that leaves downwards begins below the label', async () => {
    const { text } = await convertWith(mermaid, drawio, picture('TD'))
    expect(pins(text)).toEqual(['', 'exitX=0.5;exitY=1;exitDx=0;exitDy=23;exitPerimeter=0'])
  })

  test('more lines of text take more room', async () => {
    const { text } = await convertWith(mermaid, drawio, picture('TD', 'A picture of something'))
    const [, dy] = /exitDy=(\d+)/.exec(text)!
    expect(Number(dy)).toBeGreaterThan(45)
  })

  test('a line that comes from below ends there', async () => {
    const { text } = await convertWith(mermaid, drawio, picture('BT'))
    expect(pins(text)).toEqual(['entryX=0.5;entryY=1;entryDx=0;entryDy=23;entryPerimeter=0', ''])
  })

  test('nothing of that where lines run across', async () => {
    expect(pins((await convertWith(mermaid, drawio, picture('LR'))).text)).toEqual(['', ''])
  })

  test('so it does in lanes, and in rows of a flow that is wrapped', async () => {
    const lanes = `swimlane-beta TB\n subgraph one\n${picture('TD').replace('flowchart TD', '')}\n end`
    expect(pins((await convertWith(mermaid, drawio, lanes)).text)).toEqual([
      '',
      'exitX=0.5;exitY=1;exitDx=0;exitDy=23;exitPerimeter=0',
    ])
    const long = `${picture('TD')}\n${Array.from({ length: 20 }, (_, i) => ` b${i || ''} --> b${i + 1}`).join('\n')}`
    const { text } = await convertWith(mermaid, drawio, long, { options: { wrap: 'a4' } })
    expect(pins(text)[1]).toBe('exitX=0.5;exitY=1;exitDx=0;exitDy=23;exitPerimeter=0')
  })

  test('draw.io breaks a label a little before the width of the picture: “that stands” takes two lines of 60 px', async () => {
    const { text } = await convertWith(
      mermaid,
      drawio,
      picture('TD', 'A rather long label that stands below it'),
    )
    const [, dy] = /exitDy=(\d+)/.exec(text)!
    expect(Number(dy)).toBe(5 * 14.4 + 8)
  })

  test('it is no word of the graph, and a side that an author wrote is', async () => {
    const { text } = await convertWith(mermaid, drawio, picture('TD'))
    const [graph] = readDrawio(text).graphs
    expect(graph!.edges.map(({ from, extras }) => [from.side, extras.size])).toEqual([
      [undefined, 0],
      [undefined, 0],
    ])
    const sided = await convertWith(dot, drawio, 'digraph { p [image="x.png" label="A picture"]; p:s -> b }')
    expect(pins(sided.text)).toEqual(['exitX=0.5;exitY=1;exitDx=0;exitDy=0'])
    expect(readDrawio(sided.text).graphs[0]!.edges[0]!.from.side).toBe('bottom')
  })
})

test('in a picture, the line begins below the text', async () => {
  const { text } = await convertWith(mermaid, svg, picture('TD'))
  const [, top] = /data-id="p"[^>]*translate\([\d.]+ ([\d.]+)\)/.exec(text)!
  const [, begin] = /data-from="p" data-to="b"><path d="M[\d.]+ ([\d.]+)L/.exec(text)!
  expect(Number(begin) - Number(top)).toBe(60 + 23)
})
