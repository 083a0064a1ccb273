/** Which constructs cost more than in proportion: steps counted, in reading each and in writing what was read as each format. */
import { formats as entries } from '../../converters/index.js'
import { writeWith } from '../../src/convert.js'
import type { Format } from '../../src/format.js'
import type { Graph } from '../../src/ir/model.js'
import { readWith } from '../../src/read.js'
import { counting } from '../../test/setup/work.js'
import { constructs, type Scaled } from './constructs.js'

/** How many times as large the second text is, and how many times as dear it may be at each doubling. */
const TIMES = 4
const MOST = 2 * 1.25

export interface Growth {
  readonly format: string
  readonly construct: string
  /** `read`, or the format that is written. */
  readonly what: string
  /** For twice the size: 2 is in proportion, 4 is quadratic. */
  readonly perDoubling: number
  readonly steps: number
}

/** Every construct of the formats that are named, at `size` and four times that; those that grow too fast first. */
export async function growths(names: readonly string[], size: number, only?: string): Promise<Growth[]> {
  const formats = await Promise.all(entries.map(({ load }) => load()))
  const found: Growth[] = []
  for (const format of formats) {
    if (!names.includes(format.name) || !(format.name in constructs)) continue
    for (const [construct, text] of Object.entries(constructs[format.name as keyof typeof constructs])) {
      if (only && !construct.includes(only)) continue
      const small = await stepsFor(format, formats, text, size)
      const large = await stepsFor(format, formats, text, TIMES * size)
      for (const [what, steps] of large) {
        const perDoubling = Math.sqrt(steps / Math.max(small.get(what) ?? 1, 1))
        found.push({ format: format.name, construct, what, perDoubling, steps })
      }
    }
  }
  return found.sort((a, b) => b.perDoubling - a.perDoubling)
}

async function stepsFor(format: Format, formats: readonly Format[], scaled: Scaled, size: number) {
  const text = scaled(size)
  const through = async () => {
    const { graphs } = readWith(format, text)
    for (const to of formats) if (to.write) await writeWith(to, graphs, { from: format.name, carry: true })
  }
  // Tables that are built when they are first needed.
  if (!warm.has(format)) await through()
  warm.add(format)
  return counting(async steps => {
    const counts = new Map<string, number>()
    let graphs: readonly Graph[] = []
    counts.set(
      'read',
      await steps(() => {
        graphs = readWith(format, text).graphs
      }),
    )
    for (const to of formats) {
      if (to.write)
        counts.set(to.name, await steps(() => writeWith(to, graphs, { from: format.name, carry: true })))
    }
    return counts
  })
}

const warm = new Set<Format>()

export function growthLine({ format, construct, what, perDoubling, steps }: Growth): string {
  const cells = [
    format.padEnd(8),
    construct.padEnd(30),
    what.padEnd(8),
    `x ${perDoubling.toFixed(2)}`,
    `${steps} steps`.padStart(20),
  ]
  return `${cells.join(' ')}${perDoubling > MOST ? ' TOO MUCH' : ''}`
}
