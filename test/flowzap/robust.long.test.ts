import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flowzap, lintFlowzap, readFlowzap } from '../../converters/flowzap/index.js'
import { writeFlowzap } from '../../converters/flowzap/write/write.js'
import { readWith } from '../../src/read.js'
import { codePoint } from '../generate/code-points.js'
import { runs, sample } from '../setup/runs.js'
import { counting, disproportionate } from '../setup/work.js'

/** Reads, lints, sniffs and writes. */
function survives(text: string): ReturnType<typeof readFlowzap> {
  const result = readFlowzap(text)
  lintFlowzap(text, { advice: true })
  flowzap.sniff?.(text)
  writeFlowzap({ graph: result.graphs[0]! })
  return result
}

const repeated = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n')

describe('large texts', () => {
  it('reads long labels', () => {
    for (const label of [
      'x'.repeat(runs(1_000_000)),
      '\\\\'.repeat(runs(500_000)),
      ' '.repeat(runs(1_000_000)),
      '🚀'.repeat(runs(300_000)),
    ]) {
      const text = `A { # ${label}\nn1: circle label:"${label}"\nloop [${label}] n1\n}`
      const graph = survives(text).graphs[0]!
      expect(graph.nodes.get('n1')?.label.text).toBe(label.replaceAll('\\\\', '\\'))
    }
  })

  it('reads thousands of lanes, and thousands of braces', () => {
    const count = runs(16_000)
    expect(survives(repeated(count, i => `L${i} { # x\n}`)).graphs[0]?.groups.size).toBe(count)
    expect(survives(repeated(count, i => `L${i} {`)).messages).toHaveLength(2 * count)
    expect(survives(repeated(count, () => 'A {')).graphs[0]?.groups.size).toBe(1)
    expect(survives(repeated(count, () => '}')).messages).toHaveLength(count)
    expect(survives('{'.repeat(count)).messages).toHaveLength(1)
    expect(survives('}'.repeat(count)).messages).toHaveLength(1)
  })

  it('reads lines of each kind of fault by the thousand, at a cost in proportion', async () => {
    const lane = (lines: string) => `A { # L\nn1: circle\nn2: circle\n}\nB { # M\nn3: circle\n${lines}\n}\n`
    const faults: ((index: number) => string)[] = [
      () => 'n1: circle',
      index => `m${index}: rect label="x"`,
      index => `n${index * 3}: diamond`,
      () => 'n1 -> n2',
      index => `X.n1.handle(right) -> Y.n3.handle(left) [label="${index}"]`,
      () => 'n1.handle(right) -> n9.handle(left)',
      () => 'loop [x] n1 n2 n3',
      index => `loop [x] n${index} n1`,
      () => '// comment',
      () => '# comment',
      () => 'n1: circle label:"',
      () => 'nothing at all',
      () => 'a.b.c.d.e.f.g',
      () => '    ',
      () => '//@ x',
    ]
    const works = sample(faults, 5).map(
      fault => [fault(0), (count: number) => survives(lane(repeated(count, fault)))] as const,
    )
    expect(await disproportionate(100, works)).toEqual([])
    for (const fault of faults) survives(lane(repeated(runs(10_000), fault)))
    survives(`${lane('')}${repeated(runs(10_000), () => 'loop [x] n1 n2')}`)
  })

  it('reads a line that is a few times longer at a cost of as many times', async () => {
    const parts = [
      'n1',
      'n1.',
      '.',
      '->',
      'n1->',
      '"',
      '\\',
      '\\"',
      '[',
      ']',
      '{',
      '}',
      '} ',
      '#',
      ' ',
      '-',
      'loop [',
      'n1: a ',
      'label:"x" ',
      ':',
      '(',
      'é',
    ]
    const heads = ['', 'n1: circle ', 'n1 -> ', 'A {', 'n1: circle label:"', 'loop [x] ']
    const lines = heads.flatMap(head => parts.map(part => [head, part] as const))
    const works = sample(lines, 14).map(
      ([head, part]) => [head + part, (count: number) => survives(head + part.repeat(count))] as const,
    )
    expect(await disproportionate(100, works)).toEqual([])
    for (const [head, part] of sample(lines, 5)) survives(head + part.repeat(runs(200_000)))
  })

  it('reads edges of thousands of nodes', () => {
    const count = runs(32_000)
    const nodes = repeated(count, index => `n${index + 1}: rectangle label:"x"`)
    const edges = repeated(count - 1, index => `n${index + 1}.handle(right) -> n${index + 2}.handle(left)`)
    const { graphs, messages } = survives(`A { # L\n${nodes}\n${edges}\n}\n`)
    expect(messages).toEqual([])
    expect(graphs[0]?.edges).toHaveLength(count - 1)
  })
})

describe('strange texts', () => {
  it('reads NUL, lone surrogates and names of objects', () => {
    expect(survives('\0').messages.map(({ code }) => code)).toEqual(['syntax/unexpected'])
    const { graphs } = survives('A { # \ud83d\nn1: circle label:"\ude00\0"\n}')
    expect(graphs[0]?.nodes.get('n1')?.label.text).toBe('\ude00\0')
    const text =
      '__proto__ { # toString\n__proto__: circle __proto__:"x"\nconstructor: rect\n__proto__ -> __proto__.constructor [valueOf="x"]\n}'
    expect([...survives(text).graphs[0]!.nodes.keys()]).toEqual(['__proto__', 'constructor'])
  })

  it('throws for no text, and every place is in the text', () => {
    const bits = [
      'n1',
      'A',
      '{',
      '}',
      '#',
      '"',
      '\\',
      '->',
      '.handle(',
      'right',
      ')',
      ':',
      '=',
      'circle',
      'label',
      '[',
      ']',
      'loop',
      '//',
      '//@',
      ' ',
      '\t',
      '\n',
      '\r',
      '\0',
      '\ufeff',
      '\u2028',
      '🚀',
      '\ud83d',
    ]
    const texts = fc.oneof(
      fc.string({ unit: codePoint, maxLength: 60 }),
      fc.array(fc.constantFrom(...bits), { maxLength: 40 }).map(parts => parts.join('')),
    )
    fc.assert(
      fc.property(texts, text => {
        const { graphs, messages } = readFlowzap(text)
        expect(graphs).toHaveLength(1)
        for (const { at } of [...messages, ...lintFlowzap(text, { advice: true })]) {
          expect(at![0]).toBeGreaterThanOrEqual(0)
          expect(at![1]).toBeGreaterThanOrEqual(at![0])
          expect(at![1]).toBeLessThanOrEqual(text.length)
        }
        for (const { from, to } of graphs[0]!.edges) {
          expect(graphs[0]!.nodes.has(from.id) && graphs[0]!.nodes.has(to.id)).toBe(true)
        }
      }),
      { seed: 3, numRuns: runs(4000) },
    )
  })
})

it('an empty line costs a few steps, with mistakes elsewhere and without', async () => {
  const lines = 20_000
  await counting(async steps => {
    for (const line of ['}', '?']) {
      const work = () => readWith(flowzap, `A { # L\n${'\n'.repeat(lines)}${line}\n`)
      await steps(work)
      expect([line, (await steps(work)) / lines < 20]).toEqual([line, true])
    }
  })
})
