/** Comments stay with what they stand before, and go nowhere else. */
import { expect, test } from 'vitest'
import { readDot } from '../../converters/dot/index.js'
import { writeDot } from '../../converters/dot/write/write.js'
import { flowzap } from '../../converters/flowzap/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { writeWith } from '../../src/convert.js'
import { counted } from '../setup/runs.js'
import { growth, PROPORTION } from '../setup/work.js'

const rewritten = (text: string) => writeDot(readDot(text).graphs.map(graph => ({ graph })))

test('each kind stands on a line of its own before its node, edge or cluster', () => {
  const text = `// top
/* a
   block */
digraph G { // first
  a [label=<<b>"//x</b>>]; // beside a
  # the cluster
  subgraph cluster_x { b /* b's */ }
  // the edge
  a -> b [URL="http://x", // its label
    label=e];
  // last
} // tail
// the end
`
  const written = `// top
/* a
   block */
digraph G {
  // first
  // beside a
  a [label=<<b>"//x</b>>];
  # the cluster
  subgraph cluster_x {
    /* b's */
    b;
  }
  // the edge
  // its label
  a -> b [label=e, URL="http://x"];
  // last
  // tail
  // the end
}
`
  expect(rewritten(text)).toBe(written)
  expect(rewritten(written)).toBe(written)
})

test('comments before what has no place of its own go to the next that has one', () => {
  expect(rewritten('graph { // direction\n rankdir=LR; node [shape=box] /* same */ { a } }')).toBe(
    'graph {\n  rankdir=LR;\n  {\n    // direction\n    /* same */\n    a [shape=box];\n  }\n}\n',
  )
})

test('what looks like a comment in a text is none', () => {
  const [graph] = readDot(
    'digraph { a [URL="http://x/#y", label="/* no */"]; b [label=<<i># no</i>>] }',
  ).graphs
  expect([...graph!.nodes.values()].map(({ extras }) => extras.get('dot')?.get('comments'))).toEqual([
    undefined,
    undefined,
  ])
})

test('no other format gets them', async () => {
  const { graphs } = readDot('// one\ndigraph { // two\n a -> b // three\n}')
  for (const format of [flowzap, mermaid]) {
    expect((await writeWith(format, graphs, {})).text).not.toMatch(/one|two|three/)
  }
})

test('a comment in the extras that is none is not written', () => {
  const { graphs } = readDot('digraph { a }')
  const [graph] = graphs
  const bad = ['// a\n} evil {', 'plain', '/* a */ b */', '#\u0000']
  const extras = new Map([['dot', new Map([['comments', bad]])]])
  expect(writeDot([{ graph: { ...graph!, extras } }])).toBe('digraph {\n  a;\n}\n')
})

test('thousands of comments are read at a cost in proportion', async () => {
  const text = (count: number) => `digraph { ${'a; // x\n# y\nrankdir=LR /* z */\n'.repeat(count)} }`
  expect(await growth(counted(750), count => readDot(text(count)))).toBeLessThan(PROPORTION)
})
