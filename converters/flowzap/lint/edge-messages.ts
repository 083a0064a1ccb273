/** What the linter finds in edges and loops, and for the most part the reader too. */
import type { Range } from '../../../src/ir/model.js'
import { type Finding, finding, quote } from '../document/finding.js'
import type { Edits, Id, Lane, Meant } from './facts.js'

export const orphan = ({ id }: Id, at: Range): Finding =>
  finding('orphan', at, `No edge starts or ends at ${quote(id)}.`)

// Edges.

const noNode = (id: string, follows: string, at: Range, edits: Edits | undefined): Finding =>
  finding(
    'undefined-node',
    at,
    `No node has the id ${quote(id)}; ${follows}.`,
    `Write ${id.toLowerCase()}`,
    edits,
  )

export const edgeToNothing = ({ id }: Id, at: Range, edits?: Edits): Finding =>
  noNode(id, 'the edge is left out', at, edits)

export const loopOfNothing = ({ id }: Id, at: Range, edits?: Edits): Finding =>
  noNode(id, 'the loop is read without it', at, edits)

/** @param likely the side that the edge probably has there */
export const noHandle = (
  { id, likely }: Id & { readonly likely?: string | undefined },
  at: Range,
  edits?: Edits,
): Finding =>
  finding(
    'handle-missing',
    at,
    `The edge has no handle at ${quote(id)}.`,
    likely && `Add the handle ${likely}`,
    edits,
  )

export const sideInCapitals = ({ word, meant }: Meant, at: Range, edits?: Edits): Finding =>
  finding(
    'handle-side',
    at,
    `The side of a node is written in small letters: “${meant}”, not ${quote(word)}.`,
    `Write ${meant}`,
    edits,
  )

export const unknownSide = (
  { word, meant }: Pick<Meant, 'word'> & { readonly meant?: string | undefined },
  at: Range,
  edits?: Edits,
): Finding =>
  finding(
    'handle-side',
    at,
    `${quote(word)} is no side of a node; the sides are left, right, top and bottom.`,
    meant && `Write ${meant}`,
    edits,
  )

/** @param lane where the node stands @param prefix where it is said to stand */
export const wrongPrefix = (
  { id, lane, prefix }: Id & { readonly lane?: string | undefined; readonly prefix: string },
  at: Range,
  edits?: Edits,
): Finding =>
  finding(
    'lane-prefix',
    at,
    `${quote(id)} stands ${lane === undefined ? 'in no lane' : `in the lane ${quote(lane)}`}, not in ${quote(prefix)}.`,
    edits?.[0]?.text === '' ? 'Remove the lane' : 'Name the lane of the node',
    edits,
  )

export const noPrefix = ({ id, lane }: Id & Lane, at: Range, edits?: Edits): Finding =>
  finding(
    'lane-prefix',
    at,
    `${quote(id)} stands in another lane than the source and needs the lane ${quote(lane)} before it.`,
    'Name the lane of the node',
    edits,
  )

export const edgeRepeated = (at: Range, edits?: Edits): Finding =>
  finding('edge-repeated', at, 'This edge only repeats another one.', 'Remove the edge', edits)

/** @param lane the lane of its source @param stands the lane that it stands in */
export const edgeElsewhere = (
  { lane, stands }: Lane & { readonly stands?: string | undefined },
  at: Range,
  edits?: Edits,
): Finding =>
  finding(
    'edge-place',
    at,
    `This edge stands ${stands === undefined ? 'outside every lane' : `in the lane ${quote(stands)}`} and starts in the lane ${quote(lane)}.`,
    'Move the edge to the lane of its source',
    edits,
  )

export const noReturn = ({ from, to }: { readonly from: string; readonly to: string }, at: Range): Finding =>
  finding('no-return', at, `Nothing comes back from ${quote(from)} to ${quote(to)} after this edge.`)

// Loops, by their conditions.

interface Loop {
  readonly loop: string
}

export const smallLoop = ({ loop }: Loop, at: Range): Finding =>
  finding('loop-nodes', at, `The loop ${quote(loop)} has fewer than two nodes.`)

export const loopOutside = ({ loop }: Loop, at: Range, edits?: Edits): Finding =>
  finding(
    'loop-place',
    at,
    `The loop ${quote(loop)} stands outside every lane.`,
    'Move the loop into the lane of its first node',
    edits,
  )

export const nestedLoop = ({ loop, around }: Loop & { readonly around: string }, at: Range): Finding =>
  finding('loop-nested', at, `The loop ${quote(loop)} stands inside the loop ${quote(around)}.`)
