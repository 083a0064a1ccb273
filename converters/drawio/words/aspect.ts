/** An aspect: one value of the model and the keys of a style that show it, in both directions. */
import type { StyleMap } from '../document/style.js'

export type Scalar = string | number | boolean
/** The values of an element by aspect; one that is not there is absent. */
export type Values = ReadonlyMap<string, Scalar>
export type Entries = Map<string, string | null>

/**
 * Attributes of the cell and its wrapper that show a value take part as keys with a `#`: `#visible`,
 * `#link`, `#tooltip`, `#linkTarget`.
 */
export interface Aspect {
  readonly name: string
  /** The keys that have to say the same for a hint to count. */
  readonly keys: readonly string[]
  /** Further keys that have to say the same for a hint to count, and that are another aspect's to write. */
  readonly besides?: readonly string[]
  /** Other keys that the aspect writes. */
  readonly more?: (key: string, value: string | null) => boolean
  readonly write: (value: Scalar, into: Entries) => void
  readonly read: (style: StyleMap) => Scalar | undefined
  /** Whether a hint (which a person may have edited) is a value of this aspect at all. */
  readonly valid?: (value: Scalar) => boolean
  /** True where no hint stands for it: only the style says it. */
  readonly shownOnly?: true
}

export interface Kind {
  /** What every style of the kind begins and ends with. */
  readonly base: StyleMap
  readonly aspects: readonly Aspect[]
}
