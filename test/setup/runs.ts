/**
 * How much of a test is run: `npm test` tries a part of the random cases, `npm run test:long` all of them, and `npm run
 * test:quick` a few. CONTRIBUTING.md has the map.
 */

export type Extent = 'quick' | 'usual' | 'long'

/** As vitest.config.ts hands it on; in an editor that knows nothing of modes, the usual one. */
export const extent = extentOf(process.env.DIAGLOT_TESTS)

const shares: Readonly<Record<Extent, number>> = { quick: 1 / 80, usual: 1 / 16, long: 1 }

/** The number of random cases to try where the long run tries `full`. */
export function runs(full: number): number {
  return Math.max(Math.min(full, 10), Math.round(full * shares[extent]))
}

/** A size at which steps are counted, which goes slowly: `full` in the long run, and a third of it otherwise. */
export function counted(full: number): number {
  return extent === 'long' ? full : Math.ceil(full / 3)
}

/** Of cases that are each dear, every so many: all in the long run, and the first in each. */
export function sample<T>(cases: readonly T[], step: number): T[] {
  const every = { quick: 4 * step, usual: step, long: 1 }[extent]
  return cases.filter((_, index) => index % every === 0)
}

function extentOf(word: string | undefined): Extent {
  return word === 'quick' || word === 'long' ? word : 'usual'
}
