/** What comments and mistakes cost: a text with them takes hardly more steps to read than the same text without. */
import { expect, test } from 'vitest'
import { dot as dotFormat } from '../converters/dot/index.js'
import { readDot } from '../converters/dot/read/read.js'
import { flowzap as flowzapFormat } from '../converters/flowzap/index.js'
import { readFlowzap } from '../converters/flowzap/read/read.js'
import { readMermaid } from '../converters/mermaid/read/read.js'
import { lintWith } from '../src/lint/lint.js'
import { readWith } from '../src/read.js'
import { counted, sample } from './setup/runs.js'
import { counting } from './setup/work.js'

const size = counted(1000)
const middle = size / 2

/** The lines with one in place of that in the middle, or before it. */
const instead = (lines: readonly string[], line: string) => lines.with(middle, line)
const before = (lines: readonly string[], line: string) => lines.toSpliced(middle, 0, line)
const tenth = (lines: readonly string[], line: string) =>
  lines.flatMap((each, place) => (place % 10 === 0 ? [line, each] : [each]))

/** Names in an order that is none, most of them several times. */
const edges = Array.from(
  { length: size },
  (_, place) => [(place * 7) % 331, (place * 13) % 397, place] as const,
)

const dotLines = edges.map(([from, to, place]) =>
  place % 4 === 0 ? `  n${from} -> n${to} [label="step ${place}", color=blue];` : `  n${from} -> n${to};`,
)
const dot = (lines: readonly string[]) => `digraph G {\n${lines.join('\n')}\n}\n`

const mermaidLines = edges.map(([from, to, place]) =>
  place % 4 === 0 ? `  n${from} -->|step ${place}| n${to}` : `  n${from}["Node ${from}"] --> n${to}`,
)
const mermaid = (lines: readonly string[]) => `flowchart TD\n${lines.join('\n')}\n`

const flowzapLines = edges.map(([from, to, place]) =>
  place % 4 === 0
    ? `n${from}.handle(right) -> n${to}.handle(left) [label="step ${place}"]`
    : `n${from + 1000 * place}: rectangle label:"Node ${from}"`,
)
const flowzap = (lines: readonly string[]) => `Main { # Main\n${lines.join('\n')}\n}\n`

const formats = {
  flowzap: {
    read: readFlowzap,
    clean: flowzap(flowzapLines),
    others: {
      'a comment': flowzap(before(flowzapLines, '// why')),
      'a comment on each tenth line': flowzap(tenth(flowzapLines, '// why')),
      'an arrow of another language': flowzap(instead(flowzapLines, 'n1.handle(right) --> n2.handle(left)')),
      'two statements on a line': flowzap(instead(flowzapLines, 'n1: circle label:"a" n2: circle label:"b"')),
      'a label outside of its bracket': flowzap(instead(flowzapLines, 'n1 -> n2: go')),
      'a line that says nothing': flowzap(instead(flowzapLines, 'n1 ?? n2 !!')),
      'a brace that closes nothing': `${flowzap(flowzapLines)}}\n`,
      'a lane in a lane': flowzap(before(flowzapLines, 'Inner { # Inner\n}')),
    },
  },
  dot: {
    read: readDot,
    clean: dot(dotLines),
    others: {
      'a comment': dot(before(dotLines, '  // why')),
      'a comment on each tenth line': dot(tenth(dotLines, '  // why')),
      'an arrow of another language': dot(instead(dotLines, '  n1 => n2;')),
      'a value without quotes': dot(instead(dotLines, '  n1 -> n2 [label=hello world];')),
      'an edge that ends nowhere': dot(instead(dotLines, '  n1 -> ;')),
      'an arrow of the other kind of graph': dot(instead(dotLines, '  n1 -- n2;')),
      'a brace that is missing': dot(dotLines).replace(/\}\n$/, ''),
    },
  },
  mermaid: {
    read: readMermaid,
    clean: mermaid(mermaidLines),
    others: {
      'a comment': mermaid(before(mermaidLines, '  %% why')),
      'a comment on each tenth line': mermaid(tenth(mermaidLines, '  %% why')),
      'an arrow of another language': mermaid(instead(mermaidLines, '  n1 -> n2')),
      'brackets in a label': mermaid(instead(mermaidLines, '  n1[a (b)] --> n2')),
      'a line that says nothing': mermaid(instead(mermaidLines, '  n1 ?? n2 !!')),
      'a subgraph that stays open': mermaid(before(mermaidLines, '  subgraph one')),
    },
  },
}

const cases = Object.entries(formats).flatMap(([name, { read, clean, others }]) =>
  Object.entries(others).map(([what, text]) => [name, what, read, clean, text] as const),
)

test.each(sample(cases, 2))('%s: %s', async (_name, _what, read, clean, text) => {
  expect(text).not.toBe(clean)
  const ratio = await counting(async steps => {
    for (const each of [clean, text]) read(each)
    const least = await steps(() => read(clean))
    return (await steps(() => read(text))) / least
  })
  expect(ratio).toBeLessThan(1.3)
})

test.each([
  // Its attributes are looked at by the grammar, and reading takes plain statements without it, so that a second look weighs more beside it.
  ['dot', dotFormat, dot(dotLines), 2],
  ['flowzap', flowzapFormat, flowzap(flowzapLines), 1.6],
] as const)('%s: who lints a small text does not read it twice', async (_name, format, text, most) => {
  const few = text.split('\n')
  const small = [...few.slice(0, 40), ...few.slice(-2)].join('\n')
  const lint = () => lintWith(format, small, { known: new Map() })
  const ratio = await counting(async steps => {
    lint()
    const reading = await steps(() => readWith(format, small))
    return (await steps(lint)) / reading
  })
  expect(ratio).toBeLessThan(most)
})
