/** What is said of mistakes in DOT, of what Graphviz warns of, and of what it accepts and nobody means. */
import type { Range } from '../../../../src/ir/model.js'
import { about, type Message, type TextEdit } from '../../../../src/messages/message.js'
import { type Code, message } from '../../codes.js'
import { short } from './short.js'

/** A message with its place, which may count in a statement alone until it is said. */
export type Mistake = Message & { readonly at: Range }

type Edits = readonly TextEdit[]

function mistake(code: Code, text: string, at: Range, title?: string, edits?: Edits): Mistake {
  return { ...message(code, text, about(at, title, edits)), at }
}

interface Word {
  readonly word: string
}

interface Written {
  /** What it should be. */
  readonly written: string
}

// Headers.

export const misspeltHeader = (
  { word, meant }: Word & { readonly meant: string },
  at: Range,
  edits?: Edits,
): Mistake =>
  mistake('syntax/keyword', `“${word}” is misspelt: write “${meant}”.`, at, `Write ${meant}`, edits)

export const graphName = ({ name }: { readonly name: string }, at: Range, edits?: Edits): Mistake =>
  mistake(
    'syntax/unquoted',
    `The name of the graph, \`${name}\`, needs quotes.`,
    at,
    `Put quotes around ${name}`,
    edits,
  )

export const squareBrackets = (at: Range, edits?: Edits): Mistake =>
  mistake('syntax/brace', 'The statements of a graph stand between `{` and `}`.', at, 'Write { }', edits)

export const noBrace = (at: Range, edits?: Edits): Mistake =>
  mistake('syntax/brace', 'A graph begins here, but there is no `{` behind its name.', at, 'Add the {', edits)

export const noHeader = ({ word }: Word, at: Range, edits?: Edits): Mistake =>
  mistake('syntax/unexpected', 'Expected `digraph` or `graph` before the `{`.', at, `Write ${word}`, edits)

// Braces, quotes, comments, and the end of a file.

export const openBrace = (at: Range, edits?: Edits): Mistake =>
  mistake('syntax/brace', 'This `{` is never closed: a `}` is missing.', at, 'Add a } at the end', edits)

export const isOpenBrace = ({ code, text }: Message): boolean =>
  code === 'syntax/brace' && text.startsWith('This `{`')

export const openBraces = ({ count }: { readonly count: number }, at: Range, edits?: Edits): Mistake =>
  mistake(
    'syntax/brace',
    `${count} braces \`{\` are never closed: as many \`}\` are missing at the end. The file is perhaps cut off.`,
    at,
    'Add them at the end',
    edits,
  )

export const cutOff = ({ statement }: { readonly statement: string }, at: Range): Mistake =>
  mistake(
    'syntax/cut-off',
    `The file ends in the middle of a statement, \`${statement}\`, and is probably cut off.`,
    at,
  )

export const openComment = (at: Range): Mistake =>
  mistake('syntax/unexpected', 'This comment is never closed.', at)

export const openQuote = (at: Range): Mistake => mistake('syntax/quote', 'This quote is never closed.', at)

export const quoteOpenOnLine = (at: Range, edits?: Edits): Mistake =>
  mistake('syntax/quote', 'This quote is not closed on its line.', at, 'Close the quote', edits)

export const straySemicolon = (at: Range, edits?: Edits): Mistake =>
  mistake('syntax/unexpected', 'This `;` ends no statement.', at, 'Remove the semicolon', edits)

export const straySemicolons = (at: Range, edits?: Edits): Mistake =>
  mistake('syntax/unexpected', 'These `;` end no statement.', at, 'Remove the semicolons', edits)

// Edges.

interface Operators {
  readonly directed: boolean
  readonly right: string
  readonly operator: string
}

const edgesAre = ({ directed, right, operator }: Operators): string =>
  `The edges of a ${directed ? 'digraph' : 'graph'} are written \`${right}\`, not \`${operator}\`.`

export const wrongOperator = (operators: Operators, at: Range, edits?: Edits): Mistake =>
  mistake('syntax/edge-operator', edgesAre(operators), at, `Write ${operators.right}`, edits)

export const graphOfArrows = (at: Range, edits?: Edits): Mistake =>
  mistake(
    'syntax/edge-operator',
    'All edges are arrows, `->`, and those of a `graph` are lines, `--`: it is a `digraph`.',
    at,
    'Write digraph',
    edits,
  )

/** `a -> b -- why` is a comment of SQL; which of the two is meant is not for us to say. */
export const operatorOrNote = (operators: Operators, at: Range): Mistake =>
  mistake('syntax/edge-operator', `${edgesAre(operators)} If a comment was meant, it begins with \`//\`.`, at)

export const foreignOperator = (operators: Operators, at: Range, edits?: Edits): Mistake =>
  mistake(
    'syntax/edge-operator',
    `${edgesAre(operators)}${operators.operator === '-->' ? ' `-->` is Mermaid’s.' : ''}`,
    at,
    `Write ${operators.right}`,
    edits,
  )

export const twoArrows = (at: Range, edits?: Edits): Mistake =>
  mistake(
    'syntax/edge-operator',
    'Two arrows follow each other with no name between them.',
    at,
    'Write one arrow',
    edits,
  )

