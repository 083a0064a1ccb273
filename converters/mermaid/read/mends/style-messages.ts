/** What is said of clicks, styles and comments that Mermaid does not take. */
import { always } from './said.js'

// Clicks.

export const callWithoutBrackets = always('What is called has brackets: call show().', 'Add the brackets')

export const targetOfCall = always(
  'A target such as “_blank” belongs to a link: what is called has none.',
  'Remove the target',
)

export const unquotedAddress = always('An address stands in quotes.', 'Quote the address')

// Styles and comments.

export const signsAroundStyle = always(
  'A style has no braces and no quotes around it: fill:#f9f,stroke:#333.',
  'Remove the signs',
)

export const noColon = always('A colon stands between a property and its value, as in fill:#f9f.', 'Write :')

export const colourWithBrackets = always(
  'A colour with brackets cannot stand in a style; the same colour as #rrggbb can.',
  'Write the colour as #rrggbb',
)

export const foreignComment = always('A comment begins with “%%”.', 'Write %%')

export const commentBehind = always('A comment must stand on a line of its own.', 'Put it on one')

export const foreignCommentBehind = always(
  'A comment begins with “%%” and must stand on a line of its own.',
  'Put it on one',
)
