/** Every case of the shared conformance file, where it is there, in the long run. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compareCase, conformanceDot, type DotCase } from '../../scripts/conformance-dot.js'
import { extent } from '../setup/runs.js'

const file = '../shared/conformance/dot/dot.jsonl'

describe.runIf(extent === 'long' && existsSync(file))('conformance with Graphviz', () => {
  test('every case agrees', () => {
    const lines: string[] = []
    const agrees = conformanceDot(readFileSync(file, 'utf8'), line => lines.push(line))
    expect(agrees, lines.join('\n')).toBe(true)
    expect(lines.at(-1)).toMatch(/^agree (\d+) of \1$/)
  })
})

const right: DotCase = {
  id: 'right',
  accepted: true,
  text: 'digraph { a -> b [color=red] }',
  expected: [
    {
      id: null,
      strict: false,
      directed: true,
      attrs: {},
      nodeDefaults: {},
      edgeDefaults: {},
      nodes: [
        { id: 'a', attrs: {} },
        { id: 'b', attrs: {} },
      ],
      edges: [{ tail: 'a', head: 'b', attrs: { color: 'red' } }],
      subgraphs: [],
    },
  ],
}

describe('the comparison', () => {
  test('finds nothing where there is nothing', () => {
    expect(compareCase(right)).toEqual(new Map())
  })
  test('finds a difference in each field', () => {
    const other = (text: string) => [...compareCase({ ...right, text }).keys()]
    expect(other('digraph { a -> b [color=blue] }')).toEqual(['edge attributes'])
    expect(other('digraph { b; a -> b [color=red] }')).toEqual(['nodes'])
    expect(other('digraph G { a -> b [color=red] subgraph {a} }')).toEqual([
      'id',
      'subgraphs',
      'clusters',
      'subgraph attributes',
      'member nodes',
      'member edges',
    ])
    expect(other('digraph { a:x -> b [color=red, key=k] }')).toEqual(['keys', 'ports'])
    expect(other('digraph { a -> b [color=red }')).toEqual(['accepted'])
    expect(other('digraph { a -> b [color=red] }\ngraph {}')).toEqual(['graphs'])
  })
  test('ends with the count', () => {
    const lines: string[] = []
    const cases = [right, { ...right, id: 'wrong', accepted: false }]
    expect(conformanceDot(cases.map(item => JSON.stringify(item)).join('\n'), line => lines.push(line))).toBe(
      false,
    )
    expect(lines.at(-1)).toBe('agree 1 of 2')
  })
})
