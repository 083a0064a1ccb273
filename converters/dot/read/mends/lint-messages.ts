/** What Graphviz warns of, or accepts and nobody means. */
import type { Range } from '../../../../src/ir/model.js'
import { about, type Message, type TextEdit } from '../../../../src/messages/message.js'
import { message } from '../../codes.js'

type Edits = readonly TextEdit[]

/** What was probably meant, where that is known. */
interface Meant {
  readonly meant: string | undefined
}

const question = (meant: string | undefined): string =>
  meant === undefined ? '' : ` Did you mean “${meant}”?`

/** What is written in place of a value: all of it, where only a part is another. */
const writeInstead = (edits: Edits | undefined): string => `Write ${wordOf(edits?.[0]?.text ?? '')}`

/** Without the quotes that the author has around it. */
const wordOf = (text: string): string => (text.startsWith('"') ? (JSON.parse(text) as string) : text)

export const numberRunsOn = (
  { word, first, second }: { readonly word: string; readonly first: string; readonly second: string },
  at: Range,
  edits?: Edits,
): Message =>
  message(
    'lint/number',
    `“${word}” is two names to Graphviz, “${first}” and “${second}”: a number ends where a letter or a second dot begins. If it is one name, it needs quotes.`,
    about(at, `Put quotes around ${word}`, edits),
  )

export const badHtml = ({ fault }: { readonly fault: string }, at: Range): Message =>
  message(
    'lint/html-label',
    `Graphviz calls this HTML label a syntax error and does not show it: ${fault}.`,
    { at },
  )

export const unknownAttribute = (
  { name, meant }: { readonly name: string } & Meant,
  at: Range,
  edits?: Edits,
): Message =>
  message(
    'lint/unknown-attribute',
    `Graphviz knows no attribute “${name}” and does nothing with it.${question(meant)}`,
    about(at, writeInstead(edits), edits),
  )

interface UnknownWord extends Meant {
  readonly word: string
}

/** Graphviz does not know it, and what it does instead. */
const unknown = (what: string, meant: string | undefined, at: Range, edits: Edits | undefined): Message =>
  message(
    'lint/unknown-value',
    `Graphviz does not know ${what}.${question(meant)}`,
    about(at, writeInstead(edits), edits),
  )

export const unknownShape = ({ word, meant }: UnknownWord, at: Range, edits?: Edits): Message =>
  unknown(`a shape “${word}” and draws a box`, meant, at, edits)

export const unknownArrowhead = ({ word, meant }: UnknownWord, at: Range, edits?: Edits): Message =>
  unknown(`an arrowhead “${word}” and draws a usual one`, meant, at, edits)

export const unknownDir = ({ word, meant }: UnknownWord, at: Range, edits?: Edits): Message =>
  unknown(`“${word}” for dir and takes no notice of it`, meant, at, edits)

export const unknownRankdir = ({ word, meant }: UnknownWord, at: Range, edits?: Edits): Message =>
  unknown(`“${word}” for rankdir and draws from top to bottom`, meant, at, edits)

export const unknownColor = ({ word, meant }: UnknownWord, at: Range, edits?: Edits): Message =>
  unknown(`the color “${word}” and draws black`, meant, at, edits)

export const unknownStyle = ({ word, meant }: UnknownWord, at: Range, edits?: Edits): Message =>
  unknown(`the style “${word}” and takes no notice of it`, meant, at, edits)

// Doubts: what is read otherwise than it was meant.

interface Doubted {
  readonly written: string
  /** What to write in its place. */
  readonly meant: string
}

/** `rankdir LR`, `rankdir: LR`. */
export const assignmentAsNodes = (
  { written, meant, port }: Doubted & { readonly port: boolean },
  at: Range,
  edits?: Edits,
): Message =>
  message(
    'lint/assignment',
    `\`${written}\` is read as ${port ? 'a node with a port' : 'the names of two nodes'}: what holds for the whole graph is written with \`=\`, \`${meant}\`.`,
    about(at, 'Write =', edits),
  )

export const edgeRunsOn = (
  { arrow, next }: { readonly arrow: string; readonly next: string },
  at: Range,
): Message =>
  message(
    'lint/edge-operator',
    `Nothing follows this \`${arrow}\` on its line, so the edge ends at “${next}” in the next one. If that is meant, put both on one line; if not, write where the edge ends.`,
    { at },
  )

export const misspeltSubgraph = ({ word }: { readonly word: string }, at: Range, edits?: Edits): Message =>
  message(
    'lint/keyword',
    `“${word}” is misspelt, so it is read as a node of that name: write “subgraph”.`,
    about(at, 'Write subgraph', edits),
  )

export const arrowAsNode = ({ written, meant }: Doubted, at: Range, edits?: Edits): Message =>
  message(
    'lint/edge-operator',
    `\`${written}\` is no edge in DOT but is read as a node of its own: write \`${meant}\`.`,
    about(at, 'Write an edge', edits),
  )

export const spacedName = (
  { name, nodes }: { readonly name: string; readonly nodes: number },
  at: Range,
  edits?: Edits,
): Message =>
  message(
    'lint/name',
    `A name with a space needs quotes: \`${name}\` is read as ${nodes} nodes. Write \`"${name}"\`.`,
    about(at, 'Put quotes around the names', edits),
  )

export const textOfWords = (
  { name, words }: { readonly name: string; readonly words: string },
  at: Range,
  edits?: Edits,
): Message =>
  message(
    'lint/name',
    `A text with a space needs quotes: of \`${words}\`, only the first word is the ${name}, and the rest are nodes.`,
    about(at, 'Put quotes around the text', edits),
  )

export const textBehindEdge = ({ label }: { readonly label: string }, at: Range, edits?: Edits): Message =>
  message(
    'lint/attribute-behind',
    `\`${label}\` is no label of the edge but a node of its own: write \`[label=${label}]\`.`,
    about(at, 'Make a label of it', edits),
  )

export const quotesOfLetters = (
  { written }: { readonly written: string },
  at: Range,
  edits?: Edits,
): Message =>
  message(
    'lint/name',
    `Curly quotes are letters of the name to Graphviz: write \`${written}\`.`,
    about(at, 'Write plain quotes', edits),
  )

export const labelAsPort = ({ label }: { readonly label: string }, at: Range, edits?: Edits): Message =>
  message(
    'lint/port',
    `Behind a colon stands a port of the node, not a label: write \`[label=${label}]\` behind the edge.`,
    about(at, 'Make a label of it', edits),
  )
