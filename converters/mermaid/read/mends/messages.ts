/** What is said of mistakes in Mermaid that a fix mends. Places and edits may count in a line alone until it is said. */
import type { Range } from '../../../../src/ir/model.js'
import { about, type Message, type TextEdit } from '../../../../src/messages/message.js'
import { type Code, message } from '../../codes.js'
import type { Misspelt } from './misspelt.js'

type Edits = readonly TextEdit[]

/** What is said of one mistake, once its place is known. */
export type Said = (at: Range, edits?: Edits) => Message

/** A sentence that names nothing of the text. */
const always =
  (text: string, title: string, code: Code = 'syntax/unexpected'): Said =>
  (at, edits) =>
    message(code, text, about(at, title, edits))

/** A piece of code in a sentence, short. */
const shown = (code: string): string => (code.length > 80 ? `${code.slice(0, 79)}…` : code)

interface Written {
  /** What it should be. */
  readonly written: string
}

export const several = always(
  'Several things are wrong in this line; the fix mends them all.',
  'Mend the line',
)

// Words of the language.

const spelling = ({ word, meant }: Pick<Misspelt, 'word' | 'meant'>): string =>
  word.toLowerCase() === meant.toLowerCase()
    ? `Capital letters count: “${word}” is written “${meant}”.`
    : `“${word}” is misspelt: write “${meant}”.`

export const misspelt = (
  { word, meant }: Pick<Misspelt, 'word' | 'meant'>,
  at: Range,
  edits?: Edits,
): Message => message('syntax/keyword', spelling({ word, meant }), about(at, `Write ${meant}`, edits))

/** Both words of a header. */
export const twoMisspelt = (
  first: Pick<Misspelt, 'word' | 'meant'>,
  second: Pick<Misspelt, 'word' | 'meant'>,
  at: Range,
  edits?: Edits,
): Message =>
  message('syntax/keyword', `${spelling(first)} ${spelling(second)}`, about(at, 'Mend the line', edits))

export const misspeltEnd = ({ word }: { readonly word: string }, at: Range, edits?: Edits): Message =>
  message(
    'syntax/keyword',
    `“${word}” names a node here; a subgraph is closed with “end”, in small letters.`,
    about(at, 'Write end', edits),
  )

export const braceForEnd = always(
  'A subgraph has no braces: it is closed with “end”.',
  'Write end',
  'syntax/keyword',
)

const END = '“end” closes a subgraph and cannot name a node; with a capital letter, “End”, it can.'

export const endAsName = always(END, 'Write End')

export const prose = always(
  'These words are no part of a flowchart; a note for people begins with “%%”.',
  'Make a comment of it',
  'syntax/prose',
)

// Headers.

const ANY_DIRECTION = 'Expected a direction (TB, LR, BT, RL) and then the end of the line.'

export const flowchartVersion = always(ANY_DIRECTION, 'Write flowchart')

export const signBehindHeader = always(ANY_DIRECTION, 'Remove the sign')

export const statementBehindHeader = always(ANY_DIRECTION, 'Start a new line')

export const headerMissing = always(
  'The first line of a flowchart is missing: a header such as “flowchart TD”.',
  'Add the header',
)

// What is opened and not closed.

interface Open {
  readonly sign: string
  readonly close: string
  /** The text behind which it should be closed. */
  readonly label: string
}

export const notClosed = ({ sign, close, label }: Open, at: Range, edits?: Edits): Message =>
  message(
    'syntax/unclosed',
    `“${sign}” is never closed: “${close}” is missing behind “${label}”.`,
    about(at, `Close with ${close}`, edits),
  )

export const closedOtherwise = (
  { sign, close, wrong }: Pick<Open, 'sign' | 'close'> & { readonly wrong: string },
  at: Range,
  edits?: Edits,
): Message =>
  message(
    'syntax/unclosed',
    `“${sign}” is closed with “${close}”, not with “${wrong}”.`,
    about(at, `Write ${close}`, edits),
  )

export const quoteNotClosed = ({ label }: Pick<Open, 'label'>, at: Range, edits?: Edits): Message =>
  message(
    'syntax/unclosed',
    `The quote before “${label}” is never closed.`,
    about(at, 'Close the quote', edits),
  )

