/** One measurement: the median of several runs, after some that do not count. */
import type { Contender } from './contenders.js'

export interface Measurement {
  readonly contender: string
  readonly edges: number
  readonly bytes: number
  readonly milliseconds: number
  readonly megabytesPerSecond: number
}

const enoughMilliseconds = 400
const mostRuns = 60

/** `undefined` where the contender is not given texts of this size, or cannot read this one. */
export async function measure(
  contender: Contender,
  text: string,
  edges: number,
): Promise<Measurement | undefined> {
  if (edges > (contender.most ?? Number.POSITIVE_INFINITY)) return undefined
  const times: number[] = []
  try {
    if (edges <= 1000) for (let warm = 0; warm < 3; warm++) await contender.run(text)
    for (let spent = 0; times.length < 3 || (spent < enoughMilliseconds && times.length < mostRuns); ) {
      const before = performance.now()
      await contender.run(text)
      times.push(performance.now() - before)
      spent += times.at(-1)!
      if (spent > 5 * enoughMilliseconds) break
    }
  } catch (error) {
    console.error(`${contender.name} cannot read ${edges} edges: ${String(error).split('\n')[0]}`)
    return undefined
  }
  const milliseconds = times.sort((a, b) => a - b)[times.length >> 1]!
  const bytes = Buffer.byteLength(text)
  return {
    contender: contender.name,
    edges,
    bytes,
    milliseconds,
    megabytesPerSecond: bytes / 1000 / milliseconds,
  }
}
