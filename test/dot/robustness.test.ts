/** Texts that nobody draws, and sizes that few do. */
import { describe, expect, test } from 'vitest'
import { dot, readDot } from '../../converters/dot/index.js'
import { decodeDot } from '../../converters/dot/read/decode.js'
import { writeDot } from '../../converters/dot/write/write.js'
import { lower } from '../../src/lower/lower.js'
import { counted, runs, sample } from '../setup/runs.js'
import { disproportionate } from '../setup/work.js'

const again = (text: string) => writeDot(readDot(text).graphs.map(graph => ({ graph })))

test('a label of 1 MB', () => {
  const label = 'lorem ipsum '.repeat(90_000)
  const { graphs, messages } = readDot(`digraph { a [label="${label}"] }`)
  expect(messages).toEqual([])
  expect(graphs[0]!.nodes.get('a')?.label.text).toBe(label)
  expect(readDot(again(`digraph { a [label="${label}"] }`)).graphs[0]!.nodes.get('a')?.label.text).toBe(label)
})

describe('10,000 levels', () => {
  const deep = (open: string, inside: string, close: string) =>
    open.repeat(10_000) + inside + close.repeat(10_000)
  test.each([
    ['braces', `digraph { ${deep('{', 'a', '}')} }`],
    ['open braces', `digraph ${'{'.repeat(10_000)}`],
    ['angle brackets', `digraph { a [label=${deep('<', 'a', '>')}] }`],
  ])('%s are read or said to be too many', (_, text) => {
    const { messages } = readDot(text)
    const codes = new Set(messages.map(({ code }) => code))
    expect([...codes].every(code => code === 'limit/nesting' || code === 'syntax/brace')).toBe(true)
  })

  test('braces of a record label are said to be too many, and kept', () => {
    const text = `digraph {\n  a [shape=record, label="${deep('{', 'x', '}')}"]\n}`
    const { graphs, messages } = readDot(text)
    expect(messages.map(({ code, at }) => [code, at])).toEqual([['limit/nesting', [12, 13]]])
    expect(graphs[0]!.nodes.get('a')?.label.text).toBe('a')
    const { extras } = readDot(again(text)).graphs[0]!.nodes.get('a')!
    expect(extras.get('dot')?.get('label')).toBe(deep('{', 'x', '}'))
    expect(again(again(text))).toBe(again(text))
  })

  test('tables in an HTML label', () => {
    const label = deep('<TABLE><TR><TD>', 'x', '</TD></TR></TABLE>')
    expect(() => readDot(`digraph { a [label=<${label}>] }`)).not.toThrow()
  })
})

test('a NUL drops the rest of its line, and places stay true', () => {
  const text = 'digraph { a\0 garbage [\n -> b; c [x] }'
  const { graphs, messages } = readDot(text)
  expect([...graphs[0]!.nodes.keys()]).toEqual(['a', 'b', 'c'])
  expect(messages.map(({ at }) => text.slice(...at!))).toEqual([']'])
})

test('names that objects have', () => {
  const text =
    'digraph { __proto__ [constructor=1, __proto__=2]; subgraph cluster___proto__ { toString } hasOwnProperty -> __proto__ [key=__proto__] }'
  const { graphs, messages } = readDot(text)
  expect(messages).toEqual([])
  expect([...graphs[0]!.nodes.keys()]).toEqual(['__proto__', 'toString', 'hasOwnProperty'])
  expect(graphs[0]!.nodes.get('__proto__')?.extras.get('dot')?.get('__proto__')).toBe('2')
  expect([...graphs[0]!.groups.keys()]).toEqual(['__proto__'])
})

const kinds: Readonly<Record<string, (index: number) => string>> = {
  edges: index => `n${index} -> n${index + 1} [label="${index}"];\n`,
  errors: index => `n${index} [width=1${index % 7}px];\n`,
  defaults: index => `node [color="#${(index % 4096).toString(16).padStart(6, '0')}"]; n${index};\n`,
  clusters: index => `subgraph cluster_${index} { n${index}; label=${index} }\n`,
  subgraphs: index => `{ rank=same; n${index}; m${index} } n${index} -> m${index};\n`,
}

