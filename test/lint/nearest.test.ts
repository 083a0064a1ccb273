/** Words that are nearly others: suggested where they may be meant, and mended where that is beyond doubt. */
import { expect, test } from 'vitest'
import { fix, lint } from '../../src/index.js'

test.each([
  [
    'mermaid',
    'flowchart LR\n  a --> b\n  classDef warn1 fill:red\n  class a warn1\n  class b warn2\n',
    'warn1',
  ],
  ['mermaid', 'flowchart LR\n  node1 --> node3\n  style node2 fill:red\n', undefined],
  ['dot', 'digraph { compound=true; subgraph cluster1 { a } b -> a [lhead=cluster2] }\n', 'cluster1'],
  ['dot', 'digraph { a [shape=box2d] }\n', 'box3d'],
  ['dot', 'digraph { a [color=gray101] }\n', undefined],
] as const)('a number is no slip: %s %j', (format, text, suggested) => {
  expect(fix(text, { format }).text).toBe(text)
  const said = lint(text, { format })
    .messages.map(({ text }) => text)
    .join(' ')
  if (suggested !== undefined) expect(said).toContain(suggested)
})

test.each([
  [
    'mermaid',
    'flowchart LR\n  a:::wran --> b:::wran\n  classDef warn fill:red\n  class c,d wran\n',
    'flowchart LR\n  a:::warn --> b:::warn\n  classDef warn fill:red\n  class c,d warn\n',
  ],
  [
    'mermaid',
    'flowchart LR\n  a:::step11\n  classDef stepp11 fill:red\n',
    'flowchart LR\n  a:::stepp11\n  classDef stepp11 fill:red\n',
  ],
  ['dot', 'digraph { a [shape=boxx3d] }\n', 'digraph { a [shape=box3d] }\n'],
] as const)('a slip is mended wherever it stands: %s %j', (format, text, mended) => {
  const { text: fixed, applied } = fix(text, { format })
  expect(fixed).toBe(mended)
  expect(applied).toHaveLength(1)
})
