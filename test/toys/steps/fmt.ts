/** The style of steps: a statement to a line, without blanks around it, and one empty line where there were several. */
import { breaksIn, gapEdits, lineBreak, newlineOf } from '../../../src/fmt/gaps.js'
import type { TextEdit } from '../../../src/messages/message.js'
import { statementsOf } from './statements.js'

export function fmtSteps(text: string): readonly TextEdit[] {
  const newline = newlineOf(text)
  let from = 0
  const lines = statementsOf(text).filter(({ start, end }) => text.slice(start, end).trim() !== '')
  const pieces = lines.map(({ start, end }) => {
    const line = text.slice(start, end)
    const first = start + line.length - line.trimStart().length
    const breaks = breaksIn(text.slice(from, first))
    const before = from === 0 ? '' : lineBreak(newline, breaks, false)
    from = start + line.trimEnd().length
    return { start: first, end: from, before }
  })
  return gapEdits(text, pieces, newline)
}
