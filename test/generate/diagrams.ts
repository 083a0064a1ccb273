/** Generated diagrams as people draw them: lanes or nested groups or none, all directions, sides, loops, several scripts. */
import fc from 'fast-check'
import {
  byId,
  makeEdge,
  makeGraph,
  makeGroup,
  makeLoop,
  makeNode,
  nodeEnd,
  plain,
} from '../../src/ir/build.js'
import { directions, type Graph, type Side } from '../../src/ir/model.js'
import type { Shape } from '../../src/ir/shapes.js'

const labels = [
  'Start',
  'A',
  'OK?',
  'Validate order',
  'Check the address of the customer again',
  'Payment service (PCI)',
  'In-flight 10-minute window',
  'Прием заказа',
  '订单服务',
  '库存是否充足？',
  '通知用户订单已取消并退款到原支付方式',
  'two\nlines',
]
const titles = ['Sales', '物流与仓储部门', 'A department with a very long name that does not fit', '']
const cases = ['', '', 'Yes', 'No: refused with a reason', '是', '3 days']
const conditions = ['retry', 'not accepted and fewer than five attempts', '库存不足']
const shapes: readonly Shape[] = [
  'rectangle',
  'diamond',
  'circle',
  'task',
  'cylinder',
  'stadium',
  'ellipse',
  'hexagon',
  'subroutine',
]
const sides: readonly Side[] = ['left', 'right', 'top', 'bottom']

/** What is drawn: `flow` leads from each node to the next but few, as diagrams do, `more` anywhere. */
const parts = fc.record({
  kind: fc.constantFrom('lane' as const, 'cluster' as const, 'none' as const),
  direction: fc.constantFrom(...directions),
  titles: fc.array(fc.record({ title: fc.constantFrom(...titles), parent: fc.nat(7) }), {
    minLength: 1,
    maxLength: 4,
  }),
  nodes: fc.array(
    fc.record({
      label: fc.constantFrom(...labels),
      shape: fc.constantFrom(...shapes),
      group: fc.nat(4),
      back: fc.nat(2),
      case: fc.constantFrom(...cases),
    }),
    { minLength: 1, maxLength: 14 },
  ),
  more: fc.array(fc.record({ from: fc.nat(13), to: fc.nat(13), case: fc.constantFrom(...cases) }), {
    maxLength: 5,
  }),
  sided: fc.boolean(),
  ends: fc.array(fc.tuple(fc.constantFrom(undefined, ...sides), fc.constantFrom(undefined, ...sides)), {
    minLength: 18,
    maxLength: 18,
  }),
  loop: fc.option(fc.record({ condition: fc.constantFrom(...conditions), first: fc.nat(13) }), {
    nil: undefined,
  }),
})

export const diagrams: fc.Arbitrary<Graph> = parts.map(
  ({ kind, direction, titles: given, nodes, more, sided, ends, loop }) => {
    const count = kind === 'none' ? 0 : given.length
    const groups = given.slice(0, count).map(({ title, parent }, i) =>
      makeGroup({
        id: `g${i}`,
        kind: kind === 'lane' ? 'lane' : 'cluster',
        label: plain(title),
        ...(kind === 'cluster' && parent < i && { parent: `g${parent}` }),
      }),
    )
    const flow = nodes.slice(1).map((node, i) => ({ from: Math.max(0, i - node.back), to: i + 1, ...node }))
    const wild = more.filter(({ from, to }) => from < nodes.length && to < nodes.length)
    const edges = [...flow, ...wild].map((edge, i) => {
      const [fromSide, toSide] = sided && kind === 'lane' ? ends[i % ends.length]! : []
      return makeEdge({
        from: { ...nodeEnd(`n${edge.from}`), ...(fromSide && { side: fromSide }) },
        to: { ...nodeEnd(`n${edge.to}`, 'normal'), ...(toSide && { side: toSide }) },
        label: plain(edge.case),
      })
    })
    const looped = loop && kind === 'lane' && loop.first + 1 < nodes.length
    return makeGraph({
      direction,
      groups: byId(groups),
      nodes: byId(
        nodes.map(({ label, shape, group }, i) =>
          makeNode({
            id: `n${i}`,
            shape,
            label: plain(label),
            ...(group < count && { group: `g${group}` }),
            ...(shape === 'task' && { properties: new Map([['owner', 'Sales desk']]) }),
          }),
        ),
      ),
      edges,
      loops: looped
        ? [makeLoop({ condition: loop.condition, nodes: [`n${loop.first}`, `n${loop.first + 1}`] })]
        : [],
    })
  },
)
