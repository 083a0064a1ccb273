/** What lowering costs where there is nothing to lower. */
import { expect, test } from 'vitest'
import { mermaid } from '../../converters/mermaid/index.js'
import { lower } from '../../src/lower/lower.js'
import { readWith } from '../../src/read.js'
import { counting } from '../setup/work.js'

const EDGES = 500

test('an edge that the target holds as it is costs few steps, for nobody hears of it', async () => {
  const text = `flowchart\n${Array.from({ length: EDGES }, (_, i) => `a${i} -->|say ${i}| b${i}\n`).join('')}`
  const [graph] = readWith(mermaid, text).graphs
  const target = { name: 'mermaid', title: 'Mermaid', capabilities: mermaid.capabilities!(graph!, {}) }
  await counting(async steps => {
    const work = () => expect(lower(graph!, target).messages).toEqual([])
    await steps(work)
    expect((await steps(work)) / EDGES).toBeLessThan(1500)
  })
})
