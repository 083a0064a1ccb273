/** What is said of FlowZap Code and of FlowZap's JSON graph when they are read, beside what the linter finds. */
import type { Range } from '../../../src/ir/model.js'
import type { Message } from '../../../src/messages/message.js'
import { message } from '../codes.js'
import { quote } from '../document/finding.js'

/** Two texts were put together, and nobody can tell whose data the second are. */
export const secondCarried = (at: Range): Message =>
  message(
    'repair/carried',
    'A second line with carried data stands here: only the first is read, and this one is left out.',
    { at },
  )

// FlowZap's JSON graph.

export const nestedTooDeep = ({ levels }: { readonly levels: number }, at: Range): Message =>
  message('limit/nesting', `The values are nested deeper than ${levels} levels.`, { at })

export const cutOff = (at: Range): Message =>
  message('syntax/cut-off', 'The file ends in the middle of the JSON, and is probably cut off.', { at })

export const noJson = (at: Range): Message => message('syntax/unexpected', 'This is not JSON.', { at })

export const noObject = (at: Range): Message =>
  message('syntax/unexpected', 'Expected an object with lanes, nodes and edges.', { at })

export const otherJson = (at: Range): Message =>
  message(
    'syntax/other-format',
    'This is JSON, but no graph of FlowZap: such a graph has "lanes", "nodes" and "edges".',
    { at },
  )

interface Id {
  readonly id: string
}

export const unknownLane = ({ id }: Id, at: Range): Message =>
  message('syntax/undefined-lane', `No lane has the id ${quote(id)}.`, { at })

export const unknownNode = ({ id }: Id, at: Range): Message =>
  message('syntax/undefined-node', `No node has the id ${quote(id)}; the edge is left out.`, { at })

export const unknownShape = ({ shape }: { readonly shape: string }, at: Range): Message =>
  message(
    'syntax/unknown-shape',
    `${quote(shape)} is no shape. The shapes are circle, rectangle, diamond and taskbox.`,
    { at },
  )

export const unknownSide = ({ side }: { readonly side: string }, at: Range): Message =>
  message(
    'syntax/unknown-side',
    `${quote(side)} is no side of a node; the handles are left, right, top and bottom.`,
    { at },
  )

export const noEnd = ({ role }: { readonly role: string }, at: Range): Message =>
  message('syntax/unexpected', `The edge has no “${role}”.`, { at })

interface What {
  /** A lane or a node. */
  readonly what: string
}

export const noId = ({ what }: What, at: Range): Message =>
  message('syntax/unexpected', `The ${what} has no id.`, { at })

export const idTaken = ({ id, what }: Id & What, at: Range): Message =>
  message(
    'syntax/duplicate-id',
    `The id ${quote(id)} is taken by an earlier ${what}; this ${what} is left out.`,
    { at },
  )

interface Name {
  readonly name: string
}

export const noList = ({ name }: Name, at: Range): Message =>
  message('syntax/unexpected', `Expected a list of ${name}.`, { at })

export const noObjectInList = ({ name }: Name, at: Range): Message =>
  message('syntax/unexpected', `Expected an object in the list of ${name}.`, { at })

export const noText = ({ name }: Name, at: Range): Message =>
  message('syntax/unexpected', `Expected a text for “${name}”.`, { at })
