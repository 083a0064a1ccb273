/** The reader and the linter of one look at a text say what those of the format say. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mermaid } from '../../converters/mermaid/index.js'
import { readLooking } from '../../converters/mermaid/read/read.js'
import { newSeen, type Seen, see } from '../../converters/mermaid/read/seen.js'

const filesIn = (folder: string) =>
  readdirSync(folder)
    .filter(name => name.endsWith('.mmd'))
    .map(name => readFileSync(`${folder}/${name}`, 'utf8'))

test('over every file, with and without mistakes', () => {
  const texts = [...filesIn('corpus/mermaid'), ...filesIn('corpus/broken/mermaid'), ...SLIPS]
  const codes = new Set<string>()
  for (const text of texts) {
    const linter = mermaid.linter!
    const reading = linter.read(text, {})
    expect(reading, text).toEqual(mermaid.read!(text, {}))
    const said = linter.lint(text, reading, {})
    expect(said, text).toEqual(mermaid.lint!(text, reading, {}))
    for (const { code } of said) codes.add(code)
    // What it saw of another text is nothing that it goes by.
    expect(linter.lint(SLIPS[0]!, mermaid.read!(SLIPS[0]!, {}), {})).toEqual(
      mermaid.lint!(SLIPS[0]!, mermaid.read!(SLIPS[0]!, {}), {}),
    )
  }
  for (const code of ['undefined-class', 'style-target', 'overwritten', 'comma-in-id', 'arrow-sign'])
    expect(codes).toContain(`lint/${code}`)
})

const SLIPS = [
  'flowchart LR\n  a:::hto --> b\n  classDef hot fill:#f00\n  class b hut\n',
  'flowchart LR\n  order --> b\n  style ordr fill:#f00\n',
  'flowchart LR\n  a[One] --> b,\n  c --> a[Two]\n  a---order\n  order --> c\n',
]

function seenIn(text: string): { readonly seen: Seen; readonly isClean: boolean } {
  const seen = newSeen()
  const { isClean } = readLooking(text, (...statement) => see(seen, ...statement))
  return { seen, isClean }
}

test('what is seen: each statement once, with places in the author’s text', () => {
  const text =
    '%% first\nflowchart LR\n  a[One] & b -->|x| c:::hot\n  style a fill:#f00\n  class b,c hot\n  c --> d\n'
  const { seen, isClean } = seenIn(text)
  const shown = (at: readonly [number, number] | undefined) => at && text.slice(...at)
  expect(isClean).toBe(true)
  expect(
    seen.chains.map(({ groups, hops }) => [
      groups.map(group => group.map(({ id, labelAt, className }) => [id, shown(labelAt), className])),
      hops.map(({ base, labelAt }) => [base, shown(labelAt)]),
    ]),
  ).toEqual([
    [
      [
        [
          ['a', 'One', undefined],
          ['b', undefined, undefined],
        ],
        [['c', undefined, 'hot']],
      ],
      [[0, 'x']],
    ],
    [[[['c', undefined, undefined]], [['d', undefined, undefined]]], [[2, undefined]]],
  ])
  expect(seen.styled.map(({ name, at }) => [name, shown(at)])).toEqual([['a', 'a']])
  expect(seen.classed.map(({ name, at }) => [name, shown(at)])).toEqual([['hot', 'hot']])
})

test('a text that had to be mended is none that was seen as it stands', () => {
  expect(seenIn('flowchart LR\n  a --> b\n').isClean).toBe(true)
  expect(seenIn('flowchart LR\n  a[Pay (now)] --> b\n').isClean).toBe(false)
  expect(seenIn('a --> b\n').isClean).toBe(false)
})
