/** The boxes of fields, and where edges leave them. Sizes: 8 pixels of text and less make a box of 30 by 30. */
import { describe, expect, test } from 'vitest'
import { makeEdge, makeGraph, makeNode, nodeEnd } from '../../src/ir/build.js'
import type { Direction, Field, Node } from '../../src/ir/model.js'
import type { Shape } from '../../src/ir/shapes.js'
import { fieldEnds, fieldPlans } from '../../src/layout/lanes/field-ends.js'
import { layOut } from '../../src/layout/layout.js'
import { fieldsSize, planFields } from '../../src/layout/measure/fields.js'

const leaf = (text: string): Field => ({ text, port: text })
const holder = (...children: Field[]): Field => ({ text: '', children })
const nodeOf = (shape: Shape, fields: Field[], label = ''): Node =>
  makeNode({ id: 'n', shape, fields, label: { text: label } })

function boxesOf(node: Node, across = false, size = fieldsSize(node, across)) {
  const { boxes, form } = planFields(node, size, across)
  return [
    form,
    ...boxes.map(
      ({ field, box: { x, y, width, height } }) => `${field?.port ?? '-'} ${x} ${y} ${width} ${height}`,
    ),
  ]
}

describe('boxes', () => {
  test('a record turns with the diagram and with each level', () => {
    const node = nodeOf('record', [leaf('a'), holder(leaf('b'), holder(leaf('c'), leaf('d')))])
    expect(fieldsSize(node, false)).toEqual({ width: 90, height: 60 })
    expect(boxesOf(node)).toEqual([
      'across',
      'a 0 0 30 60',
      '- 30 0 60 60',
      'b 30 0 60 30',
      '- 30 30 60 30',
      'c 30 30 30 30',
      'd 60 30 30 30',
    ])
    expect(boxesOf(node, true)).toEqual([
      'down',
      'a 0 0 60 30',
      '- 0 30 60 60',
      'b 0 30 30 60',
      '- 30 30 30 60',
      'c 30 30 30 30',
      'd 30 60 30 30',
    ])
  })

  test('a table does not turn, and its cells stand in line, also below a row with one cell', () => {
    const rows = [holder(leaf('a'), leaf('long text')), holder(leaf('b'), leaf('c'))]
    const grid = [
      '- 0 0 100 30',
      'a 0 0 30 30',
      'long text 30 0 70 30',
      '- 0 30 100 30',
      'b 0 30 30 30',
      'c 30 30 70 30',
    ]
    for (const across of [false, true])
      expect(boxesOf(nodeOf('table', rows), across)).toEqual(['table', ...grid])
    expect(boxesOf(nodeOf('table', [leaf('x'), ...rows])).slice(0, 4)).toEqual([
      'down',
      'x 0 0 100 30',
      '- 0 30 100 30',
      'a 0 30 30 30',
    ])
  })

  test('a larger node is filled in proportion, to the last pixel', () => {
    const node = nodeOf('record', [leaf('a'), leaf('b'), leaf('c')])
    expect(boxesOf(node, false, { width: 100, height: 40.5 })).toEqual([
      'table',
      '- 0 0 100 40.5',
      'a 0 0 33 40.5',
      'b 33 0 34 40.5',
      'c 67 0 33 40.5',
    ])
  })

  test('a title that says something else than the fields has a strip above them', () => {
    expect(boxesOf(nodeOf('table', [leaf('a')], 'T')).slice(1)).toEqual(['- 0 30 40 30', 'a 0 30 40 30'])
    expect(boxesOf(nodeOf('table', [leaf('a'), leaf('b')], 'a\nb')).slice(1, 2)).toEqual(['- 0 0 40 30'])
  })

  test.each<[Shape, number]>([
    ['ellipse', 0.72],
    ['diamond', 0.52],
  ])('in a shape like %s they lie within its outline', (shape, most) => {
    const node = nodeOf(shape, [leaf('a'), leaf('b')])
    const size = fieldsSize(node, false)
    const { frame, whole } = planFields(node, size, false)
    expect(whole).toBe(false)
    expect(frame.width / size.width).toBeLessThan(most)
    expect(frame.height / size.height).toBeLessThan(most)
    expect(frame.width).toBeGreaterThanOrEqual(40)
  })
})

describe('ends at fields', () => {
  const node = nodeOf('table', [leaf('top'), holder(leaf('left'), leaf('mid'), leaf('right')), leaf('low')])
  const sides = (from: string, to: string, direction: Direction) => {
    const planOf = fieldPlans(
      new Map([
        ['n', node],
        ['m', { ...node, id: 'm' }],
      ]),
      false,
    )
    const ends = fieldEnds(
      makeEdge({ from: nodeEnd('n', 'none', { port: from }), to: nodeEnd('m', 'normal', { port: to }) }),
      planOf,
      direction,
    )
    return [ends.from?.side, ends.to?.side]
  }

  test('leave with the flow where the field reaches that side, else at the next best one', () => {
    expect(sides('low', 'top', 'TB')).toEqual(['bottom', 'top'])
    expect(sides('top', 'low', 'TB')).toEqual(['right', 'left'])
    expect(sides('right', 'left', 'LR')).toEqual(['right', 'left'])
    expect(sides('left', 'right', 'LR')).toEqual(['left', 'right'])
    expect(sides('left', 'right', 'TB')).toEqual(['left', 'right'])
    expect(sides('none', 'top', 'TB')).toEqual([undefined, 'top'])
  })

  test.each(['TB', 'LR', 'BT', 'RL'] as const)(
    '%s: routes start and end in the middle of their fields',
    async direction => {
      const record = nodeOf('record', [leaf('a'), leaf('b'), leaf('c')])
      const nodes = ['n', 'm', 'o'].map(id => [id, { ...record, id }] as const)
      const edges = [
        ['n', 'a', 'm', 'c'],
        ['n', 'b', 'o', 'b'],
        ['m', 'a', 'o', 'a'],
      ].map(([from, out, to, into]) =>
        makeEdge({
          from: nodeEnd(from!, 'none', { port: out! }),
          to: nodeEnd(to!, 'normal', { port: into! }),
        }),
      )
      for (const lanes of [false, true]) {
        const groups = lanes
          ? new Map([
              [
                'g',
                {
                  id: 'g',
                  kind: 'lane' as const,
                  label: { text: '' },
                  classes: [],
                  style: {},
                  extras: new Map(),
                },
              ],
            ])
          : new Map()
        const placed = new Map(nodes.map(([id, own]) => [id, lanes ? { ...own, group: 'g' } : own]))
        const { layout } = await layOut(makeGraph({ direction, nodes: placed, groups, edges }))
        const flat = direction === 'LR' || direction === 'RL'
        edges.forEach(({ from, to }, i) => {
          for (const [end, point] of [
            [from, layout.routes[i]!.start!],
            [to, layout.routes[i]!.end!],
          ] as const) {
            const { x, y } = layout.nodes.get(end.id)!
            const middle = 15 + 30 * ['a', 'b', 'c'].indexOf(end.port!)
            // Lines that would lie on each other step aside by half a track.
            expect(Math.abs((flat ? point.y - y : point.x - x) - middle)).toBeLessThanOrEqual(7)
          }
        })
      }
    },
  )
})
