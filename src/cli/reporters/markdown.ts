/** A summary in Markdown, for a comment or a job's page. */
import { wellFormed } from '../../text/well-formed.js'
import type { Finding } from './finding.js'
import { findingsOf } from './findings.js'
import type { Reporter } from './report.js'
import { closingLine } from './text.js'

/** So many findings are listed; a comment of GitHub holds 65,536 characters. */
const LISTED = 200

const signs = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const

export const markdown = (): Reporter => ({
  needsAll: true,
  end: (results, sum) => {
    const found = results.flatMap(findingsOf).filter(({ severity }) => severity !== 'info')
    const head = `${found.length === 0 ? '✅' : signs[sum.errors > 0 ? 'error' : 'warning']} ${closingLine(sum)}\n`
    if (found.length === 0) return head
    const rows = found.slice(0, LISTED).map(row)
    const more = found.length > LISTED ? `\nand ${found.length - LISTED} more.\n` : ''
    return `${head}\n| | Place | Finding | Code |\n|---|---|---|---|\n${rows.join('')}${more}`
  },
})

const row = (finding: Finding): string =>
  `| ${signs[finding.severity]} | ${code(placeOf(finding))} | ${plain(finding.text)} | ${code(finding.code)} |\n`

const placeOf = ({ file, line }: Finding): string => (line === undefined ? file : `${file}:${line}`)

/** Texts quote what strangers wrote: nothing in them is Markdown or HTML, a link, or a mention of somebody. */
const plain = (text: string): string =>
  short(text).replace(/[\\`*_{}[\]<>()#+!|~&$@:]/g, sign => `&#${sign.charCodeAt(0)};`)

const code = (text: string): string => `<code>${plain(text)}</code>`

const short = (text: string): string => {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, ' ')
  return line.length > 300 ? `${wellFormed(line.slice(0, 299))}…` : line
}
