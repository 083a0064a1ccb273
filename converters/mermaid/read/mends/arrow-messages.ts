/** What is said of arrows that are written as none of Mermaid’s is. */
import type { Range } from '../../../../src/ir/model.js'
import { about, type Message } from '../../../../src/messages/message.js'
import { message } from '../../codes.js'
import { always, type Edits, shown, type Written } from './said.js'

export const backArrow = ({ written }: Written, at: Range, edits?: Edits): Message =>
  message(
    'syntax/unexpected',
    `Mermaid has no arrow that points back: write ${shown(written)}.`,
    about(at, 'Turn the arrow round', edits),
  )

export const oneDash = always('Mermaid’s arrow is “-->”, with two dashes at least.', 'Write -->')

export const otherArrow = always('Mermaid’s arrow is “-->”.', 'Write -->')

export const twoHeads = always('An arrow has one sign at its end: “>”, “x” or “o”.', 'Remove the >')

export const dottedArrow = always('A dotted arrow is “-.->”.', 'Write -.->')

export const unquotedArrowLabel = always(
  'The label of an arrow must be quoted where it has quotes in it, or a dot on a dotted line: -. "…" .->.',
  'Quote the label',
)

export const thickArrow = always('A thick arrow is “==>”, with two signs at least.', 'Write ==>')

export const arrowOfTwoHeads = always(
  'An arrow with two heads is “<-->”, with two dashes at least.',
  'Write <-->',
)

export const shortLine = always(
  'A line without arrowheads is “---”, with three dashes at least.',
  'Write ---',
)

export const lineWithLabel = always(
  'A line with its label between pipes is “---|label|”, an arrow “-->|label|”.',
  'Write ---',
)

export const signBehindLabel = always(
  'The “>” behind the label is too much: an arrow with a label is “-->|label|”.',
  'Remove the >',
)

export const arrowBehindLabel = always(
  'The second arrow, behind the label, is too much: an arrow with a label is “-->|label|”.',
  'Remove the second arrow',
)

export const labelBeforeArrow = always(
  'A label between pipes stands behind the arrow: “-->|label|”.',
  'Write -->|label|',
)
