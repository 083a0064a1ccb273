/** What the sentences about mistakes that a fix mends are made of. */
import type { Range } from '../../../../src/ir/model.js'
import { about, type Message, type TextEdit } from '../../../../src/messages/message.js'
import { type Code, message } from '../../codes.js'

export type Edits = readonly TextEdit[]

/** What is said of one mistake, once its place is known. */
export type Said = (at: Range, edits?: Edits) => Message

/** A sentence that names nothing of the text. */
export const always =
  (text: string, title: string, code: Code = 'syntax/unexpected'): Said =>
  (at, edits) =>
    message(code, text, about(at, title, edits))

/** A piece of code in a sentence, short. */
export const shown = (code: string): string => (code.length > 80 ? `${code.slice(0, 79)}…` : code)

export interface Written {
  /** What it should be. */
  readonly written: string
}
