/** Which format a text is in whose name does not tell. */
import type { Format } from '../format.js'
import { formatOfText } from '../registry.js'
import { linesOf } from './lines.js'
import { fencedBlocks, fenceWords, insideOf } from './surroundings.js'

/** At most this many lines of other things may stand before a diagram. */
const MOST_LINES = 100

/** The format whose sign the text bears; else that of the first fence with a known word or a diagram in it; else that of a diagram behind other lines. */
export function formatOfInput(formats: readonly Format[], text: string): Format | undefined {
  const whole = formatOfText(formats, text)
  if (whole) return whole
  for (const block of fencedBlocks(text, formats.flatMap(fenceWords))) {
    const inside = insideOf(block, text)
    const found =
      formatOfText(formats, inside) ??
      formats.find(format => format.read && fenceWords(format).includes(block.word))
    if (found) return found
  }
  for (const { start } of linesOf(text, MOST_LINES)) {
    const found = formatOfText(formats, text.slice(start, start + 10_000))
    if (found) return found
  }
  return undefined
}