test('statements by the thousand are read and written at a cost in proportion', async () => {
  const text = (kind: (index: number) => string, count: number) =>
    `digraph {\n${Array.from({ length: count }, (_, index) => kind(index)).join('')}}\n`
  const works = sample(Object.entries(kinds), 3).map(
    ([name, kind]) => [name, (count: number) => again(text(kind, count))] as const,
  )
  expect(await disproportionate(counted(300), works)).toEqual([])
  for (const kind of Object.values(kinds)) again(text(kind, runs(5_000)))
})

test('bytes that are no UTF-8 are Latin-1', () => {
  const bytes = new Uint8Array(
    [...'digraph { "caf']
      .map(c => c.charCodeAt(0))
      .concat(
        [0xe9],
        [...'" }'].map(c => c.charCodeAt(0)),
      ),
  )
  expect([...readDot(decodeDot(bytes)).graphs[0]!.nodes.keys()]).toEqual(['café'])
  const both = new TextEncoder().encode('digraph { é }')
  expect(decodeDot(both)).toBe('digraph { é }')
  expect(decodeDot(new TextEncoder().encode('digraph { charset=latin1; é }'))).toBe(
    'digraph { charset=latin1; Ã© }',
  )
})

test('carried data comes back, and is no attribute', () => {
  const { graphs } = readDot('digraph { a; subgraph cluster_x { b } }')
  const carry = '{"a":"\\"quoted\\\\","b":[1]}\\'
  const { carried, graphs: back } = readDot(writeDot([{ graph: graphs[0]!, carry }]))
  expect(carried).toEqual([carry])
  expect(back[0]!.extras.size).toBe(0)
  expect(back[0]!.groups.get('x')?.extras.size).toBe(0)
})

describe('what was read as it stood is written again only while it still says the same', () => {
  const source =
    'digraph { a [label="\\N!", shape=unheard, style="filled,diagonals", color="red:blue"]; a -> b [arrowhead=lnormalolbox] }'
  const graph = readDot(source).graphs[0]!
  const edited = (change: object) => {
    const node = { ...graph.nodes.get('a')!, ...change }
    const changed = { ...graph, nodes: new Map([...graph.nodes, ['a', node]]) }
    const capabilities = dot.capabilities!(changed, {})
    return writeDot([
      { graph: lower(changed, { name: 'dot', title: 'DOT', capabilities, same: true }).graph },
    ])
  }

  test('nothing changed', () => {
    expect(edited({})).toContain(
      'a [label="a!", shape=unheard, style="filled,diagonals", fillcolor="red:blue", color="red:blue"]',
    )
  })
  test('the label changed', () => {
    expect(edited({ label: { text: 'new' } })).toContain('a [label=new, shape=unheard,')
  })
  test('the shape changed', () => {
    expect(edited({ shape: 'diamond' })).toContain('shape=diamond')
  })
  test('the fill changed', () => {
    const text = edited({ style: { fill: 'green', stroke: 'red' } })
    expect(text).toContain('fillcolor="#008000", color="red:blue"')
    expect(readDot(text).graphs[0]?.nodes.get('a')?.style).toEqual({ fill: '#008000', stroke: 'red' })
  })
})

const nonsense = [
  ['comments that are never closed', '/* ', 200_000],
  ['comments in front of nothing', '/* */ // x\n', 50_000],
  ['the word graph', 'graph ', 100_000],
  ['quotes', '"\\" ', 100_000],
  ['lines without a meaning', 'digraph {\n a ~ b\n', 5_000],
  ['arrows the wrong way round', 'digraph {\na <- b;\n', 5_000],
] as const

function asked(text: string): void {
  dot.sniff!(text)
  readDot(text)
}

test('nonsense is read at a cost in proportion', async () => {
  const works = sample(nonsense, 2).map(
    ([name, piece]) => [name, (size: number) => asked(piece.repeat(size))] as const,
  )
  // Above 500 levels there is an error, and below it costs more than its share to look for the end.
  expect(await disproportionate(450, works)).toEqual([])
})

test.each(nonsense)('much of %s', (_, piece, count) => {
  asked(piece.repeat(runs(count)))
})
