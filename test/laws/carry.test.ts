import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formats as entries } from '../../converters/index.js'
import { carryOf } from '../../src/carry/carry.js'
import { readWith } from '../../src/convert.js'
import { firstDifference } from '../../src/ir/difference.js'
import type { Graph, Link } from '../../src/ir/model.js'
import { graphs } from '../generate/graphs.js'
import { drawingOf, lowerFor } from './laws.js'

const only = process.env.ONLY?.split(',')
const formats = await Promise.all(
  entries.filter(e => !only || only.includes(e.name)).map(({ load }) => load()),
)
const carrying = formats.filter(({ carries }) => carries)

/** An address that runs a script never comes back from carrying, so the law is about graphs without one. */
const tame = graphs.map((graph): Graph => {
  const withTame = <T extends { readonly link?: Link }>(element: T): T => {
    const { link, ...rest } = element
    if (link?.url === undefined || !/^(javascript|data):/.test(link.url)) return element
    const { url: _, ...others } = link
    return (Object.keys(others).length > 0 ? { ...rest, link: others } : rest) as T
  }
  return {
    ...withTame(graph),
    nodes: new Map([...graph.nodes].map(([id, node]) => [id, withTame(node)])),
    groups: new Map([...graph.groups].map(([id, group]) => [id, withTame(group)])),
    edges: graph.edges.map(withTame),
  }
})

describe.each(carrying.map(format => [format.name, format] as const))(
  'law 5, unedited, through %s',
  (_, format) => {
    test('the way back gives the whole graph, so it gives the same in every format', async () => {
      await fc.assert(
        fc.asyncProperty(tame, async graph => {
          const lowered = lowerFor(format, graph)
          const line = carryOf(graph, lowered)
          expect(line).toMatch(/^[ -~]*$/)
          const drawing = await drawingOf(format, lowered.graph)
          const text = format.write?.([line ? { ...drawing, carry: line } : drawing], {}) ?? ''
          const { graphs, messages } = readWith(format, text)
          const [back] = graphs
          const refused = messages.find(({ code }) => code === 'repair/carried')?.text
          expect(back && firstDifference(graph, back), `${refused}\n${text}`).toBeUndefined()
          expect(refused).toBeUndefined()
        }),
        { seed: 5, numRuns: format.geometry ? 100 : 300 },
      )
    })
  },
)
