/** What became of one file: handed from whoever looked at it, perhaps in another thread, to whoever reports it. */
import type { Message } from '../../messages/message.js'
import type { ExitCode } from '../exit.js'
import type { Content } from '../outputs.js'
import type { Finding } from '../reporters/finding.js'
import type { Made } from '../tasks/task.js'

export interface FileResult {
  /** As messages name it. */
  readonly name: string
  /** The text that the places of messages count in; left out where no message has one. */
  readonly source?: string
  readonly messages: readonly Message[]
  /** What was found, from an earlier report: in place of messages. */
  readonly findings?: readonly Finding[]
  /** How many diagrams were looked at. */
  readonly diagrams: number
  /** What was passed over, each by what it is: `sequenceDiagram`. */
  readonly passedOver: readonly string[]
  /** How many fixes were made in it. */
  readonly fixes?: number
  /** Whether the file has another text now, or would have it. */
  readonly changed: boolean
  /** Whether what was found is known from an earlier run. */
  readonly cached?: boolean
  /** What would change, as a patch, where that was asked for. */
  readonly patch?: string
  /** What `convert` made of it, to be written. */
  readonly made?: readonly Made[]
  /** What is said of the file that was brought up to date, with places in the text that it had. */
  readonly brought?: { readonly source: string; readonly messages: readonly Message[] }
  /** Whether it is about a file that was written, and not about one that was read. */
  readonly isOutput?: boolean
  /** Whether another result of the run is about the same file, which is counted there. */
  readonly isMore?: boolean
  /** How many files were written of it, or would be, and how many were there already as they would be written. */
  readonly outputs?: { readonly written: number; readonly unchanged: number }
  /** What is said beside the messages. */
  readonly notes?: readonly string[]
  /** The new text, or picture, for standard output. */
  readonly text?: Content
  /** Why it could not be looked at, or not be written. */
  readonly failure?: { readonly text: string; readonly exitCode: ExitCode }
}

export const isError = ({ messages, failure }: FileResult): boolean =>
  failure !== undefined || messages.some(({ severity }) => severity === 'error')
