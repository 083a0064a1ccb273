/**
 * What elements say beside their labels, found out once for all that say the same: in most graphs thousands of nodes and edges say one of
 * a few things.
 */
import type { Attributes } from '../words/resolved.js'

/** Where most elements differ in more than their labels, looking for others like them is in vain. */
const PATIENCE = 256

export class Alike<T> {
  readonly #readings = new Map<string, T>()
  #missed = 0
  /** Of the element that was asked for last. */
  #key: string | undefined

  /** What an element says that was `found` before, if there was one that differs from this in its label at most, and in its name. */
  known(attributes: Attributes): T | undefined {
    this.#key = this.#missed > PATIENCE ? undefined : keyOf(attributes)
    if (this.#key === undefined) return undefined
    const known = this.#readings.get(this.#key)
    this.#missed += known === undefined ? 1 : -1
    return known
  }

  /** What the element says that was asked for last. */
  found(reading: T): void {
    if (this.#key !== undefined) this.#readings.set(this.#key, reading)
  }
}

/**
 * The attributes but for a plain label; nothing where one of them may stand for a name of its element, where the label says more than its
 * text, or where there is another text.
 */
function keyOf(attributes: Attributes): string | undefined {
  let key = ''
  for (const [name, { text, html }] of attributes) {
    if (html || name === 'xlabel') return undefined
    if (name === 'label') {
      if (SIDES.test(text)) return undefined
    } else {
      if (text.includes('\\') || (name === 'shape' && RECORD.test(text))) return undefined
      // No text of a file has such a character.
      key += `${name}\0${text}\0`
    }
  }
  return key
}

/** Lines that stand left or right. */
const SIDES = /\\[lr]/
const RECORD = /^M?record$/
