/** What is said of a DOT file that was read. What is wrong with its statements is said in `mends/messages.ts`. */
import type { Range } from '../../../src/ir/model.js'
import { about, type Message, type TextEdit } from '../../../src/messages/message.js'
import { message } from '../codes.js'

/** A text of a stranger in a message. */
const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text)

export const noGraph = (at: Range): Message =>
  message('syntax/unexpected', 'There is no graph here: expected `digraph {` or `graph {`.', { at })

export const nestedTooDeep = (at: Range): Message =>
  message('limit/nesting', 'Braces or angle brackets are nested too deep here.', { at })

export const notUnderstood = (at: Range): Message =>
  message('syntax/unexpected', 'The file cannot be understood from here on.', { at })

/** Graphviz reads on in the next line; whoever wrote another graph into this one should know. */
export const ignoredBehindBrace = (at: Range): Message =>
  message(
    'lint/ignored-text',
    'Graphviz ignores what stands in the same line behind the brace that closes a graph.',
    { at },
  )

export const closesNothing = (at: Range, edits?: readonly TextEdit[]): Message =>
  message('syntax/brace', 'This `}` closes nothing.', about(at, 'Remove the }', edits))

export const headerWithoutBrace = (at: Range): Message =>
  message('syntax/unexpected', 'A graph begins here, but there is no `{` behind its name.', { at })

export const braceWithoutHeader = (at: Range): Message =>
  message('syntax/unexpected', 'Expected `digraph` or `graph` before the `{`.', { at })

export const proseBeforeGraph = (at: Range, edits?: readonly TextEdit[]): Message =>
  message('syntax/prose', 'Text before the graph has to be a comment.', about(at, COMMENT, edits))

export const proseBehindGraph = (at: Range, edits?: readonly TextEdit[]): Message =>
  message('syntax/prose', 'Text behind the graph has to be a comment.', about(at, COMMENT, edits))

const COMMENT = 'Make a comment of it'

export const tooMuch = (at: Range): Message =>
  message(
    'limit/size',
    'The statements of this graph make more than diaglot holds: edges between all nodes of two subgraphs, defaults that every node gets, nodes in many subgraphs. What is too much is left out, from here on.',
    { at },
  )

export const fieldsTooDeep = (
  { node, levels }: { readonly node: string; readonly levels: number },
  at: Range,
): Message =>
  message(
    'limit/nesting',
    `The fields of node “${node}” nest deeper than ${levels} levels, so its name is shown instead of them.`,
    { at },
  )

export const badRecord = (
  { node, label }: { readonly node: string; readonly label: string },
  at: Range,
): Message =>
  message(
    'lint/record-label',
    `The label of node “${node}”, “${short(label)}”, cannot be read as the fields of a record, so the node shows its name instead, as in Graphviz: braces have to match, and a field with braces in it has neither text nor a port beside them.`,
    { at },
  )
