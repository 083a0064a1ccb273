import { describe, expect, it } from 'vitest'
import { flowzap, lintFlowzap, readFlowzap } from '../../converters/flowzap/index.js'
import { writeFlowzap } from '../../converters/flowzap/write/write.js'
import { json } from '../../converters/json/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { convertWith } from '../../src/convert.js'
import { makeGraph } from '../../src/ir/build.js'
import { type Commented, commentsOf } from '../../src/ir/comments.js'
import { sameGraph } from '../../src/ir/difference.js'
import type { ElementDocument, Graph } from '../../src/ir/model.js'
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
    const { nodes, edges, loops, groups, document } = readFlowzap(commented).graphs[0]!
    const said = (element: Commented | undefined) =>
      Object.fromEntries(element?.document?.get('flowzap') ?? [])
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
    expect(said({ ...(document && { document }) })).toEqual({ commentsAfter: [' tail'] })
  })

  it('of what is left out stay at the end, and of a lane that is opened twice with its first', async () => {
    const text =
      'A { # L\nn1: circle\n// nowhere\nn1.handle(top) -> n9.handle(top)\n// twice\nn1: circle\n// x\n?\n}\n// more\nA {\nn2: circle\n// end\n}\n'
    expect((await convertWith(flowzap, flowzap, text)).text).toBe(
      '// more\nA { # L\nn1: circle label:""\nn2: circle label:""\n// twice\n// x\n// end\n}\n// nowhere\n',
    )
  })

  it.each([false, true])(
    'are named where they are left out, and do not ride along (carry: %s)',
    async carry => {
      const { text, messages, source } = await convertWith(flowzap, mermaid, commented, { carry })
      const left = messages.filter(({ code }) => code === 'loss/comments')
      expect(left.map(({ text, at }) => [text, at && source.slice(...at).split('\n')[0]])).toEqual(
        [
          ['at node “n1”', 'n1: circle label:"Start"'],
          ['at node “n2”', 'n2: rectangle label:"Quote"'],
          ['at group “Sales”', 'Sales { # Sales'],
          ['at edge “n1” → “n2”', 'n1.handle(right) -> n2.handle(left)'],
          ['at a loop', 'loop [until signed] n1 n2'],
          ['around the diagram', undefined],
        ].map(([where, line]) => [
          `The comments ${where} are left out: they belong to the text that they stand in.`,
          line,
        ]),
      )
      expect(text).not.toMatch(/why|is late|tail/)
    },
  )

  it('count in no comparison, and JSON holds them', async () => {
    const [graph, bare] = [commented, commented.replace(/^ *(?:\/\/.*|# not.*)\n/gm, '')].map(
      text => readFlowzap(text).graphs[0]!,
    )
    expect(sameGraph(graph!, bare!)).toBe(true)
    const held = (await convertWith(flowzap, json, commented)).text
    expect((await convertWith(json, flowzap, held)).text).toBe(canonical)
  })

  it('of JSON that an earlier version wrote stood in extras, and are read', async () => {
    const held = (await convertWith(flowzap, json, commented)).text
    const earlier = held.replaceAll('"document"', '"extras"')
    expect(earlier).not.toBe(held)
    expect((await convertWith(json, flowzap, earlier)).text).toBe(canonical)
  })

  it('that cannot be written are left out: carried data, line breaks', async () => {
    const comments = ['ok', '@{"v":1}', 'a\nb', 'a\rb', 7, 'blanks ']
    for (const comment of comments) {
      const document: ElementDocument = new Map([['flowzap', new Map([['commentsAfter', [comment]]])]])
      const graph: Graph = { ...makeGraph({}), document }
      expect(writeFlowzap({ graph: lowerFor(flowzap, graph).graph })).toBe(comment === 'ok' ? '//ok\n' : '')
      expect(await roundTrip(flowzap, graph)).toBeUndefined()
    }
  })

  it('are still a finding of the linter, for FlowZap drops them', () => {
    expect(lintFlowzap(commented).filter(({ code }) => code === 'lint/comment')).toHaveLength(8)
  })

  it('are no data that is carried', () => {
    const [graph] = readWith(flowzap, '//@ {"v":1}\n//x').graphs
    expect(commentsOf(graph!, 'flowzap', 'commentsAfter')).toEqual(['x'])
  })
})
