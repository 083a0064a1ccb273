/** What a line of DOT leaves behind for the next. */
import type { LineState, TokenKind } from '../../../src/language/tokens.js'

/** What the next name or text is, by what stands before it. */
export type Awaited =
  /** What its place says: a node, or the name of an attribute. */
  | ''
  /** A node at the other end of an edge. */
  | 'end'
  /** The name of a subgraph, of a diagram, or a port. */
  | 'group'
  | 'graph'
  | 'port'
  /** The value of an attribute: `value` and what its words are. */
  | `=${TokenKind}`

/** What the end of the line stands in. */
export type Inside = '' | 'comment' | 'quoted' | 'html'

export interface DotState {
  /** How many braces are open. */
  depth: number
  /** Whether a list in brackets is open. */
  isInList: boolean
  inside: Inside
  /** Of a text in angle brackets, how many are open. */
  angles: number
  awaited: Awaited
  /** Between the word that begins a graph and its brace. */
  isInHead: boolean
  /** What the text is that goes on, and what a text that is added to the last one is. */
  last: TokenKind
}

export function stateOf(state: LineState): DotState {
  if (state === '')
    return { depth: 0, isInList: false, inside: '', angles: 0, awaited: '', isInHead: false, last: 'node' }
  const [depth, list, inside, angles, awaited, head, last] = state.split(' ')
  return {
    depth: Number(depth),
    isInList: list === '1',
    inside: inside as Inside,
    angles: Number(angles),
    awaited: awaited as Awaited,
    isInHead: head === '1',
    last: last as TokenKind,
  }
}

export function lineState(state: DotState): LineState {
  const { depth, isInList, inside, angles, awaited, isInHead, last } = state
  return [depth, isInList ? 1 : 0, inside, angles, awaited, isInHead ? 1 : 0, last].join(' ')
}