export const backArrow = ({ written }: Written, at: Range, edits?: Edits): Mistake =>
  mistake(
    'syntax/edge-operator',
    `DOT has no arrow that points back: write \`${written}\`.`,
    at,
    'Turn the arrow round',
    edits,
  )

export const edgeLabel = ({ label }: { readonly label: string }, at: Range, edits?: Edits): Mistake =>
  mistake(
    'syntax/unexpected',
    `The label of an edge is an attribute: write \`[label="${label}"]\` behind the edge.`,
    at,
    'Make an attribute of the label',
    edits,
  )

export const mermaidNode = ({ written }: Written, at: Range, edits?: Edits): Mistake =>
  mistake(
    'syntax/unexpected',
    `The label of a node is an attribute, in a statement of its own: write \`${written}\`.`,
    at,
    LINE,
    edits,
  )

export const mermaidEdge = ({ written }: Written, at: Range, edits?: Edits): Mistake =>
  mistake('syntax/unexpected', `The label of an edge is an attribute: write \`${written}\`.`, at, LINE, edits)

const LINE = 'Write the line as DOT has it'

// Names, values and lists.

const quotesAround = (word: string): string => `Put quotes around ${word}`

export const colourUnquoted = ({ word }: Word, at: Range, edits?: Edits): Mistake =>
  mistake(
    'syntax/unquoted',
    `\`${word}\` needs quotes: a \`#\` starts a comment.`,
    at,
    quotesAround(word),
    edits,
  )

export const wordUnquoted = ({ word }: Word, at: Range, edits?: Edits): Mistake =>
  mistake(
    'syntax/unquoted',
    `\`${short(word)}\` needs quotes: only letters, digits, \`_\` and plain numbers can stand without quotes.`,
    at,
    quotesAround(short(word)),
    edits,
  )

export const keywordUnquoted = ({ word }: Word, at: Range, edits?: Edits): Mistake =>
  mistake(
    'syntax/unquoted',
    `\`${word}\` needs quotes: ${word} is a word of the language.`,
    at,
    quotesAround(word),
    edits,
  )

export const otherQuotes = ({ written }: Written, at: Range, edits?: Edits): Mistake =>
  mistake(
    'syntax/unquoted',
    `Texts stand between plain double quotes: write \`${short(written)}\`.`,
    at,
    `Write ${short(written)}`,
    edits,
  )

export const quoteInText = (at: Range, edits?: Edits): Mistake =>
  mistake(
    'syntax/quote',
    'A quote in a text ends it: inside of a text, write `\\"`.',
    at,
    'Write \\" for the quotes in the text',
    edits,
  )

export const foreignComment = (at: Range, edits?: Edits): Mistake =>
  mistake('syntax/unexpected', 'A comment begins with `//`.', at, 'Write //', edits)

export const namesInBraces = ({ written }: Written, at: Range, edits?: Edits): Mistake =>
  mistake(
    'syntax/unexpected',
    `Several nodes at one end of an edge stand in braces: write \`${short(written)}\`.`,
    at,
    `Write ${short(written)}`,
    edits,
  )

export const unopenedHtml = (at: Range, edits?: Edits): Mistake =>
  mistake(
    'syntax/unclosed',
    'An HTML text stands between `<` and `>`, besides those of its tags: the first is missing.',
    at,
    'Open the HTML text',
    edits,
  )

export const roundBrackets = ({ list }: { readonly list: string }, at: Range, edits?: Edits): Mistake =>
  mistake('syntax/unexpected', `Attributes stand in square brackets: \`[${list}]\`.`, at, 'Write [ ]', edits)

export const noEqualsSign = ({ name }: { readonly name: string }, at: Range, edits?: Edits): Mistake =>
  mistake('syntax/unexpected', `An attribute is written with \`=\`: \`${name}=…\`.`, at, 'Write =', edits)

export const namelessValue = ({ written }: Written, at: Range, edits?: Edits): Mistake =>
  mistake(
    'syntax/unexpected',
    `An attribute has a name: write \`${written}\`.`,
    at,
    `Write ${written}`,
    edits,
  )

export const openHtml = (
  { count, html }: { readonly count: number; readonly html: string },
  at: Range,
  edits?: Edits,
): Mistake =>
  mistake(
    'syntax/unclosed',
    `\`<\` begins an HTML text that is never closed: ${count === 1 ? '`>` is missing' : `${count} \`>\` are missing`} behind \`${short(html)}\`.`,
    at,
    'Close the HTML text',
    edits,
  )

export const openBracket = ({ list }: { readonly list: string }, at: Range, edits?: Edits): Mistake =>
  mistake(
    'syntax/unclosed',
    `\`[\` is never closed: \`]\` is missing behind \`${short(list)}\`.`,
    at,
    'Close with ]',
    edits,
  )

/** @param found what stands there; nothing where the statement ends */
export const unexpected = (
  { found, expected }: { readonly found: string | undefined; readonly expected: string },
  at: Range,
): Mistake =>
  mistake(
    'syntax/unexpected',
    `${found === undefined ? 'The statement ends here' : `Found \`${found}\``}, expected ${expected}.`,
    at,
  )
