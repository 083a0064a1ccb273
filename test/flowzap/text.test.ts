import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flowzapCapabilities } from '../../converters/flowzap/capabilities.js'
import { readFlowzap } from '../../converters/flowzap/index.js'
import { readShape, writeShape } from '../../converters/flowzap/shapes.js'
import {
  cleanCharacters,
  cleanCondition,
  cleanLaneId,
  cleanLaneLabel,
  cleanQuoted,
} from '../../converters/flowzap/words/text.js'
import { writeFlowzap } from '../../converters/flowzap/write/write.js'
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
import { firstDifference } from '../../src/ir/difference.js'
import { sides } from '../../src/ir/model.js'
import { type Shape, shapeNames } from '../../src/ir/shapes.js'
import { codePoint } from '../generate/code-points.js'
import { runs } from '../setup/runs.js'

describe('cleaning', () => {
  it.each([
    ['plain', 'plain'],
    ['say "hi"', "say 'hi'"],
    ['C:\\dir', 'C:\\dir'],
    ['a\\\\b', 'a/\\b'],
    ['a\\\\\\b', 'a//\\b'],
    ['a\\"b', "a/'b"],
    ['end\\', 'end/'],
    ['a\\🚀', 'a/'],
    ['one\ntwo', 'one two'],
    ['one\r\n\r\ntwo\tthree', 'one two three'],
    ['one\u2028two\u2029three\u0085four', 'one two three four'],
    ['bell\u0007 and \u0000nul\u009f', 'bell and nul'],
    ['go 🚀!', 'go !'],
    ['👩‍👩‍👧 🤷‍♂️ 🤷‍♂ 👍🏽 🇩🇪 🏴󠁧󠁢󠁥󠁮󠁧󠁿', ''],
    ['❤️ ☀️ ⚡ 🌡', ''],
    ['🚀 Launch', 'Launch'],
    ['emoji 🚀 & ünïcode', 'emoji & ünïcode'],
    ['done ✅', 'done'],
    ['a 🚀🔥 🎉 b', 'a b'],
    ['a🚀b', 'ab'],
    ['a 🚀b', 'a b'],
    ['  a  b 🚀', '  a  b'],
    [' 🚀 ', ''],
    ['a -> b', 'a → b'],
    ['a --> b <-- c', 'a → b <-- c'],
    ['a <-> b ->> c', 'a ↔ b →> c'],
    ['a -🚀> b', 'a → b'],
    ['a - b > c => d <- e', 'a - b > c => d <- e'],
    ['{ #1 } {x}', '( #1 ) (x)'],
    ['{x} # y', '{x} # y'],
    ['1️⃣ #', '1 #'],
    ['中文 é → ↔ © ™ ✓ ❤ 1 # *', '中文 é → ↔ © ™ ✓ ❤ 1 # *'],
    ['न‍्', 'न‍्'],
    ['\ud83d', ''],
    ['\ud83d\u0001\ude00x', 'x'],
    ['\ude00\ud83d', ''],
    [' a ', ' a '],
    ['\u00a0', '\u00a0'],
  ])('writes %j between quotes as %j', (text, clean) => {
    expect(cleanQuoted(text)).toBe(clean)
  })

  it.each([
    ['  a "b" \\ ', 'a "b" \\'],
    ['\ta\n', 'a'],
    ['\u00a0a', '\u00a0a'],
    ['🚀 a', 'a'],
    ['# a # }', '# a # }'],
  ])('writes the lane label %j as %j', (text, clean) => {
    expect(cleanLaneLabel(text)).toBe(clean)
  })

  it.each([
    ['until paid', 'until paid'],
    ['a[0]', 'a(0)'],
    ['a [ b', 'a [ b'],
    ['a -> b', 'a → b'],
    ['{# x}', '(# x)'],
    [' "x" ', '"x"'],
  ])('writes the condition %j as %j', (text, clean) => {
    expect(cleanCondition(text)).toBe(clean)
  })

  it.each([
    ['Orders', 'Orders'],
    ['_1', '_1'],
    ['1a', '_1a'],
    ['Order Desk', 'Order_Desk'],
    ['a--b', 'a_b'],
    ['订单', '_'],
    ['', '_'],
    ['__proto__', '__proto__'],
  ])('writes the lane id %j as %j', (id, clean) => {
    expect(cleanLaneId(id)).toBe(clean)
  })
})

