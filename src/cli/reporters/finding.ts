/** What was found at a place of a file, as programs are told. */
import type { Fix, LossKind, Severity } from '../../messages/message.js'

export interface Finding {
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly endLine?: number
  readonly endColumn?: number
  readonly severity: Severity
  readonly code: string
  readonly text: string
  readonly loss?: LossKind
  readonly fix?: Fix
}
