/** One element in three versions, field by field. */
import { fieldOf, isEnd, type Path, partsOf } from '../diff/field.js'
import type { Kind } from '../ir/kinds.js'
import { differentLeaves, leafAt, sameValue, withLeaf } from '../ir/leaves.js'

/** A field that both sides changed, and not to the same. */
export interface FieldConflict {
  readonly field: string
  readonly base: unknown
  readonly ours: unknown
  readonly theirs: unknown
}

const valueAt = (field: Path, element: unknown): unknown => {
  if (isEnd(field)) return leafAt(element, [...field, 'id'])
  return leafAt(element, field.at(-1) === 'label' ? [...field, 'text'] : field)
}

/** By the name that conflicts have for it. */
const changedFields = (kind: Kind, before: unknown, after: unknown): ReadonlyMap<string, Path> =>
  new Map(
    Array.from(differentLeaves(kind, before, after), ({ path }) => {
      const field = fieldOf(path)
      return [field.join('.'), field]
    }),
  )

/** A field that a side changed. */
export interface FieldChange {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** The fields that differ. Nodes and groups are called the same in all versions. */
export const fieldChanges = (kind: Kind, before: unknown, after: unknown): FieldChange[] =>
  Array.from(changedFields(kind, before, after), ([name, field]) => ({
    field: name,
    before: valueAt(field, before),
    after: valueAt(field, after),
  }))

/**
 * Ours, with every field that only theirs changed.
 * @param base nothing where both sides added the element
 */
export function mergedFields<T>(
  kind: Kind,
  base: T | undefined,
  ours: T,
  theirs: T,
): { readonly element: T; readonly conflicts: readonly FieldConflict[] } {
  const mine = changedFields(kind, base, ours)
  let element = ours
  const conflicts: FieldConflict[] = []
  for (const [name, field] of changedFields(kind, base, theirs)) {
    if (!mine.has(name)) {
      for (const path of partsOf(field)) element = withLeaf(kind, element, path, leafAt(theirs, path)) as T
    } else if (!partsOf(field).every(path => sameValue(leafAt(ours, path), leafAt(theirs, path)))) {
      const [was, here, there] = [base, ours, theirs].map(each => valueAt(field, each))
      conflicts.push({ field: name, base: was, ours: here, theirs: there })
    }
  }
  return { element, conflicts }
}
