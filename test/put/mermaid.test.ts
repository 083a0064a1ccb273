/** Law 6 for Mermaid, over generated graphs and the corpus: PutGet, GetPut, and lines of nothing that changed stay. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mermaid } from '../../converters/mermaid/index.js'
import { differences } from '../../src/ir/difference.js'
import type { Graph } from '../../src/ir/model.js'
import { lower } from '../../src/lower/lower.js'
import { hasErrors } from '../../src/messages/message.js'
import { putWith } from '../../src/put/put.js'
import { readWith } from '../../src/read.js'
import { edited, graphEdits } from '../generate/edits.js'
import { graphs } from '../generate/graphs.js'
import { lowerFor } from '../laws/laws.js'
import { runs } from '../setup/runs.js'

const reading = (text: string) => readWith(mermaid, text, {}, [], { carry: false })

const corpus = readdirSync('corpus/mermaid')
  .filter(name => name.endsWith('.mmd'))
  .map(name => readFileSync(`corpus/mermaid/${name}`, 'utf8'))
  .filter(text => !hasErrors(reading(text).messages))

/** What Mermaid can hold, nodes in any order: a text that is only edited need not be in that of the writer. */
function lowered(graph: Graph): Graph {
  const { node, ...rest } = mermaid.capabilities!(graph, {})
  const { order: _, ...rules } = node
  const capabilities = { ...rest, node: rules }
  return lower(graph, { name: 'mermaid', title: 'Mermaid', same: true, capabilities }).graph
}

const written = graphs.map(graph => mermaid.write!([{ graph: lowerFor(mermaid, graph).graph }], {}))

/** No subgraph without a direction can stand where the settings hand one down. */
const withoutInheritance = corpus.filter(text => !text.includes('inheritDir'))

const sources: readonly (readonly [string, fc.Arbitrary<string>])[] = [
  ['what the writer wrote', written],
  ['the corpus', fc.constantFrom(...withoutInheritance)],
]

describe.each(sources)('law 6 over edits of %s', (_, texts) => {
  const seed = 6
  const numRuns = runs(1000)

  test('what was put reads as wanted', () => {
    fc.assert(
      fc.property(texts, graphEdits(), (text, edits) => {
        const after = edited(reading(text).graphs[0]!, edits)
        for (const wanted of [lowered(after), lowerFor(mermaid, after, {}, true).graph]) {
          const outcome = putWith(mermaid, text, [wanted])
          expect(outcome.messages).toEqual([])
          expect([...differences(reading(outcome.text).graphs[0]!, wanted)]).toEqual([])
        }
      }),
      { seed, numRuns },
    )
  })

  test('the text itself where nothing is edited', () => {
    fc.assert(
      fc.property(texts, text => {
        expect(putWith(mermaid, text, [reading(text).graphs[0]!])).toEqual({ text, messages: [] })
      }),
      { seed, numRuns: runs(400) },
    )
  })

  test('lines of what is not edited stay', () => {
    let lines = 0
    fc.assert(
      fc.property(texts, graphEdits(), (text, edits) => {
        const before = reading(text).graphs[0]!
        const after = lowered(edited(before, edits))
        const left = [...putWith(mermaid, text, [after]).text.split('\n')]
        for (const line of untouched(text, before, after)) {
          const place = left.indexOf(line)
          if (place < 0) expect(left.join('\n')).toContain(line)
          left.splice(place, 1)
          lines++
        }
      }),
      { seed, numRuns },
    )
    expect(lines).toBeGreaterThan(numRuns / 2)
  })
})

/** The lines that hold no id of what changed, and say nothing by number or of the whole diagram. */
function untouched(text: string, before: Graph, after: Graph): string[] {
  const ids = new Set<string>()
  const edges = new Map(after.edges.map(edge => [JSON.stringify([edge.from, edge.to, edge.label]), edge]))
  const of = ({ from, to, id = from.id }: Graph['edges'][number]) => [from.id, to.id, id]
  for (const edge of before.edges) {
    const now = edges.get(JSON.stringify([edge.from, edge.to, edge.label]))
    if (!now || [...differences({ ...before, edges: [edge] }, { ...before, edges: [now] })].length > 0)
      for (const id of of(edge)) ids.add(id)
  }
  for (const { path } of differences(before, after)) {
    if (path[0] === 'nodes' || path[0] === 'groups' || path[0] === 'classes') ids.add(String(path[1]))
    if (path[0] === 'order') return []
    // Mermaid names subgraphs without an id by a count of all: each may need an id when one comes or goes.
    if (path[0] === 'groups' && path.length === 2) ids.add('subgraph')
  }
  const body = text
    .slice(text.search(/^(?:graph|flowchart|swimlane)/m))
    .split('\n')
    .slice(1)
  const says = (line: string) => !/^\s*(?:linkStyle|end\b|direction|acc|%%|$)/.test(line)
  // A line that goes on with what another began is part of something that may have changed there.
  const starts = (line: string) => line.split('"').length % 2 === 1 && !/^\s*(?:[-=<~.&}|]|\w+:\s)/.test(line)
  return body.filter(line => says(line) && starts(line) && ![...ids].some(id => line.includes(id)))
}
