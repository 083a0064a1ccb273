/** The room of labels with lists: browsers, and draw.io in them, indent lists and leave a line free before and behind each. */
import type { Text } from '../../ir/model.js'
import { runsOf } from '../../text/rich/rich.js'
import { hasTightLists } from '../../text/rich/tight-lists.js'

/** As wide as the 20 pixels that lists of our own drawings have before their items. */
const TIGHT_INDENT = '\u00a0'.repeat(6)
/** As wide as the 40 pixels by which a list is indented, in letters that no line is broken at. */
const INDENT = '\u00a0'.repeat(12)
/** More lists than these in one label are no longer told apart. */
const MOST = 5

/**
 * The text to be measured for a label: what it shows, or, with lists in it, lines that take as much room as these.
 * HTML's own style sheet has the rule: https://html.spec.whatwg.org/multipage/rendering.html#lists.
 */
export function measuredText({ text, rich }: Text): string {
  if (!rich || rich.syntax === 'markdown' || text === '') return text
  const lists = Math.min(MOST, rich.source.match(/<[uo]l[\s>]/gi)?.length ?? 0)
  if (lists === 0) return text
  if (hasTightLists(rich)) {
    const bullets = runsOf(rich)?.bullets
    return text
      .split('\n')
      .map((line, i) => (bullets?.has(i) ? TIGHT_INDENT + line : line))
      .join('\n')
  }
  const indented = text
    .split('\n')
    .map(line => INDENT + line)
    .join('\n')
  return `${'\n'.repeat(2 * lists)}${indented}`
}
