/** DOT to DOT keeps what Graphviz resolves, over every accepted file of the shared conformance cases. */
import { existsSync, readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { decodeDot } from '../../converters/dot/decode.js'
import { readDot, writeDot } from '../../converters/dot/index.js'
import { resolveDot } from '../../converters/dot/resolve.js'
import { caseForm, type DotCase } from '../../scripts/conformance-dot.js'

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

function rewritten(text: string): string {
  return writeDot(readDot(text).graphs.map(graph => ({ graph })))
}

/** What Graphviz would resolve. What is read is text, so the name of the bytes' encoding goes. */
function resolved(text: string) {
  return resolveDot(text).graphs.map(graph => {
    const { nodeDefaults: _, edgeDefaults: __, ...form } = caseForm(graph)
    const { charset, ...attrs } = form.attrs
    return { ...form, attrs: /latin|8859/i.test(String(charset)) ? attrs : form.attrs }
  })
}

test.skipIf(!existsSync(file))(
  'each file is resolved as before, and rewriting it again changes nothing',
  () => {
    const different: string[] = []
    for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
      const { id, accepted, text, base64 = '' } = JSON.parse(line) as DotCase
      if (!accepted) continue
      const source = text ?? decodeDot(new Uint8Array(Buffer.from(base64, 'base64')))
      const written = rewritten(source)
      expect(rewritten(written) === written, id).toBe(true)
      if (!isDeepStrictEqual(resolved(source), resolved(written))) different.push(id)
    }
    expect(different.filter(id => !exceptions.some(name => id.endsWith(name)))).toEqual([])
    expect(different.length).toBe(exceptions.length)
  },
)
