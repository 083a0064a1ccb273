/** DOT to DOT keeps what Graphviz resolves, over every accepted file of the shared conformance cases. */
import { existsSync, readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { readDot } from '../../converters/dot/index.js'
import { decodeDot } from '../../converters/dot/read/decode.js'
import { resolveDot } from '../../converters/dot/read/resolve.js'
import { createdOrder } from '../../converters/dot/words/places.js'
import { writeDot } from '../../converters/dot/write/write.js'
import { caseForm, type DotCase } from '../../scripts/conformance-dot.js'
import type { Graph } from '../../src/ir/model.js'

const file = '../shared/conformance/dot/dot.jsonl'

/** Files of which something that nobody draws changes, by the end of their name. */
const exceptions = [
  // Equally named clusters under different subgraphs that are no clusters get names of their own.
  'graphviz__tests_1436.dot',
  // Attributes that a subgraph that is no cluster only inherits, or does not: a label, a place of the last drawing.
  'graphs_clustlabel.gv',
  'share_KW91.gv',
  'windows_KW91.gv',
  'share_proc3d.gv',
  'windows_proc3d.gv',
  'data_18.gv',
]

/** What is written of a file, and whether its nodes have to come in another order: those of a cluster stand together. */
function rewritten(text: string): { readonly text: string; readonly reordered: boolean } {
  const { graphs } = readDot(text)
  return { text: writeDot(graphs.map(graph => ({ graph }))), reordered: graphs.some(isReordered) }
}

function isReordered(graph: Graph): boolean {
  const order = createdOrder(graph)
  return [...graph.nodes.keys()].some((id, place) => id !== order[place])
}

/** How many of the files have clusters whose nodes take turns with others, and no way to say so but naming them twice. */
const REORDERED = 9

type Form = ReturnType<typeof caseForm>
type Subgraph = Form['subgraphs'][number]

function sortedNodes<T extends Pick<Form, 'nodes' | 'subgraphs'>>(form: T): T {
  const inner = (subgraph: Subgraph): Subgraph => {
    return { ...subgraph, nodes: [...subgraph.nodes].sort(), subgraphs: subgraph.subgraphs.map(inner) }
  }
  const nodes = [...form.nodes].sort((a, b) => (a.id < b.id ? -1 : 1))
  return { ...form, nodes, subgraphs: form.subgraphs.map(inner) }
}

/** What Graphviz would resolve. What is read is text, so the name of the bytes' encoding goes. */
function resolved(text: string, inOrder: boolean) {
  return resolveDot(text).graphs.map(graph => {
    const { nodeDefaults: _, edgeDefaults: __, ...form } = caseForm(graph)
    const { charset, ...attrs } = form.attrs
    const text = { ...form, attrs: /latin|8859/i.test(String(charset)) ? attrs : form.attrs }
    return inOrder ? text : sortedNodes(text)
  })
}

test.skipIf(!existsSync(file))(
  'each file is resolved as before, and rewriting it again changes nothing',
  () => {
    const different: string[] = []
    const reordered: string[] = []
    for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
      const { id, accepted, text, base64 = '' } = JSON.parse(line) as DotCase
      if (!accepted) continue
      const source = text ?? decodeDot(new Uint8Array(Buffer.from(base64, 'base64')))
      const { text: written, reordered: other } = rewritten(source)
      if (other) reordered.push(id)
      expect(rewritten(written), id).toEqual({ text: written, reordered: false })
      if (!isDeepStrictEqual(resolved(source, !other), resolved(written, !other))) different.push(id)
    }
    expect(different.filter(id => !exceptions.some(name => id.endsWith(name)))).toEqual([])
    expect(different.length).toBe(exceptions.length)
    expect(reordered.length).toBe(REORDERED)
  },
)
