/** What is said of a Mermaid flowchart that was read. What is said of mistakes that can be mended stands in `mends/messages.ts`. */
import type { Range } from '../../../src/ir/model.js'
import { about, type Message, type TextEdit } from '../../../src/messages/message.js'
import { message } from '../codes.js'

type Edits = readonly TextEdit[]

interface Id {
  readonly id: string
}

// What cannot be read.

export const noDirection = (at: Range): Message =>
  message('syntax/unexpected', 'Expected a direction (TB, LR, BT, RL) and then the end of the line.', { at })

export const otherDiagram = ({ kind }: { readonly kind: string }, at: Range): Message =>
  message(
    'syntax/other-diagram',
    `“${kind}” begins a diagram of another kind: of Mermaid’s, only flowcharts are read.`,
    { at },
  )

export const noHeader = (at: Range): Message =>
  message('syntax/unexpected', 'Expected a header such as “flowchart TD”.', { at })

export const secondDiagram = (at: Range): Message =>
  message(
    'syntax/unexpected',
    'A second diagram begins here, and a Mermaid file holds one; what follows is read as a part of the first.',
    { at },
  )

export const ownWord = ({ word }: { readonly word: string }, at: Range): Message =>
  message(
    'syntax/unexpected',
    `“${word}” is a word of Mermaid’s own, so no id and no title can begin with it; in quotes, or with a capital letter, it can stand in a label.`,
    { at },
  )

export const expected = ({ what }: { readonly what: string }, at: Range): Message =>
  message('syntax/unexpected', `Expected ${what}.`, { at })

export const cutOff = ({ statement }: { readonly statement: string }, at: Range): Message =>
  message(
    'syntax/cut-off',
    `The file ends in the middle of a statement, “${statement}”, and is probably cut off.`,
    { at },
  )

export const noBlankBeforeId = (at: Range): Message =>
  message('syntax/unexpected', 'A blank is missing before the id of this arrow.', { at })

export const notADirection = (at: Range): Message =>
  message(
    'syntax/direction-line',
    'Mermaid takes this line for a direction, and none can stand here: put something between “direction” and the word after it, for example #32; instead of the space.',
    { at },
  )

export const unknownLetter = ({ id }: Id, at: Range): Message =>
  message('syntax/letter', `Mermaid takes a letter of “${id}” in no id, only in a label: A["${id}"].`, { at })

/** @param links how many there are */
export const unknownLink = (
  { number, links }: { readonly number: string; readonly links: number },
  at: Range,
): Message =>
  message(
    'syntax/link-number',
    `No link before this line has the number ${number}: ${links === 1 ? 'one link stands' : `${links} links stand`} there, counted from 0.`,
    { at },
  )

// Settings and properties.

export const openFrontmatter = (at: Range, edits?: Edits): Message =>
  message(
    'syntax/unclosed',
    'The block of settings that begins with “---” is never closed: a second “---” is missing before the diagram.',
    about(at, 'Close with ---', edits),
  )

interface Reason {
  /** As the reader of YAML says it. */
  readonly reason: string
}

export const badFrontmatter = ({ reason }: Reason, at: Range): Message =>
  message('syntax/yaml', `The settings between “---” and “---” are no YAML: ${reason}.`, { at })

export const badProperties = ({ reason }: Reason, at: Range, edits?: Edits): Message =>
  message(
    'syntax/yaml',
    `What stands in @{ } is no YAML: ${reason}.`,
    about(at, 'Add commas and quotes', edits),
  )

export const noProperties = (at: Range): Message =>
  message('syntax/yaml', 'What stands in @{ } has no properties.', { at })

export const labelNoText = ({ key }: { readonly key: string }, at: Range): Message =>
  message('syntax/yaml', `The label next to ${key} must be a text.`, { at })

interface UnknownShape {
  readonly shape: string
}

export const unknownShape = ({ shape }: UnknownShape, at: Range): Message =>
  message('syntax/unknown-shape', `Mermaid has no shape “${shape}”.`, { at })

export const shapeSpelt = (
  { shape, name }: UnknownShape & { readonly name: string },
  at: Range,
  edits?: Edits,
): Message =>
  message(
    'syntax/unknown-shape',
    `Mermaid has no shape “${shape}”. Write “${name}”.`,
    about(at, `Write ${name}`, edits),
  )

