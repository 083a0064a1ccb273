/** Mermaid's icons on pages of draw.io: signs of Unicode that picture the same, with the label's own source beside them. */
import { describe, expect, test } from 'vitest'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { mermaid, readMermaid } from '../../converters/mermaid/index.js'
import { png, svg } from '../../converters/svg/index.js'
import { convertWith } from '../../src/convert.js'
import { layOut } from '../../src/layout/layout.js'

const page = (source: string) => convertWith(mermaid, drawio, source)

const SOURCE = `flowchart TD
    a["fa:fa-car Car"]
    b["fa:fa-cog"]
    c["<b>Safe</b> fa:fa-lock"]
    subgraph g ["fas:fa-users Team"]
        d[D]
    end
    a -->|"fa:fa-envelope mail"| b
`

describe('icons that there are signs for', () => {
  test('are shown, in nodes, groups and lines, formatted or not', async () => {
    const { text, messages } = await page(SOURCE)
    const labels = [...text.matchAll(/label="([^"]*)"/g)].map(([, label]) => label)
    expect(labels).toEqual(
      expect.arrayContaining(['🚗 Car', '⚙️', '&lt;b&gt;Safe&lt;/b&gt; 🔒', '👥 Team', '📧 mail']),
    )
    expect(messages.filter(({ code }) => code === 'loss/icon')).toEqual([])
  })

  test('come back as the codes that they were', async () => {
    const { text } = await page(SOURCE)
    const back = (await convertWith(drawio, mermaid, text)).text
    for (const label of [
      'a["fa:fa-car Car"]',
      'b["fa:fa-cog"]',
      'c["<b>Safe</b> fa:fa-lock"]',
      '"fas:fa-users Team"',
      '|"fa:fa-envelope mail"|',
    ])
      expect(back).toContain(label)
  })

  test('are a part of the label that somebody writes in draw.io', async () => {
    const { text } = await page(SOURCE)
    const graph = readDrawio(text.replace('label="🚗 Car"', 'label="🚗 Van"')).graphs[0]!
    expect(graph.nodes.get('a')?.label).toEqual({ text: '🚗 Van' })
  })

  test('have room in their boxes', async () => {
    const widthOf = async (label: string): Promise<number> => {
      const graph = readMermaid(`flowchart TD\n a["${label}"]`).graphs[0]!
      return (await layOut(graph)).layout.nodes.get('a')!.width
    }
    // 96 px of letters and 24 px of room are 120 px, in steps of 10; a sign and a blank take 15 px more.
    expect(await widthOf('Words for a box')).toBe(110)
    expect(await widthOf('fa:fa-car Words for a box')).toBe(130)
  })

  test('show in SVG, but not in PNG, whose fonts may not have them', async () => {
    expect((await convertWith(mermaid, svg, SOURCE)).text).toContain('🚗 Car')
    const drawn = await convertWith(mermaid, png, SOURCE)
    expect(drawn.text).toContain('>Car<')
    expect(drawn.text).not.toContain('🚗')
    expect(drawn.messages.map(({ code }) => code)).toContain('loss/icon')
  })
})

test('an icon without a sign is left out, and said to be', async () => {
  const { text, messages } = await page('flowchart TD\n a["fa:fa-car fab:fa-gitlab Code"]\n')
  expect(text).toContain('label="Code"')
  expect(messages.map(({ code }) => code)).toContain('loss/icon')
})
