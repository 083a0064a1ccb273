/** What a picture claims to hold is in it: cases that the law of claims found once. */
import { expect, test } from 'vitest'
import { svg } from '../../converters/svg/index.js'
import { writeWith } from '../../src/convert.js'
import { byId, makeEdge, makeGraph, makeGroup, makeNode } from '../../src/ir/build.js'
import { seenTheme } from '../../src/picture/own-theme.js'
import { lowerFor } from '../laws/laws.js'

test('a line from a lane to itself is drawn beside it', async () => {
  const end = { kind: 'group', id: 'a' } as const
  const graph = makeGraph({
    groups: byId([makeGroup({ id: 'a', kind: 'lane' })]),
    edges: [makeEdge({ from: { ...end, arrow: 'none' }, to: { ...end, arrow: 'normal' } })],
  })
  const { text } = await writeWith(svg, [graph])
  expect(text).toMatch(/<g data-from="a" data-to="a"><path d="M[\d. ]+L/)
})

test('a node with fields shows no picture, and that is said', () => {
  const node = makeNode({
    id: 'a',
    shape: 'rectangle',
    fields: [{ text: 'x' }],
    image: 'data:image/png;base64,AA',
  })
  const { graph, messages } = lowerFor(svg, makeGraph({ nodes: byId([node]) }), {}, true)
  expect(graph.nodes.get('a')!.image).toBeUndefined()
  expect(messages.map(({ text }) => text)).toEqual([
    'SVG shows no picture in a node with fields: the one of node “a” is left out.',
  ])
})

test.each([
  ['a variable that colours nothing', undefined, { fontSize: '12px' }, undefined],
  ['a theme that there is none of', 'candy', {}, undefined],
  ['a colour that the theme has anyway', 'forest', { mainBkg: '#cde498' }, { name: 'forest', variables: [] }],
  ['another colour', 'forest', { mainBkg: '#ffffff' }, { name: 'forest', variables: ['mainBkg'] }],
  ['a colour without a theme', undefined, { mainBkg: '#ffffff' }, { variables: ['mainBkg'] }],
])('of a diagram’s own theme a picture shows what it colours: %s', (_, name, variables, seen) => {
  const own = { ...(name !== undefined && { name }), variables: new Map(Object.entries(variables)) }
  const found = seenTheme(own)
  expect(found && { ...found, variables: [...found.variables.keys()] }).toEqual(seen)
})
