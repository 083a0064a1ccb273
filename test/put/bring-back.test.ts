import { describe, expect, test } from 'vitest'
import { dot } from '../../converters/dot/index.js'
import { drawio } from '../../converters/drawio/index.js'
import { flowzap } from '../../converters/flowzap/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { writeWith } from '../../src/convert.js'
import type { Format } from '../../src/format.js'
import { bringBack } from '../../src/put/bring-back.js'
import { readWith } from '../../src/read.js'

const text = `// Orders, as they come in
Sales { # Sales desk
  n1: circle label:"Order" owner:"Ann"
  // the long way
  n2: diamond label:"In stock?"
  n1.handle(right) -> n2.handle(left)
  n2.handle(right) -> Store.n3.handle(left) [label="yes"]
}
Store { # Store
  n3: taskbox label:"Send"
}
`

/** The text as another format has it, edited there, and brought back. */
async function through(format: Format, edit: (text: string) => string) {
  const { graphs } = readWith(flowzap, text, {}, [], { carry: false })
  const { text: exported } = await writeWith(format, graphs, { from: 'flowzap', carry: true })
  const now = edit(exported)
  if (now === exported) expect(edit('x')).toBe('x')
  const theirs = readWith(format, now, {}, [], { carry: false })
  return bringBack(flowzap, text, format, theirs.graphs)
}

describe('an edit in another format', () => {
  test.each([
    ['mermaid', mermaid],
    ['dot', dot],
    ['drawio', drawio],
    ['flowzap', flowzap],
  ])('a %s file that nobody edited leaves the text alone', async (_, format) => {
    expect(await through(format, same => same)).toEqual({ text, messages: [] })
  })

  test.each([
    ['mermaid', mermaid],
    ['dot', dot],
    ['drawio', drawio],
    ['flowzap', flowzap],
  ])('a label that was changed in %s changes alone', async (_, format) => {
    const { text: now, messages } = await through(format, exported =>
      exported.replace(/In stock\?/, 'Any left?'),
    )
    expect(now).toBe(text.replace('In stock?', 'Any left?'))
    expect(messages.map(message => message.text)).toEqual([
      'Brought back into the FlowZap Code text: 1 changed.',
    ])
  })

  test('a node and an edge that were drawn in Mermaid', async () => {
    const { text: now } = await through(mermaid, exported =>
      exported.replace(/^(\s*)n2 /m, '$1n2 --> new[Back order]\n$1n2 '),
    )
    const fresh = now.split('\n').filter(line => !text.split('\n').includes(line))
    expect(fresh).toEqual([
      '  n2.handle(bottom) -> Main.n4.handle(top)',
      'Main { # Main',
      '  n4: rectangle label:"Back order"',
    ])
  })

  test('what the text itself changed since the drawing was written stays', async () => {
    const source =
      'flowchart LR\n  a[Start]:::hot --> b{Paid?}\n  b -->|yes| c[Ship] --> d[Close]\n  classDef hot fill:#f96\n'
    const { graphs } = readWith(mermaid, source)
    const { text: page } = await writeWith(drawio, graphs, { from: 'mermaid' })
    const mine = source
      .replace('Start', 'Begin')
      .replace('d[Close]', 'd[Close] --> e[Archive]')
      .replace('#f96', '#fa0')
    const theirs = readWith(drawio, page.replace('label="Ship"', 'label="Ship it"'), {}, [], { carry: false })
    const { text: now, messages } = bringBack(mermaid, mine, drawio, theirs.graphs)
    expect(now).toBe(mine.replace('Ship', 'Ship it'))
    expect(messages.map(message => message.text)).toEqual(['Brought back into the Mermaid text: 1 changed.'])
    expect(bringBack(mermaid, mine, drawio, readWith(drawio, page).graphs).text).toBe(mine)
  })

  test('another diagram is refused', () => {
    const theirs = readWith(mermaid, 'flowchart LR\n  Alpha --> Beta --> Gamma\n').graphs
    const { text: now, messages } = bringBack(flowzap, text, mermaid, theirs)
    expect(now).toBe(text)
    expect(messages.map(({ code }) => code)).toEqual(['syntax/update'])
  })
})
