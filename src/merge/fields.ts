/** One element in three versions, field by field. */
import { isOfComments } from '../ir/comments.js'
import type { Kind } from '../ir/kinds.js'
import { differentLeaves, leafAt, sameValue, withLeaf } from '../ir/leaves.js'

/** A field that both sides changed, and not to the same. */
export interface FieldConflict {
  readonly field: string
  readonly base: unknown
  readonly ours: unknown
  readonly theirs: unknown
}

type Path = readonly string[]

/** What changes as a whole: a label with its formatting, and what a line ends at. */
function unitOf(path: Path): readonly Path[] {
  const [first, second] = path
  if (first === 'label') return [['label']]
  if (first !== 'from' && first !== 'to') return [path]
  if (second === 'label') return [[first, 'label']]
  return second === 'kind' || second === 'id' || second === 'port'
    ? [
        [first, 'kind'],
        [first, 'id'],
        [first, 'port'],
      ]
    : [path]
}

const nameOf = (unit: readonly Path[]): string => (unit.length > 1 ? unit[0]![0]! : unit[0]!.join('.'))

const valueAt = (unit: readonly Path[], element: unknown): unknown => {
  const value = leafAt(element, unit.length > 1 ? unit[1]! : unit[0]!)
  return unit[0]!.at(-1) === 'label' ? leafAt(value, ['text']) : value
}

function changedUnits(kind: Kind, before: unknown, after: unknown): Map<string, readonly Path[]> {
  const units = new Map<string, readonly Path[]>()
  for (const { path } of differentLeaves(kind, before, after)) {
    const unit = unitOf(path)
    units.set(nameOf(unit), unit)
  }
  return units
}

/** A field that a side changed. */
export interface FieldChange {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** The fields that differ. Nodes and groups are called the same in all versions. */
export const fieldChanges = (kind: Kind, before: unknown, after: unknown): FieldChange[] =>
  Array.from(changedUnits(kind, before, after), ([field, unit]) => ({
    field,
    before: valueAt(unit, before),
    after: valueAt(unit, after),
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
  const mine = changedUnits(kind, base, ours)
  let element = ours
  const conflicts: FieldConflict[] = []
  for (const [field, unit] of changedUnits(kind, base, theirs)) {
    if (!mine.has(field)) {
      for (const path of unit) element = withLeaf(kind, element, path, leafAt(theirs, path)) as T
    } else if (isOfComments(unit[0]![2] ?? '')) {
      // Nobody who looks at the diagram sees comments: both sides may have their own, and those of ours stay.
    } else if (!unit.every(path => sameValue(leafAt(ours, path), leafAt(theirs, path)))) {
      const [was, here, there] = [base, ours, theirs].map(each => valueAt(unit, each))
      conflicts.push({ field, base: was, ours: here, theirs: there })
    }
  }
  return { element, conflicts }
}
