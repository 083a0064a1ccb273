/**
 * The releases of mermaid that were asked what they accept, from the oldest to the newest. What is said of a construct names two of
 * these; a release between two of them counts as the earlier one.
 */
import { similar } from '../../../src/text/similar.js'

export const RELEASES = [
  '8.2.6',
  '8.4.8',
  '8.5.2',
  '8.9.3',
  '8.13.10',
  '8.14.0',
  '9.0.1',
  '9.1.7',
  '9.2.2',
  '9.3.0',
  '9.4.3',
  '10.0.2',
  '10.1.0',
  '10.2.4',
  '10.3.1',
  '10.4.0',
  '10.5.1',
  '10.6.1',
  '10.7.0',
  '10.8.0',
  '10.9.1',
  '10.9.8',
  '11.0.2',
  '11.1.1',
  '11.2.1',
  '11.3.0',
  '11.4.1',
  '11.5.0',
  '11.6.0',
  '11.7.0',
  '11.8.1',
  '11.9.0',
  '11.10.1',
  '11.11.0',
  '11.12.3',
  '11.13.0',
  '11.14.0',
  '11.15.0',
  '11.16.1',
  '11.17.2',
  '12.0.0',
  '12.1.0',
  '12.2.0',
  '12.3.0',
] as const

export type Release = (typeof RELEASES)[number]

export const OLDEST: Release = RELEASES[0]
export const NEWEST: Release = '12.3.0'

const places: ReadonlyMap<string, number> = new Map(RELEASES.map((release, place) => [release, place]))

/** How many of the releases came before one. */
export const placeOfRelease = (release: Release): number => places.get(release)!

/** Whether a release is as new as another, or newer. */
export function atLeast(release: Release, since: Release): boolean {
  return placeOfRelease(release) >= placeOfRelease(since)
}

const WRITTEN = /^v?(\d{1,3})(?:\.(\d{1,3}|x))?(?:\.(\d{1,3}|x))?$/

/**
 * The release that a version counts as: itself, or the nearest one before it. `10.9` and `10.9.x` are the newest of 10.9, and `10` the
 * newest of 10. Nothing for what is no version, and for what came before the oldest release.
 */
export function releaseOf(version: string): Release | undefined {
  const written = WRITTEN.exec(version.trim())
  if (!written) return undefined
  const wanted = written.slice(1).map(part => (part === undefined || part === 'x' ? 1000 : Number(part)))
  let found: Release | undefined
  for (const release of RELEASES) if (isBefore(release.split('.').map(Number), wanted)) found = release
  return found
}

/** Whether a version is not newer than another, part by part. */
function isBefore(parts: readonly number[], limit: readonly number[]): boolean {
  const differs = parts.findIndex((part, place) => part !== limit[place])
  return differs < 0 || parts[differs]! < limit[differs]!
}

/** What is wrong with a version that somebody asked for, in a sentence without its full stop. */
export function versionFault(version: string): string | undefined {
  if (releaseOf(version) !== undefined) return undefined
  if (WRITTEN.test(version.trim()))
    return `mermaid ${OLDEST} is the oldest version that is known here, and not “${version}”`
  const meant = similar(version, RELEASES, 1)
  const hint = meant === undefined ? '' : ` (did you mean “${meant}”?)`
  return `“${version}” is no version of mermaid${hint}: write one such as 10.9 or ${NEWEST}`
}
