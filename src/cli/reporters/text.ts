/** Reports for people: with the line of the source, or one line each. */
import { printable, reportPretty } from '../../messages/reporters/pretty.js'
import type { FileResult } from '../files/result.js'
import { findingsOf, placeText } from './findings.js'
import type { Reporter, ReporterOptions, Sum } from './report.js'

/** A fault of ours has more than one line. */
const failureLine = ({ notes = [], failure }: FileResult): string =>
  [...notes, ...(failure ? [failure.text] : [])]
    .map(text => `diaglot: ${text.split('\n').map(printable).join('\n')}\n`)
    .join('')

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
  if (sum.cached > 0) parts.push(`${sum.cached} of the files unchanged since the last run`)
  if (sum.changed > 0 && sum.outputsWritten === undefined)
    parts.push(`${count(sum.changed, 'file')} ${sum.written ? 'changed' : 'would change'}`)
  const { outputsWritten: made = 0, outputsUnchanged: same = 0 } = sum
  if (made > 0) parts.push(`${count(made, 'file')} ${sum.written ? 'written' : 'would be written'}`)
  if (same > 0) parts.push(`${count(same, 'file')} unchanged`)
  if (sum.fixes > 0) parts.push(count(sum.fixes, sum.fixes === 1 ? 'fix' : 'fixe'))
  const found = [
    ...(sum.errors > 0 ? [count(sum.errors, 'error')] : []),
    ...(sum.warnings > 0 ? [count(sum.warnings, 'warning')] : []),
  ]
  if (found.length > 0) parts.push(found.join(' and '))
  else if (sum.outputsWritten === undefined) parts.push('no findings')
  if (sum.failed > 0) parts.push(`${count(sum.failed, 'file')} failed`)
  return `${[...parts, ...passedOver(sum)].join('; ')}.`
}

/** What was not looked at, and why. */
function passedOver({ passedOver, empty, without = [], skipped = {}, dangling = [] }: Sum): string[] {
  const parts: string[] = []
  const kinds = Object.entries(passedOver).sort(([a], [b]) => (a < b ? -1 : 1))
  if (kinds.length > 0)
    parts.push(`not looked at: ${kinds.map(([kind, times]) => `${times} ${kind}`).join(', ')}`)
  const nothing = Math.max(empty, without.length)
  if (nothing > 0) parts.push(`${nothing} without a diagram${listed(without)}`)
  if (dangling.length > 0)
    parts.push(
      `${dangling.length} ${dangling.length === 1 ? 'link that leads' : 'links that lead'} to nothing${listed(dangling)}`,
    )
  const reasons = Object.entries(skipped)
  if (reasons.length > 0)
    parts.push(`skipped: ${reasons.map(([why, times]) => `${times} ${why}`).join(', ')}`)
  return parts
}

/** So many names are read in a line; a report of `--reporter json` has all of them. */
const NAMED = 5

function listed(names: readonly string[]): string {
  if (names.length === 0) return ''
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : ''
  return `: ${names.slice(0, NAMED).map(printable).join(', ')}${more}`
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
