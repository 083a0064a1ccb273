/** One measurement: the median of several runs, after a while that does not count. */
import type { Contender } from './contenders.js'
import type { Sample } from './samples.js'

export interface Measurement {
  readonly contender: string
  readonly sample: string
  readonly bytes: number
  /** On a clock, the median. */
  readonly milliseconds: number
  /** Of the processor, all threads, as a mean; left out for another process. */
  readonly cpuMilliseconds?: number
  readonly megabytesPerSecond: number
}

/** Everyone's code is hot before it counts; large texts heat it in fewer runs. */
const warmMilliseconds = 250
const enoughMilliseconds = 500
const leastRuns = 3
const mostRuns = 200

/** `undefined` where the contender is not given samples of this size, or cannot read this one. */
export async function measure(contender: Contender, sample: Sample): Promise<Measurement | undefined> {
  if ((sample.edges ?? 0) > (contender.most ?? Number.POSITIVE_INFINITY)) return undefined
  const times: number[] = []
  let start = process.cpuUsage()
  try {
    for (let spent = 0; spent < warmMilliseconds; ) spent += await timed(contender, sample)
    start = process.cpuUsage()
    for (
      let spent = 0;
      times.length < leastRuns || (spent < enoughMilliseconds && times.length < mostRuns);
    ) {
      const time = await timed(contender, sample)
      times.push(time)
      spent += time
      if (spent > 5 * enoughMilliseconds) break
    }
  } catch (error) {
    console.error(`${contender.name} cannot read ${sample.name}: ${String(error).split('\n')[0]}`)
    return undefined
  }
  const { user, system } = process.cpuUsage(start)
  const milliseconds = times.sort((a, b) => a - b)[times.length >> 1]!
  return {
    contender: contender.name,
    sample: sample.name,
    bytes: sample.bytes,
    milliseconds,
    ...(!contender.outside && { cpuMilliseconds: (user + system) / 1000 / times.length }),
    megabytesPerSecond: sample.bytes / 1000 / milliseconds,
  }
}

async function timed(contender: Contender, { texts }: Sample): Promise<number> {
  const before = performance.now()
  for (const text of texts) await contender.run(text)
  return performance.now() - before
}
