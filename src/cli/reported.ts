/** What became of many files, told to reporters one by one, counted, and summed up. */
import { resolve } from 'node:path'
import { type ExitCode, exitCodes } from './exit.js'
import type { Baseline } from './files/baseline.js'
import type { FileResult } from './files/result.js'
import type { Tally } from './files/tally.js'
import { writeStdout } from './outputs.js'
import type { Progress } from './progress.js'
import { findingsOf } from './reporters/findings.js'
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
  const places = new Map<string, number>()
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
      if (needsAll) keep(kept, places, result)
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

/** Whoever tells all files at the end tells each once. @param places of files among those that are kept */
function keep(kept: FileResult[], places: Map<string, number>, result: FileResult): void {
  const file = resolve(result.name)
  const place = result.isMore ? places.get(file) : undefined
  const first = place === undefined ? undefined : kept[place]
  if (place === undefined || !first) {
    places.set(file, kept.length)
    kept.push(result)
    return
  }
  const failure = first.failure ?? result.failure
  kept[place] = {
    ...first,
    findings: [...findingsOf(first), ...findingsOf(result)],
    ...(failure && { failure }),
  }
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
