/** What steps hold: two shapes, flat parts that a step may stand in, and one kind of arrow. */
import type { Capabilities, TextRules } from '../../../src/capabilities.js'

const text: TextRules = { lines: true, rich: [] }
const word = (id: string): string => id.replaceAll(/\W/g, '_') || '_'

export const stepsCapabilities: Capabilities = {
  graph: { title: text, direction: () => 'TB' },
  node: { text, shape: shape => (shape === 'diamond' ? 'diamond' : 'rectangle') },
  group: { text, kinds: ['cluster'], nested: false },
  edge: {
    text,
    line: line => (line === 'invisible' ? undefined : 'solid'),
    arrows: () => ['none', 'normal'],
    side: () => undefined,
  },
  ids: { node: { numbered: 's' }, group: word, shared: false },
}
