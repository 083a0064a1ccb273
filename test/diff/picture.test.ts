import { XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { svg } from '../../converters/svg/index.js'
import { comparedTexts } from '../../src/diff/diagrams.js'
import { diffPicture } from '../../src/diff/draw.js'
import { unionOf } from '../../src/diff/union.js'
import { type FormatName, flawsOf, read } from '../../src/index.js'
import { coloursOf } from '../../src/picture/paint.js'
import { colorOf, contrast } from '../../src/theme/colors.js'
import { themeNamed, themeNames } from '../../src/theme/theme.js'

const before = 'flowchart LR\n subgraph A\n a[Ask]-->b{Check}\n end\n b-->c[Pay]\n b-->|no|d["Stop <&"]'
const after = 'flowchart LR\n subgraph A\n a[Ask]-->b{Verify}\n e[New]\n end\n b-->|yes|c[Pay]\n b-->e'
const compared = (a: string, b: string, format: FormatName = 'mermaid') => {
  const sides = [a, b].map(text => read(text, { format }).graphs.map(graph => ({ graph })))
  return comparedTexts(sides[0]!, sides[1]!)[0]!
}

describe('both diagrams as one', () => {
  const { graph, marks } = unionOf(compared(before, after))
  test('has everything of both', () => {
    expect([...graph.nodes.keys()]).toEqual(['a', 'b', 'e', 'c', 'd'])
    expect(graph.edges).toHaveLength(4)
    expect(flawsOf(graph)).toEqual([])
  })
  test('marks what is not the same', () => {
    const marked = (table: ReadonlyMap<unknown, { readonly mark: string }>) =>
      Array.from(table, ([key, { mark }]) => `${String(key)} ${mark}`).sort()
    expect(marked(marks.nodes)).toEqual(['b changed', 'd removed', 'e added'])
    expect(marked(marks.edges)).toEqual(['1 changed', '2 added', '3 removed'])
    expect(marked(marks.groups)).toEqual([])
  })
  test('holds a group that went around one that is around it now', () => {
    const inside = (x: string, y: string) => `flowchart\n subgraph ${x}\n subgraph ${y}\n n\n end\n end`
    const { graph } = unionOf(compared(inside('P', 'Q'), `${inside('R', 'P')}\n`))
    expect(flawsOf(graph)).toEqual([])
  })
})

describe('the picture', () => {
  test('is sound, and has a sign, a word and a colour for each mark', async () => {
    const text = await diffPicture(compared(before, after), svg)
    expect(XMLValidator.validate(text)).toBe(true)
    for (const mark of ['added', 'removed', 'changed']) expect(text).toContain(`class="dg-mark-${mark}"`)
    for (const words of ['2 added', '2 removed', '2 changed', 'Stop &lt;&amp;']) expect(text).toContain(words)
    expect(text).toContain('node b renamed from “Check” to “Verify”')
    // What went has dashes, also where its line had none.
    expect(text).toMatch(
      /class="dg-mark-removed"[^>]*><title>removed<\/title><rect[^>]*stroke-dasharray="7 4"/,
    )
    expect(text).toContain('.dg-mark-added{')
  })

  test('is the plain one where nothing is marked', async () => {
    expect(await diffPicture(compared(before, before), svg)).not.toContain('class="dg-mark-added"><title>')
  })

  test.each(themeNames)('marks can be read on the page of theme %s', name => {
    const theme = themeNamed(name)
    for (const palette of [theme.light, theme.dark]) {
      const page = colorOf(palette.page)!
      for (const mark of ['added', 'removed', 'changed'] as const) {
        const colour = colorOf(coloursOf(`mark-${mark}`, palette).fill!)!
        expect(contrast(colour, page)).toBeGreaterThan(4.5)
        expect(contrast(colorOf(coloursOf('mark-sign', palette).stroke!)!, colour)).toBeGreaterThan(4.5)
      }
    }
  })
})
