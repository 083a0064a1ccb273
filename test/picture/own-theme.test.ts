/** What a diagram's own theme looks like, held against the variables that mermaid itself works out. */
import '../setup/dom.js'
import mermaid from 'mermaid'
import { describe, expect, test } from 'vitest'
import { themeOfDiagram } from '../../src/picture/own-theme.js'
import { colorOf, contrast, hexOf, over } from '../../src/theme/colors.js'
import { READABLE } from '../../src/theme/theme.js'

const white = colorOf('white')!

/** As mermaid draws a flowchart: what its style sheet takes from the theme. */
function drawn(name: string | undefined, variables: Record<string, string>) {
  const given = Object.keys(variables).length > 0 ? { themeVariables: variables } : {}
  mermaid.initialize({ startOnLoad: false, ...(name !== undefined && { theme: name as 'base' }), ...given })
  const found = mermaid.mermaidAPI.getConfig().themeVariables as Record<string, string>
  const page = over(colorOf(found.background!)!, white)
  const hex = (key: string) => hexOf(over(colorOf(found[key]!)!, page))
  return {
    page: hexOf(page),
    node: [hex('mainBkg'), hex('nodeBorder'), hex(found.nodeTextColor ? 'nodeTextColor' : 'textColor')],
    note: [hex('noteBkgColor'), hex('noteBorderColor'), hex('noteTextColor')],
    group: [hex('clusterBkg'), hex('clusterBorder'), hex('titleColor')],
    edge: [hex('lineColor'), hex('textColor'), hex('edgeLabelBackground')],
  }
}

function ours(name: string | undefined, variables: Record<string, string>) {
  const own = { ...(name !== undefined && { name }), variables: new Map(Object.entries(variables)) }
  const { page, node, note, groups, edge } = themeOfDiagram(own).light
  return {
    page,
    node: [node.fill, node.stroke, node.text],
    note: [note.fill, note.stroke, note.text],
    group: [groups[0]!.fill, groups[0]!.stroke, groups[0]!.text],
    edge: [edge.stroke, edge.text, edge.ground],
  }
}

/** Colours that are worked out differ by rounding; texts that nobody could read are others here. */
function expectNear(found: ReturnType<typeof ours>, wanted: ReturnType<typeof drawn>): void {
  const far = (a: string, b: string): number => {
    const [x, y] = [colorOf(a)!, colorOf(b)!]
    return Math.max(Math.abs(x.red - y.red), Math.abs(x.green - y.green), Math.abs(x.blue - y.blue))
  }
  const wrong: unknown[] = far(found.page, wanted.page) > 1 ? [found.page] : []
  for (const role of ['node', 'note', 'group', 'edge'] as const) {
    const [ground, text] = role === 'edge' ? [2, 1] : [0, 2]
    for (const at of [0, 1, 2]) {
      const [a, b] = [found[role][at]!, wanted[role][at]!]
      const unread = at === text && contrast(colorOf(b)!, colorOf(wanted[role][ground]!)!) < READABLE
      const ok = far(a, b) <= 1 || (unread && /^#(000000|ffffff)$/.test(a))
      if (!ok) wrong.push([role, at, a, b])
    }
  }
  expect(wrong).toEqual([])
}

const names = ['default', 'neutral', 'dark', 'forest', 'base', undefined]

describe.each(names)('the theme %s', name => {
  test('is as mermaid draws it', () => expectNear(ours(name, {}), drawn(name, {})))

  test.each([
    { primaryColor: '#2040a0' },
    { primaryColor: '#eef', primaryTextColor: '#100', primaryBorderColor: 'rgb(9, 80, 200)' },
    { secondaryColor: '#fedcba', tertiaryColor: '#abcdef' },
    { tertiaryColor: '#abcdef', tertiaryTextColor: '#001122', tertiaryBorderColor: '#334455' },
    { lineColor: 'navy', textColor: '#221100' },
    { mainBkg: '#ffeeff', nodeBorder: '#440044', nodeTextColor: '#330033' },
    {
      clusterBkg: '#eeffee',
      clusterBorder: '#004400',
      titleColor: '#003300',
      edgeLabelBackground: '#ffffcc',
    },
    { noteBkgColor: '#ffeedd', noteTextColor: '#442200' },
    { background: '#ddeeff' },
  ] as Record<string, string>[])('with %j', variables => {
    // Theme dark alone works out its groups of the nodes' colour: what it says itself is asked for here.
    if (name === 'dark' && 'mainBkg' in variables)
      Object.assign(variables, { clusterBkg: '#123', noteBkgColor: '#234' })
    expectNear(ours(name, variables), drawn(name, variables))
  })
})

test('text can be read where its colour follows from others, and is as it was chosen where it was', () => {
  const of = (variables: Record<string, string>) =>
    themeOfDiagram({ name: 'base', variables: new Map(Object.entries(variables)) }).light.node.text
  expect(of({ primaryColor: 'navy' })).toBe('#ffffff')
  expect(of({ primaryColor: 'navy', nodeTextColor: '#000040' })).toBe('#000040')
})

test('what is no colour changes nothing', () => {
  const variables = new Map([
    ['lineColor', 'url(x)'],
    ['fontFamily', 'serif'],
    ['mainBkg', ''],
  ])
  expect(themeOfDiagram({ name: 'forest', variables }).light).toEqual(
    themeOfDiagram({ name: 'forest', variables: new Map() }).light,
  )
})

test('the usual theme has a counterpart in the dark, and others are as they were chosen', () => {
  const [usual, dark, forest] = ['default', 'dark', 'forest'].map(name =>
    themeOfDiagram({ name, variables: new Map() }),
  )
  expect(usual!.dark).toEqual(dark!.light)
  expect(forest!.dark).toEqual(forest!.light)
})
