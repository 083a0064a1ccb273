/** SARIF 2.1.0, as GitHub's code scanning and others read it: https://docs.oasis-open.org/sarif/sarif/v2.1.0 */

import { isAbsolute, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Location, Log, ReportingDescriptor, Result } from 'sarif'
import { addressOfCode } from '../../messages/address.js'
import type { CodeEntry } from '../../messages/code.js'
import type { Finding } from './finding.js'
import { findingsOf } from './findings.js'
import type { Reporter, ReporterOptions } from './report.js'

const levels = { error: 'error', warning: 'warning', info: 'note' } as const

/** @param known what is said of each code in the list of rules */
export const sarif = ({ version }: ReporterOptions, known: ReadonlyMap<string, CodeEntry>): Reporter => ({
  needsAll: true,
  end: results => {
    const found = results.flatMap(findingsOf)
    const codes = [...new Set(found.map(({ code }) => code))].sort()
    const log: Log = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: { name: 'diaglot', version, rules: codes.map(code => ruleOf(code, known.get(code))) },
          },
          columnKind: 'utf16CodeUnits',
          results: found.map(finding => resultOf(finding, codes.indexOf(finding.code))),
        },
      ],
    }
    return `${JSON.stringify(log, null, 2)}\n`
  },
})

function ruleOf(code: string, entry: CodeEntry | undefined): ReportingDescriptor {
  return {
    id: code,
    ...(entry && {
      fullDescription: { text: entry.about },
      helpUri: addressOfCode(code),
      defaultConfiguration: { level: levels[entry.severity] },
    }),
  }
}

const resultOf = (finding: Finding, ruleIndex: number): Result => ({
  ruleId: finding.code,
  ruleIndex,
  level: levels[finding.severity],
  message: { text: finding.text },
  locations: [locationOf(finding)],
})

const locationOf = ({ file, line, column, endLine, endColumn }: Finding): Location => ({
  physicalLocation: {
    artifactLocation: { uri: addressOf(file) },
    ...(line !== undefined && {
      region: {
        startLine: line,
        startColumn: column!,
        ...(endLine !== undefined && { endLine, endColumn: endColumn! }),
      },
    }),
  },
})

/** Relative to the working folder, where it is that. */
const addressOf = (file: string): string =>
  isAbsolute(file) ? pathToFileURL(file).href : file.split(sep).map(encodeURIComponent).join('/')
