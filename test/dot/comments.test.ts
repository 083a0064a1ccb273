/** Comments are in the text of a graph, and go nowhere else. */
import { expect, test } from 'vitest'
import { dot, readDot } from '../../converters/dot/index.js'
import { writeDot } from '../../converters/dot/write/write.js'
import { convert, formats } from '../../src/index.js'
import { firstDifference } from '../../src/ir/difference.js'
import type { Edge } from '../../src/ir/model.js'
import { putWith } from '../../src/put/put.js'
import { growth, PROPORTION } from '../setup/work.js'

const text = `// top
/* a
   block */
digraph G { // first
  a [label=<<b>"//x</b>>]; // beside a
  # the cluster
  subgraph cluster_x { b /* b's */ }
  // the edge
  a -> b [URL="http://x/#y", // its label
    label="/* no */"];
  // last
} // tail
// the end
`
const bare = text.replace(/(^|\s)(\/\/ .*|# the cluster|\/\* [ab][\s\S]*?\*\/)/gm, '$1')

test('they are no part of a graph, and what looks like one in a text is', () => {
  const [graph] = readDot(text).graphs
  expect(bare).not.toMatch(/first|block|cluster$|tail/m)
  expect(firstDifference(readDot(bare).graphs[0]!, graph!)).toBeUndefined()
  expect(graph!.edges[0]!.label.text).toBe('/* no */')
  expect(writeDot([{ graph: graph! }])).not.toMatch(/first|beside|block|tail|end/)
})

test('no other format gets them, but JSON the text', async () => {
  for (const { name, write } of formats) {
    if (!write) continue
    const { text: written, messages } = await convert(text, { from: 'dot', to: name })
    if (name === 'dot') expect(written).toBe(text)
    else if (name === 'json') expect(JSON.parse(written).source.text).toBe(text)
    else expect(written).not.toMatch(/first|beside|tail|the end/)
    expect(messages.filter(({ text: words }) => /omment/.test(words))).toEqual([])
  }
})

test('what an earlier release kept of them is left out, and said to be', async () => {
  const json = {
    diaglot: 1,
    direction: 'TB',
    nodes: [{ id: 'a', shape: 'ellipse', extras: { dot: { comments: ['// a'], weight: '1' } } }],
    edges: [],
    extras: { dot: { lastComments: ['// end'] } },
  }
  const { text: written, messages } = await convert(JSON.stringify(json), { from: 'json', to: 'dot' })
  expect(written).toBe('digraph {\n  a [weight=1];\n}\n')
  expect(
    messages.map(({ text: words }) => /settings of (.*), so .* out: (.*)\./.exec(words)?.slice(1)),
  ).toEqual([
    ['the graph', 'comments at the end'],
    ['node “a”', 'comments'],
  ])
})

test('where a graph cannot be edited into its text, it is written anew with the comments', () => {
  const own = 'digraph {\n  // why\n  a; // so\n}\n'
  const [graph] = readDot(own).graphs
  const { text: written, messages } = putWith(dot, own, [{ ...graph!, id: 'G', strict: true }])
  expect([written, messages]).toEqual(['strict digraph G {\n  // why\n  a; // so\n}\n', []])
})

test('thousands of comments are read at a cost in proportion', async () => {
  const many = (count: number) => `digraph { ${'a; // x\n# y\nrankdir=LR /* z */\n'.repeat(count)} }`
  expect(await growth(500, count => readDot(many(count)))).toBeLessThan(PROPORTION)
})

test('an edge that comes earlier goes alone; the others and their comments stay where they are', () => {
  const own = 'digraph {\n  a -> b\n  b -> c // second\n  c -> a\n  a -> d\n}\n'
  const [graph] = readDot(own).graphs
  const [first, second, third, last] = graph!.edges
  const wanted = (...edges: readonly (Edge | undefined)[]) => ({ ...graph!, edges: edges.map(edge => edge!) })
  const order = (...edges: readonly (Edge | undefined)[]) => putWith(dot, own, [wanted(...edges)])
  const { text: moved } = order(last, first, second, third)
  expect(moved).toContain('\n  a -> d\n  a -> b\n  b -> c // second\n  c -> a\n')
  expect(firstDifference(readDot(moved).graphs[0]!, wanted(last, first, second, third))).toBeUndefined()
})

test('a comment in the attributes of a chain stays once where the chain is parted', () => {
  const own = 'digraph {\n  a -> b -> c [color=red /* why */] // end\n}\n'
  const [graph] = readDot(own).graphs
  const [first, second] = graph!.edges
  const edges = [first!, { ...second!, label: { text: 'x' } }]
  const { text: parted } = putWith(dot, own, [{ ...graph!, edges }])
  expect(parted.split('/* why */').length).toBe(2)
  expect(parted.split('\n')[1]).toContain('/* why */')
  expect(readDot(parted).graphs[0]!.edges.map(({ label, style }) => [label.text, style.stroke])).toEqual([
    ['', 'red'],
    ['x', 'red'],
  ])
})

test('behind a NUL, with which a line ends for Graphviz, places are those of the author’s text', () => {
  const own = 'digraph {\n  a\0 junk\n  n1\n  x\0y\n  n2\n}\n'
  const [graph] = readDot(own).graphs
  expect(own.slice(...graph!.nodes.get('n1')!.at!)).toBe('n1')
  expect(own.slice(...graph!.nodes.get('n2')!.at!)).toBe('n2')
})
