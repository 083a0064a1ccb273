/** What a command does with one diagram. */
import type { Format, FormatEntry } from '../../format.js'
import type { Message } from '../../messages/message.js'
import type { TaskSettings } from '../files/settings.js'

export interface Diagram {
  readonly format: Format
  readonly input: string | Uint8Array
  readonly settings: TaskSettings
  /** Every format that there is. */
  readonly formats: readonly FormatEntry[]
}

export interface TaskOutcome {
  readonly messages: readonly Message[]
  /** The text that places count in. */
  readonly source: string
  /** The text that was given, where places count in the one that is to be. */
  readonly before?: string
  /** What the diagram is to be instead; left out where it stays. */
  readonly text?: string
  /** How many fixes were made. */
  readonly fixes?: number
  /** What it is, where that is a kind of diagram that no format reads. */
  readonly passedOver?: string
}

export type Task = (diagram: Diagram) => Promise<TaskOutcome>
