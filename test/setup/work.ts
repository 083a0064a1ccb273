/**
 * Work, counted and not timed: how often V8 ran each block of our code, and how many characters and elements the
 * built-in methods went over that it called. The same on every machine, however busy.
 */
import { type Profiler, Session } from 'node:inspector'
import { setFlagsFromString } from 'node:v8'
import { watchBuiltIns } from './built-ins.js'

/** Something that can be done in several sizes. */
export type Work = (size: number) => unknown

/** Above this, `growth` is no proportion any more; sorting and trees of numbers stay below. */
export const PROPORTION = 5.5

/**
 * How many times as many steps `work` takes for four times the size: 4 where they are in proportion, 16 where they are
 * quadratic. What is done only once (tables that are built when they are first needed) is left out.
 */
export async function growth(size: number, work: Work): Promise<number> {
  return counting(steps => growthOf(steps, size, work))
}

/** Of many works, those whose steps grow out of proportion, each with its growth. */
export async function disproportionate(
  size: number,
  works: Iterable<readonly [string, Work]>,
): Promise<string[]> {
  return counting(async steps => {
    const found: string[] = []
    for (const [name, work] of works) {
      const times = await growthOf(steps, size, work)
      if (times >= PROPORTION) found.push(`${name}: ${times.toFixed(1)}`)
    }
    return found
  })
}

type Steps = (work: () => unknown) => Promise<number>

async function growthOf(steps: Steps, size: number, work: Work): Promise<number> {
  await work(1)
  const small = await steps(() => work(size))
  return (await steps(() => work(4 * size))) / small
}

/** Code that V8 has made fast no longer counts, so none is made fast meanwhile. */
const compilers = ['opt', 'maglev', 'sparkplug']

/** Does something with a function that says how many steps a work takes, itself and in all that it calls. */
export async function counting<T>(use: (steps: Steps) => Promise<T>): Promise<T> {
  const session = new Session()
  session.connect()
  for (const compiler of compilers) setFlagsFromString(`--no-${compiler}`)
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  try {
    return await use(async work => {
      blocksRun(session)
      const watched = watchBuiltIns()
      try {
        await work()
        return blocksRun(session) + watched.gone()
      } finally {
        watched.restore()
      }
    })
  } finally {
    session.post('Profiler.stopPreciseCoverage')
    session.disconnect()
    for (const compiler of compilers) setFlagsFromString(`--${compiler}`)
  }
}

/** How often blocks of our code ran since the last call. */
function blocksRun(session: Session): number {
  let sum = 0
  session.post('Profiler.takePreciseCoverage', (error: Error | null, report) => {
    if (error) throw error
    for (const { url, functions } of report.result) {
      if (/\/(src|converters)\//.test(url)) for (const { ranges } of functions) sum += counted(ranges)
    }
  })
  return sum
}

function counted(ranges: readonly Profiler.CoverageRange[]): number {
  let sum = 0
  for (const { count } of ranges) sum += count
  return sum
}
