/** What is proved before a fix is made: rules that lie, and texts in which nothing is wrong. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { dot } from '../../converters/dot/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { lintDiagram } from '../../src/cli/tasks/lint.js'
import { fix as fixWith } from '../../src/core.js'
import {
  type Code,
  type Codes,
  type Format,
  type FormatName,
  type FormatOptions,
  fix,
  type ReadResult,
  type TextEdit,
} from '../../src/index.js'
import { originsOf } from '../../src/lint/origins.js'
import { withEdits } from '../../src/messages/edits.js'

const text = 'flowchart LR\n  %% a note\n  a[One] --> b[Two]\n  c --> d\n'

/** Mermaid with one rule more, whose fix replaces words by others. */
function withRule(
  entry: Codes[`lint/${string}`],
  ...changes: readonly (readonly [from: string, to: string])[]
) {
  const edits = changes.map(([from, to]): TextEdit => {
    const start = text.indexOf(from)
    return { start, end: start + from.length, text: to }
  })
  const format = {
    ...mermaid,
    codes: { ...mermaid.codes, 'lint/mine': entry } as Codes,
    linter: undefined,
    lint: (source: string, { messages }: ReadResult) =>
      source === text
        ? [
            {
              code: 'lint/mine' as Code,
              severity: 'warning' as const,
              text: 'Mine.',
              at: [0, 9] as const,
              fix: { title: 'Fix', edits },
            },
          ]
        : messages,
  }
  return format as Format
}

const made = (format: Format) => {
  const { text: fixed, refused } = fixWith(text, { format })
  return refused.length > 0 ? refused.map(({ why }) => why) : fixed
}

const SAME = { severity: 'warning', about: '' } as const
const MEANT = { severity: 'warning', about: '', fix: 'meaning' } as const

describe('a fix that is to change nothing', () => {
  test('may respell', () => {
    expect(made(withRule(SAME, ['a[One]', 'a["One"]']))).toContain('a["One"]')
  })

  test('may drop a comment', () => {
    expect(made(withRule(SAME, ['  %% a note\n', '']))).not.toContain('note')
  })

  test.each([
    ['a label', '[Two]', '[Three]'],
    ['an edge', 'c --> d', 'c'],
    ['a node', 'c --> d', 'c --> d & e'],
    ['an arrowhead', 'c --> d', 'c --- d'],
  ])('is refused where it changes %s', (_, from, to) => {
    expect(made(withRule(SAME, [from, to]))).toEqual([
      expect.stringMatching(/^The diagram would be another one, at /),
    ])
  })

  test('is refused where it breaks the text', () => {
    expect(made(withRule(SAME, ['c --> d', 'c -> ']))).toEqual([
      'Something would be wrong behind it that is not now.',
    ])
  })
})

describe('a fix that lets a text read as it was meant', () => {
  test('may change what its line names', () => {
    expect(made(withRule(MEANT, ['c --> d', 'c --> e']))).toContain('c --> e')
  })

  test('is refused where other lines read otherwise', () => {
    expect(
      made(withRule(MEANT, ['b[Two]\n', 'b[Two]\n  subgraph x\n'], ['  c --> d', '  c --> d\n  end'])),
    ).toContain('subgraph x')
    expect(
      made(withRule(MEANT, ['flowchart LR\n', 'flowchart LR\n  subgraph x\n'], ['d\n', 'd\n  end\n'])),
    ).toEqual(['More than what stands there would be another.'])
  })
})

test('the way back from an edited text', () => {
  const edits = [
    { start: 2, end: 4, text: 'xyz' },
    { start: 6, end: 6, text: '!' },
    { start: 8, end: 10, text: '' },
  ]
  const back = originsOf(edits)
  const before = '0123456789ab'
  const after = withEdits(before, edits)
  expect(after).toBe('01xyz45!67ab')
  expect(Array.from(after, (_, offset) => back(offset))).toEqual([0, 1, 2, 3, 4, 4, 5, 6, 6, 7, 10, 11])
  expect(back(after.length)).toBe(before.length)
})

const FILES: readonly (readonly [folder: string, ending: string, format: FormatName])[] = [
  ['corpus/mermaid', '.mmd', 'mermaid'],
  ['corpus/nested', '.mmd', 'mermaid'],
  ['corpus/dot', '.gv', 'dot'],
  ...readdirSync('corpus/templates').flatMap(name =>
    (
      [
        ['.fz', 'flowzap'],
        ['.mmd', 'mermaid'],
        ['.gv', 'dot'],
        ['.drawio', 'drawio'],
      ] as const
    ).map(([ending, format]) => [`corpus/templates/${name}`, ending, format] as const),
  ),
]

