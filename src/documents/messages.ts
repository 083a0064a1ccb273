/** What is said of documents. */
import { type Message, message } from '../messages/message.js'

type At = readonly [start: number, end: number]

export const closesPassage = (_: object, at: At): Message =>
  message('document/refused', 'The new text holds what would end the comment or the page around it.', { at })
