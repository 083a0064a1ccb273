/** What is marked in a picture of two diagrams. */

export type Mark = 'added' | 'removed' | 'changed'

/** Of an element: what became of it, and the sentences that say so. */
export interface Marked {
  readonly mark: Mark
  readonly notes: readonly string[]
}

/** Marks of elements: of nodes and groups by their ids, of edges and loops by their places. */
export interface Marks {
  readonly nodes: ReadonlyMap<string, Marked>
  readonly groups: ReadonlyMap<string, Marked>
  readonly edges: ReadonlyMap<number, Marked>
  readonly loops: ReadonlyMap<number, Marked>
}
