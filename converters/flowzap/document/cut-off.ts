/** A file that ends too early: one thing is wrong with it, not a lane that is open and a line that is broken. */
import type { Message } from '../../../src/messages/message.js'
import type { MendedText } from './mended.js'
import { cutOff } from './messages.js'

/** The messages with one in place of those about the last line and the lane around it, where both are unfinished. */
export function foldCutOff(
  { author: text, unknown }: MendedText,
  messages: readonly Message[],
): readonly Message[] {
  const end = text.trimEnd().length
  const last = unknown.at(-1)
  if (!last || last.at[1] < end || !messages.some(({ code }) => code === 'syntax/unclosed-lane'))
    return messages
  const start = last.at[0]
  const rest = messages.filter(({ code, at }) => code !== 'syntax/unclosed-lane' && !(at && at[0] >= start))
  const line = text.slice(start, end).trim()
  return [...rest, cutOff({ line: line.length > 60 ? `…${line.slice(-59)}` : line }, [end, end])]
}
