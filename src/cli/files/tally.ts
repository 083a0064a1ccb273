/** What became of all files, for the closing line and the exit code. */
import { type ExitCode, exitCodes } from '../exit.js'
import type { Sum } from '../reporters/report.js'
import type { Skipped } from './find.js'
import { type FileResult, isError } from './result.js'

/** What `convert` does with diagrams. */
export const CONVERTED = 'converted'

/** What became of all files, counted one by one. */
export class Tally {
  readonly #passedOver = new Map<string, number>()
  readonly #without: string[] = []
  readonly #counts = {
    fixes: 0,
    files: 0,
    diagrams: 0,
    errors: 0,
    warnings: 0,
    infos: 0,
    changed: 0,
    unchanged: 0,
    failed: 0,
    cached: 0,
    outputsWritten: 0,
    outputsUnchanged: 0,
  }
  /** The worst exit code of a file that could not be looked at. */
  worst: ExitCode = exitCodes.clean
  /** @param skipped what was not even looked at, by the reason why */
  constructor(
    readonly done: string,
    readonly written: boolean,
    readonly skipped: Skipped = {},
  ) {}

  add(result: FileResult): void {
    const counts = this.#counts
    for (const { severity } of result.messages) {
      if (severity === 'error') counts.errors++
      else if (severity === 'warning') counts.warnings++
      else counts.infos++
    }
    counts.warnings += result.notes?.length ?? 0
    const worst = result.failure?.exitCode ?? exitCodes.clean
    if (worst > this.worst) this.worst = worst
    counts.outputsWritten += result.outputs?.written ?? 0
    counts.outputsUnchanged += result.outputs?.unchanged ?? 0
    if (result.isMore && result.failure) counts.failed++
    if (!result.isOutput && !result.isMore) this.#addFile(result)
  }

  #addFile(result: FileResult): void {
    const counts = this.#counts
    counts.files++
    counts.diagrams += result.diagrams
    if (result.cached) counts.cached++
    counts.fixes += result.fixes ?? 0
    if (result.failure) counts.failed++
    else if (result.changed) counts.changed++
    else counts.unchanged++
    for (const kind of result.passedOver) this.#passedOver.set(kind, (this.#passedOver.get(kind) ?? 0) + 1)
    if (!isError(result) && result.diagrams === 0 && result.passedOver.length === 0)
      this.#without.push(result.name)
  }

  get sum(): Sum {
    const { outputsWritten, outputsUnchanged, ...counts } = this.#counts
    const { folders = [], reasons = {}, dangling = [] } = this.skipped
    return {
      done: this.done,
      written: this.written,
      ...counts,
      ...(this.done === CONVERTED && { outputsWritten, outputsUnchanged }),
      empty: this.#without.length,
      without: [...folders, ...this.#without],
      skipped: reasons,
      ...(dangling.length > 0 && { dangling }),
      passedOver: Object.fromEntries(this.#passedOver),
    }
  }
}
