/** `--update` into Mermaid for a release: what is written is what that release reads, and what it has no fault with stays. */
import '../setup/dom.js'
import mermaid10 from 'mermaid-10'
import { describe, expect, test } from 'vitest'
import { dot } from '../../converters/dot/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { edit, fix, lint, put, read } from '../../src/index.js'
import { bringBack } from '../../src/put/bring-back.js'
import { extent } from '../setup/runs.js'

const TEXT = `flowchart LR
  %% my note
  a@{ shape: rounded, label: "Order" }
  a e1@--> b[Ship]
    b --> c@{ label: "Bill" }
`

function updated(text: string, mermaid: string): string {
  const [graph] = read(text, { format: 'mermaid' }).graphs
  const { text: made, messages } = put(text, edit(graph!).relabel('b', 'Send (all)').done(), {
    format: 'mermaid',
    options: { mermaid },
  })
  expect(messages).toEqual([])
  return made
}

const newer = (text: string, mermaid: string) =>
  lint(text, { format: 'mermaid', options: { mermaid } }).messages.filter(
    ({ code }) => code === 'lint/mermaid-version',
  )

test('what is newer is written in an older way, and all else stays', () => {
  expect(updated(TEXT, '10.9')).toBe(`flowchart LR
  %% my note
  a("Order")
  a --> b["Send (all)"]
    b --> c["Bill"]
`)
})

test('where the release reads all of it, only what changed is written', () => {
  expect(updated(TEXT, '11.6')).toBe(TEXT.replace('b[Ship]', 'b["Send (all)"]'))
})

test.each(['8.9', '9.4', '10.9', '11.2', '11.6'])('%s has no fault with what is written for it', release => {
  const texts = [
    TEXT,
    'flowchart LR\n  a@{ shape: doc, label: "Bill" } --> b[Ship]\n  click b href "https://a.b"\n',
    'flowchart LR\n  b[Ship] e1@==> c\n  e1@{ animate: true }\n',
    'flowchart LR\n  subgraph s [One]\n    direction TB\n    b[Ship] --> c@{ icon: "fa:user", label: "x" }\n  end\n  b --> s\n',
    '---\nconfig:\n  theme: forest\n---\nflowchart LR\n  b["`**Ship**`"] <--> c(((x)))\n',
  ]
  for (const text of texts) expect([newer(updated(text, release), release), text]).toEqual([[], text])
})

describe('where nothing was edited', () => {
  const unedited = (text: string, mermaid: string) => {
    const graphs = read(text, { format: 'mermaid' }).graphs
    return put(text, graphs[0]!, { format: 'mermaid', options: { mermaid } })
  }

  test('what is too new is written in an older way all the same', () => {
    expect(unedited(TEXT, '10.9')).toEqual({
      text: 'flowchart LR\n  %% my note\n  a("Order")\n  a --> b[Ship]\n    b --> c["Bill"]\n',
      messages: [],
    })
    expect(unedited(TEXT, '11.6')).toEqual({ text: TEXT, messages: [] })
  })

  test('an update says what is lost for the release, and what it still cannot read', () => {
    const graphs = [
      ...read(
        'digraph { rankdir=LR; node [shape=box]; a [label=Order style=rounded]; b [label=Ship]; c [label=Bill]; a -> b [id=e1]; b -> c }',
        { format: 'dot' },
      ).graphs,
    ]
    const brought = (text: string, options: Readonly<Record<string, string>>) =>
      bringBack(mermaid, text, dot, graphs, options)
    const { text, messages } = brought(TEXT, { mermaid: '10.9' })
    expect(text).toBe('flowchart LR\n  %% my note\n  a("Order")\n  a --> b[Ship]\n    b --> c["Bill"]\n')
    const said = messages.filter(({ code }) => code !== 'loss/extras' && code !== 'loss/spelling')
    expect(said.map(({ code, text, at }) => [code, text, at])).toEqual([
      ['loss/edge-id', 'The id “e1” of the edge “a” → “b” is left out.', undefined],
      [
        'repair/updated',
        'What was too new in the Mermaid text for where it is read is written in an older way.',
        undefined,
      ],
    ])
    expect(brought(TEXT, {})).toEqual({ text: TEXT, messages: [] })
  })
})

test.runIf(extent === 'long')('mermaid 10.9 itself reads it', async () => {
  await mermaid10.parse(updated(TEXT, '10.9'))
  await expect(mermaid10.parse(TEXT)).rejects.toThrow()
})

describe('the fix of properties beside brackets', () => {
  test.each([
    ['a(Order)@{ label: "Bill" }', 'a("Bill")'],
    ['a[/Order/]@{ label: "Bill" }', 'a[/"Bill"/]'],
    ['a([Order])@{ label: "Bill" }', 'a(["Bill"])'],
    ['a{{"Order"}}@{ label: "Bill" }', 'a{{"Bill"}}'],
    ['a(((Order)))@{ label: "Bill" }', 'a((("Bill")))'],
    ['a>Order]@{ label: "Bill" }', 'a>"Bill"]'],
  ])('%s keeps the shape', (before, after) => {
    const { text } = fix(`flowchart LR\n  ${before}\n`, { format: 'mermaid', options: { mermaid: '10.9' } })
    expect(text).toBe(`flowchart LR\n  ${after}\n`)
  })
})
