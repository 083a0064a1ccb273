/** Messages for a program: one JSON object a line. */
import type { Message } from '../message.js'
import { lineTable, placeOf } from '../place.js'

export interface JsonReportOptions {
  readonly file?: string
  readonly source?: string
}

/**
 * Messages for a program, one JSON object a line: `{file, line, column, endLine, endColumn, severity, code, text, loss, fix, changes}`.
 * @param messages as any call gives them
 * @param options `file` and `source` for the places; without a source there are no lines and columns
 * @returns the lines; lines and columns count from 1
 * @see docs/messages.md for every code
 * @example
 * console.error(reportJson(messages, { file: 'orders.mmd', source }))
 */
export function reportJson(messages: readonly Message[], options: JsonReportOptions = {}): string {
  const table = options.source === undefined ? undefined : lineTable(options.source)
  return messages
    .map(message => {
      const [start, end] = (table && message.at?.map(offset => placeOf(table, offset))) || []
      const { code, severity, text, loss, fix, changes } = message
      const place = start && { line: start.line, column: start.column }
      const endPlace = end && { endLine: end.line, endColumn: end.column }
      return `${JSON.stringify({ file: options.file, ...place, ...endPlace, severity, code, text, loss, fix, changes }, plainMaps)}\n`
    })
    .join('')
}

function plainMaps(_: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value as Map<string, unknown>) : value
}
