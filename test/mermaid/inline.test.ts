import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mermaid, readMermaid } from '../../converters/mermaid/index.js'
import { writeMermaid } from '../../converters/mermaid/write/write.js'
import { graphs } from '../generate/graphs.js'
import { roundTrip, sameFormat } from '../laws/laws.js'
import { runs } from '../setup/runs.js'

const inline = { nodes: 'inline' }

function rewritten(text: string, options = {}): string {
  return writeMermaid([{ graph: readMermaid(text).graphs[0]! }], options)
}

const text = `flowchart
    a[One] -->|go| b{Two}:::hot
    b --> c@{ shape: doc }
    c e1@--> a
    style a fill:#f00
`

test('nodes stand where edges mention them first', () => {
  expect(rewritten(text, inline)).toBe(text)
  expect(rewritten(text)).toBe(`flowchart
    a[One]
    b{Two}:::hot
    c@{ shape: doc }
    style a fill:#f00
    a -->|go| b
    b --> c
    c e1@--> a
`)
})

test.each([
  [
    'of groups stay in them',
    'flowchart\n    a[One]\n    subgraph g\n        b[Two]\n    end\n    b --> a\n',
    'flowchart\n    subgraph g\n        b[Two]\n    end\n    b --> a[One]\n',
  ],
  [
    'that no edge mentions, and all before them, come first',
    'flowchart\na[One]\nb[Two]\nc[Three]\na --> c',
    'flowchart\n    a[One]\n    b[Two]\n    a --> c[Three]\n',
  ],
  [
    'that edges mention out of their order come first',
    'flowchart\na[One]\nb[Two]\nb --> a',
    'flowchart\n    a[One]\n    b[Two] --> a\n',
  ],
  [
    'with a comment come first',
    'flowchart\n%% c\na[One]\na --> b[Two]',
    'flowchart\n    %% c\n    a[One]\n    a --> b[Two]\n',
  ],
])('nodes %s', (_, text, expected) => {
  expect(rewritten(text, inline)).toBe(expected)
})

test('generated graphs are read back the same', async () => {
  await fc.assert(
    fc.asyncProperty(graphs, async graph => {
      expect(await roundTrip(mermaid, graph, inline)).toBeUndefined()
    }),
    { seed: 11, numRuns: runs(400) },
  )
})

test.each(readdirSync('corpus/mermaid').filter(name => name.endsWith('.mmd')))(
  '%s is read back the same',
  async name => {
    const text = readFileSync(`corpus/mermaid/${name}`, 'utf8')
    expect(await sameFormat(mermaid, text, inline)).toBeUndefined()
  },
)

test('an edge has the curve that was the default when it was drawn', () => {
  const [graph] = readMermaid(
    'flowchart LR\nA --> B\nlinkStyle default interpolate basis\nB --> C\nlinkStyle default interpolate step\nC --> D\n',
  ).graphs
  // As in mermaid, whose addSingleLink gives an edge the default that holds at that moment.
  expect(graph?.edges.map(edge => edge.extras.get('mermaid')?.get('curve'))).toEqual([
    undefined,
    'basis',
    undefined,
  ])
  expect(graph?.extras.get('mermaid')?.get('curve')).toBe('step')
})
