/** Read line by line, with mends on the way, a text says what it says where all of it is mended first, or read as one tree. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { markDirections } from '../../converters/mermaid/document/direction-marks.js'
import { prepare } from '../../converters/mermaid/document/prepare.js'
import { documentOf } from '../../converters/mermaid/read/document.js'
import { readDiagram, readMended } from '../../converters/mermaid/read/lines.js'
import type { Source } from '../../converters/mermaid/read/source.js'
import { runs } from '../setup/runs.js'

const filesIn = (folder: string) =>
  readdirSync(folder)
    .filter(name => name.endsWith('.mmd'))
    .map(name => readFileSync(`${folder}/${name}`, 'utf8'))

const sound = filesIn('corpus/mermaid')
const broken = filesIn('corpus/broken/mermaid')

function sourceOf(text: string): Source {
  const prepared = prepare(text)
  return { prepared, marked: markDirections(prepared.edited.text), messages: [] }
}

/** What a reading says, without what is there to be fast. */
function said({ source, flow }: ReturnType<typeof readDiagram>) {
  const { edited } = source.prepared
  return {
    text: edited.text,
    messages: source.messages,
    flow: { ...flow, mentioned: [], named: 0, edgesById: [], edgesBetween: [] },
  }
}

/** With one line of patience, most ways through a text are met. Says whether the grammar takes the text as a whole. */
function compare(text: string): boolean {
  const whole = readMended(sourceOf(text))
  if (!whole) return false
  for (const patience of [1, 64]) {
    expect(said(readDiagram(sourceOf(text), patience)), text).toEqual(said(whole))
  }
  return true
}

test('every file', () => {
  expect([...sound, ...broken].filter(compare).length).toBeGreaterThan(80)
})

test('every file without mistakes, as its tree', () => {
  let compared = 0
  for (const text of sound) {
    const document = documentOf(text)
    if (!document) continue
    compared++
    const { flow } = readDiagram(sourceOf(text))
    expect([...flow.vertices], text).toEqual([...document.flow.vertices])
    expect([flow.edges, flow.subgraphs, flow.commentsAfter]).toEqual([
      document.flow.edges,
      document.flow.subgraphs,
      document.flow.commentsAfter,
    ])
  }
  expect(compared).toBeGreaterThan(40)
})

describe('mends that reach beyond their line', () => {
  test.each([
    ['a mended line goes on in the next', 'flowchart TD\na -->\nb (c)\nd -> e -->\nf\n'],
    ['a mended line goes on behind its arrow', 'flowchart TD\na -> b\n --> c\n?? --> d\n\n --> e\nf -> g\n'],
    [
      'a line that is left becomes one with a mended one',
      'flowchart TD\na -.->\ng\nflowchart LR --> b\nc -> d\n',
    ],
    [
      'properties that are closed by a mend further down',
      'flowchart TD\na@{ shape: doc\nb --> c\nd --> e\nf@{ label: "x"\ng -> h\n',
    ],
    [
      'an end and the arrow behind it',
      'flowchart TD\nsubgraph s\na\nend\nb --> c\nend --> d\ne -> f\nend -.-> g\n',
    ],
    ['braces around a subgraph', 'flowchart TD\nsubgraph s {\na\n}\nb --> c\n}\nd -> e\n'],
    ['ends that say End', 'flowchart TD\na -> b\nsubgraph s\nc\nEnd\nd\nEnd\nsubgraph t\ne -> f\nEnd\n'],
    ['a note that is made a comment', 'flowchart TD\na --> b\n# note\nc --> d\n// note\ne -> f // note\n'],
    ['a mended line with a direction in it', 'flowchart TD\na --> b; c -> d[direction TB x]\ne -> f\n'],
    ['subgraphs that stay open', 'flowchart TD\nsubgraph s\na -> b\nsubgraph t\nc\n'],
    ['a second header', 'flowchart TD\na -> b\nflowchart LR\nc -> d\n'],
  ])('%s', (_, text) => {
    expect(compare(text)).toBe(true)
  })
})

const lines = [...sound, ...broken].flatMap(text => text.split('\n').slice(1))
const plain = [
  'a --> b',
  '  c["x y"] --> d',
  'e & f --> g',
  'subgraph s',
  'end',
  'style a fill:#fff',
  '%% why',
  'h -> i',
  'j',
]

test(`long texts with lines of other files in them`, () => {
  let seed = 7
  const pick = <T>(from: readonly T[]): T => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return from[Math.floor((seed / 2 ** 32) * from.length)]!
  }
  const sizes = Array.from({ length: 120 }, (_, index) => index + 10)
  let compared = 0
  for (let run = 0; run < runs(100); run++) {
    const body = Array.from({ length: pick(sizes) }, () => pick(pick([plain, plain, plain, plain, lines])))
    if (compare(`flowchart TD\n${body.join('\n')}\n`)) compared++
  }
  expect(compared).toBeGreaterThan(runs(100) / 2)
})
