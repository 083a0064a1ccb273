/** A file that ends too early: one thing is wrong with it, whatever is open at its end. */

import type { Message } from '../../../../src/messages/message.js'
import { authorOffset, type Source } from '../source.js'
import { cutOff, isOpenBrace, openBraces } from './messages.js'

/**
 * The messages with one in place of all that say that something is open at the end of the file: braces, and a statement in the
 * last line. Where only braces are missing, they can be added.
 */
export function foldCutOff(source: Source, messages: readonly Message[]): readonly Message[] {
  const open = messages.filter(isOpenBrace)
  if (open.length === 0) return messages
  const text = source.text.trimEnd()
  const lastLine = text.lastIndexOf('\n') + 1
  const from = authorOffset(source, lastLine)
  const unfinished = messages.filter(
    said => said.severity === 'error' && !isOpenBrace(said) && (said.at?.[0] ?? 0) >= from,
  )
  if (open.length === 1 && unfinished.length === 0) return messages
  const rest = messages.filter(said => !open.includes(said) && !unfinished.includes(said))
  if (unfinished.length > 0) {
    const end = authorOffset(source, text.length)
    return [...rest, cutOff({ statement: text.slice(lastLine).trim().slice(-60) }, [end, end])]
  }
  const end = authorOffset(source, source.text.length)
  const edits = [
    { start: end, end, text: `${source.text.endsWith('\n') ? '' : '\n'}${'}\n'.repeat(open.length)}` },
  ]
  return [...rest, openBraces({ count: open.length }, open.at(-1)!.at ?? [end, end], edits)]
}