export const shapeMeant = (
  { shape, meant }: UnknownShape & { readonly meant: string },
  at: Range,
  edits?: Edits,
): Message =>
  message(
    'syntax/unknown-shape',
    `Mermaid has no shape “${shape}”. Did you mean “${meant}”?`,
    about(at, `Write ${meant}`, edits),
  )

export const unknownProperty = (
  { key, meant }: { readonly key: string; readonly meant: string },
  at: Range,
): Message =>
  message(
    'lint/unknown-attribute',
    `Mermaid knows no property “${key}” and does nothing with it. Did you mean “${meant}”?`,
    { at },
  )

// Subgraphs.

export const strayEnd = (at: Range, edits?: Edits): Message =>
  message(
    'syntax/subgraph',
    'There is no open subgraph that this “end” could close. To name a node, write “End”.',
    about(at, 'Remove the end', edits),
  )

export const openSubgraph = ({ name }: { readonly name: string }, at: Range, edits?: Edits): Message =>
  message(
    'syntax/subgraph',
    `Subgraph “${name}” is not closed: “end” is missing.`,
    about(at, 'Add “end” at the end', edits),
  )

/** @param names all but the last */
export const openSubgraphs = (
  { names, last, count }: { readonly names: string; readonly last: string; readonly count: number },
  at: Range,
  edits?: Edits,
): Message =>
  message(
    'syntax/subgraph',
    `The subgraphs ${names} and ${last} are not closed: ${count} lines with “end” are missing.`,
    about(at, 'Add the lines at the end', edits),
  )

export const groupCycle = ({ id, parent }: Id & { readonly parent: string }, at: Range): Message =>
  message(
    'repair/group-cycle',
    `Subgraph “${id}” would stand in itself by way of “${parent}”; it stands outside now.`,
    { at },
  )

export const lostMember = (
  { id, owner, subgraph }: Id & { readonly owner: string; readonly subgraph: string },
  at: Range,
): Message =>
  message(
    'lint/lost-member',
    `“${id}” is drawn in subgraph “${owner}”, whose “end” comes first, and not in “${subgraph}”: a node stands in one subgraph only.`,
    { at },
  )

export const wholeLineIsDirection = (at: Range): Message =>
  message(
    'lint/direction-line',
    'Mermaid takes this whole line for a direction: nothing else on it is drawn.',
    { at },
  )

// Clicks and classes: a statement names what is not there yet, so that mermaid takes no notice of it.

export const clickOnNothing = ({ id }: Id, at: Range): Message =>
  message('lint/unknown-target', `The click is lost: no node “${id}” stands before this line.`, { at })

export const clickOnSubgraph = ({ id }: Id, at: Range): Message =>
  message('lint/unknown-target', `The click is lost: “${id}” is a subgraph, and only nodes can be clicked.`, {
    at,
  })

export const clickOnEdge = ({ id }: Id, at: Range): Message =>
  message('lint/unknown-target', `The click is lost: “${id}” is an edge, and only nodes can be clicked.`, {
    at,
  })

export const classOfNothing = ({ id }: Id, at: Range): Message =>
  message(
    'lint/unknown-target',
    `The class is lost: no node, edge or subgraph “${id}” stands before this line.`,
    { at },
  )

// Edges.

export const arrowHalves = (at: Range): Message =>
  message(
    'repair/arrow',
    'The two halves of this arrow contradict each other; mermaid draws a plain arrow.',
    { at },
  )

export const idOfEdge = ({ id }: Id, at: Range | undefined): Message =>
  message(
    'lint/edge-id',
    `“${id}” is the id of an edge, so that mermaid makes no node of it, and this edge leads nowhere. It is read as a node; give the other edge another id.`,
    at && { at },
  )

/** @param most how many a diagram may have */
export const tooManyMultiplied = (
  { count, most }: { readonly count: number; readonly most: number },
  at: Range,
): Message =>
  message(
    'limit/size',
    `“&” makes ${count} edges here; diaglot holds ${most} such edges in a diagram. These are left out.`,
    { at },
  )

export const moreThanMermaidDraws = ({ count }: { readonly count: number }, at: Range): Message =>
  message(
    'limit/mermaid-edges',
    `There are ${count} edges; mermaid draws at most 500 unless its page raises “maxEdges”.`,
    { at },
  )

export const secondCarried = (at: Range): Message =>
  message(
    'repair/carried',
    'A second line with carried data stands here: only the first is read, and this one is left out.',
    { at },
  )
