import fc from 'fast-check'
import { expect, it } from 'vitest'
import { flowzap, readFlowzap } from '../../converters/flowzap/index.js'
import type { End } from '../../src/ir/model.js'
import { graphs } from '../generate/graphs.js'
import { lowerFor, roundTrip } from '../laws/laws.js'
import { runs } from '../setup/runs.js'
import { sloppyTexts } from './sloppy.js'

/** What the reader has said where lowering changes a graph that was read from FlowZap Code. */
const saidBefore: Readonly<Record<string, readonly string[]>> = {
  'loss/default-lane': ['repair/node-place'],
  'repair/handle-missing': ['repair/handle-missing', 'syntax/unknown-side'],
  'loss/id': ['repair/lane-id', 'repair/node-id'],
  'repair/character': ['repair/character', 'repair/escape'],
}

it('says of every sloppy text what writing it anew will change', () => {
  fc.assert(
    fc.property(sloppyTexts, text => {
      const { graphs, messages } = readFlowzap(text)
      const codes = new Set<string>(messages.map(({ code }) => code))
      for (const { code, text: words } of lowerFor(flowzap, graphs[0]!, {}, true).messages) {
        // A loop outside every lane that names no node has no lane to go to: that is a loss, not a repair.
        if ((code.startsWith('repair/') && !saidBefore[code]) || code === 'loss/loop') continue
        const expected = saidBefore[code] ?? []
        expect(
          expected.some(each => codes.has(each)),
          `${code} ${words}`,
        ).toBe(true)
      }
    }),
    { seed: 11, numRuns: runs(3000) },
  )
})

it('writes every sloppy text so that it is read back the same', async () => {
  await fc.assert(
    fc.asyncProperty(sloppyTexts, async text => {
      expect(await roundTrip(flowzap, readFlowzap(text).graphs[0]!)).toBeUndefined()
    }),
    { seed: 12, numRuns: runs(2000) },
  )
})

it('finds nothing to say of what it wrote', async () => {
  fc.assert(
    fc.property(sloppyTexts, text => {
      const { graph } = lowerFor(flowzap, readFlowzap(text).graphs[0]!, {}, true)
      const written = flowzap.write!([{ graph }], {})
      const codes = readFlowzap(written).messages.map(({ code }) => code)
      expect(codes).toEqual(written === '' ? ['repair/empty'] : [])
    }),
    { seed: 13, numRuns: runs(2000) },
  )
})

it('draws anew nothing that stands as FlowZap writes it, wherever the graph came from', () => {
  fc.assert(
    fc.property(graphs, graph => {
      const { graph: lowered } = lowerFor(flowzap, graph)
      const again = lowerFor(flowzap, lowered)
      expect(again.messages.map(({ text }) => text)).toEqual([])
    }),
    { seed: 14, numRuns: runs(500) },
  )
})

it('leaves no two edges between the same nodes on each other, no circle in mid-flow and no branch where another leaves', () => {
  fc.assert(
    fc.property(graphs, graph => {
      const bare = {
        ...graph,
        edges: graph.edges.map(edge => ({ ...edge, from: withoutSide(edge.from), to: withoutSide(edge.to) })),
      }
      const { nodes, edges } = lowerFor(flowzap, bare).graph
      const lines = edges.map(({ from, to }) =>
        [`${from.id} ${from.side}`, `${to.id} ${to.side}`].sort().join(' '),
      )
      expect(lines.filter((line, place) => lines.indexOf(line) < place)).toEqual([])
      for (const { id, shape } of nodes.values()) {
        const others = edges.filter(({ from, to }) => from.id !== to.id)
        const out = others.filter(({ from }) => from.id === id)
        const coming = others.filter(({ to }) => to.id === id)
        if (shape === 'circle') expect(out.length === 0 || coming.length === 0, id).toBe(true)
        const branches = edges.filter(({ from }) => from.id === id).map(({ from }) => from.side)
        if (shape === 'diamond' && branches.length <= 3)
          expect(new Set(branches).size, id).toBe(branches.length)
      }
    }),
    { seed: 15, numRuns: runs(500) },
  )
})

function withoutSide({ side: _, ...end }: End): End {
  return end
}