describe('nearest values', () => {
  it('has one of four shapes for every shape, and keeps its own', () => {
    const nearest = (shape: Shape) => flowzapCapabilities.node.shape(shape, makeNode({ id: 'a', shape }))
    for (const shape of shapeNames) {
      expect(['circle', 'rectangle', 'diamond', 'task']).toContain(nearest(shape))
      expect(nearest(nearest(shape))).toBe(nearest(shape))
      expect(readShape(writeShape(nearest(shape)))).toBe(nearest(shape))
    }
    for (const shape of ['circle', 'rectangle', 'diamond', 'task'] as const)
      expect(nearest(shape)).toBe(shape)
    expect(
      ['stadium', 'choice', 'bpmn-end', 'cylinder', 'ellipse', 'subroutine', 'start-dot'].map(each =>
        nearest(each as never),
      ),
    ).toEqual(['circle', 'diamond', 'circle', 'rectangle', 'rectangle', 'rectangle', 'circle'])
  })

  it('has one of four sides for every side', () => {
    const { side: nearest, arrows, line } = flowzapCapabilities.edge
    expect(sides.map(side => nearest(side))).toEqual([
      'left',
      'right',
      'top',
      'bottom',
      'left',
      'right',
      'left',
      'right',
    ])
    expect(arrows('circle', 'none')).toEqual(['none', 'normal'])
    expect(line('dashed')).toBe('solid')
  })
})

/** Strings of what could be mistaken for something. */
const hostile = fc.oneof(
  fc.string({ unit: codePoint }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '"',
          '\\',
          "'",
          '/',
          '|',
          '[',
          ']',
          '{',
          '}',
          '#',
          '//',
          '//@',
          '->',
          ':',
          '=',
          'n1',
          '.handle(',
          ')',
          'label',
        ],
        ...[
          ' ',
          '\t',
          '\n',
          '\r',
          '\v',
          '\u0085',
          '\u00a0',
          '\u2028',
          '\ufeff',
          '\u200d',
          '\ufe0f',
          '\u20e3',
          '\0',
          '\u009b',
        ],
        ...['🚀', '❤', '👩', '🇩', '🏽', '\ud83d', '\ude00', '©', '中', '\u0301', '\u{e0067}', '1'],
      ),
      { maxLength: 12 },
    )
    .map(parts => parts.join('')),
)
const settings = { seed: 20, numRuns: runs(3000) }

describe('laws of cleaning', () => {
  it.each([
    ['cleanCharacters', cleanCharacters],
    ['cleanQuoted', cleanQuoted],
    ['cleanLaneLabel', cleanLaneLabel],
    ['cleanCondition', cleanCondition],
    ['cleanLaneId', cleanLaneId],
  ])('%s leaves a clean text as it is', (_, clean) => {
    fc.assert(
      fc.property(hostile, text => {
        expect(clean(clean(text))).toBe(clean(text))
      }),
      settings,
    )
  })

  it('reads every clean text back as it was written', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (one, two, three) => {
        const graph = makeGraph({
          direction: 'LR',
          groups: byId([
            makeGroup({ id: cleanLaneId(two), kind: 'lane', label: plain(cleanLaneLabel(one) || 'L') }),
          ]),
          nodes: byId([
            makeNode({
              id: 'n1',
              shape: 'task',
              group: cleanLaneId(two),
              label: plain(cleanQuoted(one)),
              properties: new Map(
                [
                  ['owner', cleanQuoted(two)],
                  ['system', cleanQuoted(three)],
                ].filter(([, value]) => value !== '') as [string, string][],
              ),
            }),
          ]),
          edges: [
            makeEdge({
              from: nodeEnd('n1', 'none', { side: 'left' }),
              to: nodeEnd('n1', 'normal', { side: 'right' }),
              label: plain(cleanQuoted(three)),
            }),
          ],
          loops: [makeLoop({ condition: cleanCondition(one), nodes: ['n1', 'n1'], group: cleanLaneId(two) })],
        })
        const text = writeFlowzap({ graph })
        const { graphs, messages } = readFlowzap(text)
        expect(messages).toEqual([])
        expect(firstDifference(graph, graphs[0]!)).toBeUndefined()
        expect(writeFlowzap({ graph: graphs[0]! })).toBe(text)
      }),
      { ...settings, numRuns: runs(1500) },
    )
  })
})
