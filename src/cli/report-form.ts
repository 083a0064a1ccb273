/** Whether data are a report of `--reporter json`. What a later release adds is allowed, since who merges reports need not be as new as who writes them. */
import { count, fields, fix, flag, listOf, mapOf, maybe, severity, type Test, text } from './forms.js'
import type { JsonFile, JsonReport } from './reporters/data.js'
import type { Finding } from './reporters/finding.js'
import type { Sum } from './reporters/report.js'

const sum = fields<Sum>({
  done: text,
  files: count,
  diagrams: count,
  errors: count,
  warnings: count,
  infos: count,
  changed: count,
  written: flag,
  fixes: count,
  unchanged: count,
  failed: count,
  cached: count,
  empty: count,
  passedOver: mapOf(count),
  without: maybe(listOf(text)),
  dangling: maybe(listOf(text)),
  skipped: maybe(mapOf(count)),
  outputsWritten: maybe(count),
  outputsUnchanged: maybe(count),
})

const place: Test = value => count(value) && value !== 0

const found = fields<Finding>({
  file: text,
  line: maybe(place),
  column: maybe(place),
  endLine: maybe(place),
  endColumn: maybe(place),
  severity,
  code: text,
  text,
  loss: maybe(text),
  fix: maybe(fix),
})

/** A place is a line and a column, and an end is behind a beginning. */
const finding: Test = value => {
  if (!found(value)) return false
  const { line, column, endLine, endColumn } = value as Finding
  const isWhole =
    (line === undefined) === (column === undefined) && (endLine === undefined) === (endColumn === undefined)
  return isWhole && (endLine === undefined || line !== undefined)
}

const file = fields<JsonFile>({ name: text, diagrams: count, changed: flag, findings: listOf(finding) })

const report = fields<JsonReport>({ diaglotReport: value => value === 1, sum, files: listOf(file) })

export const isReport = (value: unknown): value is JsonReport => report(value)
