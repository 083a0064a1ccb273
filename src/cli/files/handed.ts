/** What threads are handed, and what they give back. */

/** Something that is done with many things, all alike. */
export interface Work<Item, Shared, Result> {
  /** What the program of a thread calls it. */
  readonly name: string
  /** Plain data, so that it reaches other threads as it is. */
  readonly shared: Shared
  readonly here: (items: readonly Item[]) => AsyncIterable<Result>
  /** A thing as it is handed to another thread, where that is not the thing itself. */
  readonly plain?: (item: Item) => unknown
}

/** What a thread is started with: what it is to do with every batch, and what it shares with all of them. */
export interface Begun {
  readonly name: string
  readonly shared: unknown
}

/** What a thread is handed. */
export interface Batch {
  readonly place: number
  readonly items: readonly unknown[]
}

/** What it gives back: what became of a batch, or the fault that kept it from that. */
export type Done =
  | 'ready'
  | ({ readonly place: number } & ({ readonly results: readonly unknown[] } | { readonly fault: unknown }))
