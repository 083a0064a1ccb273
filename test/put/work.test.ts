/** What it costs to write a graph into the text that it came from: nothing is read or lowered twice to the same end. */
import { expect, test } from 'vitest'
import { dot } from '../../converters/dot/index.js'
import { convertWith, writeWith } from '../../src/convert.js'
import { edit } from '../../src/edit/edit.js'
import type { Format, FormatOptions } from '../../src/format.js'
import type { Graph } from '../../src/ir/model.js'
import { putGraphs } from '../../src/put/put.js'
import { readWith } from '../../src/read.js'
import { counted } from '../setup/runs.js'
import { counting } from '../setup/work.js'

const text = 'digraph {\n  a [label=one] // first\n  b -> a\n}\n\n// other\ndigraph { x -> y }\n'

/** DOT that writes down how often a text of it was read, and each node's shape asked for: once in lowering. */
function watched(changes: Partial<Format> = {}) {
  const seen = { reads: 0, lowered: 0 }
  const format = {
    ...dot,
    read: (text: string, options: FormatOptions) => {
      seen.reads++
      return dot.read!(text, options)
    },
    capabilities: (graph: Graph, options: FormatOptions) => {
      const rules = dot.capabilities!(graph, options)
      const shape: typeof rules.node.shape = (name, node) => {
        seen.lowered++
        return rules.node.shape(name, node)
      }
      return { ...rules, node: { ...rules.node, shape } }
    },
    ...changes,
  } as Format
  return { format, seen }
}

test('a text that comes back as it is is read once, and each of its graphs lowered once', async () => {
  const { format, seen } = watched()
  expect((await convertWith(format, format, text)).text).toBe(text)
  expect(seen).toEqual({ reads: 1, lowered: 4 })
})

test('an edited graph is read once more, to prove what was written', async () => {
  const { format, seen } = watched()
  const { graphs, documents } = readWith(format, text)
  const edited = [graphs[0]!, edit(graphs[1]!).relabel('x', 'X').done()]
  const written = await writeWith(format, edited, { from: 'dot', documents })
  expect(written.text).toBe(text.replace('{ x -> y }', '{ x -> y x [label=X] }'))
  expect(seen).toEqual({ reads: 2, lowered: 4 })
})

test('where no text can hold a graph, it is not lowered once more to be written anew', async () => {
  const { format, seen } = watched({ put: () => [] })
  const { graphs, documents } = readWith(format, text)
  const other = edit(graphs[1]!).relabel('x', 'X').done()
  const { text: written } = await writeWith(format, [other], { documents: documents!.slice(1) })
  expect(written).toBe('digraph {\n  x [label=X];\n  y;\n  x -> y;\n}\n')
  expect(seen.lowered).toBe(2)
})

test('an edit costs a few readings of its text', async () => {
  const size = counted(300)
  const large = `digraph {\n${Array.from({ length: size }, (_, i) => `  n${i} -> n${i + 1} [label=x];\n`).join('')}}\n`
  const [graph] = readWith(dot, large).graphs
  const edited = edit(graph!).relabel('n7', 'seven').done()
  await counting(async steps => {
    const read = () => readWith(dot, large)
    const put = () => expect(putGraphs(dot, large, [edited]).messages).toEqual([])
    read()
    put()
    const cost = (await steps(put)) / (await steps(read))
    // Plain statements are read without the grammar, which the outline of a text needs.
    expect(cost).toBeLessThan(15)
  })
})
