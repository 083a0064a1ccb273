/**
 * Each contender in processes of its own, by turns, with the package as it is built: the processor's time of the first call and of warm calls,
 * the clock, and memory. Of several rounds the least counts, which other work on the machine lengthens least.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { packageIn } from '../bundle.js'

export interface Spent {
  /** Milliseconds of the processor: of the first call, of the process until its end, and of a call when all is warm. */
  readonly cold: number
  readonly whole: number
  readonly warm: number
  /** Of a warm call, on a clock. */
  readonly wall: number
  /** The most that the process had. */
  readonly megabytes: number
}

export interface Contest {
  readonly texts: readonly string[]
  readonly from: string
  /** By name: which of `one.js` it is, and what it writes. */
  readonly contenders: Readonly<Record<string, { readonly who: string; readonly to?: string }>>
  readonly rounds: number
  /** Milliseconds of the processor that warm calls are measured for, and that calls take before, for as long as V8 still compiles. */
  readonly span?: number
  readonly warmUp?: number
}

let place: Promise<string> | undefined

/** The package of the present sources. */
async function builtPackage(): Promise<string> {
  const folder = resolve('node_modules/.cache/diaglot-bench')
  await packageIn(folder)
  return folder
}

/** What each contender took; one that cannot read the texts, or is not installed, is left out. */
export async function sideBySide({
  texts,
  from,
  contenders,
  rounds,
  span = 500,
  warmUp = 5000,
}: Contest): Promise<Map<string, Spent>> {
  place ??= builtPackage()
  const folder = await place
  mkdirSync(join(folder, 'texts'), { recursive: true })
  const file = join(folder, 'texts', `${from}.json`)
  writeFileSync(file, JSON.stringify(texts))
  const least = new Map<string, Spent>()
  for (let round = 0; round < rounds; round++) {
    for (const [name, { who, to = '' }] of Object.entries(contenders)) {
      const { stdout, status } = spawnSync(
        process.execPath,
        [
          '--max-old-space-size=4000',
          'scripts/bench/one.js',
          ...[who, folder, file, from, to, String(span), String(warmUp)],
        ],
        { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
      )
      if (status !== 0) continue
      const own = JSON.parse(stdout.trim().split('\n').at(-1)!) as Spent
      least.set(name, leastOf(own, least.get(name)))
    }
  }
  return least
}

function leastOf(own: Spent, before: Spent | undefined): Spent {
  if (!before) return own
  const both = (name: keyof Spent) => Math.min(own[name], before[name])
  return {
    cold: both('cold'),
    whole: both('whole'),
    warm: both('warm'),
    wall: both('wall'),
    megabytes: both('megabytes'),
  }
}
