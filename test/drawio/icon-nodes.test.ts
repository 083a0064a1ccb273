/** Nodes of Mermaid that are icons, on pages of draw.io and in pictures: a sign or the name in the form that is asked for. */
import { describe, expect, test } from 'vitest'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { mermaid, readMermaid } from '../../converters/mermaid/index.js'
import { png, svg } from '../../converters/svg/index.js'
import { convertWith } from '../../src/convert.js'
import type { Format } from '../../src/format.js'

const node = (data: string): string => `flowchart TD\n  a@{ ${data} }\n`

async function cell(source: string): Promise<{ style: Map<string, string>; box: Map<string, number> }> {
  const { text } = await convertWith(mermaid, drawio, source)
  const [, style, geometry] = /id="a">\s*<mxCell style="([^"]*)"[^>]*>\s*<mxGeometry ([^>]*)as=/.exec(text)!
  return {
    style: new Map(style!.split(';').map(part => part.split('=') as [string, string])),
    box: new Map([...geometry!.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, value]) => [key!, Number(value)])),
  }
}

const shownIn = (style: Map<string, string>): string =>
  decodeURIComponent(style.get('image')!.replace('data:image/svg+xml,', ''))

describe('on a page of draw.io', () => {
  test.each([
    ['square', { shape: 'label', rounded: '0' }, 64],
    ['rounded', { shape: 'label', rounded: '1', arcSize: '12' }, 64],
    ['circle', { shape: 'label', rounded: '1', arcSize: '50', perimeter: 'ellipsePerimeter' }, 64],
    [undefined, { shape: 'image' }, 48],
  ])('the form %s', async (form, keys, size) => {
    const { style, box } = await cell(
      node(`icon: "fa:car", label: "The car"${form ? `, form: ${form}` : ''}`),
    )
    expect(Object.fromEntries(style)).toMatchObject({ ...keys, verticalLabelPosition: 'bottom' })
    expect([box.get('width'), box.get('height')]).toEqual([size, size])
    expect(shownIn(style)).toContain('>🚗</text>')
  })

  test('an icon that no sign pictures shows its name, in a box also where it has no form', async () => {
    const alone = shownIn((await cell(node('icon: "aws:elastic-load-balancing"'))).style)
    expect([...alone.matchAll(/>([^<]+)<\/text>/g)].map(([, line]) => line)).toEqual([
      'elastic',
      'load',
      'balancing',
    ])
    expect(alone).toContain('<rect')
    const boxed = shownIn((await cell(node('icon: "aws:lambda", form: square'))).style)
    expect(boxed).not.toContain('<rect')
  })

  test('it is as large as the source says, and its form around it', async () => {
    const { style, box } = await cell(node('icon: "fa:bell", form: circle, h: 100, w: 60'))
    expect([box.get('width'), box.get('height'), style.get('imageWidth')]).toEqual([116, 116, '100'])
  })

  test.each(['icon: "fa:bell"', 'img: "https://example.com/x.png"'])(
    'a label above, of %s, has its room there',
    async data => {
      const below = await cell(`flowchart TD\n s --> a@{ ${data}, label: "Two words" } --> t\n`)
      const above = await cell(`flowchart TD\n s --> a@{ ${data}, label: "Two words", pos: t } --> t\n`)
      expect(below.style.get('verticalLabelPosition')).toBe('bottom')
      expect(above.style.get('verticalLabelPosition')).toBe('top')
      expect(above.style.get('verticalAlign')).toBe('bottom')
      expect(above.box.get('y')!).toBeGreaterThan(below.box.get('y')! + 12)
      // The line from above ends over the letters.
      const { text } = await convertWith(
        mermaid,
        drawio,
        `flowchart TD\n s --> a@{ ${data}, label: "Two words", pos: t }\n`,
      )
      expect(Number(/entryDy=(-?\d+)/.exec(text)![1])).toBeLessThan(-12)
    },
  )

  test('all of it comes back, whatever a person does with the label, and the icon goes with its picture', async () => {
    const source = node('icon: "fa:car", form: circle, pos: t, h: 60, label: "The car"')
    const { text, messages } = await convertWith(mermaid, drawio, source)
    expect(messages).toEqual([])
    const said = readMermaid(source).graphs[0]!.nodes.get('a')!
    const back = readDrawio(text).graphs[0]!.nodes.get('a')!
    expect(back.extras).toEqual(said.extras)
    expect([back.shape, back.image]).toEqual(['icon', undefined])
    const renamed = readDrawio(text.replace('label="The car"', 'label="A van"')).graphs[0]!.nodes.get('a')!
    expect(renamed.label.text).toBe('A van')
    expect(renamed.extras).toEqual(said.extras)
    const other = text.replace(/image=data:[^;]*/, 'image=https://example.com/x.png')
    const replaced = readDrawio(other).graphs[0]!.nodes.get('a')!
    expect(replaced.image).toBe('https://example.com/x.png')
    expect(replaced.extras.get('mermaid')?.has('icon')).toBe(false)
    const moved = text.replace('verticalLabelPosition=top', 'verticalLabelPosition=bottom')
    const lower = readDrawio(moved).graphs[0]!.nodes.get('a')!
    expect(lower.extras.get('mermaid')?.has('pos')).toBe(false)
    expect(lower.extras.get('mermaid')?.get('icon')).toBe('fa:car')
  })

  test.each(['"fa:\\u0000x"', `"${'x'.repeat(5000)}"`, '"fa:\\uD800"', '"__proto__:constructor"'])(
    'a stranger’s name %# does no harm',
    async name => {
      const { text } = await convertWith(mermaid, drawio, node(`icon: ${name}, label: A`))
      expect(readDrawio(text).graphs[0]!.nodes.get('a')!.label.text).toBe('A')
    },
  )
})

describe('in a picture', () => {
  const drawn = async (target: Format, data: string): Promise<string> =>
    (await convertWith(mermaid, target, node(data))).text

  test('forms, signs and names', async () => {
    expect(await drawn(svg, 'icon: "fa:car", form: circle')).toMatch(/<circle[^>]*r="32"[\s\S]*>🚗<\/text>/)
    expect(await drawn(svg, 'icon: "fa:car", form: square')).toMatch(/<rect[^>]*width="64"[\s\S]*>🚗<\/text>/)
    expect(await drawn(svg, 'icon: "aws:lambda"')).toMatch(/<rect[^>]*width="48"[\s\S]*>lambda<\/text>/)
  })

  test('pixels have no signs, so they show the name', async () => {
    const text = await drawn(png, 'icon: "fa:car", form: circle')
    expect(text).toContain('>car</text>')
    expect(text).not.toContain('🚗')
  })

  test('a label above', async () => {
    const [below, above] = await Promise.all(
      ['', ', pos: t'].map(async pos => {
        const text = await drawn(svg, `icon: "fa:car", label: "Van"${pos}`)
        return Number(/<text[^>]* y="(-?[\d.]+)"[^>]*>Van</.exec(text)![1])
      }),
    )
    expect(below).toBeGreaterThan(48)
    expect(above).toBeLessThan(0)
  })
})
