/** Arrows of the releases before 8.9, which knew a list of them. */
import { atLeast, type Release } from './releases.js'

/** Each with its whole text. The dot of a dotted one between `x` and `-x` may be any character. */
const KNOWN =
  /^(?:--[x>o-]|<-->|x--x|o--o|o\.-o|<==>|o==o|x==x|x.-x|x-\.-x|<-?\.->|o-\.-o|-\.-[x>o]?|.-x|\.-[>o]?|==[x>o=])$/

/** Dots beyond the first are a label to them; behind an open line, an `o` or `x` is the first letter of the next id. */
const MISREAD = /^<?-\.{3,}->?$|^(?:---|===)[xo]$/
const MISREAD_BEHIND_LABEL = /^\.+->?$/

const TAIL = /^[<xo]/

/**
 * Whether a release has an arrow.
 * @param start what stands before the label, where that stands inside
 */
export function takesArrow(arrow: string, start: string | undefined, release: Release): boolean {
  if (atLeast(release, '8.9.3')) return true
  if (misreads(arrow, start, release)) return true
  if (!KNOWN.test(arrow)) return false
  if (start === undefined || atLeast(release, '8.4.8')) return true
  // Beginning and end are of one kind of line, and both heads are the same.
  const tail = TAIL.exec(start)?.[0]
  const head = { '<': '>', x: 'x', o: 'o' }[tail ?? '']
  return (
    strokeOf(start) === strokeOf(arrow) && !TAIL.test(arrow) && (head === undefined || arrow.endsWith(head))
  )
}

/** Whether a release that has a list of arrows reads one as something else: no error, and no such arrow. */
export function misreads(arrow: string, start: string | undefined, release: Release): boolean {
  if (atLeast(release, '8.9.3') || KNOWN.test(arrow)) return false
  return start === undefined ? MISREAD.test(arrow) : MISREAD_BEHIND_LABEL.test(arrow) && start.includes('.')
}

const strokeOf = (arrow: string): string => (arrow.includes('.') ? '.' : arrow.includes('=') ? '=' : '-')
