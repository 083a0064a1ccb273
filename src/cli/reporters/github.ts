/** Annotations of GitHub Actions: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
import { findingsOf } from './findings.js'
import type { Reporter } from './report.js'
import { closingLine } from './text.js'

const kinds = { error: 'error', warning: 'warning', info: 'notice' } as const

export const github = (): Reporter => ({
  file: result =>
    findingsOf(result)
      .map(({ file, line, column, endLine, endColumn, severity, code, text }) => {
        const places = {
          file,
          line,
          col: column,
          endLine,
          endColumn: endLine === line ? endColumn : undefined,
          title: code,
        }
        const properties = Object.entries(places).flatMap(([name, value]) =>
          value === undefined ? [] : [`${name}=${escapedProperty(String(value))}`],
        )
        return `::${kinds[severity]} ${properties.join(',')}::${escaped(text)}\n`
      })
      .join(''),
  end: (_, sum) => `${closingLine(sum)}\n`,
})

const escaped = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapedProperty = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
