/** Plain words in YAML, as the js-yaml in mermaid reads them; the expected values are mermaid's own. */
import { expect, test } from 'vitest'
import { mermaid } from '../../converters/mermaid/index.js'

const metadataOf = (word: string): unknown => {
  const text = `flowchart\n    subgraph one\n        a --> b\n    end\n    one@{ a: ${word} }\n`
  const metadata = mermaid.read!(text, {})
    .graphs[0]?.groups.get('one')
    ?.extras.get('mermaid')
    ?.get('metadata')
  return metadata instanceof Map ? metadata.get('a') : undefined
}

test.each([
  ['', null],
  ['~', null],
  ['NULL', null],
  ['nUll', 'nUll'],
  ['True', true],
  ['yes', 'yes'],
  ['0x1F', 31],
  ['-0x1', -1],
  ['0o17', 15],
  ['0b11', 3],
  ['08', 8],
  ['+5', 5],
  ['.5', 0.5],
  ['1_000', '1_000'],
  ['"True"', 'True'],
  ['"x"#y\n', 'x'],
])('%j is %j', (word, value) => {
  expect(metadataOf(word)).toBe(value)
})

test.each(['True', '~', '0x1F', '+5', '.inf', 'Null', 'on'])('a title %j is written as a text', title => {
  const { graphs } = mermaid.read!(`---\ntitle: "${title}"\n---\nflowchart\na\n`, {})
  const text = mermaid.write!([{ graph: graphs[0]! }], {})
  expect(text).toContain(title === 'on' ? 'title: on\n' : `title: "${title}"\n`)
  expect(mermaid.read!(text, {}).graphs[0]?.title).toBe(title)
})
