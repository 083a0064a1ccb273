/** Three versions of a document: what is expected is written by hand. Marks of git are made here, so that no tool takes this file for one in conflict. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatOfBlock } from '../../src/documents/languages.js'
import { matchBlocks } from '../../src/merge/blocks.js'
import { mergeDocuments } from '../../src/merge/documents.js'
import { mergeLines } from '../../src/merge/lines.js'
import { finder, languages } from '../documents/finding.js'
import { extent, runs } from '../setup/runs.js'
import { growth, PROPORTION } from '../setup/work.js'

const mark = (sign: string, word = ''): string => `${sign.repeat(7)}${word && ` ${word}`}`
const [OURS, MIDDLE, THEIRS] = [mark('<', 'ours'), mark('='), mark('>', 'theirs')]

async function merged(base: string, ours: string, theirs: string, name = 'a.md') {
  const find = await finder(name)
  const formatOf = (block: Parameters<typeof formatOfBlock>[1]) => formatOfBlock(languages, block)
  const { text, messages } = mergeDocuments([base, ours, theirs], { find, formatOf })
  const said = messages.map(({ code, at }) => `${code} ${at ? text.slice(0, at[0]).split('\n').length : ''}`)
  return { text, said }
}

const page = (...diagrams: readonly string[]): string =>
  diagrams.map((text, place) => `# Part ${place + 1}\n\nWords.\n\n\`\`\`mermaid\n${text}\`\`\`\n`).join('\n')

const BASE = 'flowchart LR\n  a[Ask] --> b[Pay]\n'

describe('diagrams of a document', () => {
  test('one that both sides changed has both changes, and what stands around it has those of its own', async () => {
    const ours = `Title\n\n${page(BASE.replace('Ask', 'Order'))}`
    const theirs = page(BASE.replace('b[Pay]', 'b([Pay]) --> c[Ship]')).replace('Words.', 'Other words.')
    const { text, said } = await merged(page(BASE), ours, theirs)
    expect(text).toBe(
      'Title\n\n# Part 1\n\nOther words.\n\n```mermaid\nflowchart LR\n  a[Order] --> b([Pay])\n  c[Ship]\n  b --> c\n```\n',
    )
    expect(said).toEqual(['merge/taken 7'])
  })

  test('a conflict is named at the diagram, and ours stands there', async () => {
    const diagrams = [BASE, BASE.replace('Pay', 'Go')]
    const ours = page(BASE, diagrams[1]!.replace('Go', 'Walk'))
    const theirs = page(BASE.replace('Ask', 'Order'), diagrams[1]!.replace('Go', 'Run'))
    const { text, said } = await merged(page(...diagrams), ours, theirs)
    expect(text).toBe(page(BASE.replace('Ask', 'Order'), diagrams[1]!.replace('Go', 'Walk')))
    expect(said).toEqual(['merge/conflict 14'])
  })

  test('one that one side alone changed keeps its bytes, broken or not', async () => {
    const theirs = 'flowchart LR\n  a[Ask  --> b[Pay]   %% not done\n'
    expect(await merged(page(BASE), page(BASE).replace('Words', 'Our words'), page(theirs))).toEqual({
      text: page(theirs).replace('Words', 'Our words'),
      said: [],
    })
  })

  test('one that moves, one that is indented, and a fence with other words take the changes of the other side', async () => {
    const ours = `- A list\n\n  ~~~mermaid title="x"\n${BASE.replace('Ask', 'Order').replace(/^/gm, '  ').trimEnd()}\n  ~~~\n`
    const theirs = page(BASE.replace('Pay', 'Bill'))
    const base = page(BASE)
    const { text } = await merged(base, ours, theirs)
    expect(text).toContain('  ~~~mermaid title="x"\n  flowchart LR\n    a[Order] --> b[Bill]\n  ~~~\n')
    const two = page(BASE, 'flowchart LR\n  x --> y\n')
    const [first = '', second = ''] = two.split(/(?=\n# Part 2)/)
    const moved = `${second.trimStart()}\n${first}`
    const other = page(BASE.replace('Pay', 'Bill'), 'flowchart LR\n  x --> y\n')
    const both = await merged(two, moved.replace('a[Ask]', 'a[Order]'), other)
    expect(both.text).toContain('a[Order] --> b[Bill]')
    expect(both.said).not.toContain('merge/text')
  })

  test('one that one side took away and the other changed is left to a person, whole', async () => {
    const ours = 'Words only.\n'
    const theirs = page(BASE.replace('Pay', 'Bill'))
    const { text, said } = await merged(page(BASE), ours, theirs)
    expect(said).toEqual(['merge/lines 1'])
    expect(text).toBe(`${OURS}\n${ours}${MIDDLE}\n${theirs}${THEIRS}\n`)
    expect(await merged(page(BASE), ours, page(BASE))).toEqual({ text: ours, said: [] })
  })

  test('new ones of both sides are both there', async () => {
    const fence = (text: string) => `\n\`\`\`dot\n${text}\n\`\`\`\n`
    const base = `Start\n${fence('digraph { a }')}\nMiddle\n${fence('digraph { m }')}\nEnd\n`
    const ours = base.replace('Start\n', `Start\n${fence('digraph { x -> y }')}`)
    const theirs = base.replace('End\n', `End\n${fence('digraph { p -> q }')}`).replace('{ m }', '{ m -> n }')
    expect(await merged(base, ours, theirs)).toEqual({
      text: `Start\n${fence('digraph { x -> y }')}${fence('digraph { a }')}\nMiddle\n${fence('digraph { m -> n }')}\nEnd\n${fence('digraph { p -> q }')}`,
      said: [],
    })
  })

  test.each([
    ['another kind', 'sequenceDiagram\n  a->>b: x\n  b->>c: y\n  c->>d: z\n', ['x', 'y', 'z']],
    ['with errors', 'flowchart LR\n  a[\n  b --> c[y\n  d --> e[z\n', ['a', 'y', 'z']],
  ])('%s is merged line by line, with a word about it', async (_, text, [first = '', , third = '']) => {
    const { text: result, said } = await merged(
      page(text),
      page(text.replace(first, `${first}1`)),
      page(text.replace(new RegExp(`${third}$`, 'm'), `${third}2`)),
    )
    expect(said).toEqual(['merge/text '])
    expect(result).toBe(
      page(text.replace(first, `${first}1`).replace(new RegExp(`${third}$`, 'm'), `${third}2`)),
    )
  })

  test('who converts a diagram to another language means all of it', async () => {
    const ours = '# Part 1\n\nWords.\n\n```dot\ndigraph { a -> b }\n```\n'
    expect((await merged(page(BASE), ours, page(BASE))).text).toBe(ours)
    const { text, said } = await merged(page(BASE), ours, page(BASE.replace('Pay', 'Bill')))
    expect(said).toEqual(['merge/text ', 'merge/lines 5'])
    for (const part of ['```dot\ndigraph { a -> b }', 'b[Bill]']) expect(text).toContain(part)
  })

  test.each([
    ['a.adoc', (text: string) => `= Title\n\n[mermaid]\n----\n${text}----\n`],
    ['a.rst', (text: string) => `.. mermaid::\n\n${text.replace(/^(?=.)/gm, '   ')}\nWords\n`],
    ['a.html', (text: string) => `<pre class="mermaid">\n${text.replaceAll('>', '&gt;')}</pre>\n`],
    ['a.mdx', (text: string) => `<Mermaid chart={\`\n${text}\`} />\n`],
    [
      'a.ipynb',
      (text: string) =>
        `${JSON.stringify({ cells: [{ cell_type: 'markdown', source: `\`\`\`mermaid\n${text}\`\`\``.split(/(?<=\n)/) }], nbformat: 4 }, null, 1)}\n`,
    ],
  ] as const)('%s', async (name, document) => {
    const [ours, theirs] = [BASE.replace('Ask', 'Order'), BASE.replace('Pay', 'Bill')]
    const { text, said } = await merged(document(BASE), document(ours), document(theirs), name)
    expect(text).toBe(document(ours.replace('Pay', 'Bill')))
    expect(said.map(word => word.split(' ')[0])).toEqual(['merge/taken'])
  })
})

describe('which diagram is which', () => {
  const blocksOf = async (text: string) => (await finder('a.md'))(text).blocks
  const fences = (...texts: readonly string[]) =>
    texts.map(text => `\`\`\`mermaid\n${text}\n\`\`\`\n`).join('\n')

  test.each([
    [
      'by their texts, in any order',
      ['a --> b', 'c --> d'],
      ['c --> d', 'a --> b'],
      [
        [0, 1],
        [1, 0],
      ],
    ],
    [
      'between those that are found',
      ['a', 'b --> c', 'd'],
      ['a', 'b --> x', 'd'],
      [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
    ],
    ['by their lines, beside a new one', ['a\nb --> c\nd'], ['new --> one', 'a\nb --> x\nd'], [[0, 1]]],
    ['one that is gone', ['a\nb', 'c\nd'], ['c\ne'], [[1, 0]]],
    [
      'the same twice',
      ['a', 'a'],
      ['a', 'b', 'a'],
      [
        [0, 0],
        [1, 2],
      ],
    ],
  ] as const)('%s', async (_, before, after, pairs) => {
    const [a, b] = [await blocksOf(fences(...before)), await blocksOf(fences(...after))]
    const byPlace = [...matchBlocks(a, b)].sort(([x], [y]) => x - y)
    expect(byPlace).toEqual(pairs)
  })

  test('by their titles', async () => {
    const under = (title: string, text: string) => `# ${title}\n\n${fences(text)}\n`
    const before = await blocksOf(under('One', 'a') + under('Two', 'b') + under('Three', 'c'))
    const after = await blocksOf(under('Three', 'x') + under('One', 'y'))
    expect(new Map(matchBlocks(before, after))).toEqual(
      new Map([
        [0, 1],
        [2, 0],
      ]),
    )
  })
})

describe('lines', () => {
  const lines = (...words: readonly string[]) => words.map(word => `${word}\n`).join('')

  test.each([
    ['far from each other', 'a b c d e', 'x b c d e', 'a b c d y', lines('x', 'b', 'c', 'd', 'y')],
    ['the same', 'a b c', 'a x c', 'a x c', lines('a', 'x', 'c')],
    ['taken away and added', 'a b c d', 'a c d', 'a b c d e', lines('a', 'c', 'd', 'e')],
    ['one line', 'a b c', 'a x c', 'a y c', lines('a', OURS, 'x', MIDDLE, 'y', THEIRS, 'c')],
    [
      'neighbours',
      'a b c d',
      'a x c d',
      'a b y d',
      lines('a', OURS, 'x', 'c', MIDDLE, 'b', 'y', THEIRS, 'd'),
    ],
    ['with something in common', 'a', 'n x m', 'n y m', lines('n', OURS, 'x', MIDDLE, 'y', THEIRS, 'm')],
    ['gone and changed', 'a b c', 'a c', 'a x c', lines('a', OURS, MIDDLE, 'x', THEIRS, 'c')],
  ])('%s', (_, base, ours, theirs, expected) => {
    const of = (words: string) => lines(...words.split(' '))
    const { text, conflicts } = mergeLines(of(base), of(ours), of(theirs))
    expect(text).toBe(expected)
    expect(
      conflicts.map(([start, end]) => [
        text.startsWith(OURS, start),
        text.slice(0, end).endsWith(`${THEIRS}\n`),
      ]),
    ).toEqual(expected.includes(OURS) ? [[true, true]] : [])
  })

  test('no end of the last line, and the line ends of Windows', () => {
    expect(mergeLines('a', 'b', 'c').text).toBe(lines(OURS, 'b', MIDDLE, 'c', THEIRS))
    expect(mergeLines('a\r\n', 'b\r\n', 'c\r\n').text).toBe(
      lines(OURS, 'b', MIDDLE, 'c', THEIRS).replaceAll('\n', '\r\n'),
    )
    expect(mergeLines('a\n\n\nb', 'x\n\n\nb', 'a\n\n\ny').text).toBe('x\n\n\ny')
  })

  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', '', '__proto__'), { maxLength: 12 })
    .map(words => lines(...words))
  test('nothing is lost, and who changes nothing has no say', () => {
    fc.assert(
      fc.property(text, text, text, (base, ours, theirs) => {
        expect(mergeLines(base, ours, base)).toEqual({ text: ours, conflicts: [] })
        expect(mergeLines(base, base, theirs)).toEqual({ text: theirs, conflicts: [] })
        expect(mergeLines(base, ours, ours)).toEqual({ text: ours, conflicts: [] })
        const { text, conflicts } = mergeLines(base, ours, theirs)
        const there = new Set(text.split('\n'))
        const before = new Set(base.split('\n'))
        for (const side of [ours, theirs])
          for (const line of side.split('\n')) if (!before.has(line)) expect(there).toContain(line)
        expect(text.split(`${OURS}\n`).length - 1).toBe(conflicts.length)
      }),
      { numRuns: runs(5000) },
    )
  })

  test.runIf(extent === 'long')(
    'texts that have nothing in common, or one line very often, cost no square',
    async () => {
      const of = (size: number, word: (index: number) => string) =>
        lines(...Array.from({ length: size }, (_, index) => word(index)))
      for (const [mine, other] of [
        [(i: number) => `o${i}`, (i: number) => `t${i}`],
        [(i: number) => (i % 7 === 0 ? 'x' : ''), (i: number) => (i % 5 === 0 ? 'y' : '')],
      ] as const)
        expect(
          await growth(20_000, size =>
            mergeLines(
              of(size, () => ''),
              of(size, mine),
              of(size, other),
            ),
          ),
        ).toBeLessThan(PROPORTION)
    },
  )
})
