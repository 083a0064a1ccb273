import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checks } from '../../converters/flowzap/codes.js'
import { lintFlowzap, readFlowzap } from '../../converters/flowzap/index.js'
import { runs } from '../setup/runs.js'
import { fixed } from './fixes.js'
import { lintCases } from './lint-cases.js'
import { said } from './shown.js'
import { sloppyTexts } from './sloppy.js'

const codesOf = (text: string, advice = false) => lintFlowzap(text, { advice }).map(({ code }) => code)

/** A diagram without any fault; each good case below changes one thing of it. */
const good = `Sales { # Sales Team
n1: circle label:"Start"
n2: rectangle label:"Quote" owner:"Ann"
n1.handle(right) -> n2.handle(left)
n2.handle(bottom) -> Desk.n3.handle(top) [label="Order"]
loop [until signed] n1 n2
}
Desk { # Order Desk
n3: diamond label:"In stock?"
n3.handle(top) -> Sales.n2.handle(bottom) [label="No"]
}
`
const changed = (from: string, to: string) => {
  expect(good).toContain(from)
  return good.replaceAll(from, to)
}

describe('one fault each', () => {
  it.each(lintCases)('$name', ({ bad, says, fixed: repaired = bad }) => {
    expect(said(bad, lintFlowzap(bad))).toEqual(says)
    expect(fixed(bad)).toBe(repaired)
    expect(fixed(repaired)).toBe(repaired)
  })

  it('says that code is too long', () => {
    const text = good + '\n'.repeat(50_000 - good.length)
    expect(codesOf(text)).toEqual([])
    expect(said(`${text}\n`, lintFlowzap(`${text}\n`)).map(line => line.replace(/ \d+:\d+/, ''))).toEqual([
      'lint/size The code has 50001 characters; FlowZap takes 50000 at most.',
    ])
  })

  it('gives advice only when asked', () => {
    const text = changed('n3.handle(top) -> Sales.n2.handle(bottom) [label="No"]\n', '')
    expect(codesOf(text)).toEqual([])
    expect(said(text, lintFlowzap(text, { advice: true }))).toEqual([
      'lint/no-return 5:1 Nothing comes back from “Desk” to “Sales” after this edge.',
    ])
    expect(codesOf(good, true)).toEqual(['lint/no-return'])
    expect(codesOf('A { # L\nn1: circle\nn1.handle(top) -> n1.handle(top)\n}', true)).toEqual([])
  })

  it('has a case for every rule', () => {
    const said = new Set(lintCases.flatMap(({ bad }) => codesOf(bad)))
    const elsewhere = ['lint/size', 'lint/no-return']
    for (const { lint } of Object.values(checks)) {
      if (!elsewhere.includes(lint)) expect(said, lint).toContain(lint)
    }
  })
})

describe('no fault', () => {
  it.each([
    ['attribute', changed('owner:"Ann"', 'owner:"Ann" description:"a" system:"b"')],
    ['character', changed('Quote', '中文 é → © ✓')],
    ['comment', `${good}//@ {"a":1}\n//@ more\n`],
    ['duplicate-id', changed('Desk', 'n1')],
    ['edge-place', changed('n2.handle(bottom) ->', 'Sales.n2.handle(bottom) ->')],
    [
      'edge-repeated',
      changed('-> n2.handle(left)', '-> n2.handle(left)\nn1.handle(right) -> n2.handle(left)'),
    ],
    ['empty', '//@ only carried\n'],
    ['escape', changed('Quote', 'C:\\dir')],
    ['handle-missing', changed('n1.handle(right)', 'n1 . handle( right )')],
    ['handle-side', changed('handle(right)', 'handle(bottom)')],
    ['label-length', changed('Quote', '中'.repeat(50))],
    ['lane-id', changed('Desk', '_Desk2')],
    ['lane-label', changed('# Order Desk', '# # {x} }')],
    ['lane-prefix', changed('-> n2.handle(left)', '-> Sales.n2.handle(left)')],
    ['loop-nested', changed('n1 n2\n', 'n1 n2\nloop [other] n2 n3\n')],
    ['loop-nodes', changed('n1 n2\n', 'n1 Desk.n3\n')],
    ['numbering', changed('n1', 'n4').replaceAll('n3', 'n1').replaceAll('n4', 'n3')],
    ['orphan', good],
    ['separator', changed('label:"Quote"', 'label : "a=b" ')],
    ['shape', changed('rectangle', 'taskbox')],
    ['statement', changed('\n', '\r\n  \r\n')],
  ])('%s', (_, text) => {
    expect(said(text, lintFlowzap(text))).toEqual([])
  })
})

describe('fixes', () => {
  it('use the line ends of the text, and mend a last line without one', () => {
    const text = 'A {}\r\nn1.handle(top) -> n1.handle(top)\r\nB {\r\n# M\r\nn1: circle\r\n}\r\n// end'
    expect(fixed(text)).toBe('A { # A\r\n}\r\nB { # M\r\nn1: circle\r\nn1.handle(top) -> n1.handle(top)\r\n}')
  })

  it('never touch names that mean nothing, or two things', () => {
    const dangling = 'A { # L\nn5: circle\nn5.handle(top) -> n1.handle(top)\n}'
    const twice = 'A { # L\nn5: circle\nn5: circle\n}'
    for (const text of [dangling, twice]) expect(lintFlowzap(text).filter(({ fix }) => fix)).toEqual([])
  })

  it('name no lane that could not be read before a node', () => {
    const text =
      'A { # L\nn1: circle\nn1.handle(top) -> n2.handle(top)\nn1.handle(top) -> x.n2.handle(top)\n}\nv1.2 { # M\nn2: circle\n}\nn1.handle(left) -> n2.handle(top)'
    expect(codesOf(text)).toEqual([
      'lint/lane-prefix',
      'lint/lane-prefix',
      'lint/lane-id',
      'lint/edge-place',
      'lint/lane-prefix',
    ])
    expect(fixed(text)).toBe(text)
  })

  it('settle on a text that needs none, and lose no node, edge or loop', () => {
    fc.assert(
      fc.property(sloppyTexts, text => {
        const repaired = fixed(text)
        expect(lintFlowzap(repaired).filter(({ fix }) => fix)).toEqual([])
        const [before, after] = [text, repaired].map(each => readFlowzap(each).graphs[0]!)
        expect(after!.nodes.size).toBe(before!.nodes.size)
        expect(after!.edges.length).toBe(before!.edges.length)
        expect(after!.loops.length).toBe(before!.loops.length)
        expect([...after!.groups.keys()]).toEqual([...before!.groups.keys()])
        // Lines that nobody can mend stay as they are. A brace that closes nothing is seen as such only on a line of its own.
        const count = (each: string) =>
          lintFlowzap(each).filter(
            ({ code, fix, text: words }) =>
              code === 'lint/statement' && !fix && !words.startsWith('This closing brace'),
          ).length
        expect(count(repaired)).toBeLessThanOrEqual(count(text))
      }),
      { seed: 7, numRuns: runs(3000) },
    )
  })
})
