/** Findings of a file with lines and columns, as programs want them. */
import { type LineTable, lineTable, placeOf } from '../../messages/place.js'
import type { FileResult } from '../files/result.js'
import type { Finding } from './finding.js'

/** The code under which it is said that a file could not be read or written. */
export const FAILURE = 'file/failure'

/** The code of what is said of a file beside the messages about its diagrams. */
const NOTE = 'file/note'

/** Messages of a file, and its failure, with places that count from 1. */
export function findingsOf({
  name: file,
  source,
  messages,
  failure,
  findings,
  notes = [],
}: FileResult): readonly Finding[] {
  if (findings) return findings
  const table: LineTable | undefined = source === undefined ? undefined : lineTable(source)
  const found: Finding[] = messages.map(({ code, severity, text, at, loss, fix }) => {
    const start = table && at && placeOf(table, at[0])
    const end = table && at && placeOf(table, at[1])
    return {
      file,
      ...(start && { line: start.line, column: start.column }),
      ...(end && { endLine: end.line, endColumn: end.column }),
      severity,
      code,
      text,
      ...(loss && { loss }),
      ...(fix && { fix }),
    }
  })
  for (const text of notes) found.push({ file, severity: 'warning', code: NOTE, text })
  if (failure) found.push({ file, severity: 'error', code: FAILURE, text: failure.text })
  return found
}

/** A place as editors and compilers write it. */
export const placeText = ({ file, line, column }: Finding): string =>
  line === undefined ? file : `${file}:${line}:${column}`

/** Line breaks and other control characters have no place in one line. */
export const oneLine = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, ' ')