test('diagrams in which nothing is wrong stay byte for byte', () => {
  const changed = FILES.filter(([folder]) => existsSync(folder)).flatMap(([folder, ending, format]) =>
    readdirSync(folder)
      .filter(file => file.endsWith(ending))
      .filter(file => {
        const source = readFileSync(`${folder}/${file}`, 'utf8')
        return fix(source, { format }).text !== source
      }),
  )
  // They are about edges that stand there twice.
  expect(changed.sort()).toEqual(['edge-duplicates.mmd', 'parallel-and-loops.mmd'])
})

test('no fix is made whose own edits touch each other', () => {
  const rule = withRule(SAME, ['a[One]', 'a["One"]'], ['One] --> b', 'One"] --> b'])
  expect(made(rule)).toEqual(['Its edits touch each other.'])
})

test('no fix takes a diagram away, or adds one', () => {
  const two = 'digraph a { x -> y }\ndigraph b { x -> z }\n'
  const replaced = (text: string) =>
    ({
      ...dot,
      codes: { ...dot.codes, 'lint/mine': SAME } as Codes,
      lint: (source: string, { messages }: ReadResult) =>
        source === two
          ? [
              {
                code: 'lint/mine' as Code,
                severity: 'warning' as const,
                text: 'Mine.',
                at: [21, 22] as const,
                fix: { title: 'Fix', edits: [{ start: 21, end: two.length, text }] },
              },
            ]
          : messages,
    }) as Format
  for (const text of ['', 'digraph b { x -> z }\ndigraph c {}\n']) {
    const { text: made, refused } = fixWith(two, { format: replaced(text) })
    expect([made, refused.map(({ why }) => why)]).toEqual([two, ['It would be another number of diagrams.']])
  }
})

describe('how often a text is read', () => {
  /** The texts that are read where the command line mends a text. */
  const readings = async (input: string) => {
    const texts: string[] = []
    const counted = (read: Format['read']) => (source: string, options: FormatOptions) => {
      texts.push(source)
      return read!(source, options)
    }
    const own = mermaid.linter!
    const linter = { ...own, read: counted(own.read) }
    const format = { ...mermaid, read: counted(mermaid.read), linter } as Format
    const { text: fixed } = await lintDiagram({
      format,
      input,
      settings: { task: 'lint', write: true, fix: true },
      formats: [],
    })
    return { texts, fixed }
  }

  test('one in which nothing is to mend: once', async () => {
    expect((await readings(text)).texts).toEqual([text])
  })

  test('one with a mistake: as it was, and as it is then', async () => {
    const { texts, fixed } = await readings('flowchart LR\n  a[Pay (now)] --> b\n')
    expect(texts).toEqual(['flowchart LR\n  a[Pay (now)] --> b\n', fixed])
  })

  test('more than a thousand mistakes are mended at once, since all are read as they are meant', async () => {
    const lines = Array.from({ length: 1500 }, (_, place) => `  a${place} --> graph\n`)
    const broken = `flowchart LR\n${lines.join('')}`
    const { texts, fixed } = await readings(broken)
    expect(fixed).toBe(broken.replaceAll('graph', 'Graph'))
    expect(texts.length).toBe(2)
  })

  test.each([
    ['mermaid', 7500, (place: number) => `  a${place} -> b${place}`, 'flowchart LR', ''],
    ['flowzap', 2600, (place: number) => `n${place + 1} rectangle label="x"`, 'lane { # Lane', '}\n'],
  ] as const)(
    'more mistakes than a reader looks at are mended, a part after the other: %s',
    (format, count, line, head, tail) => {
      const lines = Array.from({ length: count }, (_, place) => line(place))
      const { text, refused } = fix(`${head}\n${lines.join('\n')}\n${tail}`, { format })
      expect(refused).toEqual([])
      const meant = lines.map(each =>
        each.replace('->', '-->').replace(' ', ': ').replace('label=', 'label:'),
      )
      const wanted = format === 'mermaid' ? lines.map(each => each.replace('->', '-->')) : meant
      expect(text).toBe(`${head}\n${wanted.join('\n')}\n${tail}`)
    },
  )
})
