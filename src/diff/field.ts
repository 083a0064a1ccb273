/** The fields of an element as a person counts them, of which some have several leaves. */

export type Path = readonly string[]

/** What a line ends at, by the leaves of its end. */
const ENDS_AT: ReadonlySet<string> = new Set(['kind', 'id', 'port'])

/**
 * The field that a leaf is a part of: a label changes as a whole, with its formatting, and so does what a line ends at.
 * @param path the way to a leaf of an element
 */
export function fieldOf(path: Path): Path {
  const [first, second = ''] = path
  if (first === 'label') return ['label']
  if (first !== 'from' && first !== 'to') return path
  if (second === 'label') return [first, 'label']
  return ENDS_AT.has(second) ? [first] : path
}

/** Whether a field is what a line ends at. */
export const isEnd = (field: Path): boolean =>
  field.length === 1 && (field[0] === 'from' || field[0] === 'to')

/** The ways to what a field is made of. */
export const partsOf = (field: Path): readonly Path[] =>
  isEnd(field) ? Array.from(ENDS_AT, leaf => [...field, leaf]) : [field]
