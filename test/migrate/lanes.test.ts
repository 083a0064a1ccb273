/** Lanes that are proposed say what they are made of; and where a diagram could be parted, each place is counted by hand. */
import { expect, test } from 'vitest'
import { mermaid } from '../../converters/mermaid/index.js'
import { read } from '../../src/core.js'
import { laneProposals } from '../../src/migrate/lanes.js'
import { splitProposals } from '../../src/migrate/split.js'
import { growth, PROPORTION } from '../setup/work.js'

const graphOf = (text: string) => read(`flowchart LR\n${text}`, { format: mermaid }).graphs[0]!
const BY_HAND = 'groups around them in the source make such lanes.'

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'classes, and not once more their colours',
    'a:::ui --> b:::ui --> c:::ui --> d:::db --> e:::db --> f\nclassDef ui fill:#fff\nclassDef db fill:#ccf',
    ['By classes there could be 2: “ui” (3 nodes) and “db” (2 nodes); --lanes-from class makes them.'],
  ],
  [
    'colours',
    'a --> b --> c --> d --> e --> f\nstyle a fill:#fcc\nstyle b fill:#fcc\nstyle c fill:#fcc\nstyle d fill:#cfc\nstyle e fill:#cfc',
    [`By colours there could be 2: “#fcc” (3 nodes) and “#cfc” (2 nodes); ${BY_HAND}`],
  ],
  [
    'beginnings of ids',
    'auth_in --> auth_out --> dbRead --> dbWrite --> web-a --> web-b',
    [
      `By beginnings of ids there could be 3: “auth” (2 nodes), “db” (2 nodes) and “web” (2 nodes); ${BY_HAND}`,
    ],
  ],
  [
    'beginnings of labels',
    'a[Shop: pick] --> b[Shop: pack] --> c[Bank: pay] --> d[Bank: book] --> e[Shop: ship] --> f',
    [`By beginnings of labels there could be 2: “Shop” (3 nodes) and “Bank” (2 nodes); ${BY_HAND}`],
  ],
  [
    'verbs',
    'a[Check order] --> b[check stock] --> c[Send mail] --> d[Send goods] --> e[Send bill] --> f',
    [`By first words of labels there could be 2: “check” (2 nodes) and “send” (3 nodes); ${BY_HAND}`],
  ],
  ['nothing where nodes share nothing', 'a --> b --> c --> d --> e --> f', []],
  ['nothing where there are groups', 'subgraph S\na_1 --> a_2 --> a_3\nend\nb_1 --> b_2 --> b_3', []],
  ['nothing where most share nothing', 'a_1 --> a_2 --> b_1 --> b_2 --> x --> y --> z --> w', []],
  ['nothing for a handful', 'a_1 --> a_2 --> b_1 --> b_2', []],
]
test.each(cases)('%s', (_, text, said) =>
  expect(laneProposals(graphOf(text))).toEqual(said.map(line => `Without groups there is one lane. ${line}`)),
)

test('a graph is parted where no edge joins it, at its groups, and at the edge that joins halves', () => {
  const ring = (name: string) => `${name}1 --> ${name}2 --> ${name}3 --> ${name}1`
  const graph = graphOf(
    `subgraph One\n${ring('a')}\nend\nsubgraph Two\n${ring('b')}\nend\na3 --> b1\nx --> y`,
  )
  expect(splitProposals(graph)).toEqual([
    'It falls into 2 parts that no edge joins, and each could be a diagram of its own; the largest have 6 nodes and 2 nodes.',
    'Each of its 2 outermost groups could be a diagram of its own: “One” (3 nodes) and “Two” (3 nodes).',
    'Only the edge “a3” → “b1” joins 3 nodes to 3 others: it could be parted there.',
    'Only the edge “x” → “y” joins 1 node to 1 others: it could be parted there.',
  ])
})

test('two edges between the same nodes hold them together', () => {
  expect(splitProposals(graphOf('a --> b\na --> b'))).toEqual([])
})

test('a long chain costs no more than its length', async () => {
  const work = (size: number) =>
    splitProposals(graphOf(Array.from({ length: size }, (_, n) => `a${n} --> a${n + 1}`).join('\n')))
  expect(await growth(200, work)).toBeLessThan(PROPORTION)
})
