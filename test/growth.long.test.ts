/** Every construct of every format, whole and broken, is read at a cost in proportion to the text. */
import { describe, expect, test } from 'vitest'
import { constructs } from '../scripts/bench/constructs.js'
import { readWith } from '../src/read.js'
import { entries } from './setup/formats.js'
import { disproportionate } from './setup/work.js'

/** What grows faster, and why that is so; limits keep each of them small. */
const known: Readonly<Record<string, readonly string[]>> = {
  // Every subgraph keeps the value that an attribute had before; what stands in clusters stands in those around them too.
  dot: [
    'subgraphs and attributes',
    'nested clusters',
    'nested clusters with labels',
    'nested clusters with colours',
    'open braces',
  ],
  // Faster up to some hundred lanes, and no faster beyond: 1,280 take twice what 320 take, 20,480 three times what 5,120 take.
  flowzap: ['open lanes'],
  // Texts in properties that never close: each line goes over the texts of all lines behind it.
  mermaid: ['open shapes with texts'],
  // Boxes in one place are looked for in a grid: the size times its root.
  drawio: [
    'boxes on each other',
    'loose lines',
    'containers',
    'nested containers',
    'layers',
    'objects',
    'placeholders',
  ],
}

const formats = entries.filter(({ name }) => name in constructs)

describe.each(formats.map(entry => [entry.name, entry] as const))('%s', (name, { load }) => {
  test('grows no faster than the text', async () => {
    const format = await load()
    const works = Object.entries(constructs[name as keyof typeof constructs]).map(
      ([construct, text]) => [construct, (size: number) => readWith(format, text(size))] as const,
    )
    const found = await disproportionate(80, works)
    const isKnown = (line: string) => known[name]?.some(construct => line.startsWith(`${construct}: `))
    expect(found.filter(line => !isKnown(line))).toEqual([])
  })
})
