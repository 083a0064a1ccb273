/** Findings of a file with lines and columns, as programs want them. */

import type { Fix } from '../../messages/message.js'
import { type LineTable, lineTable, placeOf } from '../../messages/place.js'
import { wellFormed } from '../../text/well-formed.js'
import type { FileResult } from '../files/result.js'
import type { Finding } from './finding.js'

/** The code under which it is said that a file could not be read or written. */
export const FAILURE = 'file/failure'

/** The code of what is said of a file beside the messages about its diagrams. */
const NOTE = 'file/note'

/** Messages of a file, and its failure, with places that count from 1; well-formed texts only, since not every program reads others. */
export function findingsOf({
  name,
  source,
  messages,
  failure,
  findings,
  notes = [],
}: FileResult): readonly Finding[] {
  if (findings) return findings
  const file = wellFormed(name)
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
      text: wellFormed(text),
      ...(loss && { loss }),
      ...(fix && { fix: wellFormedFix(fix) }),
    }
  })
  for (const text of notes) found.push({ file, severity: 'warning', code: NOTE, text: wellFormed(text) })
  if (failure) found.push({ file, severity: 'error', code: FAILURE, text: wellFormed(failure.text) })
  return found
}

const wellFormedFix = ({ title, edits }: Fix): Fix => ({
  title: wellFormed(title),
  edits: edits.map(edit => ({ ...edit, text: wellFormed(edit.text) })),
})

/** A place as editors and compilers write it. */
export const placeText = ({ file, line, column }: Finding): string =>
  line === undefined ? file : `${file}:${line}:${column}`
