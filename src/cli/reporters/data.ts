/** Reports for programs: JSON as a whole, or one object a line. */
import { wellFormed } from '../../text/well-formed.js'
import type { FileResult } from '../files/result.js'
import type { Finding } from './finding.js'
import { findingsOf } from './findings.js'
import type { Reporter, Sum } from './report.js'

/** The whole report of `--reporter json`, as `diaglot merge-reports` reads it again. */
export interface JsonReport {
  /** The version of this form: a field may come with the same number, none goes or changes. */
  readonly diaglotReport: 1
  readonly sum: Sum
  readonly files: readonly JsonFile[]
}

export interface JsonFile {
  readonly name: string
  readonly diagrams: number
  readonly changed: boolean
  readonly findings: readonly Finding[]
}

export const json = (): Reporter => ({
  needsAll: true,
  end: (results, sum) =>
    `${JSON.stringify({ diaglotReport: 1, sum, files: results.map(fileOf) } satisfies JsonReport, null, 2)}\n`,
})

export const ndjson = (): Reporter => ({
  file: result =>
    findingsOf(result)
      .map(finding => `${JSON.stringify(finding)}\n`)
      .join(''),
  end: (_, sum) => `${JSON.stringify({ sum })}\n`,
})

const fileOf = (result: FileResult): JsonFile => ({
  name: wellFormed(result.name),
  diagrams: result.diagrams,
  changed: result.changed,
  findings: findingsOf(result),
})
