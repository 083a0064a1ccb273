/** What is put right in a graph's own format is a repair, and no loss. */
import { describe, expect, test } from 'vitest'
import { flowzap } from '../../converters/flowzap/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import type { Format } from '../../src/format.js'
import { readWith } from '../../src/read.js'
import { lowerFor } from '../laws/laws.js'

function repairs(format: Format, text: string): string[] {
  const [graph] = readWith(format, text).graphs
  if (!graph) throw new Error('nothing is read')
  return lowerFor(format, graph, {}, true).messages.map(({ code, text: words }) => `${code}: ${words}`)
}

describe('in its own format', () => {
  test('an id that can only stand behind an arrow gets another', () => {
    expect(repairs(mermaid, 'flowchart\na-->click-->b\n')).toEqual([
      'repair/id: The node “click” is “click_” in Mermaid.',
    ])
  })

  test('a node outside every lane gets one', () => {
    expect(repairs(flowzap, 'n1: rectangle label:"Alone"\nA { # A\nn2: rectangle label:"b"\n}\n')).toEqual([
      'repair/node-place: FlowZap Code needs a lane for every node: the node without one is in the new lane “Main”.',
    ])
  })
})
