/** What the linter of Mermaid says: what mermaid takes without a word and nobody means, and what a release of it reads otherwise. */
import type { Range } from '../../../src/ir/model.js'
import { about, type Message, type TextEdit } from '../../../src/messages/message.js'
import { message } from '../codes.js'

type Edits = readonly TextEdit[]

interface Meant {
  readonly meant: string | undefined
}

const hint = ({ meant }: Meant): string => (meant === undefined ? '' : ` Did you mean “${meant}”?`)

export const undefinedClass = (
  { name, meant }: Meant & { readonly name: string },
  at: Range,
  edits?: Edits,
): Message =>
  message(
    'lint/undefined-class',
    `No “classDef” says what the class “${name}” looks like.${hint({ meant })}`,
    about(at, meant && `Write ${meant}`, edits),
  )

export const styleOfNothing = (
  { id, meant }: Meant & { readonly id: string },
  at: Range,
  edits?: Edits,
): Message =>
  message(
    'lint/style-target',
    `Only this line names “${id}”, so mermaid draws a node of that name, and alone.${hint({ meant })}`,
    about(at, meant && `Write ${meant}`, edits),
  )

export const labelledAgain = (
  { id, label }: { readonly id: string; readonly label: string },
  at: Range,
): Message =>
  message('lint/overwritten', `“${id}” is labelled again: “${label}” takes the place of what stands here.`, {
    at,
  })

export const labelOfSubgraph = ({ id }: { readonly id: string }, at: Range): Message =>
  message(
    'lint/subgraph-as-node',
    `“${id}” is a subgraph, so this text is not drawn: the title stands behind the word “subgraph”.`,
    { at },
  )

export const signAtArrow = (
  { sign, id, whole }: { readonly sign: string; readonly id: string; readonly whole: string },
  at: Range,
  edits: Edits,
): Message =>
  message(
    'lint/arrow-sign',
    `Mermaid takes the “${sign}” for the head of the arrow, and draws a node “${id}”; “${whole}” stands elsewhere.`,
    about(at, 'Put a blank behind the arrow', edits),
  )

export const ignoredDirection = (
  { name, node }: { readonly name: string; readonly node: string },
  at: Range | undefined,
): Message =>
  message(
    'lint/ignored-direction',
    `Mermaid ignores the direction of “${name}”, because an edge from outside ends at “${node}” in it, or starts there.`,
    at && { at },
  )

export const commaInId = ({ id }: { readonly id: string }, at: Range, edits: Edits): Message =>
  message(
    'lint/comma-in-id',
    `The comma is a part of the id, so mermaid draws a node “${id}”.`,
    about(at, 'Remove the comma', edits),
  )

export const commaBetweenIds = ({ id }: { readonly id: string }, at: Range, edits: Edits): Message =>
  message(
    'lint/comma-in-id',
    `Mermaid draws one node “${id}” here: between nodes stands “&”.`,
    about(at, 'Write &', edits),
  )

export const pipesInLabel = ({ label }: { readonly label: string }, at: Range, edits?: Edits): Message =>
  message(
    'lint/pipes-in-label',
    `The pipes are drawn with the label “${label}”: a label between pipes stands behind the arrow.`,
    about(at, 'Put the label behind the arrow', edits),
  )

export const semicolonInStyle = (at: Range, edits: Edits): Message =>
  message(
    'lint/semicolon-in-style',
    'A semicolon ends the statement, so mermaid does not take what stands behind it for a style: between properties stands a comma.',
    about(at, 'Write ,', edits),
  )

export const ignoredDirective = (at: Range, edits?: Edits): Message =>
  message(
    'lint/ignored-directive',
    'Mermaid ignores this directive, because what stands in it is no JSON: names and texts have quotes, and each brace is closed.',
    about(at, 'Write JSON', edits),
  )

export const labelOverLines = ({ label }: { readonly label: string }, at: Range, edits: Edits): Message =>
  message(
    'lint/label-over-lines',
    `Mermaid takes all from here to the next arrow for the label of an edge: “${label}”. A line without arrowheads has three dashes.`,
    about(at, 'Write ---', edits),
  )

// Releases of mermaid.

interface Finding {
  /** “Mermaid 10.9.8”, and who runs it where a host was named. */
  readonly renderer: string
  readonly construct: string
  /** The next release that has it. */
  readonly next: string | undefined
  /** What to write in its place. */
  readonly instead: string | undefined
}

const SAME = 'Write what says the same and is read'

const behind = (instead: string | undefined): string => (instead === undefined ? '' : ` Instead: ${instead}.`)

const fixOf = (at: Range, edits: readonly TextEdit[]) =>
  edits.length > 0 ? about(at, SAME, edits) : about(at)

export const notRead = (
  { renderer, construct, next, instead }: Finding,
  at: Range,
  edits: readonly TextEdit[],
): Message => {
  const later = next === undefined ? '' : `; ${next} can`
  return message(
    'lint/mermaid-version',
    `${renderer} cannot read ${construct}${later}.${behind(instead)}`,
    fixOf(at, edits),
  )
}

export const drawnOtherwise = (
  { renderer, construct, next, instead, drawn }: Finding & { readonly drawn: string },
  at: Range,
  edits: readonly TextEdit[],
): Message => {
  const later = next === undefined ? '' : `; from ${next} on, it counts`
  return message(
    'lint/mermaid-drawn',
    `${renderer} reads ${construct}, and ${drawn}${later}.${behind(instead)}`,
    fixOf(at, edits),
  )
}
