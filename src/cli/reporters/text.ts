/** Reports for people: with the line of the source, or one line each. */
import { printable, reportPretty } from '../../messages/reporters/pretty.js'
import type { FileResult } from '../files/result.js'
import { findingsOf, placeText } from './findings.js'
import type { Reporter, ReporterOptions, Sum } from './report.js'

/** A fault of ours has more than one line. */
const failureLine = ({ failure }: FileResult): string =>
  failure ? `diaglot: ${failure.text.split('\n').map(printable).join('\n')}\n` : ''

export const pretty = ({ color, verbose }: ReporterOptions): Reporter => ({
  file: result => {
    const { name, source = '', messages } = result
    if (result.findings) return lines(result)
    const said = messages.length === 0 ? '' : reportPretty(messages, { file: name, source, color, verbose })
    return `${said}${failureLine(result)}`
  },
  end: (_, sum) => `${closingLine(sum)}\n`,
})

/** One line for each finding, as compilers print them. */
export const compact = (): Reporter => ({
  file: lines,
  end: (_, sum) => `${closingLine(sum)}\n`,
})

function lines(result: FileResult): string {
  return findingsOf(result)
    .map(
      finding =>
        `${printable(`${placeText(finding)}: ${finding.severity}: ${finding.text} [${finding.code}]`)}\n`,
    )
    .join('')
}

/** One sentence about the whole run: what was done, what was found, what was passed over and why. */
export function closingLine(sum: Sum): string {
  const parts = [`${count(sum.diagrams, 'diagram')} in ${count(sum.files, 'file')} ${sum.done}`]
  if (sum.cached > 0) parts.push(`${sum.cached} of the files unchanged since they were clean`)
  if (sum.changed > 0) parts.push(`${count(sum.changed, 'file')} ${sum.written ? 'changed' : 'would change'}`)
  if (sum.fixes > 0) parts.push(count(sum.fixes, sum.fixes === 1 ? 'fix' : 'fixe'))
  const found = [
    ...(sum.errors > 0 ? [count(sum.errors, 'error')] : []),
    ...(sum.warnings > 0 ? [count(sum.warnings, 'warning')] : []),
  ]
  parts.push(found.length === 0 ? 'no findings' : found.join(' and '))
  if (sum.failed > 0) parts.push(`${count(sum.failed, 'file')} failed`)
  const over = Object.entries(sum.passedOver).sort(([a], [b]) => (a < b ? -1 : 1))
  if (over.length > 0)
    parts.push(`not looked at: ${over.map(([kind, times]) => `${times} ${kind}`).join(', ')}`)
  if (sum.empty > 0) parts.push(`${count(sum.empty, 'file')} without a diagram`)
  return `${parts.join('; ')}.`
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
