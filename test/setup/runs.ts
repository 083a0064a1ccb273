/**
 * How much of a test is run: `npm test` tries a part of the random cases, `npm run test:long` all of them, and `npm run
 * test:quick` a few. CONTRIBUTING.md has the map.
 */

export type Extent = 'quick' | 'usual' | 'long'

/** As vitest.config.ts hands it on; in an editor that knows nothing of modes, the usual one. */
export const extent = extentOf(process.env.DIAGLOT_TESTS)

const shares: Readonly<Record<Extent, number>> = { quick: 1 / 160, usual: 1 / 64, long: 1 }
const least: Readonly<Record<Extent, number>> = { quick: 3, usual: 5, long: 10 }

/** The number of random cases to try where the long run tries `full`. */
export function runs(full: number): number {
  return Math.max(Math.min(full, least[extent]), Math.round(full * shares[extent]))
}

/** How large a text is that is dear for its size, as where steps are counted: `full` in the long run, a fifth of it in the usual one. */
export function counted(full: number): number {
  return Math.ceil(full * { quick: 1 / 8, usual: 1 / 5, long: 1 }[extent])
}

/** Of cases that are each dear, the first and every so many behind it: all in the long run. */
export function sample<T>(cases: readonly T[], step: number): T[] {
  const every = { quick: 4 * step, usual: 2 * step, long: 1 }[extent]
  return cases.filter((_, index) => index % every === 0)
}

function extentOf(word: string | undefined): Extent {
  return word === 'quick' || word === 'long' ? word : 'usual'
}
