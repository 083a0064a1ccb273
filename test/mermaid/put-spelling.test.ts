/** Labels, arrows, shapes and properties changed in a Mermaid text that spells them in its own way: text, edit, expected text. */
import { expect, test } from 'vitest'
import { mermaid } from '../../converters/mermaid/index.js'
import { plain } from '../../src/ir/build.js'
import { putWith } from '../../src/put/put.js'
import { readWith } from '../../src/read.js'
import { all, type Change, edge, label, node } from './put-changes.js'

/** The header `flowchart` and the line breaks around are left out. */
const cases: readonly (readonly [name: string, text: string, change: Change, expected: string])[] = [
  [
    'a label that needs quotes gets them, and one in quotes keeps them',
    'A[One] -->|yes| B("Two")',
    all(
      node('A', label('a (b)')),
      node('B', label('Three')),
      edge(0, at => ({ ...at, label: plain('a|b') })),
    ),
    'A["a (b)"] -->|"a|b"| B("Three")',
  ],
  [
    'a shape keeps the label’s quotes',
    'A["One"]:::hot',
    node('A', at => ({ ...at, shape: 'circle' })),
    'A(("One")):::hot',
  ],
  [
    'a label inside of a link stays there, beside its length and blanks',
    'A   --  yes  ----->B',
    edge(0, at => ({ ...at, label: plain('no') })),
    'A   --  no  ----->B',
  ],
  [
    'what would end the link inside of it gets quotes',
    'A-. yes .->B == so ==> C',
    all(
      edge(0, at => ({ ...at, label: plain('v1.2') })),
      edge(1, at => ({ ...at, label: plain('a=b') })),
    ),
    'A-. "v1.2" .->B == "a=b" ==> C',
  ],
  [
    'a first label keeps the arrow',
    'A e1@---->B',
    edge(0, at => ({ ...at, label: plain('yes') })),
    'A e1@---->|yes|B',
  ],
  [
    'a label that goes keeps the arrow',
    'A  ---->|yes| B',
    edge(0, at => ({ ...at, label: plain('') })),
    'A  ----> B',
  ],
  [
    'another arrow keeps the label as it is spelt',
    'A -->|"yes"|B',
    edge(0, at => ({ ...at, line: 'dotted' })),
    'A -.->|"yes"|B',
  ],
  [
    'one entry of several in @{ }',
    'A@{ shape: doc,  label: "One", w: 50 } --> B',
    node('A', label('Two')),
    'A@{ shape: doc,  label: "Two", w: 50 } --> B',
  ],
  [
    'a shape in @{ }, beside a label in brackets',
    'A["One"]@{shape: doc, w: 50}',
    node('A', at => ({ ...at, shape: 'documents' })),
    'A["One"]@{shape: docs, w: 50}',
  ],
  [
    'a shape that comes into @{ } stands behind what is there',
    'A["One"]@{ w: 50 }',
    node('A', at => ({ ...at, shape: 'documents' })),
    'A["One"]@{ w: 50, shape: docs }',
  ],
  [
    'a shape that goes out of @{ } takes its comma along',
    'A["One"]@{ shape: doc, w: 50 }',
    node('A', at => ({ ...at, shape: 'rectangle' })),
    'A["One"]@{ w: 50 }',
  ],
  [
    'properties over several lines',
    'A@{\n  shape: doc\n  label: "One"\n}',
    node('A', label('Two')),
    'A@{\n  shape: doc\n  label: "Two"\n}',
  ],
]

test.each(cases)('%s', (_, text, change, expected) => {
  const whole = `flowchart\n${text}\n`
  const { graphs } = readWith(mermaid, whole, {}, [], { carry: false })
  const outcome = putWith(mermaid, whole, [change(graphs[0]!)])
  expect(outcome.messages).toEqual([])
  expect(outcome.text).toBe(`flowchart\n${expected}\n`)
})