export const quoteNotOpened = ({ label }: Pick<Open, 'label'>, at: Range, edits?: Edits): Message =>
  message(
    'syntax/unclosed',
    `The quote behind “${label}” is never opened.`,
    about(at, 'Open the quote', edits),
  )

// Titles, labels and ids.

export const titleInBrackets = (
  { id, written }: Written & { readonly id: string },
  at: Range,
  edits?: Edits,
): Message =>
  message(
    'syntax/unexpected',
    `A title behind the id of a subgraph stands in brackets: write ${id} ${written}.`,
    about(at, 'Quote the title', edits),
  )

export const titleInQuotes = ({ written }: Written, at: Range, edits?: Edits): Message =>
  message(
    'syntax/unexpected',
    `A title with brackets, pipes or quotes in it must be quoted: ${written}.`,
    about(at, 'Quote the title', edits),
  )

export const unquotedTitle = always(
  'A title with brackets, commas or other signs in it must be quoted: subgraph "…".',
  'Quote the title',
)

export const unquotedLabel = always(
  'A label with brackets, pipes or quotes in it must be quoted: ["…"].',
  'Quote the label',
)

export const slashFirst = always(
  'A label with a slash at its beginning must be quoted, unless one ends it: ["/…"].',
  'Quote the label',
)

const MARKDOWN = 'A quote and a backtick begin a text in Markdown, and a backtick and a quote end it'

export const markdownNotClosed = always(`${MARKDOWN}.`, 'Add the backtick')

export const backtickFirst = always(
  `${MARKDOWN}, with no other between them; in a text without Markdown “#96;” is one.`,
  'Write #96;',
)

export const emptyLabel = always(
  'A label cannot be empty; a quoted blank can stand there.',
  'Write a blank label',
)

export const labelInArrow = ({ written }: Written, at: Range, edits?: Edits): Message =>
  message(
    'syntax/unexpected',
    `A label stands in the arrow: write ${shown(written)}.`,
    about(at, 'Put the label into the arrow', edits),
  )

export const labelInBrackets = ({ written }: Written, at: Range, edits?: Edits): Message =>
  message(
    'syntax/unexpected',
    `The brackets behind an id hold its label: write ${shown(written)}.`,
    about(at, 'Put the label into the brackets', edits),
  )

export const spacedId = ({ written }: Written, at: Range, edits?: Edits): Message =>
  message(
    'syntax/unexpected',
    `The id of a node has no spaces: write ${shown(written)}.`,
    about(at, 'Write ids without spaces', edits),
  )

export const idWithAt = ({ written }: Written, at: Range, edits?: Edits): Message =>
  message(
    'syntax/unexpected',
    `The id of a node has no “@”, a label may have one: write ${shown(written)}.`,
    about(at, 'Write ids without @', edits),
  )

export const spaceBeforeBrackets = always(
  'No space can stand between a node’s id and its brackets.',
  'Remove the space',
)

export const spaceBesideComma = always('No space can stand beside a comma here.', 'Remove the space')

export const spaceAtEnd = always('No space can stand at the end of this line.', 'Remove the space')

export const bracesOfSubgraph = always(
  'A subgraph has no braces: it begins with its line and is closed with “end”.',
  'Remove the {',
)

// Styles and comments.

export const noColon = always('A colon stands between a property and its value, as in fill:#f9f.', 'Write :')

export const colourWithBrackets = always(
  'A colour with brackets cannot stand in a style; the same colour as #rrggbb can.',
  'Write the colour as #rrggbb',
)

export const foreignComment = always('A comment begins with “%%”.', 'Write %%')

export const commentBehind = always('A comment must stand on a line of its own.', 'Remove the comment')

export const foreignCommentBehind = always(
  'A comment begins with “%%” and must stand on a line of its own.',
  'Remove the comment',
)

// Arrows.

export const backArrow = ({ written }: Written, at: Range, edits?: Edits): Message =>
  message(
    'syntax/unexpected',
    `Mermaid has no arrow that points back: write ${shown(written)}.`,
    about(at, 'Turn the arrow round', edits),
  )

export const oneDash = always('Mermaid’s arrow is “-->”, with two dashes at least.', 'Write -->')

export const otherArrow = always('Mermaid’s arrow is “-->”.', 'Write -->')

export const twoHeads = always('An arrow has one sign at its end: “>”, “x” or “o”.', 'Remove the >')

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
