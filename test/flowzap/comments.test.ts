import { describe, expect, it } from 'vitest'
import { flowzap, lintFlowzap, readFlowzap } from '../../converters/flowzap/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { convertWith } from '../../src/convert.js'
import { makeGraph } from '../../src/ir/build.js'
import type { Extras } from '../../src/ir/model.js'
import { readWith } from '../../src/read.js'
import { lowerFor, roundTrip } from '../laws/laws.js'

const commented = `// Header
// of the file
Sales { # Sales
# not a label
n1: circle label:"Start"
// why
n1.handle(right) -> n2.handle(left)
  //   n2 is late
n2: rectangle label:"Quote"
n3: circle label:"End"
//
loop [until signed] n1 n2
// last in the lane
}
Desk { # Desk
}
// tail
`

/** Every comment before the statement that it stood before, and the statements in their canonical order. */
const canonical = `// Header
// of the file
Sales { # Sales
// not a label
n1: circle label:"Start"
//   n2 is late
n2: rectangle label:"Quote"
n3: circle label:"End"
// why
n1.handle(right) -> n2.handle(left)
//
loop [until signed] n1 n2
// last in the lane
}
Desk { # Desk
}
// tail
`

describe('comments', () => {
  it('come back before what they stood before', async () => {
    const { text, messages } = await convertWith(flowzap, flowzap, commented)
    expect(text).toBe(canonical)
    expect(messages).toEqual([])
    expect((await convertWith(flowzap, flowzap, canonical)).text).toBe(canonical)
  })

  it('belong to the statement behind them', () => {
    const { nodes, edges, loops, groups, extras } = readFlowzap(commented).graphs[0]!
    const said = (element: { readonly extras: Extras } | undefined) =>
      Object.fromEntries(element?.extras.get('flowzap') ?? [])
    expect(said(groups.get('Sales'))).toEqual({
      comments: [' Header', ' of the file'],
      commentsAfter: [' last in the lane'],
    })
    expect(said(groups.get('Desk'))).toEqual({})
    expect([...nodes.values()].map(said)).toEqual([
      { comments: [' not a label'] },
      { comments: ['   n2 is late'] },
      {},
    ])
    expect(said(edges[0])).toEqual({ comments: [' why'] })
    expect(said(loops[0])).toEqual({ comments: [''] })
    expect(said({ extras })).toEqual({ commentsAfter: [' tail'] })
  })

  it('of what is left out stay at the end, and of a lane that is opened twice with its first', async () => {
    const text =
      'A { # L\nn1: circle\n// nowhere\nn1.handle(top) -> n9.handle(top)\n// twice\nn1: circle\n// x\n?\n}\n// more\nA {\nn2: circle\n// end\n}\n'
    expect((await convertWith(flowzap, flowzap, text)).text).toBe(
      '// more\nA { # L\nn1: circle label:""\nn2: circle label:""\n// twice\n// x\n// end\n}\n// nowhere\n',
    )
  })

  it('are named where they are left out, and ride along with --carry', async () => {
    const { messages } = await convertWith(flowzap, mermaid, commented)
    const left = messages.filter(({ code }) => code === 'loss/extras')
    expect(left.flatMap(({ changes }) => changes?.map(({ path }) => path.join('/')))).toEqual([
      'extras/flowzap/commentsAfter',
      'nodes/n1/extras/flowzap/comments',
      'nodes/n2/extras/flowzap/comments',
      'groups/Sales/extras/flowzap/comments',
      'groups/Sales/extras/flowzap/commentsAfter',
      'edges/0/extras/flowzap/comments',
    ])
    const { text } = await convertWith(flowzap, mermaid, commented, { carry: true })
    expect(text).not.toMatch(/^ *\/\//m)
    expect((await convertWith(mermaid, flowzap, text)).text.replace(/^\/\/@.*\n/m, '')).toBe(canonical)
  })

  it('that cannot be written are left out: carried data, line breaks', async () => {
    const comments = ['ok', '@{"v":1}', 'a\nb', 'a\rb', 7, 'blanks ']
    for (const comment of comments) {
      const extras: Extras = new Map([['flowzap', new Map([['commentsAfter', [comment]]])]])
      const graph = makeGraph({ extras })
      const { graph: lowered } = lowerFor(flowzap, graph)
      expect(lowered.extras.size, String(comment)).toBe(comment === 'ok' ? 1 : 0)
      expect(await roundTrip(flowzap, graph)).toBeUndefined()
    }
  })

  it('are still a finding of the linter, for FlowZap drops them', () => {
    expect(lintFlowzap(commented).filter(({ code }) => code === 'lint/comment')).toHaveLength(8)
  })

  it('are no data that is carried', () => {
    expect(
      readWith(flowzap, '//@ {"v":1}\n//x').graphs[0]?.extras.get('flowzap')?.get('commentsAfter'),
    ).toEqual(['x'])
  })
})
