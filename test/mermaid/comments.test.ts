import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dot } from '../../converters/dot/index.js'
import { mermaid, readMermaid } from '../../converters/mermaid/index.js'
import { writeMermaid } from '../../converters/mermaid/write/write.js'
import { type Commented, commentsOf } from '../../src/ir/comments.js'
import { lowerFor, sameFormat, textOf } from '../laws/laws.js'
import { runs } from '../setup/runs.js'

function rewritten(text: string): string {
  return writeMermaid([{ graph: readMermaid(text).graphs[0]! }])
}

/** A canonical text: comments at the top, before a node, a subgraph and edges, and at the end. */
const canonical = `%% Made by hand
flowchart LR
    %% The first node
    %% has two lines of comment
    a[One]
    %%% A group
    subgraph g[Group]
        %%no blank
        b
    end
    %% style:#f00; looks like a style
    a --> b
    %% ends in direction
    b -->|back| a
    %% The end
`

describe('comments', () => {
  test('stay at their place', () => {
    expect(rewritten(canonical)).toBe(canonical)
  })

  test('belong to what they stand before', () => {
    const graph = readMermaid(canonical).graphs[0]!
    const own = (element: Commented) => commentsOf(element, 'mermaid')
    expect(own(graph)).toEqual([' Made by hand'])
    expect(own(graph.nodes.get('a')!)).toEqual([' The first node', ' has two lines of comment'])
    expect(own(graph.groups.get('g')!)).toEqual(['% A group'])
    expect(own(graph.nodes.get('b')!)).toEqual(['no blank'])
    expect(graph.edges.map(own)).toEqual([[' style:#f00; looks like a style'], [' ends in direction']])
    expect(commentsOf(graph, 'mermaid', 'commentsAfter')).toEqual([' The end'])
  })

  test.each([
    [
      'a chain',
      'flowchart\n%% c\na --> b --> c',
      'flowchart\n    a\n    b\n    c\n    %% c\n    a --> b\n    b --> c\n',
    ],
    [
      'an end',
      'flowchart\nsubgraph g\na\n%% c\nend\nb',
      'flowchart\n    subgraph g\n        a\n    end\n    %% c\n    b\n',
    ],
    ['a style', 'flowchart\na\n%% c\nstyle a fill:red', 'flowchart\n    a\n    style a fill:red\n    %% c\n'],
    [
      'properties of an edge',
      'flowchart\na e1@--> b\n%% c\ne1@{ animate: true }\nd',
      'flowchart\n    a\n    b\n    %% c\n    d\n    a e1@--> b\n    e1@{ animate: true }\n',
    ],
    [
      'a repeated subgraph',
      'flowchart\n%% 1\nsubgraph g\na\nend\n%% 2\nsubgraph g\nb\nend',
      'flowchart\n    %% 1\n    %% 2\n    subgraph g\n        a\n        b\n    end\n',
    ],
  ])('before %s', (_, text, expected) => {
    expect(rewritten(text)).toBe(expected)
    expect(rewritten(expected)).toBe(expected)
  })

  test('cannot begin a directive or a tag', () => {
    const text = 'flowchart\n    %% a <b and x\n    a["x=#quot;y#quot;"]\n    %% %%{ }\n    b\n'
    expect(rewritten(text)).toBe(text.replace('<b', '< b').replace('%%{ }', '%% { }'))
    expect(rewritten(rewritten(text))).toBe(rewritten(text))
  })

  test('that hold carried data are none', () => {
    const text = writeMermaid([{ graph: readMermaid('flowchart\na').graphs[0]!, carry: '{}' }])
    expect(text).toContain('%% diaglot:')
    expect(readMermaid(text).graphs[0]!.document).toBeUndefined()
  })

  test('of a hand-made graph that would be more than comments are left out', () => {
    const comments = ['fine', 'x\nclick a call evil()', '{init: {}}%%', ' diaglot: {}', '']
    const [graph] = readMermaid('flowchart\na').graphs
    const document = new Map([['mermaid', new Map([['comments', comments]])]])
    expect(writeMermaid([{ graph: { ...graph!, document } }])).toBe('%%fine\nflowchart\n    a\n')
  })

  test('reach no other format', async () => {
    const lowered = lowerFor(dot, readMermaid(canonical).graphs[0]!)
    expect(await textOf(dot, lowered.graph)).not.toMatch(/Made by hand|The first node|The end|A group/)
    expect(lowered.messages.map(({ code }) => code)).toContain('loss/comments')
  })
})

const piece = fc.constantFrom(
  'a',
  ' ',
  '<b',
  '>',
  '%%{',
  '{',
  '%',
  '"',
  '="',
  'init',
  ':',
  ';',
  '#a;',
  'style',
  'direction TB',
  '\u2028',
  '\ud800',
  '}%%',
  '---',
)
const comment = fc.array(piece, { maxLength: 5 }).map(pieces => `%% ${pieces.join('')}`)
const statement = fc.constantFrom(
  'a',
  'a["x="] --> b',
  'subgraph g\nc\nend',
  'a --> g',
  'style a fill:#f00;',
  'g --> b',
  'e@{ shape: doc }',
)

test('whatever comments say, the diagram is the same without them, and they are written again', async () => {
  const texts = fc.array(fc.tuple(fc.array(comment, { maxLength: 2 }), statement), {
    minLength: 1,
    maxLength: 5,
  })
  await fc.assert(
    fc.asyncProperty(texts, async parts => {
      const text = `flowchart\n${parts.map(([comments, statement]) => [...comments, statement].join('\n')).join('\n')}\n`
      expect(await sameFormat(mermaid, text), text).toBeUndefined()
    }),
    { seed: 3, numRuns: runs(500) },
  )
})
