/** What a command does with one diagram. */
import type { Format, FormatEntry } from '../../format.js'
import type { Message } from '../../messages/message.js'
import type { TaskSettings } from '../files/settings.js'
import type { Content } from '../outputs.js'

export interface Diagram {
  readonly format: Format
  readonly input: string | Uint8Array
  readonly settings: TaskSettings
  /** Every format that there is. */
  readonly formats: readonly FormatEntry[]
  /** The text that `convert` is to bring up to date; nothing where it writes anew. */
  readonly existing?: string
}

/** A file to be written. */
export interface Made {
  /** What tells it from the other files of its input: a title, a heading or a number; nothing where there is only this one. */
  readonly name?: string
  readonly content: Content
}

/** What `convert` makes of a diagram. */
export interface Conversion {
  readonly files: readonly Made[]
  /** The title of the diagram, if it has one. */
  readonly title?: string
  /** Whether the file that was to be brought up to date is so already, and stays. */
  readonly stays?: boolean
  /** What is said of the text that was brought up to date, with places in that. */
  readonly brought?: readonly Message[]
  /** Whether nothing was made of it, or brought back from it, for its errors; or how much was lost, where that is too much. */
  readonly failed?: 'errors' | 'not-back' | number
  /** What is said beside the messages. */
  readonly notes?: readonly string[]
}

export interface TaskOutcome {
  readonly messages: readonly Message[]
  /** The text that places count in. */
  readonly source: string
  /** The text that was given, where places count in the one that is to be. */
  readonly before?: string
  /** What the diagram is to be instead; left out where it stays. */
  readonly text?: string
  readonly conversion?: Conversion
  /** How many fixes were made. */
  readonly fixes?: number
  /** How many diagrams the text holds, where that is more than one: pages of a draw.io file, graphs of DOT. */
  readonly count?: number
  /** What it is, where that is a kind of diagram that no format reads. */
  readonly passedOver?: string
}

export type Task = (diagram: Diagram) => Promise<TaskOutcome>
