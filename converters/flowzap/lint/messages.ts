/** What the linter finds in texts, lanes and nodes, and for the most part the reader too. */
import type { Range } from '../../../src/ir/model.js'
import { type Finding, finding, quote } from '../document/finding.js'
import type { Edits, Id, Lane, Meant } from './facts.js'

// The text and its lines.

export const empty = (at: Range): Finding => finding('empty', at, 'There is no code: the diagram is empty.')

export const tooLong = (
  { length, most }: { readonly length: number; readonly most: number },
  at: Range,
): Finding => finding('size', at, `The code has ${length} characters; FlowZap takes ${most} at most.`)

export const tooDeep = (at: Range): Finding =>
  finding('nesting', at, 'The text is nested too deeply to be read.')

export const openText = (at: Range): Finding =>
  finding('statement', at, 'The closing quote of this text is missing.')

export const noStatement = (at: Range): Finding =>
  finding('statement', at, 'Expected a lane, a node, an edge, a loop, a closing brace or a comment.')

export const expected = ({ what }: { readonly what: string }, at: Range): Finding =>
  finding('statement', at, `Expected ${what}.`)

export const strayBrace = (at: Range): Finding =>
  finding('statement', at, 'This closing brace closes nothing: no lane is open here.')

export const secondLabel = (at: Range, edits?: Edits): Finding =>
  finding(
    'comment',
    at,
    'A lane has one “#” comment: its label, behind the opening brace. FlowZap drops this one.',
    'Remove the comment',
    edits,
  )

export const comment = (at: Range, edits?: Edits): Finding =>
  finding('comment', at, 'FlowZap drops comments when it writes the code anew.', 'Remove the comment', edits)

// Lanes.

export const openLane = ({ lane }: Lane, at: Range, edits?: Edits): Finding =>
  finding(
    'lane-unclosed',
    at,
    `The lane ${quote(lane)} is not closed: its “}” is missing.`,
    'Add the }',
    edits,
  )

export const nestedLane = (
  { inner, lane }: Lane & { readonly inner: string },
  at: Range,
  edits?: Edits,
): Finding =>
  finding(
    'lane-unclosed',
    at,
    `Lanes do not nest: ${quote(inner)} begins before ${quote(lane)} is closed.`,
    'Close the outer lane first',
    edits,
  )

export const badLaneId = ({ lane }: Lane, at: Range): Finding =>
  finding('lane-id', at, `${quote(lane)} is no proper lane id: a letter or _, then letters, digits and _.`)

export const laneReopened = ({ lane }: Lane, at: Range): Finding =>
  finding(
    'lane-reopened',
    at,
    `The lane ${quote(lane)} is opened a second time; this goes on with the first.`,
  )

export const labelBelow = ({ lane }: Lane, at: Range, edits?: Edits): Finding =>
  finding(
    'lane-label',
    at,
    `The label of the lane ${quote(lane)} does not stand on the line of its brace.`,
    'Move the label behind the brace',
    edits,
  )

export const noLaneLabel = ({ lane }: Lane, at: Range, edits?: Edits): Finding =>
  finding(
    'lane-label',
    at,
    `The lane ${quote(lane)} has no label behind its brace.`,
    'Show the id as the label',
    edits,
  )

export const nodeInLabel = (at: Range, edits?: Edits): Finding =>
  finding(
    'node-in-label',
    at,
    'A node stands behind the label of its lane, so it is read as part of the label.',
    'Begin a new line',
    edits,
  )

// Nodes.

export const rect = (at: Range, edits?: Edits): Finding =>
  finding('rect', at, '“rect” is no shape; FlowZap’s word is rectangle.', 'Write rectangle', edits)

export const shapeInCapitals = ({ word, meant }: Meant, at: Range, edits?: Edits): Finding =>
  finding(
    'shape',
    at,
    `Shapes are written in small letters: “${meant}”, not ${quote(word)}.`,
    `Write ${meant}`,
    edits,
  )

export const unknownShape = (
  { word, meant }: Pick<Meant, 'word'> & { readonly meant?: string | undefined },
  at: Range,
  edits?: Edits,
): Finding =>
  finding(
    'shape',
    at,
    `${quote(word)} is no shape. The shapes are circle, rectangle, diamond and taskbox.`,
    meant && `Write ${meant}`,
    edits,
  )

export const nodeOutside = ({ id }: Id, at: Range): Finding =>
  finding('node-place', at, `${quote(id)} stands in no lane.`)

/** @param lane the lane of the earlier node */
export const duplicateId = ({ id, lane }: Id & { readonly lane?: string | undefined }, at: Range): Finding =>
  finding(
    'duplicate-id',
    at,
    `The id ${quote(id)} is taken by an earlier node${lane === undefined ? '' : ` in the lane ${quote(lane)}`}; this node is left out.`,
  )

export const badNodeId = ({ id, last }: Id & { readonly last: number }, at: Range, edits?: Edits): Finding =>
  finding(
    'node-id',
    at,
    `${quote(id)} is no proper node id: an n and a number.`,
    `Number the nodes n1 to n${last}`,
    edits,
  )

export const gapInNumbers = (
  { id, last }: Id & { readonly last: number },
  at: Range,
  edits?: Edits,
): Finding =>
  finding(
    'numbering',
    at,
    `The ids of ${last} nodes must be n1 to n${last}; ${quote(id)} leaves a gap.`,
    `Number the nodes n1 to n${last}`,
    edits,
  )

// Attributes and their texts.

/** @param owner what has the attribute, `A node` or `An edge` @param known the attributes that it can have */
export const unknownAttribute = (
  {
    owner,
    name,
    known,
    meant,
  }: {
    readonly owner: string
    readonly name: string
    readonly known: string
    readonly meant?: string | undefined
  },
  at: Range,
  edits?: Edits,
): Finding =>
  finding(
    'attribute',
    at,
    `${owner} has no attribute ${quote(name)}; it has only ${known}.`,
    meant && `Write ${meant}`,
    edits,
  )

export const attributeTwice = ({ name }: { readonly name: string }, at: Range): Finding =>
  finding('attribute', at, `The attribute ${quote(name)} is given twice; the first one counts.`)

export const wrongSign = (
  { owner, sign, wrong }: { readonly owner: string; readonly sign: string; readonly wrong: string },
  at: Range,
  edits?: Edits,
): Finding =>
  finding(
    'separator',
    at,
    `${owner}’s attributes are written with “${sign}”, not with “${wrong}”.`,
    `Write ${sign}`,
    edits,
  )

export const forbiddenCharacters = (at: Range, edits?: Edits): Finding =>
  finding(
    'character',
    at,
    'FlowZap’s texts hold no emoji, control characters or line separators.',
    'Remove them',
    edits,
  )

export const escapes = (at: Range, edits?: Edits): Finding =>
  finding(
    'escape',
    at,
    'FlowZap has no escapes: its parser ends a text at the first quote.',
    'Write ’ for quotes and / for such backslashes',
    edits,
  )

export const takenForEdge = (at: Range, edits?: Edits): Finding =>
  finding(
    'lost-line',
    at,
    'FlowZap’s own parser takes a line with “->” in a text for an edge.',
    'Write other characters',
    edits,
  )

export const takenForLane = (at: Range, edits?: Edits): Finding =>
  finding(
    'lost-line',
    at,
    'FlowZap’s own parser takes a line with “{” and “#” in a text for a lane.',
    'Write other characters',
    edits,
  )

export const longLabel = (
  { length, most }: { readonly length: number; readonly most: number },
  at: Range,
): Finding =>
  finding('label-length', at, `The label has ${length} characters; more than ${most} are hard to read.`)
