/** What the linter of DOT says: what Graphviz takes, and then does nothing with. */
import type { Range } from '../../../src/ir/model.js'
import { about, type Message, type TextEdit } from '../../../src/messages/message.js'
import { message } from '../codes.js'

type Edits = readonly TextEdit[]

interface Name {
  readonly name: string
}

export const ignoredAttribute = (
  { name, on, of }: Name & { readonly on: string; readonly of: string },
  at: Range,
): Message =>
  message('lint/ignored-attribute', `“${name}” is of ${of}: on ${on}, Graphviz does nothing with it.`, { at })

export const rankOfCluster = (at: Range): Message =>
  message(
    'lint/ignored-attribute',
    'Graphviz heeds no rank of a cluster, unless newrank=true: put the nodes into a subgraph of their own.',
    { at },
  )

export const unknownRank = (
  { word, meant }: { readonly word: string; readonly meant: string | undefined },
  at: Range,
  edits?: Edits,
): Message =>
  message(
    'lint/unknown-value',
    `Graphviz knows no rank “${word}”: it is same, min, max, source or sink.`,
    about(at, meant && `Write ${meant}`, edits),
  )

export const notCompound = ({ name }: Name, at: Range): Message =>
  message('lint/compound', `Graphviz does nothing with “${name}” without compound=true in the graph.`, { at })

export const noCluster = (
  { name, cluster, meant }: Name & { readonly cluster: string; readonly meant: string | undefined },
  at: Range,
  edits?: Edits,
): Message =>
  message(
    'lint/unknown-cluster',
    `There is no cluster “${cluster}” that “${name}” could name${meant === undefined ? '' : `; did you mean “${meant}”?`}${meant === undefined ? '.' : ''}`,
    about(at, meant && `Write ${meant}`, edits),
  )

export const plainSubgraph = (
  { name, attribute }: Name & { readonly attribute: string },
  at: Range,
): Message =>
  message(
    'lint/plain-subgraph',
    `Graphviz draws no box around “${name}”, so its “${attribute}” is not seen: the name of a box begins with “cluster”.`,
    { at },
  )

export const unfilled = (at: Range, edits?: Edits): Message =>
  message(
    'lint/unfilled',
    'Graphviz fills nothing with this color: style=filled is missing.',
    about(at, 'Add style=filled', edits),
  )

export const noPort = (
  { node, port, meant }: { readonly node: string; readonly port: string; readonly meant: string | undefined },
  at: Range,
): Message =>
  message(
    'lint/unknown-port',
    `“${node}” has no port “${port}”${meant === undefined ? '' : ` (did you mean “${meant}”?)`}, so the edge ends at its middle.`,
    { at },
  )

export const orthoLabel = (at: Range): Message =>
  message(
    'lint/ortho-label',
    'With splines=ortho, Graphviz draws edges without regard to their labels: write xlabel in place of label.',
    { at },
  )

export const setAgain = ({ name, value }: Name & { readonly value: string }, at: Range): Message =>
  message('lint/overwritten', `“${name}” is said again: “${value}” takes the place of what stood here.`, {
    at,
  })

export const attributeBehind = ({ name }: Name, at: Range, edits: Edits): Message =>
  message(
    'lint/attribute-behind',
    `Without brackets, “${name}” is said of the graph and not of what stands before it.`,
    about(at, 'Put it in brackets', edits),
  )
