/** `diaglot merge-reports`: the JSON reports of several runs as one report. */
import { readFile } from 'node:fs/promises'
import type { FormatEntry } from '../format.js'
import { wellFormed } from '../text/well-formed.js'
import { reasonOf } from './bytes.js'
import { CommandError, type ExitCode, exitCodes } from './exit.js'
import type { FileResult } from './files/result.js'
import { isReport } from './report-form.js'
import type { JsonFile, JsonReport } from './reporters/data.js'
import { FAILURE } from './reporters/findings.js'
import type { Sum } from './reporters/report.js'
import { madeReporters, type ReportWords } from './reporters/reporting.js'

/** Ends as the worst of the runs did. Throws a `CommandError` for a file that is no such report. */
export async function mergeReportsCommand(
  files: readonly string[],
  words: ReportWords,
  formats: readonly FormatEntry[],
): Promise<ExitCode> {
  const reports = await Promise.all(files.map(reportOf))
  const results = reports.flatMap(({ files }) => files.map(resultOf))
  const made = await madeReporters(words, formats, true)
  const sum = reports.map(({ sum }) => sum).reduce(added)
  for (const result of results) for (const one of made) one.file(result)
  for (const one of made) await one.end(results, sum)
  if (sum.failed > 0) return exitCodes.unreadable
  return sum.errors > 0 ? exitCodes.findings : exitCodes.clean
}

async function reportOf(file: string): Promise<JsonReport> {
  const text = await readFile(file, 'utf8').catch(error => {
    throw new CommandError(`cannot read ${file}: ${reasonOf(error)}`, exitCodes.unreadable)
  })
  try {
    const report = JSON.parse(text, (_, value) => (typeof value === 'string' ? wellFormed(value) : value))
    if (isReport(report)) return report
  } catch {
    // Said below.
  }
  throw new CommandError(`${file} is no report of --reporter json`, exitCodes.unreadable)
}

function resultOf({ name, diagrams, changed, findings }: JsonFile): FileResult {
  const failed = findings.find(({ code }) => code === FAILURE)
  return {
    name,
    messages: [],
    findings,
    diagrams,
    passedOver: [],
    changed,
    ...(failed && { failure: { text: failed.text, exitCode: exitCodes.unreadable } }),
  }
}

function added(a: Sum, b: Sum): Sum {
  // One of them may have counted what the other does not have.
  const counts = Object.fromEntries(
    Object.entries({ ...b, ...a }).map(([name, value]) => [
      name,
      typeof value === 'number'
        ? Number(a[name as keyof Sum] ?? 0) + Number(b[name as keyof Sum] ?? 0)
        : value,
    ]),
  ) as unknown as Sum
  return {
    ...counts,
    written: a.written || b.written,
    without: [...(a.without ?? []), ...(b.without ?? [])],
    ...((a.dangling || b.dangling) && { dangling: [...(a.dangling ?? []), ...(b.dangling ?? [])] }),
    skipped: together(a.skipped, b.skipped),
    passedOver: together(a.passedOver, b.passedOver),
  }
}

function together(
  a: Readonly<Record<string, number>> = {},
  b: Readonly<Record<string, number>> = {},
): Readonly<Record<string, number>> {
  const all = new Map(Object.entries(a))
  for (const [name, times] of Object.entries(b)) all.set(name, (all.get(name) ?? 0) + times)
  return Object.fromEntries(all)
}
