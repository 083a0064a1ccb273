/** Up to so many characters a text, and what was found in it, is held on to. */
const SMALL = 1 << 16

/**
 * What was found in the text that was looked at last, for who asks the same right after: a linter behind its reader. Of many small
 * files that is half the work; a large text would be held in vain.
 */
export class Latest<T> {
  #kept: { readonly text: string; readonly found: T } | undefined

  keep(text: string, found: T): T {
    this.#kept = text.length <= SMALL ? { text, found } : undefined
    return found
  }

  /** What was kept of this very text, if it is the last one. */
  of(text: string): T | undefined {
    return this.#kept?.text === text ? this.#kept.found : undefined
  }
}
