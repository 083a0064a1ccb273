import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { conformMermaid } from '../../scripts/conformance-mermaid.js'
import { extent } from '../setup/runs.js'

const file = '../shared/conformance/mermaid/flowchart.jsonl'

test.runIf(extent === 'long' && existsSync(file))('every case of the shared conformance file agrees', () => {
  const printed: string[] = []
  const agrees = conformMermaid(readFileSync(file, 'utf8'), line => printed.push(line))
  expect(agrees, printed.join('\n')).toBe(true)
})

test('a case that disagrees is reported, field by field', () => {
  const printed: string[] = []
  const row = {
    id: 'wrong',
    accepted: true,
    text: 'flowchart LR\nA[One] --> B',
    expected: {
      direction: 'TB',
      vertices: [
        { id: 'A', label: 'Two', labelType: 'text', shape: 'square' },
        { id: 'B', label: 'B', labelType: 'text' },
      ],
      edges: [
        {
          from: 'A',
          to: 'B',
          label: '',
          labelType: 'text',
          type: 'arrow_point',
          stroke: 'normal',
          length: 1,
        },
      ],
    },
  }
  expect(conformMermaid(`${JSON.stringify(row)}\n`, line => printed.push(line))).toBe(false)
  expect(printed[0]).toBe('wrong: direction: "LR" instead of "TB"')
  expect(printed[1]).toBe('wrong: vertex label: A: "One" instead of "Two"')
  expect(printed.at(-1)).toBe('agree 0 of 1')
})
