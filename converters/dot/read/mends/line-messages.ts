/** What is said of mistakes in DOT that only whole lines show. */
import type { Range } from '../../../../src/ir/model.js'
import { about, type Message, type TextEdit } from '../../../../src/messages/message.js'
import { message } from '../../codes.js'
import { short } from './short.js'

type Edits = readonly TextEdit[]

interface Written {
  /** What it should be. */
  readonly written: string
}

export const listsApart = ({ written }: Written, at: Range, edits?: Edits): Message =>
  message(
    'syntax/unexpected',
    `The attributes of a node stand in a statement of its own: write \`${short(written)}\`.`,
    about(at, 'Give each node a statement', edits),
  )

export const signBehindSubgraph = (at: Range, edits?: Edits): Message =>
  message('syntax/unexpected', 'No sign stands behind `subgraph`.', about(at, 'Remove the sign', edits))

export const spacedName = ({ written }: Written, at: Range, edits?: Edits): Message =>
  message(
    'syntax/unquoted',
    `A name with spaces needs quotes: write \`${short(written)}\`.`,
    about(at, 'Put quotes around the name', edits),
  )

export const listOfSubgraph = ({ written }: Written, at: Range, edits?: Edits): Message =>
  message(
    'syntax/unexpected',
    `The attributes of a subgraph stand inside of its braces: write \`${short(written)}\`.`,
    about(at, 'Put them into the braces', edits),
  )

export const subgraphWithoutBrace = (at: Range, edits?: Edits): Message =>
  message('syntax/unclosed', 'The `{` of the subgraph is missing.', about(at, 'Add the brace', edits))

export const partedStatements = (at: Range, edits?: Edits): Message =>
  message('syntax/unexpected', 'Between statements stands `;`.', about(at, 'Write ;', edits))
