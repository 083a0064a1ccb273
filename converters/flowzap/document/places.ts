/**
 * Where the words of nodes and edges stand. A large file has millions of them and hardly any is asked for, so a
 * statement keeps what it says and where it begins, and the rest is found in the text again.
 */
import type { Range } from '../../../src/ir/model.js'
import type { Attribute, EdgeEnd, NodeStatement } from './statements.js'

function isBlank(text: string, at: number): boolean {
  return text[at] === ' ' || text[at] === '\t'
}

function behindBlanks(text: string, offset: number): number {
  let at = offset
  while (isBlank(text, at)) at++
  return at
}

export function placeOfId({ id, at }: NodeStatement): Range {
  return [at[0], at[0] + id.length]
}

/** `n1: circle` */
export function placeOfShape(text: string, { id, shape, at }: NodeStatement): Range {
  const colon = behindBlanks(text, at[0] + id.length)
  const start = behindBlanks(text, colon + 1)
  return [start, start + shape.length]
}

export function placeOfNode({ node, nodeStart }: EdgeEnd): Range {
  return [nodeStart, nodeStart + node.length]
}

/** The lane before a node, to behind its dot. */
export function placeOfLane(text: string, { start, nodeStart }: EdgeEnd): Range {
  let end = nodeStart
  while (isBlank(text, end - 1)) end--
  return [start, end]
}

/** `.handle(right)` */
export function placeOfHandle(text: string, { node, nodeStart, end }: EdgeEnd): Range {
  return [behindBlanks(text, nodeStart + node.length), end]
}

export function placeOfSide(text: string, end: EdgeEnd): Range {
  const open = text.indexOf('(', placeOfHandle(text, end)[0])
  const start = behindBlanks(text, open + 1)
  return [start, start + (end.side?.length ?? 0)]
}

export function placeOfName({ name, at }: Attribute): Range {
  return [at, at + name.length]
}

/** The colon or equals sign. */
export function placeOfSign(text: string, { name, at }: Attribute): Range {
  const start = behindBlanks(text, at + name.length)
  return [start, start + 1]
}

/** The text of an attribute with its quotes. */
export function placeOfValue(text: string, attribute: Attribute): Range {
  return [behindBlanks(text, placeOfSign(text, attribute)[1]), attribute.end]
}
