/** What a comparison of files found, for whoever reports it. */
import type { DiagramDifference } from '../diagrams.js'
import type { Difference, DifferenceKind } from '../difference.js'

/** Two files, and what became of their diagrams. */
export interface ComparedFiles {
  readonly before: string
  readonly after: string
  readonly diagrams: readonly DiagramDifference[]
}

export const KINDS: readonly DifferenceKind[] = ['added', 'removed', 'changed', 'moved']

export const differencesOf = ({ diagrams }: ComparedFiles): Difference[] =>
  diagrams.flatMap(({ differences }) => differences)

/** How many differences there are, in words: `3 changes: 1 added, 2 changed`. */
export function countsOf(differences: readonly Difference[]): string {
  if (differences.length === 0) return 'no change'
  const parts = KINDS.flatMap(kind => {
    const count = differences.filter(each => each.kind === kind).length
    return count > 0 ? [`${count} ${kind}`] : []
  })
  return `${differences.length} ${differences.length === 1 ? 'change' : 'changes'}: ${parts.join(', ')}`
}

/** What a diagram is called among several of one file. */
export const titleOf = ({ before, after }: DiagramDifference, place: number): string =>
  after?.title || before?.title || `diagram ${place + 1}`

/** Whether each diagram has to be told from others. */
export const isOfSeveral = ({ diagrams }: ComparedFiles): boolean => diagrams.length > 1
