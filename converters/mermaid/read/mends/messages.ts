/** What is said of mistakes in Mermaid that a fix mends. Places and edits may count in a line alone until it is said. */
import type { Range } from '../../../../src/ir/model.js'
import { about, type Message } from '../../../../src/messages/message.js'
import { message } from '../../codes.js'
import type { Misspelt } from './misspelt.js'
import { always, type Edits, type Said, shown, type Written } from './said.js'

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

/** Its edits write the word with a capital letter. */
export const wordAsName: Said = (at, edits) => {
  const capital = edits?.[0]?.text ?? ''
  const word = capital.slice(0, 1).toLowerCase() + capital.slice(1)
  return message(
    'syntax/unexpected',
    `“${word}” is a word of Mermaid’s own and cannot be a name; with a capital letter, “${capital}”, it can.`,
    about(at, `Write ${capital}`, edits),
  )
}

export const prose = always(
  'These words are no part of a flowchart; a note for people begins with “%%”.',
  'Make a comment of it',
  'syntax/prose',
)

// Headers.

const ANY_DIRECTION = 'Expected a direction (TB, LR, BT, RL) and then the end of the line.'

export const flowchartVersion = always(ANY_DIRECTION, 'Write flowchart')

export const signBehindHeader = always(ANY_DIRECTION, 'Remove the sign')

export const wordInHeader = always(ANY_DIRECTION, 'Remove the word')

export const bracesOfDiagram = always('A flowchart has no braces around it.', 'Remove the brace')

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

export const closedTwice = (
  { sign, label }: Pick<Open, 'sign' | 'label'>,
  at: Range,
  edits?: Edits,
): Message =>
  message(
    'syntax/unexpected',
    `“${sign}” behind “${label}” closes nothing.`,
    about(at, `Remove the ${sign}`, edits),
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

export const nodeWithoutId = ({ written }: Written, at: Range, edits?: Edits): Message =>
  message(
    'syntax/unexpected',
    `A node begins with its id: write ${shown(written)}.`,
    about(at, 'Add the ids', edits),
  )

export const atBeforeProperties = always('Properties stand in @{ }.', 'Write @{')

export const nameOfCall = always(
  'Brackets behind an id hold a label; where they are a part of the name, the name is quoted: show["show()"].',
  'Write the name as a label',
)

export const spaceBeforeClass = always('No space can stand before “:::”.', 'Remove the space')

export const ampersandAtArrow = always('“&” stands between two nodes only.', 'Remove the &')

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

export const namelessSubgraph = always(
  'A subgraph has an id or a title; a quoted blank can be one.',
  'Write a blank title',
)

export const statementBehindSubgraph = always(
  'A direction stands on a line of its own, behind that of its subgraph.',
  'Start a new line',
)

export const signInDirection = always(
  'A direction is written without such a sign: direction LR.',
  'Remove the sign',
)

export const wordBehindEnd = always('“end” stands alone on its line.', 'Remove the word')

export const semicolonInStyle = always('A comma stands between the properties of a style.', 'Write ,')

export const lineBreakBehindLabel = always(
  'The node stands on the line of the label before it.',
  'Join the lines',
)

export const bullet = always('A statement has no sign of a list before it.', 'Remove the sign')

export const commaBetweenNodes = always('Between nodes of one line stands “&”.', 'Write &')
