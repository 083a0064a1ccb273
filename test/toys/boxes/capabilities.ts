/** What a list of boxes holds: what is seen of a diagram, and no more. */
import type { Capabilities, TextRules } from '../../../src/capabilities.js'

const text: TextRules = { lines: true, rich: [] }
const style = { fill: true, stroke: true } as const

export const boxesCapabilities: Capabilities = {
  graph: { title: text, undirected: true, direction: direction => direction ?? 'TB' },
  node: { text, shape: shape => shape, style, image: true },
  group: { text, kinds: ['lane', 'cluster'], nested: true, style },
  edge: {
    text,
    line: line => (line === 'invisible' ? undefined : line),
    arrows: (from, to) => [from, to],
    groupEnds: true,
    side: () => undefined,
  },
  loop: { text },
  ids: { node: 'any', group: 'any', shared: false },
}
