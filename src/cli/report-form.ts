/** Whether data are a report of `--reporter json`. What a later release adds is allowed, since who merges reports need not be as new as who writes them. */
import type { JsonFile, JsonReport } from './reporters/data.js'
import type { Finding } from './reporters/finding.js'
import type { Sum } from './reporters/report.js'

type Test = (value: unknown) => boolean

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const text: Test = value => typeof value === 'string'
const flag: Test = value => typeof value === 'boolean'
const count: Test = value => Number.isSafeInteger(value) && Number(value) >= 0
const place: Test = value => count(value) && value !== 0
const listOf =
  (test: Test): Test =>
  value =>
    Array.isArray(value) && value.every(test)
const mapOf =
  (test: Test): Test =>
  value =>
    isObject(value) && Object.values(value).every(test)
const maybe =
  (test: Test): Test =>
  value =>
    value === undefined || test(value)
const fields =
  <T>(tests: Readonly<Record<keyof T, Test>>): Test =>
  value =>
    isObject(value) && Object.entries<Test>(tests).every(([name, test]) => test(value[name]))

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

const fix = fields({ title: text, edits: listOf(fields({ start: count, end: count, text })) })

const found = fields<Finding>({
  file: text,
  line: maybe(place),
  column: maybe(place),
  endLine: maybe(place),
  endColumn: maybe(place),
  severity: value => ['error', 'warning', 'info'].includes(value as string),
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
