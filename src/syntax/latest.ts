/** Up to so many characters a text, and what was found in it, is held on to. */
const SMALL = 1 << 16

interface Kept<T> {
  readonly text: string
  readonly found: T
}

/**
 * What was found in the text that was looked at last, for who asks the same right after: a linter behind its reader. Of many small
 * files that is half the work. A large one is there as long as nobody needs its room: nothing holds it but what collects garbage.
 */
export class Latest<T> {
  #small: Kept<T> | undefined
  #large: WeakRef<Kept<T>> | undefined

  keep(text: string, found: T): T {
    const isSmall = text.length <= SMALL
    const kept = { text, found }
    this.#small = isSmall ? kept : undefined
    this.#large = isSmall ? undefined : new WeakRef(kept)
    return found
  }

  /** What was kept of this very text, if it is the last one. */
  of(text: string): T | undefined {
    const kept = this.#small ?? this.#large?.deref()
    return kept?.text === text ? kept.found : undefined
  }
}
