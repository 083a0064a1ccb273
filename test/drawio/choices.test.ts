/** Where draw.io's reader and its update have to choose: which cell is a group, which edge is which, what of a style stays. */
import { expect, test } from 'vitest'
import { formatStyle, parseStyle } from '../../converters/drawio/document/style.js'
import { readDrawio } from '../../converters/drawio/index.js'
import { matchEdges } from '../../converters/drawio/put/match.js'
import { flowOf } from '../../converters/drawio/read/infer.js'
import type { PageCells } from '../../converters/drawio/read/read.js'
import { nodeKind } from '../../converters/drawio/words/aspects.js'
import { mergeStyle, readAspects } from '../../converters/drawio/words/style-aspects.js'
import { byId, makeEdge, makeGraph, makeNode, nodeEnd, plain } from '../../src/ir/build.js'

const box = (id: string, style: string, x: number, parent = '1') =>
  `<mxCell id="${id}" value="" style="${style}" vertex="1" parent="${parent}"><mxGeometry x="${x}" width="80" height="40" as="geometry"/></mxCell>`

test('what draw.io’s own command “group” made is a group by the file, whatever is in it', () => {
  const cells = box('g', 'group', 0) + box('a', 'ellipse;', 0, 'g') + box('b', 'ellipse;', 100, 'g')
  const text = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`
  const [graph] = readDrawio(text, { infer: false }).graphs
  expect([...graph!.groups.keys()]).toEqual(['g'])
  expect([...graph!.nodes.values()].map(({ id, group }) => [id, group])).toEqual([
    ['a', 'g'],
    ['b', 'g'],
  ])
  // Nobody sees it: it has no border, no fill and no text.
  const [seen] = readDrawio(text).graphs
  expect([seen!.groups.size, [...seen!.nodes.values()].map(({ group }) => group)]).toEqual([
    0,
    [undefined, undefined],
  ])
})

const cells: PageCells = {
  nodes: new Map(),
  groups: new Map(),
  edges: [],
  layers: [],
  loops: [],
  parts: new Map(),
  drawn: true,
}
const graphOf = (...edges: readonly (readonly [label: string, port: string, id?: string])[]) =>
  makeGraph({
    nodes: byId(['a', 'b'].map(id => makeNode({ id, shape: 'rectangle' }))),
    edges: edges.map(([label, port, id]) =>
      makeEdge({
        from: nodeEnd('a', 'none', { port }),
        to: nodeEnd('b', 'normal'),
        label: plain(label),
        ...(id !== undefined && { id }),
      }),
    ),
  })

test.each([
  [
    'by their ids, whatever else they say',
    [
      ['x', 'p', '1'],
      ['y', 'q', '2'],
    ],
    [
      ['x', 'p', '2'],
      ['y', 'q', '1'],
    ],
    [1, 0],
  ],
  [
    'by fields and labels',
    [
      ['x', 'p'],
      ['x', 'q'],
    ],
    [
      ['x', 'q'],
      ['x', 'p'],
    ],
    [1, 0],
  ],
  [
    'by labels, where both are fastened to other fields',
    [
      ['x', 'p'],
      ['y', 'q'],
    ],
    [
      ['y', 'p'],
      ['x', 'q'],
    ],
    [1, 0],
  ],
  [
    'in their order, where nothing else tells',
    [
      ['x', 'p'],
      ['y', 'p'],
    ],
    [
      ['z', 'p'],
      ['w', 'p'],
    ],
    [0, 1],
  ],
  [
    'each once',
    [['x', 'p']],
    [
      ['x', 'p'],
      ['x', 'p'],
    ],
    [0, undefined],
  ],
] as const)('edges of a page and of its source are known to each other %s', (_, page, source, places) => {
  expect(matchEdges(graphOf(...page), graphOf(...source), cells)).toEqual(places)
})

test('of a style that a person wrote, only what the graph says otherwise is written anew', () => {
  const drawn = parseStyle('shape=ellipse;fillColor=#ABC;fontSize=12.0;strokeColor=#f00;')
  const values = new Map(readAspects(nodeKind, drawn)).set('style/stroke', '#00ff00')
  const name = nodeKind.aspects.find(({ keys }) => keys.includes('strokeColor'))!.name
  values.delete('style/stroke')
  values.set(name, '#00ff00')
  expect(formatStyle(mergeStyle(nodeKind, drawn, values))).toBe(
    'shape=ellipse;fillColor=#ABC;fontSize=12.0;strokeColor=#00ff00;',
  )
})

test('three lines of five that lead to the right are enough for the direction of a page, two are not', () => {
  const at = (x: number, y: number) => ({ x, y, width: 80, height: 40 })
  const [right, down] = [[at(0, 0), at(200, 0)] as const, [at(0, 0), at(0, 200)] as const]
  expect(flowOf([right, right, right, down, down])).toBe('LR')
  expect(flowOf([right, right, down, down])).toBeUndefined()
})
