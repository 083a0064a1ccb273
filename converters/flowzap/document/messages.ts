/**
 * What is said of lines that are no statement of FlowZap Code, and how a finding becomes a message: the linter and the reader say
 * it under codes of their own.
 */
import type { Range } from '../../../src/ir/model.js'
import { about, type Message, type TextEdit } from '../../../src/messages/message.js'
import { checks, message } from '../codes.js'
import { type Finding, finding } from './finding.js'

type Edits = readonly TextEdit[]

/** What is said of one mistake, once its place is known. */
export type Said = (at: Range, edits?: Edits) => Finding

export function saidByLinter({ check, text, at, fix }: Finding): Message {
  return message(checks[check].lint, text, { at, ...(fix && { fix }) })
}

/** Nothing where it is the linter's alone. */
export function saidByReader({ check, text, at, fix }: Finding): Message[] {
  const codes = checks[check]
  return 'read' in codes ? [message(codes.read, text, { at, ...(fix && { fix }) })] : []
}

/** @param line the last one, as far as it goes */
export const cutOff = ({ line }: { readonly line: string }, at: Range): Message =>
  message('syntax/cut-off', `The file ends in the middle of a line, “${line}”, and is probably cut off.`, {
    at,
  })

export const tooLong = (
  { length, most }: { readonly length: number; readonly most: number },
  at: Range,
): Message =>
  message(
    'limit/flowzap-size',
    `The code has ${length} characters; FlowZap takes ${most} at most.`,
    about(at),
  )

/** A sentence that names nothing of the text. */
const always =
  (text: string, title: string): Said =>
  (at, edits) =>
    finding('statement', at, text, title, edits)

interface Label {
  readonly label: string
}

interface Written {
  /** What it should be. */
  readonly written: string
}

export const several = always(
  'Several things are wrong in this line; the fix mends them all.',
  'Mend the line',
)

// Lines.

export const braceBelow = ({ name }: { readonly name: string }, at: Range, edits?: Edits): Finding =>
  finding(
    'statement',
    at,
    `The “{” of a lane stands on the line of its name: write “${name} {”.`,
    'Move the brace up',
    edits,
  )

export const sharedLine = (
  { statement }: { readonly statement: string },
  at: Range,
  edits?: Edits,
): Finding =>
  finding(
    'statement',
    at,
    `A statement of FlowZap Code has a line of its own: begin a new one before “${statement}”.`,
    'Begin a new line',
    edits,
  )

export const foreignComment = always('A comment begins with “//”.', 'Write //')

export const commentBehind = always('A comment stands on a line of its own.', 'Remove the comment')

export const extraSign = ({ sign }: { readonly sign: string }, at: Range, edits?: Edits): Finding =>
  finding(
    'statement',
    at,
    `No “${sign}” stands in FlowZap Code between attributes or at the end of a line.`,
    `Remove the ${sign}`,
    edits,
  )

// Texts, quotes and brackets.

export const quotesInside = always(
  'A text cannot hold double quotes, for the first one ends it: write single ones.',
  'Write single quotes',
)

export const otherQuotes = ({ label }: Label, at: Range, edits?: Edits): Finding =>
  finding(
    'statement',
    at,
    `Texts stand between plain double quotes: "${label}".`,
    'Write double quotes',
    edits,
  )

export const noQuotes = ({ label }: Label, at: Range, edits?: Edits): Finding =>
  finding(
    'statement',
    at,
    `Texts stand between double quotes: "${label}".`,
    'Put quotes around the text',
    edits,
  )

export const openQuote = ({ label }: Label, at: Range, edits?: Edits): Finding =>
  finding('unclosed', at, `The quote before “${label}” is never closed.`, 'Close the quote', edits)

export const openBracket = (
  { sign, close, label }: Label & { readonly sign: string; readonly close: string },
  at: Range,
  edits?: Edits,
): Finding =>
  finding(
    'unclosed',
    at,
    `“${sign}” is never closed: “${close}” is missing behind “${label}”.`,
    `Close with ${close}`,
    edits,
  )

// Words, nodes and lanes.

export const misspelt = (
  { word, meant }: { readonly word: string; readonly meant: string },
  at: Range,
  edits?: Edits,
): Finding => finding('keyword', at, `“${word}” is misspelt: write “${meant}”.`, `Write ${meant}`, edits)

const nodeWritten =
  (what: string) =>
  ({ written }: Written, at: Range, edits?: Edits): Finding =>
    finding('statement', at, `${what}: write “${written}”.`, `Write ${written}`, edits)

export const noColonBehindId = nodeWritten('A colon stands behind the id of a node')

export const textWithoutName = nodeWritten('A text of a node stands behind the name of what it is')

export const noShape = nodeWritten('A node has a shape')

export const titleOfLane = ({ written }: Written, at: Range, edits?: Edits): Finding =>
  finding(
    'statement',
    at,
    `The label of a lane stands behind its brace: write “${written}”.`,
    'Put the label behind the brace',
    edits,
  )

export const looseLoop = ({ written }: Written, at: Range, edits?: Edits): Finding =>
  finding(
    'statement',
    at,
    `The condition of a loop stands in square brackets before its nodes: write “${written}”.`,
    'Write the loop anew',
    edits,
  )

export const extraWord = ({ word }: { readonly word: string }, at: Range, edits?: Edits): Finding =>
  finding('statement', at, `An edge begins with its node: “${word}” is too much.`, 'Remove the word', edits)

export const spacedId = ({ written }: Written, at: Range, edits?: Edits): Finding =>
  finding(
    'statement',
    at,
    `The id of a node has no spaces: write “${written}”.`,
    'Write ids without spaces',
    edits,
  )

export const quotedLane = always(
  'The id of a lane has no quotes; its label stands behind a #: User { # User.',
  'Remove the quotes',
)

export const laneLabelWithoutSign = always('The label of a lane stands behind a #: User { # User.', 'Write #')

export const noColonBehindName = always(
  'A colon stands between the name of an attribute and its text: label:"Start".',
  'Write :',
)

// Loops.

export const conditionWithoutBrackets = always(
  'The condition of a loop stands in brackets: loop [retry] n1 n2.',
  'Put the condition into brackets',
)

export const commasInLoop = always(
  'The nodes of a loop have only blanks between them: loop [retry] n1 n2.',
  'Remove the commas',
)

// Edges.

export const otherHandle = ({ written }: Written, at: Range, edits?: Edits): Finding =>
  finding(
    'statement',
    at,
    `The side of a node is written as its handle: “${written}”.`,
    'Write .handle( )',
    edits,
  )

export const bracketsOfHandle = always(
  'The side of a handle stands in round brackets: n1.handle(right).',
  'Write ( )',
)

export const labelBefore = ({ label }: Label, at: Range, edits?: Edits): Finding =>
  finding(
    'statement',
    at,
    `The label of an edge stands in brackets behind it: [label="${label}"].`,
    'Put the label into brackets',
    edits,
  )

export const labelOutside = ({ label }: Label, at: Range, edits?: Edits): Finding =>
  finding(
    'statement',
    at,
    `The label of an edge stands in brackets: [label="${label}"].`,
    'Put the label into brackets',
    edits,
  )

export const backArrow = ({ written }: Written, at: Range, edits?: Edits): Finding =>
  finding('statement', at, `No arrow points back: write “${written}”.`, 'Turn the edge round', edits)

export const foreignArrow = ({ arrow }: { readonly arrow: string }, at: Range, edits?: Edits): Finding =>
  finding('statement', at, `The arrow of FlowZap Code is “->”, not “${arrow}”.`, 'Write ->', edits)
