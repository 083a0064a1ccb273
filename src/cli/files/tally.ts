/** What became of all files, for the closing line and the exit code. */
import { type ExitCode, exitCodes } from '../exit.js'
import type { Sum } from '../reporters/report.js'
import { type FileResult, isError } from './result.js'

/** What became of all files, counted one by one. */
export class Tally {
  readonly #passedOver = new Map<string, number>()
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
    empty: 0,
  }
  /** The worst exit code of a file that could not be looked at. */
  worst: ExitCode = exitCodes.clean
  constructor(
    readonly done: string,
    readonly written: boolean,
  ) {}

  add(result: FileResult): void {
    const counts = this.#counts
    counts.files++
    counts.diagrams += result.diagrams
    if (result.cached) counts.cached++
    counts.fixes += result.fixes ?? 0
    for (const { severity } of result.messages) {
      if (severity === 'error') counts.errors++
      else if (severity === 'warning') counts.warnings++
      else counts.infos++
    }
    if (result.failure) {
      counts.failed++
      if (result.failure.exitCode > this.worst) this.worst = result.failure.exitCode
    } else if (result.changed) counts.changed++
    else counts.unchanged++
    for (const kind of result.passedOver) this.#passedOver.set(kind, (this.#passedOver.get(kind) ?? 0) + 1)
    if (!isError(result) && result.diagrams === 0 && result.passedOver.length === 0) counts.empty++
  }

  get sum(): Sum {
    return {
      done: this.done,
      written: this.written,
      ...this.#counts,
      passedOver: Object.fromEntries(this.#passedOver),
    }
  }
}
