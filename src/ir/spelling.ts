/**
 * Extras that only say how a format wrote what the model says in its own words: the colour `#FF0000` that is `#ff0000`,
 * a label that repeats the name. Such a raw form is a Map with `was`, the value that the model's own would be written as
 * (nothing, where none would be), and without `more`, which says that the raw form means more than the model's value.
 */

import type { Extras } from './model.js'

/** Whether a leaf is such a raw form: where the target says the same in other words, nothing is lost with it. */
export function isSpelling(value: unknown): boolean {
  return value instanceof Map && value.has('was') && value.get('more') !== true
}

/** The text that an extra shows to people, where it is one that stands beside the label. */
export function shownText(value: unknown): string | undefined {
  const shown = value instanceof Map ? value.get('shows') : undefined
  return typeof shown === 'string' ? shown : undefined
}

/** The raw form of a value that says more than the model's own. */
export function saidFiner(value: unknown): string | undefined {
  const text = value instanceof Map && value.get('more') === true ? value.get('text') : undefined
  return typeof text === 'string' ? text : undefined
}

/** Whether an element shows a text beside its label, which some format keeps for it. */
export function showsMore({ extras }: { readonly extras: Extras }): boolean {
  for (const own of extras.values()) {
    for (const value of own.values()) if (shownText(value)) return true
  }
  return false
}
