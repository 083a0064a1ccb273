/** What all reporters are told: the files one by one, and at the end what became of all. */
import type { FileResult } from '../files/result.js'

export interface Sum {
  /** What was done: `checked`, `linted`, `formatted`. */
  readonly done: string
  readonly files: number
  readonly diagrams: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly changed: number
  /** Whether what changed was written; else it would change. */
  readonly written: boolean
  /** How many fixes were made. */
  readonly fixes: number
  readonly unchanged: number
  readonly failed: number
  /** How many files are as they were at an earlier run, and were not looked at again. */
  readonly cached: number
  /** How many files have no diagram. */
  readonly empty: number
  /** The names of these, and of folders in which there is nothing that is read. */
  readonly without?: readonly string[]
  /** How many files that a search found were left out, by the reason why: `ignored`, by an ignore file or the config. */
  readonly skipped?: Readonly<Record<string, number>>
  /** Links that a search found, and that lead to nothing. */
  readonly dangling?: readonly string[]
  /** How many files `convert` wrote, or would write, and how many were there already as it writes them. */
  readonly outputsWritten?: number
  readonly outputsUnchanged?: number
  /** Diagrams of kinds that nothing reads, by kind. */
  readonly passedOver: Readonly<Record<string, number>>
}

export interface Reporter {
  /** Told of each file, in order. Gives text to be written at once. */
  readonly file?: (result: FileResult) => string
  /** Told last. */
  readonly end?: (results: readonly FileResult[], sum: Sum) => string
  /** Whether it needs every result at the end; else they are let go. */
  readonly needsAll?: boolean
}

export interface ReporterOptions {
  readonly color: boolean
  readonly verbose: boolean
  /** The name and version of the program. */
  readonly version: string
}
