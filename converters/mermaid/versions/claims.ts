/** What is said of a construct: which releases of mermaid have it, and where that is known from. */
import { atLeast, placeOfRelease, RELEASES, type Release } from './releases.js'

export interface Claim {
  /** The construct in words. “this” at the beginning is what the author wrote there. */
  readonly says: string
  /** The first release from which on all later ones have it; left out where the oldest does. */
  readonly since?: Release
  /** Releases before `since` that had it, too, each with the last one in a row. */
  readonly earlier?: readonly (readonly [first: Release, last: Release])[]
  /** Releases after `since` that did not have it. */
  readonly except?: readonly (readonly [first: Release, last: Release])[]
  /** Releases without it that read the text all the same, and draw something else: what they draw. */
  readonly drawn?: string
  /** Of the releases without it, those that read the text; all, where `drawn` is given and this is not. */
  readonly readIn?: readonly Release[]
  /** What to write instead. */
  readonly instead?: string
  /** Where the claim is known from. */
  readonly source: string
}

/** Whether a release has a construct. */
export function has(release: Release, { since, earlier = [], except = [] }: Claim): boolean {
  if (earlier.some(span => isWithin(release, span))) return true
  return (since === undefined || atLeast(release, since)) && !except.some(span => isWithin(release, span))
}

function isWithin(release: Release, [first, last]: readonly [Release, Release]): boolean {
  return atLeast(release, first) && atLeast(last, release)
}

/** Whether a release without a construct reads a text with it, and draws something else. */
export function readsAllTheSame(release: Release, { drawn, readIn }: Claim): boolean {
  return drawn !== undefined && (readIn === undefined || readIn.includes(release))
}

/** The oldest release after one that has a construct; nothing where none has. */
export function nextWith(release: Release, claim: Claim): Release | undefined {
  return RELEASES.slice(placeOfRelease(release) + 1).find(later => has(later, claim))
}
