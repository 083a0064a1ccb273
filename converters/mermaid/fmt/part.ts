/** A part of a statement that keeps its bytes. */

/** A step of indentation. */
export const STEP = 4

export interface Part {
  readonly start: number
  readonly end: number
  /**
   * `line`: it begins a statement; `break`: it stands on a line of its own, further than its statement; `keep`: what stands there stays.
   */
  readonly gap: 'none' | 'blank' | 'line' | 'break' | 'keep'
  /** With `break`: how many blanks further than the statement it stands; one step where it is left out. */
  readonly further?: number
}
