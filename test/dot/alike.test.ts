/** What elements say beside their labels is found out once for those that say the same: each still has its own. */
import { expect, test } from 'vitest'
import { readDot } from '../../converters/dot/index.js'

const read = (body: string) => {
  const { graphs, messages } = readDot(`digraph g {\n${body}\n}\n`)
  expect(messages).toEqual([])
  return graphs[0]!
}
const nodes = (body: string) => [...read(body).nodes.values()]

test('nodes that differ in their labels only share what else they say', () => {
  const [a, b, c] = nodes(
    'node [shape=box, color=red, peripheries=2]; a [label="A\\nx"]; b [label="\\N!"]; c',
  )
  expect([a, b, c].map(node => node!.label.text)).toEqual(['A\nx', 'b!', 'c'])
  for (const node of [a, b, c]) {
    expect(node).toMatchObject({ shape: 'rectangle', style: { stroke: 'red' } })
    expect(node!.extras.get('dot')).toEqual(new Map([['peripheries', '2']]))
  }
})

test('an escape that stands for the name is not that of another node', () => {
  const links = nodes('node [URL="http://x/\\N"]; a [label=x]; b [label=y]').map(({ link }) => link?.url)
  expect(links).toEqual(['http://x/a', 'http://x/b'])
})

test('a record has the fields of its own label, and HTML its own form', () => {
  const [a, b] = nodes('node [shape=record]; a [label="x|y"]; b [label="z"]')
  expect(a!.fields).toHaveLength(2)
  expect(b!.fields).toBeUndefined()
  const [text, html] = nodes('node [shape=plaintext]; a [label="x"]; b [label=<<b>x</b>>]')
  expect([text!.label.rich, html!.label.rich?.source]).toEqual([undefined, '<b>x</b>'])
})

test('lines that stand left are a label’s own, also where only its text can be told', () => {
  const [a, b, c] = nodes('node [shape=box]; a [label="x\\ny"]; b [label="x\\ly\\l"]; c [label="x  y\\l"]')
  expect([a!.label.rich, b!.label.rich?.syntax, c!.label.rich]).toEqual([undefined, 'dot-html', undefined])
  expect([a, b, c].map(node => node!.extras.get('dot')?.has('label') ?? false)).toEqual([false, false, true])
})

test('nodes on the colour of a cluster are not like others', () => {
  const [a, b] = nodes('subgraph cluster_a { bgcolor=red; a [label=x, shape=box] } b [label=y, shape=box]')
  expect([a!.style.fill, b!.style.fill]).toEqual(['none', undefined])
})

test('a compass point is a side, but for a node with a field of that name', () => {
  const { edges } = read(
    'r [shape=record, label="<n> x|<b> y"]; a; a -> b [headport=n]; b -> a [headport=n]; a -> r [headport=n]',
  )
  expect(edges.map(({ to }) => [to.side, to.port])).toEqual([
    ['top', undefined],
    ['top', undefined],
    [undefined, 'n'],
  ])
})

test('an edge has its own label, whichever attribute has it', () => {
  const { edges } = read(
    'a -> b [label="x \\T", style=dashed]; b -> a [label="x \\T", style=dashed]; a -> c [xlabel=z, style=dashed]; c -> a [style=dashed]',
  )
  expect(edges.map(({ label, line }) => [label.text, line])).toEqual([
    ['x a', 'dashed'],
    ['x b', 'dashed'],
    ['z', 'dashed'],
    ['', 'dashed'],
  ])
})

test('where every element is another one, each is read as it is', () => {
  const many = Array.from({ length: 600 }, (_, index) => `n${index} [label=x, penwidth=${index + 2}]`).join(
    '\n',
  )
  const found = nodes(many)
  expect(found.map(({ style }) => style.strokeWidth)).toEqual(
    Array.from({ length: 600 }, (_, index) => index + 2),
  )
})
