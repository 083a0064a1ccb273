/** What became of many files, told to reporters one by one, counted, and summed up. */
import { type ExitCode, exitCodes } from './exit.js'
import type { Baseline } from './files/baseline.js'
import type { FileResult } from './files/result.js'
import type { Tally } from './files/tally.js'
import { writeStdout } from './outputs.js'
import type { Progress } from './progress.js'
import type { Sum } from './reporters/report.js'
import type { Reporting } from './reporters/reporting.js'

export interface Told {
  readonly made: readonly Reporting[]
  readonly tally: Tally
  readonly progress: Progress | undefined
  /** Findings that do not count. */
  readonly baseline?: Baseline | undefined
  /** Whether nobody wants to be told the sum: of one diagram that goes through a pipe. */
  readonly isSilent?: (sum: Sum) => boolean
}

/** Prints what each result holds for standard output, tells it to every reporter, and gives the sum of all. */
export async function reported(
  results: AsyncIterable<FileResult>,
  { made, tally, progress, baseline, isSilent = () => false }: Told,
): Promise<Sum> {
  const kept: FileResult[] = []
  const needsAll = made.some(({ needsAll }) => needsAll)
  try {
    for await (const { text, patch, ...found } of results) {
      for (const printed of [patch, text]) {
        if (printed === undefined) continue
        progress?.erase()
        await writeStdout(printed)
      }
      const result = baseline?.without(found) ?? found
      tally.add(result)
      if (needsAll) kept.push(result)
      for (const one of made) one.file(result)
      if (!result.isOutput) progress?.step(result.name)
    }
  } finally {
    progress?.erase()
  }
  const sum = tally.sum
  for (const one of made) await one.end(kept, sum, isSilent(sum))
  return sum
}

/** As the worst file, or with 1 where something was found. @param mostWarnings how many there may be */
export function exitCodeOf(
  { errors, warnings }: Sum,
  worst: ExitCode,
  mostWarnings = Number.POSITIVE_INFINITY,
): ExitCode {
  const found = errors > 0 || warnings > mostWarnings ? exitCodes.findings : exitCodes.clean
  return worst > found ? worst : found
}
