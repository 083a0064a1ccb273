import { describe, expect, test } from 'vitest'
import { type Color, colorOf, contrast, over } from '../../src/theme/colors.js'
import {
  groupPaint,
  lanePaint,
  nodePaint,
  type Palette,
  READABLE,
  textOn,
  themeNamed,
  themeNames,
} from '../../src/theme/theme.js'

const color = (css: string): Color => colorOf(css)!

/** Each text of a palette, its colour, and all that may lie behind it. */
function textsOf(palette: Palette): [name: string, text: string, grounds: string[]][] {
  const { page, node, note, lanes, groups, edge, loop } = palette
  const grounds = [page, ...lanes.map(({ fill }) => fill), ...groups.map(({ fill }) => fill)]
  return [
    ['page', palette.text, [page]],
    ['node', node.text, [node.fill]],
    ['note', note.text, [note.fill]],
    ...lanes.map((lane, i) => [`title of lane ${i}`, lane.text, [lane.title]] as [string, string, string[]]),
    ...groups.map(
      (group, i) => [`title of group ${i}`, group.text, [group.fill]] as [string, string, string[]],
    ),
    ['edge', edge.text, [edge.ground, ...grounds]],
    ['loop', loop.text, grounds],
    ['link', palette.link, [page, node.fill]],
  ]
}

/** Each line of a palette, and all that it may cross or go around. */
function linesOf({ page, node, note, lanes, groups, edge, loop }: Palette): [string, string, string[]][] {
  const grounds = [page, ...lanes.map(({ fill }) => fill), ...groups.map(({ fill }) => fill)]
  return [
    ['node', node.stroke, grounds],
    ['note', note.stroke, [note.fill === note.stroke ? page : note.fill]],
    ['edge', edge.stroke, grounds],
    ['loop', loop.stroke, grounds],
  ]
}

const leastOf = (css: string, grounds: readonly string[], page: string): number =>
  Math.min(...grounds.map(ground => contrast(color(css), over(color(ground), color(page)))))

describe.each(themeNames)('the theme %s', name => {
  const theme = themeNamed(name)
  describe.each(['light', 'dark'] as const)('in its %s mode', mode => {
    const palette = theme[mode]

    test.each(textsOf(palette))('text can be read: %s', (_, text, grounds) => {
      expect(leastOf(text, grounds, palette.page)).toBeGreaterThanOrEqual(name === 'contrast' ? 7 : READABLE)
    })

    // https://www.w3.org/TR/WCAG22/#non-text-contrast
    test.each(linesOf(palette))('lines can be seen: %s', (_, stroke, grounds) => {
      expect(leastOf(stroke, grounds, palette.page)).toBeGreaterThanOrEqual(3)
    })

    test('is light where it says so', () => {
      const isLight =
        contrast(color(palette.page), color('black')) > contrast(color(palette.page), color('white'))
      expect(isLight).toBe(mode === 'light')
    })

    test('has plain colours only', () => {
      const colours = JSON.stringify(palette)
        .match(/:"[^"]*"/g)!
        .map(text => text.slice(2, -1))
      expect(colours.filter(css => css !== 'none' && !/^#[0-9a-f]{6}$/.test(css))).toEqual([])
    })
  })
})

test('a theme is found by its name only', () => {
  expect(themeNamed('soft').name).toBe('soft')
  expect(themeNamed('constructor')).toBeUndefined()
  expect(themeNamed(undefined)).toBeUndefined()
})

test('lanes take turns, groups get deeper, and remarks are notes', () => {
  const { light } = themeNamed('soft')
  expect(lanePaint(light, 5)).toBe(light.lanes[1])
  expect(groupPaint(light, 1)).toBe(light.groups[1])
  expect(groupPaint(light, 40)).toBe(light.groups[2])
  expect(nodePaint(light, 'note')).toBe(light.note)
  expect(nodePaint(light, 'diamond')).toBe(light.node)
})

test('text on a colour of the author is black or white where that of the theme cannot be read', () => {
  const { light, dark } = themeNamed('soft')
  expect(textOn('#ffffcc', light.node.text, light)).toBe(light.node.text)
  expect(textOn('navy', light.node.text, light)).toBe('#ffffff')
  expect(textOn('#ffffcc', dark.node.text, dark)).toBe('#000000')
  // What shows what lies below is judged together with it, and what nobody knows is let be.
  expect(textOn('#00008010', light.node.text, light)).toBe(light.node.text)
  expect(textOn('none', dark.node.text, dark)).toBe(dark.node.text)
  expect(textOn('var(--x)', light.node.text, light)).toBe(light.node.text)
})

test.each([
  ['#fff', [255, 255, 255, 1]],
  ['#8040C0', [128, 64, 192, 1]],
  ['#80808000', [128, 128, 128, 0]],
  ['Navy', [0, 0, 128, 1]],
  ['rebeccapurple', [102, 51, 153, 1]],
  ['rgb(1, 2, 3)', [1, 2, 3, 1]],
  ['rgba(100% 0% 0% / 50%)', [255, 0, 0, 0.5]],
  ['hsl(240, 100%, 50%)', [0, 0, 255, 1]],
  ['hsl(-120deg 100% 25%)', [0, 0, 127.5, 1]],
  ['transparent', [0, 0, 0, 0]],
])('%s is a colour', (css, [red, green, blue, alpha]) => {
  expect(colorOf(css)).toEqual({
    red: expect.closeTo(red!, 6),
    green: expect.closeTo(green!, 6),
    blue: expect.closeTo(blue!, 6),
    alpha,
  })
})

test.each(['', '#12345', 'currentColor', 'var(--x)', 'rgb(1,2)', 'url(x)', 'rgb(a,b,c)', 'constructor'])(
  '%s is none that can be told here',
  css => expect(colorOf(css)).toBeUndefined(),
)

// The examples of https://webaim.org/resources/contrastchecker/ and of the definition itself.
test('contrast is that of the guidelines', () => {
  expect(contrast(color('black'), color('white'))).toBeCloseTo(21, 6)
  expect(contrast(color('#777777'), color('white'))).toBeCloseTo(4.48, 2)
  expect(contrast(color('#767676'), color('white'))).toBeCloseTo(4.54, 2)
})
