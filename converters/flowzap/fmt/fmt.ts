/**
 * The style of FlowZap Code, which is the official form: one statement to a line, no indentation. Lines stay where they are, an empty
 * line too, where it is one of several and neither first nor last in its lane.
 */
import { breaksIn, gapEdits, lineBreak, newlineOf, type Piece } from '../../../src/fmt/gaps.js'
import type { TextEdit } from '../../../src/messages/message.js'
import { parser } from '../grammar.gen.js'
import { piecesOf, wordsOf } from './line.js'

/**
 * The edits that bring FlowZap Code that was read without errors into the style. They touch blanks and line breaks outside of texts,
 * conditions and comments.
 */
export function fmtFlowzap(text: string): readonly TextEdit[] {
  const parsed = parser.parse(text)
  if (!parsed.ok) return []
  const newline = newlineOf(text)
  const pieces: Piece[] = []
  let isOpening = false
  for (const line of parsed.tree.children) {
    if (line.rule !== 'Line') continue
    const words = wordsOf(line)
    const [first, ...more] = piecesOf(words)
    if (!first) continue
    const gap = text.slice(pieces.at(-1)?.end ?? 0, first.start)
    const isTight = isOpening || words[0]!.rule === 'closeBrace'
    const before = pieces.length === 0 ? '' : lineBreak(newline, breaksIn(gap), isTight)
    pieces.push({ ...first, before })
    for (const piece of more) pieces.push(piece)
    const signs = words.map(({ rule }) => rule)
    isOpening = signs.includes('openBrace') && !signs.includes('closeBrace')
  }
  return pieces.length === 0 ? [] : gapEdits(text, pieces, newline)
}
